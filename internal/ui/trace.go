package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// traceView shows how a plan hangs together, in place of its form: a row for each
// goal, from direction to activities, and what leads nowhere.
type traceView struct {
	view   *documentView
	body   *kit.ScrollBox
	whole  map[string]bool // cells of which all is shown, by goal and column
	object fyne.CanvasObject
}

// mostEnds is how many things a cell names until the person asks for all.
const mostEnds = 6

// traceModel is what the view shows.
type traceModel struct {
	columns []string
	main    plan.TraceEnd // stands where an audience has no message of its own
	rows    []traceRow
	loose   []traceLoose
}

// traceRow is the chain of one goal: in each column what stands there; a column
// with nothing is unlinked.
type traceRow struct {
	goal  plan.TraceEnd
	cells [][]plan.TraceEnd // direction, audience, messages, activities
}

// traceLoose are ends of one kind that nothing leads to.
type traceLoose struct {
	title string
	ends  []plan.TraceEnd
}

// traceModelOf makes the model of a plan.
func traceModelOf(d *desk, s plan.Subject) traceModel {
	w := d.words
	steps := "trace.activities"
	if s.Document.Kind == plan.PeriodPlan {
		steps = "trace.milestones"
	}
	m := traceModel{columns: []string{w.T("trace.direction"), w.T("trace.audience"), w.T("trace.messages"), w.T(steps)}}
	t := plan.TraceOf(s)
	m.main = t.Main
	one := func(e plan.TraceEnd) []plan.TraceEnd {
		if e.Name == "" {
			return nil
		}
		return []plan.TraceEnd{e}
	}
	for _, l := range t.Lines {
		m.rows = append(m.rows, traceRow{l.Goal, [][]plan.TraceEnd{one(l.Direction), one(l.Audience), l.Messages, l.Activities}})
	}
	for _, x := range []traceLoose{
		{w.T("trace.loose-directions"), t.Directions}, {w.T("trace.loose-audiences"), t.Audiences}, {w.T("trace.loose-messages"), t.Unaddressed}, {w.T(steps + "-loose"), t.Activities},
	} {
		if len(x.ends) > 0 {
			m.loose = append(m.loose, x)
		}
	}
	return m
}

func newTraceView(v *documentView) *traceView {
	w := v.desk.words
	t := &traceView{view: v, body: kit.NewScrollBox(kit.Spring()), whole: map[string]bool{}}
	back := kit.NewButton(kit.Quiet, w.T("compare.back"), v.closeAside).WithIcon(assets.IconChevronLeft)
	title := kit.NewText(w.T("trace.title"), kit.BodyStrong, kit.ColorText)
	t.object = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{
		Top: kit.Pad(kit.Insets{Top: 12, Right: 20, Bottom: 12, Left: 20}, kit.Bar(12, back, title, kit.Spring())),
	}, t.body))
	return t
}

func (t *traceView) front() fyne.CanvasObject { return t.object }

// show makes the view anew.
func (t *traceView) show() {
	m := traceModelOf(t.view.desk, t.view.about)
	w := t.view.desk.words
	var parts []fyne.CanvasObject
	for _, x := range m.loose {
		var rows []fyne.CanvasObject
		for _, e := range x.ends {
			rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{Title: orDash(e.Name), Open: func() { t.view.openFrom(e.Path) }}))
		}
		card := kit.NewCard(x.title, kit.NewRows(true, rows...))
		card.SetCount(w.Int(len(x.ends)))
		parts = append(parts, card)
	}
	if len(m.rows) == 0 {
		parts = append(parts, kit.EmptyState(assets.StateRing, w.T("trace.no-goals"), w.T("trace.no-goals-hint"), nil))
	} else {
		parts = append([]fyne.CanvasObject{t.chains(m)}, parts...)
	}
	at := t.body.Offset()
	t.body.SetContent(kit.Pad(kit.Insets{Right: 20, Bottom: 24, Left: 20}, measured(measureTables, kit.Column(12, parts...))))
	t.body.ScrollTo(at)
}

// messagesColumn is that of the messages among a row's cells.
const messagesColumn = 2

// chains is the matrix of goals.
func (t *traceView) chains(m traceModel) fyne.CanvasObject {
	w := t.view.desk.words
	inset := kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}
	rows := []fyne.CanvasObject{kit.Pad(inset, kit.CellHead(w.T("trace.goal"), m.columns...))}
	for _, r := range m.rows {
		var cells []kit.CaptionedCell
		for i, ends := range r.cells {
			cell := t.ends(r.goal.Path.String()+"/"+m.columns[i], ends)
			if i == messagesColumn && len(ends) == 0 && m.main.Name != "" {
				cell = t.onlyMain(m.main)
			}
			cells = append(cells, kit.CaptionedCell{Caption: m.columns[i], Object: cell})
		}
		rows = append(rows, kit.Pad(inset, kit.CellRow(t.end(r.goal, kit.DenseStrong), cells...)))
	}
	return kit.NewCard("", kit.NewRows(true, rows...))
}

// ends are what a cell names, or that nothing is linked there.
func (t *traceView) ends(cell string, ends []plan.TraceEnd) fyne.CanvasObject {
	if len(ends) == 0 {
		return t.missing("trace.unlinked")
	}
	var out []fyne.CanvasObject
	for i, e := range ends {
		if i == mostEnds && !t.whole[cell] {
			more := kit.NewButton(kit.Link, t.view.desk.words.N("action.show-more", len(ends)-i), func() {
				t.whole[cell] = true
				t.show()
			})
			out = append(out, kit.Bar(0, more, kit.Spring()))
			break
		}
		out = append(out, t.end(e, kit.Dense))
	}
	return kit.Column(4, out...)
}

// onlyMain tells that nothing but the main message is said to an audience.
func (t *traceView) onlyMain(main plan.TraceEnd) fyne.CanvasObject {
	return kit.Column(4, t.missing("trace.main"), t.end(main, kit.Dense))
}

func (t *traceView) missing(word string) fyne.CanvasObject {
	state := kit.State{Symbol: assets.StateUrgent, Family: kit.Urgent, Word: t.view.desk.words.T(word)}
	return kit.Bar(0, kit.NewPill(state), kit.Spring())
}

// end names one thing; a press leads to it, where it stands in this plan.
func (t *traceView) end(e plan.TraceEnd, style kit.Style) fyne.CanvasObject {
	name := orDash(e.Name)
	if len(e.Path) == 0 {
		return kit.NewParagraph(name, style, kit.ColorText)
	}
	return kit.NewLinkParagraph(name, style, func() { t.view.openFrom(e.Path) })
}
