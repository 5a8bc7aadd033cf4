package ui

import (
	"slices"
	"strings"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// summed are the columns whose numbers are added up under a table.
func summed(k plan.Key) bool {
	return k == plan.KeyBudget || k == plan.KeyCost || k == plan.KeyHours || k == plan.KeyAmount
}

// total adds a column up over the rows that are shown; any tells whether one of
// them has a number.
func (s *sheet) total(k plan.Key) (n plan.Number, any bool) {
	for i := range s.shown {
		if v := s.row(i).Cells.Get(k); !v.IsZero() {
			n, any = n+v.Number(), true
		}
	}
	return n, any
}

// sums is the last line of a table with numbers to add up, or nil.
func (s *sheet) sums() func(column string) kit.Cell {
	keys := s.chosen()
	first := slices.IndexFunc(keys, func(k plan.Key) bool {
		x, _ := plan.FieldIn(s.field.Columns, k)
		return x.Kind == plan.Decimal && summed(k)
	})
	if len(s.shown) == 0 || first < 0 {
		return nil
	}
	w := s.form.desk.words
	cells := map[string]kit.Cell{}
	for _, k := range keys {
		if x, _ := plan.FieldIn(s.field.Columns, k); x.Kind != plan.Decimal || !summed(k) {
			continue
		}
		if n, any := s.total(k); any {
			cells[string(k)] = kit.Cell{Text: w.Number(n.Float()), Bold: true}
		}
	}
	name := s.nameColumn(keys)
	cells[string(name)] = kit.Cell{Text: s.counts(), Ink: kit.ColorText2}
	if first > 0 && keys[first-1] != name {
		cells[string(keys[first-1])] = kit.Cell{Text: w.T("sheet.sum"), Ink: kit.ColorText2}
	}
	return func(column string) kit.Cell { return cells[column] }
}

// counts tell what the rows amount to: how many, and of activities how they
// stand.
func (s *sheet) counts() string {
	w := s.form.desk.words
	if s.field.Key != plan.KeyActivities {
		return w.N("count.rows", len(s.shown))
	}
	done, late := 0, 0
	for i := range s.shown {
		a := s.activity(s.row(i))
		switch {
		case a.Status == "done":
			done++
		case a.Late(s.form.desk.today()):
			late++
		}
	}
	parts := []string{w.N("count.activities", len(s.shown))}
	if done > 0 {
		parts = append(parts, w.N("count.done", done))
	}
	if late > 0 {
		parts = append(parts, w.N("count.late", late))
	}
	if n, any := s.total(plan.KeyHours); any {
		parts = append(parts, w.T("count.hours", "n", w.Number(n.Float())))
	}
	return strings.Join(parts, " · ")
}
