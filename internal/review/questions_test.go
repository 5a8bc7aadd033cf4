package review

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

// asks gives the organisation questions of its own, by ID and text.
func (w *world) asks(questions ...[2]string) {
	var rows []plan.Row
	for _, q := range questions {
		rows = append(rows, plan.Row{ID: plan.ID(q[0]), Cells: plan.NewContent(plan.Filled{plan.KeyQuestion: plan.Text(q[1])})})
	}
	o, _ := w.r.Entry(plan.ListOrganisation, plan.OrganisationID)
	after := o
	after.Fields = o.Fields.With(plan.KeyReviewQuestions, plan.Rows(rows...))
	w.apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListOrganisation, Before: &o, After: &after}}}, nil)
}

// A record keeps the organisation's questions as they were asked, also when they
// are changed or taken away afterwards.
func TestRecordKeepsOwnQuestionsAsAsked(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	id := strategy2009(w)
	w.asks([2]string{"law", "Har lagen ändrats?"}, [2]string{"reach", "Når den alla?"})
	rv := w.reviewOf(id, "2010-09-15", plan.NoChange)
	rv.Checklist = []Answer{
		{Question: "law", Text: "something else", Answer: plan.Yes},
		{Question: "reach", Answer: plan.Partly, Note: "inte de yngsta"},
		{Question: "channels", Answer: plan.No}, // a standard one that is not asked here
	}
	w.record(rv)
	want := []Answer{
		{Question: "law", Text: "Har lagen ändrats?", Answer: plan.Yes},
		{Question: "reach", Text: "Når den alla?", Answer: plan.Partly, Note: "inte de yngsta"},
		{Question: "channels", Answer: plan.No},
	}
	if diff := cmp.Diff(want, Reviews(w.r, id)[0].Checklist); diff != "" {
		t.Error(diff)
	}
	if rv.Checklist[1].Text != "" {
		t.Error("what was given was changed")
	}
	w.asks([2]string{"law", "Gäller lagen än?"})
	if diff := cmp.Diff(want, Reviews(w.r, id)[0].Checklist); diff != "" {
		t.Errorf("asked in other words since:\n%s", diff)
	}
	last := Reviews(w.r, id)[0]
	e, _ := w.r.Event(last.ID)
	fields := e.Fields.With(plan.KeyObservations, plan.Text("Målen nås."))
	w.apply(Correct(w.r, plan.Correction{Event: last.ID, Fields: fields, Reason: "Glömt"}, "S", w.on("2010-09-20")))
	if diff := cmp.Diff(want, Reviews(w.r, id)[0].Checklist); diff != "" {
		t.Errorf("corrected since:\n%s", diff)
	}
}

func TestRecordRefusesAQuestionThatIsNotAsked(t *testing.T) {
	w := newWorld(t, "2007-01-01")
	rv := w.reviewOf(strategy2009(w), "2010-09-15", plan.NoChange)
	rv.Checklist = []Answer{{Question: "reach", Text: "Når den alla?", Answer: plan.Yes}}
	if _, _, err := Record(w.r, rv, plan.Sealed{}, w.on("2010-09-15")); !errors.Is(err, ErrChecklist) {
		t.Errorf("got %v", err)
	}
	w.asks([2]string{"reach", "Når den alla?"})
	if _, _, err := Record(w.r, rv, plan.Sealed{}, w.on("2010-09-15")); err != nil {
		t.Errorf("asked: %v", err)
	}
}

// A review for need handles the oldest open one, and a review of none is of what
// is scheduled before it is of a need.
func TestRecordFindsTheNeed(t *testing.T) {
	for _, tc := range []struct {
		name    string
		trigger Trigger
		concern Concern
		on      string
		want    Concern
		err     error
	}{
		{"for need, the oldest", ForNeed, Concern{}, "2025-10-01", need("law"), nil},
		{"for need, the only one so far", ForNeed, Concern{}, "2025-03-10", need("law"), nil},
		{"for need, before there is one", ForNeed, Concern{}, "2025-03-09", Concern{}, nil},
		{"what is scheduled first", "", Concern{}, "2025-10-01", year(2025), nil},
		{"a need where nothing scheduled can be met", "", Concern{}, "2025-05-01", need("law"), nil},
		{"the one that is named", "", need("merger"), "2025-10-01", need("merger"), nil},
		{"one that is named before its day", "", need("merger"), "2025-03-31", Concern{}, ErrNotOpen},
		{"one that there is not", "", need("x"), "2025-10-01", Concern{}, ErrConcern},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld(t, "2025-09-01")
			id := then(adopted(plan.Policy, "2020-03-01"), needOn("law", "2025-03-10"), needOn("merger", "2025-04-01"))(w)
			rv := w.reviewOf(id, tc.on, plan.NoChange)
			rv.Trigger, rv.Concern = tc.trigger, tc.concern
			_, stored, err := Record(w.r, rv, plan.Sealed{}, w.on("2025-10-01"))
			if !errors.Is(err, tc.err) || (err == nil) != (tc.err == nil) || stored.Concern != tc.want {
				t.Errorf("it concerns %+v: %v; want %+v: %v", stored.Concern, err, tc.want, tc.err)
			}
			if err == nil && tc.want.Need != "" && stored.Trigger != ForNeed {
				t.Errorf("it was made for %s", stored.Trigger)
			}
		})
	}
}
