package ui

import (
	"unicode"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

// command is one thing that a person can do. Menus, shortcuts, the search and
// tests all use the one table of them.
type command struct {
	id       string
	label    string // key of its words; or see name
	menu     string // key of the menu that it stands in
	shortcut fyne.Shortcut
	enabled  func() bool   // nil for always
	on       func() bool   // nil for a command that is no switch
	name     func() string // words that change, as "Ångra: ta bort aktivitet 4"
	run      func()
	line     bool // a line stands above it in the menu
	edits    bool // it changes the file, and cannot be run where that is only read
}

// can reports whether the command can be run now.
func (c command) can() bool { return c.enabled == nil || c.enabled() }

// menuKeys are the menus in the order of the bar.
func menuKeys() []string {
	return []string{"menu.file", "menu.edit", "menu.view", "menu.document", "menu.review", "menu.packet", "menu.help"}
}

// menus makes the bar's menus from the table; a menu without commands is left
// out.
func (a *App) menus() []kit.Menu {
	var out []kit.Menu
	taken := map[rune]bool{}
	for _, key := range menuKeys() {
		if !a.hasCommands(key) {
			continue
		}
		out = append(out, kit.Menu{Title: a.words.T(key), Mnemonic: mnemonic(a.words.T(key), taken), Items: func() []kit.MenuItem {
			return a.menuItems(key)
		}})
	}
	return out
}

// mnemonic is the first letter of a menu's title that opens no menu before it.
func mnemonic(title string, taken map[rune]bool) rune {
	for _, r := range title {
		if !taken[unicode.ToUpper(r)] {
			taken[unicode.ToUpper(r)] = true
			return r
		}
	}
	return 0
}

func (a *App) hasCommands(menu string) bool {
	for _, c := range a.commands {
		if c.menu == menu {
			return true
		}
	}
	return false
}

func (a *App) menuItems(menu string) []kit.MenuItem {
	var out []kit.MenuItem
	for _, c := range a.commands {
		if c.menu != menu {
			continue
		}
		if c.line && len(out) > 0 {
			out = append(out, kit.MenuItem{})
		}
		out = append(out, kit.MenuItem{
			Label: a.nameOf(c), Shortcut: a.keysOf(c), Off: !c.can(), On: c.on != nil && c.on(), Run: c.run,
		})
	}
	return out
}

func (a *App) nameOf(c command) string {
	if c.name != nil {
		return c.name()
	}
	return a.words.T(c.label)
}

func (a *App) keysOf(c command) string {
	if c.shortcut == nil {
		return ""
	}
	return a.kitWords.KeysText(c.shortcut)
}

// keysFor are the keys of the command with the ID, as they are called on this system.
func (a *App) keysFor(id string) string {
	for _, c := range a.commands {
		if c.id == id {
			return a.keysOf(c)
		}
	}
	return ""
}

// bindShortcuts lets the window's shortcuts run the commands.
func (a *App) bindShortcuts() {
	for _, c := range a.commands {
		if c.shortcut == nil {
			continue
		}
		run := func(fyne.Shortcut) {
			if a.window.Canvas().Overlays().Top() == nil && c.can() { // a dialog has the keyboard to itself
				c.run()
			}
		}
		a.window.Canvas().AddShortcut(c.shortcut, run)
		switch c.id { // the toolkit has shortcuts of its own for these keys
		case "undo":
			a.window.Canvas().AddShortcut(&fyne.ShortcutUndo{}, run)
		case "redo":
			a.window.Canvas().AddShortcut(&fyne.ShortcutRedo{}, run)
		}
	}
}
