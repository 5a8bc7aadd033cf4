package plan

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// walk is a document on its way through the lifecycle. Steps that must succeed
// fail the test otherwise.
type walk struct {
	t     *testing.T
	r     Register
	d     Document
	first bool // the actions are on the first version, not on the latest
}

// v is the version that the actions are on.
func (w *walk) v() Version {
	if w.first {
		return w.d.Versions[0]
	}
	return w.d.Latest()
}

func begin(t *testing.T, kind DocumentKind, f Filled) *walk {
	t.Helper()
	f[KeyTitle] = Text("Webbpolicy")
	r, d := file(kind, NewContent(f))
	return &walk{t: t, r: r, d: d}
}

func (w *walk) do(e Edit, err error) *walk {
	w.t.Helper()
	w.r, w.d = must(w.t, w.r, w.d.ID)(e, err)
	return w
}

func (w *walk) stage(to Stage) *walk { return w.do(w.r.SetStage(w.d, w.d.Latest(), to, 0)) }

func (w *walk) decide(outcome, on string) *walk {
	w.t.Helper()
	dec := Decision{Outcome: outcome, Body: "au", Date: day(w.t, on), Paragraph: "8"}
	return w.do(w.r.Decide(w.d, w.d.Latest(), dec, "S", clock))
}

func (w *walk) next(editorial bool) *walk {
	w.t.Helper()
	e, _, err := w.r.NextDraft(w.d, Seal(NewContent(Filled{KeyTitle: Text("Ny text")})), editorial, clock)
	return w.do(e, err)
}

func (w *walk) review(outcome, on string) *walk {
	return w.do(Edit{Events: []Event{{
		ID: NewID(), Kind: EventReview, Document: w.d.ID, Version: w.d.Latest().ID,
		Fields: NewContent(Filled{KeyOutcome: Text(outcome), KeyCompleted: Day(day(w.t, on))}),
	}}}, nil)
}

func (w *walk) adopted() *walk { return w.stage(StageReady).decide(Adopted, "2026-02-01") }

func untilFurther() Filled { return Filled{KeyValidity: Text(string(ValidUntilFurtherNotice))} }

func untilMay() Filled {
	d, _ := ParseDate("2026-05-31")
	return Filled{KeyValidity: Text(string(ValidUntil)), KeyValidTo: Day(d)}
}

// succeeded is the document after another one has taken its place.
func (w *walk) succeeded() *walk {
	w.t.Helper()
	e, next := NewDocument(Policy, false, NewContent(Filled{KeyTitle: Text("Efterträdare")}), clock)
	x := walk{t: w.t, r: w.r.Apply(e), d: next}
	x.stage(StageReady).decide(Adopted, "2026-03-01")
	w.r = x.r
	return w.do(w.r.Relate(Relation{Supersedes, next.ID, w.d.ID}))
}

// states are all places of the lifecycle in which a version can stand.
func states(t *testing.T) (names []string, at map[string]func() *walk) {
	policy := func() *walk { return begin(t, Policy, untilFurther()) }
	at = map[string]func() *walk{}
	add := func(name string, f func() *walk) { names, at[name] = append(names, name), f }
	add("draft", policy)
	add("in-preparation", func() *walk { return policy().stage(StageInPreparation) })
	add("ready", func() *walk { return policy().stage(StageReady) })
	add("deferred", func() *walk { return policy().stage(StageReady).decide(Deferred, "2026-02-01") })
	add("referred-back", func() *walk { return policy().stage(StageReady).decide(ReferredBack, "2026-02-01") })
	add("rejected", func() *walk { return policy().stage(StageReady).decide(Rejected, "2026-02-01") })
	add("adopted", func() *walk { return policy().adopted() })
	add("adopted until May", func() *walk { return begin(t, Policy, untilMay()).adopted() })
	add("under-review", func() *walk { return policy().adopted().review(Revise, "2026-03-01") })
	add("reaffirmed", func() *walk { return policy().adopted().decide(Reaffirmed, "2026-03-01") })
	add("beside a draft", func() *walk { return policy().adopted().next(false) })
	add("in force beside a draft", func() *walk {
		w := policy().adopted().next(false)
		w.first = true
		return w
	})
	add("succeeded by 2.0", func() *walk {
		w := policy().adopted().next(false).stage(StageReady).decide(Adopted, "2026-03-01")
		w.first = true
		return w
	})
	add("2.0 ready", func() *walk { return policy().adopted().next(false).stage(StageReady) })
	add("1.1 ready", func() *walk { return policy().adopted().next(true).stage(StageReady) })
	add("2.0 rejected", func() *walk { return policy().adopted().next(false).stage(StageReady).decide(Rejected, "2026-03-01") })
	add("superseded", func() *walk { return policy().adopted().succeeded() })
	add("repealed", func() *walk { return policy().adopted().decide(Repealed, "2026-03-01") })
	add("ended", func() *walk {
		f := untilFurther()
		f[KeyAssignment] = Ref("uppdrag")
		w := begin(t, AssignmentPlan, f)
		a := Entry{ID: "uppdrag", Position: 1, Fields: NewContent(Filled{KeyEnd: Day(day(t, "2026-03-01"))})}
		w.r = w.r.Apply(Edit{Changes: []Change{EntryChange{ListAssignments, nil, &a}}})
		return w.adopted()
	})
	return names, at
}

type action struct {
	name string
	do   func(*walk) (Edit, error)
}

func actions(t *testing.T) []action {
	var out []action
	for _, s := range []Stage{StageDraft, StageInPreparation, StageReady} {
		out = append(out, action{"to " + string(s), func(w *walk) (Edit, error) { return w.r.SetStage(w.d, w.v(), s, 0) }})
	}
	for _, outcome := range []string{Adopted, ReferredBack, Deferred, Rejected, Reaffirmed, Extended, Repealed, Noted} {
		dec := Decision{Outcome: outcome, Body: "au", Date: day(t, "2026-04-01"), Paragraph: "9"}
		if outcome == Extended {
			dec.ValidTo = day(t, "2027-05-31")
		}
		out = append(out, action{outcome, func(w *walk) (Edit, error) { return w.r.Decide(w.d, w.v(), dec, "S", clock) }})
	}
	officer := Decision{Outcome: Adopted, Officer: "Kanslichefen", Date: day(t, "2026-04-01")}
	out = append(out, action{"by officer", func(w *walk) (Edit, error) { return w.r.Decide(w.d, w.v(), officer, "S", clock) }})
	for i, name := range []string{"new version", "editorial"} {
		out = append(out, action{name, func(w *walk) (Edit, error) {
			e, _, err := w.r.NextDraft(w.d, Seal(NewContent(Filled{KeyTitle: Text("Ny text")})), i == 1, clock)
			return e, err
		}})
	}
	return append(out, action{"edit", func(w *walk) (Edit, error) {
		return w.r.SetContent(w.d, w.v(), Sealed{}, NewContent(Filled{KeyTitle: Text("Annan titel")}))
	}})
}

// outcome says where the action led: the latest version's number and status, or
// the reason why it was refused.
func (w *walk) outcome(e Edit, err error) string {
	for reason, word := range map[error]string{
		ErrTransition: "no: not from here", ErrFrozen: "no: frozen", ErrLocked: "no: locked", ErrDraftOpen: "no: a draft is open",
		ErrIncomplete: "no: lacks something", ErrDate: "no: the date",
	} {
		if errors.Is(err, reason) {
			return word
		}
	}
	if err != nil {
		return err.Error()
	}
	n := len(w.d.Versions)
	w.do(e, nil)
	v := w.v()
	if len(w.d.Versions) > n {
		v = w.d.Latest()
	}
	return fmt.Sprintf("%s (%d) %s", v.Number(), v.Draft, w.r.StatusOf(w.d, v, day(w.t, "2026-06-30")))
}

func TestEveryTransition(t *testing.T) {
	names, at := states(t)
	var got strings.Builder
	for _, name := range names {
		fmt.Fprintf(&got, "%s\n", name)
		by := map[string][]string{} // the actions that lead to one result
		var results []string
		for _, a := range actions(t) {
			w := at[name]()
			r := w.outcome(a.do(w))
			if by[r] == nil {
				results = append(results, r)
			}
			by[r] = append(by[r], a.name)
		}
		for _, r := range results {
			fmt.Fprintf(&got, "\t%s -> %s\n", strings.Join(by[r], ", "), r)
		}
	}
	if diff := cmp.Diff(strings.TrimPrefix(transitions, "\n"), got.String()); diff != "" {
		t.Errorf("transitions (-want +got):\n%s", diff)
	}
}
