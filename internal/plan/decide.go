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
	if err := r.checkDecision(d, v, dec); err != nil {
		return Edit{}, fmt.Errorf("decide on %s: %w", v.ID, err)
	}
	var e Edit
	switch dec.Outcome {
	case Adopted:
		if v.Major == 0 {
			e = d.changeVersion(v.ID, func(v *Version) { v.Major, v.Minor = 1, 0 })
		}
	case ReferredBack:
		e = d.changeVersion(v.ID, func(v *Version) { v.Stage = StageDraft })
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

func (r Register) checkDecision(d Document, v Version, dec Decision) error {
	if dec.Date.IsZero() || dec.IncludedReview && strings.TrimSpace(dec.Reason) == "" {
		return ErrIncomplete
	}
	if !dec.ValidTo.IsZero() && dec.ValidTo.Before(latest(dec.Date, dec.ValidFrom)) {
		return ErrDate
	}
	_, adopted := r.AdoptionOf(d, v.ID)
	switch dec.Outcome {
	case Adopted, ReferredBack, Deferred, Rejected:
		return r.checkProposal(d, v, dec, adopted)
	case Reaffirmed, Repealed, Extended:
		switch {
		case !adopted:
			return ErrTransition
		case dec.Outcome == Extended && dec.ValidTo.IsZero():
			return ErrIncomplete
		}
		return r.checkBody(dec)
	case Noted:
		return r.checkBody(dec)
	}
	return ErrOutcome
}

func (r Register) checkProposal(d Document, v Version, dec Decision, adopted bool) error {
	switch {
	case adopted:
		return ErrFrozen
	case v.Stage != StageReady, r.draftStatus(d, v) == StatusRejected:
		return ErrTransition
	case dec.Outcome == Adopted && v.Minor > 0 && dec.Body == "": // editorial change
		if strings.TrimSpace(dec.Officer) == "" {
			return ErrIncomplete
		}
		return nil
	}
	return r.checkBody(dec)
}

func (r Register) checkBody(dec Decision) error {
	if _, ok := r.Entry(ListBodies, dec.Body); !ok || strings.TrimSpace(dec.Paragraph) == "" {
		return ErrIncomplete
	}
	return nil
}
