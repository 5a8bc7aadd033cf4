package report

import (
	"strconv"
	"strings"
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// wheel shows the year of the paper: when documents are reviewed, the last day of
// the mandate period, the meetings of each body, and today.
func (p *statusPaper) wheel() Wheel {
	year := strconv.Itoa(p.o.On.Year)
	w := Wheel{Caption: p.Words.T("status-paper.wheel", "year", year), Year: year}
	for i := range w.Months {
		w.Months[i] = p.Words.MonthShort(time.Month(i + 1))
	}
	said := []string{w.Caption}
	add := func(sign WheelSign, legend, words string) {
		w.Legend = append(w.Legend, WheelEntry{Sign: sign, Text: legend})
		said = append(said, words)
	}
	for _, c := range p.windows() {
		w.Spans = append(w.Spans, p.stretch(c))
		add(WheelFill, p.Words.T("status-paper.window", "span", p.shortSpan(c.Opens, c.Closes)),
			p.Words.T("status-paper.window", "span", p.Words.SpanInYear(i18n.Day(c.Opens), i18n.Day(c.Closes))))
	}
	for _, x := range p.Register.Periods() {
		if x.End.Year == p.o.On.Year {
			w.Marks = append(w.Marks, WheelMark{shareOfYear(x.End), WheelDiamond})
			add(WheelDiamond, p.Words.T("status-paper.period-ends", "date", p.shortDay(x.End)),
				p.Words.T("status-paper.period-ends", "date", p.Words.DayMonth(i18n.Day(x.End))))
		}
	}
	for _, b := range p.bodies() {
		var days []string
		for _, d := range b.days {
			w.Marks = append(w.Marks, WheelMark{shareOfYear(d), b.sign})
			days = append(days, p.Words.DayMonth(i18n.Day(d)))
		}
		add(b.sign, b.name, p.Words.T("status-paper.meetings", "body", b.name, "days", p.Words.List(days)))
		if n := len(w.Legend); n > 1 && w.Legend[n-2].Sign == b.sign {
			w.Legend = append(w.Legend[:n-2], WheelEntry{b.sign, w.Legend[n-2].Text + ", " + b.name})
		}
	}
	w.Marks = append(w.Marks, WheelMark{shareOfYear(p.o.On), WheelToday})
	add(WheelToday, p.Words.T("status-paper.today", "date", p.shortDay(p.o.On)),
		p.Words.T("status-paper.today", "date", p.Words.DayMonth(i18n.Day(p.o.On))))
	w.Alt = strings.Join(said, ". ") + "."
	return w
}

// windows are the review windows that touch the year: its own, and that of the
// year before where it closes in this one.
func (p *statusPaper) windows() []plan.Cycle {
	var out []plan.Cycle
	for _, y := range []int{p.o.On.Year - 1, p.o.On.Year} {
		c := p.Register.Cycle(y)
		if !c.Opens.IsZero() && !c.Closes.IsZero() && !c.Closes.Before(c.Opens) && (c.Opens.Year == p.o.On.Year || c.Closes.Year == p.o.On.Year) {
			out = append(out, c)
		}
	}
	return out
}

// stretch is the part of a window that lies in the year.
func (p *statusPaper) stretch(c plan.Cycle) WheelSpan {
	s := WheelSpan{From: 0, To: 1}
	if c.Opens.Year == p.o.On.Year {
		s.From = startOfDay(c.Opens)
	}
	if c.Closes.Year == p.o.On.Year {
		s.To = endOfDay(c.Closes)
	}
	return s
}

// shortSpan writes days of one year as "1 sep–30 nov", of two years in full.
func (p *statusPaper) shortSpan(from, to plan.Date) string {
	if from.Year != to.Year {
		return p.iso(from) + "–" + p.iso(to)
	}
	return p.shortDay(from) + "–" + p.shortDay(to)
}

// shortDay writes a day as "30 nov", which no line end divides.
func (p *statusPaper) shortDay(d plan.Date) string {
	return strings.ReplaceAll(p.Words.DayMonthShort(i18n.Day(d)), " ", "\u00a0")
}

// bodyDays are the meetings of a body in the year.
type bodyDays struct {
	name string
	sign WheelSign
	days []plan.Date
}

// bodies returns the bodies that meet in the year, in the order of the register.
// The last sign is shared by all that come after the others.
func (p *statusPaper) bodies() []bodyDays {
	var out []bodyDays
	signs := WheelKinds()
	for _, e := range p.Register.Entries(plan.ListBodies) {
		b := bodyDays{name: e.Fields.Text(plan.KeyName), sign: signs[min(len(out), len(signs)-1)]}
		for _, m := range p.Register.Meetings() {
			if m.Body == e.ID && m.Date.Year == p.o.On.Year {
				b.days = append(b.days, m.Date)
			}
		}
		if len(b.days) > 0 {
			out = append(out, b)
		}
	}
	return out
}

// shareOfYear is the middle of a day on a wheel whose months are alike.
func shareOfYear(d plan.Date) float64 { return (startOfDay(d) + endOfDay(d)) / 2 }

func startOfDay(d plan.Date) float64 {
	return (float64(d.Month-1) + float64(d.Day-1)/daysIn(d)) / 12
}

func endOfDay(d plan.Date) float64 { return (float64(d.Month-1) + float64(d.Day)/daysIn(d)) / 12 }

// daysIn is how many days the date's month has.
func daysIn(d plan.Date) float64 {
	return float64(time.Date(d.Year, d.Month+1, 0, 0, 0, 0, 0, time.UTC).Day())
}
