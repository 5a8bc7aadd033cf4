package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// riskLine is a risk as the matrix shows it.
type riskLine struct {
	id                      plan.ID
	number                  int // its place in the table
	name                    string
	likelihood, consequence int // 0 where it has not been told
}

// value is likelihood times consequence; 0 where one of them is not told.
func (l riskLine) value() int { return l.likelihood * l.consequence }

// riskLinesOf reads the risks in their order.
func riskLinesOf(f *form, x plan.Field, rows []plan.Row) []riskLine {
	var out []riskLine
	for i, r := range rows {
		out = append(out, riskLine{
			r.ID, i + 1, f.rowName(x, r, i), scaleOf(r.Cells.Get(plan.KeyLikelihood)), scaleOf(r.Cells.Get(plan.KeyConsequence)),
		})
	}
	return out
}

// inCell returns the risks of a cell.
func inCell(lines []riskLine, consequence, likelihood int) []riskLine {
	var out []riskLine
	for _, l := range lines {
		if l.consequence == consequence && l.likelihood == likelihood {
			out = append(out, l)
		}
	}
	return out
}

// riskEditor is the matrix of likelihood and consequence with the risks of the
// chosen cell.
type riskEditor struct {
	form                    *form
	field                   plan.Field
	path                    plan.Path
	lines                   []riskLine
	consequence, likelihood int // of the chosen cell
	heat                    *kit.Heat
	list                    *kit.Rows
	title                   *kit.Text
	object                  fyne.CanvasObject
}

func newRiskEditor(f *form, x plan.Field, p plan.Path) *riskEditor {
	w := f.desk.words
	e := &riskEditor{form: f, field: x, path: p}
	e.heat = kit.NewHeat(kit.HeatWords{X: w.T("risk.consequence"), Y: w.T("risk.likelihood"), Describe: e.describe}, e.choose)
	e.list = kit.NewRows(true)
	e.title = kit.NewText("", kit.Dense, kit.ColorText2).Elastic()
	var legend []fyne.CanvasObject
	for _, step := range []struct {
		word    string
		product int
	}{{"risk.low", 1}, {"risk.moderate", 5}, {"risk.high", 10}, {"risk.very-high", 15}} {
		legend = append(legend, kit.NewPill(kit.State{Word: w.T(step.word), Family: kit.HeatFamily(step.product)}))
	}
	legend = append(legend, kit.Spring())
	e.object = kit.NewCard(w.T("risk.matrix"), kit.Column(0,
		kit.Pad(kit.Around(16), kit.Column(8, e.heat, kit.Bar(8, legend...))),
		kit.NewDivider(),
		kit.Pad(kit.Insets{Top: 10, Right: 16, Bottom: 10, Left: 16}, e.title),
		e.list,
	))
	return e
}

func (e *riskEditor) describe(consequence, likelihood int) string {
	n := len(inCell(e.lines, consequence, likelihood))
	w := e.form.desk.words
	return w.T("risk.cell", "likelihood", likelihood, "consequence", consequence, "value", likelihood*consequence, "risks", w.N("count.risks", n))
}

func (e *riskEditor) choose(consequence, likelihood int) {
	e.consequence, e.likelihood = consequence, likelihood
	e.showList()
}

func (e *riskEditor) show() {
	e.lines = riskLinesOf(e.form, e.field, e.form.rowsOf(e.path))
	marks := map[[2]int][]string{}
	for _, l := range e.lines {
		if l.value() > 0 {
			at := [2]int{l.consequence, l.likelihood}
			marks[at] = append(marks[at], strconv.Itoa(l.number))
		}
	}
	e.heat.SetMarks(marks)
	e.showList()
}

// showList lists the risks of the chosen cell.
func (e *riskEditor) showList() {
	w := e.form.desk.words
	if e.consequence == 0 {
		e.title.SetText(w.T("risk.choose"))
		e.list.SetRows()
		return
	}
	e.title.SetText(e.describe(e.consequence, e.likelihood))
	var rows []fyne.CanvasObject
	for _, l := range inCell(e.lines, e.consequence, e.likelihood) {
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
			Title:   strconv.Itoa(l.number) + "  " + l.name,
			Caption: w.T("risk.values", "likelihood", orDashNumber(l.likelihood), "consequence", orDashNumber(l.consequence)),
			State:   riskState(e.form, l.value()), Pills: true,
			Open: func() { e.form.source.openRow(e.path.AtRow(l.id)) },
		}))
	}
	e.list.SetRows(rows...)
}

// riskState is the value of a risk with its word.
func riskState(f *form, value int) kit.State {
	w := f.desk.words
	word := ""
	switch family := kit.HeatFamily(value); {
	case value == 0:
		return kit.State{Word: w.T("risk.not-valued"), Family: kit.Neutral}
	case family == kit.Late:
		word = "risk.very-high"
	case family == kit.Urgent:
		word = "risk.high"
	case family == kit.Due:
		word = "risk.moderate"
	default:
		word = "risk.low"
	}
	return kit.State{Word: strconv.Itoa(value), Detail: w.T(word), Family: kit.HeatFamily(value)}
}

func orDashNumber(n int) string {
	if n == 0 {
		return "–"
	}
	return strconv.Itoa(n)
}
