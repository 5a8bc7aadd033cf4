package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// BenchmarkWriteACell is what a person waits for after a cell of the activity
// plan: the edit in the file, the marks and findings, and the table drawn anew.
func BenchmarkWriteACell(b *testing.B) {
	for _, n := range []int{50, 500} {
		b.Run(fmt.Sprintf("activities=%d", n), func(b *testing.B) {
			a := window(b)
			a.openExample()
			content := plantest.Content(plan.AssignmentPlan, 5).
				With(plan.KeyActivities, plantest.Content(plan.AssignmentPlan, n).Get(plan.KeyActivities))
			v := draft(b, a, plan.AssignmentPlan, plan.KeyActivities, content)
			s := v.form.sheets[string(plan.KeyActivities)]
			i := 0
			b.ReportAllocs()
			for b.Loop() {
				i++
				if wrong := s.set(n/2, string(plan.KeyActivity), kit.CellInput{Text: fmt.Sprintf("Möte %d", i)}); wrong != "" {
					b.Fatal(wrong)
				}
			}
		})
	}
}

// BenchmarkReviews opens the room of reviews with many documents.
func BenchmarkReviews(b *testing.B) {
	a := window(b)
	a.openExample()
	r := a.desk.register()
	policy, _ := r.Document("doc-webbpolicy")
	for i := range 500 {
		d := policy
		d.ID = plan.ID(fmt.Sprint("copy-", i))
		d.Versions = slices.Clone(policy.Versions)
		e := plan.Edit{Changes: []plan.Change{plan.DocumentChange{After: &d}}}
		for _, x := range r.EventsOf(policy.ID, plan.EventDecision) {
			x.ID, x.Document = plan.NewID(), d.ID
			e.Events = append(e.Events, x)
		}
		r = r.Apply(e)
	}
	for b.Loop() {
		k := outlook{r, a.desk.today(), &review.Ledger{}, &factBook{}, a.words}
		if m := overviewOf(a.words, k, 2023, 2027); len(m.rows) < 500 {
			b.Fatal("too few rows")
		}
		if m := annualOf(a.words, k, 2026, nil); len(m.rows) < 500 {
			b.Fatal("too few rows")
		}
	}
}

// largeCalendar are the plans of a large file as the calendar reads them: every
// second one adopted, some with a meeting that its activities hang on.
func largeCalendar(b *testing.B, plans int) (*App, *calendarBook, outlook) {
	b.Helper()
	a := window(b)
	a.openExample()
	r, book := plan.Register{}, newCalendarBook()
	for e := range plantest.Large(plans, 10) {
		r = r.Apply(e)
		for _, c := range e.Changes {
			if x, ok := c.(plan.ContentChange); ok {
				book.contents[x.After.Hash] = calendarContentOf(x.After.Content)
			}
		}
	}
	return a, book, outlook{r, plantest.Today, &review.Ledger{}, &factBook{}, a.words}
}

// BenchmarkCalendarRows is what the calendar does when a file of many plans has been
// read: what the plans hold, in order, and the rows of the timeline.
func BenchmarkCalendarRows(b *testing.B) {
	for _, n := range []int{500, 5000} {
		b.Run(fmt.Sprintf("plans=%d", n), func(b *testing.B) {
			_, book, o := largeCalendar(b, n)
			b.ReportAllocs()
			for b.Loop() {
				book.known = false
				if rows := calendarRows(book.plans(o), calendarFilter{}, nil, nil, o.today); len(rows) < 10*n {
					b.Fatalf("%d rows", len(rows))
				}
			}
		})
	}
}

// BenchmarkCalendarMove is what the calendar does after a bar was dropped.
func BenchmarkCalendarMove(b *testing.B) {
	_, book, o := largeCalendar(b, 5000)
	book.plans(o)
	d := o.register.Documents()[7]
	c := plan.Seal(plantest.Content(plan.AssignmentPlan, 10))
	book.contents[c.Hash] = calendarContentOf(c.Content)
	moved := o
	moved.register = o.register.Apply(plan.Edit{Changes: []plan.Change{plan.ContentChange{
		Kind: d.Kind, Document: d.ID, Version: d.Latest().ID, Before: plan.Seal(plan.Content{}.With(plan.KeyTitle, plan.Text("x"))), After: c,
	}}})
	b.ReportAllocs()
	for b.Loop() {
		book.plans(o)
		if len(calendarRows(book.plans(moved), calendarFilter{}, nil, nil, o.today)) < 50000 {
			b.Fatal("too few rows")
		}
	}
}

// BenchmarkCalendarFilter is what typing a letter into the filter does.
func BenchmarkCalendarFilter(b *testing.B) {
	_, book, o := largeCalendar(b, 5000)
	plans := book.plans(o)
	for b.Loop() {
		calendarRows(plans, calendarFilter{text: "samråd"}, nil, nil, o.today)
	}
}

// BenchmarkCalendarScroll draws one step of the wheel over 5,000 plans, with what the
// rows in sight say.
func BenchmarkCalendarScroll(b *testing.B) {
	a, book, o := largeCalendar(b, 5000)
	v := inCalendar(b, a)
	m := *v.model
	m.plans = book.plans(o)
	m.rows = calendarRows(m.plans, calendarFilter{}, nil, nil, o.today)
	v.timeline.SetSource(&m)
	i := 0
	b.ResetTimer()
	for b.Loop() {
		if i++; i%800 == 0 {
			v.timeline.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, 800*60)})
		}
		v.timeline.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -60)})
	}
}
