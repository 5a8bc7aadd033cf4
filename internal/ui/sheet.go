package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// sheet is a list of a form as a table whose cells are written in place. It
// shows the rows that its filter lets through, in the order of the list.
type sheet struct {
	form  *form
	field plan.Field
	path  plan.Path
	grid  *kit.Grid
	rows  []plan.Row // all of them, as they now are
	shown []int      // indexes of the rows that are shown
	only  sheetFilter
	taken map[plan.ID]bool // rows that were taken over from elsewhere
	// folded is the part that the table is folded away in; nil for none.
	folded *kit.Folded
	// told is called when the rows, or what is filtered, have changed.
	told func()
}

// sheetFilter is what rows must hold to be shown; the zero value shows all.
type sheetFilter struct {
	text     string // in any column, as it is shown
	status   string // of activities: a code, or lateStatus
	audience string // ID of an audience's row
}

// lateStatus filters what is late, which is computed and no status that is stored.
const lateStatus = "late"

var _ kit.GridSource = (*sheet)(nil)

// newSheet returns the table of a list. One that is whole has room for all its
// rows and stands in a page that scrolls; another scrolls itself.
func newSheet(f *form, x plan.Field, p plan.Path, whole bool) *sheet {
	s := &sheet{form: f, field: x, path: p}
	s.grid = kit.NewGrid(kit.GridSetup{
		Words: f.desk.kit, Today: f.desk.now, Columns: s.columns(), Source: s,
		Look: s.look(whole), Events: s.events(),
	})
	s.keepWidths(s.widths())
	s.take()
	return s
}

func (s *sheet) look(whole bool) kit.GridLook {
	l := kit.GridLook{Whole: whole, Locked: s.form.source.locked(), First: string(s.firstColumn())}
	if s.field.MaxRows == 0 || s.field.MaxRows > len(s.rows) || !whole {
		l.New = s.newRowWords()
	}
	return l
}

// newRowWords stand in the empty last row.
func (s *sheet) newRowWords() string {
	w := s.form.desk.words
	if name := "new-row." + s.path.Catalogue(); w.Has(name) {
		return w.T(name)
	}
	if name := "new-row." + string(s.field.Key); w.Has(name) {
		return w.T(name)
	}
	return w.T("sheet.new-row")
}

// show takes over the rows as they now are.
func (s *sheet) show() {
	s.take()
	s.grid.Refresh()
}

func (s *sheet) take() {
	s.rows = s.form.rowsOf(s.path)
	s.taken = s.form.takenOver(s.path)
	s.shown = s.shown[:0]
	for i, r := range s.rows {
		if s.lets(r) {
			s.shown = append(s.shown, i)
		}
	}
	s.grid.SetSums(s.sums())
	if s.told != nil {
		s.told()
	}
}

// filter shows only some rows.
func (s *sheet) filter(only sheetFilter) {
	if s.only != only {
		s.only = only
		s.show()
	}
}

func (s *sheet) filtered() bool { return s.only != sheetFilter{} }

// lets reports whether the filter lets a row through.
func (s *sheet) lets(r plan.Row) bool {
	if !s.filtered() {
		return true
	}
	if s.only.status != "" {
		a := s.activity(r)
		late := a.Late(s.form.desk.today())
		if late != (s.only.status == lateStatus) || !late && a.Status != s.only.status {
			return false
		}
	}
	if s.only.audience != "" && r.Cells.Text(plan.KeyAudience) != s.only.audience {
		return false
	}
	if s.only.text == "" {
		return true
	}
	return slices.ContainsFunc(s.field.Columns, func(x plan.Field) bool {
		return strings.Contains(strings.ToLower(s.words(r, x)), strings.ToLower(s.only.text))
	})
}

// activity is a row of an activity plan as the rules read it.
func (s *sheet) activity(r plan.Row) plan.Activity {
	return plan.Activities(plan.NewContent(plan.Filled{plan.KeyActivities: plan.Rows(r)}))[0]
}

// Rows counts the rows that are shown.
func (s *sheet) Rows() int { return len(s.shown) }

// ID is the row's.
func (s *sheet) ID(row int) string { return string(s.row(row).ID) }

// row is one that is shown, empty beyond the last.
func (s *sheet) row(shown int) plan.Row {
	if shown < 0 || shown >= len(s.shown) {
		return plan.Row{}
	}
	return s.rows[s.shown[shown]]
}

func (s *sheet) column(id string) (plan.Field, bool) {
	return plan.FieldIn(s.field.Columns, plan.Key(id))
}

// words write a cell as it is read.
func (s *sheet) words(r plan.Row, x plan.Field) string {
	return s.form.valueWords(x, s.path.In(r.ID, x.Key), r.Cells.Get(x.Key))
}

// Cell is what is drawn.
func (s *sheet) Cell(row int, column string) kit.Cell {
	x, ok := s.column(column)
	if !ok {
		return kit.Cell{}
	}
	r := s.row(row)
	switch {
	case x.Key == plan.KeyNo && s.numbered():
		c := kit.Cell{Text: r.Cells.Text(plan.KeyNo), Ink: kit.ColorText2}
		if c.Text == "" {
			c.Text = strconv.Itoa(s.shown[row] + 1)
		}
		return c
	case x.Key == plan.KeyStatus && s.field.Key == plan.KeyActivities:
		if a := s.activity(r); a.Status != "" || a.Late(s.form.desk.today()) {
			state := activityState(s.form.desk.words, a, s.form.desk.today())
			state.Detail = "" // the dates stand beside it
			return kit.Cell{State: state}
		}
		return kit.Cell{}
	case x.Key == plan.KeyRiskValue:
		state := riskState(s.form, scaleOf(r.Cells.Get(plan.KeyLikelihood))*scaleOf(r.Cells.Get(plan.KeyConsequence)))
		return kit.Cell{State: state}
	}
	text := oneLine(s.words(r, x))
	if text == "" && x.Kind == plan.Decimal {
		return kit.Cell{Text: "–", Ink: kit.ColorText2}
	}
	c := kit.Cell{Text: text}
	if s.taken[r.ID] && x.Key == s.firstColumn() {
		c.Symbol, c.SymbolInk = assets.IconLink, kit.ColorText2
	}
	return c
}

// Text is what writing begins with and what is copied.
func (s *sheet) Text(row int, column string) string {
	x, ok := s.column(column)
	if !ok || row >= len(s.shown) {
		return ""
	}
	r := s.row(row)
	v := r.Cells.Get(x.Key)
	switch {
	case v.IsZero():
		return ""
	case x.Kind == plan.Decimal:
		return s.number(v.Number())
	case x.Kind == plan.Choices || x.Kind == plan.References:
		var out []string
		for _, code := range v.Texts() {
			out = append(out, s.form.valueWords(x, s.path.In(r.ID, x.Key), plan.Texts(code)))
		}
		return strings.Join(out, "; ")
	case x.Kind == plan.List || x.Kind == plan.Checklist:
		return ""
	}
	return s.words(r, x)
}

// number writes a number as a spreadsheet of the language reads it.
func (s *sheet) number(n plan.Number) string {
	text := n.String()
	if s.form.desk.words.Language() == "sv" {
		text = strings.Replace(text, ".", ",", 1)
	}
	return text
}

// Values are the chosen values of a cell.
func (s *sheet) Values(row int, column string) []string {
	x, ok := s.column(column)
	if !ok || row >= len(s.shown) {
		return nil
	}
	v := s.row(row).Cells.Get(x.Key)
	switch x.Kind {
	case plan.Choices, plan.References:
		return v.Texts()
	case plan.Line, plan.Choice, plan.Reference:
		if !v.IsZero() {
			return []string{v.Text()}
		}
	case plan.LongText, plan.Decimal, plan.DateField, plan.List, plan.Checklist, plan.Related, plan.Derived:
	}
	return nil
}

// goTo gives a cell the keyboard. It reports whether the row and the column are
// shown.
func (s *sheet) goTo(id plan.ID, column plan.Key) bool {
	for i := range s.shown {
		if s.row(i).ID == id && slices.ContainsFunc(s.columns(), func(c kit.GridColumn) bool { return c.ID == string(column) }) {
			s.grid.Go(i, string(column))
			s.grid.Focus()
			return true
		}
	}
	return false
}

// object is the table.
func (s *sheet) object() fyne.CanvasObject { return s.grid }
