package review

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

// TestWhatMeetsAndCloses goes beyond the vectors: revised versions, expiry,
// supersession, ended assignments, incomplete records.
func TestWhatMeetsAndCloses(t *testing.T) {
	const p1, c9 = "2007-01-01", "2009-09-01"
	revised := func(adopted, again string, editorial bool) func(*world) plan.ID {
		return func(w *world) plan.ID {
			id := policy(adopted)(w)
			dec := plan.Decision{Date: w.day(again)}
			if editorial {
				dec.Officer = "Direktören"
			}
			w.adopt(id, dec)
			return id
		}
	}
	reviewed := func(date string, c Concern, change func(*Review)) func(*world) plan.ID {
		return func(w *world) plan.ID {
			id := policy("2008-03-01")(w)
			w.reviewed(id, date, c, change)
			return id
		}
	}
	ticked := func(rv *Review) { rv.CountsAsYears = true }
	for _, tc := range []struct {
		name, watch string
		given       func(*world) plan.ID
		on, want    string
	}{
		{"a revised version on the window's first day", c9, revised("2008-03-01", "2009-09-01", false), "2009-09-01", "2009 done 0 2009-11-30; 2010 not-applicable 455 2010-11-30"},
		{"the day before", c9, revised("2008-03-01", "2009-08-31", false), "2009-09-01", "2009 due 90 2009-11-30"},
		{"on its last day", c9, revised("2008-03-01", "2009-11-30", false), "2009-12-01", "2009 done 0 2009-11-30; 2010 not-applicable 364 2010-11-30"},
		{"the day after", c9, revised("2008-03-01", "2009-12-01", false), "2009-12-01", "2009 late 1 2009-11-30; 2010 not-applicable 364 2010-11-30"},
		{"an editorial change is no review", c9, revised("2008-03-01", "2009-10-01", true), "2009-10-01", "2009 due 60 2009-11-30"},
		{"a ticked review sixty days before the window", c9, reviewed("2009-07-03", Concern{Year: 2009}, ticked), "2009-09-01", "2009 done 0 2009-11-30; 2010 not-applicable 455 2010-11-30"},
		{"a ticked review sixty-one days before", c9, reviewed("2009-07-02", Concern{Year: 2009}, ticked), "2009-09-01", "2009 due 90 2009-11-30"},
		{"a ticked review that names no year", c9, reviewed("2009-08-31", Concern{}, ticked), "2009-09-01", "2009 done 0 2009-11-30; 2010 not-applicable 455 2010-11-30"},
		{"an unticked review the day before the window", c9, reviewed("2009-08-31", Concern{Year: 2009}, nil), "2009-09-01", "2009 due 90 2009-11-30"},
		{"a review on the window's first day", c9, reviewed("2009-09-01", Concern{Year: 2009}, nil), "2009-09-01", "2009 done 0 2009-11-30; 2010 not-applicable 455 2010-11-30"},
		{"a review that concerns nothing", c9, reviewed("2009-09-01", Concern{}, nil), "2009-09-01", "2009 due 90 2009-11-30"},
		{"a review that could not be finished", c9, reviewed("2009-09-01", Concern{Year: 2009}, func(rv *Review) { rv.Outcome = plan.CannotComplete }), "2009-09-01", "2009 due 90 2009-11-30"},
		{"a later year closes the older ones late", "2008-09-01", reviewed("2010-09-02", Concern{Year: 2010}, nil), "2010-09-02", "2008 done-late 641 2008-11-30; 2009 done-late 276 2009-11-30; 2010 done 0 2010-11-30; 2011 not-applicable 454 2011-11-30"},
		{"the day before it does", "2008-09-01", reviewed("2010-09-02", Concern{Year: 2010}, nil), "2010-09-01", "2008 late 640 2008-11-30; 2009 late 275 2009-11-30; 2010 due 90 2010-11-30"},
		{"a review of the older year meets only that", "2008-09-01", reviewed("2010-09-02", Concern{Year: 2008}, nil), "2010-09-02", "2008 done-late 641 2008-11-30; 2009 late 276 2009-11-30; 2010 due 89 2010-11-30"},
		{"a period's review without a decision", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.reviewed(id, "2010-09-15", first, func(rv *Review) { rv.NoFormalDecision = false })
			return id
		}, "2010-09-15", "2007–2010 due 107 2010-12-31"},
		{"a period's review counts from its decision", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.reviewed(id, "2010-12-20", first, func(rv *Review) {
				rv.NoFormalDecision, rv.Body, rv.Dnr, rv.DecisionDate = false, board, "2010/9", w.day("2011-01-20")
			})
			return id
		}, "2011-01-20", "2007–2010 done-late 20 2010-12-31; 2011–2014 not-applicable 1441 2014-12-31"},
		{"a corrected review counts no more", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			wrong := w.reviewed(id, "2010-09-15", first, nil)
			rv := Review{Outcome: plan.CannotComplete, Reviewer: "Chefen", Completed: w.day("2010-09-15")}
			w.apply(plan.Edit{Events: []plan.Event{{ID: plan.NewID(), Kind: plan.EventReview, Document: id, Corrects: wrong, Fields: rv.fields()}}}, nil)
			return id
		}, "2010-09-15", "2007–2010 due 107 2010-12-31"},
		{"a revised strategy while the duty is open", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.adopt(id, plan.Decision{Date: w.day("2009-06-01")})
			return id
		}, "2009-06-01", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 2039 2014-12-31"},
		{"a revised strategy too late meets the next period", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.adopt(id, plan.Decision{Date: w.day("2011-01-01")})
			return id
		}, "2011-01-01", "2007–2010 late 1 2010-12-31; 2011–2014 done 0 2014-12-31; 2023–2026 not-applicable 5843 2026-12-31"},
		{"an adoption that was a review", p1, func(w *world) plan.ID {
			id := w.draft(plan.Strategy, nil)
			w.adopt(id, plan.Decision{Date: w.day("2009-05-18"), IncludedReview: true, Reason: "prövad mot programmet"})
			return id
		}, "2009-05-18", "2007–2010 met-by-adoption 0 2010-12-31; 2011–2014 not-applicable 2053 2014-12-31"},
		{"an expired document reviewed afterwards", p1, func(w *world) plan.ID {
			id := expiring(w)
			w.reviewed(id, "2011-02-01", first, nil)
			return id
		}, "2012-01-01", "2007–2010 done-late 32 2010-12-31"},
		{"an expired document superseded, the day before", p1, succeeded, "2011-05-31", "2007–2010 late 151 2010-12-31"},
		{"an expired document superseded", p1, succeeded, "2011-06-01", "2007–2010 closed 0 2010-12-31"},
		{"an assignment that ends while the review is due", c9, assignmentUntil("2009-10-15"), "2009-10-15", "2009 due 46 2009-11-30"},
		{"the day after it ended", c9, assignmentUntil("2009-10-15"), "2009-10-16", "2009 closed 0 2009-11-30"},
		{"an assignment that ends as the window opens", c9, assignmentUntil("2009-09-01"), "2009-09-01", "2009 due 90 2009-11-30"},
		{"an assignment that ended the day before", c9, assignmentUntil("2009-08-31"), "2009-09-01", ""},
		{"an assignment with no end", c9, assignmentUntil(""), "2009-09-01", "2009 due 90 2009-11-30"},
		{"a second deviation, as late as the first", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.deviate(id, "2010-12-20", "2011-03-01")
			w.deviate(id, "2011-02-20", "2011-04-01")
			return id
		}, "2011-03-02", "2007–2010 deviation 61 2010-12-31; 2011–2014 not-applicable 1400 2014-12-31"},
		{"a later deviation brings the planned day forward", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.deviate(id, "2010-12-20", "2011-06-01")
			w.deviate(id, "2011-01-20", "2011-02-01")
			return id
		}, "2011-02-02", "2007–2010 late 33 2010-12-31; 2011–2014 not-applicable 1428 2014-12-31"},
		{"and until that day it is planned", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.deviate(id, "2010-12-20", "2011-06-01")
			w.deviate(id, "2011-01-20", "2011-02-01")
			return id
		}, "2011-02-01", "2007–2010 deviation 32 2010-12-31; 2011–2014 not-applicable 1429 2014-12-31"},
		{"a deviation planned for the due date changes nothing", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.deviate(id, "2010-12-20", "2010-12-31")
			return id
		}, "2011-01-01", "2007–2010 late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
		{"a rule of its own", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			before := w.doc(id)
			after := before
			after.Rule, after.RuleReason = plan.R0, "vilar"
			w.apply(plan.Edit{Changes: []plan.Change{plan.DocumentChange{Before: &before, After: &after}}}, nil)
			return id
		}, "2010-12-01", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld(t, tc.watch)
			id := tc.given(w)
			if got := briefs(Of(w.r, id, w.day(tc.on))); got != tc.want {
				t.Errorf("on %s:\n got %s\nwant %s", tc.on, got, tc.want)
			}
		})
	}
}

func expiring(w *world) plan.ID {
	return w.inForce(plan.Strategy, "2009-05-18", plan.Filled{
		plan.KeyValidity: plan.Text(string(plan.ValidUntil)), plan.KeyValidTo: plan.Day(w.day("2010-12-31")),
	})
}

func succeeded(w *world) plan.ID {
	id := expiring(w)
	next := w.inForce(plan.Strategy, "2011-05-20", plan.Filled{plan.KeyValidFrom: plan.Day(w.day("2011-06-01"))})
	w.apply(w.r.Relate(plan.Relation{Kind: plan.Supersedes, From: next, To: id}))
	return id
}

func assignmentUntil(end string) func(*world) plan.ID {
	return func(w *world) plan.ID {
		a := w.assignment("2008-02-01", "2008-03-01", end)
		return w.inForce(plan.AssignmentPlan, "2008-03-01", plan.Filled{plan.KeyAssignment: plan.Ref(a)})
	}
}

// Duties due before the day from which reviews are watched are nobody's backlog.
func TestWatchFrom(t *testing.T) {
	for watch, want := range map[string]string{
		"": "2008 2009 2010", "2008-11-30": "2008 2009 2010", "2008-12-01": "2009 2010", "2009-11-30": "2009 2010",
		"2009-12-01": "2010", "2010-11-30": "2010", "2010-12-01": "2011",
	} {
		w := newWorld(t, watch)
		var got []string
		for _, d := range Of(w.r, policy("2008-03-01")(w), w.day("2010-09-01")) {
			got = append(got, d.Label)
		}
		if strings.Join(got, " ") != want {
			t.Errorf("watched from %q: %v, want %s", watch, got, want)
		}
	}
}

// The last meeting at which the adopting body can decide makes a duty urgent
// earlier, never before it is due and never later than without meetings.
func TestLastPossibleMeeting(t *testing.T) {
	for _, tc := range []struct {
		name           string
		meetings       [][2]string
		last, stop     string
		ready, urgency string // last day of due, first day of urgent
	}{
		{"none", nil, "", "", "2010-10-31", "2010-11-01"},
		{"before the usual day", [][2]string{{"2010-10-20", ""}}, "2010-10-20", "2010-10-06", "2010-09-21", "2010-09-22"},
		{"with a stop date of its own", [][2]string{{"2010-10-20", "2010-09-30"}}, "2010-10-20", "2010-09-30", "2010-09-15", "2010-09-16"},
		{"late in the period", [][2]string{{"2010-12-20", ""}}, "2010-12-20", "2010-12-06", "2010-10-31", "2010-11-01"},
		{"on the due date and after", [][2]string{{"2010-12-31", ""}, {"2011-01-01", ""}}, "2010-12-31", "2010-12-17", "2010-10-31", "2010-11-01"},
		{"so early that it would be urgent before it is due", [][2]string{{"2010-07-10", ""}}, "2010-07-10", "2010-06-26", "2010-06-29", "2010-06-30"},
		{"in a calendar that was filled in years ago", [][2]string{{"2009-10-20", ""}}, "", "", "2010-10-31", "2010-11-01"},
	} {
		w := newWorld(t, "2007-01-01")
		id := strategy2009(w)
		for _, m := range tc.meetings {
			w.meeting(m[0], m[1])
		}
		w.entry(plan.ListMeetings, "other", plan.Filled{plan.KeyBody: plan.Text("other"), plan.KeyDate: plan.Day(w.day("2010-08-01"))})
		before, after := Of(w.r, id, w.day(tc.ready))[0], Of(w.r, id, w.day(tc.urgency))[0]
		if before.State == Urgent || after.State != Urgent {
			t.Errorf("%s: %s, then %s", tc.name, before.State, after.State)
		}
		if m := after.LastMeeting; m.Date != w.day(tc.last) || m.Stop != w.day(tc.stop) {
			t.Errorf("%s: last meeting %s with stop date %s", tc.name, m.Date, m.Stop)
		}
	}
}

func TestShownAndCounts(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	ids := []plan.ID{strategy2009(w), policy("2006-03-01")(w), policy("2010-10-01")(w)}
	w.reviewed(ids[0], "2010-09-15", first, nil)
	w.draft(plan.Policy, nil)
	on := w.day("2010-10-02")
	var got []string
	for _, d := range PerDocument(Duties(w.r, on)) {
		got = append(got, brief(d))
	}
	want := []string{"2007–2010 done 0 2010-12-31", "2007 late 1037 2007-11-30", "2011 not-applicable 424 2011-11-30"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	counts := Counts(PerDocument(Duties(w.r, on)))
	if diff := cmp.Diff(map[Standing]int{Standing(Done): 1, Standing(Late): 1, Standing(NotDue): 1}, counts); diff != "" {
		t.Error(diff)
	}
	for id, want := range map[plan.ID]string{ids[0]: "2014-12-31", ids[1]: "2007-11-30", ids[2]: "2011-11-30", "x": ""} {
		if day, ok := NextDue(w.r, id, on); ok != (want != "") || day != w.day(want) {
			t.Errorf("next due of %s is %s, want %s", id, day, want)
		}
	}
	if _, ok := Shown(nil); ok {
		t.Error("a document without duties shows one")
	}
}

// Of several closed duties the latest is shown, and a lapsed or past-due one
// goes before one that is merely due.
func TestShownOrder(t *testing.T) {
	day := func(n int) plan.Date { return plan.NewDate(2020, 1, n) }
	for _, tc := range []struct {
		states []State
		want   int
	}{
		{[]State{Done, DoneLate, Closed}, 2},
		{[]State{Done, NotDue}, 0},
		{[]State{NotDue, Upcoming, Done}, 1},
		{[]State{Late, Late, Urgent}, 0},
		{[]State{Deviation, Urgent}, 0},
		{[]State{Deviation, Late}, 1},
		{[]State{Due, Urgent}, 1},
	} {
		var ds []Duty
		for i, s := range tc.states {
			ds = append(ds, Duty{State: s, Due: day(i + 1)})
		}
		if got, _ := Shown(ds); got.Due != day(tc.want+1) {
			t.Errorf("of %v it shows the one due %s", tc.states, got.Due)
		}
	}
}

func TestLastReviewed(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	id := policy("2008-03-01")(w)
	w.reviewed(id, "2009-10-01", Concern{}, nil)
	w.reviewed(id, "2009-11-01", Concern{}, func(rv *Review) { rv.Outcome = plan.CannotComplete })
	w.adopt(id, plan.Decision{Date: w.day("2010-02-01"), Officer: "Direktören"})
	w.adopt(id, plan.Decision{Date: w.day("2010-04-01")})
	for on, want := range map[string]string{
		"2009-09-30": "", "2009-10-01": "2009-10-01", "2010-03-31": "2009-10-01", "2010-04-01": "2010-04-01",
	} {
		if got, ok := LastReviewed(w.r, id, w.day(on)); got != w.day(want) || ok != (want != "") {
			t.Errorf("on %s: %s, want %s", on, got, want)
		}
	}
}
