package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/driver"
	"fyne.io/fyne/v2/storage"

	"ledstjarna/internal/chooser"
	"ledstjarna/internal/ui/kit"
)

// chooseOr asks in the desktop's dialog, beside the window. use gets the path; a person
// who chooses nothing is asked no more. Where the desktop has no dialog, otherwise asks.
func (a *App) chooseOr(q chooser.Question, use func(path string), otherwise func()) {
	ask := a.setup.Choose
	switch {
	case a.choosing: // it is open already
		return
	case ask == nil || a.noChoice:
		otherwise()
		return
	}
	a.choosing = true
	q.X11, q.HWND = handlesOf(a.window)
	kit.Do(a.work, func(ctx context.Context) (string, error) { return ask(ctx, q) }, func(path string, err error) {
		a.choosing = false
		switch {
		case errors.Is(err, chooser.ErrCancelled):
		case err != nil:
			a.noChoice = errors.Is(err, chooser.ErrNone)
			otherwise()
		default:
			use(path)
		}
	})
}

// handlesOf are what the desktop calls the window, so that its dialog opens above it;
// 0 where it has another kind of name.
func handlesOf(w fyne.Window) (x11, hwnd uintptr) {
	if native, ok := w.(driver.NativeWindow); ok {
		native.RunNative(func(context any) {
			switch c := context.(type) {
			case driver.X11WindowContext:
				x11 = c.WindowHandle
			case driver.WindowsWindowContext:
				hwnd = c.HWND
			}
		})
	}
	return x11, hwnd
}

// planFiles are the files that the window opens.
func (a *App) planFiles() []chooser.Filter {
	return []chooser.Filter{{Name: a.words.T("choose.plans"), Endings: []string{extension}}}
}

// sheetEndings end the names of files with rows.
func sheetEndings() []string { return []string{".xlsx", ".csv", ".txt"} }

// usualFolder is where a file is looked for first: beside the one that is open.
func (a *App) usualFolder() string {
	if a.path == "" || a.isExample {
		return documentsFolder()
	}
	return filepath.Dir(a.path)
}

// lookFor is a button that lets the person look for a file, whose path the entry gets.
func (a *App) lookFor(path *kit.Entry, filters ...chooser.Filter) *kit.Button {
	label := a.words.T("action.look-for-file")
	return kit.NewButton(kit.Outlined, label, func() {
		q := chooser.Question{Title: strings.TrimRight(label, " …"), Folder: documentsFolder(), Filters: filters}
		a.chooseOr(q, path.SetText, func() { a.lookInWindow(q, path.SetText) })
	})
}

// lookInWindow asks in the toolkit's dialog.
func (a *App) lookInWindow(q chooser.Question, use func(path string)) {
	picker := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if err != nil || f == nil {
			return
		}
		_ = f.Close() // only its name is wanted
		use(filepath.FromSlash(f.URI().Path()))
	}, a.window)
	if len(q.Filters) > 0 {
		picker.SetFilter(storage.NewExtensionFileFilter(q.Filters[0].Endings))
	}
	picker.Show()
}

// placeOf is a field for where a file is to lie, with a button that lets the person
// choose. chosen is told whether a file that lies there is to be replaced, which the
// desktop's dialog asks.
func (a *App) placeOf(label string, path *kit.Entry, chosen func(replaces bool)) fyne.CanvasObject {
	title := a.words.T("choose.place")
	choose := kit.NewButton(kit.Outlined, title, func() {
		q := a.saving(path.Text())
		q.Title = strings.TrimRight(title, " …")
		a.chooseOr(q, func(p string) {
			if filepath.Ext(p) == "" && len(q.Filters) > 0 {
				path.SetText(p + q.Filters[0].Endings[0])
				chosen(false) // the dialog did not ask about this name
				return
			}
			path.SetText(p)
			_, err := os.Stat(p)
			chosen(err == nil)
		}, func() {
			a.folderInWindow(func(dir string) {
				path.SetText(filepath.Join(dir, q.Name))
				chosen(false)
			})
		})
	})
	return kit.Column(8, kit.NewField(a.words.T(label), path), kit.Bar(8, choose))
}

// saving asks for a place for the file at path.
func (a *App) saving(path string) chooser.Question {
	q := chooser.Question{Kind: chooser.Save, Folder: filepath.Dir(path), Name: filepath.Base(path)}
	if strings.TrimSpace(path) == "" || !filepath.IsAbs(path) {
		q.Folder, q.Name = a.usualFolder(), ""
	}
	switch end := strings.ToLower(filepath.Ext(q.Name)); end {
	case "":
	case extension:
		q.Filters = a.planFiles()
	default:
		kind := strings.ToUpper(strings.TrimPrefix(end, "."))
		q.Filters = []chooser.Filter{{Name: a.words.T("choose.kind", "kind", kind), Endings: []string{end}}}
	}
	return q
}

// folderInWindow asks in the toolkit's dialog for a folder only: that for files empties
// the file at once.
func (a *App) folderInWindow(use func(dir string)) {
	dialog.NewFolderOpen(func(f fyne.ListableURI, err error) {
		if err == nil && f != nil {
			use(filepath.FromSlash(f.Path()))
		}
	}, a.window).Show()
}
