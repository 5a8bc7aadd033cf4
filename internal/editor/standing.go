package editor

import (
	"context"
	"errors"
	"fmt"

	"ledstjarna/internal/plan"
)

// ReadOnly reports whether the file can only be read.
func (e *Editor) ReadOnly() bool { return e.store.ReadOnly() }

// Standing tells whether another program has changed the file since it was loaded,
// so that a Reload is due, and by its error why it can no longer be written.
func (e *Editor) Standing() (changed bool, err error) {
	changed, err = e.store.Standing(context.Background())
	if err != nil {
		return changed, fmt.Errorf("look at the file: %w", err)
	}
	return changed, nil
}

// Reload takes the register from the file anew, after another program has changed
// it. What could be undone is forgotten. Listeners are not called.
func (e *Editor) Reload() error {
	e.acting.Lock()
	defer e.acting.Unlock()
	r, err := e.store.Load(context.Background())
	if err != nil {
		return fmt.Errorf("load the file anew: %w", err)
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.register, e.steps, e.contents = r, history{limit: e.opts.Steps}, newCache(e.opts.Contents)
	return nil
}

// KeepCopy saves what is being typed and keeps a copy beside the file. It returns the
// copy's path.
func (e *Editor) KeepCopy(ctx context.Context, why plan.CopyReason) (string, error) {
	if err := e.typing.Leave(); err != nil {
		return "", fmt.Errorf("keep a copy: %w", err)
	}
	path, err := e.store.KeepCopyBefore(ctx, why)
	if err != nil {
		return "", fmt.Errorf("keep a copy: %w", err)
	}
	return path, nil
}

// Tend keeps the day's copy, unless the file is damaged, and examines the file while
// nobody waits for it. It ends with context.Canceled as soon as anything else is asked of
// the file, and is then to be called again; what was examined by then is not again.
// Flaws is how much is wrong in the file.
func (e *Editor) Tend(ctx context.Context) (flaws int, err error) {
	err = e.store.Idle(ctx, func(ctx context.Context) (err error) {
		var flawed interface{ FlawCount() int }
		if _, err = e.store.KeepCopyBefore(ctx, plan.CopyOfDay); err != nil && !errors.As(err, &flawed) {
			return err
		}
		if flaws, err = e.store.Examine(ctx); err == nil && flawed != nil {
			flaws = max(flaws, flawed.FlawCount())
		}
		return err
	})
	if err != nil {
		return flaws, fmt.Errorf("tend the file: %w", err)
	}
	return flaws, nil
}

// CopyTo writes a copy of the file as it is saved, as to hand it over. It writes over
// nothing, and works also where the file itself has been moved or removed.
func (e *Editor) CopyTo(ctx context.Context, path string) error {
	if err := e.store.CopyTo(ctx, path); err != nil {
		return fmt.Errorf("copy the file: %w", err)
	}
	return nil
}

// HandOver writes a file at path that holds the documents, what is registered about
// them and what they refer to, and nothing else of this file; it writes over nothing.
// What is being typed is saved first. The file can be imported here again as a whole
// copy can. From says what this file is called and who hands over.
func (e *Editor) HandOver(ctx context.Context, path string, documents []plan.ID, from plan.Source) error {
	if err := e.typing.Leave(); err != nil {
		return fmt.Errorf("hand over: %w", err)
	}
	e.acting.Lock() // all of it is of one moment
	defer e.acting.Unlock()
	side, err := e.Side()
	if err != nil {
		return fmt.Errorf("hand over: %w", err)
	}
	h, err := plan.NewHandOver(side, documents, from)
	if err != nil {
		return fmt.Errorf("hand over: %w", err)
	}
	if err := e.store.HandOver(ctx, path, h); err != nil {
		return fmt.Errorf("hand over: %w", err)
	}
	return nil
}
