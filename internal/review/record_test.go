package review

import (
	"errors"
	"slices"
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
		Checklist:    []Answer{{"law", plan.Yes, ""}, {"audiences", plan.Partly, "en ny kommun"}},
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

func TestOutcomes(t *testing.T) {
	const day = "2010-09-15"
	for _, tc := range []struct {
		outcome string
		met     bool
		draft   string // number of the draft it leads to
	}{
		{plan.NoChange, true, ""},
		{plan.Editorial, true, "1.1"},
		{plan.Revise, true, "2.0"},
		{plan.Supersede, true, "0.1"},
		{plan.Repeal, true, ""},
		{plan.CannotComplete, false, ""},
	} {
		t.Run(tc.outcome, func(t *testing.T) {
			w := newWorld(t, "2007-01-01")
			id := strategy2009(w)
			if _, needs := Basis(w.r, id, tc.outcome); needs != (tc.draft != "") {
				t.Errorf("Basis says %v", needs)
			}
			stored := w.record(w.reviewOf(id, day, tc.outcome))
			if got := Of(w.r, id, w.day(day))[0].State.Met(); got != tc.met {
				t.Errorf("the duty is met: %v, want %v", got, tc.met)
			}
			_, v, _ := w.r.VersionOf(stored.Draft)
			if stored.Draft == "" {
				if tc.draft != "" || len(w.r.Documents()) != 1 || len(w.doc(id).Versions) != 1 {
					t.Error("the drafts are not what the outcome says")
				}
				return
			}
			if v.Number() != tc.draft || v.Stage != plan.StageDraft || v.Head.Title != "strategy" {
				t.Errorf("led to %s %q, want a draft %s", v.Number(), v.Head.Title, tc.draft)
			}
			if _, _, ok := w.r.Current(w.doc(id), w.day(day)); !ok {
				t.Error("the adopted version no longer applies")
			}
		})
	}
}

func TestRevisingLinksTheOpenDraft(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	id := strategy2009(w)
	e, open, err := w.r.NextDraft(w.doc(id), w.content(id), false, noon)
	w.apply(e, err)
	if _, needs := Basis(w.r, id, plan.Revise); needs {
		t.Error("asks for a content that it will not use")
	}
	e, stored, err := Record(w.r, w.reviewOf(id, "2010-09-15", plan.Revise), plan.Sealed{}, w.on("2010-09-15"))
	if err != nil || stored.Draft != open.ID || len(e.Changes) != 0 {
		t.Errorf("linked %s, want %s: %v", stored.Draft, open.ID, err)
	}
	if _, _, err := Record(w.r, w.reviewOf(id, "2010-09-15", plan.Editorial), w.content(id), w.on("2010-09-15")); !errors.Is(err, plan.ErrDraftOpen) {
		t.Errorf("an editorial change beside a revision: %v", err)
	}
}

func TestSupersedingBeginsTheSuccessorInItsPlace(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	strategy := strategy2009(w)
	id := w.inForce(plan.Policy, "2008-03-01", plan.Filled{plan.KeyDnr: plan.Text("2008/1")})
	for _, x := range []plan.Relation{{Kind: plan.Governs, From: strategy, To: id}, {Kind: plan.TiedTo, From: id, To: strategy}} {
		w.apply(w.r.Relate(x))
	}
	stored := w.record(w.reviewOf(id, "2009-09-15", plan.Supersede))
	next, v, _ := w.r.VersionOf(stored.Draft)
	if v.Head.Title != "policy" || v.Head.Dnr != "" {
		t.Errorf("the successor says %+v", v.Head)
	}
	if got := w.r.Objects(next.ID, plan.Supersedes); !slices.Equal(got, []plan.ID{id}) {
		t.Errorf("it supersedes %v", got)
	}
	if !slices.Contains(w.r.Subjects(next.ID, plan.Governs), strategy) || !slices.Contains(w.r.Objects(next.ID, plan.TiedTo), strategy) {
		t.Error("it does not stand where its predecessor stands")
	}
	again := w.record(w.reviewOf(id, "2010-09-15", plan.Supersede))
	if again.Draft != stored.Draft || len(w.r.Documents()) != 3 {
		t.Error("a second review began a second successor")
	}
	w.adopt(next.ID, plan.Decision{Date: w.day("2010-12-01")})
	if ds := Of(w.r, id, w.day("2011-12-01")); ds[len(ds)-1].Concern.Year != 2010 {
		t.Errorf("superseded, it still owes %s", briefs(ds))
	}
}

func TestRepealByABodyClosesTheDuties(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	id := policy("2008-03-01")(w)
	rv := w.reviewOf(id, "2010-09-15", plan.Repeal)
	rv.NoFormalDecision, rv.Body, rv.DecisionDate, rv.Paragraph = false, board, w.day("2010-09-15"), "44"
	rv.Concern = Concern{Year: 2008}
	w.record(rv)
	f := w.r.ForceOf(id)
	if f.Ending != plan.EndedRepealed || f.To != w.day("2010-09-15") {
		t.Errorf("in force %+v", f)
	}
	want := "2008 done-late 654 2008-11-30; 2009 late 289 2009-11-30"
	if got := briefs(Of(w.r, id, w.day("2010-09-15"))[:2]); got != want {
		t.Errorf("on the day: %s, want %s", got, want)
	}
	for _, d := range Of(w.r, id, w.day("2010-09-16"))[1:] {
		if d.State != Closed || d.Ending != plan.EndedRepealed || d.Ended != w.day("2010-09-16") {
			t.Errorf("the day after: %s", brief(d))
		}
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
		{"a question that is not asked", func(_ *world, rv *Review) { rv.Checklist = []Answer{{"weather", plan.Yes, ""}} }, ErrChecklist},
		{"an answer that is none", func(_ *world, rv *Review) { rv.Checklist = []Answer{{"law", "perhaps", ""}} }, ErrChecklist},
		{"a question answered twice", func(_ *world, rv *Review) { rv.Checklist = []Answer{{"law", plan.Yes, ""}, {"law", plan.No, ""}} }, ErrChecklist},
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

func TestAnnualReview(t *testing.T) {
	w := newWorld(t, "2009-09-01")
	strategy2009(w)
	var policies []plan.ID
	for range 4 {
		policies = append(policies, policy("2008-03-01")(w))
	}
	policy("2009-10-10")(w) // first adopted in the window: owes nothing yet
	w.record(w.reviewOf(policies[3], "2009-10-01", plan.NoChange))
	a := Annual{Year: 2009, Except: policies[:1], Review: Review{Reviewer: "Kommunikationschef", Completed: w.day("2009-11-10")}}
	if _, err := RecordAnnual(w.r, a, w.on("2009-08-31")); !errors.Is(err, ErrFuture) {
		t.Errorf("before its day: %v", err)
	}
	e, err := RecordAnnual(w.r, a, w.on("2009-11-20"))
	w.apply(e, err)
	if len(e.Events) != 2 {
		t.Errorf("%d records, want those of two policies", len(e.Events))
	}
	states := map[plan.ID]State{}
	for _, d := range OfYear(w.r, 2009, w.day("2009-11-20")) {
		states[d.Document] = d.State
	}
	want := map[plan.ID]State{policies[0]: Urgent, policies[1]: Done, policies[2]: Done, policies[3]: Done}
	if diff := cmp.Diff(want, states); diff != "" {
		t.Error(diff)
	}
	if _, err := RecordAnnual(w.r, a, w.on("2009-11-20")); !errors.Is(err, ErrNothingDue) {
		t.Errorf("a second time: %v", err)
	}
	a.Except = []plan.ID{"x"}
	if _, err := RecordAnnual(w.r, a, w.on("2009-11-20")); !errors.Is(err, plan.ErrDocument) {
		t.Errorf("an unknown exception: %v", err)
	}
	a.Except, a.Review.Completed = nil, w.day("2009-08-31")
	if _, err := RecordAnnual(w.r, a, w.on("2009-11-20")); !errors.Is(err, ErrNotOpen) {
		t.Errorf("before the window: %v", err)
	}
	a.Review.Outcome = plan.Revise
	if _, err := RecordAnnual(w.r, a, w.on("2009-11-20")); !errors.Is(err, plan.ErrOutcome) {
		t.Errorf("another outcome: %v", err)
	}
}
