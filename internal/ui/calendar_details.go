package ui

import (
	"cmp"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// detailWidth is designed.
const detailWidth = 288

// close puts the details away.
func (v *calendarView) close() {
	v.chosen = calendarChoice{}
	v.fillDetails()
}

// showMeeting shows the details of a meeting.
func (v *calendarView) showMeeting(id plan.ID) {
	v.at = calendarChoice{meeting: id}
	v.chosen = v.at
	v.fillDetails()
}

// fillDetails shows what is chosen as it now is.
func (v *calendarView) fillDetails() {
	if v.writing() {
		return
	}
	v.fields, v.pill = map[string]*kit.DateField{}, nil
	var parts []fyne.CanvasObject
	if v.chosen.meeting != "" {
		parts = v.meetingDetails(v.chosen.meeting)
	} else if row := v.model.rowOf(v.chosen.version, v.chosen.row); row >= 0 {
		if p, t := v.model.thing(row); t == nil {
			parts = v.planDetails(p, row)
		} else {
			parts = v.thingDetails(p, *t, row)
		}
	}
	if len(parts) == 0 {
		v.chosen = calendarChoice{}
		if v.pane.Visible() {
			v.pane.Hide()
			v.body.Refresh()
		}
		return
	}
	v.shown = v.chosen
	body := kit.NewScrollBox(kit.Pad(kit.Around(16), kit.Column(12, parts...)))
	v.pane.Objects = []fyne.CanvasObject{kit.Pad(kit.Insets{Left: 12}, kit.Fixed(detailWidth, 0, kit.NewCard("", body)))}
	v.pane.Show()
	v.pane.Refresh()
	v.body.Refresh()
}

// writing reports whether the keyboard is in a day of the details of what is chosen:
// then the days are shown where they stand, and nothing is taken from under it.
func (v *calendarView) writing() bool {
	at := v.desk.window.Canvas().Focused()
	inside := false
	for _, f := range v.fields {
		inside = inside || f.Focused(at)
	}
	_, t := v.current()
	if !inside || t == nil || v.pane.Visible() && v.shown != v.chosen {
		return false
	}
	from, to := t.days()
	for label, f := range v.fields {
		day := to
		if label == "calendar.first" {
			day = from
		}
		if f.Text() != day.String() {
			f.SetValue(day.String())
		}
	}
	v.pill.SetState(v.model.stateOf(*t))
	return true
}

// current is the thing that the details tell about; no thing where it is another.
func (v *calendarView) current() (*calendarPlan, *calendarThing) {
	return v.model.thing(v.model.rowOf(v.chosen.version, v.chosen.row))
}

// detailHead is the name of what is chosen, its state, and what closes the details.
func (v *calendarView) detailHead(name string, states ...kit.State) []fyne.CanvasObject {
	shut := kit.NewIconButton(assets.IconClose, 26, v.desk.words.T("action.close"), func() { v.close(); v.timeline.Focus() })
	out := []fyne.CanvasObject{kit.Columns(8, []float32{0, 26}, kit.NewParagraph(name, kit.Subheading, kit.ColorText), shut)}
	for i, s := range states {
		pill := kit.NewPill(s)
		if i == 0 {
			v.pill = pill
		}
		out = append(out, kit.Bar(0, pill, kit.Spring()))
	}
	return out
}

// fact is a caption over what it names; nothing where there is nothing to tell.
func fact(caption, value string) []fyne.CanvasObject {
	if value == "" {
		return nil
	}
	return []fyne.CanvasObject{kit.Column(1, kit.NewText(caption, kit.Caption, kit.ColorText2), kit.NewParagraph(value, kit.Body, kit.ColorText))}
}

func (v *calendarView) planDetails(p *calendarPlan, row int) []fyne.CanvasObject {
	w := v.desk.words
	states := []kit.State{statusState(w, p.status)}
	if !p.due.IsZero() {
		states = append(states, dutyState(w, p.duty))
	}
	out := v.detailHead(v.model.titleOf(p), states...)
	out = append(out, fact(w.T("column.kind"), w.T("kind."+string(p.kind)))...)
	if !p.due.IsZero() {
		out = append(out, fact(w.T("calendar.review"), i18n.Capital(w.T("duty.due", "date", w.Date(i18n.Day(p.due)))))...)
	}
	late := 0
	for _, t := range p.things {
		if t.activity().Late(v.model.today) {
			late++
		}
	}
	words := w.N("calendar.things", len(p.things))
	if late > 0 {
		words += ", " + w.N("count.late", late)
	}
	out = append(out, fact(w.T("calendar.contents"), words)...)
	buttons := []fyne.CanvasObject{kit.NewButton(kit.Primary, w.T("calendar.open-plan"), func() { v.openRow(row) })}
	if !p.due.IsZero() {
		id := p.document
		buttons = append(buttons, kit.NewButton(kit.Outlined, w.T("calendar.open-review"), func() { v.desk.open(place{room: roomReviews, review: id}) }))
	}
	return append(out, kit.Flow(8, nil, buttons...))
}

func (v *calendarView) thingDetails(p *calendarPlan, t calendarThing, row int) []fyne.CanvasObject {
	w := v.desk.words
	out := v.detailHead(v.model.thingRow(p, t).Title, v.model.stateOf(t))
	out = append(out, fact(w.T("calendar.plan-name"), v.model.titleOf(p))...)
	out = append(out, v.dayFields(p, t)...)
	if why := v.whyFixed(p); why != "" {
		out = append(out, kit.Columns(8, []float32{14, 0}, kit.NewIcon(assets.IconInfo, 14, kit.ColorText2), kit.NewParagraph(why, kit.Caption, kit.ColorText2)))
	}
	out = append(out, fact(w.T("calendar.responsible-name"), t.facts().responsible)...)
	out = append(out, fact(w.T("calendar.audience-name"), t.facts().audience)...)
	out = append(out, fact(w.T("calendar.channel-name"), v.model.channels[t.facts().channel])...)
	out = append(out, fact(w.T("calendar.hangs-on"), strings.Join(v.hangsOn(p, t), "\n"))...)
	buttons := []fyne.CanvasObject{kit.NewButton(kit.Primary, w.T("calendar.open"), func() { v.openRow(row) })}
	if follow := v.followUpOf(p, &t); follow != nil {
		buttons = append(buttons, kit.NewButton(kit.Outlined, w.T("calendar.follow-up"), follow))
	}
	return append(out, kit.Flow(8, nil, buttons...))
}

// hangsOn names what a thing hangs on.
func (v *calendarView) hangsOn(p *calendarPlan, t calendarThing) []string {
	w := v.desk.words
	var out []string
	for _, m := range v.meetings {
		if m.ID == t.facts().meeting {
			out = append(out, m.whole+", "+w.Date(i18n.Day(m.Date)))
		}
	}
	for _, id := range t.after() {
		for _, x := range p.things {
			if x.id == id {
				out = append(out, x.name)
			}
		}
	}
	return out
}

// dayFields are the days of a thing: to be written where they can be changed, else
// to be read.
func (v *calendarView) dayFields(p *calendarPlan, t calendarThing) []fyne.CanvasObject {
	w := v.desk.words
	from, to := t.days()
	if t.quarter > 0 || t.year || p.fixed != nil || v.desk.reads() {
		return fact(w.T("calendar.days"), i18n.Capital(v.model.spanWords(t)))
	}
	set := func(days func(from, to, d plan.Date) [2]plan.Date) func(plan.Date) bool {
		return func(d plan.Date) bool {
			p, t := v.current()
			if t == nil {
				return false
			}
			from, to := t.days()
			return v.reschedule(p, *t, days(cmp.Or(from, d), cmp.Or(to, d), d), false)
		}
	}
	if t.milestone {
		return []fyne.CanvasObject{v.dayField("column.date", to, set(func(_, _, d plan.Date) [2]plan.Date { return [2]plan.Date{d, d} }))}
	}
	first := v.dayField("calendar.first", from, set(func(_, to, d plan.Date) [2]plan.Date { return [2]plan.Date{d, laterOf(d, to)} }))
	last := v.dayField("calendar.last", to, set(func(from, _, d plan.Date) [2]plan.Date { return [2]plan.Date{earlierOf(d, from), d} }))
	return []fyne.CanvasObject{kit.Columns(8, []float32{0, 0}, first, last)}
}

func laterOf(a, b plan.Date) plan.Date {
	if a.After(b) {
		return a
	}
	return b
}

func earlierOf(a, b plan.Date) plan.Date {
	if a.After(b) {
		return b
	}
	return a
}

// dayField is a field for a day of what is chosen. One that is emptied, or that
// cannot be, has its day again.
func (v *calendarView) dayField(label string, day plan.Date, set func(plan.Date) bool) fyne.CanvasObject {
	about := v.chosen
	last := day
	var field *kit.DateField
	field = kit.NewDateField(v.desk.kit, v.desk.now, func(text string) {
		d, err := plan.ParseDate(text)
		switch {
		case about != v.chosen || v.fields[label] != field || d == last: // left behind, or as it was
		case err != nil || !set(d):
			field.SetValue(last.String())
		default:
			last = d
		}
	})
	field.SetValue(day.String())
	v.fields[label] = field
	return kit.NewField(v.desk.words.T(label), field)
}

func (v *calendarView) meetingDetails(id plan.ID) []fyne.CanvasObject {
	w := v.desk.words
	for _, m := range v.meetings {
		if m.ID != id {
			continue
		}
		out := v.detailHead(m.whole)
		if v.desk.reads() {
			out = append(out, fact(w.T("column.date"), i18n.Capital(w.WeekdayDate(i18n.Day(m.Date))))...)
		} else {
			out = append(out, v.dayField("column.date", m.Date, func(d plan.Date) bool { askMoveMeeting(v.desk, id, d); return true }))
		}
		e, _ := v.desk.register().Entry(plan.ListMeetings, id)
		out = append(out, fact(w.T("calendar.when-where"), strings.Trim(e.Fields.Text(plan.KeyTime)+", "+e.Fields.Text(plan.KeyPlace), ", "))...)
		out = append(out, fact(w.T("packet.stop-date"), w.Date(i18n.Day(m.Stop)))...)
		out = append(out, fact(w.T("packet.dispatch-date"), w.Date(i18n.Day(m.Dispatch)))...)
		out = append(out, fact(w.T("calendar.hanging"), strings.Join(v.hanging(id), "\n"))...)
		open := kit.NewButton(kit.Primary, w.T("calendar.open-meeting"), func() { v.desk.open(place{room: roomLibrary, list: plan.ListMeetings, entry: id}) })
		buttons := []fyne.CanvasObject{open}
		if packet, ok := packetOf(v.desk.register(), id); ok {
			buttons = append(buttons, kit.NewButton(kit.Outlined, w.T("todo.open-packet"), func() { v.desk.open(place{room: roomPackets, packet: packet.ID}) }))
		}
		return append(out, kit.Flow(8, nil, buttons...))
	}
	return nil
}

// hanging names what hangs on a meeting.
func (v *calendarView) hanging(meeting plan.ID) []string {
	var out []string
	for _, p := range v.model.plans {
		for _, t := range p.things {
			if t.facts().meeting == meeting {
				out = append(out, t.name)
			}
		}
	}
	return out
}
