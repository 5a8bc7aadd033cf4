package plan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// NewRow stands for a row that is to be added: goals[+].
const NewRow ID = "+"

// maxPlaceDigits is how many digits a place in a list may have; a longer number
// is the beginning of an ID.
const maxPlaceDigits = 6

// ParsePath reads a path against a content: rows by [n], counted from 1 as they
// are shown, by [ID] or a unique beginning of it, or [+] for a new row, which
// nothing follows. The error is ErrField, ErrRow or ErrAmbiguous.
func ParsePath(fields []Field, c Content, s string) (Path, error) {
	var p Path
	for part := range strings.SplitSeq(s, ".") {
		key, row, in := strings.Cut(part, "[")
		f, ok := FieldIn(fields, Key(key))
		if !ok || in && f.Kind != List && f.Kind != Checklist {
			return nil, fmt.Errorf("%s: %w", part, ErrField)
		}
		step := Step{Key: f.Key}
		if in {
			name, closed := strings.CutSuffix(row, "]")
			if !closed || name == "" {
				return nil, fmt.Errorf("%s: %w", part, ErrField)
			}
			r, err := findRow(f, c.Get(f.Key), name)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", part, err)
			}
			step.Row, c = r.ID, r.Cells
		}
		p, fields = append(p, step), f.Columns
		if !in || step.Row == NewRow {
			c, fields = Content{}, nil
		}
	}
	return p, nil
}

func findRow(f Field, v Value, name string) (Row, error) {
	if name == string(NewRow) && f.Kind == List {
		return Row{ID: NewRow}, nil
	}
	if f.Kind == Checklist && slices.Contains(f.Fixed, ID(name)) {
		r, _, _ := v.Row(ID(name))
		r.ID = ID(name)
		return r, nil
	}
	if r, _, ok := v.Row(ID(name)); ok {
		return r, nil
	}
	if n, err := strconv.Atoi(name); err == nil && len(name) <= maxPlaceDigits {
		return rowAtPlace(f, v, n)
	}
	var found []Row
	for _, r := range v.rows {
		if strings.HasPrefix(string(r.ID), name) {
			found = append(found, r)
		}
	}
	switch len(found) {
	case 0:
		return Row{}, ErrRow
	case 1:
		return found[0], nil
	}
	return Row{}, ErrAmbiguous
}

// rowAtPlace returns the n-th row as it is shown: all questions of a checklist
// are, also those without an answer.
func rowAtPlace(f Field, v Value, n int) (Row, error) {
	switch {
	case n < 1, f.Kind == List && n > len(v.rows), f.Kind == Checklist && n > len(f.Fixed):
		return Row{}, ErrRow
	case f.Kind == Checklist:
		r, _, _ := v.Row(f.Fixed[n-1])
		r.ID = f.Fixed[n-1]
		return r, nil
	}
	return v.rows[n-1], nil
}
