package plan

import (
	"errors"
	"testing"
)

// correct corrects the latest record of the kind with other fields.
func (w *walk) correct(k EventKind, other Filled) (Edit, error) {
	es := w.r.EventsOf(w.d.ID, k)
	e := es[len(es)-1]
	c := Correction{Event: e.ID, Fields: e.Fields, Reason: "Fel i protokollet"}
	for key, v := range other {
		c.Fields = c.Fields.With(key, v)
	}
	return w.r.Correct(c, "Sekreteraren", clock)
}

func (w *walk) annul(k EventKind) (Edit, error) {
	es := w.r.EventsOf(w.d.ID, k)
	return w.r.Correct(Correction{Event: es[len(es)-1].ID, Annul: true, Reason: "Registrerades av misstag"}, "Sekreteraren", clock)
}

func (w *walk) status(on string) Status { return w.r.StatusOf(w.d, w.d.Latest(), day(w.t, on)) }

func TestACorrectedDecisionCountsEverywhere(t *testing.T) {
	w := begin(t, Policy, untilFurther()).adopted()
	w.do(w.correct(EventDecision, Filled{KeyParagraph: Text("12"), KeyDecisionDate: Day(day(t, "2026-02-03"))}))
	a := w.r.Adoptions(w.d.ID)
	if len(a) != 1 || a[0].Paragraph != "12" || a[0].Date != day(t, "2026-02-03") {
		t.Fatalf("adoptions %+v", a)
	}
	if f := w.r.ForceOf(w.d.ID); f.From != day(t, "2026-02-03") {
		t.Errorf("in force from %s", f.From)
	}
	w.do(w.correct(EventDecision, Filled{KeyParagraph: Text("13")})) // a correction of the correction
	if es := w.r.Events(); len(es) != 3 || es[2].Corrects != es[1].ID || es[1].Corrects != es[0].ID || es[2].By != "Sekreteraren" {
		t.Errorf("chain %+v", es)
	}
	if e, err := w.correct(EventDecision, nil); err != nil || !e.IsEmpty() {
		t.Errorf("a correction of nothing: %v, %v", e, err)
	}
}

func TestAnnulledDecisions(t *testing.T) {
	for _, tc := range []struct {
		name string
		of   func(*walk) *walk
		want Status // on 30 June
	}{
		{"a repeal", func(w *walk) *walk { return w.adopted().decide(Repealed, "2026-03-01") }, StatusAdopted},
		{"a reaffirmation", func(w *walk) *walk { return w.adopted().decide(Reaffirmed, "2026-03-01") }, StatusAdopted},
		{"a rejection", func(w *walk) *walk { return w.stage(StageReady).decide(Rejected, "2026-03-01") }, StatusReady},
		{"a deferral", func(w *walk) *walk { return w.stage(StageReady).decide(Deferred, "2026-03-01") }, StatusReady},
		{"a referral back", func(w *walk) *walk { return w.stage(StageReady).decide(ReferredBack, "2026-03-01") }, StatusReady},
		{"an adoption", func(w *walk) *walk { return w.adopted() }, StatusReady},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := tc.of(begin(t, Policy, untilFurther()))
			n := len(w.r.EventsOf(w.d.ID, EventDecision))
			w.do(w.annul(EventDecision))
			if got := w.status("2026-06-30"); got != tc.want {
				t.Errorf("status %s, want %s", got, tc.want)
			}
			if got := len(w.r.EventsOf(w.d.ID, EventDecision)); got != n-1 {
				t.Errorf("%d decisions count, want %d", got, n-1)
			}
		})
	}
}

// A text that was once registered as adopted is never edited again: it can be
// decided on anew, or a new draft is made of it.
func TestAnAnnulledAdoptionLeavesTheTextFrozen(t *testing.T) {
	w := begin(t, Policy, untilFurther()).adopted()
	w.do(w.annul(EventDecision))
	v := w.d.Latest()
	if err := w.r.Editable(w.d, v); !errors.Is(err, ErrFrozen) {
		t.Errorf("editing it: %v", err)
	}
	if f := w.r.ForceOf(w.d.ID); !f.From.IsZero() {
		t.Errorf("in force %+v", f)
	}
	e, next, err := w.r.NextDraft(w.d, Seal(Content{}), false, clock)
	if err != nil || next.Number() != "2.0" {
		t.Errorf("a new draft: %s, %v", next.Number(), err)
	}
	if e.IsEmpty() {
		t.Error("no new draft")
	}
	w.decide(Adopted, "2026-02-05")
	if v := w.d.Latest(); v.Number() != "1.0" || w.status("2026-03-01") != StatusAdopted {
		t.Errorf("decided anew it is %s, %s", v.Number(), w.status("2026-03-01"))
	}
}

func TestAnotherOutcome(t *testing.T) {
	for _, tc := range []struct {
		name, was, is string
		number        string
		status        Status
	}{
		{"deferred, truly adopted", Deferred, Adopted, "1.0", StatusAdopted},
		{"rejected, truly adopted", Rejected, Adopted, "1.0", StatusAdopted},
		{"referred back, truly adopted", ReferredBack, Adopted, "1.0", StatusAdopted},
		{"referred back, truly deferred", ReferredBack, Deferred, "0.2", StatusDeferred},
		{"deferred, truly referred back", Deferred, ReferredBack, "0.2", StatusReferredBack},
		{"adopted, truly deferred", Adopted, Deferred, "1.0", StatusDeferred},
		{"adopted, truly referred back", Adopted, ReferredBack, "1.0", StatusReferredBack},
		{"adopted, truly rejected", Adopted, Rejected, "1.0", StatusRejected},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := begin(t, Policy, untilFurther()).stage(StageReady).decide(tc.was, "2026-02-01")
			w.do(w.correct(EventDecision, Filled{KeyOutcome: Text(tc.is)}))
			if v := w.d.Latest(); v.Number() != tc.number || w.status("2026-06-30") != tc.status {
				t.Errorf("%s %s, want %s %s", v.Number(), w.status("2026-06-30"), tc.number, tc.status)
			}
			if tc.was == Adopted {
				w.next(false) // what is history does not bar the way
			}
		})
	}
}

func TestAnAnnulmentCanBeTakenBack(t *testing.T) {
	w := begin(t, Policy, untilFurther()).adopted().decide(Repealed, "2026-03-01")
	w.do(w.annul(EventDecision))
	all := w.r.Events()
	last := all[len(all)-1]
	w.do(w.r.Correct(Correction{Event: last.ID, Fields: last.Fields, Reason: "Beslutet fanns ändå"}, "S", clock))
	if got := w.status("2026-06-30"); got != StatusRepealed {
		t.Errorf("status %s, want repealed", got)
	}
}

func TestWhatCannotBeCorrected(t *testing.T) {
	outcome := func(o string) Filled { return Filled{KeyOutcome: Text(o)} }
	policy := func() *walk { return begin(t, Policy, untilFurther()) }
	second := func() *walk { return policy().adopted().next(false).stage(StageReady).decide(Adopted, "2026-04-01") }
	firstOf := func(w *walk, c Correction) (Edit, error) {
		c.Event, c.Reason = w.r.EventsOf(w.d.ID, EventDecision)[0].ID, "Fel"
		if !c.Annul {
			c.Fields = w.r.EventsOf(w.d.ID, EventDecision)[0].Fields.With(KeyDecisionDate, Day(day(t, "2026-05-01")))
		}
		return w.r.Correct(c, "S", clock)
	}
	for _, tc := range []struct {
		name string
		do   func() (Edit, error)
		want error
	}{
		{"a record that does not exist", func() (Edit, error) { return policy().r.Correct(Correction{Event: "x", Reason: "y"}, "S", clock) }, ErrRecord},
		{"without a reason", func() (Edit, error) {
			w := policy().adopted()
			return w.r.Correct(Correction{Event: w.r.Events()[0].ID, Annul: true, Reason: " "}, "S", clock)
		}, ErrIncomplete},
		{"what is corrected already", func() (Edit, error) {
			w := policy().adopted()
			first := w.r.Events()[0]
			w.do(w.correct(EventDecision, Filled{KeyParagraph: Text("9")}))
			return w.r.Correct(Correction{Event: first.ID, Annul: true, Reason: "Fel"}, "S", clock)
		}, ErrCorrected},
		{"an export", func() (Edit, error) {
			w := policy()
			w.r = w.r.Apply(Edit{Events: []Event{{ID: "export", Kind: EventExport, Document: w.d.ID}}})
			return w.annul(EventExport)
		}, ErrRecord},
		{"into one without §", func() (Edit, error) { return policy().adopted().correct(EventDecision, Filled{KeyParagraph: {}}) }, ErrIncomplete},
		{"into an unknown outcome", func() (Edit, error) { return policy().adopted().correct(EventDecision, outcome("liked")) }, ErrChoice},
		{"with a field that it does not have", func() (Edit, error) { return policy().adopted().correct(EventDecision, Filled{KeyUntil: Text("x")}) }, ErrField},
		{"an adoption into a reaffirmation", func() (Edit, error) { return policy().adopted().correct(EventDecision, outcome(Reaffirmed)) }, ErrTransition},
		{"an adoption that a later version builds on", func() (Edit, error) { return firstOf(second(), Correction{Annul: true}) }, ErrBuiltOn},
		{"an adoption to a day after the next one", func() (Edit, error) { return firstOf(second(), Correction{}) }, ErrDate},
		{"an adoption that was reaffirmed", func() (Edit, error) {
			return firstOf(policy().adopted().decide(Reaffirmed, "2026-03-01"), Correction{Annul: true})
		}, ErrBuiltOn},
		{"an adoption that was reviewed", func() (Edit, error) { return policy().adopted().review(NoChange, "2026-03-01").annul(EventDecision) }, ErrBuiltOn},
		{"a rejection after which work went on", func() (Edit, error) {
			return policy().stage(StageReady).decide(Rejected, "2026-02-01").next(false).annul(EventDecision)
		}, ErrBuiltOn},
		{"a referral back after which the text changed, into an adoption", func() (Edit, error) {
			w := policy().stage(StageReady).decide(ReferredBack, "2026-02-01")
			w.do(w.r.SetContent(w.d, w.d.Latest(), Sealed{}, NewContent(Filled{KeyTitle: Text("Annan titel")})))
			return w.correct(EventDecision, outcome(Adopted))
		}, ErrBuiltOn},
		{"a deferral into a rejection of what was adopted", func() (Edit, error) {
			w := policy().stage(StageReady).decide(Deferred, "2026-02-01").decide(Adopted, "2026-03-01")
			e := w.r.EventsOf(w.d.ID, EventDecision)[0]
			return w.r.Correct(Correction{Event: e.ID, Fields: e.Fields.With(KeyOutcome, Text(Rejected)), Reason: "Fel"}, "S", clock)
		}, ErrBuiltOn},
		{"a review to a day to come", func() (Edit, error) {
			w := policy().adopted().review(NoChange, "2026-03-01")
			return w.correct(EventReview, Filled{KeyTrigger: Text("need"), KeyReviewer: Text("Chefen"), KeyCompleted: Day(day(t, "2027-03-01"))})
		}, ErrFuture},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if _, err := tc.do(); !errors.Is(err, tc.want) {
				t.Errorf("got %v, want %v", err, tc.want)
			}
		})
	}
}
