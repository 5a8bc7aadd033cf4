package ui

import (
	"slices"
	"strconv"
	"strings"

	"ledstjarna/assets"
	"ledstjarna/internal/exchange/spreadsheet"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// exchangeModel is what a spreadsheet would do, a line for each field that changes and
// each thing that is wrong or worth a look.
type exchangeModel struct {
	words *i18n.Printer
	plan  spreadsheet.Plan
	plans bool // its rows are of several plans
	lines []exchangeLine
}

// exchangeLine is one line of the table.
type exchangeLine struct {
	row       spreadsheet.Row
	first     bool   // of its row
	place     string // the column's letter and label
	from, to  string
	wrong     bool // to says why the row is refused
	noteworth bool // to says what is worth a look
}

var _ kit.TableSource = exchangeModel{}

// exchangeModelOf shows the rows of one state; of "" all but the unchanged.
func exchangeModelOf(w *i18n.Printer, p spreadsheet.Plan, only plan.RowState) exchangeModel {
	m := exchangeModel{words: w, plan: p}
	seen := map[plan.ID]bool{}
	for _, r := range p.Rows {
		if r.Document != "" {
			seen[r.Document] = true
		}
		if would := wouldBe(r); would != plan.RowUnchanged && (only == "" || only == would) {
			m.lines = append(m.lines, exchangeLines(w, r)...)
		}
	}
	m.plans = len(seen) > 1
	return m
}

// wouldBe is the row's state, of one that is left out the one that it would have.
func wouldBe(r spreadsheet.Row) plan.RowState {
	switch {
	case r.State == spreadsheet.RowLeft && r.Fresh:
		return plan.RowNew
	case r.State == spreadsheet.RowLeft:
		return plan.RowChanged
	}
	return r.State
}

func exchangeLines(w *i18n.Printer, r spreadsheet.Row) []exchangeLine {
	var out []exchangeLine
	if r.State != plan.RowRefused {
		for _, c := range r.Changes {
			from, to := contrastExcerpts(c.From, c.To)
			out = append(out, exchangeLine{place: c.Letter() + "  " + c.Label, from: from, to: to})
		}
	}
	for _, p := range r.Problems {
		out = append(out, exchangeLine{place: strings.TrimSpace(p.Letter() + "  " + p.Head), to: i18n.Capital(p.Text(w)), wrong: true})
	}
	if r.State != plan.RowRefused {
		for _, p := range r.Notices {
			out = append(out, exchangeLine{place: strings.TrimSpace(p.Letter() + "  " + p.Head), to: i18n.Capital(p.Text(w)), noteworth: true})
		}
	}
	for i := range out {
		out[i].row, out[i].first = r, i == 0
	}
	return out
}

// excerptLead is how much is shown of what two texts have in common before they differ.
const excerptLead = 24

// contrastExcerpts are two texts on one line each, from a little before where they
// begin to differ.
func contrastExcerpts(from, to string) (string, string) {
	a, b := []rune(strings.Join(strings.Fields(from), " ")), []rune(strings.Join(strings.Fields(to), " "))
	same := 0
	for same < len(a) && same < len(b) && a[same] == b[same] {
		same++
	}
	cut := same - excerptLead
	if cut < excerptLead || same == len(a) && same == len(b) {
		return string(a), string(b)
	}
	for cut < same && a[cut-1] != ' ' { // at the beginning of a word
		cut++
	}
	return "… " + string(a[cut:]), "… " + string(b[cut:])
}

func (m exchangeModel) columns() []kit.TableColumn {
	w := m.words
	out := []kit.TableColumn{
		{ID: "tick", Check: true, Width: 16},
		{ID: "row", Title: w.T("sheet.row"), Width: 40, End: true},
		{ID: "state", Title: w.T("sheet.state"), Width: 112},
		{ID: "name", Title: w.T("sheet.about"), Min: 110},
	}
	if m.plans {
		out = append(out, kit.TableColumn{ID: "plan", Title: w.T("register.plan"), Min: 100})
	}
	return append(out,
		kit.TableColumn{ID: "place", Title: w.T("sheet.column"), Width: 132},
		kit.TableColumn{ID: "from", Title: w.T("sheet.from"), Min: 70},
		kit.TableColumn{ID: "to", Title: w.T("sheet.to"), Min: 210})
}

// Rows counts the lines.
func (m exchangeModel) Rows() int { return len(m.lines) }

// Cell is what the table shows. What is the same for all lines of a row stands in the
// first.
func (m exchangeModel) Cell(row int, column string) kit.Cell {
	l := m.lines[row]
	switch column {
	case "place":
		return kit.Cell{Text: l.place, Ink: kit.ColorText2}
	case "from":
		if l.from == "" && !l.wrong && !l.noteworth && wouldBe(l.row) == plan.RowChanged {
			return kit.Cell{Text: "–", Ink: kit.ColorText2}
		}
		return kit.Cell{Text: l.from, Ink: kit.ColorText2}
	case "to":
		return m.outcome(l)
	}
	if !l.first {
		return kit.Cell{}
	}
	switch column {
	case "tick":
		return kit.Cell{Tick: tickOf(l.row.State)}
	case "row":
		return kit.Cell{Text: strconv.Itoa(l.row.Number), Ink: kit.ColorText2}
	case "state":
		return kit.Cell{State: exchangeState(m.words, l.row.State)}
	case "plan":
		return kit.Cell{Text: l.row.Plan, Ink: kit.ColorText2}
	}
	return kit.Cell{Text: l.row.Name, Bold: true}
}

func (m exchangeModel) outcome(l exchangeLine) kit.Cell {
	switch {
	case l.wrong:
		return kit.Cell{Text: l.to, Symbol: assets.StateUrgent, SymbolInk: kit.Urgent.Ink()}
	case l.noteworth:
		return kit.Cell{Text: l.to, Symbol: assets.StateHalf, SymbolInk: kit.Due.Ink()}
	case l.to == "":
		return kit.Cell{Text: m.words.T("sheet.emptied"), Ink: kit.ColorText2}
	}
	return kit.Cell{Text: l.to}
}

func tickOf(s plan.RowState) kit.Tick {
	switch s {
	case plan.RowNew, plan.RowChanged:
		return kit.Ticked
	case spreadsheet.RowLeft:
		return kit.Empty
	}
	return kit.NoBox
}

func exchangeState(w *i18n.Printer, s plan.RowState) kit.State {
	if s == spreadsheet.RowLeft {
		return kit.State{Symbol: assets.StateDash, Family: kit.Neutral, Word: w.T("sheet.left")}
	}
	look := memberState(w, s)
	if s == plan.RowRefused {
		look.Word = w.T("sheet.refused")
	}
	return look
}

// summary counts what comes of the rows.
func (m exchangeModel) summary() string {
	var parts []string
	for _, s := range []plan.RowState{plan.RowNew, plan.RowChanged, plan.RowUnchanged, plan.RowRefused, spreadsheet.RowLeft} {
		if n := m.plan.Count(s); n > 0 {
			parts = append(parts, m.words.N("sheet.n-"+string(s), n))
		}
	}
	if m.plan.Kept > 0 {
		parts = append(parts, m.words.N("sheet.n-kept", m.plan.Kept))
	}
	return strings.Join(parts, " · ")
}

// mostStrangers is how many columns that are not taken in are named.
const mostStrangers = 4

// strangers say which columns are not taken in.
func (m exchangeModel) strangers() string {
	var out []string
	for _, f := range m.plan.Columns {
		switch {
		case f.Unknown:
			out = append(out, m.words.T("sheet.unknown-column", "column", f.Letter(), "head", f.Head))
		case f.Twice:
			out = append(out, m.words.T("sheet.column-twice", "column", f.Letter(), "head", f.Head))
		}
	}
	if more := len(out) - mostStrangers; more > 0 {
		out = append(out[:mostStrangers], m.words.N("sheet.more-columns", more))
	}
	return strings.Join(out, " ")
}

// left are the numbers of the rows that are left out, once the row is in or out.
func (m exchangeModel) left(number int, in bool) []int {
	var out []int
	for _, r := range m.plan.Rows {
		if r.Number == number && !in || r.Number != number && r.State == spreadsheet.RowLeft {
			out = append(out, r.Number)
		}
	}
	return out
}

// all are the numbers of the rows that could do something.
func (m exchangeModel) all() []int {
	var out []int
	for _, r := range m.plan.Rows {
		if slices.Contains([]plan.RowState{plan.RowNew, plan.RowChanged, spreadsheet.RowLeft}, r.State) {
			out = append(out, r.Number)
		}
	}
	return out
}

// doLabel says what the button does.
func (m exchangeModel) doLabel() string {
	if m.plan.Count(plan.RowNew) > 0 {
		return m.words.N("sheet.take", m.plan.Does())
	}
	return m.words.N("sheet.change", m.plan.Does())
}

// ticks is how the box over all rows stands.
func (m exchangeModel) ticks() kit.Tick {
	does, left := m.plan.Does(), m.plan.Count(spreadsheet.RowLeft)
	switch {
	case does == 0 && left == 0:
		return kit.NoBox
	case left == 0:
		return kit.Ticked
	case does == 0:
		return kit.Empty
	}
	return kit.Mixed
}

// filters are the states that rows can be shown of, with how many there are.
func (m exchangeModel) filters() []kit.Choice {
	counts := map[plan.RowState]int{}
	total := 0
	for _, r := range m.plan.Rows {
		if would := wouldBe(r); would != plan.RowUnchanged {
			counts[would]++
			total++
		}
	}
	out := []kit.Choice{{Value: "", Label: m.words.T("sheet.all-rows", "n", total)}}
	for _, s := range []plan.RowState{plan.RowNew, plan.RowChanged, plan.RowRefused} {
		if counts[s] > 0 {
			out = append(out, kit.Choice{Value: string(s), Label: m.words.T("sheet.rows-"+string(s), "n", counts[s])})
		}
	}
	return out
}
