package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

// blackouts are the works.
func blackouts(c *course) ([]*blackout, error) {
	m, err := newMaterial(c)
	if err != nil {
		return nil, err
	}
	old, migrated, err := oldFile(c)
	if err != nil {
		return nil, err
	}
	return []*blackout{
		{name: "migration", files: old, want: migrated, migrates: true, do: func(t *tracer, path string, o sqlite.Options) ([]string, error) {
			if err := openAndClose(path, o); err != nil {
				return nil, err
			}
			copies, err := sqlite.Backups(path)
			if err != nil || len(copies) != 1 {
				return nil, fmt.Errorf("%d copies, %w", len(copies), err)
			}
			return []string{copies[0].Path}, nil
		}},
		{name: "copy", files: m.files, want: m.held[0], do: copies},
		{name: "hand-over", files: m.files, want: m.held[0], do: handOver},
	}, nil
}

func copies(t *tracer, path string, o sqlite.Options) (out []string, err error) {
	f, err := sqlite.Open(ctx(), path, o)
	if err != nil {
		return nil, err
	}
	other := filepath.Join(filepath.Dir(path), "annan"+sqlite.Extension)
	for _, keep := range []func() (string, error){
		func() (string, error) { return f.KeepCopyBefore(ctx(), plan.CopyByHand) },
		func() (string, error) { return f.KeepCopy(ctx()) },
		func() (string, error) { return other, f.CopyTo(ctx(), other) },
	} {
		made, err := keep()
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		out = append(out, made)
		t.acked++
	}
	return out, f.Close()
}

func handOver(t *tracer, path string, o sqlite.Options) ([]string, error) {
	f, err := sqlite.Open(ctx(), path, o)
	if err != nil {
		return nil, err
	}
	other := filepath.Join(filepath.Dir(path), "del"+sqlite.Extension)
	if err := handOverFirst(f, other); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	t.acked++
	return []string{other}, f.Close()
}

func handOverFirst(f *sqlite.File, to string) error {
	r, err := f.Load(ctx())
	if err != nil {
		return err
	}
	known, err := f.Known(ctx())
	if err != nil {
		return err
	}
	h, err := plan.NewHandOver(plan.Side{
		Register: r, Known: known,
		Content: func(d plan.Document, v plan.Version) (plan.Sealed, error) { return f.Content(ctx(), d.Kind, v.ID) },
		State:   func(t plan.Thing, revision string) ([]byte, error) { return f.State(ctx(), t, revision) },
	}, []plan.ID{r.Documents()[0].ID}, plan.Source{File: stem, By: "Åsa", At: day})
	if err != nil {
		return err
	}
	return f.HandOver(ctx(), to, h)
}
