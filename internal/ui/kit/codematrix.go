package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
)

// Code is one of the letters that a cell of a CodeMatrix can hold.
type Code struct {
	Value  string
	Letter string // one letter, which is also its key
	Word   string
	Family Family
	Strong bool // filled instead of tinted
}

// CodeRow is a row of a CodeMatrix.
type CodeRow struct {
	Title   string
	Values  []string // by column; "" for an empty cell
	Problem string   // what is wrong with the row; empty for nothing
}

// CodeMatrix is a table whose cells hold one letter each. It is one stop of the
// keyboard: the arrows move between the cells, a letter's key writes it, Delete
// empties the cell, Space and Enter go on to the next letter.
type CodeMatrix struct {
	control
	codes   []Code
	corner  *line
	heads   []codeHead
	columns []string
	rows    []CodeRow
	lines   []codeLine
	mark    Symbol // beside a problem
	row     int
	column  int
	over    [2]int // row and column under the mouse; -1 for none
	set     func(row, column int, value string)
	parts   []fyne.CanvasObject
}

// codeHead is the name of a column in up to three lines.
type codeHead [headLines]*line

const headLines = 3

// codeLine is what is drawn of a row.
type codeLine struct {
	rule    *canvas.Rectangle
	title   *line
	sign    *picture
	problem *line
	cells   []codeCell
}

type codeCell struct {
	ground frame
	letter *line
}

var (
	_ desktop.Hoverable = (*CodeMatrix)(nil)
	_ HeightForWidth    = (*CodeMatrix)(nil)
)

// NewCodeMatrix returns an empty matrix; corner stands over the titles, mark
// beside what is wrong with a row. Set is called when a person writes a cell.
func NewCodeMatrix(corner string, codes []Code, mark Symbol, set func(row, column int, value string)) *CodeMatrix {
	m := &CodeMatrix{
		control: newControl(nil), codes: codes, corner: newLine(corner, CaptionStrong, ColorText2), mark: mark, set: set, over: [2]int{-1, -1},
	}
	m.extend(m)
	m.build()
	return m
}

// SetRows shows other columns and rows. The cell with the keyboard stays where
// it is as far as it still exists.
func (m *CodeMatrix) SetRows(columns []string, rows []CodeRow) {
	m.columns, m.rows = slices.Clone(columns), slices.Clone(rows)
	m.row, m.column = min(m.row, max(0, len(rows)-1)), min(m.column, max(0, len(columns)-1))
	m.build()
	m.Refresh()
}

// SetLocked shows the cells but lets no one write them.
func (m *CodeMatrix) SetLocked(locked bool) { m.setStop(!locked) }

// At returns the row and column that the keyboard is at.
func (m *CodeMatrix) At() (row, column int) { return m.row, m.column }

func (m *CodeMatrix) empty() bool { return len(m.rows) == 0 || len(m.columns) == 0 }

func (m *CodeMatrix) value(row, column int) string {
	if row < 0 || row >= len(m.rows) || column < 0 || column >= len(m.rows[row].Values) {
		return ""
	}
	return m.rows[row].Values[column]
}

func (m *CodeMatrix) code(value string) (Code, bool) {
	i := slices.IndexFunc(m.codes, func(c Code) bool { return c.Value == value })
	if i < 0 {
		return Code{}, false
	}
	return m.codes[i], true
}

// following returns the value after one, through all codes to the empty cell.
func (m *CodeMatrix) following(value string) string {
	i := slices.IndexFunc(m.codes, func(c Code) bool { return c.Value == value })
	if i+1 < len(m.codes) {
		return m.codes[i+1].Value
	}
	return ""
}

// write puts a value into the cell with the keyboard.
func (m *CodeMatrix) write(value string) {
	if m.Disabled() || m.empty() || value == m.value(m.row, m.column) {
		return
	}
	values := make([]string, len(m.columns))
	copy(values, m.rows[m.row].Values)
	values[m.column] = value
	m.rows[m.row].Values = values
	m.Refresh()
	if m.set != nil {
		m.set(m.row, m.column, value)
	}
}

func (m *CodeMatrix) move(row, column int) {
	m.row = min(max(row, 0), max(0, len(m.rows)-1))
	m.column = min(max(column, 0), max(0, len(m.columns)-1))
	m.Refresh()
}

// build makes what is drawn of the columns and rows.
func (m *CodeMatrix) build() {
	m.heads, m.lines = nil, nil
	m.parts = []fyne.CanvasObject{m.corner.Text}
	for range m.columns {
		h := codeHead{}
		for i := range h {
			h[i] = newLine("", CaptionStrong, ColorText2)
			m.parts = append(m.parts, h[i].Text)
		}
		m.heads = append(m.heads, h)
	}
	for _, r := range m.rows {
		l := codeLine{
			rule: newRect(), title: newLine(r.Title, Dense, ColorText),
			sign: newPicture(m.mark, 12, ColorUrgent), problem: newLine(r.Problem, Caption, ColorUrgent),
		}
		m.parts = append(m.parts, l.rule, l.title.Text, l.sign.Image, l.problem.Text)
		for range m.columns {
			c := codeCell{ground: newFrame(radiusSmall), letter: newLine("", DenseStrong, ColorText)}
			m.parts = append(m.parts, c.ground.group, c.letter.Text)
			l.cells = append(l.cells, c)
		}
		m.lines = append(m.lines, l)
	}
	m.parts = append(m.parts, m.ring)
}

// CreateRenderer is called by the toolkit.
func (m *CodeMatrix) CreateRenderer() fyne.WidgetRenderer {
	return newChanging(m, func() []fyne.CanvasObject { return m.parts })
}
