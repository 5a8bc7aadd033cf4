package report

// Align is how a column stands.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Right
	Decimal // right, on the decimal sign
	Centre
)

// Column is a column of a table.
type Column struct {
	Head  string
	Align Align
	Fixed bool    // takes the width of its widest content: numbers, dates, dnr, status
	Width float64 // in mm, 0 = from the content
}

// Table is a table with a caption and one header row. A column that is empty in
// every row is left out by the layout, its width shared.
type Table struct {
	Caption string // after "Tabell n."; "" for none
	Number  string // "Tabell 3."
	Columns []Column
	Rows    []TableRow
	Sum     *TableRow
	Wide    bool   // on landscape pages
	Hanging bool   // the first column is a number and hangs in the number column
	Open    bool   // no rule below the last row
	Named   bool   // the first cell of a row names it
	Summary string // what the table shows, for those who cannot see it; may be ""
}

// TableRow is one row; there are as many cells as columns.
type TableRow struct {
	Cells  []Cell
	Group  bool // one cell over the whole width, as a subheading
	Anchor string
}

// Cell is a cell of a table.
type Cell struct {
	Text   Text
	Second Text // second line, secondary
	Bar    *Bar // in front of the text on its first line
}

// Bar is a goal's attainment: an accent fill in a frame. Its words stand in the
// cell, so it says nothing by itself.
type Bar struct {
	Share float64 // of the way from baseline to target; drawn between 0 and 1
}
