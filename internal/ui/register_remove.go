package ui

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// usersOf says what refers to an entry: what in the register does, which keeps
// it from being removed, and the documents whose text mentions it.
func usersOf(d *desk, id plan.ID) (held, mentioned []string, err error) {
	r := d.register()
	for _, x := range r.Referrers(id) {
		held = append(held, report.Referrer(d.words, r, x))
	}
	for _, doc := range r.Documents() {
		for _, v := range doc.Versions {
			sealed, err := d.file.Content(v.ID)
			if err != nil {
				return nil, nil, err
			}
			if sealed.Content.Mentions(id) {
				mentioned = append(mentioned, report.Referrer(d.words, r, plan.Referrer{Document: doc.ID}))
				break
			}
		}
	}
	return held, mentioned, nil
}

// askRemove removes entries as one step. Where something refers to one of them
// it says what: what the register holds stays, what only texts mention is
// removed when the person says so.
func (v *libraryView) askRemove(ids []plan.ID) {
	d := v.desk
	var held, mentioned []string
	for _, id := range ids {
		h, m, err := usersOf(d, id)
		if err != nil {
			d.fail(err)
			return
		}
		held, mentioned = append(held, h...), append(mentioned, m...)
	}
	switch {
	case len(held) > 0:
		kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
			Title: d.words.T("register.held"), Content: listed(d.words.T("register.held.help"), held), Width: 520,
			Confirm: kit.DialogAction{Label: d.words.T("action.ok")},
		})
	case len(mentioned) > 0:
		kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
			Title: d.words.T("register.mentioned"), Content: listed(d.words.T("register.mentioned.help"), mentioned), Width: 520,
			Confirm: kit.DialogAction{Label: d.words.T("register.remove-anyway"), Run: func() bool { v.remove(ids); return true }},
			Cancel:  kit.DialogAction{Label: d.words.T("action.cancel")},
		})
	default:
		v.remove(ids)
	}
}

// listed is a text over at most eight lines.
func listed(text string, lines []string) fyne.CanvasObject {
	out := []fyne.CanvasObject{kit.NewParagraph(text, kit.Body, kit.ColorText)}
	for i, l := range lines {
		if i == 8 {
			out = append(out, kit.NewText("…", kit.Dense, kit.ColorText2))
			break
		}
		out = append(out, kit.NewParagraph("• "+l, kit.Dense, kit.ColorText))
	}
	return kit.Column(6, out...)
}

func (v *libraryView) remove(ids []plan.ID) {
	var names []string
	edit, err := plan.Edit{}, error(nil)
	r := v.desk.register()
	for _, id := range ids {
		e, _ := r.Entry(v.list, id)
		names = append(names, r.EntryName(v.list, e))
		one, oneErr := r.RemoveEntry(v.list, id)
		edit, err, r = edit.Then(one), errors.Join(err, oneErr), r.Apply(one)
	}
	v.desk.do(editor.Op{Key: "op.remove-entry", Args: map[string]string{"name": strings.Join(names, ", ")}}, edit, err)
}
