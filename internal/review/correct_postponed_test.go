package review

import (
	"errors"
	"testing"

	"ledstjarna/internal/plan"
)

// correction is what a record shall say instead, and why that is refused.
type correction struct {
	name  string
	key   plan.Key
	value plan.Value
	err   error
}

func (w *world) checkCorrections(id plan.ID, on string, all []correction) {
	w.Helper()
	e, ok := w.r.Event(id)
	if !ok {
		w.Fatalf("no record %s", id)
	}
	for _, tc := range all {
		edit, err := Correct(w.r, plan.Correction{Event: id, Fields: e.Fields.With(tc.key, tc.value), Reason: "Fel"}, "S", w.on(on))
		if !errors.Is(err, tc.err) || (err == nil) != (tc.err == nil) || err != nil && !edit.IsEmpty() {
			w.Errorf("%s: %v, want %v", tc.name, err, tc.err)
		}
	}
	if _, err := Correct(w.r, plan.Correction{Event: id, Annul: true, Reason: "Fel"}, "S", w.on(on)); err != nil {
		w.Errorf("annulled: %v", err)
	}
}

func (w *world) date(s string) plan.Value { return plan.Day(w.day(s)) }

// A corrected snooze obeys the rules of the day on which it was made, whenever
// it is corrected.
func TestACorrectedSnoozeObeysTheRules(t *testing.T) {
	w := newWorld(t, "2024-09-01")
	doc := then(unplanned, reviewedOn("2024-10-01", year(2024)))(w)
	e, err := RecordSnooze(w.r, Snooze{Document: doc, Concern: year(2025), Until: w.day("2025-09-15")}, "S", w.on("2025-09-10"))
	w.apply(e, err)
	for _, on := range []string{"2025-09-10", "2025-12-24"} {
		w.checkCorrections(e.Events[0].ID, on, []correction{
			{"fourteen days", plan.KeyUntil, w.date("2025-09-24"), nil},
			{"fifteen days", plan.KeyUntil, w.date("2025-09-25"), ErrSnoozeLong},
			{"the day itself", plan.KeyUntil, w.date("2025-09-10"), ErrSnoozeLong},
			{"no day", plan.KeyUntil, plan.Value{}, ErrSnoozeLong},
			{"made a day earlier", plan.KeyDate, w.date("2025-09-09"), nil},
			{"made before it was due", plan.KeyDate, w.date("2025-08-31"), ErrNothingDue},
			{"made on no day", plan.KeyDate, plan.Value{}, plan.ErrIncomplete},
			{"made in years", plan.KeyDate, w.date("2027-01-01"), ErrFuture},
			{"another year", plan.KeyConcernsYear, plan.Num(plan.Int(2024)), ErrNothingDue},
			{"a year that it does not owe", plan.KeyConcernsYear, plan.Num(plan.Int(2019)), ErrConcern},
			{"no year", plan.KeyConcernsYear, plan.Value{}, ErrConcern},
			{"somebody else’s", plan.KeyOfficer, plan.Text("Webbredaktör"), nil},
		})
	}
	w.apply(Correct(w.r, plan.Correction{Event: e.Events[0].ID, Fields: e.Events[0].Fields.With(plan.KeyUntil, w.date("2025-09-24")), Reason: "Fel"}, "S", w.on("2025-09-12")))
	if d := Of(w.r, doc, w.day("2025-09-20"))[1]; d.Snoozed != w.day("2025-09-24") {
		t.Errorf("corrected, it comes back on %s", d.Snoozed)
	}
}

// One that a later record made late or met is corrected as of its own day.
func TestACorrectedSnoozeOfWhatWasReviewedSince(t *testing.T) {
	w := newWorld(t, "2024-09-01")
	doc := then(unplanned, reviewedOn("2024-10-01", year(2024)))(w)
	e, err := RecordSnooze(w.r, Snooze{Document: doc, Concern: year(2025), Until: w.day("2025-09-15")}, "S", w.on("2025-09-10"))
	w.apply(e, err)
	w.reviewed(doc, "2025-09-20", year(2025), nil)
	w.checkCorrections(e.Events[0].ID, "2025-10-01", []correction{{"longer", plan.KeyUntil, w.date("2025-09-18"), nil}})
}

func TestACorrectedDeviationObeysTheRules(t *testing.T) {
	w := newWorld(t, "2024-09-01")
	doc := unplanned(w)
	e, err := RecordDeviation(w.r, Postponement{
		Document: doc, Concern: year(2024), Reason: "valår", DecidedBy: "Styrelsen", Date: w.day("2025-01-10"), Until: w.day("2025-03-01"),
	}, "S", w.on("2025-01-12"))
	w.apply(e, err)
	all := []correction{
		{"another reason", plan.KeyReason, plan.Text("ny chef"), nil},
		{"no reason", plan.KeyReason, plan.Text(" "), plan.ErrIncomplete},
		{"nobody", plan.KeyDecidedBy, plan.Value{}, plan.ErrIncomplete},
		{"no day", plan.KeyUntil, plan.Value{}, plan.ErrIncomplete},
		{"planned for the due date", plan.KeyUntil, w.date("2024-11-30"), ErrOrder},
		{"planned before the decision", plan.KeyUntil, w.date("2025-01-09"), ErrOrder},
		{"planned for its day", plan.KeyUntil, w.date("2025-01-10"), nil},
		{"decided tomorrow", plan.KeyDecisionDate, w.date("2025-01-13"), ErrFuture},
		{"a year that it does not owe", plan.KeyConcernsYear, plan.Num(plan.Int(2019)), ErrConcern},
		{"no year", plan.KeyConcernsYear, plan.Value{}, ErrConcern},
		{"a need", plan.KeyConcernsNeed, plan.Text("law"), ErrConcern},
	}
	w.checkCorrections(e.Events[0].ID, "2025-01-12", all)
	w.reviewed(doc, "2025-02-01", year(2024), nil)
	w.checkCorrections(e.Events[0].ID, "2025-02-02", []correction{{"another reason, reviewed since", plan.KeyReason, plan.Text("ny chef"), nil}})
}

// One from before deviations named their duty can be corrected without it.
func TestACorrectedDeviationThatNamesNoDuty(t *testing.T) {
	w := newWorld(t, "2024-09-01")
	doc := unplanned(w)
	deviatedOn("2025-01-10", "2025-03-01", Concern{})(w, doc)
	w.checkCorrections("deviation 2025-01-10", "2025-01-12", []correction{
		{"another day", plan.KeyUntil, w.date("2025-04-01"), nil},
		{"planned before the decision", plan.KeyUntil, w.date("2025-01-09"), ErrOrder},
		{"its year", plan.KeyConcernsYear, plan.Num(plan.Int(2024)), nil},
		{"another year", plan.KeyConcernsYear, plan.Num(plan.Int(2019)), ErrConcern},
	})
}

func TestACorrectedNeedObeysTheRules(t *testing.T) {
	w := newWorld(t, "2024-09-01")
	unplanned(w)
	w.checkCorrections("law", "2025-03-12", []correction{
		{"another reason", plan.KeyReason, plan.Text("ny språklag"), nil},
		{"no reason", plan.KeyReason, plan.Text(" "), plan.ErrIncomplete},
		{"no day", plan.KeyDate, plan.Value{}, plan.ErrIncomplete},
		{"today", plan.KeyDate, w.date("2025-03-12"), nil},
		{"tomorrow", plan.KeyDate, w.date("2025-03-13"), ErrFuture},
		{"before it was in force", plan.KeyDate, w.date("2020-02-29"), ErrNotInForce},
	})
}
