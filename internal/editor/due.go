package editor

import (
	"context"
	"fmt"

	"ledstjarna/internal/plan"
)

// dueAtOnce is how many versions are read without letting other work with the file
// come between.
const dueAtOnce = 40

// DueActivities returns of the versions the activities that the span asks for, as they
// are saved. It may be called beside the window; other work with the file comes
// between. A version that does not exist is left out.
func (e *Editor) DueActivities(ctx context.Context, versions []plan.ID, span plan.DueSpan) ([]plan.DueActivities, error) {
	out := make([]plan.DueActivities, 0, len(versions))
	for len(versions) > 0 {
		n := min(dueAtOnce, len(versions))
		some, err := e.store.DueActivities(ctx, versions[:n], span)
		if err != nil {
			return nil, fmt.Errorf("read what is due: %w", err)
		}
		out, versions = append(out, some...), versions[n:]
	}
	return out, nil
}
