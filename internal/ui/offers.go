package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// offerPicker lets a person choose what a field takes over.
type offerPicker struct {
	offers []plan.Offer
	boxes  []*kit.Checkbox // nil where it is held already
	one    bool            // a text takes over one only
}

// newOfferPicker returns the picker and its rows.
func newOfferPicker(d *desk, one bool, groups []offerGroup) (*offerPicker, []fyne.CanvasObject) {
	o := &offerPicker{one: one}
	var rows []fyne.CanvasObject
	for i, g := range groups {
		rows = append(rows, kit.NewGroupRow(g.from, i == 0))
		for _, x := range g.offers {
			at := len(o.boxes)
			box := kit.NewCheckbox(shortened(x.Name, 90), func(on bool) { o.picked(at, on) })
			o.offers, o.boxes = append(o.offers, x), append(o.boxes, box)
			line := []fyne.CanvasObject{kit.Grow(box)}
			if x.Held {
				o.boxes[at] = nil
				line = []fyne.CanvasObject{
					kit.Grow(kit.NewText(shortened(x.Name, 90), kit.Body, kit.ColorText2).Elastic()),
					kit.NewText(d.words.T("inherit.held"), kit.Caption, kit.ColorText2),
				}
			}
			rows = append(rows, kit.Pad(kit.Insets{Top: 6, Right: 16, Bottom: 6, Left: 16}, kit.Bar(8, line...)))
		}
	}
	return o, rows
}

// picked leaves a text with one choice.
func (o *offerPicker) picked(at int, on bool) {
	for i, b := range o.boxes {
		if o.one && on && i != at && b != nil {
			b.SetChecked(false)
		}
	}
}

func (o *offerPicker) chosen() []plan.Offer {
	var out []plan.Offer
	for i, b := range o.boxes {
		if b != nil && b.Checked() {
			out = append(out, o.offers[i])
		}
	}
	return out
}

// askOffers asks what the field of the line takes over, and takes it over as one
// step.
func (v *documentView) askOffers(l takenLine) {
	p := v.desk.words
	from, err := v.desk.sources(v.desk.register().Parents(v.id)...)
	if err != nil {
		v.desk.fail(err)
		return
	}
	f, _ := plan.FieldIn(plan.FieldsOf(v.about.Document.Kind), l.field)
	one := f.Kind != plan.List && f.Kind != plan.References
	picker, rows := newOfferPicker(v.desk, one, offerGroups(p, from, from.Offers(v.about.Document, v.about.Content, l.field)))
	parts := []fyne.CanvasObject{kit.NewParagraph(p.T("inherit.help"), kit.Dense, kit.ColorText2)}
	if one && !v.about.Content.Get(l.field).IsZero() {
		parts = append(parts, kit.NewParagraph(p.T("inherit.replaces"), kit.Dense, kit.ColorText2))
	}
	height := min(float32(380), 12+float32(len(rows))*31)
	parts = append(parts, kit.NewCard("", kit.Fixed(0, height, kit.NewScrollBox(kit.NewRows(true, rows...)))))
	kit.OpenDialog(v.desk.window.Canvas(), kit.DialogSpec{
		Title: p.T("inherit.into", "field", l.title), Width: 560, Content: kit.Column(10, parts...),
		Confirm: kit.DialogAction{Label: p.T("inherit.take"), Run: func() bool {
			chosen := picker.chosen()
			if len(chosen) == 0 {
				return false
			}
			return v.takeOver(l, from, chosen)
		}},
		Cancel: kit.DialogAction{Label: p.T("action.cancel")},
	})
}

func (v *documentView) takeOver(l takenLine, from plan.Sources, chosen []plan.Offer) bool {
	return v.change(editor.Op{Key: "op.take-over", Args: map[string]string{"field": l.title}}, func(c plan.Content) (plan.Content, error) {
		return from.Take(v.about.Document, c, chosen...)
	})
}
