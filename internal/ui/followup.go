package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// followUp shows, over a section of the plan in force, what has been recorded
// beside its frozen content, with what more can be: that is what a person comes
// for when the plan itself is frozen.
func (v *documentView) followUp(section plan.Key) []fyne.CanvasObject {
	p := v.desk.words
	if !followable(v.about) {
		return nil
	}
	var rows []fyne.CanvasObject
	for _, l := range followUpLines(p, v.about, section) {
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
			Title: l.title, Caption: l.caption, State: l.state, Pills: true, Open: func() { askFollowUp(v.desk, v.about, l) },
		}))
	}
	if len(rows) == 0 {
		return nil
	}
	card := kit.NewCard(p.T("follow-up.per", "date", v.desk.today().String()), kit.NewRows(true, rows...))
	return []fyne.CanvasObject{card}
}

// askFollowUp opens the form of one follow-up.
func askFollowUp(d *desk, s plan.Subject, l followUpLine) {
	fields, start := followUpForm(s, l)
	rec := newRecord(d, string(plan.EventFollowUp), fields, start)
	rec.ask(l.title, d.words.T("action.register"), func(c plan.Content) bool {
		e, err := followUpEdit(s, l, c, d)
		if !d.do(editor.Op{Key: "op.follow-up", Args: map[string]string{"title": s.Version.Head.Title}}, e, err) {
			return false
		}
		d.say(d.words.T("follow-up.registered", "title", l.title))
		return true
	})
}

// followUpForm returns the fields of the form and what they start with: of an
// activity what is known of it, done as from today; of an evaluation the one
// that there is.
func followUpForm(s plan.Subject, l followUpLine) ([]plan.Field, plan.Content) {
	start := plan.Filled{plan.KeyDate: plan.Day(s.Today)}
	keys := []plan.Key{plan.KeyDate}
	switch l.subject {
	case plan.OnActivity:
		keys = append(keys, plan.KeyStatus, plan.KeyStart, plan.KeyEnd, plan.KeyCost, plan.KeyResult)
		x := s.Register.FollowUps(s.Document.ID, s.Today)[l.row]
		start[plan.KeyStatus], start[plan.KeyCost], start[plan.KeyResult] = plan.Text("done"), x.Cost, plan.Text(x.Result)
		start[plan.KeyStart], start[plan.KeyEnd] = plan.Day(x.Start), plan.Day(x.End)
	case plan.OnGoal:
		keys = append(keys, plan.KeyOutcomeValue, plan.KeyAttainment, plan.KeyResult)
	case plan.OnClosing:
		keys = append(keys, plan.KeyFinalReport, plan.KeyKeep, plan.KeyChange, plan.KeyStop, plan.KeyCost)
		x, _ := s.Register.EvaluationOf(s.Document.ID, s.Today)
		start[plan.KeyFinalReport], start[plan.KeyKeep], start[plan.KeyChange] = plan.Text(x.Report), plan.Text(x.Keep), plan.Text(x.Change)
		start[plan.KeyStop], start[plan.KeyCost] = plan.Text(x.Stop), x.Cost
	}
	return pick(plan.EventFields(plan.EventFollowUp), keys...), plan.NewContent(start)
}

// followUpEdit registers what the form holds.
func followUpEdit(s plan.Subject, l followUpLine, c plan.Content, d *desk) (plan.Edit, error) {
	c = c.With(plan.KeySubject, plan.Text(l.subject))
	switch l.subject {
	case plan.OnActivity:
		c = c.With(plan.KeyActivity, plan.Ref(l.row))
	case plan.OnGoal:
		c = c.With(plan.KeyGoal, plan.Ref(l.row))
	}
	return d.register().RecordFollowUp(s.Version, s.Content, c, d.who(), d.now())
}
