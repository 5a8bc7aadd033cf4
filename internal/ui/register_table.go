package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// registerTable is a list of the register as a table. Lists whose entries need
// no more than a name are written in place; the others open a form.
type registerTable struct {
	desk  *desk
	model registerModel
	shown int // columns
	open  func(plan.ID)
	ask   func(ids []plan.ID) // removes entries
	sort  func(column string, down bool)

	arranged registerArrangement // of the model
	stay     bool                // rows keep their places when what they say changes
	table    *kit.Table          // one of these is drawn
	grid     *kit.Grid
}

var (
	_ kit.GridSource  = (*registerTable)(nil)
	_ kit.TableSource = (*registerTable)(nil)
)

// object returns the table.
func (t *registerTable) object() fyne.CanvasObject {
	t.shown = len(t.model.columns)
	if !writtenInPlace(t.model.list) {
		t.table = kit.NewTable(t.columns(), t, kit.TableLook{Whole: true, Head: 32}, kit.TableEvents{
			Open: func(row int) { t.openRow(row, "") }, Menu: t.rowMenu, Sort: t.sort,
		})
		t.keepWidths(t.savedWidths())
		return t.table
	}
	t.grid = kit.NewGrid(kit.GridSetup{
		Words: t.desk.kit, Today: t.desk.now, Columns: t.gridColumns(), Source: t,
		Look:   kit.GridLook{Whole: true, Locked: t.desk.reads(), New: t.desk.words.T("register.new"), First: string(t.nameKey())},
		Events: kit.GridEvents{Set: t.set, Remove: t.remove, Paste: t.paste, Open: t.openRow, Sort: t.sort},
	})
	t.keepWidths(t.savedWidths())
	return t.grid
}

// fit takes over another model in the table, whose column of findings is there
// only while there is any.
func (t *registerTable) fit(m registerModel, by registerArrangement) {
	if t.stay && by == t.arranged {
		m.inOrderOf(t.model)
	} else {
		m.arrange(t.desk.words, by)
	}
	t.model, t.arranged, t.stay = m, by, t.grid != nil
	changed := t.shown != len(m.columns)
	t.shown = len(m.columns)
	if t.grid != nil {
		if changed {
			t.grid.SetColumns(t.gridColumns())
		}
		t.grid.SetSorted(by.by, by.down)
		return
	}
	if changed {
		t.table.SetColumns(t.columns())
	}
	t.table.SetSource(t)
	t.table.SetSorted(by.by, by.down)
}

// widthsName is under which the widths of the columns are remembered.
func (t *registerTable) widthsName() string { return "register." + string(t.model.list) }

func (t *registerTable) savedWidths() map[string]float32 {
	return t.desk.app.prefs.widths(t.widthsName())
}

// drawn is the table that is on the screen.
func (t *registerTable) drawn() *kit.Table {
	if t.grid != nil {
		return &t.grid.Table
	}
	return t.table
}

// stop is what the keyboard stops at.
func (t *registerTable) stop() fyne.Focusable {
	if t.grid != nil {
		return t.grid
	}
	return t.table
}

// stand puts the keyboard's mark on the row of an entry, if it is shown.
func (t *registerTable) stand(id plan.ID) {
	row := slices.IndexFunc(t.model.rows, func(r registerRow) bool { return r.entry.ID == id })
	switch {
	case row < 0:
	case t.grid != nil:
		t.grid.Go(row, string(t.nameKey()))
	default:
		t.table.Select(row)
	}
}

// widths are those that the person gave the columns.
func (t *registerTable) widths() map[string]float32 { return t.drawn().Widths() }

func (t *registerTable) keepWidths(own map[string]float32) {
	t.drawn().KeepWidths(own, func(own map[string]float32) { t.desk.app.prefs.setWidths(t.widthsName(), own) })
}

func (t *registerTable) resetWidths() {
	t.desk.app.prefs.setWidths(t.widthsName(), nil)
	t.keepWidths(nil)
}

func (t *registerTable) columns() []kit.TableColumn {
	var out []kit.TableColumn
	for _, c := range t.model.columns {
		out = append(out, t.column(c))
	}
	return out
}

func (t *registerTable) gridColumns() []kit.GridColumn {
	var out []kit.GridColumn
	for _, c := range t.model.columns {
		out = append(out, t.gridColumn(c))
	}
	return out
}

func (t *registerTable) nameKey() plan.Key { return t.model.columns[0].field.Key }

func (t *registerTable) column(c registerColumn) kit.TableColumn {
	title := t.desk.words.T("register.finding")
	switch {
	case c.field.Key != "":
		title = t.desk.words.First(plan.FieldWords(string(t.model.list), plan.PathTo(c.field.Key))...)
	case c.id != columnFinding:
		title = t.desk.words.T("register." + c.id)
	}
	return kit.TableColumn{ID: c.id, Title: title, Width: c.width, Min: 110, Sort: true, End: c.field.Kind == plan.Decimal && c.field.Key != plan.KeyYear || c.id == columnLength}
}

func (t *registerTable) gridColumn(c registerColumn) kit.GridColumn {
	g := kit.GridColumn{TableColumn: t.column(c), Kind: kit.FixedCell}
	switch c.field.Kind {
	case plan.Line, plan.LongText:
		if c.field.Key != "" {
			g.Kind = kit.TextCell
		}
	case plan.Decimal:
		g.Kind = kit.NumberCell
	case plan.DateField:
		g.Kind = kit.DayCell
	case plan.Choice:
		g.Kind = kit.ChoiceCell
		f := t.form("")
		g.Choices = func() []kit.Choice { return f.choices(c.field, plan.PathTo(c.field.Key)) }
	case plan.Choices, plan.Reference, plan.References, plan.List, plan.Checklist, plan.Related, plan.Derived:
	}
	return g
}

// Rows counts the entries.
func (t *registerTable) Rows() int { return len(t.model.rows) }

// ID is the entry's.
func (t *registerTable) ID(row int) string { return string(t.model.rows[row].entry.ID) }

// Cell is what the table shows.
func (t *registerTable) Cell(row int, column string) kit.Cell { return t.model.rows[row].cells[column] }

// Text is what writing a cell begins with.
func (t *registerTable) Text(row int, column string) string {
	v := t.model.rows[row].entry.Fields.Get(plan.Key(column))
	if v.Kind() == plan.ValueNumber {
		return v.Number().String()
	}
	return t.model.rows[row].cells[column].Text
}

// Values are the chosen codes.
func (t *registerTable) Values(row int, column string) []string {
	if code := t.model.rows[row].entry.Fields.Text(plan.Key(column)); code != "" {
		return []string{code}
	}
	return nil
}

// rowMenu shows what can be done with an entry.
func (t *registerTable) rowMenu(row int, at fyne.Position) {
	kit.PopUpMenu(t.desk.window.Canvas(), at, t.rowItems(row))
}

func (t *registerTable) rowItems(row int) []kit.MenuItem {
	id := t.model.rows[row].entry.ID
	return t.desk.editingItems([]kit.MenuItem{
		{Label: t.desk.words.T("welcome.open"), Run: func() { t.open(id) }},
		{},
		{Label: t.desk.words.T("action.delete"), Run: func() { t.ask([]plan.ID{id}) }},
	}, 0)
}

func (t *registerTable) openRow(row int, _ string) {
	if row >= 0 && row < t.Rows() {
		t.open(t.model.rows[row].entry.ID)
	}
}
