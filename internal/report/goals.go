package report

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// goals prints the goals with how far they have come, then how they are measured,
// then the results year by year.
func (p *paper) goals(f plan.Field, v plan.Value, caption string) []Block {
	out := []Block{p.goalTable(f, v, caption)}
	if t, ok := p.measuring(f, v); ok {
		out = append(out, t)
	}
	if t, ok := p.goalResults(f, v); ok {
		out = append(out, t)
	}
	return out
}

// goalCode is how a goal is named in a table: its code, else its place.
func goalCode(r plan.Row, i int) string {
	if s := r.Cells.Text(plan.KeyCode); s != "" {
		return s
	}
	return strconv.Itoa(i + 1)
}

func (p *paper) goalTable(f plan.Field, v plan.Value, caption string) Table {
	w := p.Words
	t := p.newTable(caption,
		Column{Head: w.T("print.goal"), Fixed: true}, Column{Head: w.T("print.goal-text")},
		Column{Head: p.word(f, plan.KeyBaseline), Align: Decimal, Fixed: true}, Column{Head: p.word(f, plan.KeyTarget), Align: Decimal, Fixed: true},
		Column{Head: w.T("print.result"), Align: Decimal, Fixed: true}, Column{Head: w.T("goal.attainment"), Fixed: true, Width: 37})
	t.Hanging = true
	recorded := p.recorded()
	for i, r := range v.Rows() {
		a := plan.AttainmentOf(r.Cells, recorded[r.ID]...)
		result := ""
		if a.Known {
			result = w.Number(a.Result.Float())
		}
		t.Rows = append(t.Rows, TableRow{Cells: []Cell{
			{Text: Plain(goalCode(r, i))},
			{Text: Plain(r.Cells.Text(plan.KeyText)), Second: Plain(joined(", ", r.Cells.Text(plan.KeyIndicator), r.Cells.Text(plan.KeyUnit)))},
			{Text: Plain(p.said(f, plan.KeyBaseline, r))},
			{Text: Plain(p.said(f, plan.KeyTarget, r))},
			{Text: Plain(result)},
			p.attainment(r.Cells, a),
		}})
	}
	return t
}

// recorded are the results beside the plan that this version is followed up by:
// none of a draft, nor of a version that another has followed.
func (p *paper) recorded() map[plan.ID][]plan.GoalResult {
	as := p.Register.Adoptions(p.subject.Document.ID)
	if len(as) == 0 || as[len(as)-1].Version != p.subject.Version.ID {
		return nil
	}
	return p.Register.GoalResults(p.subject.Document.ID, p.Today)
}

// attainment is how far a goal has come: a bar with the percentage, and the state
// in a word below. Rounded down, so that almost reached is not said to be reached.
func (p *paper) attainment(goal plan.Content, a plan.Attainment) Cell {
	w := p.Words
	if !a.Known {
		word := w.T("goal.no-result")
		switch day := goal.Get(plan.KeyBaselineLater).Date(); {
		case goal.Get(plan.KeyTarget).IsZero():
			word = w.T("goal.no-target")
		case goal.Get(plan.KeyBaseline).IsZero() && !day.IsZero():
			word = w.T("goal.measured-by", "date", w.ISO(i18n.Day(day)))
		}
		return Cell{Text: Text{{Text: word, Symbol: Ring}}}
	}
	percent := strings.Replace(strconv.Itoa(int(math.Floor(a.Share*100+1e-9))), "-", "−", 1)
	state := Span{Text: w.T("goal.partly-reached"), Symbol: Half}
	switch {
	case a.Reached:
		state = Span{Text: w.T("goal.reached"), Symbol: DiscCheck}
	case a.Share < 0:
		state = Span{Text: w.T("goal.below-baseline"), Symbol: Diamond, Bold: true}
	case a.Share == 0:
		state = Span{Text: w.T("goal.none"), Symbol: Dash}
	}
	return Cell{Bar: &Bar{Share: a.Share}, Text: Text{{Text: w.T("goal.percent", "percent", percent), Bold: true}}, Second: Text{state}}
}

// measuring tells of each goal what it contributes to and how it is followed;
// false where nothing is said of any.
func (p *paper) measuring(f plan.Field, v plan.Value) (Table, bool) {
	w := p.Words
	said := false
	var rows []TableRow
	for i, r := range v.Rows() {
		base := joined(", ", p.said(f, plan.KeyBaselineDate, r), p.said(f, plan.KeyBaselineSource, r))
		if base != "" {
			base = p.word(f, plan.KeyBaseline) + ": " + base
		}
		if day := p.said(f, plan.KeyBaselineLater, r); day != "" {
			base = joined(". ", base, p.word(f, plan.KeyBaselineLater)+" "+day)
		}
		cells := []Cell{
			{Text: Plain(goalCode(r, i))},
			{Text: Plain(p.said(f, plan.KeyDirection, r)), Second: Plain(p.said(f, plan.KeyLevel, r))},
			{Text: Plain(p.said(f, plan.KeyAudience, r)), Second: Plain(p.said(f, plan.KeyLadder, r))},
			{Text: Plain(p.said(f, plan.KeyMethod, r)), Second: Plain(base)},
			{Text: Plain(p.said(f, plan.KeyTargetDate, r))},
			{Text: Plain(p.said(f, plan.KeyResponsible, r))},
		}
		for _, c := range cells[1:] {
			said = said || len(c.Text) > 0 || len(c.Second) > 0
		}
		rows = append(rows, TableRow{Cells: cells})
	}
	if !said {
		return Table{}, false
	}
	t := p.newTable(w.T("print.measuring"),
		Column{Head: w.T("print.goal"), Fixed: true}, Column{Head: p.word(f, plan.KeyDirection)}, Column{Head: p.word(f, plan.KeyAudience)},
		Column{Head: p.word(f, plan.KeyMethod)}, Column{Head: p.word(f, plan.KeyTargetDate), Fixed: true}, Column{Head: p.word(f, plan.KeyResponsible)})
	t.Hanging, t.Rows = true, rows
	return t, true
}

// goalResults lists the results that the plan itself tells: a row for each goal, a
// column for each year, with the day below, and what is noted last.
func (p *paper) goalResults(f plan.Field, v plan.Value) (Table, bool) {
	var years []plan.Number
	for _, r := range v.Rows() {
		for _, x := range r.Cells.Get(plan.KeyResults).Rows() {
			if y := x.Cells.Get(plan.KeyYear).Number(); !slices.Contains(years, y) {
				years = append(years, y)
			}
		}
	}
	if len(years) == 0 {
		return Table{}, false
	}
	slices.Sort(years)
	t := p.newTable(p.word(f, plan.KeyResults), Column{Head: p.Words.T("print.goal"), Fixed: true})
	for _, y := range years {
		head := y.String()
		if y == 0 {
			head = p.Words.T("print.no-year")
		}
		t.Columns = append(t.Columns, Column{Head: head, Align: Right, Fixed: true})
	}
	note := column(column(plan.PathTo(f.Key), plan.KeyResults), plan.KeyNote)
	t.Columns = append(t.Columns, Column{Head: p.label(note)})
	t.Hanging = true
	for i, r := range v.Rows() {
		results := r.Cells.Get(plan.KeyResults).Rows()
		if len(results) == 0 {
			continue
		}
		row := TableRow{Cells: make([]Cell, len(t.Columns))}
		row.Cells[0].Text = Plain(goalCode(r, i))
		var notes []string
		for _, x := range results {
			at := slices.Index(years, x.Cells.Get(plan.KeyYear).Number()) + 1
			cell := &row.Cells[at]
			cell.Text = Plain(joined("; ", cell.Text.String(), p.number(x.Cells.Get(plan.KeyResult))))
			cell.Second = Plain(joined("; ", cell.Second.String(), p.iso(x.Cells.Get(plan.KeyDate).Date())))
			if s := x.Cells.Text(plan.KeyNote); s != "" {
				notes = append(notes, t.Columns[at].Head+": "+s)
			}
		}
		row.Cells[len(row.Cells)-1].Text = Plain(strings.Join(notes, ". "))
		t.Rows = append(t.Rows, row)
	}
	return t, true
}

func (p *paper) number(v plan.Value) string {
	if v.IsZero() {
		return ""
	}
	return p.Words.Number(v.Number().Float())
}

// joined puts what there is together.
func joined(by string, parts ...string) string {
	var out []string
	for _, s := range parts {
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, by)
}
