package kit

import (
	"encoding/csv"
	"strings"
)

// copy copies the marked rows, or else the cell.
func (g *Grid) copy() {
	if len(g.Marked()) > 0 {
		g.copyRows()
		return
	}
	if c, ok := g.field(g.column); ok && g.at < g.from.Rows() {
		clipboard().SetContent(g.from.Text(g.at, c.ID))
	}
}

// copyRows copies the shown columns of the chosen rows as a spreadsheet takes
// them.
func (g *Grid) copyRows() {
	var cells [][]string
	for _, row := range g.chosen() {
		var line []string
		for _, c := range g.fields {
			line = append(line, g.from.Text(row, c.ID))
		}
		cells = append(cells, line)
	}
	if len(cells) > 0 {
		clipboard().SetContent(JoinCells(cells))
	}
}

// cut copies and then removes the marked rows, or clears the cell.
func (g *Grid) cut() {
	g.copy()
	g.clear()
}

// paste writes what was copied. One cell goes into the cell with the keyboard;
// more go from there to the right and down. What is as wide as a row begins in
// the first column wherever the keyboard stands.
func (g *Grid) paste(text string) {
	if g.look.Locked || g.ask.Paste == nil {
		return
	}
	cells, ok := splitPasted(text)
	if !ok && g.ask.TooMuch != nil {
		g.ask.TooMuch()
	}
	if len(cells) == 0 {
		return
	}
	widest := 0
	for _, line := range cells {
		widest = max(widest, len(line))
	}
	from := g.column - g.firstCell()
	if from < 0 || widest >= len(g.fields) {
		from = 0
	}
	var columns []string
	for _, c := range g.fields[from:] {
		columns = append(columns, c.ID)
	}
	g.ask.Paste(g.at, columns, cells)
	g.Refresh()
}

// How much can be pasted at once: many times what a plan has.
const (
	mostPasted = 4 << 20 // bytes
	mostRows   = 10_000  // as many as a list takes
)

// splitPasted is SplitCells, but of nothing, and not ok, where the text is more than
// can be pasted.
func splitPasted(text string) (cells [][]string, ok bool) {
	if len(text) > mostPasted {
		return nil, false
	}
	if cells = SplitCells(text); len(cells) > mostRows {
		return nil, false
	}
	return cells, true
}

// JoinCells writes rows of cells as spreadsheets copy them: cells apart by tabs,
// rows by line breaks, cells that hold either within quotes.
func JoinCells(cells [][]string) string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma = '\t'
	for _, line := range cells {
		if len(line) == 1 && line[0] == "" {
			line = []string{" "} // an empty line would be no row
		}
		if err := w.Write(line); err != nil {
			return b.String() // the separator is fixed, so this cannot be
		}
	}
	w.Flush()
	return b.String()
}

// SplitCells reads what a spreadsheet or JoinCells copied. Text that is quoted
// in no proper way is taken as it stands.
func SplitCells(text string) [][]string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = strings.ReplaceAll(text, "\r", "\n")
	text = strings.TrimRight(text, "\n")
	if text == "" {
		return nil
	}
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = '\t', -1
	if cells, err := r.ReadAll(); err == nil {
		return trimCells(cells)
	}
	var cells [][]string
	for line := range strings.SplitSeq(text, "\n") {
		if strings.TrimSpace(line) != "" {
			cells = append(cells, strings.Split(line, "\t"))
		}
	}
	return trimCells(cells)
}

func trimCells(cells [][]string) [][]string {
	for _, line := range cells {
		for i, cell := range line {
			line[i] = strings.TrimSpace(cell)
		}
	}
	return cells
}
