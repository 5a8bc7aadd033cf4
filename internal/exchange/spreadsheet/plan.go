package spreadsheet

import (
	"errors"
	"slices"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// RowLeft is the state of a row that would do something and that the person has left
// out.
const RowLeft plan.RowState = "left"

// Plan is what taking over a file's rows will do.
type Plan struct {
	List    plan.ListName
	Sheet   string // the workbook's sheet that was read
	Rows    []Row  // in their order
	Columns []Found
	Kept    int       // things that no row is about; they stay as they are
	Edit    plan.Edit // does it as one step; empty where nothing would change
}

// Row is what one row of the file does.
type Row struct {
	Number   int // as a spreadsheet counts, from 1
	State    plan.RowState
	Fresh    bool    // it is about something new
	Name     string  // of what it is about
	ID       plan.ID // of that; of a new thing the ID that it gets
	Document plan.ID // of an activity, its plan
	Plan     string  // that is called
	Changes  []Change
	Problems []Problem // why it is refused
	Notices  []Problem // what is worth a look, and does not refuse it
}

// Change is one field of a row that gets another value.
type Change struct {
	Field    plan.Field
	Label    string // of the field
	At       int    // the column, from 1
	From, To string // as a person reads them; "" for nothing
}

// Letter is how a spreadsheet names the column.
func (c Change) Letter() string { return letter(c.At) }

// Problem is something about a row, or about one of its cells.
type Problem struct {
	At   int    // the column, from 1; 0 for the whole row
	Head string // of the column
	Code string // one of Codes
	Gaps []any  // what fills its words
}

// Codes returns what can be wrong with a row, or be told of it.
func Codes() []string {
	return []string{
		"ambiguous", "bounds", "choice", "cut", "date", "ends-before-start", "failed", "formula", "frozen", "id-twice", "kind", "locked",
		"name-twice", "name-unclear", "no-name", "no-plan", "not-this-plan", "nothing-of-the-name", "number", "other-plan", "overlap", "refused", "unknown-plan",
	}
}

// Letter is how a spreadsheet names the column, "" for the whole row.
func (p Problem) Letter() string {
	if p.At == 0 {
		return ""
	}
	return letter(p.At)
}

// Text says what the problem is.
func (p Problem) Text(w *i18n.Printer) string { return w.T("sheet.wrong-"+p.Code, p.Gaps...) }

// Count returns how many rows are in the state.
func (p Plan) Count(s plan.RowState) int {
	n := 0
	for _, r := range p.Rows {
		if r.State == s {
			n++
		}
	}
	return n
}

// Does returns how many rows add or change something.
func (p Plan) Does() int { return p.Count(plan.RowNew) + p.Count(plan.RowChanged) }

// refuse lets a row do nothing, for the reason.
func (r *Row) refuse(p Problem) {
	r.State = plan.RowRefused
	r.Problems = append(r.Problems, p)
}

// reason is the code of why an edit was refused.
func reason(err error) string {
	for _, known := range []struct {
		err  error
		code string
	}{{plan.ErrFrozen, "frozen"}, {plan.ErrLocked, "locked"}, {plan.ErrOverlap, "overlap"}, {plan.ErrDate, "ends-before-start"}} {
		if errors.Is(err, known.err) {
			return known.code
		}
	}
	return "refused"
}

// Plan holds the rows of a file against the list: of the activities against those of
// one plan, or of all where doc is empty and a column or the IDs tell them apart. The
// rows with the numbers in left are left out. It refuses the file as a whole with
// ErrNoHead and ErrTooLong.
func (b Book) Plan(l plan.ListName, doc plan.ID, grids []Grid, left ...int) (Plan, error) {
	groups, _, err := b.groups(l, doc)
	if err != nil {
		return Plan{}, err
	}
	h, err := b.findHeader(grids, columnsOf(l, true), l)
	if err != nil {
		return Plan{}, err
	}
	if l == plan.ListPeriods && len(h.grid.Rows) > mostPeriods {
		return Plan{}, ErrTooLong
	}
	m := &matcher{book: b, header: h, groups: groups, list: l, one: doc != "", titles: planNames(groups), claimed: map[*group]map[plan.ID]int{}}
	for _, row := range h.grid.Rows[h.row+1:] {
		m.add(row, slices.Contains(left, row.Number))
	}
	m.match()
	m.tell()
	for _, c := range m.rows {
		m.read(c)
	}
	p := Plan{List: l, Sheet: h.grid.Name, Columns: h.columns}
	if p.Edit, err = m.edit(); err != nil {
		return Plan{}, err
	}
	for _, c := range m.rows {
		if c.left && c.would() {
			c.row.State = RowLeft
		}
		p.Rows = append(p.Rows, c.row)
	}
	for _, g := range groups {
		p.Kept += len(g.things) - len(m.claimed[g])
	}
	return p, nil
}

// mostPeriods is more mandate periods than anybody plans for.
const mostPeriods = 500
