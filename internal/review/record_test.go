package review

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

// on is the clock of a registration on the day.
func (w *world) on(day string) time.Time { return w.day(day).Time().Add(10 * time.Hour) }

// reviewOf is a complete review with no formal decision, to be changed.
func (w *world) reviewOf(doc plan.ID, day, outcome string) Review {
	return Review{
		Document: doc, Outcome: outcome, Reviewer: "Kommunikationschef", ReviewerName: "Åsa Ö", By: "Sekreteraren",
		Completed: w.day(day), NoFormalDecision: true,
	}
}

// record records the review on its own day and applies it.
func (w *world) record(rv Review) Review {
	w.Helper()
	e, stored, err := Record(w.r, rv, w.content(rv.Document), rv.Completed.Time().Add(time.Hour))
	w.apply(e, err)
	return stored
}

func TestRecordKeepsAllThatWasSaid(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	id := strategy2009(w)
	rv := Review{
		By: "Sekreteraren", Document: id, Trigger: ForDecision, Concern: first, Started: w.day("2010-08-20"),
		Reviewer: "Kommunikationschef", ReviewerName: "Åsa Ö", Consultation: "Förvaltningscheferna",
		Checklist:    []Answer{{Question: "law", Answer: plan.Yes}, {Question: "audiences", Answer: plan.Partly, Note: "en ny kommun"}},
		Observations: "Målen nås.", Outcome: plan.NoChange, Conclusion: "Fortsätter gälla.", Proposed: "Ingen åtgärd", Summary: "–",
		Body: board, Officer: "Direktören", DecisionDate: w.day("2010-09-15"), Paragraph: "41", Dnr: "2010/17",
		Completed: w.day("2010-09-10"), CountsAsYears: true,
	}
	e, stored, err := Record(w.r, rv, plan.Sealed{}, w.on("2010-09-20"))
	w.apply(e, err)
	got := Reviews(w.r, id)
	if diff := cmp.Diff([]Review{stored}, got); diff != "" {
		t.Errorf("read back:\n%s", diff)
	}
	rv.ID, rv.At, rv.Version = stored.ID, w.on("2010-09-20"), w.doc(id).Latest().ID
	if diff := cmp.Diff(rv, stored); diff != "" {
		t.Errorf("stored:\n%s", diff)
	}
	if got[0].Date() != w.day("2010-09-15") {
		t.Errorf("counts on %s, want the day of the decision", got[0].Date())
	}
	if last, ok := LastReviewed(w.r, id, w.day("2010-10-01")); !ok || last != w.day("2010-09-15") {
		t.Errorf("last reviewed %s", last)
	}
	if d := Of(w.r, id, w.day("2010-10-01"))[0]; d.State != Done || d.MetBy != stored.ID || d.Met != w.day("2010-09-15") {
		t.Errorf("the duty is %+v", d)
	}
}

func TestRecordConcernsTheOldestUnmetDutyItCanMeet(t *testing.T) {
	for _, tc := range []struct {
		name   string
		kind   plan.DocumentKind
		rule   plan.Rule
		day    string
		change func(*Review)
		want   Concern
		why    Trigger
	}{
		{"the period, long before it ends", plan.Strategy, "", "2009-09-01", nil, first, ForPeriod},
		{"the older period, once the next has begun", plan.Strategy, "", "2012-01-10", nil, first, ForPeriod},
		{"a review for need concerns none", plan.Strategy, "", "2012-01-10", func(rv *Review) { rv.Trigger = ForNeed }, Concern{}, ForNeed},
		{"the year's window", plan.Policy, "", "2010-09-01", nil, Concern{Year: 2009}, ForYear},
		{"none before the first window", plan.Policy, "", "2009-07-20", nil, Concern{}, ForNeed},
		{"none too early, though ticked", plan.Policy, "", "2009-07-02", func(rv *Review) { rv.CountsAsYears = true }, Concern{}, ForNeed},
		{"the coming window, ticked", plan.Policy, "", "2009-07-03", func(rv *Review) { rv.CountsAsYears = true }, Concern{Year: 2009}, ForYear},
		{"no rule, no duty", plan.Programme, "", "2010-09-01", nil, Concern{}, ForNeed},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld(t, "2007-01-01")
			id := w.inForce(tc.kind, "2009-05-18", nil)
			rv := w.reviewOf(id, tc.day, plan.NoChange)
			if tc.change != nil {
				tc.change(&rv)
			}
			stored := w.record(rv)
			if stored.Concern != tc.want || stored.Trigger != tc.why {
				t.Errorf("concerns %+v for %s, want %+v for %s", stored.Concern, stored.Trigger, tc.want, tc.why)
			}
			for _, d := range Of(w.r, id, w.day(tc.day)) {
				if (d.Concern == tc.want) != d.State.Met() {
					t.Errorf("after it %s", brief(d))
				}
			}
		})
	}
}

func TestASecondReviewConcernsTheNextDuty(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	id := strategy2009(w)
	w.record(w.reviewOf(id, "2012-01-10", plan.NoChange))
	if got := w.record(w.reviewOf(id, "2012-01-11", plan.NoChange)).Concern; got != second {
		t.Errorf("the second concerns %v", got)
	}
	if got := w.record(w.reviewOf(id, "2012-01-12", plan.NoChange)).Concern; got != (Concern{}) {
		t.Errorf("the third concerns %v, though all are met", got)
	}
}

func TestRecordRefuses(t *testing.T) {
	type change func(*world, *Review)
	for _, tc := range []struct {
		name   string
		change change
		err    error
	}{
		{"an unknown document", func(_ *world, rv *Review) { rv.Document = "x" }, plan.ErrDocument},
		{"a draft", func(w *world, rv *Review) { rv.Document = w.draft(plan.Policy, nil) }, ErrNotAdopted},
		{"no outcome", func(_ *world, rv *Review) { rv.Outcome = "" }, plan.ErrIncomplete},
		{"an unknown outcome", func(_ *world, rv *Review) { rv.Outcome = "liked" }, plan.ErrOutcome},
		{"an unknown trigger", func(_ *world, rv *Review) { rv.Trigger = "mood" }, ErrTrigger},
		{"no reviewer", func(_ *world, rv *Review) { rv.Reviewer = " " }, plan.ErrIncomplete},
		{"no day", func(_ *world, rv *Review) { rv.Completed = plan.Date{} }, plan.ErrIncomplete},
		{"no decision for the period", func(_ *world, rv *Review) { rv.NoFormalDecision = false }, plan.ErrIncomplete},
		{"a decision of an unknown body", func(_ *world, rv *Review) { rv.Body = "ks" }, ErrBody},
		{"completed tomorrow", func(w *world, rv *Review) { rv.Completed = w.day("2010-09-16") }, ErrFuture},
		{"decided tomorrow", func(w *world, rv *Review) { rv.DecisionDate = w.day("2010-09-16") }, ErrFuture},
		{"started after it ended", func(w *world, rv *Review) { rv.Started, rv.Completed = w.day("2010-09-15"), w.day("2010-09-14") }, ErrOrder},
		{"before it was in force", func(w *world, rv *Review) { rv.Completed = w.day("2009-05-17") }, ErrNotInForce},
		{"an unknown period", func(_ *world, rv *Review) { rv.Concern = Concern{Period: "1999–2002"} }, ErrConcern},
		{"a period to come", func(_ *world, rv *Review) { rv.Concern = second }, ErrNotOpen},
		{"a year, of a document with periods", func(_ *world, rv *Review) { rv.Concern = Concern{Year: 2010} }, ErrConcern},
		{"an unknown version", func(_ *world, rv *Review) { rv.Version = "x" }, plan.ErrVersion},
		{"a question that is not asked", func(_ *world, rv *Review) { rv.Checklist = []Answer{{Question: "weather", Answer: plan.Yes, Note: ""}} }, ErrChecklist},
		{"an answer that is none", func(_ *world, rv *Review) { rv.Checklist = []Answer{{Question: "law", Answer: "perhaps", Note: ""}} }, ErrChecklist},
		{"a question answered twice", func(_ *world, rv *Review) {
			rv.Checklist = []Answer{{Question: "law", Answer: plan.Yes}, {Question: "law", Answer: plan.No, Note: ""}}
		}, ErrChecklist},
		{"a repeal by a body without §", func(w *world, rv *Review) {
			rv.Outcome, rv.NoFormalDecision, rv.Body, rv.DecisionDate, rv.Dnr = plan.Repeal, false, board, w.day("2010-09-15"), "2010/4"
		}, plan.ErrIncomplete},
		{"after it was repealed", func(w *world, rv *Review) {
			w.decide(rv.Document, plan.Decision{Outcome: plan.Repealed, Date: w.day("2010-09-14")})
		}, ErrNotInForce},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld(t, "2007-01-01")
			rv := w.reviewOf(strategy2009(w), "2010-09-15", plan.NoChange)
			tc.change(w, &rv)
			e, _, err := Record(w.r, rv, plan.Sealed{}, w.on("2010-09-15"))
			if !errors.Is(err, tc.err) || !e.IsEmpty() {
				t.Errorf("got %v, want %v", err, tc.err)
			}
		})
	}
	t.Run("the content of another version", func(t *testing.T) {
		w := newWorld(t, "2007-01-01")
		rv := w.reviewOf(strategy2009(w), "2010-09-15", plan.Revise)
		for _, c := range []plan.Sealed{{}, plan.Seal(plan.Content{})} {
			if _, _, err := Record(w.r, rv, c, w.on("2010-09-15")); !errors.Is(err, ErrContent) {
				t.Errorf("got %v, want ErrContent", err)
			}
		}
	})
}

func TestMissingNamesTheFields(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	_, _, err := Record(w.r, Review{Document: strategy2009(w), Outcome: plan.NoChange, Reviewer: "Chefen", Completed: w.day("2010-09-15")},
		plan.Sealed{}, w.on("2010-09-15"))
	var m *MissingError
	if !errors.As(err, &m) {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]plan.Key{plan.KeyBody, plan.KeyDecisionDate, plan.KeyParagraph}, m.Keys); diff != "" {
		t.Error(diff)
	}
}
