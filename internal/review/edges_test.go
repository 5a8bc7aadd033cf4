package review

import (
	"errors"
	"slices"
	"testing"

	"ledstjarna/internal/plan"
)

// window gives the year a window of its own.
func (w *world) window(year int64, opens, closes string) {
	w.entry(plan.ListCycles, plan.ID(opens), plan.Filled{
		plan.KeyYear: plan.Num(plan.Int(year)), plan.KeyOpens: plan.Day(w.day(opens)), plan.KeyCloses: plan.Day(w.day(closes)),
	})
}

// TestEdges holds what only unusual windows, orders of events and combinations
// show.
func TestEdges(t *testing.T) {
	const p1, c9 = "2007-01-01", "2009-09-01"
	for _, tc := range []struct {
		name, watch string
		given       func(*world) plan.ID
		on, want    string
	}{
		{"a window shorter than its last three weeks", c9, func(w *world) plan.ID {
			w.window(2009, "2009-10-01", "2009-10-14")
			return policy("2008-03-01")(w)
		}, "2009-09-30", "2009 upcoming 14 2009-10-14"},
		{"such a window, open", c9, func(w *world) plan.ID {
			w.window(2009, "2009-10-01", "2009-10-14")
			return policy("2008-03-01")(w)
		}, "2009-10-01", "2009 urgent 13 2009-10-14"},
		{"windows that follow each other closely", c9, func(w *world) plan.ID {
			w.window(2009, "2009-01-01", "2009-12-31")
			w.window(2010, "2010-01-01", "2010-12-31")
			return policy("2008-03-01")(w)
		}, "2009-12-15", "2009 urgent 16 2009-12-31; 2010 upcoming 381 2010-12-31"},
		{"a window across the new year, watched from the new year", "2010-01-01", func(w *world) plan.ID {
			w.window(2009, "2009-11-15", "2010-02-15")
			return policy("2008-03-01")(w)
		}, "2010-01-20", "2009 due 26 2010-02-15"},
		{"in the last months, but not in force yet", p1, func(w *world) plan.ID {
			return w.inForce(plan.Strategy, "2010-06-01", plan.Filled{plan.KeyValidFrom: plan.Day(w.day("2010-11-10"))})
		}, "2010-11-09", "2007–2010 not-applicable 52 2010-12-31"},
		{"in force from the next day", p1, func(w *world) plan.ID {
			return w.inForce(plan.Strategy, "2010-06-01", plan.Filled{plan.KeyValidFrom: plan.Day(w.day("2010-11-10"))})
		}, "2010-11-10", "2007–2010 urgent 51 2010-12-31"},
		{"revised before it came into force", p1, func(w *world) plan.ID {
			id := w.inForce(plan.Strategy, "2008-01-10", plan.Filled{plan.KeyValidFrom: plan.Day(w.day("2009-01-01"))})
			w.adopt(id, plan.Decision{Date: w.day("2008-06-01")})
			return id
		}, "2010-12-01", "2007–2010 urgent 30 2010-12-31"},
		{"an assignment that starts after the window opened", c9, func(w *world) plan.ID {
			a := w.assignment("2009-08-01", "2009-09-02", "2009-12-31")
			return w.inForce(plan.AssignmentPlan, "2009-08-01", plan.Filled{plan.KeyAssignment: plan.Ref(a)})
		}, "2009-09-02", ""},
		{"a plan that expires before its assignment ends", c9, func(w *world) plan.ID {
			a := w.assignment("2008-02-01", "2008-03-01", "2010-12-31")
			return w.inForce(plan.AssignmentPlan, "2008-03-01", plan.Filled{
				plan.KeyAssignment: plan.Ref(a), plan.KeyValidity: plan.Text(string(plan.ValidUntil)), plan.KeyValidTo: plan.Day(w.day("2009-08-31")),
			})
		}, "2009-09-02", ""},
		{"the later of two reviews recorded first", c9, func(w *world) plan.ID {
			id := policy("2008-03-01")(w)
			w.reviewed(id, "2009-12-20", Concern{Year: 2009}, nil)
			w.reviewed(id, "2009-12-04", Concern{Year: 2009}, nil)
			return id
		}, "2010-01-10", "2009 done-late 4 2009-11-30; 2010 not-applicable 324 2010-11-30"},
		{"an older year reviewed after a later one was", c9, func(w *world) plan.ID {
			id := policy("2008-03-01")(w)
			w.reviewed(id, "2010-10-01", Concern{Year: 2009}, nil)
			w.reviewed(id, "2010-09-02", Concern{Year: 2010}, nil)
			return id
		}, "2010-10-01", "2009 done-late 276 2009-11-30; 2010 done 0 2010-11-30; 2011 not-applicable 425 2011-11-30"},
		{"a review after the repeal", c9, func(w *world) plan.ID {
			id := policy("2008-03-01")(w)
			w.decide(id, plan.Decision{Outcome: plan.Repealed, Date: w.day("2009-10-01")})
			w.reviewed(id, "2009-10-02", Concern{Year: 2009}, nil)
			return id
		}, "2009-11-01", "2009 closed 0 2009-11-30"},
		{"a review on the last day before the repeal", c9, func(w *world) plan.ID {
			id := policy("2008-03-01")(w)
			w.decide(id, plan.Decision{Outcome: plan.Repealed, Date: w.day("2009-10-01")})
			w.reviewed(id, "2009-10-01", Concern{Year: 2009}, nil)
			return id
		}, "2009-11-01", "2009 done 0 2009-11-30"},
		{"a ticked review in the window names no year", c9, func(w *world) plan.ID {
			id := policy("2008-03-01")(w)
			w.reviewed(id, "2009-11-30", Concern{}, func(rv *Review) { rv.CountsAsYears = true })
			return id
		}, "2009-12-01", "2009 done 0 2009-11-30; 2010 not-applicable 364 2010-11-30"},
		{"a ticked review after the window names no year", c9, func(w *world) plan.ID {
			id := policy("2008-03-01")(w)
			w.reviewed(id, "2009-12-01", Concern{}, func(rv *Review) { rv.CountsAsYears = true })
			return id
		}, "2009-12-01", "2009 late 1 2009-11-30; 2010 not-applicable 364 2010-11-30"},
		{"a deviation of the year before", c9, func(w *world) plan.ID {
			id := policy("2008-03-01")(w)
			w.deviate(id, "2009-03-01", "2010-01-15")
			return id
		}, "2009-12-10", "2009 late 10 2009-11-30; 2010 not-applicable 355 2010-11-30"},
		{"a deviation that is decided later", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.deviate(id, "2011-01-20", "2011-03-01")
			return id
		}, "2011-01-19", "2007–2010 late 19 2010-12-31; 2011–2014 not-applicable 1442 2014-12-31"},
		{"a deviation decided when it was late", p1, func(w *world) plan.ID {
			id := strategy2009(w)
			w.deviate(id, "2011-01-20", "2011-03-01")
			return id
		}, "2011-01-20", "2007–2010 deviation 20 2010-12-31; 2011–2014 not-applicable 1441 2014-12-31"},
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

func TestTheBodyThatDecidesIsNotAnOfficer(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	id := strategy2009(w)
	w.meeting("2010-10-20", "")
	w.adopt(id, plan.Decision{Date: w.day("2009-10-01"), Officer: "Direktören"})
	if m := Of(w.r, id, w.day("2010-08-01"))[0].LastMeeting; m.Date != w.day("2010-10-20") {
		t.Errorf("after an editorial change the last meeting is %v", m)
	}
}

func TestARecordedAdoptionIsTheLastReview(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	id := w.draft(plan.Strategy, nil)
	w.adopt(id, plan.Decision{Date: w.day("2009-05-18"), IncludedReview: true, Reason: "prövad mot programmet"})
	if day, ok := LastReviewed(w.r, id, w.day("2009-06-01")); !ok || day != w.day("2009-05-18") {
		t.Errorf("last reviewed %s", day)
	}
}

func TestARecordMayConcernWhatIsNoLongerWatched(t *testing.T) {
	w := newWorld(t, "2012-01-01")
	id := strategy2009(w)
	rv := w.reviewOf(id, "2012-02-01", plan.NoChange)
	if got := w.record(rv).Concern; got != second {
		t.Errorf("by itself it concerns %v", got)
	}
	if rv.Concern = first; w.record(rv).Concern != first {
		t.Error("it does not concern the older period that it names")
	}
}

func TestAReviewAfterTheAssignmentIsRefused(t *testing.T) {
	w := newWorld(t, "2009-09-01")
	id := assignmentUntil("2009-10-15")(w)
	rv := w.reviewOf(id, "2009-10-16", plan.NoChange)
	for _, concern := range []Concern{{}, {Year: 2009}} {
		rv.Concern = concern
		if _, _, err := Record(w.r, rv, plan.Sealed{}, w.on("2009-10-16")); !errors.Is(err, ErrLapsed) {
			t.Errorf("concerning %v: %v", concern, err)
		}
	}
	rv.Concern, rv.Completed = Concern{Year: 2009}, w.day("2009-10-15")
	if _, _, err := Record(w.r, rv, plan.Sealed{}, w.on("2009-10-16")); err != nil {
		t.Errorf("made on the assignment's last day: %v", err)
	}
	rv = w.reviewOf(id, "2009-10-16", plan.Repeal)
	if got := w.record(rv); !got.Concern.IsZero() || got.Trigger != ForNeed {
		t.Errorf("the proposal to repeal it concerns %v", got.Concern)
	}
}

func TestAnEndedAssignmentIsToldAsSuch(t *testing.T) {
	w := newWorld(t, "2009-09-01")
	id := assignmentUntil("2009-10-15")(w)
	repealed := policy("2008-03-01")(w)
	w.decide(repealed, plan.Decision{Outcome: plan.Repealed, Date: w.day("2009-10-15")})
	for doc, want := range map[plan.ID]Standing{id: Lapsed, repealed: Standing(Closed)} {
		d, _ := Shown(Of(w.r, doc, w.day("2009-11-20")))
		if d.State != Closed || d.Standing() != want || want.State() != Closed {
			t.Errorf("%s is told as %s, want %s", d.State, d.Standing(), want)
		}
	}
}

func TestARecordIsCompletedByItsDecision(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	rv := w.reviewOf(strategy2009(w), "2010-09-15", plan.NoChange)
	rv.NoFormalDecision, rv.Body, rv.Dnr, rv.DecisionDate, rv.Completed = false, board, "2010/9", w.day("2010-09-15"), plan.Date{}
	_, stored, err := Record(w.r, rv, plan.Sealed{}, w.on("2010-09-15"))
	if err != nil || stored.Completed != rv.DecisionDate {
		t.Errorf("completed %s: %v", stored.Completed, err)
	}
}

func TestAReviewForNeedBeforeItWasInForce(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	rv := w.reviewOf(strategy2009(w), "2009-05-17", plan.NoChange)
	rv.Trigger, rv.Version = ForNeed, w.doc(rv.Document).Latest().ID
	if _, _, err := Record(w.r, rv, plan.Sealed{}, w.on("2009-06-01")); !errors.Is(err, ErrNotInForce) {
		t.Errorf("got %v", err)
	}
}

func TestARejectedDraftIsNotLinked(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	id := strategy2009(w)
	e, _, err := w.r.NextDraft(w.doc(id), w.content(id), false, noon)
	w.apply(e, err)
	e, err = w.r.SetStage(w.doc(id), w.doc(id).Latest(), plan.StageReady, 0)
	w.apply(e, err)
	w.decide(id, plan.Decision{Outcome: plan.Rejected, Date: w.day("2010-03-01")})
	rejected := w.doc(id).Latest().ID
	_, stored, err := Record(w.r, w.reviewOf(id, "2010-09-15", plan.Revise), w.content(id), w.on("2010-09-15"))
	if err == nil && stored.Draft == rejected {
		t.Error("a frozen draft is what the revision led to")
	}
}

func TestARepealThatNoBodyDecidedIsProposedOnly(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	id := policy("2008-03-01")(w)
	w.record(w.reviewOf(id, "2009-09-15", plan.Repeal))
	if f := w.r.ForceOf(id); f.Ending != plan.NotEnded {
		t.Errorf("in force %+v", f)
	}
}

// A record that says both that a body decided and that no decision was required
// says nothing.
func TestADecisionThatIsSaidNotToBeRequired(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	id := policy("2008-03-01")(w)
	for _, rv := range []Review{{Body: board}, {Paragraph: "§ 12"}} {
		both := w.reviewOf(id, "2009-09-15", plan.Repeal)
		both.Body, both.Paragraph = rv.Body, rv.Paragraph
		if _, _, err := Record(w.r, both, plan.Sealed{}, w.on("2009-09-15")); !errors.Is(err, ErrDecided) {
			t.Errorf("body %q, paragraph %q: %v", rv.Body, rv.Paragraph, err)
		}
	}
}

func TestASuccessorThatIsAdoptedAlreadyIsLinked(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	id := w.inForce(plan.Policy, "2008-03-01", plan.Filled{plan.KeyValidFrom: plan.Day(w.day("2008-04-01"))})
	begun := w.record(w.reviewOf(id, "2009-09-15", plan.Supersede))
	next, v, _ := w.r.VersionOf(begun.Draft)
	if !v.Head.ValidFrom.IsZero() {
		t.Errorf("the successor is to apply from %s, as its predecessor was", v.Head.ValidFrom)
	}
	w.adopt(next.ID, plan.Decision{Date: w.day("2009-09-20"), ValidFrom: w.day("2010-01-01")})
	again := w.record(w.reviewOf(id, "2009-09-25", plan.Supersede))
	if again.Draft != begun.Draft {
		t.Error("a second successor was begun")
	}
}

// What had not been decided on the day, and what expires at the end of it.
func TestPromptsAskOfTheDay(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	a := w.assignment("2009-02-01", "2009-03-01", "2010-12-31")
	w.inForce(plan.AssignmentPlan, "2009-04-01", plan.Filled{
		plan.KeyAssignment: plan.Ref(a), plan.KeyValidity: plan.Text(string(plan.ValidUntil)), plan.KeyValidTo: plan.Day(w.day("2009-12-31")),
	})
	w.inForce(plan.Programme, "2007-03-01", plan.Filled{plan.KeyPeriod: plan.Text("2007–2010")})
	for on, want := range map[string]bool{"2009-03-31": true, "2009-04-01": false, "2009-12-31": false, "2010-01-01": true} {
		if got := slices.Contains(w.promptKinds(on), PlanMissingInAssignment); got != want {
			t.Errorf("on %s: prompted %v", on, got)
		}
	}
	for on, want := range map[string]bool{"2010-12-31": true, "2011-01-01": false} {
		if got := slices.Contains(w.promptKinds(on), PlanMissingInProgramme); got != want {
			t.Errorf("the programme's period ended 2010-12-31; on %s: prompted %v", on, got)
		}
	}
}

// A review that was made while the document applied meets what was open then,
// though the document has been repealed since.
func TestAReviewRegisteredAfterTheRepealMeetsWhatWasOpen(t *testing.T) {
	w := newWorld(t, "2009-09-01")
	id := policy("2008-03-01")(w)
	w.decide(id, plan.Decision{Outcome: plan.Repealed, Date: w.day("2009-11-10")})
	rv := w.reviewOf(id, "2009-11-01", plan.NoChange)
	e, stored, err := Record(w.r, rv, plan.Sealed{}, w.on("2009-11-20"))
	w.apply(e, err)
	if want := (Concern{Year: 2009}); stored.Concern != want {
		t.Errorf("it concerns %v, want %v", stored.Concern, want)
	}
	if d, _ := Shown(Of(w.r, id, w.day("2009-11-20"))); d.State != Done {
		t.Errorf("the year's review is %s", d.State)
	}
}
