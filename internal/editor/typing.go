package editor

import (
	"errors"
	"fmt"
	"sync"
	"time"

	"ledstjarna/internal/plan"
)

// How long typed text waits before it is saved: after a rest, at the latest
// after a while, and after an attempt that the disk refused.
const (
	typingRest   = 2 * time.Second
	typingLatest = 10 * time.Second
	typingRetry  = 10 * time.Second
)

// remakes is how often an edit is made anew when the file has changed between
// making and saving it.
const remakes = 3

// Typing holds the text of one field while it is being typed, and saves it
// after two seconds of rest and at least every ten. The saves are one step until
// the field is left. Text that cannot be saved is kept and, where the disk is
// the cause, tried again.
type Typing struct {
	editor *Editor

	mu     sync.Mutex // never held while saving
	op     Op
	edit   func() (plan.Edit, error) // nil where nothing is pending
	round  int                       // rises with every Text, so that a save knows what it saved
	rest   func()                    // these three stop their timers; nil where they do not run
	latest func()
	retry  func()
}

// Text tells that the field of op now holds something else. edit is called when
// it is time to save and makes the edit from what the file then holds; it may be
// called more than once. Pending text of another field is saved first; where
// that fails its error is returned and the new text is not taken.
func (t *Typing) Text(op Op, edit func() (plan.Edit, error)) error {
	t.mu.Lock()
	other := t.edit != nil && t.op.Field != op.Field
	t.mu.Unlock()
	if other {
		if err := t.Leave(); err != nil {
			return err
		}
	}
	t.mu.Lock()
	t.op, t.edit = op, edit
	t.round++
	stop(&t.rest)
	t.rest = t.editor.opts.After(typingRest, t.due)
	if t.latest == nil {
		t.latest = t.editor.opts.After(typingLatest, t.due)
	}
	t.mu.Unlock()
	t.editor.setState(func(s *State) { s.Pending = true })
	return nil
}

func stop(timer *func()) {
	if *timer != nil {
		(*timer)()
		*timer = nil
	}
}

func (t *Typing) stopAll() {
	stop(&t.rest)
	stop(&t.latest)
	stop(&t.retry)
}

func (t *Typing) due() { _ = t.Flush() } // the state tells of a failure

// Flush saves the pending text now. On an error it stays pending.
func (t *Typing) Flush() error {
	t.mu.Lock()
	op, edit, round := t.op, t.edit, t.round
	t.stopAll()
	t.mu.Unlock()
	if edit == nil {
		return nil
	}
	err := t.save(op, edit)
	pending := t.settle(round, err)
	t.editor.setState(func(s *State) { s.Pending, s.Err = pending, err })
	return err
}

func (t *Typing) save(op Op, edit func() (plan.Edit, error)) error {
	for try := 1; ; try++ {
		e, err := edit()
		if err != nil {
			return fmt.Errorf("%s: %w", op.Key, err)
		}
		err = t.editor.Do(op, e)
		if !errors.Is(err, ErrStale) || try == remakes {
			return err
		}
	}
}

// settle notes how saving went and reports whether text is still pending: what
// failed, or what was typed meanwhile and has timers of its own.
func (t *Typing) settle(round int, err error) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case round != t.round:
	case err == nil:
		t.edit = nil
	case isTemporary(err):
		t.retry = t.editor.opts.After(typingRetry, t.due)
	}
	return t.edit != nil
}

// isTemporary reports whether the same may succeed later.
func isTemporary(err error) bool {
	var t interface{ Temporary() bool }
	return errors.As(err, &t) && t.Temporary()
}

// Leave saves the pending text and ends its step, as when the field loses the
// focus or the window closes.
func (t *Typing) Leave() error {
	if err := t.Flush(); err != nil {
		return err
	}
	t.editor.EndStep()
	return nil
}

// Pending returns what is being typed and not saved.
func (t *Typing) Pending() (Op, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.edit == nil {
		return Op{}, false
	}
	return t.op, true
}

// Take gives up the pending text and returns what it was, so that it can be saved
// elsewhere; ok is false where nothing is pending.
func (t *Typing) Take() (op Op, edit func() (plan.Edit, error), ok bool) {
	t.mu.Lock()
	op, edit = t.op, t.edit
	t.mu.Unlock()
	if edit == nil {
		return Op{}, nil, false
	}
	t.Discard()
	return op, edit, true
}

// Discard gives up the pending text.
func (t *Typing) Discard() {
	t.mu.Lock()
	t.stopAll()
	t.edit = nil
	t.round++
	t.mu.Unlock()
	t.editor.setState(func(s *State) { s.Pending, s.Err = false, nil })
}
