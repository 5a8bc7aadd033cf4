package sqlite

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"ledstjarna/internal/plan"
)

// reason is an error that needs no more than its words.
type reason struct {
	key       string
	text      string
	temporary bool
	readable  bool
	broken    bool
}

func (r *reason) Error() string { return r.text }

// MessageKey returns the key of the words for a person.
func (r *reason) MessageKey() string { return "problem." + r.key }

// Temporary reports whether the same may succeed later without any change.
func (r *reason) Temporary() bool { return r.temporary }

// ReadInstead reports whether the file may be opened for reading all the same.
func (r *reason) ReadInstead() bool { return r.readable }

// Recovers reports whether the file can be had back from a copy, where there is one.
func (r *reason) Recovers() bool { return r.broken }

// The reasons why a file cannot be opened or written. Callers match them with
// errors.Is. Nothing was changed in the file when one of them is returned.
var (
	ErrNotPlanFile error = &reason{key: "not-plan-file", text: "not a plan file", broken: true}
	ErrEmpty       error = &reason{key: "empty-file", text: "the file is empty", broken: true}
	ErrMissing     error = &reason{key: "missing-file", text: "there is no such file"}
	ErrExists      error = &reason{key: "file-exists", text: "there is a file with that name already"}
	ErrReadOnly    error = &reason{key: "read-only", text: "the file or its folder cannot be written", readable: true}
	ErrMoved       error = &reason{key: "file-moved", text: "the file was moved, replaced or deleted while it was open"}
	ErrClosed      error = &reason{key: "file-closed", text: "the file is closed"}
	ErrDiskFull    error = &reason{key: "disk-full", text: "the disk is full", temporary: true, readable: true}
	ErrIO          error = &reason{key: "disk-error", text: "the disk or the network share reports an error", temporary: true}
	ErrBusy        error = &reason{key: "file-busy", text: "another program is using the file", temporary: true}
	// ErrMemory tells that there was not as much memory as was asked for: the computer has
	// too little, or a size that is read from the file is wrong.
	ErrMemory     error = &reason{key: "no-memory", text: "there is not as much memory as was asked for", temporary: true}
	ErrConflict   error = &reason{key: "edit-conflict", text: "the file holds something else than the edit was made from"}
	ErrTooLarge   error = &reason{key: "too-large", text: "the content is larger than allowed"}
	ErrListFull   error = &reason{key: "list-full", text: "the list has as many entries as it can have"}
	ErrTooMany    error = &reason{key: "too-many", text: "the file holds more than can be read", broken: true}
	ErrUnreadable error = &reason{key: "unreadable", text: "the file cannot be read"}
	ErrViewOnly   error = &reason{key: "view-only", text: "the file is open for reading only"}
	// ErrUnfinished tells that a writing was cut off and cannot be finished or
	// taken back, because neither the file nor its folder can be written.
	ErrUnfinished error = &reason{key: "unfinished-write", text: "a writing was cut off and cannot be taken back here"}
)

// NewerError tells that the file was written by a newer version of the app.
type NewerError struct {
	Version int // the file's schema
	Known   int // the newest schema that this app knows
}

func (e *NewerError) Error() string {
	return fmt.Sprintf("the file has schema %d, newer than %d", e.Version, e.Known)
}

// MessageKey returns the key of the words for a person.
func (e *NewerError) MessageKey() string { return "problem.newer-file" }

// MessageArgs returns what fills the gaps of the words.
func (e *NewerError) MessageArgs() map[string]any {
	return map[string]any{"Version": e.Version, "Known": e.Known}
}

// ForeignError tells that the file's schema is not one that the app made: a
// table, index, trigger or view was added, changed or removed.
type ForeignError struct {
	Version int
	Objects []string // "trigger x", "view y"; those that are not as they should be
}

func (e *ForeignError) Error() string {
	return fmt.Sprintf("schema %d was changed by something else: %s", e.Version, strings.Join(e.Objects, ", "))
}

// Recovers reports that the file can be had back from a copy, where there is one.
func (e *ForeignError) Recovers() bool { return true }

// MessageKey returns the key of the words for a person.
func (e *ForeignError) MessageKey() string { return "problem.foreign-schema" }

// MessageArgs returns what fills the gaps of the words.
func (e *ForeignError) MessageArgs() map[string]any {
	return map[string]any{"Objects": strings.Join(e.Objects, ", ")}
}

// DamagedError tells that something in the file is not what was stored.
type DamagedError struct {
	What     string // "content", "event", "database", the name of a table
	Document plan.ID
	Version  plan.ID
	Title    string // of the version, where known
	Err      error
}

func (e *DamagedError) Error() string {
	s := "damaged " + e.What
	if e.Title != "" {
		s += fmt.Sprintf(" of %q", e.Title)
	}
	if e.Version != "" {
		s += " in version " + string(e.Version)
	}
	if e.Document != "" {
		s += " of document " + string(e.Document)
	}
	return fmt.Sprintf("%s: %v", s, e.Err)
}

// Unwrap returns the cause.
func (e *DamagedError) Unwrap() error { return e.Err }

// Recovers reports that the file can be had back from a copy, where there is one.
func (e *DamagedError) Recovers() bool { return true }

// MessageKey returns the key of the words for a person.
func (e *DamagedError) MessageKey() string {
	if e.Version != "" {
		return "problem.damaged-content"
	}
	return "problem.damaged-file"
}

// MessageArgs returns what fills the gaps of the words.
func (e *DamagedError) MessageArgs() map[string]any {
	return map[string]any{
		"What": e.What, "Document": string(e.Document), "Version": string(e.Version), "Title": e.Title,
	}
}

// LockedError tells that somebody else has the file open.
type LockedError struct {
	Owner   string // "" where the lock does not say
	Machine string
	Since   time.Time
	Path    string // of the lock
	// Elsewhere tells that the lock was made on another machine and that the
	// system cannot say whether it is still held there.
	Elsewhere bool
}

func (e *LockedError) Error() string {
	return fmt.Sprintf("the file is open by %s on %s since %s", e.Owner, e.Machine, e.Since.Format(time.RFC3339))
}

// MessageKey returns the key of the words for a person.
func (e *LockedError) MessageKey() string {
	switch {
	case e.Machine == "":
		return "problem.locked-unsigned"
	case e.Elsewhere:
		return "problem.locked-elsewhere"
	}
	return "problem.locked"
}

// MessageArgs returns what fills the gaps of the words.
func (e *LockedError) MessageArgs() map[string]any {
	return map[string]any{"Owner": e.Owner, "Machine": e.Machine, "Since": e.Since, "Lock": e.Path}
}

// ReadInstead reports that the file may be opened for reading all the same.
func (e *LockedError) ReadInstead() bool { return true }

// CanTakeOver reports that the file may be taken over from who has it.
func (e *LockedError) CanTakeOver() bool { return true }

// OthersLockError tells that another user of the same computer has made the lock, that
// this one may not change it, and that nobody seems to hold it.
type OthersLockError struct {
	Owner string // "" where the lock cannot be read
	Path  string // of the lock
}

func (e *OthersLockError) Error() string {
	return fmt.Sprintf("the lock of another user, %q, may not be changed", e.Owner)
}

// MessageKey returns the key of the words for a person.
func (e *OthersLockError) MessageKey() string { return "problem.lock-of-other" }

// MessageArgs returns what fills the gaps of the words.
func (e *OthersLockError) MessageArgs() map[string]any { return map[string]any{"Lock": e.Path} }

// ReadInstead reports that the file may be opened for reading all the same.
func (e *OthersLockError) ReadInstead() bool { return true }

// LostError tells that somebody else has taken the file over from this program.
type LostError struct{ LockedError }

func (e *LostError) Error() string {
	return fmt.Sprintf("the file was taken over by %s on %s at %s", e.Owner, e.Machine, e.Since.Format(time.RFC3339))
}

// TakenOver tells this error from that of a file that somebody else had first.
func (e *LostError) TakenOver() bool { return true }

// MessageKey returns the key of the words for a person.
func (e *LostError) MessageKey() string { return "problem.lock-lost" }

var (
	errHash  = errors.New("the bytes do not fit their SHA-256")
	errChain = errors.New("an event before it is missing or out of its place")
)
