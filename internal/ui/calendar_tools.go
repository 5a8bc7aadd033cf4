package ui

import (
	"math"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// usualMonths are in sight until a person chooses.
const usualMonths = 7

// calendarSpans are the times that the timeline shows, from near to far, in months.
func calendarSpans() []int { return []int{1, 3, 7, 12, 24, 48} }

// calendarTools are the filter and what turns the timeline.
type calendarTools struct {
	of     *calendarView
	plan   *kit.Select
	who    *kit.Select
	to     *kit.Select
	by     *kit.Select
	state  *kit.Select
	text   *kit.Entry
	clear  *kit.Button
	back   *kit.IconButton
	ahead  *kit.IconButton
	span   *kit.Select
	end    *fyne.Container
	object *fyne.Container
}

func newCalendarTools(v *calendarView) *calendarTools {
	w := v.desk.words
	t := &calendarTools{of: v}
	choose := func(key string, set func(string)) *kit.Select {
		return kit.NewSelect("", nil, func(value string) { set(value); v.filter() }).WithPrefix(w.T(key) + " ").AtMost(172)
	}
	f := &v.memory.filter
	t.plan = choose("calendar.plan", func(s string) { f.plan = plan.ID(s) })
	t.who = choose("calendar.responsible", func(s string) { f.responsible = s })
	t.to = choose("calendar.audience", func(s string) { f.audience = s })
	t.by = choose("calendar.channel", func(s string) { f.channel = s })
	t.state = choose("calendar.status", func(s string) { f.status = s })
	t.text = kit.NewEntry(v.desk.kit, w.T("calendar.find"), nil).Filter(assets.IconSearch).OnTyped(func(s string) { f.text = s; v.filter() })
	t.clear = kit.NewButton(kit.Link, w.T("calendar.clear"), v.clear)
	t.back = kit.NewIconButton(assets.IconChevronLeft, 30, w.T("calendar.back"), func() { v.step(-1) })
	t.ahead = kit.NewIconButton(assets.IconChevronRight, 30, w.T("calendar.ahead"), func() { v.step(1) })
	t.span = kit.NewSelect("", t.spans(), func(value string) {
		for i, c := range t.spans() {
			if c.Value == value {
				v.zoomTo(calendarSpans()[i])
			}
		}
	}).WithPrefix("")
	t.end = kit.Bar(10, t.back, kit.NewButton(kit.Outlined, w.T("calendar.today"), v.toToday), t.ahead, kit.Fixed(104, 0, t.span))
	t.object = kit.Flow(12, t.end, t.plan, t.who, t.to, t.by, t.state, kit.Fixed(140, 30, t.text), t.clear)
	return t
}

func (t *calendarTools) spans() []kit.Choice {
	w := t.of.desk.words
	var out []kit.Choice
	for _, n := range calendarSpans() {
		label := w.N("calendar.months", n)
		if n%12 == 0 {
			label = w.N("calendar.years", n/12)
		}
		out = append(out, kit.Choice{Value: label, Label: label})
	}
	return out
}

// fill offers what there is to choose from.
func (t *calendarTools) fill() {
	f := t.of.memory.filter
	c := calendarChoicesOf(t.of.desk.words, t.of.model.plans, t.of.model.channels, f)
	for _, x := range []struct {
		field   *kit.Select
		choices []kit.Choice
		value   string
	}{
		{t.plan, c.plans, string(f.plan)},
		{t.who, c.responsible, f.responsible},
		{t.to, c.audiences, f.audience},
		{t.by, c.channels, f.channel},
		{t.state, c.statuses, f.status},
	} {
		x.field.SetChoices(x.choices)
		x.field.SetValue(x.value)
	}
	if t.text.Text() != f.text {
		t.text.SetText(f.text)
	}
}

// turn shows what can be done now.
func (t *calendarTools) turn() {
	timeline := t.of.memory.mode == calendarTimeline
	for _, o := range []fyne.CanvasObject{t.back, t.ahead} {
		setVisible(o, timeline)
	}
	setVisible(t.end.Objects[3], timeline)
	setVisible(t.clear, !t.of.memory.filter.isZero())
	months := t.of.memory.months
	for i, n := range calendarSpans() {
		if n == months {
			t.span.SetValue(t.spans()[i].Value)
		}
	}
	t.end.Refresh()
	t.object.Refresh()
	t.of.frame.Refresh()
}

func setVisible(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}

// step scrolls by the unit of the head.
func (v *calendarView) step(by int) {
	v.timeline.Step(by)
	v.keepPlace()
}

// zoom is a step closer or further away.
func (v *calendarView) zoom(by int) {
	spans := calendarSpans()
	for i, n := range spans {
		if n == v.memory.months && i-by >= 0 && i-by < len(spans) {
			v.zoomTo(spans[i-by])
			return
		}
	}
}

func (v *calendarView) zoomTo(months int) {
	v.memory.months = months
	v.timeline.Zoom(float64(months))
	v.keepPlace()
	v.tools.turn()
}

func (v *calendarView) keepPlace() { v.memory.left, v.memory.placed = v.timeline.Left(), true }

// toToday shows today with less before it than after.
func (v *calendarView) toToday() {
	if v.memory.mode == calendarMonths {
		v.listToday()
		return
	}
	v.timeline.View(v.usualLeft(), float64(v.memory.months))
	v.keepPlace()
}

// usualLeft is the month that the timeline begins with where today is in sight.
func (v *calendarView) usualLeft() kit.TimelineDay {
	d := v.desk.today()
	d = plan.NewDate(d.Year, d.Month, 1).AddMonths(-int(math.Round(float64(v.memory.months) * 0.3)))
	if v.memory.months > 12 {
		d = plan.NewDate(d.Year, (d.Month-1)/3*3+1, 1)
	}
	return timelineDay(d)
}
