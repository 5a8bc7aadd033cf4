package ui

import (
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// goalLine is a goal as its degree of attainment is shown.
type goalLine struct {
	name    string
	way     string // from the baseline over the results to the target
	share   float64
	percent string
	state   kit.State
}

// goalLineOf writes a goal's attainment out.
func goalLineOf(w *i18n.Printer, name string, goal plan.Content, recorded []plan.GoalResult) goalLine {
	a := plan.AttainmentOf(goal, recorded...)
	l := goalLine{name: name, way: goalWay(w, goal, recorded), share: a.Share, percent: "–"}
	if a.Known {
		// Rounded down, so that almost reached is not said to be reached.
		l.percent = w.T("goal.percent", "percent", strings.Replace(strconv.Itoa(int(math.Floor(a.Share*100+1e-9))), "-", "−", 1))
	}
	switch {
	case !a.Known && goal.Get(plan.KeyTarget).IsZero():
		l.state = kit.State{Symbol: assets.StateRing, Word: w.T("goal.no-target"), Family: kit.Neutral}
	case !a.Known:
		l.state = kit.State{Symbol: assets.StateRing, Word: w.T("goal.no-result"), Family: kit.Neutral}
	case a.Reached:
		l.state = kit.State{Symbol: assets.StateDone, Word: w.T("goal.reached"), Family: kit.Done}
	case a.Share < 0:
		l.state = kit.State{Symbol: assets.StateUrgent, Word: w.T("goal.backwards"), Family: kit.Urgent}
	case a.Share == 0:
		l.state = kit.State{Symbol: assets.StateDash, Word: w.T("goal.none"), Family: kit.Neutral}
	default:
		l.state = kit.State{Symbol: assets.StateHalf, Word: w.T("goal.partly"), Family: kit.Active}
	}
	return l
}

// goalWay writes baseline, results by year and target on one line.
func goalWay(w *i18n.Printer, goal plan.Content, recorded []plan.GoalResult) string {
	number := func(n plan.Number) string { return w.Number(n.Float()) }
	var parts []string
	if v := goal.Get(plan.KeyBaseline); !v.IsZero() {
		parts = append(parts, w.T("goal.from", "value", number(v.Number())))
	} else if plan.AttainmentOf(goal, recorded...).Assumed {
		parts = append(parts, w.T("goal.from-zero"))
	}
	for _, y := range plan.ResultsOf(goal, recorded...) {
		parts = append(parts, w.T("goal.year", "year", strconv.Itoa(y.Year), "value", number(y.Result)))
	}
	if v := goal.Get(plan.KeyTarget); !v.IsZero() {
		parts = append(parts, w.T("goal.to", "value", number(v.Number())))
	}
	line := strings.Join(parts, " · ")
	if unit := goal.Text(plan.KeyUnit); unit != "" && line != "" {
		line += " (" + unit + ")"
	}
	return line
}

// goalAttainment shows how far every goal has come.
func (f *form) goalAttainment(x plan.Field, p plan.Path) *special {
	card := kit.NewCard(f.desk.words.T("goal.attainment"), kit.Spring())
	return &special{object: card, show: func() {
		var rows []fyne.CanvasObject
		reached := 0
		list := f.rowsOf(p)
		about := f.source.subject()
		recorded := about.Register.GoalResults(about.Document.ID, about.Today)
		for i, r := range list {
			if plan.AttainmentOf(r.Cells, recorded[r.ID]...).Reached {
				reached++
			}
			rows = append(rows, goalObject(goalLineOf(f.desk.words, f.rowName(x, r, i), r.Cells, recorded[r.ID])))
		}
		card.SetBody(kit.NewRows(true, rows...))
		card.SetCaption(f.desk.words.T("count.reached-of", "n", reached, "total", len(list)))
		shownWhere(card, len(list) > 0)
	}}
}

func goalObject(l goalLine) fyne.CanvasObject {
	name := kit.Column(1, kit.NewText(l.name, kit.Dense, kit.ColorText).Elastic())
	if l.way != "" {
		name.Add(kit.NewText(l.way, kit.Caption, kit.ColorText2).Elastic())
	}
	figures := kit.Bar(10,
		kit.NewShareBar().Set(l.share, l.state.Family),
		kit.Fixed(48, 0, kit.NewText(l.percent, kit.DenseStrong, kit.ColorText).AlignEnd()),
		kit.Fixed(148, 0, kit.NewPill(l.state)),
	)
	return kit.Pad(kit.Insets{Top: 7, Right: 16, Bottom: 7, Left: 16}, kit.QuestionRow(name, figures, nil))
}

// shownWhere shows a part that would say nothing only where it says something.
func shownWhere(o fyne.CanvasObject, says bool) {
	if says {
		o.Show()
		return
	}
	o.Hide()
}
