package ui

import (
	"path/filepath"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// helpCommands are the menu Hjälp.
func (a *App) helpCommands() []command {
	return []command{
		{
			id: "guide", label: "guide.title", menu: "menu.help", shortcut: &desktop.CustomShortcut{KeyName: fyne.KeyF1},
			run: func() { a.openGuide("") },
		},
		{id: "shortcuts", label: "action.shortcuts", menu: "menu.help", run: func() { a.openGuide("shortcuts") }},
		{id: "guide-pdf", label: "guide.export", menu: "menu.help", run: a.exportGuide},
		{id: "about", label: "action.about", menu: "menu.help", line: true, run: a.about},
	}
}

// typedCommand runs the command of a key that needs no other key with it. The
// toolkit knows no shortcuts without Ctrl, Alt or Cmd.
func (a *App) typedCommand(e *fyne.KeyEvent) bool {
	var held fyne.KeyModifier
	if kit.ShiftDown() {
		held = fyne.KeyModifierShift
	}
	for _, c := range a.commands {
		s, ok := c.shortcut.(*desktop.CustomShortcut)
		if ok && s.Modifier == held && s.KeyName == e.Name && c.can() {
			c.run()
			return true
		}
	}
	return false
}

// guideChoices are the parts of the guide that the search offers.
func (a *App) guideChoices(g report.Guide, typed string) ([]kit.Choice, map[string]func()) {
	run := map[string]func(){}
	var out []kit.Choice
	hits := g.Find(typed)
	for i, h := range hits[:min(len(hits), mostGuide)] {
		id := "guide/" + strconv.Itoa(i)
		hint := a.words.T("guide.title")
		if h.Block >= 0 {
			hint += " · " + h.Chapter.Title
		}
		out = append(out, kit.Choice{Value: id, Label: h.Heading, Hint: hint, Symbol: assets.IconInfo})
		run[id] = func() {
			a.openGuide(h.Chapter.Name)
			a.guide.turn(h.Chapter.Name, h.Block)
		}
	}
	return out, run
}

// mostGuide is how many parts of the guide the search lists.
const mostGuide = 4

// exportGuide asks where the guide is to lie as a PDF and in which language, and
// writes it. No file need be open.
func (a *App) exportGuide() {
	p := a.printedGuide()
	a.askPrint(p, filepath.Join(documentsFolder(), a.words.T("guide.file")+".pdf"), a.words.T("export.write"))
}

// printedGuide is the printing of the guide, from its own window where it is open.
func (a *App) printedGuide() printing {
	p := a.fromWindow(a.words.T("guide.export"), func(words *i18n.Printer) (Paper, error) {
		g, err := report.ReadGuide(assets.Guide(), words, false)
		if err != nil {
			return Paper{}, err
		}
		return Paper{Print: report.GuidePaper(g, words, a.setup.Version), At: a.setup.Now()}, nil
	})
	if a.guide != nil {
		p.window = a.guide.window
	}
	p.say = a.sayOfGuide
	p.fail = func(err error, file string) {
		kit.OpenProblem(p.window.Canvas(), a.kitWords, problemOf(a.words, err, file))
	}
	return p
}

// guideCommands is the table of commands as the guide keeps it.
func (a *App) guideCommands() []report.GuideCommand {
	var out []report.GuideCommand
	for _, menu := range menuKeys() {
		for _, c := range a.commands {
			if c.menu != menu {
				continue
			}
			label := c.label
			if label == "" {
				label = "action." + c.id
			}
			out = append(out, report.GuideCommand{ID: c.id, Menu: menu, Label: label, Keys: guideKeysOf(c.shortcut)})
		}
	}
	return out
}

// guideKeysOf writes a shortcut for the guide, the same on every system.
func guideKeysOf(s fyne.Shortcut) string {
	k, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return ""
	}
	var parts []string
	for _, m := range []struct {
		mask fyne.KeyModifier
		name string
	}{{fyne.KeyModifierShortcutDefault, "ctrl"}, {fyne.KeyModifierAlt, "alt"}, {fyne.KeyModifierShift, "shift"}} {
		if k.Modifier&m.mask != 0 {
			parts = append(parts, m.name)
		}
	}
	return strings.Join(append(parts, string(k.KeyName)), "+")
}
