package ui

import (
	"ledstjarna/assets"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// search lets a person go to a document or run a command by typing part of its
// name.
func (a *App) search() {
	if a.file == nil {
		return
	}
	r := a.desk.register()
	var choices []kit.Choice
	run := map[string]func(){}
	for _, d := range r.Documents() {
		id := string(d.ID)
		choices = append(choices, kit.Choice{
			Value: id, Label: shownVersion(r, d, a.desk.today()).Head.Title, Hint: a.words.T("kind." + string(d.Kind)), Symbol: assets.IconPlan,
		})
		run[id] = func() { a.open(place{room: roomOf(d.Kind), document: plan.ID(id)}) }
	}
	for _, c := range a.commands {
		if c.can() {
			choices = append(choices, kit.Choice{Value: "command/" + c.id, Label: a.nameOf(c), Hint: a.keysOf(c)})
			run["command/"+c.id] = c.run
		}
	}
	picked := ""
	field := kit.NewReferenceField(a.kitWords, a.words.T("nav.search"), choices, func(id string) { picked = id })
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: a.words.T("nav.search"), Width: 520, Content: kit.Fixed(0, 30, field),
		Confirm: kit.DialogAction{Label: a.words.T("action.show"), Run: func() bool {
			if picked == "" {
				picked = field.Value()
			}
			if f, ok := run[picked]; ok {
				a.work.Post(f)
			}
			return true
		}},
		Cancel: kit.DialogAction{Label: a.words.T("action.cancel")},
	})
	a.window.Canvas().Focus(nil)
	field.Entry().Focus()
}

// about tells which program and version this is.
func (a *App) about() {
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title:   a.words.T("app.name") + " " + a.setup.Version,
		Content: kit.NewParagraph(a.words.T("app.tagline")+".\n"+a.words.T("app.no-account"), kit.Body, kit.ColorText),
		Confirm: kit.DialogAction{Label: a.words.T("action.close")},
	})
}
