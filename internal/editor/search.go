package editor

import (
	"context"
	"fmt"

	"ledstjarna/internal/plan"
)

// Search returns at most n texts that hold every word of the query, the best and
// then the newest first: of a document those of its newest version, and those of the
// one that applies on the day where they are others. The context ends a search that
// nobody waits for.
func (e *Editor) Search(ctx context.Context, query string, n int, on plan.Date) ([]plan.Found, error) {
	r := e.Register()
	found, err := e.store.Search(ctx, query, n, func(x plan.Found) bool { return r.Sought(x, on) })
	if err != nil {
		return nil, fmt.Errorf("search: %w", err)
	}
	return withoutOlder(r, found), nil
}

// withoutOlder leaves out what an older version says in the same words as the newest.
func withoutOlder(r plan.Register, found []plan.Found) []plan.Found {
	type said struct {
		document plan.ID
		text     plan.IndexedText
	}
	newest := map[said]bool{}
	isNewest := func(x plan.Found) bool {
		d, ok := r.Document(x.Document)
		return !ok || x.List != "" || d.Latest().ID == x.Owner
	}
	for _, x := range found {
		if isNewest(x) {
			newest[said{x.Document, x.IndexedText}] = true
		}
	}
	var out []plan.Found
	for _, x := range found {
		if isNewest(x) || !newest[said{x.Document, x.IndexedText}] {
			out = append(out, x)
		}
	}
	return out
}
