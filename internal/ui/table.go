package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ledstjarna/internal/ui/kit"
)

// table is everything that a person can do from the menus or by shortcut.
func (a *App) table() []command {
	all := slices.Concat(a.fileCommands(), a.editCommands(), a.documentCommands(), a.reviewCommands(), a.packetCommands(), a.viewCommands(), a.helpCommands())
	for i, c := range all {
		if c.edits {
			all[i].enabled = func() bool { return a.isOpen() && !a.file.ReadOnly() && c.can() }
		}
	}
	return all
}

func (a *App) isOpen() bool { return a.file != nil }

func (a *App) fileCommands() []command {
	return []command{
		{id: "new", label: "action.new", menu: "menu.file", shortcut: kit.Keys(fyne.KeyN, false), run: a.askNew},
		{id: "open", label: "action.open", menu: "menu.file", shortcut: kit.Keys(fyne.KeyO, false), run: a.askOpen},
		{id: "example", label: "action.example", menu: "menu.file", run: a.openExample},
		{
			id: "export", label: "action.export-pdf", menu: "menu.file", shortcut: kit.Keys(fyne.KeyE, false), line: true,
			enabled: a.canExport, run: a.askExport,
		},
		{id: "exchange-out", label: "sheet.ask-out", menu: "menu.file", enabled: a.isOpen, run: func() { a.askExchangeOut(a.exchangedInFront()) }},
		{id: "exchange-in", edits: true, label: "sheet.ask-in", menu: "menu.file", enabled: a.isOpen, run: func() { a.askExchangeIn(a.exchangedInFront()) }},
		{
			id: "hand-over", label: "hand-over.title", menu: "menu.file", line: true, enabled: a.isOpen, run: func() { a.askHandOver() },
		},
		{id: "import", edits: true, label: "import.ask", menu: "menu.file", enabled: a.isOpen, run: a.askImport},
		{id: "dump", label: "dump.title", menu: "menu.file", enabled: a.isOpen, run: a.askDump},
		{
			id: "backup", label: "backup.now", menu: "menu.file", enabled: a.isOpen, run: func() { a.backUp(func() {}) },
		},
		{
			id: "close", label: "action.close-file", menu: "menu.file", shortcut: kit.Keys(fyne.KeyW, false), line: true,
			enabled: a.isOpen, run: a.putAway,
		},
		{id: "quit", label: "action.quit", menu: "menu.file", shortcut: kit.Keys(fyne.KeyQ, false), run: a.quit},
	}
}

// putAway closes the file and shows the welcome page.
func (a *App) putAway() {
	if a.closeOr(func(err error) { a.askClose(err, a.putAway) }) {
		a.prefs.closed()
		a.showWelcome()
	}
}

func (a *App) editCommands() []command {
	return []command{
		{id: "undo", menu: "menu.edit", shortcut: kit.Keys(fyne.KeyZ, false), enabled: a.canUndo, name: a.undoName, run: a.undo},
		{id: "redo", menu: "menu.edit", shortcut: kit.Keys(fyne.KeyY, false), enabled: a.canRedo, name: a.redoName, run: a.redo},
		{
			id: "search", label: "search.title", menu: "menu.edit", shortcut: kit.Keys(fyne.KeyK, false), line: true,
			enabled: a.isOpen, run: a.search,
		},
		{
			id: "new-document", edits: true, label: "action.new-document", menu: "menu.document", shortcut: kit.Keys(fyne.KeyD, false),
			enabled: a.isOpen, run: func() { askNewDocument(a.desk, a.at.room) },
		},
		{
			id: "ready", edits: true, label: "action.ready", menu: "menu.document", line: true,
			enabled: func() bool { v := a.document(); return v != nil && v.draft() }, run: func() { a.document().becomeReady() },
		},
		{
			id: "export-onepage", label: "action.export-onepage", menu: "menu.document",
			enabled: func() bool { v := a.document(); return v != nil && v.about.Document.Kind.IsPlan() },
			run:     func() { v := a.document(); a.exportOnePage(v.about.Document, v.about.Version) },
		},
		{
			id: "trace", label: "action.trace", menu: "menu.document",
			enabled: func() bool { v := a.document(); return v != nil && v.about.Document.Kind.IsPlan() },
			run:     func() { a.document().openTrace() },
		},
		{
			id: "compare", label: "action.compare-versions", menu: "menu.document",
			enabled: func() bool {
				v := a.document()
				if v == nil {
					return false
				}
				_, ok := v.basis()
				return ok
			}, run: func() { a.document().openCompare() },
		},
		{
			id: "next-section", label: "action.next-section", menu: "menu.document", shortcut: kit.Keys(fyne.KeyPageDown, false), line: true,
			enabled: a.hasDocument, run: func() { a.document().step(1) },
		},
		{
			id: "previous-section", label: "action.previous-section", menu: "menu.document", shortcut: kit.Keys(fyne.KeyPageUp, false),
			enabled: a.hasDocument, run: func() { a.document().step(-1) },
		},
	}
}

func (a *App) viewCommands() []command {
	var out []command
	keys := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8}
	for i, id := range rooms() {
		out = append(out, command{
			id: "go-" + string(id), label: "nav." + string(id), menu: "menu.view", shortcut: kit.Keys(keys[i], false),
			enabled: a.isOpen, on: func() bool { return a.at.room == id }, run: func() { a.goTo(id) },
		})
	}
	out = append(out,
		command{
			id: "next-part", label: "action.next-part", menu: "menu.view", line: true, shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyF6},
			enabled: a.isOpen, run: func() { a.stepPart(1) },
		},
		command{
			id: "previous-part", label: "action.previous-part", menu: "menu.view",
			shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyF6, Modifier: fyne.KeyModifierShift}, enabled: a.isOpen, run: func() { a.stepPart(-1) },
		},
	)
	out = append(out, a.calendarCommands()...)
	out = append(out,
		command{
			id: "preview", label: "preview.title", menu: "menu.view", line: true, shortcut: kit.Keys(fyne.KeyP, true),
			enabled: func() bool { return a.preview != nil && a.setup.Preview != nil },
			on:      func() bool { return a.preview != nil && a.preview.open }, run: a.togglePreview,
		},
		command{
			id: "theme", label: "action.switch-theme", menu: "menu.view", line: true,
			shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyL, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
			run:      a.switchTheme,
		},
		command{id: "language", label: "action.switch-language", menu: "menu.view", run: a.switchLanguage},
	)
	return out
}

// document is the one in front, or nil.
func (a *App) document() *documentView {
	v, _ := a.front.(*documentView)
	return v
}

// here is the place in front, with the section that the person has gone to.
func (a *App) here() place {
	at := a.at
	if v := a.document(); v != nil && at.document == v.id {
		at.section, at.path = v.section, nil
	}
	return at
}

func (a *App) hasDocument() bool { return a.document() != nil }

// canUndo tells whether Ctrl+Z has something to take back: in the focused text
// first, then in the file.
func (a *App) canUndo() bool {
	if a.file == nil {
		return false
	}
	_, ok := a.file.CanUndo()
	_, typing := a.file.Typing().Pending()
	return ok || typing
}

func (a *App) canRedo() bool {
	if a.file == nil {
		return false
	}
	_, ok := a.file.CanRedo()
	return ok
}

func (a *App) undoName() string {
	if a.file != nil {
		if op, ok := a.file.CanUndo(); ok {
			return a.words.T("action.undo-what", "what", a.opWords(op))
		}
	}
	return a.words.T("action.undo")
}

func (a *App) redoName() string {
	if a.file != nil {
		if op, ok := a.file.CanRedo(); ok {
			return a.words.T("action.redo-what", "what", a.opWords(op))
		}
	}
	return a.words.T("action.redo")
}

func (a *App) undo() {
	if err := a.file.Undo(); err != nil {
		a.fail(err)
	}
}

func (a *App) redo() {
	if err := a.file.Redo(); err != nil {
		a.fail(err)
	}
}

func (a *App) switchTheme() {
	if a.dark() {
		a.prefs.setMode("light")
	} else {
		a.prefs.setMode("dark")
	}
	a.applyTheme()
	if v, ok := a.front.(*settingsView); ok {
		v.look.SetValue(lookValue(a.prefs))
	}
}

func (a *App) switchLanguage() {
	if a.words.Language() == "sv" {
		a.prefs.setLanguage("en")
	} else {
		a.prefs.setLanguage("sv")
	}
	a.relabel()
}
