package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// drawnLines are lines of few titles, owners and days, so that many are alike.
func drawnLines(t *rapid.T, p *i18n.Printer) []*documentLine {
	periods := []documentPeriod{{}, {"p1", "2023-01-01", "2023–2026"}, {"p2", "2027-01-01", "2027–2030"}}
	owner := rapid.SampledFrom([]string{"", "Kommunikationschef", "Ålderman", "Ärendechef"})
	title := rapid.SampledFrom([]string{"Målgrupper", "malgrupp", "Zonplan", "Ål", "Är", "Ö", "Plan 2", "Plan 10"})
	state := rapid.SampledFrom(review.States())
	var out []*documentLine
	for i := range rapid.IntRange(0, 40).Draw(t, "lines") {
		l := &documentLine{
			document: plan.ID(fmt.Sprint("d", i/2)), version: plan.ID(fmt.Sprint("v", i)), beside: i%2 == 1,
			title: title.Draw(t, "title"), owner: owner.Draw(t, "owner"), period: rapid.SampledFrom(periods).Draw(t, "period"),
			kind: rapid.SampledFrom(plan.DocumentKinds()).Draw(t, "kind"), status: rapid.SampledFrom(statuses()).Draw(t, "status"),
			owes: rapid.Bool().Draw(t, "owes"), touched: time.Unix(int64(rapid.IntRange(0, 3).Draw(t, "touched")), 0),
			duty: review.Duty{State: state.Draw(t, "state"), Due: plan.DateOf(time.Unix(rapid.Int64Range(0, 3).Draw(t, "due")*86400, 0))},
		}
		l.folded, l.order, l.owning = plan.Folded(l.title), p.SortKey(l.title), p.SortKey(l.owner)
		out = append(out, l)
	}
	return out
}

func drawnOrder(t *rapid.T) documentOrder {
	return documentOrder{
		by: rapid.SampledFrom(append(sortedColumns(), "")).Draw(t, "by"), down: rapid.Bool().Draw(t, "down"),
		group: rapid.SampledFrom(groupings()).Draw(t, "group"),
	}
}

func versionsOf(groups []documentGroup) []plan.ID {
	var out []plan.ID
	for _, g := range groups {
		for _, l := range g.lines {
			out = append(out, l.version)
		}
	}
	return out
}

// However the lines come, they stand in the same order, each of them once, and a group
// once only.
func TestTheOrderOfDocumentsIsTotal(t *testing.T) {
	p := swedish(t)
	rapid.Check(t, func(t *rapid.T) {
		lines, by, in := drawnLines(t, p), drawnOrder(t), rapid.SampledFrom([]room{roomPlans, roomSteering}).Draw(t, "room")
		want := documentGroups(p, slices.Clone(lines), in, by)
		again := documentGroups(p, rapid.Permutation(lines).Draw(t, "shuffled"), in, by)
		if diff := cmp.Diff(versionsOf(want), versionsOf(again)); diff != "" {
			t.Error(diff)
		}
		all := versionsOf(want)
		slices.Sort(all)
		if len(slices.Compact(all)) != len(lines) {
			t.Errorf("%d lines became %d", len(lines), len(slices.Compact(all)))
		}
		heads := map[string]bool{}
		for _, g := range want {
			key := groupKey(g.lines[0], in, by.group)
			if heads[key] {
				t.Errorf("%q stands twice", g.title)
			}
			heads[key] = true
			for i, l := range g.lines {
				if groupKey(l, in, by.group) != key {
					t.Errorf("%q stands in %q", l.title, g.title)
				}
				if i > 0 && by.compare(g.lines[i-1], l) >= 0 {
					t.Errorf("%q does not stand before %q", g.lines[i-1].title, l.title)
				}
			}
		}
	})
}

// A filter shows exactly what matches it, in the order of the list.
func TestAFilterLosesNothingThatMatches(t *testing.T) {
	p := swedish(t)
	rapid.Check(t, func(t *rapid.T) {
		groups := documentGroups(p, drawnLines(t, p), roomPlans, drawnOrder(t))
		f := documentFilter{
			text:   rapid.SampledFrom([]string{"", "malgrupp", "MÅL", "plan", "10 plan", "ö"}).Draw(t, "text"),
			status: rapid.SampledFrom([]string{"", string(plan.StatusDraft), string(plan.StatusAdopted)}).Draw(t, "status"),
			owner:  rapid.SampledFrom([]string{"", filterNone, "Ålderman"}).Draw(t, "owner"),
			period: rapid.SampledFrom([]string{"", filterNone, "p1"}).Draw(t, "period"),
			review: rapid.SampledFrom([]string{"", filterNone, filterPressing, string(review.Late)}).Draw(t, "review"),
		}
		var want []plan.ID
		for _, g := range groups {
			for _, l := range g.lines {
				if matches(f, l) {
					want = append(want, l.version)
				}
			}
		}
		rows, shown := documentRows(groups, f)
		var got []plan.ID
		for _, r := range rows {
			if r.head == "" {
				got = append(got, r.line.version)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" || shown != len(want) {
			t.Errorf("%d shown\n%s", shown, diff)
		}
	})
}

// matches says what the filter means, one thing at a time.
func matches(f documentFilter, l *documentLine) bool {
	for _, w := range strings.Fields(f.text) {
		if !strings.Contains(plan.Folded(l.title), plan.Folded(w)) {
			return false
		}
	}
	pressing := l.owes && (l.duty.State == review.Due || l.duty.State == review.Urgent || l.duty.State == review.Deviation || l.duty.State == review.Late)
	for _, no := range []bool{
		f.status != "" && f.status != string(l.status),
		f.owner == filterNone && l.owner != "", f.owner != filterNone && f.owner != "" && f.owner != l.owner,
		f.period == filterNone && l.period.id != "", f.period != filterNone && f.period != "" && f.period != string(l.period.id),
		f.review == filterPressing && !pressing,
		f.review == filterNone && l.owes && l.duty.State != review.Closed,
		f.review == string(review.Late) && (!l.owes || l.duty.State != review.Late),
	} {
		if no {
			return false
		}
	}
	return true
}

func TestTitlesStandInTheSwedishAlphabet(t *testing.T) {
	p := swedish(t)
	var lines []*documentLine
	for i, title := range []string{"Örebro", "Zonplan", "Äldre", "Plan 10", "Åre", "adel", "Plan 2"} {
		lines = append(lines, &documentLine{version: plan.ID(fmt.Sprint(i)), title: title, order: p.SortKey(title)})
	}
	for down, want := range map[bool][]string{
		false: {"adel", "Plan 2", "Plan 10", "Zonplan", "Åre", "Äldre", "Örebro"},
		true:  {"Örebro", "Äldre", "Åre", "Zonplan", "Plan 10", "Plan 2", "adel"},
	} {
		var got []string
		for _, l := range documentGroups(p, lines, roomPlans, documentOrder{by: listsTitle, down: down, group: groupNone})[0].lines {
			got = append(got, l.title)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	}
}

// What has no owner and no day stands last, whichever way the list is turned.
func TestWhatIsMissingStandsLast(t *testing.T) {
	p := swedish(t)
	day := plan.DateOf(time.Unix(0, 0))
	lines := []*documentLine{
		{version: "none"},
		{version: "a", owner: "A", owning: p.SortKey("A"), owes: true, duty: review.Duty{State: review.Due, Due: day}},
		{version: "b", owner: "B", owning: p.SortKey("B"), owes: true, duty: review.Duty{State: review.Due, Due: day.AddDays(1)}},
	}
	for _, column := range []string{listsOwner, listsReview} {
		for down, want := range map[bool][]plan.ID{false: {"a", "b", "none"}, true: {"b", "a", "none"}} {
			got := versionsOf(documentGroups(p, slices.Clone(lines), roomPlans, documentOrder{by: column, down: down, group: groupNone}))
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s, down %v: %s", column, down, diff)
			}
		}
	}
}
