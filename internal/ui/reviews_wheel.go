package ui

import (
	"slices"
	"strconv"
	"time"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// yearDay is a day of the annual wheel.
type yearDay struct {
	day    plan.Date
	words  string
	symbol assets.Icon
	family kit.Family
}

// yearDays are what happens in a year: the planning window, the meetings with
// their stop dates, and mandate periods that begin or end, in their order.
func yearDays(p *i18n.Printer, r plan.Register, year int) []yearDay {
	var out []yearDay
	add := func(day plan.Date, symbol assets.Icon, family kit.Family, words string) {
		if day.Year == year && !day.IsZero() {
			out = append(out, yearDay{day, words, symbol, family})
		}
	}
	for _, y := range []int{year - 1, year} {
		c := r.Cycle(y)
		add(c.Opens, assets.StateHalf, kit.Due, p.T("wheel.opens", "year", c.Year))
		add(c.Closes, assets.StateUrgent, kit.Urgent, p.T("wheel.closes", "year", c.Year))
	}
	for _, m := range r.Meetings() {
		e, _ := r.Entry(plan.ListBodies, m.Body)
		body := e.Fields.Text(plan.KeyName)
		add(m.Date, assets.StateRing, kit.Active, p.T("wheel.meeting", "body", body))
		add(m.Stop, assets.StatePaused, kit.Neutral, p.T("wheel.stop", "body", body, "date", p.DayMonth(i18n.Day(m.Date))))
	}
	for _, x := range r.Periods() {
		add(x.Start, assets.StateDeviation, kit.Deviation, p.T("wheel.period-starts", "period", x.Name))
		add(x.End, assets.StateDeviation, kit.Deviation, p.T("wheel.period-ends", "period", x.Name))
	}
	slices.SortStableFunc(out, func(a, b yearDay) int { return a.day.Compare(b.day) })
	return out
}

// wheelOf is the figure of the year.
func wheelOf(p *i18n.Printer, r plan.Register, days []yearDay, year int, today plan.Date) kit.WheelYear {
	first := plan.NewDate(year, time.January, 1)
	length := float64(first.DaysUntil(plan.NewDate(year+1, time.January, 1)))
	part := func(d plan.Date) float64 { return min(1, max(0, float64(first.DaysUntil(d))/length)) }
	w := kit.WheelYear{Year: strconv.Itoa(year), Today: -1}
	for i := range w.Months {
		m := time.Month(i + 1)
		w.Months[i], w.Ends[i] = p.MonthShort(m), part(plan.NewDate(year, m+1, 1))
	}
	w.Ends[11] = 1
	for _, y := range []int{year - 1, year} {
		if c := r.Cycle(y); c.Closes.Year >= year && c.Opens.Year <= year {
			w.Spans = append(w.Spans, kit.WheelSpan{From: part(c.Opens), To: part(c.Closes.AddDays(1))})
		}
	}
	for _, d := range days {
		if d.symbol == assets.StateRing || d.symbol == assets.StateDeviation {
			w.Marks = append(w.Marks, kit.WheelMark{At: part(d.day), Symbol: d.symbol, Family: d.family})
		}
	}
	if today.Year == year {
		w.Today = part(today)
	}
	return w
}

// yearStates are how many of the reviews that are due in the year stand how.
func yearStates(p *i18n.Printer, o outlook, year int) []kit.State {
	var due []review.Duty
	for _, d := range o.duties() {
		if d.Due.Year == year && d.Rule != plan.R3 {
			due = append(due, d)
		}
	}
	counts := review.Counts(due)
	var out []kit.State
	for _, s := range review.Standings() {
		if look := dutyLooks[s.State()]; counts[s] > 0 {
			out = append(out, kit.State{Symbol: look.symbol, Family: look.family, Detail: p.Int(counts[s]) + " " + p.T("review."+string(s))})
		}
	}
	return out
}

// wheelCard shows the year as a wheel with its days in words beside it.
func wheelCard(d *desk, year int, turn func(year int)) fyne.CanvasObject {
	p, r := d.words, d.register()
	days := yearDays(p, r, year)
	var rows []fyne.CanvasObject
	for _, x := range days {
		note := ""
		if x.day == d.today() {
			note = p.T("wheel.today")
		}
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
			Symbol: x.symbol, SymbolInk: x.family.Ink(), Title: x.words, Caption: p.ISO(i18n.Day(x.day)), Note: note,
		}))
	}
	if len(rows) == 0 {
		rows = []fyne.CanvasObject{kit.Pad(kit.Around(16), kit.NewText(p.T("wheel.nothing"), kit.Body, kit.ColorText2))}
	}
	parts := []fyne.CanvasObject{kit.NewWheel(wheelOf(p, r, days, year, d.today()))}
	if states := yearStates(p, d.outlook(), year); len(states) > 0 {
		parts = append(parts, kit.NewLegend(states...))
	}
	figure := kit.NewCard(p.T("wheel.title", "year", year), kit.Pad(kit.Around(16), kit.Column(10, parts...)))
	figure.SetActions(
		kit.NewIconButton(assets.IconChevronLeft, 26, p.T("wheel.earlier"), func() { turn(year - 1) }),
		kit.NewIconButton(assets.IconChevronRight, 26, p.T("wheel.later"), func() { turn(year + 1) }),
	)
	list := kit.NewCard(p.T("wheel.days"), kit.NewRows(true, rows...))
	list.SetCount(strconv.Itoa(len(days)))
	return kit.Columns(16, []float32{440, 0}, kit.Column(0, figure), kit.Column(0, list))
}
