package ui

import (
	"context"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/scratch"
	"ledstjarna/internal/ui/kit"
)

// pathQuestion asks for a file; title and confirm are keys of words.
type pathQuestion struct {
	title, confirm string
	extra          fyne.CanvasObject // below the path; nil for nothing
}

// askPath asks for a file by its path, or lets the person look for it.
func (a *App) askPath(q pathQuestion, answered func(path string)) {
	path := kit.NewEntry(a.kitWords, documentsFolder(), nil)
	look := a.lookFor(path)
	parts := []fyne.CanvasObject{kit.NewField(a.words.T("attachments.path"), path), kit.Bar(8, look)}
	if q.extra != nil {
		parts = append(parts, q.extra)
	}
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: a.words.T(q.title), Width: 520, Content: kit.Column(10, parts...),
		Confirm: kit.DialogAction{Label: a.words.T(q.confirm), Run: func() bool {
			if path.Text() == "" {
				path.SetBad(true)
				return false
			}
			a.work.Post(func() { answered(path.Text()) })
			return true
		}},
		Cancel: kit.DialogAction{Label: a.words.T("action.cancel")},
	})
}

// opened is a file that was examined, with what closes it.
type opened struct {
	plan.Attachment
	file *os.File
}

// examine reads the file at path beside the window and hands it to use, which
// runs while it is open. What cannot be attached is told.
func (a *App) examine(path string, use func(plan.Attachment)) {
	kit.Do(a.work, func(context.Context) (opened, error) { return examined(path) }, func(o opened, err error) {
		switch {
		case err != nil:
			a.failAbout(err, filepath.Base(path))
		case a.file != nil:
			use(o.Attachment)
		}
		if o.file != nil {
			_ = o.file.Close() // it was only read
		}
	})
}

func examined(path string) (opened, error) {
	f, err := exchange.OpenFile(path)
	if err != nil {
		return opened{}, unreadable{err}
	}
	info, err := f.Stat()
	if err != nil {
		return opened{}, unreadable{errors.Join(err, f.Close())}
	}
	a, err := plan.Examine(filepath.Base(path), f, info.Size())
	if err != nil {
		return opened{}, errors.Join(err, f.Close())
	}
	return opened{a, f}, nil
}

// unreadable gives an error of reading its words.
type unreadable struct{ error }

func (e unreadable) Unwrap() error { return e.error }

// MessageKey is the key of the words for a person.
func (unreadable) MessageKey() string { return "error.read-file" }

// askSaveAttached asks where a copy of the attached file is to lie.
func (a *App) askSaveAttached(f plan.AttachedFile) {
	path := kit.NewEntry(a.kitWords, "", nil)
	path.SetText(filepath.Join(documentsFolder(), plan.SafeName(f.Name)))
	overwrite := kit.NewCheckbox(a.words.T("export.overwrite"), nil)
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: a.words.T("attachments.save-title"), Width: 520,
		Content: kit.Column(14, a.placeOf("attachments.path", path, overwrite.SetChecked), overwrite),
		Confirm: kit.DialogAction{Label: a.words.T("attachments.save-confirm"), Run: func() bool {
			a.work.Post(func() { a.saveAttached(f, path.Text(), overwrite.Checked()) })
			return true
		}},
		Cancel: kit.DialogAction{Label: a.words.T("action.cancel")},
	})
}

// saveAttached writes the file whole or not at all.
func (a *App) saveAttached(f plan.AttachedFile, path string, overwrite bool) {
	var stored error
	err := exchange.WriteFile(path, overwrite, func(w io.Writer) error {
		stored = a.file.CopyFile(f.Hash, w)
		return stored
	})
	switch {
	case stored != nil:
		a.failAbout(stored, f.Name)
	case err != nil:
		a.failAbout(exportProblem{err}, filepath.Base(path))
	default:
		a.say(a.words.T("attachments.saved", "file", filepath.Base(path)))
	}
}

// openAttached shows a copy of the file in the program that the system has for
// it. The copy lies in a folder that only the person can read and goes away when
// the plan file is closed. What is something else than its name says is not opened,
// but can be saved.
func (a *App) openAttached(f plan.AttachedFile) {
	path, err := a.copyForOpening(f)
	if errors.Is(err, plan.ErrFileKind) {
		a.offerToSave(f)
		return
	}
	if err == nil {
		err = a.toolkit.OpenURL(&url.URL{Scheme: "file", Path: filepath.ToSlash(path)})
	}
	if err != nil {
		a.failAbout(err, plan.SafeName(f.Name))
		return
	}
	a.say(a.words.T("attachments.open-copy", "file", plan.SafeName(f.Name)))
}

// offerToSave says why a file is not opened and lets it be saved.
func (a *App) offerToSave(f plan.AttachedFile) {
	w := a.words
	kit.OpenQuestion(a.window.Canvas(), kit.Question{
		Title: w.T("attachments.unsafe-title"), Text: w.T("attachments.unsafe-text", "file", plan.SafeName(f.Name)),
		Confirm: w.T("attachments.unsafe-save"), Cancel: w.T("action.cancel"),
	}, func() { a.work.Post(func() { a.askSaveAttached(f) }) })
}

// copyForOpening writes a copy that may be opened and returns its path:
// plan.ErrFileKind where what the file holds is not what its name says, or may be a
// program. Then nothing is left of the copy.
func (a *App) copyForOpening(f plan.AttachedFile) (path string, err error) {
	f.Name = plan.SafeName(f.Name)
	if !f.Opens() {
		return "", plan.ErrFileKind
	}
	dir, err := scratch.New()
	if err != nil {
		return "", unreadable{err}
	}
	path = filepath.Join(dir, f.Name)
	if err := a.copyVerified(f, path); err != nil {
		return "", errors.Join(err, os.RemoveAll(dir))
	}
	a.stop = append(a.stop, func() { _ = os.RemoveAll(dir) }) // what another program holds open is removed at the next start
	return path, nil
}

// copyVerified writes the file and looks at what it holds, whatever the plan file says
// of it.
func (a *App) copyVerified(f plan.AttachedFile, path string) (err error) {
	out, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return unreadable{err}
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	if err := a.file.CopyFile(f.Hash, out); err != nil {
		return err
	}
	info, err := out.Stat()
	if err != nil {
		return unreadable{err}
	}
	held, err := plan.Examine(f.Name, out, info.Size())
	if err == nil && !held.Opens() {
		err = plan.ErrFileKind
	}
	return err
}
