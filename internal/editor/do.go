package editor

import (
	"context"
	"errors"
	"fmt"

	"ledstjarna/internal/plan"
)

// ErrNothing is returned by Undo and Redo where there is nothing to take back or
// to do again.
var ErrNothing = errors.New("nothing to undo or redo")

// ErrClosed is returned by actions after Close.
var ErrClosed = errors.New("the editor is closed")

// ErrStale tells that an edit was made from a register or content that has
// changed since. It is to be made anew.
var ErrStale = errors.New("made from an earlier state of the file")

// Do checks the edit, saves it in one transaction, publishes it and records it
// as a step. An empty edit does nothing. On an error nothing is changed.
func (e *Editor) Do(op Op, edit plan.Edit) error {
	if edit.IsEmpty() {
		return nil
	}
	e.acting.Lock()
	ch, err := e.do(op, edit)
	e.acting.Unlock()
	return e.publish(ch, err)
}

func (e *Editor) do(op Op, edit plan.Edit) (Change, error) {
	if err := check(e.Register(), edit, false); err != nil {
		return Change{}, fmt.Errorf("%s: %w", op.Key, err)
	}
	ch, err := e.save(Change{Op: op, Edit: edit})
	if err != nil {
		return Change{}, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if len(edit.Events) > 0 {
		e.steps.register(ch.Edit, ch.Register)
	} else {
		edit.Files = nil // stored until the file is closed; the sources may go
		e.steps.add(step{op: op, edit: edit})
	}
	return ch, nil
}

// save writes the change and takes it into the register and the contents.
func (e *Editor) save(ch Change) (Change, error) {
	if e.closed {
		return Change{}, ErrClosed
	}
	events, err := e.store.Save(context.Background(), ch.Edit)
	if err != nil {
		return Change{}, fmt.Errorf("%s: %w", ch.Op.Key, err)
	}
	ch.Edit.Events = events
	e.mu.Lock()
	defer e.mu.Unlock()
	e.register = e.register.Apply(ch.Edit)
	for _, c := range ch.Edit.Changes {
		if c, ok := c.(plan.ContentChange); ok {
			e.contents.drop(c.Version)
			if !c.After.IsZero() {
				e.contents.put(c.Version, c.After)
			}
		}
	}
	ch.Register = e.register
	return ch, nil
}

// publish tells the listeners how an action went, and returns its error.
func (e *Editor) publish(ch Change, err error) error {
	e.setState(func(s *State) {
		if s.Err = err; err == nil {
			s.Saved = e.opts.Now()
		}
	})
	if err == nil {
		e.changed.call(&e.mu, ch)
	}
	return err
}

func (e *Editor) setState(set func(*State)) {
	e.mu.Lock()
	set(&e.state)
	s := e.state
	e.mu.Unlock()
	e.stated.call(&e.mu, s)
}

// EndStep ends the step that actions on one field have built, as when the field
// is left. The next action begins a new one.
func (e *Editor) EndStep() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.steps.end()
}

// CanUndo returns what Undo would take back.
func (e *Editor) CanUndo() (Op, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return last(e.steps.done)
}

// CanRedo returns what Redo would do again.
func (e *Editor) CanRedo() (Op, bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return last(e.steps.undone)
}

func last(steps []step) (Op, bool) {
	if len(steps) == 0 {
		return Op{}, false
	}
	return steps[len(steps)-1].op, true
}

// Undo takes back the latest step, saving what is being typed first.
func (e *Editor) Undo() error { return e.travel(false) }

// Redo does again what was undone last.
func (e *Editor) Redo() error { return e.travel(true) }

func (e *Editor) travel(redo bool) error {
	if err := e.typing.Leave(); err != nil {
		return err
	}
	e.acting.Lock()
	ch, err := e.step(redo)
	e.acting.Unlock()
	if errors.Is(err, ErrNothing) {
		return err
	}
	return e.publish(ch, err)
}

func (e *Editor) step(redo bool) (Change, error) {
	e.mu.Lock()
	e.steps.end()
	from, to := &e.steps.done, &e.steps.undone
	if redo {
		from, to = to, from
	}
	if len(*from) == 0 {
		e.mu.Unlock()
		return Change{}, ErrNothing
	}
	s := (*from)[len(*from)-1]
	r := e.register
	e.mu.Unlock()
	edit := s.edit
	if !redo {
		edit = edit.Inverse()
	}
	if err := check(r, edit, true); err != nil {
		return Change{}, fmt.Errorf("%s: %w", s.op.Key, err)
	}
	ch, err := e.save(Change{Op: s.op, Edit: edit, Undone: !redo, Redone: redo})
	if err != nil {
		return Change{}, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	*from = (*from)[:len(*from)-1]
	*to = append(*to, s)
	return ch, nil
}
