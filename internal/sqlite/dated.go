package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"ledstjarna/internal/plan"
)

// Dated returns of the versions, as far as there are such, what of their contents has
// days, each verified as Content verifies it. One that is damaged does not keep it from
// the others. Not more than some dozens should be asked for at once, so that other work
// with the file need not wait.
func (f *File) Dated(ctx context.Context, versions []plan.ID) ([]plan.Dated, error) {
	if len(versions) == 0 {
		return nil, nil
	}
	stored, err := f.storedContents(ctx, versions)
	if err != nil {
		return nil, fmt.Errorf("read what has days: %w", err)
	}
	fields := map[plan.DocumentKind][]plan.Field{}
	out := make([]plan.Dated, 0, len(stored))
	for _, s := range stored { // the connection is free by now
		d := plan.Dated{Version: s.version, Hash: s.hash}
		if d.Err = s.verify(); d.Err == nil {
			if fields[s.kind] == nil {
				fields[s.kind] = plan.DatedFields(s.kind)
			}
			if d.Content, d.Err = plan.DecodePart(fields[s.kind], s.json); d.Err != nil {
				d.Err = s.damaged(d.Err)
			}
		}
		out = append(out, d)
	}
	return out, nil
}

func (f *File) storedContents(ctx context.Context, versions []plan.ID) ([]storedContent, error) {
	c, err := f.take(ctx)
	if err != nil {
		return nil, err
	}
	defer giveBack(c)
	args := []any{plan.MaxContentBytes}
	for _, v := range versions {
		args = append(args, string(v))
	}
	out := make([]storedContent, 0, len(versions))
	err = each(ctx, c, func(r *sql.Rows) error {
		s, err := scanContent(r)
		out = append(out, s)
		return err
	}, selectContent+" WHERE v.id IN (?"+strings.Repeat(", ?", len(versions)-1)+")", args...)
	return out, reading(err)
}
