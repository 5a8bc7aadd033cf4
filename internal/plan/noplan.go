package plan

import (
	"fmt"
	"strings"
	"time"
)

// NoPlan is a recorded choice: an assignment needs no communication plan.
type NoPlan struct {
	Event  ID
	Reason string
	By     string // who decided
	Date   Date   // of the decision
}

// NoPlanOf returns the choice that counts for the assignment on the day, the
// latest one.
func (r Register) NoPlanOf(assignment ID, on Date) (NoPlan, bool) {
	var last NoPlan
	found := false
	for _, e := range r.Effective(EventNoPlanNeeded) {
		if e.Assignment != assignment || e.Day().After(on) {
			continue
		}
		if day := e.Day(); !found || !day.Before(last.Date) {
			last, found = NoPlan{e.ID, e.Fields.Text(KeyReason), e.Fields.Text(KeyOfficer), day}, true
		}
	}
	return last, found
}

// RecordNoPlan returns the edit that registers that the assignment needs no
// communication plan. It refuses with ErrEntry where there is no such
// assignment, with ErrIncomplete without reason, name or day, and with ErrFuture
// for a day to come. It is a registration.
func (r Register) RecordNoPlan(assignment ID, x NoPlan, by string, now time.Time) (Edit, error) {
	if _, ok := r.Entry(ListAssignments, assignment); !ok {
		return Edit{}, fmt.Errorf("record that %s needs no plan: %w", assignment, ErrEntry)
	}
	e := Event{
		ID: NewID(), Kind: EventNoPlanNeeded, At: instant(now), By: by, Assignment: assignment,
		Fields: NewContent(Filled{
			KeyReason: Text(strings.TrimSpace(x.Reason)), KeyOfficer: Text(strings.TrimSpace(x.By)), KeyDate: Day(x.Date),
		}),
	}
	if err := checkFields(e, DateOf(now)); err != nil {
		return Edit{}, fmt.Errorf("record that %s needs no plan: %w", assignment, err)
	}
	return Edit{Events: []Event{e}}, nil
}

// WithdrawNoPlan returns the edit that takes back all choices that the
// assignment needs no communication plan, so that one is asked for again. The
// records stay and are annulled with the reason. It refuses with ErrRecord where
// there is none and with ErrIncomplete without a reason. It is a registration.
func (r Register) WithdrawNoPlan(assignment ID, reason, by string, now time.Time) (Edit, error) {
	var out Edit
	for _, e := range r.Effective(EventNoPlanNeeded) {
		if e.Assignment != assignment {
			continue
		}
		one, err := r.Correct(Correction{Event: e.ID, Annul: true, Reason: reason}, by, now)
		if err != nil {
			return Edit{}, fmt.Errorf("ask for a plan of %s again: %w", assignment, err)
		}
		out = out.Then(one)
	}
	if out.IsEmpty() {
		return Edit{}, fmt.Errorf("ask for a plan of %s again: %w", assignment, ErrRecord)
	}
	return out, nil
}
