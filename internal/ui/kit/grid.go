package kit

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"ledstjarna/assets"
)

// Grid is a table whose cells are written in place. Arrows and Tab move from
// cell to cell; typing, Return or F2 begins to write, Return or Tab ends it,
// Escape leaves the cell as it was. Space marks rows, with which they are
// copied, moved and removed together.
type Grid struct {
	Table
	words  *Words
	today  func() time.Time
	fields []GridColumn
	from   GridSource
	ask    GridEvents
	look   GridLook
	column int // the cell the keyboard stands on, of the shown columns
	run    int // the column in which a run of Tab began, or -1
	marks  map[string]bool
	anchor int // the row from which Shift marks, or -1
	edit   *cellEditor
	cell   *canvas.Rectangle // the ring around the cell
	gap    *canvas.Rectangle // where dragged rows will stand
	thumb  *tableThumb       // scrolls the columns
	drag   *rowDrag
	held   fyne.KeyModifier // at the last press of the mouse
	shifts bool             // Shift is down, as told by key events
}

var (
	_ fyne.Focusable         = (*Grid)(nil)
	_ fyne.Tabbable          = (*Grid)(nil)
	_ fyne.Shortcutable      = (*Grid)(nil)
	_ fyne.Draggable         = (*Grid)(nil)
	_ fyne.SecondaryTappable = (*Grid)(nil)
	_ desktop.Keyable        = (*Grid)(nil)
	_ desktop.Mouseable      = (*Grid)(nil)
)

// GridSetup is what a grid is made of. Today gives the day that calendars mark.
type GridSetup struct {
	Words   *Words
	Today   func() time.Time
	Columns []GridColumn
	Source  GridSource
	Look    GridLook
	Events  GridEvents
}

// NewGrid returns a grid with the keyboard on its first cell.
func NewGrid(s GridSetup) *Grid {
	g := &Grid{
		words: s.Words, today: s.Today, from: s.Source, ask: s.Events, look: s.Look, run: -1, anchor: -1,
		marks: map[string]bool{}, cell: newRect(), gap: newRect(),
	}
	g.begin(nil, gridRows{g}, TableLook{Whole: s.Look.Whole, Head: 32})
	g.sideways, g.lit, g.placed = true, g.ground, g.place
	g.thumb = newTableThumb(true, func(by float32) {
		g.shiftTo(g.shift + by*(g.across-g.Size().Width)/max(1, g.Size().Width-g.thumb.Size().Width))
	})
	g.tell.Sort = s.Events.Sort
	g.gap.Hidden = true
	g.setColumns(s.Columns)
	g.at = 0
	g.ExtendBaseWidget(g)
	return g
}

// SetColumns shows other columns; the keyboard goes to the first of them if its
// own is no longer shown.
func (g *Grid) SetColumns(columns []GridColumn) {
	g.leave()
	at := g.columnID()
	g.setColumns(columns)
	g.toColumn(at)
	g.Refresh()
}

// toColumn puts the keyboard on a column, if it is shown.
func (g *Grid) toColumn(id string) {
	if i := slices.IndexFunc(g.columns, func(c TableColumn) bool { return c.ID == id }); i >= 0 {
		g.column = i
	}
}

func (g *Grid) setColumns(columns []GridColumn) {
	g.fields, g.columns, g.fitted = columns, nil, tableFit{}
	if !g.look.Locked {
		g.columns = append(g.columns, TableColumn{ID: markColumn, Check: true, Width: 16})
	}
	g.column = len(g.columns)
	for _, c := range columns {
		g.columns = append(g.columns, c.TableColumn)
	}
	if g.ask.Open != nil {
		g.columns = append(g.columns, TableColumn{ID: openColumn, Width: 14})
	}
}

// SetLook locks, unlocks or names the grid anew.
func (g *Grid) SetLook(look GridLook) {
	if g.look == look {
		return
	}
	at := g.columnID()
	g.look = look
	g.style.Whole = look.Whole
	g.setColumns(g.fields)
	g.toColumn(at)
	g.Refresh()
}

// At returns the row and the column that the keyboard stands on; the row after
// the last is the new one.
func (g *Grid) At() (row int, column string) { return g.at, g.columnID() }

// Go moves the keyboard to a cell and brings it into sight. A column that is
// not shown leaves it in its own.
func (g *Grid) Go(row int, column string) {
	g.toColumn(column)
	g.goTo(row, g.column)
}

// Begin starts to write the first text of a new row.
func (g *Grid) Begin() {
	if !g.canAdd() || !g.settled() {
		return
	}
	first := g.look.First
	if first == "" {
		first = g.firstText()
	}
	g.Go(g.from.Rows(), first)
	g.Focus()
	g.write(false)
}

// Leave takes what is being written or, where that cannot be, drops it. It
// returns what was dropped and why; "" for nothing.
func (g *Grid) Leave() (text, why string) {
	if g.edit == nil || g.commit() {
		return "", ""
	}
	text, why = g.edit.input.Text, g.edit.reason.Text()
	g.leave()
	return text, why
}

// Marked returns the marked rows in ascending order.
func (g *Grid) Marked() []int {
	var out []int
	for i := range g.from.Rows() {
		if g.marks[g.from.ID(i)] {
			out = append(out, i)
		}
	}
	return out
}

// Focus gives the grid the keyboard.
func (g *Grid) Focus() { focus(g) }

// Focused reports whether the grid or the cell that is written has the keyboard.
func (g *Grid) Focused() bool { return g.focused || g.edit != nil && g.edit.input.focused }

// Writing reports whether a cell is being written.
func (g *Grid) Writing() bool { return g.edit != nil }

func (g *Grid) canAdd() bool { return !g.look.Locked && g.ask.Set != nil && g.look.New != "" }

// firstText is the column in which the empty row says what it is for.
func (g *Grid) firstText() string {
	for _, c := range g.fields {
		if c.Width == 0 && c.Kind == TextCell {
			return c.ID
		}
	}
	if len(g.fields) > 0 {
		return g.fields[0].ID
	}
	return ""
}

// field returns the column that is shown at an index.
func (g *Grid) field(column int) (GridColumn, bool) {
	if column < 0 || column >= len(g.columns) {
		return GridColumn{}, false
	}
	id := g.columns[column].ID
	i := slices.IndexFunc(g.fields, func(c GridColumn) bool { return c.ID == id })
	if i < 0 {
		return GridColumn{}, false
	}
	return g.fields[i], true
}

func (g *Grid) columnID() string {
	if c, ok := g.field(g.column); ok {
		return c.ID
	}
	return ""
}

// ground is the colour under a row.
func (g *Grid) ground(row int) fyne.ThemeColorName {
	switch {
	case row < g.from.Rows() && g.marks[g.from.ID(row)]:
		return ColorSelection
	case row == g.at && g.Focused(), row == g.over:
		return ColorHover
	}
	return colorClear
}

// CreateRenderer is called by the toolkit.
func (g *Grid) CreateRenderer() fyne.WidgetRenderer {
	return &gridRenderer{drawing: drawing{of: g}, g: g}
}

// gridRenderer has the cell that is written above the others.
type gridRenderer struct {
	drawing
	g *Grid
}

func (r *gridRenderer) Objects() []fyne.CanvasObject {
	g := r.g
	r.objects = append(r.objects[:0], g.body, g.head, g.grips, g.foot, g.bar, g.thumb, g.cell, g.gap)
	if g.edit != nil {
		r.objects = append(r.objects, g.edit)
	}
	return r.objects
}

// sign of what opens a row's form.
var openSymbol = assets.IconChevronRight
