package review

import (
	"errors"
	"fmt"

	"ledstjarna/internal/plan"
)

// The reasons why a review cannot be recorded. Callers match them with errors.Is
// and say them in the person's language.
var (
	ErrFuture     = errors.New("the day has not come yet")
	ErrNotAdopted = errors.New("the document is not adopted")
	ErrNotInForce = errors.New("the document did not apply on that day")
	ErrOrder      = errors.New("it ends before it starts")
	ErrConcern    = errors.New("the document owes no such review")
	ErrNotOpen    = errors.New("the review was made before its time")
	ErrTrigger    = errors.New("no such trigger")
	ErrChecklist  = errors.New("no such question or answer")
	ErrBody       = errors.New("no such decision body")
	ErrContent    = errors.New("not the content of the version that applies")
	ErrNothingDue = errors.New("no such review is due")
	ErrSnoozeLate = errors.New("what is late takes a deviation")
	ErrDecided    = errors.New("a decision is named where none is said to be required")
	ErrLapsed     = errors.New("the assignment of the plan had ended")
	ErrUnfinished = errors.New("its last review could not be completed")
	ErrOutcome    = errors.New("a correction does not bring what the outcome leads to")
	ErrSnoozeLong = errors.New("the prompt cannot be postponed to that day")
)

// SnoozeError tells to which day a prompt can be postponed at most. It matches
// ErrSnoozeLong.
type SnoozeError struct{ Last plan.Date }

// Error implements error.
func (e *SnoozeError) Error() string { return fmt.Sprintf("the last day is %s", e.Last) }

// Is reports whether the target is ErrSnoozeLong.
func (e *SnoozeError) Is(target error) bool { return target == ErrSnoozeLong }

// MissingError tells what a record still lacks. It matches plan.ErrIncomplete.
type MissingError struct{ Keys []plan.Key }

// Error implements error.
func (e *MissingError) Error() string { return fmt.Sprintf("the record lacks %v", e.Keys) }

// Is reports whether the target is plan.ErrIncomplete.
func (e *MissingError) Is(target error) bool { return target == plan.ErrIncomplete }

// DocumentError tells which of several documents was the reason.
type DocumentError struct {
	Document plan.ID
	Err      error
}

// Error implements error.
func (e *DocumentError) Error() string { return fmt.Sprintf("document %s: %v", e.Document, e.Err) }

// Unwrap returns the reason.
func (e *DocumentError) Unwrap() error { return e.Err }
