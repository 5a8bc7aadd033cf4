package ui

import (
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/chooser"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/ui/kit"
)

// showWelcome shows what can be done when no file is open.
func (a *App) showWelcome() {
	a.at = place{}
	a.menu = kit.NewMenuBar(a.menus())
	a.menu.Bind(a.window.Canvas())
	a.shell = kit.NewShell(a.menu, nil, nil, nil)
	a.root.SetContent(a.shell)
	if len(a.setup.Crashes.Ended()) > 0 {
		a.showCrash()
	}
	a.window.SetTitle(a.words.T("app.name"))
	begin := kit.Column(10,
		a.choice("new", kit.Start{Symbol: assets.IconFileNew, Title: a.words.T("welcome.new"), Caption: a.words.T("welcome.new.caption"), Filled: true, Press: a.askNew}),
		a.choice("open", kit.Start{Symbol: assets.IconFolderOpen, Title: a.words.T("welcome.open"), Caption: a.words.T("welcome.open.caption"), Press: a.askOpen}),
		a.choice("example", kit.Start{
			Symbol: assets.IconStar, Title: a.words.T("welcome.example"), Press: a.openExample,
			Caption: a.words.T("app.example-as-of", "date", a.words.Date(i18n.DayOf(exampleDay()))),
		}),
	)
	left := kit.Column(12, kit.NewText(a.words.T("welcome.start"), kit.DenseStrong, kit.ColorText2), begin)
	right := kit.Column(12, kit.NewText(a.words.T("welcome.recent"), kit.DenseStrong, kit.ColorText2), kit.NewCard("", a.recentRows()))
	head := kit.Column(4,
		kit.Pad(kit.Insets{Bottom: 12}, kit.Bar(0, kit.Spring(), kit.NewMark(assets.IconStar, 56), kit.Spring())),
		kit.NewText(a.words.T("app.name"), kit.Display, kit.ColorText).AlignMiddle(),
		kit.NewText(a.words.T("app.tagline"), kit.Body, kit.ColorText2).AlignMiddle(),
	)
	foot := kit.NewText(a.words.T("app.no-account"), kit.Caption, kit.ColorText2).AlignMiddle()
	all := kit.Column(40, head, kit.Columns(24, []float32{400, 0}, left, right))
	a.shell.SetWork(kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Bottom: kit.Pad(kit.Insets{Bottom: 20}, foot)},
		kit.NewScrollBox(kit.Pad(kit.Insets{Top: 72, Right: 24, Left: 24}, measured(880, all))))))
}

// choice is a way to begin, with the keys of its command.
func (a *App) choice(command string, what kit.Start) fyne.CanvasObject {
	what.Keys = a.keysFor(command)
	return kit.NewTile(what)
}

func (a *App) recentRows() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, path := range a.prefs.recent() {
		row := kit.TwoLine{
			Symbol: assets.IconPlan, SymbolInk: kit.ColorText2, SymbolSize: 16, Height: 53,
			Title: filepath.Base(path), Caption: filepath.Dir(path), Open: func() { a.openFile(path) },
		}
		if _, err := os.Stat(path); err != nil {
			row.Symbol, row.SymbolInk, row.SymbolSize = assets.StateUrgent, kit.ColorUrgent, 12
			row.Caption += " · " + a.words.T("welcome.missing")
			row.Open = a.askOpen
		}
		rows = append(rows, kit.NewTwoLineRow(row))
	}
	if len(rows) == 0 {
		return kit.EmptyState(assets.IconFolderOpen, a.words.T("welcome.no-recent"), a.words.T("welcome.no-recent.caption"), nil)
	}
	return kit.NewRows(true, rows...)
}

// askNew asks for the organisation and where its file is to lie.
func (a *App) askNew() {
	dir, placed := documentsFolder(), false
	place := kit.NewEntry(a.kitWords, "", nil).OnTyped(func(string) { placed = true })
	name := kit.NewEntry(a.kitWords, a.words.T("welcome.new.example"), nil)
	name.OnTyped(func(s string) {
		if !placed {
			place.SetText(filepath.Join(dir, fileNameFor(s, a.words.T("file.plans"))+extension))
		}
	})
	place.SetText(filepath.Join(dir, a.words.T("file.plans")+extension))
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: a.words.T("welcome.new"), Width: 520,
		Content: kit.Column(14,
			kit.NewField(a.words.T("welcome.new.organisation"), name),
			a.placeOf("welcome.new.place", place, func(bool) { placed = true })),
		Confirm: kit.DialogAction{Label: a.words.T("welcome.new.create"), Run: func() bool {
			if name.Text() == "" {
				name.SetBad(true)
				return false
			}
			a.createFile(place.Text(), name.Text())
			return true
		}},
		Cancel: kit.DialogAction{Label: a.words.T("action.cancel")},
	})
}

// askOpen asks for a file in the desktop's dialog, or else by its path.
func (a *App) askOpen() {
	q := chooser.Question{Title: a.words.T("welcome.open"), Folder: a.usualFolder(), Filters: a.planFiles()}
	a.chooseOr(q, a.openFile, a.askOpenPath)
}

// askOpenPath asks for a file by its path, or lets the person look for it.
func (a *App) askOpenPath() {
	path := kit.NewEntry(a.kitWords, filepath.Join(documentsFolder(), a.words.T("file.plans")+extension), nil)
	look := a.lookFor(path, a.planFiles()...)
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: a.words.T("welcome.open"), Width: 520,
		Content: kit.Column(10, kit.NewField(a.words.T("welcome.open.path"), path), kit.Bar(8, look)),
		Confirm: kit.DialogAction{Label: a.words.T("welcome.open"), Run: func() bool {
			a.openFile(path.Text())
			return true
		}},
		Cancel: kit.DialogAction{Label: a.words.T("action.cancel")},
	})
}

// documentsFolder is where a person's files usually lie.
func documentsFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	for _, name := range []string{"Dokument", "Documents"} {
		if info, err := os.Stat(filepath.Join(home, name)); err == nil && info.IsDir() {
			return filepath.Join(home, name)
		}
	}
	return home
}

// fileNameFor makes a file name of an organisation's name.
func fileNameFor(s, other string) string {
	var out []rune
	for _, r := range s {
		switch r {
		case '/', '\\', ':', '*', '?', '"', '<', '>', '|':
		default:
			if r >= ' ' {
				out = append(out, r)
			}
		}
	}
	if len(out) == 0 {
		return other
	}
	return string(out)
}
