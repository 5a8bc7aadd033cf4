package kit

// CellKind is how the cells of a column are written.
type CellKind int

// The kinds of cell. A text takes anything, a choice one of the column's
// choices, several any number of them. An opening cell is not written in place:
// it opens a form of its own. A fixed one is only read.
const (
	TextCell CellKind = iota
	NumberCell
	DayCell
	ChoiceCell
	SeveralCell
	OpeningCell
	FixedCell
)

// GridColumn is a column whose cells can be written.
type GridColumn struct {
	TableColumn
	Kind CellKind
	// Choices are what a choice can be; asked for when a cell is to be written.
	Choices func() []Choice
	// Free takes a text that is no choice's label as it is.
	Free bool
}

// CellInput is what a person wrote in a cell: the text, and of choices the
// values chosen. Nothing at all clears the cell.
type CellInput struct {
	Text   string
	Values []string
}

// GridSource gives a grid its rows. It is asked only for rows in sight and for
// what is copied or written.
type GridSource interface {
	Rows() int
	// ID tells rows apart, also after they have been moved.
	ID(row int) string
	Cell(row int, column string) Cell
	// Text is what writing begins with and what is copied: of a choice its
	// label, of several their labels joined by "; ".
	Text(row int, column string) string
	// Values are the chosen values of a choice.
	Values(row int, column string) []string
}

// GridEvents are what a grid asks for; nil for what cannot be done. Row indexes
// are those of the source. Each is one step that can be undone.
type GridEvents struct {
	// Set writes a cell; the row after the last begins a new row. It returns
	// what is wrong with the input, which is then not taken, or "".
	Set func(row int, column string, in CellInput) (wrong string)
	// Insert adds an empty row at the index.
	Insert func(at int)
	// Remove takes rows away, in ascending order.
	Remove func(rows []int)
	// Move puts the rows, in ascending order, so that the first of them stands
	// at the index among those that stay.
	Move func(rows []int, to int)
	// Paste writes cells from a row on, into the columns; rows after the last
	// are new.
	Paste func(row int, columns []string, cells [][]string)
	// TooMuch tells that what was to be pasted is more than a table can take, and
	// was not.
	TooMuch func()
	// Open shows a row's own form, or that of one cell; column is "" for the row.
	Open func(row int, column string)
	// Sort tells that the head of a column that can be sorted by was pressed.
	Sort func(column string, down bool)
	// Changed tells that the place of the keyboard, the marks or the focus changed.
	Changed func()
}

// GridLook says how a grid is drawn.
type GridLook struct {
	// Whole draws every row and wants room for all, for short lists inside a
	// page that scrolls.
	Whole bool
	// New stands in the empty last row, as "Skriv en ny aktivitet …"; without,
	// there is no such row.
	New string
	// First is the column in which a new row is begun; without, the first text
	// that takes the room that is left.
	First string
	// Locked lets nothing be changed.
	Locked bool
}

// markColumn is the column of boxes that mark rows, openColumn the last one,
// whose sign opens a row's form.
const (
	markColumn = "\x00mark"
	openColumn = "\x00open"
)

// gridRows is what the grid draws: the source's rows with boxes, and the empty
// row in which a new one is begun.
type gridRows struct{ g *Grid }

// Rows counts the empty row too.
func (r gridRows) Rows() int {
	n := r.g.from.Rows()
	if r.g.canAdd() {
		n++
	}
	return n
}

// Cell returns what is drawn.
func (r gridRows) Cell(row int, column string) Cell {
	g := r.g
	if row >= g.from.Rows() {
		if column == g.firstText() {
			return Cell{Text: g.look.New, Ink: ColorText2}
		}
		return Cell{}
	}
	switch column {
	case markColumn:
		if g.marks[g.from.ID(row)] {
			return Cell{Tick: Ticked}
		}
		return Cell{Tick: Empty}
	case openColumn:
		return Cell{Symbol: openSymbol, SymbolInk: ColorText2}
	}
	return g.from.Cell(row, column)
}
