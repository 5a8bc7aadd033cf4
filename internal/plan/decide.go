package plan

import (
	"fmt"
	"strings"
	"time"
)

// Decision is what a body, or for an editorial change an officer, decided on a
// version.
type Decision struct {
	Outcome   string // Adopted, Reaffirmed, …
	Body      ID     // deciding body; "" where an officer adopts an editorial change
	Officer   string
	Date      Date
	Paragraph string // § of the minutes
	Dnr       string
	ValidFrom Date // these three: no value means that the version tells
	ValidTo   Date
	Validity  Validity
	// IncludedReview records that a first adoption was a review as well; it
	// needs the Reason.
	IncludedReview bool
	Reason         string
	Note           string
}

// Decide returns the edit that registers a decision on a version: the event, and
// the version's number and stage that follow from it. It is a registration.
func (r Register) Decide(d Document, v Version, dec Decision, by string, now time.Time) (Edit, error) {
	err := r.checkDecision(d, v, dec)
	if err == nil && isProposal(dec.Outcome) && d.Latest().ID != v.ID {
		err = ErrTransition
	}
	if err != nil {
		return Edit{}, fmt.Errorf("decide on %s: %w", v.ID, err)
	}
	var e Edit
	switch dec.Outcome {
	case Adopted:
		if v.Major == 0 { // a version of the first adoption; the others have their number
			e = d.changeVersion(v.ID, func(v *Version) { v.Major, v.Minor = 1, 0 })
		}
	case ReferredBack:
		if !r.adopted[v.ID] {
			e = d.changeVersion(v.ID, func(v *Version) { v.Stage = StageDraft })
		}
	}
	e.Events = []Event{{
		ID: NewID(), Kind: EventDecision, At: instant(now), By: by, Document: d.ID, Version: v.ID, Fields: dec.fields(v),
	}}
	return e, nil
}

func (dec Decision) fields(v Version) Content {
	f := Filled{
		KeyOutcome: Text(dec.Outcome), KeyBody: Ref(dec.Body), KeyOfficer: Text(dec.Officer), KeyDecisionDate: Day(dec.Date),
		KeyParagraph: Text(dec.Paragraph), KeyDnr: Text(dec.Dnr), KeyValidFrom: Day(dec.ValidFrom), KeyValidTo: Day(dec.ValidTo),
		KeyValidity: Text(string(dec.Validity)), KeyReason: Text(dec.Reason), KeyNote: Text(dec.Note), KeySentHash: Text(v.Hash),
	}
	if dec.IncludedReview {
		f[KeyIncludedReview] = Text(Yes)
	}
	return NewContent(f)
}

// DecisionOf reads the decision that a record's fields hold.
func DecisionOf(f Content) Decision {
	return Decision{
		Outcome: f.Text(KeyOutcome), Body: f.Get(KeyBody).ID(), Officer: f.Text(KeyOfficer), Date: f.Get(KeyDecisionDate).Date(),
		Paragraph: f.Text(KeyParagraph), Dnr: f.Text(KeyDnr), ValidFrom: f.Get(KeyValidFrom).Date(), ValidTo: f.Get(KeyValidTo).Date(),
		Validity: Validity(f.Text(KeyValidity)), IncludedReview: f.Text(KeyIncludedReview) == Yes, Reason: f.Text(KeyReason), Note: f.Text(KeyNote),
	}
}

func (r Register) checkDecision(d Document, v Version, dec Decision) error {
	if dec.Date.IsZero() || dec.IncludedReview && strings.TrimSpace(dec.Reason) == "" {
		return ErrIncomplete
	}
	if !dec.ValidTo.IsZero() && dec.ValidTo.Before(latest(dec.Date, dec.ValidFrom)) {
		return ErrDate
	}
	a, adopted := r.AdoptionOf(d, v.ID)
	switch dec.Outcome {
	case Adopted, ReferredBack, Deferred, Rejected:
		return r.checkProposal(d, v, dec, adopted)
	case Reaffirmed, Repealed, Extended:
		if err := r.checkInForce(d, a, dec, adopted); err != nil {
			return err
		}
		return r.checkBody(dec)
	case Noted:
		return r.checkBody(dec)
	}
	return ErrOutcome
}

// checkInForce checks a decision about a version in force: it is made after the
// adoption and not of what is repealed or superseded already, and it extends what
// has a last day, to a later one.
func (r Register) checkInForce(d Document, a Adoption, dec Decision, adopted bool) error {
	f := r.ForceOf(d.ID)
	last, _ := r.lastAdoption(d)
	applied, _, _ := r.Current(d, dec.Date)
	switch {
	case !adopted, f.Ending == EndedRepealed, f.Ending == EndedSuperseded, a.Version != last.Version && a.Version != applied.ID:
		return ErrTransition
	case dec.Date.Before(a.Date):
		return ErrDate
	case dec.Outcome != Extended:
		return nil
	case dec.ValidTo.IsZero():
		return ErrIncomplete
	case a.ValidTo.IsZero():
		return ErrTransition
	case !dec.ValidTo.After(a.ValidTo):
		return ErrDate
	}
	return nil
}

func (r Register) checkProposal(d Document, v Version, dec Decision, adopted bool) error {
	f := r.ForceOf(d.ID)
	switch {
	case adopted:
		return ErrFrozen
	case v.Stage != StageReady, r.draftStatus(d, v) == StatusRejected,
		dec.Outcome == Adopted && (f.Ending == EndedRepealed || f.Ending == EndedSuperseded):
		return ErrTransition
	case dec.Outcome == Adopted && !r.inOrder(d, v, dec.Date):
		return ErrDate
	case v.Minor > 0 && dec.Body == "": // editorial change
		if strings.TrimSpace(dec.Officer) == "" {
			return ErrIncomplete
		}
		return nil
	}
	return r.checkBody(dec)
}

func (r Register) lastAdoption(d Document) (Adoption, bool) {
	as := r.Adoptions(d.ID)
	if len(as) == 0 {
		return Adoption{}, false
	}
	return as[len(as)-1], true
}

// inOrder reports whether the versions of the document are adopted in their
// order with v adopted on the day.
func (r Register) inOrder(d Document, v Version, day Date) bool {
	for _, a := range r.Adoptions(d.ID) {
		x := Version{ID: a.Version}
		if a.Date.After(day) && isBefore(d, x, v) || a.Date.Before(day) && isBefore(d, v, x) {
			return false
		}
	}
	return true
}

func (r Register) checkBody(dec Decision) error {
	if _, ok := r.Entry(ListBodies, dec.Body); !ok || strings.TrimSpace(dec.Paragraph) == "" {
		return ErrIncomplete
	}
	return nil
}
