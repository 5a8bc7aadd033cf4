package exchange

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// Status is the overview of reviews as tables for a spreadsheet: a row for each
// document with the years of the overview, the registered needs, what the
// register lacks, and how many documents are in each state.
type Status struct {
	Register plan.Register
	Words    *i18n.Printer
	Overview review.Overview
	Now      time.Time
}

// statusCell is a text, a number or a day.
type statusCell struct {
	text   string
	number int
	isNum  bool
	day    plan.Date
}

func textCell(s string) statusCell      { return statusCell{text: s} }
func dayCell(d plan.Date) statusCell    { return statusCell{day: d} }
func numberCell(n int) statusCell       { return statusCell{number: n, isNum: true} }
func (c statusCell) isEmpty() bool      { return c == statusCell{} }
func headCells(h []string) []statusCell { return cellsOf(h, textCell) }

func cellsOf[T any](in []T, cell func(T) statusCell) []statusCell {
	var out []statusCell
	for _, x := range in {
		out = append(out, cell(x))
	}
	return out
}

// statusSheet is one table with its name.
type statusSheet struct {
	name string
	head []string
	rows [][]statusCell
}

// sheets are the tables; those without rows but the first are left out.
func (s Status) sheets() []statusSheet {
	out := []statusSheet{s.documents()}
	for _, x := range []statusSheet{s.counts(), s.needs(), s.prompts()} {
		if len(x.rows) > 0 {
			out = append(out, x)
		}
	}
	return out
}

func (s Status) version(row review.OverviewRow) (plan.Document, plan.Version) {
	d, _ := s.Register.Document(row.Document)
	if v, _, ok := s.Register.Current(d, s.Overview.On); ok {
		return d, v
	}
	return d, d.Latest()
}

func (s Status) state(x review.Standing) string { return s.Words.T("review." + string(x)) }

// documents is one row for each document, in Swedish or English order.
func (s Status) documents() statusSheet {
	t := s.Words.T
	sheet := statusSheet{name: t("status-table.documents"), head: []string{
		t("column.document"), t("status-table.kind"), t("column.version"), t("status-table.owner"), t("status-table.interval"),
		t("column.last-reviewed"), t("status-table.next"), t("column.status"), t("status-table.days"),
	}}
	for _, y := range s.Overview.Years {
		sheet.head = append(sheet.head, strconv.Itoa(y))
	}
	rows := slices.Clone(s.Overview.Rows)
	slices.SortStableFunc(rows, func(a, b review.OverviewRow) int {
		_, va := s.version(a)
		_, vb := s.version(b)
		return cmp.Or(s.Words.Compare(va.Head.Title, vb.Head.Title))
	})
	for _, row := range rows {
		d, v := s.version(row)
		cells := []statusCell{
			textCell(v.Head.Title), textCell(t("kind." + string(d.Kind))), textCell(v.Number()), textCell(v.Head.Owner),
			textCell(t("rule." + string(row.Rule))), dayCell(row.Last), dayCell(row.Next), textCell(s.state(row.Standing())), daysLeft(row),
		}
		sheet.rows = append(sheet.rows, append(cells, s.years(row)...))
	}
	return sheet
}

// daysLeft is how many days are left to the day by which the review is to be
// made, below 0 where it has passed; of one made late, how late it was made. A
// need has no such day.
func daysLeft(row review.OverviewRow) statusCell {
	switch d := row.Shown; {
	case !row.Owes || d.Rule == plan.R3:
	case d.State == review.Late || d.State == review.Deviation || d.State == review.DoneLate:
		return numberCell(-d.Days)
	case d.State.Pressing() || d.State == review.Upcoming:
		return numberCell(d.Days)
	}
	return statusCell{}
}

// years are the states of a row's years. A period's duty stands in every year of
// it.
func (s Status) years(row review.OverviewRow) []statusCell {
	out := make([]statusCell, len(s.Overview.Years))
	for _, span := range row.Spans {
		state := review.Standing(review.NotDue)
		if !span.Idle {
			state = span.Duty.Standing()
		}
		for i := span.From; i <= span.To; i++ {
			out[i] = textCell(s.state(state))
		}
	}
	return out
}

// counts is how many documents are in each state.
func (s Status) counts() statusSheet {
	sheet := statusSheet{name: s.Words.T("status-table.counts"), head: []string{s.Words.T("column.status"), s.Words.T("status-table.count")}}
	n := map[review.Standing]int{}
	for _, row := range s.Overview.Rows {
		n[row.Standing()]++
	}
	for _, x := range review.Standings() {
		if n[x] > 0 {
			sheet.rows = append(sheet.rows, []statusCell{textCell(s.state(x)), numberCell(n[x])})
		}
	}
	return sheet
}

func (s Status) needs() statusSheet {
	t := s.Words.T
	sheet := statusSheet{name: t("status-table.needs"), head: []string{t("column.document"), t("status-table.need"), t("column.date"), t("column.status")}}
	for _, row := range s.Overview.Rows {
		_, v := s.version(row)
		for _, d := range row.Needs {
			sheet.rows = append(sheet.rows, []statusCell{textCell(v.Head.Title), textCell(d.Label), dayCell(d.Opens), textCell(s.state(d.Standing()))})
		}
	}
	return sheet
}

// prompts is what the register lacks.
func (s Status) prompts() statusSheet {
	t := s.Words.T
	sheet := statusSheet{name: t("prompt.missing-in-register"), head: []string{t("status-table.lacks"), t("cli.column.about"), t("column.date")}}
	for _, p := range review.Prompts(s.Register, s.Overview.On) {
		about := ""
		switch {
		case p.Assignment != "":
			a, _ := s.Register.Assignment(p.Assignment)
			about = a.Name
		case p.Document != "":
			_, v := s.version(review.OverviewRow{Document: p.Document})
			about = v.Head.Title
		default:
			if e, ok := s.Register.Entry(plan.ListPeriods, p.Period); ok {
				about = s.Register.EntryName(plan.ListPeriods, e)
			}
		}
		sheet.rows = append(sheet.rows, []statusCell{textCell(t("prompt." + string(p.Kind))), textCell(about), dayCell(p.Date)})
	}
	return sheet
}

// WriteCSV writes the documents as a Swedish spreadsheet opens them with a press:
// UTF-8 with byte order mark, semicolons, CRLF. A text that a spreadsheet would
// take for a formula has an apostrophe before it.
func (s Status) WriteCSV(w io.Writer) error {
	if _, err := io.WriteString(w, "\ufeff"); err != nil {
		return fmt.Errorf("write status: %w", err)
	}
	out := csv.NewWriter(w)
	out.Comma, out.UseCRLF = ';', true
	sheet := s.documents()
	for _, row := range append([][]statusCell{headCells(sheet.head)}, sheet.rows...) {
		var line []string
		for _, c := range row {
			line = append(line, c.plain())
		}
		if err := out.Write(line); err != nil {
			return fmt.Errorf("write status: %w", err)
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return fmt.Errorf("write status: %w", err)
	}
	return nil
}

// plain is the cell as text.
func (c statusCell) plain() string {
	switch {
	case c.isNum:
		return strconv.Itoa(c.number)
	case !c.day.IsZero():
		return c.day.String()
	}
	return harmless(c.text)
}

// harmless puts an apostrophe before a text that a spreadsheet would take for a
// formula.
func harmless(s string) string {
	if s != "" && strings.ContainsAny(s[:1], "=+-@\t\r\n") {
		return "'" + s
	}
	return s
}
