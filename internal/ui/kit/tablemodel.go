package kit

import "fyne.io/fyne/v2"

// TableColumn is a column of a table.
type TableColumn struct {
	ID    string
	Title string
	Width float32 // designed; 0 shares the room that is left
	Min   float32 // designed least width of a column that shares; 80 when 0
	End   bool    // text at the right, for numbers
	Sort  bool    // its head can be pressed to sort by it
	Check bool    // a box to tick; Width is then 16
	// Keep leaves the column what it has, however little its cells take: for a long table
	// whose rows are of many kinds.
	Keep bool
	// Strong lets the title stand out among the others, as this year does.
	Strong bool
}

// Tick is how a box in a table stands.
type Tick int

// How a box stands. Most cells have none.
const (
	NoBox Tick = iota
	Empty
	Ticked
	Mixed
)

// Cell is what a table shows in one place. A state becomes a pill, or where it is
// Filled a bar over the cell and the ones after it that it spans.
type Cell struct {
	Text      string
	Bold      bool
	Ink       fyne.ThemeColorName // ColorText when empty
	Symbol    Symbol              // 12, before the text, in SymbolInk
	SymbolInk fyne.ThemeColorName
	State     State
	Filled    bool
	Span      int // columns that a filled state covers; 1 when 0
	Tick      Tick
	// Choice draws the text as the value of a field that drops down.
	Choice bool
}

// TableSource gives a table its rows. It is asked only for rows in sight, and
// whenever it may have changed for a hundred others, by which the columns are fitted.
type TableSource interface {
	Rows() int
	Cell(row int, column string) Cell
}

// TableGroups is a source some of whose rows are heads of the rows that follow. The
// keyboard passes over them.
type TableGroups interface {
	TableSource
	// Group returns the words of a head.
	Group(row int) (words string, is bool)
}

// TableEvents are what a table tells; each may be nil.
type TableEvents struct {
	Selected func(row int)                  // the row the keyboard stands on changed
	Open     func(row int)                  // Return or two clicks
	Tick     func(row int, on bool)         // a box or Space
	TickAll  func(on bool)                  // the box in the head
	Sort     func(column string, down bool) // a head was pressed
	// Choose tells that a cell drawn as a choice is pressed, or Return on its row;
	// at is a place on the canvas for the list.
	Choose func(row int, column string, at fyne.Position)
	Menu   func(row int, at fyne.Position) // the other mouse button, a place on the canvas
}

// TableLook says how a table is drawn; the zero value is a table of 32 with
// a head of 28 that scrolls.
type TableLook struct {
	RowHeight float32 // designed
	Head      float32 // designed
	// Whole draws every row and wants room for all, for short tables inside a
	// page that scrolls.
	Whole bool
	// Once opens a row on one click.
	Once bool
}
