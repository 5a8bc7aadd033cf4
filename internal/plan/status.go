package plan

import (
	"cmp"
	"slices"
)

// Status is what a version is worth on a day, as lists show it. It is derived
// from the stage of drafting and the events, and never stored.
type Status string

// The statuses.
const (
	StatusDraft         Status = "draft"
	StatusInPreparation Status = "in-preparation"
	StatusReady         Status = "ready"
	StatusAdopted       Status = "adopted"
	StatusReferredBack  Status = "referred-back"
	StatusDeferred      Status = "deferred"
	StatusRejected      Status = "rejected"
	StatusUnderReview   Status = "under-review"
	StatusReaffirmed    Status = "reaffirmed"
	StatusSuperseded    Status = "superseded"
	StatusRepealed      Status = "repealed"
	StatusExpired       Status = "expired"
	StatusEnded         Status = "ended"
)

// StatusOf returns the status of a version of the document on the day.
func (r Register) StatusOf(d Document, v Version, on Date) Status {
	if _, ok := r.AdoptionOf(d, v.ID); !ok {
		return r.draftStatus(d, v)
	}
	if f := r.ForceOf(d.ID); !f.To.IsZero() && on.After(f.To) {
		switch f.Ending {
		case EndedRepealed:
			return StatusRepealed
		case EndedSuperseded:
			return StatusSuperseded
		case EndedExpired:
			return StatusExpired
		case NotEnded:
		}
	}
	if cur, _, ok := r.Current(d, on); ok && cur.ID != v.ID && isBefore(d, v, cur) {
		return StatusSuperseded
	}
	if a, ok := r.Assignment(v.Head.Assignment); ok && d.Kind == AssignmentPlan && !a.End.IsZero() && on.After(a.End) {
		return StatusEnded
	}
	return r.reviewedStatus(d, v)
}

func isBefore(d Document, v, w Version) bool {
	at := func(x Version) int {
		return slices.IndexFunc(d.Versions, func(y Version) bool { return y.ID == x.ID })
	}
	return at(v) < at(w)
}

func (r Register) draftStatus(d Document, v Version) Status {
	last, sent := "", v.Hash
	for _, e := range byDay(r.EventsOf(d.ID, EventDecision)) {
		if e.Version == v.ID && e.Fields.Text(KeyOutcome) != Noted {
			last, sent = e.Fields.Text(KeyOutcome), cmp.Or(e.Fields.Text(KeySentHash), v.Hash)
		}
	}
	switch {
	case last == Rejected:
		return StatusRejected
	case last == Deferred && v.Stage == StageReady && sent == v.Hash:
		return StatusDeferred
	case last == ReferredBack && (v.Stage == StageDraft || r.adopted[v.ID]):
		return StatusReferredBack
	}
	return Status(v.Stage)
}

// reviewedStatus looks at what came after the version's adoption.
func (r Register) reviewedStatus(d Document, v Version) Status {
	s := StatusAdopted
	for _, e := range byDay(r.all(d.ID)) {
		switch {
		case e.Kind == EventDecision && e.Version == v.ID && e.Fields.Text(KeyOutcome) == Adopted:
			s = StatusAdopted
		case e.Kind == EventDecision && e.Fields.Text(KeyOutcome) == Reaffirmed,
			e.Kind == EventReview && e.Fields.Text(KeyOutcome) == NoChange:
			s = StatusReaffirmed
		case e.Kind == EventReview:
			s = StatusUnderReview
		}
	}
	return s
}

// all returns the document's events of every kind that count, as EventsOf does
// those of one.
func (r Register) all(doc ID) []Event {
	var out []Event
	for _, i := range r.byDoc[doc] {
		out = append(out, r.events[i])
	}
	return out
}

// Frozen reports whether the version's content can no longer change, because it
// was rejected or an adoption of it was ever registered: a text that has been in
// force, if only by mistake, is history, and a new draft is made of it.
func (r Register) Frozen(d Document, v Version) bool {
	return r.adopted[v.ID] || r.draftStatus(d, v) == StatusRejected
}

// WasAdopted reports whether an adoption of the version was ever registered, also
// one that was corrected since. Such a version never changes or goes away.
func (r Register) WasAdopted(version ID) bool { return r.adopted[version] }

// Editable tells why the version's content cannot be changed: ErrFrozen,
// ErrLocked, or nil when it can.
func (r Register) Editable(d Document, v Version) error {
	switch {
	case r.Frozen(d, v):
		return ErrFrozen
	case v.Stage == StageReady:
		return ErrLocked
	}
	return nil
}
