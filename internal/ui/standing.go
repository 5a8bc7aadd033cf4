package ui

import (
	"context"
	"errors"
	"time"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// standingEvery is how often the window looks how the file stands with other
// programs.
const standingEvery = 3 * time.Second

// readsInstead reports whether a file that could not be opened may be read.
func readsInstead(err error) bool {
	var e interface{ ReadInstead() bool }
	return errors.As(err, &e) && e.ReadInstead()
}

// takesOver reports whether it may be taken from who has it open.
func takesOver(err error) bool {
	var e interface{ CanTakeOver() bool }
	return errors.As(err, &e) && e.CanTakeOver()
}

// takenOver reports whether somebody has taken the file over from this window.
func takenOver(err error) bool {
	var e interface{ TakenOver() bool }
	return errors.As(err, &e) && e.TakenOver()
}

func messageKey(err error) string {
	var w worded
	if errors.As(err, &w) {
		return w.MessageKey()
	}
	return ""
}

// openToRead opens a file for reading only; why says why it is not opened for
// writing.
func (a *App) openToRead(path string, why error) {
	store, err := a.setup.Files.OpenReadOnly(context.Background(), path, a.prefs.person())
	a.opened(store, path, opening{now: a.setup.Now, barred: why}, err)
}

// reopen opens the file again where it was, as when it may be written now.
func (a *App) reopen() {
	at, path := a.here(), a.path
	a.file.Typing().Discard()
	a.openFile(path)
	if a.file != nil {
		a.open(at)
	}
}

// askTakeOver asks before the file is taken from who has it.
func (a *App) askTakeOver() {
	p := problemOf(a.words, a.barred, fileName(a.path))
	kit.OpenQuestion(a.window.Canvas(), kit.Question{
		Title: a.words.T("take-over.title"), Text: p.Happened + " " + a.words.T("take-over.text"),
		Confirm: a.words.T("take-over.confirm"), Cancel: a.words.T("action.cancel"),
	}, func() { a.work.Post(a.takeOver) })
}

func (a *App) takeOver() {
	at, path := a.here(), a.path
	if !a.closeFile() {
		return
	}
	store, err := a.setup.Files.TakeOver(context.Background(), path, a.prefs.person())
	if err != nil {
		a.openToRead(path, err)
	} else {
		a.opened(store, path, opening{now: a.setup.Now}, nil)
	}
	if a.file != nil {
		a.open(at)
	}
}

// showStanding says in a strip above the work why the file cannot be written, and
// what can be done.
func (a *App) showStanding() {
	switch {
	case a.barred == nil && a.flawed:
		a.showFlawed()
		return
	case a.barred == nil && len(a.setup.Crashes.Ended()) > 0:
		a.showCrash()
		return
	case a.barred == nil:
		a.showSynced()
		return
	}
	w, args := a.words, gapsOf(a.words, a.barred)
	actions := []*kit.Button{kit.NewButton(kit.Link, w.T("standing.again"), a.reopen)}
	if takesOver(a.barred) {
		actions = append(actions, kit.NewButton(kit.Outlined, w.T("take-over.ask"), a.askTakeOver))
	}
	var text string
	switch {
	case takenOver(a.barred) && a.file.ReadOnly():
		text = w.T("standing.lost", args...)
	case takenOver(a.barred):
		text = w.T("standing.unsaved", args...)
	case messageKey(a.barred) == "problem.locked-elsewhere":
		text = w.T("standing.elsewhere", args...)
	case messageKey(a.barred) == "problem.locked-unsigned":
		text = w.T("standing.unsigned")
	case takesOver(a.barred):
		text = w.T("standing.held", args...)
	case a.file.ReadOnly() && errors.As(a.barred, new(errDamagedFile)):
		text = w.T("standing.salvaged")
		actions = []*kit.Button{kit.NewButton(kit.Outlined, w.T("recovery.again"), a.reopen)}
	case a.file.ReadOnly() && messageKey(a.barred) == "problem.disk-full":
		text = w.T("standing.full")
	case a.file.ReadOnly():
		text = w.T("standing.protected")
	default:
		text = problemOf(w, a.barred, fileName(a.path)).Happened
		actions = []*kit.Button{kit.NewButton(kit.Outlined, w.T("save-as.ask"), a.askSaveAs)}
	}
	a.shell.SetNotice(kit.Notice(assets.StateUrgent, kit.Urgent, text, actions...))
}

// watchStanding looks again and again how the file stands with other programs.
func (a *App) watchStanding() {
	if a.stopStanding != nil {
		a.stopStanding()
	}
	a.stopStanding = a.work.After(standingEvery, a.lookAtStanding)
}

func (a *App) lookAtStanding() {
	file := a.file
	if file == nil {
		return
	}
	kit.Do(a.work, func(context.Context) (bool, error) { return file.Standing() }, func(changed bool, err error) {
		if a.file != file {
			return
		}
		a.took(changed, err)
		if a.file != nil {
			a.watchStanding()
		}
	})
}

// took takes over how the file stands: what another program has changed is shown,
// and a file that was taken over can only be read from now on.
func (a *App) took(changed bool, err error) {
	switch {
	case a.file.ReadOnly():
		if err == nil && changed {
			a.reload()
		}
	case err != nil:
		a.lose(err)
	case a.barred != nil:
		a.barred = nil
		a.showStanding()
		_ = a.file.Typing().Flush() // what was typed meanwhile; the state tells of a failure
	}
}

// reload shows what another program has changed.
func (a *App) reload() {
	if err := a.file.Reload(); err != nil {
		a.fail(err)
		return
	}
	at := a.here()
	a.showDesk()
	a.open(at)
}

// lose tells that the file can no longer be written. Where it was taken over and
// all is saved, it is read from now on; text that is not saved stays on the screen.
func (a *App) lose(why error) {
	known := a.barred != nil
	a.barred = why
	_, pending := a.file.Typing().Pending()
	if takenOver(why) && !pending {
		at, path := a.here(), a.path
		if !a.closeFile() {
			return
		}
		a.openToRead(path, why)
		if a.file != nil {
			a.open(at)
		}
		return
	}
	if !known {
		a.showStanding()
	}
}

// askSaveAs asks where a file that is no longer in its place is to be saved. What is
// being typed goes with it.
func (a *App) askSaveAs() {
	w := a.words
	path := kit.NewEntry(a.kitWords, "", nil)
	path.SetText(a.path)
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: w.T("save-as.title"), Width: 560,
		Content: kit.Column(14, kit.NewParagraph(w.T("save-as.text"), kit.Body, kit.ColorText), a.placeOf("export.place", path, func(bool) {})),
		Confirm: kit.DialogAction{Label: w.T("save-as.confirm"), Run: func() bool {
			a.work.Post(func() { a.saveAs(path.Text()) })
			return true
		}},
		Cancel: kit.DialogAction{Label: w.T("action.cancel")},
	})
}

// saveAs writes the file anew at path, from what is still open of it, and goes on
// there.
func (a *App) saveAs(path string) {
	file := a.file
	kit.Await(a.work, a.window.Canvas(), kit.Job{Title: a.words.T("save-as.title")}, func(ctx context.Context, _ kit.Report) (bool, error) {
		return true, file.CopyTo(ctx, path)
	}, func(_ bool, err error) {
		if err != nil {
			a.failAbout(err, fileName(path))
			return
		}
		at := a.here()
		op, edit, typed := file.Typing().Take()
		var typing plan.Edit
		if typed {
			typing, err = edit()
		}
		a.openFile(path)
		if err == nil && typed && a.file != nil { // made from the same contents
			err = a.file.Do(op, typing)
		}
		if err != nil {
			a.fail(err)
		}
		if a.file != nil {
			a.open(at)
		}
	})
}

// showUnsaved says in the strip why what was typed is not saved yet, until it is.
func (a *App) showUnsaved(s editor.State) {
	unsaved := s.Err != nil && s.Pending && !takenOver(s.Err)
	if a.shell == nil || unsaved == a.unsaved {
		return
	}
	if a.unsaved = unsaved; !unsaved {
		a.showStanding()
		return
	}
	if a.barred != nil { // the strip says so, and what can be done
		return
	}
	a.shell.SetNotice(kit.Notice(assets.StateLate, kit.Late, problemOf(a.words, s.Err, fileName(a.path)).Happened))
}
