package ui

import (
	"slices"
	"strings"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// events are what the table asks for; each is one step that can be undone.
func (s *sheet) events() kit.GridEvents {
	return kit.GridEvents{
		Set: s.set, Insert: s.insert, Remove: s.remove, Move: s.move, Paste: s.paste,
		Open: s.open, Changed: s.changed,
		TooMuch: func() { s.form.desk.say(s.form.desk.words.T("sheet.paste-too-much")) },
	}
}

// cellOpener is a source whose forms can begin in the field of a column.
type cellOpener interface {
	openCell(row plan.Path, column plan.Key)
}

// open shows a row's own form.
func (s *sheet) open(row int, column string) {
	p := s.path.AtRow(s.row(row).ID)
	if o, ok := s.form.source.(cellOpener); ok {
		o.openCell(p, plan.Key(column))
		return
	}
	s.form.source.openRow(p)
}

// set writes a cell. The row after the last begins a new one.
func (s *sheet) set(row int, column string, in kit.CellInput) string {
	x, ok := s.column(column)
	if !ok {
		return s.form.desk.words.T("sheet.not-here")
	}
	v, wrong := s.form.read(x, s.path.In("", x.Key), in)
	if wrong != "" {
		return wrong
	}
	if row < len(s.shown) {
		p := s.path.In(s.row(row).ID, x.Key)
		s.form.source.set(s.form.op(p), p, v, false)
		s.form.desk.file.EndStep() // the same cell written twice is two steps
		return ""
	}
	if v.IsZero() {
		return ""
	}
	s.list("op.add-row", append(slices.Clone(s.rows), plan.Row{ID: plan.NewID(), Cells: plan.NewContent(plan.Filled{x.Key: v})}))
	return ""
}

// list sets the rows as a whole.
func (s *sheet) list(key string, rows []plan.Row) {
	s.form.change(key, s.path, map[string]string{"list": s.form.labelOf(s.path)}, rows)
	s.form.desk.file.EndStep()
}

// at returns the place in the list of the row that is shown at an index, beyond
// the last the end.
func (s *sheet) at(shown int) int {
	if shown < len(s.shown) {
		return s.shown[shown]
	}
	return len(s.rows)
}

func (s *sheet) insert(at int) {
	s.list("op.add-row", slices.Insert(slices.Clone(s.rows), s.at(at), plan.Row{ID: plan.NewID()}))
}

func (s *sheet) remove(rows []int) {
	gone := map[plan.ID]bool{}
	for _, i := range rows {
		gone[s.row(i).ID] = true
	}
	key := "op.remove-row"
	if len(gone) > 1 {
		key = "op.remove-rows"
	}
	s.list(key, slices.DeleteFunc(slices.Clone(s.rows), func(r plan.Row) bool { return gone[r.ID] }))
}

// move puts rows at an index among those that stay. Where rows are filtered away
// it is after the row that is then before them.
func (s *sheet) move(rows []int, to int) {
	var moved []plan.Row
	lifted := map[plan.ID]bool{}
	for _, i := range rows {
		moved = append(moved, s.row(i))
		lifted[s.row(i).ID] = true
	}
	var before plan.ID // the row that is to stand before them
	n := 0
	for i := range s.shown {
		if id := s.row(i).ID; !lifted[id] && n < to {
			before = id
			n++
		}
	}
	rest := slices.DeleteFunc(slices.Clone(s.rows), func(r plan.Row) bool { return lifted[r.ID] })
	at := slices.IndexFunc(rest, func(r plan.Row) bool { return r.ID == before }) + 1
	key := "op.move-row"
	if len(moved) > 1 {
		key = "op.move-rows"
	}
	s.list(key, slices.Insert(rest, at, moved...))
}

// pasted is what came of rows from a spreadsheet.
type pasted struct {
	rows   []plan.Row
	filled int // rows that got something
	wrong  []pasteTrouble
}

// pasteTrouble is a cell that could not be read and was left as it was.
type pasteTrouble struct {
	row    int // from 1, of the pasted rows
	column string
	why    string
}

// paste writes cells from a row on. What cannot be read is left as it was, and
// told.
func (s *sheet) paste(row int, columns []string, cells [][]string) {
	p := s.pasteInto(row, columns, cells)
	if p.filled > 0 {
		s.list("op.paste-rows", p.rows)
	}
	w := s.form.desk.words
	text := w.N("sheet.pasted", p.filled)
	if len(p.wrong) > 0 {
		first := p.wrong[0]
		text += " " + w.N("sheet.paste-trouble", len(p.wrong), "row", first.row, "column", first.column, "why", first.why)
	}
	s.form.desk.say(text)
}

// pasteInto works out the rows that pasting gives. A first line that names
// columns says where the cells belong.
func (s *sheet) pasteInto(row int, columns []string, cells [][]string) pasted {
	out := pasted{rows: slices.Clone(s.rows)}
	if named := s.named(cells[0]); named != nil {
		columns, cells = named, cells[1:]
	}
	for i, line := range cells {
		at, fresh := s.at(row+i), row+i >= len(s.shown)
		target := plan.Row{ID: plan.NewID()}
		if !fresh {
			target = out.rows[at]
		}
		before := target.Cells
		for j, text := range line {
			if j >= len(columns) || columns[j] == "" {
				continue
			}
			x, _ := s.column(columns[j])
			if x.Kind == plan.Derived || x.Kind == plan.List {
				continue
			}
			v, wrong := s.form.read(x, s.path.In("", x.Key), kit.CellInput{Text: text})
			if wrong != "" {
				out.wrong = append(out.wrong, pasteTrouble{i + 1, s.form.labelOf(s.path.In("", x.Key)), wrong})
				continue
			}
			target.Cells = target.Cells.With(x.Key, v)
		}
		switch {
		case fresh && len(target.Cells.Keys()) > 0:
			out.rows = append(out.rows, target)
			out.filled++
		case !fresh && !target.Cells.Equal(before):
			out.rows[at] = target
			out.filled++
		}
	}
	return out
}

// named returns the columns that a line of headings names, or nil where it is no
// such line. A column of no name that is known is passed over.
func (s *sheet) named(line []string) []string {
	var out []string
	known := 0
	for _, title := range line {
		id := ""
		for _, x := range s.field.Columns {
			if title != "" && strings.EqualFold(title, s.form.labelOf(s.path.In("", x.Key))) {
				id = string(x.Key)
				known++
			}
		}
		out = append(out, id)
	}
	if known < 2 || known*2 < len(line) {
		return nil
	}
	return out
}

// changed tells in the status line what can be done with what is marked.
func (s *sheet) changed() {
	if !s.grid.Focused() {
		s.form.desk.hint("")
		return
	}
	w := s.form.desk.words
	if n := len(s.grid.Marked()); n > 0 {
		s.form.desk.hint(w.N("sheet.hint-marked", n))
		return
	}
	s.form.desk.hint(w.T("sheet.hint"))
}

// begin starts a new row: the keyboard goes to its first cell.
func (s *sheet) begin() {
	if s.filtered() {
		s.filter(sheetFilter{})
	}
	s.grid.Begin()
}
