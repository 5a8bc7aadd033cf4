package editor

import (
	"context"
	"fmt"

	"ledstjarna/internal/plan"
)

// dueAtOnce is how many versions are read without letting other work with the file
// come between.
const dueAtOnce = 40

// DueActivities tells take, of the versions, the activities that the span asks for, as
// they are saved. It may be called beside the window; other work with the file comes
// between. A version that does not exist is left out.
func (e *Editor) DueActivities(ctx context.Context, versions []plan.ID, span plan.DueSpan, take func(plan.DueActivities)) error {
	for len(versions) > 0 {
		n := min(dueAtOnce, len(versions))
		some, err := e.store.DueActivities(ctx, versions[:n], span)
		if err != nil {
			return fmt.Errorf("read what is due: %w", err)
		}
		for _, x := range some {
			take(x)
		}
		versions = versions[n:]
	}
	return nil
}

// Dated tells take what of the versions' contents has days, as they are saved, in no
// particular order. It may be called beside the window; other work with the file comes
// between. A version that does not exist is left out.
func (e *Editor) Dated(ctx context.Context, versions []plan.ID, take func(plan.Dated)) error {
	for len(versions) > 0 {
		n := min(dueAtOnce, len(versions))
		some, err := e.store.Dated(ctx, versions[:n])
		if err != nil {
			return fmt.Errorf("read what has days: %w", err)
		}
		for _, x := range some {
			take(x)
		}
		versions = versions[n:]
	}
	return nil
}
