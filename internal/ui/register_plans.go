package ui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// promptCard lists the assignments that lack a communication plan, to begin one
// or to record that none is needed.
func (v *libraryView) promptCard() []fyne.CanvasObject {
	d := v.desk
	var rows []fyne.CanvasObject
	for _, l := range promptLines(d.words, d.outlook()) {
		if l.prompt.Kind == review.PlanMissingInAssignment {
			row, _ := promptRow(d, l)
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	card := kit.NewCard(d.words.T("prompt.missing-in-register"), kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(len(rows)))
	return []fyne.CanvasObject{card}
}

// planRow says in an assignment's form whether it has its plan, with what can be
// done about it.
func (v *libraryView) planRow(assignment plan.ID) fyne.CanvasObject {
	d := v.desk
	if x, ok := d.register().NoPlanOf(assignment, d.today()); ok {
		text := kit.NewParagraph(d.words.T("no-plan.told", "name", x.By, "date", d.words.ISO(i18n.Day(x.Date)), "reason", x.Reason), kit.Dense, kit.ColorText)
		back := d.editing(kit.NewButton(kit.Outlined, d.words.T("no-plan.withdraw"), func() { askWithdraw(d, assignment) }))
		return kit.Column(8, text, kit.Bar(8, back, kit.Spring()))
	}
	for _, p := range d.outlook().prompts() {
		if p.Kind == review.PlanMissingInAssignment && p.Assignment == assignment {
			pill := kit.NewPill(kit.State{Symbol: assets.StateUrgent, Family: kit.Urgent, Word: d.words.T("prompt.plan-missing-assignment")})
			parts := []fyne.CanvasObject{pill, kit.Spring()}
			for _, x := range slices.Backward(mends(d, p)) {
				parts = append(parts, mendButton(d, kit.Outlined, x))
			}
			return kit.Bar(8, parts...)
		}
	}
	return kit.Column(0)
}

// askNoPlan records that an assignment needs no plan.
func askNoPlan(d *desk, assignment plan.ID) {
	fields := pick(plan.EventFields(plan.EventNoPlanNeeded), plan.KeyReason, plan.KeyOfficer, plan.KeyDate)
	start := plan.NewContent(plan.Filled{plan.KeyOfficer: plan.Text(d.who()), plan.KeyDate: plan.Day(d.today())})
	a, _ := d.register().Assignment(assignment)
	newRecord(d, string(plan.EventNoPlanNeeded), fields, start).ask(d.words.T("no-plan.title", "name", a.Name), d.words.T("action.register"), func(c plan.Content) bool {
		e, err := d.register().RecordNoPlan(assignment, plan.NoPlan{
			Reason: c.Text(plan.KeyReason), By: c.Text(plan.KeyOfficer), Date: c.Get(plan.KeyDate).Date(),
		}, d.who(), d.now())
		return d.do(editor.Op{Key: "op.no-plan", Args: map[string]string{"name": a.Name}}, e, err)
	})
}

// askWithdraw asks why an assignment needs a plan after all.
func askWithdraw(d *desk, assignment plan.ID) {
	a, _ := d.register().Assignment(assignment)
	fields := pick(plan.EventFields(plan.EventNoPlanNeeded), plan.KeyReason)
	newRecord(d, string(plan.EventNoPlanNeeded), fields, plan.Content{}).ask(d.words.T("no-plan.withdraw"), d.words.T("action.register"), func(c plan.Content) bool {
		e, err := d.register().WithdrawNoPlan(assignment, c.Text(plan.KeyReason), d.who(), d.now())
		return d.do(editor.Op{Key: "op.withdraw-no-plan", Args: map[string]string{"name": a.Name}}, e, err)
	})
}

// createMissing begins a document that the register lacks and opens it.
func createMissing(d *desk, s newDocumentSpec) {
	r := d.register()
	name := ""
	for _, l := range []plan.ListName{plan.ListAssignments, plan.ListPeriods} {
		if e, ok := r.Entry(l, s.target); ok {
			name = r.EntryName(l, e)
		}
	}
	s.title = d.words.T("kind.short."+string(s.kind), "name", name)
	e, doc := newDocumentEdit(r, s, d.today(), d.now)
	if d.do(editor.Op{Key: "op.new-document", Args: map[string]string{"title": s.title}}, e, nil) {
		d.open(place{room: roomOf(s.kind), document: doc.ID})
	}
}

// beginInProgramme begins the communication plan of a programme, contained in
// it, and opens it.
func beginInProgramme(d *desk, programme plan.ID) {
	r := d.register()
	doc, _ := r.Document(programme)
	period, _ := r.Entry(plan.ListPeriods, doc.Latest().Head.Period)
	s := newDocumentSpec{kind: plan.PeriodPlan, target: period.ID}
	s.title = d.words.T("kind.short."+string(s.kind), "name", r.EntryName(plan.ListPeriods, period))
	e, made := newDocumentEdit(r, s, d.today(), d.now)
	add, err := r.Apply(e).Relate(plan.Relation{Kind: plan.Contains, From: programme, To: made.ID})
	if d.do(editor.Op{Key: "op.new-document", Args: map[string]string{"title": s.title}}, e.Then(add), err) {
		d.open(place{room: roomOf(s.kind), document: made.ID})
	}
}
