package plan

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"
)

// Correction (rättelse) says what a record should have said. The record itself
// stays; a new one of the same kind names it and counts in its place.
type Correction struct {
	Event  ID      // the last record: one that is corrected already cannot be corrected again
	Fields Content // all that the record shall say; not read where Annul is set
	Annul  bool    // it was registered by mistake and nothing comes in its place
	Reason string
}

// Correct returns the edit that registers a correction and moves the version
// that it concerns as the corrected record would have done. Everything that is
// derived from the record follows. An annulment can itself be corrected, which
// makes the record count again. The edit is empty where nothing differs.
//
// It refuses with ErrRecord, ErrCorrected, ErrIncomplete, ErrFuture or the
// reasons for which the corrected record could not have been registered, and
// with ErrBuiltOn where later versions or records rest on what the record said:
// those are to be corrected first.
func (r Register) Correct(c Correction, by string, now time.Time) (Edit, error) {
	old, ok := r.Event(c.Event)
	if !ok {
		return Edit{}, fmt.Errorf("correct %s: %w", c.Event, ErrRecord)
	}
	e := Event{
		ID: NewID(), Kind: old.Kind, At: instant(now), By: by, Document: old.Document, Version: old.Version,
		Assignment: old.Assignment, Corrects: old.ID, Fields: c.Fields.With(KeyAnnulled, Value{}),
	}
	if c.Annul {
		e.Fields = old.Fields.With(KeyAnnulled, Text(Yes))
	}
	if e.Fields.With(KeyCorrectionReason, Value{}).Equal(old.Fields.With(KeyCorrectionReason, Value{})) {
		return Edit{}, nil
	}
	e.Fields = e.Fields.With(KeyCorrectionReason, Text(strings.TrimSpace(c.Reason)))
	changes, err := r.checkCorrection(old, e, DateOf(now))
	if err != nil {
		return Edit{}, fmt.Errorf("correct %s: %w", c.Event, err)
	}
	return Edit{Changes: changes, Events: []Event{e}}, nil
}

// Correctable reports whether the record is one that Correct takes: the last of
// its chain, of a kind that people register.
func (r Register) Correctable(e Event) bool {
	return !r.corrected[e.ID] && e.Kind != EventExport && e.Kind != EventImport && e.Kind != EventRestore && len(eventFields[e.Kind]) > 0
}

// First returns the record that the event, through others, corrects in the end:
// what others know it by. It is the event itself where that corrects none.
func (r Register) First(e Event) Event {
	for range r.events { // a damaged file may have a circle of them
		old, ok := r.Event(e.Corrects)
		if !ok {
			break
		}
		e = old
	}
	return e
}

// Last returns the record that corrects the event, through others, in the end: the
// one that counts. It is the event itself where none corrects it.
func (r Register) Last(e Event) Event {
	for range r.events {
		i := slices.IndexFunc(r.events, func(x Event) bool { return x.Corrects == e.ID })
		if i < 0 {
			break
		}
		e = r.events[i]
	}
	return e
}

func (r Register) checkCorrection(old, e Event, today Date) ([]Change, error) {
	switch {
	case r.corrected[old.ID]:
		return nil, ErrCorrected
	case !r.Correctable(old):
		return nil, ErrRecord
	case e.Fields.Text(KeyCorrectionReason) == "":
		return nil, ErrIncomplete
	}
	if !e.Annuls() {
		if err := checkFields(e, today); err != nil {
			return nil, err
		}
	}
	switch e.Kind {
	case EventDecision:
		return r.checkDecisionAgain(old, e)
	case EventFollowUp:
		return nil, checkFollowUpAgain(old, e)
	}
	return nil, nil
}

// checkFields looks at what the record says on its own: the fields that its kind
// has and must have, with values that they take, and no day to come on which
// something is said to have happened.
func checkFields(e Event, today Date) error {
	fields := EventFields(e.Kind)
	for _, k := range e.Fields.Keys() {
		f, ok := FieldIn(fields, k)
		if !ok {
			return fmt.Errorf("%s: %w", k, ErrField)
		}
		if err := CheckValue(f, e.Fields.Get(k)); err != nil {
			return fmt.Errorf("%s: %w", k, err)
		}
	}
	for _, f := range fields {
		v := e.Fields.Get(f.Key)
		if f.Need == Mandatory && (v.IsZero() || (f.Kind == Line || f.Kind == LongText) && strings.TrimSpace(v.Text()) == "") {
			return fmt.Errorf("%s: %w", f.Key, ErrIncomplete)
		}
	}
	for _, k := range []Key{KeyCompleted, KeyDate, KeyStarted} {
		if e.Fields.Get(k).Date().After(today) {
			return fmt.Errorf("%s: %w", k, ErrFuture)
		}
	}
	f := e.Fields
	if until := f.Get(KeyUntil).Date(); !until.IsZero() && until.Before(f.Get(KeyDecisionDate).Date()) ||
		f.Get(KeyStarted).Date().After(cmp.Or(f.Get(KeyCompleted).Date(), today)) ||
		!f.Get(KeyEnd).IsZero() && f.Get(KeyEnd).Date().Before(f.Get(KeyStart).Date()) {
		return ErrDate
	}
	return nil
}

// checkDecisionAgain checks the corrected decision as if the old one had never
// been registered, and returns what it does with the version.
func (r Register) checkDecisionAgain(old, e Event) ([]Change, error) {
	d, v, ok := r.VersionOf(old.Version)
	if !ok {
		return nil, ErrVersion
	}
	was, is := outcomeOf(old), outcomeOf(e)
	if was != is {
		if err := r.restsOn(d, v, old, is); err != nil {
			return nil, err
		}
	}
	if is == "" {
		return r.changeStage(d, v, old, is), nil
	}
	without := r.Apply(Edit{Events: []Event{{Kind: old.Kind, Corrects: old.ID, Fields: NewContent(Filled{KeyAnnulled: Text(Yes)})}}})
	then := v
	if isProposal(is) && isProposal(was) || was == "" {
		then.Stage = StageReady
	}
	if err := without.checkDecision(d, then, DecisionOf(e.Fields)); err != nil {
		return nil, err
	}
	return r.changeStage(d, v, old, is), nil
}

// outcomeOf returns what the decision decided, "" where it is annulled.
func outcomeOf(e Event) string {
	if e.Annuls() {
		return ""
	}
	return e.Fields.Text(KeyOutcome)
}

// isProposal reports whether the outcome answers a proposal to adopt a version.
func isProposal(outcome string) bool {
	return outcome == Adopted || outcome == ReferredBack || outcome == Deferred || outcome == Rejected
}

// restsOn refuses another outcome where something later rests on the one that
// the record has.
func (r Register) restsOn(d Document, v Version, old Event, is string) error {
	was := outcomeOf(old)
	later := false // the record has been reached
	for _, x := range r.all(d.ID) {
		switch {
		case x.ID == old.ID:
			later = true
		case was == Adopted && x.Version == v.ID && (x.Kind != EventDecision || !isProposal(outcomeOf(x))):
			return ErrBuiltOn // a review, a reaffirmation, a follow-up of what was adopted
		case was == Adopted && outcomeOf(x) == Adopted && isBefore(d, v, Version{ID: x.Version}):
			return ErrBuiltOn
		case later && x.Version == v.ID && (is == Adopted || is == Rejected) && isProposal(outcomeOf(x)):
			return ErrBuiltOn
		}
	}
	switch {
	case was == Rejected && d.Latest().ID != v.ID:
		return ErrBuiltOn // a new draft was made because of it
	case isProposal(is) && is != ReferredBack && v.Hash != cmp.Or(old.Fields.Text(KeySentHash), v.Hash):
		return ErrBuiltOn // the text has gone on since
	}
	return nil
}

// changeStage returns what the corrected outcome does with the version: its
// number where it is adopted, its stage where the work goes on or no longer does.
func (r Register) changeStage(d Document, v Version, old Event, is string) []Change {
	before := v
	untouched := v.Hash == cmp.Or(old.Fields.Text(KeySentHash), v.Hash)
	switch {
	case r.adopted[v.ID]:
		return nil // its number and content are history
	case is == ReferredBack:
		v.Stage = StageDraft
	case outcomeOf(old) == ReferredBack && untouched:
		v.Stage = StageReady
	}
	if is == Adopted && v.Major == 0 {
		v.Major, v.Minor = 1, 0
	}
	if v == before {
		return nil
	}
	return d.changeVersion(v.ID, func(x *Version) { x.Major, x.Minor, x.Stage = v.Major, v.Minor, v.Stage }).Changes
}

// checkFollowUpAgain keeps the record with what it was about: one about
// something else is annulled and made anew.
func checkFollowUpAgain(old, e Event) error {
	if slices.ContainsFunc([]Key{KeySubject, KeyActivity, KeyGoal}, func(k Key) bool { return old.Fields.Text(k) != e.Fields.Text(k) }) {
		return ErrRecord
	}
	return nil
}
