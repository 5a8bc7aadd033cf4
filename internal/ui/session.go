package ui

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// extension ends the name of a plan file.
const extension = ".ledstjarna"

func fileName(path string) string {
	if path == "" {
		return ""
	}
	return filepath.Base(path)
}

// openFile opens the file at path in place of the one that is open.
func (a *App) openFile(path string) {
	if !a.closeFile() {
		return
	}
	store, err := a.setup.Files.Open(context.Background(), path, a.prefs.person())
	if recovers(err) {
		a.showWelcome()
		a.showRecovery(path, err)
		return
	}
	if !readsInstead(err) {
		a.opened(store, path, opening{now: a.setup.Now}, err)
		return
	}
	a.openToRead(path, err)
}

// createFile makes a file for an organisation and opens it.
func (a *App) createFile(path, organisation string) {
	if !a.closeFile() {
		return
	}
	first := plan.Start(organisation, func(code string) string { return a.words.T("audience.core." + code) }, plan.DateOf(a.setup.Now()))
	store, err := a.setup.Files.Create(context.Background(), path, a.prefs.person(), first)
	a.opened(store, path, opening{now: a.setup.Now}, err)
}

// exampleDay is the day that the example is made for; it always opens on it, so
// that it always shows the same states.
func exampleDay() time.Time { return time.Date(2026, time.November, 22, 9, 0, 0, 0, time.Local) }

// openExample makes a new copy of the example in a folder of its own and opens
// it on its day.
func (a *App) openExample() {
	if !a.closeFile() {
		return
	}
	edit, err := exampleEdit()
	if err != nil {
		a.failAbout(err, "")
		return
	}
	dir, err := os.MkdirTemp("", "ledstjarna-")
	if err != nil {
		a.failAbout(err, "")
		return
	}
	path := filepath.Join(dir, a.words.T("file.example")+extension)
	began := time.Now()
	now := func() time.Time { return exampleDay().Add(time.Since(began)) }
	store, err := a.setup.Files.Create(context.Background(), path, a.prefs.person(), edit)
	a.opened(store, path, opening{now: now, example: true}, err)
}

func exampleEdit() (plan.Edit, error) {
	data, err := exchange.LoadFS(assets.Example(), exchange.DefaultLimits())
	if err != nil {
		return plan.Edit{}, err
	}
	return data.Edit(), nil
}

// opening is the clock of a file that is opened, whether it is the example, and why
// it can only be read, or nil.
type opening struct {
	now     func() time.Time
	example bool
	barred  error
	rescued string // the folder in which what was read of a damaged file lies; "" for none
}

func (a *App) opened(store editor.Store, path string, how opening, err error) {
	if err != nil {
		a.failAbout(err, fileName(path))
		return
	}
	file, err := editor.Open(context.Background(), store, editor.Options{Now: how.now, After: func(d time.Duration, f func()) func() {
		stop := a.work.After(d, f)
		return func() { stop() }
	}})
	if err != nil {
		a.failAbout(err, fileName(path))
		return
	}
	a.dropRescued()
	a.file, a.path, a.now, a.isExample = file, path, how.now, how.example
	a.barred = how.barred
	a.reviews = map[plan.ID]plan.Content{}
	a.prefs.opened(path)
	a.stop = []func(){
		file.OnChange(unlessFalling(a, a.changed)),
		file.OnState(unlessFalling(a, func(editor.State) { a.showState() })),
	}
	if how.rescued != "" {
		a.stop = append(a.stop, func() { _ = os.RemoveAll(how.rescued) }) // what stays is removed at the next start
	}
	a.showDesk()
	a.watchDay()
	a.watchStanding()
	a.tendLater(tendAfter)
}

// closeFile closes the open file, if any. It reports whether none is open now.
func (a *App) closeFile() bool { return a.closeOr(a.fail) }

// closeOr closes the open file, if any, and reports whether none is open now. Where
// what is being typed cannot be saved, refused is told why.
func (a *App) closeOr(refused func(error)) bool {
	if a.file == nil {
		return true
	}
	if v, ok := a.front.(*importView); ok {
		v.close()
	}
	if err := a.file.Close(); err != nil {
		refused(err)
		return false
	}
	a.putReviewsAway()
	a.closePreview()
	a.closeShelf()
	for _, stop := range append(a.stop, a.stopDay, a.stopKeeping, a.stopStanding, a.stopTending, a.stopCalendar) {
		if stop != nil {
			stop()
		}
	}
	a.file, a.path, a.desk, a.views, a.doc, a.front, a.stop = nil, "", nil, nil, nil, nil, nil
	a.barred, a.flawed, a.unsaved, a.week, a.ledger = nil, false, false, nil, review.Ledger{}
	if a.calendar != nil && a.calendar.reading != nil {
		a.calendar.reading.stop()
	}
	a.calendar, a.listed = nil, nil
	return true
}

// askClose asks whether the file is to be closed without what cannot be saved; then
// does what comes after.
func (a *App) askClose(err error, then func()) {
	p := problemOf(a.words, err, fileName(a.path))
	kit.OpenQuestion(a.window.Canvas(), kit.Question{
		Title: a.words.T("close.title"), Text: p.Happened + " " + a.words.T("close.text"),
		Confirm: a.words.T("close.anyway"), Cancel: a.words.T("action.cancel"),
	}, func() {
		a.file.Typing().Discard()
		a.work.Post(then)
	})
}

// showState says in the status line whether all is saved.
func (a *App) showState() {
	if a.file == nil || a.status == nil {
		return
	}
	s := a.file.State()
	a.showUnsaved(s)
	switch {
	case a.file.ReadOnly():
		a.status.SetState(assets.IconEye, kit.Neutral, a.words.T("saved.read-only"))
	case s.Err != nil:
		a.status.SetState(assets.StateLate, kit.Late, a.words.T("saved.failed"))
	case s.Pending:
		a.status.SetState(assets.StateHalf, kit.Active, a.words.T("saved.saving"))
	case s.Saved.IsZero():
		a.status.SetState(assets.StateDone, kit.Done, a.words.T("saved.all"))
	default:
		a.status.SetState(assets.StateDone, kit.Done, a.words.T("saved.at", "time", a.words.Clock(s.Saved)))
	}
	hint := a.hint
	if op, ok := a.file.CanUndo(); hint == "" && ok {
		hint = a.words.T("action.undo-what", "what", a.opWords(op)) + "  " + a.keysFor("undo")
	}
	a.status.SetHint(hint)
}

// sayHint says in the status line what can be done now.
func (a *App) sayHint(hint string) {
	if a.hint != hint {
		a.hint = hint
		a.showState()
	}
}

// opWords puts an action into words.
func (a *App) opWords(op editor.Op) string {
	var pairs []any
	for k, v := range op.Args {
		pairs = append(pairs, k, v)
	}
	return a.words.T(op.Key, pairs...)
}
