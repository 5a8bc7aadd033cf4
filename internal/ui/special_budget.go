package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// sumLine is a row of the sums: a label and figures, in the order of the columns.
type sumLine struct {
	label   string
	figures []string
	total   bool
}

// sumsModel are the sums of a budget in words.
type sumsModel struct {
	columns []string
	lines   []sumLine
	compare []sumLine // against the activities, each with one figure
	state   kit.State // how the difference stands; no word where there is nothing to compare
}

// sumsOf writes the sums out. A column in which nothing is told is left out.
func sumsOf(f *form, s plan.BudgetSums) sumsModel {
	w := f.desk.words
	kr := func(n plan.Number) string { return w.Number(float64(n.Round())) }
	type column struct {
		word string
		of   func(plan.BudgetYear) plan.Number
	}
	var cols []column
	for _, c := range []column{
		{"budget.amount", func(y plan.BudgetYear) plan.Number { return y.Amount }},
		{"budget.hours", func(y plan.BudgetYear) plan.Number { return y.Hours }},
		{"budget.cost", func(y plan.BudgetYear) plan.Number { return y.Cost }},
	} {
		if c.word == "budget.amount" || c.of(s.Total) != 0 {
			cols = append(cols, c)
		}
	}
	var m sumsModel
	line := func(label string, y plan.BudgetYear, total bool) {
		l := sumLine{label: label, total: total}
		for _, c := range cols {
			l.figures = append(l.figures, kr(c.of(y)))
		}
		m.lines = append(m.lines, l)
	}
	for _, c := range cols {
		m.columns = append(m.columns, w.T(c.word))
	}
	for _, y := range s.Years {
		label := strconv.Itoa(y.Year)
		if y.Year == 0 {
			label = w.T("budget.no-year")
		}
		line(label, y, false)
	}
	line(w.T("budget.total"), s.Total, true)
	if s.Activities {
		m.compareWith(f, s, kr)
	}
	return m
}

// compareWith sets the budget against what the activities have been given and
// have cost.
func (m *sumsModel) compareWith(f *form, s plan.BudgetSums, kr func(plan.Number) string) {
	w := f.desk.words
	left := s.Left()
	m.compare = []sumLine{
		{label: w.T("budget.activities"), figures: []string{kr(s.Planned)}},
		{label: w.T("budget.activities-cost"), figures: []string{kr(s.Spent)}},
		{label: w.T("budget.difference"), figures: []string{signed(left, kr)}, total: true},
	}
	switch {
	case left < 0:
		m.state = kit.State{Symbol: assets.StateUrgent, Word: w.T("budget.over"), Family: kit.Urgent}
	case left > 0:
		m.state = kit.State{Symbol: assets.StateRing, Word: w.T("budget.left"), Family: kit.Neutral}
	default:
		m.state = kit.State{Symbol: assets.StateDone, Word: w.T("budget.even"), Family: kit.Done}
	}
}

// signed writes a number with its sign, a minus as a minus sign.
func signed(n plan.Number, kr func(plan.Number) string) string {
	switch {
	case n > 0:
		return "+" + kr(n)
	case n < 0:
		return "−" + kr(-n)
	}
	return kr(n)
}

// budgetSums shows the sums of a budget.
func (f *form) budgetSums(p plan.Path) *special {
	card := kit.NewCard(f.desk.words.T("field.budget-sums"), kit.Spring())
	return &special{object: card, show: func() {
		rows := f.rowsOf(p)
		s := plan.BudgetSumsOf(f.source.content())
		card.SetBody(sumsObject(sumsOf(f, s)))
		shownWhere(card, len(rows) > 0 || s.Activities)
	}}
}

const figureWidth = 104

func sumsObject(m sumsModel) fyne.CanvasObject {
	rows := []fyne.CanvasObject{figureRow("", m.columns, kit.CaptionStrong, kit.ColorText2)}
	for _, l := range m.lines {
		rows = append(rows, figureRow(l.label, l.figures, lineStyle(l), kit.ColorText))
	}
	for _, l := range m.compare {
		// The figure stands under the amounts, the first column.
		figures := make([]string, len(m.columns))
		copy(figures, l.figures)
		rows = append(rows, figureRow(l.label, figures, lineStyle(l), kit.ColorText))
	}
	if m.state.Word != "" {
		rows = append(rows, kit.Pad(kit.Insets{Top: 7, Right: 16, Bottom: 8, Left: 16}, kit.Bar(0, kit.NewPill(m.state), kit.Spring())))
	}
	return kit.NewRows(true, rows...)
}

func lineStyle(l sumLine) kit.Style {
	if l.total {
		return kit.DenseStrong
	}
	return kit.Dense
}

func figureRow(label string, figures []string, style kit.Style, ink fyne.ThemeColorName) fyne.CanvasObject {
	widths := []float32{0}
	objects := []fyne.CanvasObject{kit.NewText(label, style, ink).Elastic()}
	for _, s := range figures {
		widths = append(widths, figureWidth)
		objects = append(objects, kit.NewText(s, style, ink).AlignEnd())
	}
	return kit.Pad(kit.Insets{Top: 7, Right: 16, Bottom: 7, Left: 16}, kit.Columns(8, widths, objects...))
}
