package review

import (
	"errors"
	"slices"
	"testing"

	"ledstjarna/internal/plan"
)

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
