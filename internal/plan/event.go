package plan

import (
	"slices"
	"time"
)

// EventKind is what an event records.
type EventKind string

// The kinds of event. Events are written once and never changed; a mistake is
// mended by a new event that names the one it corrects.
const (
	EventDecision     EventKind = "decision"       // a body, or for an editorial change an officer, decided on a version
	EventReview       EventKind = "review"         // a review was recorded
	EventNoPlanNeeded EventKind = "no-plan-needed" // an assignment needs no communication plan
	EventFollowUp     EventKind = "follow-up"      // status, cost or result beside a frozen content
	EventSnooze       EventKind = "snooze"
	EventDeviation    EventKind = "deviation"
	EventNeed         EventKind = "need"          // the work has changed so that a document needs a review
	EventItem         EventKind = "item-decision" // a body decided on an item of its papers
	EventExport       EventKind = "export"
	EventImport       EventKind = "import"
	EventRestore      EventKind = "restore" // the file was put back to what a backup holds
)

// Event is one registration. What it says beyond the fixed part is in Fields,
// declared by EventFields.
type Event struct {
	ID         ID
	Seq        int64 // position in the file's chain, from 1; set when stored
	Kind       EventKind
	At         time.Time // when it was registered, UTC, whole seconds
	By         string    // who registered it
	Document   ID        // "" where it concerns no document
	Version    ID        // "" where it concerns no version
	Assignment ID        // of a no-plan-needed record
	Corrects   ID        // the event that this one replaces
	Fields     Content
	Prev       string // hash of the event before, "" for the first; set when stored
	Hash       string // chain hash, lower-case hex; set when stored
}

// Annuls reports whether the event takes the one that it corrects back
// altogether: it was registered by mistake, and nothing comes in its place.
func (e Event) Annuls() bool { return e.Corrects != "" && e.Fields.Text(KeyAnnulled) == Yes }

// Day returns the day on which what the event records happened, which may be
// long before it was registered.
func (e Event) Day() Date {
	for _, k := range []Key{KeyDecisionDate, KeyCompleted, KeyDate} {
		if d := e.Fields.Get(k).Date(); !d.IsZero() {
			return d
		}
	}
	return DateOf(e.At)
}

// byDay sorts events by the day on which they happened; on one day they keep
// their order.
func byDay(events []Event) []Event {
	slices.SortStableFunc(events, func(a, b Event) int { return a.Day().Compare(b.Day()) })
	return events
}

// Decision outcomes.
const (
	Adopted      = "adopted"
	Reaffirmed   = "reaffirmed"
	ReferredBack = "referred-back"
	Deferred     = "deferred"
	Rejected     = "rejected"
	Repealed     = "repealed"
	Extended     = "extended"
	Noted        = "noted"
)

// Review outcomes.
const (
	NoChange       = "no-change"
	Editorial      = "editorial"
	Revise         = "revise"
	Supersede      = "supersede"
	Repeal         = "repeal"
	CannotComplete = "cannot-complete"
)
