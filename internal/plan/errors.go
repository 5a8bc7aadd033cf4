package plan

import "errors"

// The reasons why the domain refuses something. Callers match them with
// errors.Is and say them in the person's language.
var (
	ErrDate       = errors.New("not a date")
	ErrNumber     = errors.New("not a number")
	ErrKind       = errors.New("value of the wrong kind")
	ErrChoice     = errors.New("not one of the choices")
	ErrField      = errors.New("no such field")
	ErrRow        = errors.New("no such row")
	ErrDocument   = errors.New("no such document")
	ErrVersion    = errors.New("no such version")
	ErrEntry      = errors.New("no such entry in the register")
	ErrAmbiguous  = errors.New("more than one fits")
	ErrFrozen     = errors.New("an adopted version is frozen")
	ErrLocked     = errors.New("the version is ready for decision and locked")
	ErrTransition = errors.New("step not possible from this status")
	ErrFindings   = errors.New("mandatory fields are missing")
	ErrDraftOpen  = errors.New("there is already a draft beside the adopted version")
	ErrCycle      = errors.New("the relation would make a circle")
	ErrInUse      = errors.New("something else refers to it")
	ErrOverlap    = errors.New("two periods overlap")
	ErrIncomplete = errors.New("the record lacks something that it needs")
	ErrJSON       = errors.New("not a valid content")
	ErrLimit      = errors.New("larger than allowed")
	ErrRecord     = errors.New("no such record, or not one that can be corrected so")
	ErrCorrected  = errors.New("the record is corrected already")
	ErrBuiltOn    = errors.New("later versions or records rest on it")
	ErrFuture     = errors.New("the day has not come yet")
	ErrOutcome    = errors.New("no such outcome here")
	ErrRule       = errors.New("no such review rule")
)
