package editor

import (
	"context"
	"errors"
	"fmt"

	"ledstjarna/internal/plan"
)

// OpImport names the action of an import; its file fills the gap.
const OpImport = "op.import"

// Side returns the file as one side of an import.
func (e *Editor) Side() (plan.Side, error) {
	ctx := context.Background()
	known, err := e.store.Known(ctx)
	if err != nil {
		return plan.Side{}, fmt.Errorf("look at what was here earlier: %w", err)
	}
	return plan.Side{
		Register: e.Register(), Known: known,
		// Past the memory: an import reads everything once.
		Content: func(d plan.Document, v plan.Version) (plan.Sealed, error) { return e.store.Content(ctx, d.Kind, v.ID) },
		State:   func(t plan.Thing, hash string) ([]byte, error) { return e.store.State(ctx, t, hash) },
	}, nil
}

// PlanImport tells what importing the other file would do, or only the documents
// that are named. What is being typed is saved first.
func (e *Editor) PlanImport(other *Editor, documents ...plan.ID) (*plan.Import, error) {
	if err := e.typing.Leave(); err != nil {
		return nil, fmt.Errorf("plan an import: %w", err)
	}
	mine, err := e.Side()
	if err != nil {
		return nil, fmt.Errorf("plan an import: %w", err)
	}
	theirs, err := other.Side()
	if err != nil {
		return nil, fmt.Errorf("plan an import: %w", err)
	}
	im, err := plan.NewImport(mine, theirs, documents...)
	if err != nil {
		return nil, fmt.Errorf("plan an import: %w", err)
	}
	return im, nil
}

// CarryOut carries an import out as it was chosen, as one edit. Files that contents
// refer to come with it. On an error nothing is changed; it is ErrStale where this
// file has changed since the import was planned.
func (e *Editor) CarryOut(im *plan.Import, other *Editor, from plan.Source) error {
	edit, seen, err := im.Edit(from)
	if err != nil {
		return fmt.Errorf("carry out an import: %w", err)
	}
	if edit.Files, err = e.filesFor(edit, other); err != nil {
		return fmt.Errorf("carry out an import: %w", err)
	}
	if err := e.Do(Op{Key: OpImport, Args: map[string]string{"file": from.File}}, edit); err != nil {
		return err
	}
	// Were this to fail, the next import would ask again; nothing is lost.
	if err := e.store.Remember(context.Background(), seen); err != nil {
		return fmt.Errorf("carry out an import: %w", err)
	}
	return nil
}

// filesFor returns the stored files that an edit refers to and that are not here.
func (e *Editor) filesFor(edit plan.Edit, other *Editor) ([]plan.Attachment, error) {
	var out []plan.Attachment
	seen := map[string]bool{}
	for _, c := range edit.Changes {
		var content plan.Content
		switch c := c.(type) {
		case plan.ContentChange:
			content = c.After.Content
		case plan.EntryChange:
			if c.After != nil {
				content = c.After.Fields
			}
		}
		hashes := plan.FilesIn(content)
		if logo := content.Text(plan.KeyLogo); plan.IsFileHash(logo) {
			hashes = append(hashes, logo)
		}
		for _, hash := range hashes {
			if seen[hash] {
				continue
			}
			seen[hash] = true
			if _, err := e.store.Stored(context.Background(), hash); !errors.Is(err, plan.ErrNoFile) {
				if err != nil {
					return nil, err
				}
				continue
			}
			a, err := other.store.Stored(context.Background(), hash)
			if err != nil {
				return nil, err
			}
			out = append(out, a)
		}
	}
	return out, nil
}
