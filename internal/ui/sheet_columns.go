package ui

import (
	"slices"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// Designed widths of columns by what they hold.
const (
	wideText   = 110 // at least; texts share the room that is left
	wideName   = 172 // the least of the column that takes the rest
	wideChoice = 118
	wideRole   = 128
	wideDay    = 74
	wideNumber = 66
	wideNo     = 24
	wideCode   = 48
	widePill   = 92
	wideState  = 118 // a state with its number
)

// usual returns the columns that a list shows until the person chooses others:
// what is mandatory or recommended and not a deepening part. Of activities they
// are those by which a plan is followed.
func usual(list plan.Field) []plan.Key {
	if list.Key == plan.KeyActivities {
		return []plan.Key{
			plan.KeyNo, plan.KeyActivity, plan.KeyAudience, plan.KeyChannel, plan.KeyResponsible,
			plan.KeyStart, plan.KeyEnd, plan.KeyStatus, plan.KeyBudget,
		}
	}
	var out []plan.Key
	for _, x := range list.Columns {
		if x.Retired || x.Folded || x.Key == plan.KeyOrigin {
			continue
		}
		if x.Need != plan.Optional || x.Kind == plan.Derived || x.Key == plan.KeyNo {
			out = append(out, x.Key)
		}
	}
	if len(out) == 0 && len(list.Columns) > 0 {
		out = append(out, list.Columns[0].Key)
	}
	return out
}

// columnName is under which a person's choice of columns is remembered.
func (s *sheet) columnName() string { return s.form.source.scope() + "." + s.path.Catalogue() }

// chosen are the columns to show, in the order of the catalogue.
func (s *sheet) chosen() []plan.Key {
	if app := s.form.desk.app; app != nil {
		if own := app.prefs.columns(s.columnName()); len(own) > 0 {
			var out []plan.Key
			for _, x := range s.field.Columns {
				if slices.Contains(own, string(x.Key)) {
					out = append(out, x.Key)
				}
			}
			if len(out) > 0 {
				return out
			}
		}
	}
	return usual(s.field)
}

// columns are the table's.
func (s *sheet) columns() []kit.GridColumn {
	var out []kit.GridColumn
	keys := s.chosen()
	name := s.nameColumn(keys)
	for _, k := range keys {
		x, ok := plan.FieldIn(s.field.Columns, k)
		if !ok {
			continue
		}
		c := s.gridColumn(x)
		if x.Key == name {
			c.Width, c.Min = 0, wideName
		}
		out = append(out, c)
	}
	return out
}

// nameColumn is the column that takes the room that is left: the first one of
// free text that is mandatory, else the first of free text, else the first.
func (s *sheet) nameColumn(keys []plan.Key) plan.Key {
	best := plan.Key("")
	for _, k := range keys {
		x, _ := plan.FieldIn(s.field.Columns, k)
		free := x.Kind == plan.Line && x.Suggest == "" && x.Key != plan.KeyNo && x.Key != plan.KeyCode
		if free && x.Need == plan.Mandatory {
			return k
		}
		if free && best == "" {
			best = k
		}
	}
	if best == "" && len(keys) > 0 {
		best = keys[0]
	}
	return best
}

// firstColumn is the one in which a new row is begun: the first that is no number
// or code.
func (s *sheet) firstColumn() plan.Key {
	keys := s.chosen()
	for _, k := range keys {
		x, _ := plan.FieldIn(s.field.Columns, k)
		if k != plan.KeyNo && k != plan.KeyCode && x.Kind != plan.Derived && x.Kind != plan.List {
			return k
		}
	}
	return s.nameColumn(keys)
}

// gridColumn is how a field is drawn and written as a column.
func (s *sheet) gridColumn(x plan.Field) kit.GridColumn {
	p := s.path.In("", x.Key)
	c := kit.GridColumn{TableColumn: kit.TableColumn{ID: string(x.Key), Title: s.form.labelOf(p), Width: wideText}}
	choices := func() []kit.Choice { return s.form.choices(x, p) }
	switch x.Kind {
	case plan.Line:
		switch {
		case x.Suggest != "":
			c.Kind, c.Free, c.Width = kit.ChoiceCell, true, wideRole
			c.Choices = func() []kit.Choice { return s.form.suggestions(x) }
		case x.Key == plan.KeyNo:
			c.Width, c.End = wideNo, s.numbered()
		case x.Key == plan.KeyCode:
			c.Width = wideCode
		default:
			c.Width, c.Min = 0, wideText
		}
	case plan.Decimal:
		c.Kind, c.Width, c.End = kit.NumberCell, wideNumber, x.Key != plan.KeyYear && x.Key != plan.KeyQuarter // which are not counted with
	case plan.DateField:
		c.Kind, c.Width = kit.DayCell, wideDay
	case plan.Choice:
		c.Kind, c.Width, c.Choices = kit.ChoiceCell, wideChoice, choices
	case plan.Reference:
		c.Kind, c.Width, c.Choices = kit.ChoiceCell, wideChoice, choices
	case plan.Choices, plan.References:
		c.Kind, c.Choices = kit.SeveralCell, choices
	case plan.LongText, plan.List, plan.Checklist:
		c.Kind = kit.OpeningCell
	case plan.Derived, plan.Related:
		c.Kind, c.Width = kit.FixedCell, wideState
	}
	if x.Key == plan.KeyStatus {
		c.Width = widePill
	}
	return c
}

// numbered reports whether rows without a number of their own are counted.
func (s *sheet) numbered() bool { return s.field.Key == plan.KeyActivities }

// columnMenu lets the person choose columns.
func (s *sheet) columnMenu() []kit.MenuItem {
	var out []kit.MenuItem
	keys := s.chosen()
	for _, x := range s.field.Columns {
		if x.Retired || x.Kind == plan.Derived && !slices.Contains(keys, x.Key) {
			continue
		}
		out = append(out, kit.MenuItem{
			Label: s.form.labelOf(s.path.In("", x.Key)), On: slices.Contains(keys, x.Key),
			Off: len(keys) == 1 && keys[0] == x.Key, Run: func() { s.flipColumn(x.Key) },
		})
	}
	w := s.form.desk.words
	return append(out, kit.MenuItem{},
		kit.MenuItem{Label: w.T("sheet.usual-columns"), Off: slices.Equal(keys, usual(s.field)), Run: func() { s.setColumns(nil) }},
		kit.MenuItem{Label: w.T("sheet.reset-widths"), Off: len(s.grid.Widths()) == 0, Run: func() { s.resetWidths() }})
}

// widths are those that the person gave the columns.
func (s *sheet) widths() map[string]float32 {
	if app := s.form.desk.app; app != nil {
		return app.prefs.widths(s.columnName())
	}
	return nil
}

func (s *sheet) keepWidths(own map[string]float32) {
	s.grid.KeepWidths(own, func(own map[string]float32) {
		if app := s.form.desk.app; app != nil {
			app.prefs.setWidths(s.columnName(), own)
		}
	})
}

func (s *sheet) resetWidths() {
	s.form.desk.app.prefs.setWidths(s.columnName(), nil)
	s.keepWidths(nil)
}

func (s *sheet) flipColumn(k plan.Key) {
	keys := s.chosen()
	if i := slices.Index(keys, k); i >= 0 {
		s.setColumns(slices.Delete(slices.Clone(keys), i, i+1))
		return
	}
	s.setColumns(append(slices.Clone(keys), k))
}

func (s *sheet) setColumns(keys []plan.Key) {
	var names []string
	for _, k := range keys {
		names = append(names, string(k))
	}
	s.form.desk.app.prefs.setColumns(s.columnName(), names)
	s.grid.SetColumns(s.columns())
	s.show()
}
