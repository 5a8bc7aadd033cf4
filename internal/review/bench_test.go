package review

import (
	"fmt"
	"testing"
	"time"

	"ledstjarna/internal/plan"
)

// archive is a file of n documents over twenty years: a strategy and a period
// plan for every fifty policies, each reviewed every year but the last, tied to
// each other, with five periods and a meeting every month.
func archive(tb testing.TB, n int) plan.Register {
	w := newWorld(tb, "")
	w.r = plan.Register{}
	w.entry(plan.ListBodies, board, plan.Filled{plan.KeyName: plan.Text("Styrelsen")})
	for y := 2007; y < 2027; y += 4 {
		w.entry(plan.ListPeriods, plan.ID(fmt.Sprint(y)), plan.Filled{
			plan.KeyStart: plan.Day(plan.NewDate(y, 1, 1)), plan.KeyEnd: plan.Day(plan.NewDate(y+3, 12, 31)),
		})
	}
	for m := range 240 {
		w.meeting(plan.NewDate(2007, time.January, 10).AddMonths(m).String(), "")
	}
	var all plan.Edit
	var strategy plan.ID
	for i := range n {
		kind := plan.Policy
		if i%50 < 2 {
			kind = []plan.DocumentKind{plan.Strategy, plan.PeriodPlan}[i%50]
		}
		c := plan.Seal(plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(fmt.Sprint("Dokument ", i))}))
		v := plan.Version{ID: plan.NewID(), Major: 1, Stage: plan.StageReady, Created: noon.Add(time.Duration(i) * time.Second), Hash: c.Hash}
		d := plan.Document{ID: plan.NewID(), Kind: kind, Versions: []plan.Version{v}}
		all.Changes = append(all.Changes, plan.DocumentChange{After: &d})
		if kind == plan.Strategy {
			strategy = d.ID
		} else {
			all.Changes = append(all.Changes, plan.RelationChange{Relation: plan.Relation{Kind: plan.Governs, From: strategy, To: d.ID}})
		}
		all.Events = append(all.Events, archiveEvents(d, kind == plan.Policy)...)
	}
	return w.r.Apply(all)
}

func archiveEvents(d plan.Document, annual bool) []plan.Event {
	es := []plan.Event{{
		ID: plan.NewID(), Kind: plan.EventDecision, Document: d.ID, Version: d.Latest().ID, Fields: plan.NewContent(plan.Filled{
			plan.KeyOutcome: plan.Text(plan.Adopted), plan.KeyBody: plan.Ref(board), plan.KeyParagraph: plan.Text("8"),
			plan.KeyDecisionDate: plan.Day(plan.NewDate(2007, 2, 1)),
		}),
	}}
	for y := 2007; y < 2026; y++ {
		rv := Review{Trigger: ForYear, Reviewer: "Chefen", Outcome: plan.NoChange, Completed: plan.NewDate(y, 10, 1), Concern: Concern{Year: y}}
		if !annual {
			if rv.Concern = (Concern{Period: plan.ID(fmt.Sprint(y))}); (y-2007)%4 != 0 {
				continue
			}
			rv.NoFormalDecision = true
		}
		es = append(es, plan.Event{ID: plan.NewID(), Kind: plan.EventReview, Document: d.ID, Fields: rv.fields()})
	}
	return es
}

func BenchmarkDuties(b *testing.B) {
	for _, n := range []int{500, 5000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			r, on := archive(b, n), plan.NewDate(2026, 11, 22)
			b.ReportAllocs()
			for b.Loop() {
				if len(Duties(r, on)) < n {
					b.Fatal("too few duties")
				}
			}
		})
	}
}

func BenchmarkPrompts(b *testing.B) {
	r, on := archive(b, 500), plan.NewDate(2026, 11, 22)
	b.ReportAllocs()
	for b.Loop() {
		if len(Prompts(r, on)) == 0 {
			b.Fatal("no prompts")
		}
	}
}

func BenchmarkOverviewOf(b *testing.B) {
	r, on := archive(b, 5000), plan.NewDate(2026, 11, 22)
	for _, years := range []int{5, 20} {
		b.Run(fmt.Sprint(years), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if o := OverviewOf(r, 2027-years, 2026, on); len(o.Rows) != 5000 || len(o.Rows[0].Spans) == 0 {
					b.Fatal("no overview")
				}
			}
		})
	}
}
