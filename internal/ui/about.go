package ui

import (
	"runtime"
	"runtime/debug"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

// aboutFact is something that is told of the program.
type aboutFact struct{ name, value string }

// aboutFacts are what is told of the program and the open file.
func (a *App) aboutFacts(built *debug.BuildInfo) []aboutFact {
	w := a.words
	file := a.path
	if file == "" {
		file = w.T("about.no-file")
	}
	with := "Go " + strings.TrimPrefix(runtime.Version(), "go")
	for _, m := range modulesOf(built) {
		if version, is := strings.CutPrefix(m, "fyne.io/fyne/v2 "); is {
			with += ", Fyne " + version
		}
	}
	return []aboutFact{
		{w.T("about.version"), a.setup.Version},
		{w.T("about.file"), file},
		{w.T("about.system"), runtime.GOOS + "/" + runtime.GOARCH},
		{w.T("about.built"), with},
	}
}

// modulesOf are the modules that a program is built of, with their versions.
func modulesOf(built *debug.BuildInfo) []string {
	if built == nil {
		return nil
	}
	var out []string
	for _, m := range built.Deps {
		out = append(out, m.Path+" "+strings.TrimPrefix(m.Version, "v"))
	}
	return out
}

// about tells of the program: its version, where the file lies, and on what terms the
// work of others is in it.
func (a *App) about() {
	w := a.words
	built, _ := debug.ReadBuildInfo() // nil where the program was built without
	facts := a.aboutFacts(built)
	content := kit.Column(16, kit.NewParagraph(w.T("app.tagline")+".\n"+w.T("app.no-account"), kit.Body, kit.ColorText), factRows(facts))
	var d *kit.Dialog
	fit := func(bool) { d.Fit() }
	content.Add(kit.Column(4, kit.NewText(w.T("about.licences"), kit.Subheading, kit.ColorText),
		kit.NewParagraph(w.T("about.licences.text"), kit.Dense, kit.ColorText2)))
	terms := kit.Column(0)
	for _, n := range assets.Notices() {
		terms.Add(kit.NewFolded(n.Work, "", termsOf(n.Text), fit))
	}
	if modules := modulesOf(built); len(modules) > 0 {
		terms.Add(kit.NewFolded(w.T("about.modules"), "", termsOf(strings.Join(modules, "\n")), fit))
	}
	content.Add(terms)
	d = kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: w.T("action.about"), Width: 720, Content: content,
		Confirm: kit.DialogAction{Label: w.T("action.close")},
		Extra: []kit.DialogAction{{Label: w.T("about.copy"), Run: func() bool {
			a.copyFacts(facts)
			return false
		}}},
	})
}

func termsOf(text string) fyne.CanvasObject {
	return kit.Pad(kit.Insets{Top: 4, Right: 12, Bottom: 12, Left: 12}, kit.NewParagraph(strings.TrimSpace(text), kit.Dense, kit.ColorText2))
}

func factRows(facts []aboutFact) fyne.CanvasObject {
	rows := kit.Column(6)
	for _, f := range facts {
		rows.Add(kit.Columns(12, []float32{120, 0}, kit.Column(0, kit.NewText(f.name, kit.Dense, kit.ColorText2)), kit.NewParagraph(f.value, kit.Dense, kit.ColorText)))
	}
	return rows
}

func (a *App) copyFacts(facts []aboutFact) {
	text := a.words.T("app.name") + "\n"
	for _, f := range facts {
		text += f.name + ": " + f.value + "\n"
	}
	a.toolkit.Clipboard().SetContent(text)
	a.say(a.words.T("about.copied"))
}
