package review

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
)

// The overview says what the duties say: each scheduled duty in its years, none
// over another, and what stands for the document beside them.
func TestTheOverviewAgrees(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := drawRegisters(rt, t)
		on, r := x.drawOn(rt), x.stored(nil)
		first := rapid.IntRange(2005, 2016).Draw(rt, "first")
		last := first + rapid.IntRange(0, 10).Draw(rt, "years")
		o := OverviewOf(r, first, last, on)
		if len(o.Years) != last-first+1 || o.Years[0] != first || o.On != on {
			rt.Fatalf("the years %v on %s", o.Years, o.On)
		}
		rows := map[plan.ID]OverviewRow{}
		for _, row := range o.Rows {
			rows[row.Document] = row
		}
		for _, d := range r.Documents() {
			as := r.Adoptions(d.ID)
			row, ok := rows[d.ID]
			if adopted := len(as) > 0 && !as[0].Date.After(on); ok != adopted {
				rt.Fatalf("%s has a row: %v", d.ID, ok)
			}
			if ok {
				agrees(rt, r, row, o)
			}
		}
	})
}

func agrees(rt *rapid.T, r plan.Register, row OverviewRow, o Overview) {
	all := Of(r, row.Document, o.On)
	shown, owes := Shown(all)
	next, _ := NextDue(r, row.Document, o.On)
	last, _ := LastReviewed(r, row.Document, o.On)
	if row.Owes != owes || row.Shown != shown || row.Next != next || row.Last != last {
		rt.Fatalf("the row %+v, but %+v, next %s, last %s", row, shown, next, last)
	}
	var needs []Duty
	taken := map[int]bool{}
	before := -1
	for _, s := range row.Spans {
		if s.From <= before || s.To < s.From || s.To >= len(o.Years) {
			rt.Fatalf("spans of %v: %+v", o.Years, row.Spans)
		}
		before = s.To
		if !s.Idle && !slices.Contains(all, s.Duty) {
			rt.Fatalf("the span %+v is no duty", s)
		}
		for i := s.From; i <= s.To; i++ {
			taken[o.Years[i]] = true
		}
	}
	force := r.ForceOf(row.Document)
	for _, y := range o.Years {
		if force.Overlaps(plan.NewDate(y, 1, 1), plan.NewDate(y, 12, 31)) && !taken[y] {
			rt.Fatalf("it applied in %d, of which nothing is said", y)
		}
	}
	for _, d := range all {
		switch {
		case d.Rule == plan.R3:
			needs = append(needs, d)
		case d.Rule == plan.R2 && d.Concern.Year >= o.Years[0] && d.Concern.Year <= o.Years[len(o.Years)-1] &&
			!slices.ContainsFunc(row.Spans, func(s Span) bool { return !s.Idle && s.Duty == d && o.Years[s.From] == d.Concern.Year }):
			rt.Fatalf("%s is not among %+v", brief(d), row.Spans)
		}
	}
	if !slices.Equal(needs, row.Needs) {
		rt.Fatalf("needs %v, not %v", row.Needs, needs)
	}
}
