package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// promptRow is something that the register lacks, with the links that mend it.
func promptRow(d *desk, l promptLine) (row fyne.CanvasObject, mend []*kit.Button) {
	for i, x := range mends(d, l.prompt) {
		kind := kit.LinkStrong
		if i > 0 {
			kind = kit.Link
		}
		mend = append(mend, mendButton(d, kind, x))
	}
	return toMend(l.title, l.caption, assets.StateUrgent, kit.Urgent, mend...), mend
}

// toMend is a row that says what is to be mended, with the ways to do it.
func toMend(title, caption string, symbol kit.Symbol, family kit.Family, ways ...*kit.Button) fyne.CanvasObject {
	links := make([]fyne.CanvasObject, 0, len(ways)+1)
	for _, b := range ways {
		links = append(links, b)
	}
	words := kit.Column(2, kit.NewParagraph(title, kit.Body, kit.ColorText), kit.NewParagraph(caption, kit.Caption, kit.ColorText2),
		kit.Bar(14, append(links, kit.Spring())...))
	return kit.Pad(kit.Insets{Top: 10, Right: 16, Bottom: 8, Left: 16},
		kit.Columns(10, []float32{12, 0}, kit.Column(0, kit.Pad(kit.Insets{Top: 3}, kit.NewIcon(symbol, 12, family.Ink()))), words))
}

// mend is one way to give the register what it lacks.
type mend struct {
	label string // key
	run   func()
}

func mendButton(d *desk, kind kit.ButtonKind, x mend) *kit.Button {
	b := kit.NewButton(kind, d.words.T(x.label), x.run)
	if x.label == "action.open-draft" { // it only goes there
		return b
	}
	return d.editing(b)
}

// mends are the ways that there are for a prompt, the usual one first.
func mends(d *desk, x review.Prompt) []mend {
	draft := func(label string, begin func()) mend {
		if doc, ok := d.register().Document(x.Draft); ok {
			return mend{"action.open-draft", func() { d.open(place{room: roomOf(doc.Kind), document: doc.ID}) }}
		}
		return mend{label, begin}
	}
	switch x.Kind {
	case review.PeriodMissing:
		return []mend{{"action.add-period", func() { d.open(place{room: roomLibrary, list: plan.ListPeriods}) }}}
	case review.ProgrammeMissing:
		return []mend{draft("action.create-programme", func() { createMissing(d, newDocumentSpec{kind: plan.Programme, target: x.Period}) })}
	case review.PlanMissingInProgramme:
		return []mend{draft("action.create-plan", func() { beginInProgramme(d, x.Document) })}
	case review.PlanMissingInAssignment:
		return []mend{
			draft("action.create-plan", func() { createMissing(d, newDocumentSpec{kind: plan.AssignmentPlan, target: x.Assignment}) }),
			{"no-plan.none-needed", func() { askNoPlan(d, x.Assignment) }},
		}
	case review.EvaluationMissing:
		return []mend{{"action.begin-evaluation", func() {
			d.open(place{room: roomPlans, document: x.Document, section: "follow-up"})
		}}}
	}
	return nil
}
