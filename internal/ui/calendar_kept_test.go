package ui

import (
	"fmt"
	"slices"
	"testing"
	"unique"

	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
)

// Rows that are kept are those that are worked out anew, whatever becomes of plans, their
// things, the filter and what is folded.
func TestRowsThatAreKeptAreThoseMadeAnew(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var kept calendarRowsKept
		m := calendarModel{folded: map[plan.ID]bool{}, today: plan.DateOf(bookMorning)}
		var f calendarFilter
		for range rapid.IntRange(1, 12).Draw(t, "looks") {
			switch rapid.IntRange(0, 4).Draw(t, "step") {
			case 0:
				m.plans = nil
				for n := range rapid.IntRange(0, 4).Draw(t, "plans") {
					m.plans = append(m.plans, drawCalendarPlan(t, n))
				}
			case 1:
				m.plans = slices.Clone(m.plans)
				for i, p := range m.plans { // another state of the same
					if rapid.Bool().Draw(t, "another") {
						m.plans[i] = drawCalendarPlan(t, int(p.document[0]-'0'))
					}
				}
			case 2:
				m.folded[plan.ID(fmt.Sprint(rapid.IntRange(0, 3).Draw(t, "folded"), "v"))] = rapid.Bool().Draw(t, "fold")
			case 3:
				f = calendarFilter{
					plan: rapid.SampledFrom([]plan.ID{"", "1"}).Draw(t, "of"), responsible: rapid.SampledFrom([]string{"", "", "Lo"}).Draw(t, "who"),
				}
			}
			before := slices.Clone(kept.rows)
			old := kept.rows
			got, want := kept.of(&m, f), calendarRows(m.plans, f, m.folded, m.channels, m.today)
			if !slices.Equal(got, want) {
				t.Fatalf("%v are kept, want %v", got, want)
			}
			if !slices.Equal(old, before) {
				t.Fatal("rows that were given away are changed")
			}
		}
	})
}

func drawCalendarPlan(t *rapid.T, n int) *calendarPlan {
	p := &calendarPlan{document: plan.ID(fmt.Sprint(n)), version: plan.ID(fmt.Sprint(n, "v")), title: rapid.SampledFrom([]string{"A", "B"}).Draw(t, "title")}
	for range rapid.IntRange(0, 2).Draw(t, "things") {
		p.things = append(p.things, calendarThing{shared: unique.Make(calendarFacts{responsible: rapid.SampledFrom([]string{"Lo", "Alva"}).Draw(t, "responsible")})})
	}
	return p
}
