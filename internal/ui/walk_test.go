package ui

import (
	"slices"
	"testing"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/ui/kit"
)

// walked is a source whose forms can be written.
type walked struct{ fixedSource }

func (walked) locked() bool { return false }

// Every field of every kind has its place in a form: a control, a table whose
// columns can all be shown and whose rows have forms of their own, a question
// with its answer, or the message house.
func TestEveryFieldHasItsPlace(t *testing.T) {
	a := window(t)
	a.openExample()
	complete := plantest.Complete(1)
	seen := 0
	for _, kind := range plan.DocumentKinds() {
		for _, sec := range plan.SectionsOf(kind, false) {
			seen += placesOf(t, a.desk, complete.Subject(kind), sec.Fields, nil)
		}
	}
	if seen < 250 {
		t.Errorf("only %d fields were looked for", seen)
	}
}

// placesOf looks for the fields in their form, and for those of their rows in
// theirs. It returns how many there were.
func placesOf(t *testing.T, d *desk, s plan.Subject, fields []plan.Field, above plan.Path) int {
	t.Helper()
	f := newForm(d, walked{fixedSource{s}})
	f.object(fields, above)
	n := 0
	for _, x := range fields {
		if x.Kind == plan.Derived || x.Retired {
			continue
		}
		n++
		p := append(slices.Clone(above), plan.Step{Key: x.Key})
		rows := s.Content.At(p).Rows()
		switch x.Kind {
		case plan.List:
			table := f.sheets[p.String()]
			if table == nil {
				t.Errorf("%s.%s has no table", s.Document.Kind, p)
				continue
			}
			for _, col := range x.Columns {
				offered := slices.ContainsFunc(table.columnMenu(), func(m kit.MenuItem) bool { return m.Label == f.labelOf(p.In("", col.Key)) })
				if !offered && !col.Retired && col.Kind != plan.Derived {
					t.Errorf("%s.%s.%s cannot be shown", s.Document.Kind, p, col.Key)
				}
			}
			n += placesOf(t, d, s, x.Columns, p.AtRow(rows[0].ID))
		case plan.Checklist:
			for _, id := range x.Fixed {
				if f.places[p.In(id, plan.KeyAnswer).String()] == nil {
					t.Errorf("%s.%s[%s] cannot be answered", s.Document.Kind, p, id)
				}
			}
		default:
			if f.fields[p.String()] == nil && !inHouse(x, fields) {
				t.Errorf("%s.%s has no control", s.Document.Kind, p)
			}
		}
	}
	return n
}
