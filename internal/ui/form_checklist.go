package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// checklist shows every question on a row with its answer and, beneath, a note.
func (f *form) checklist(x plan.Field, p plan.Path) fyne.CanvasObject {
	card := kit.NewCard(f.labelOf(p), kit.Spring())
	tell := func() {
		n := answered(x, f.source.content().At(p))
		card.SetCaption(f.desk.words.T("count.answered-of", "n", n, "total", len(x.Fixed)))
	}
	var rows []fyne.CanvasObject
	for _, id := range x.Fixed {
		rows = append(rows, f.check(x, p, id))
	}
	card.SetBody(kit.NewRows(true, rows...))
	if x.Need == plan.Mandatory {
		card.SetActions(kit.NewText(f.desk.words.T("need.mandatory"), kit.Caption, kit.ColorText2))
	}
	tell()
	f.watch(tell)
	return card
}

// check is a question with its answer and note.
func (f *form) check(x plan.Field, p plan.Path, id plan.ID) fyne.CanvasObject {
	question := kit.NewParagraph(f.question(x, id), kit.Body, kit.ColorText)
	var answer, note fyne.CanvasObject
	for _, col := range x.Columns {
		at := p.In(id, col.Key)
		if col.Key == plan.KeyQuestion {
			continue
		}
		if col.Kind == plan.Choice {
			answer = f.answer(col, at)
			if focus := f.places[at.String()]; focus != nil {
				f.begins(x, focus)
			}
			continue
		}
		note = f.control(col, at)
		if e, ok := note.(*kit.Entry); ok {
			e.SetPlaceholder(f.labelOf(at))
		}
	}
	return kit.Pad(kit.Insets{Top: 7, Right: 16, Bottom: 7, Left: 16}, kit.QuestionRow(question, answer, note))
}

// question returns the words of a question: the organisation's own, or those that
// belong to its ID.
func (f *form) question(x plan.Field, id plan.ID) string {
	for _, q := range f.desk.register().ReviewQuestions() {
		if x.Extra && q.ID == id && q.Text != "" {
			return q.Text
		}
	}
	return f.desk.words.T(plan.CheckWords(x.Key, id))
}

// answer is a row of segments, which can be taken back; where the words are too
// long for that, the field's usual control.
func (f *form) answer(x plan.Field, p plan.Path) fyne.CanvasObject {
	choices := f.choices(x, p)
	for _, c := range choices {
		if len(choices) > 4 || len([]rune(c.Label)) > 14 {
			return kit.Fixed(220, 0, f.control(x, p))
		}
	}
	s := kit.NewSegmented(choices, f.source.content().At(p).Text(), func(code string) {
		f.source.set(f.op(p), p, plan.Text(code), false)
	}).Optional()
	f.places[p.String()] = func() { kit.Focus(s) }
	if f.source.locked() {
		s.Disable()
	}
	return s
}

// answered counts the questions with an answer.
func answered(x plan.Field, v plan.Value) int {
	n := 0
	for _, id := range x.Fixed {
		r, _, _ := v.Row(id)
		for _, col := range x.Columns {
			if col.Kind == plan.Choice && !r.Cells.Get(col.Key).IsZero() {
				n++
				break
			}
		}
	}
	return n
}
