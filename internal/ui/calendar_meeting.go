package ui

import (
	"cmp"
	"errors"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// moveMeeting proposes another day for a meeting.
func (v *calendarView) moveMeeting(id plan.ID, to plan.Date) {
	v.at = calendarChoice{meeting: id}
	askMoveMeeting(v.desk, id, to)
}

// scheduled are the plans whose activities may hang on meetings: each in the version
// in which days are planned now, where one does.
func (d *desk) scheduled(meeting plan.ID) ([]plan.Scheduled, error) {
	r, today := d.register(), d.today()
	contents, err := d.readPlanned()
	if err != nil {
		return nil, err
	}
	var out []plan.Scheduled
	for _, doc := range r.Documents() {
		v, ok := r.Planned(doc, today)
		if !ok {
			continue
		}
		if c, read := contents[v.Hash]; read && !c.refused && !c.hangsOn(meeting) {
			continue
		}
		sealed, err := d.file.Content(v.ID)
		if err != nil {
			return nil, err
		}
		out = append(out, plan.Scheduled{Document: doc, Version: v, Content: sealed})
	}
	return out, nil
}

func (c *calendarContent) hangsOn(meeting plan.ID) bool {
	for _, t := range c.things {
		if t.facts().meeting == meeting {
			return true
		}
	}
	return false
}

// meetingMove is a meeting on its way to another day, with what hangs on it.
type meetingMove struct {
	desk   *desk
	id     plan.ID
	to     plan.Date
	plans  []plan.Scheduled
	follow []plan.Dependent
	boxes  []*kit.Checkbox // nil for what cannot follow
}

// newMeetingMove looks up what hangs on the meeting.
func newMeetingMove(d *desk, id plan.ID, to plan.Date) (*meetingMove, error) {
	m := &meetingMove{desk: d, id: id, to: to}
	var err error
	if m.plans, err = d.scheduled(id); err == nil {
		m.follow, err = d.register().Dependents(id, to, m.plans)
	}
	return m, err
}

// askMoveMeeting moves a meeting of the register to a day as one step. Where
// something hangs on the meeting it asks first what follows.
func askMoveMeeting(d *desk, id plan.ID, to plan.Date) {
	d.knowPlanned(func() { moveKnownMeeting(d, id, to) })
}

func moveKnownMeeting(d *desk, id plan.ID, to plan.Date) {
	m, err := newMeetingMove(d, id, to)
	switch {
	case errors.Is(err, plan.ErrDate):
		d.app.toaster.Show(assets.IconInfo, kit.Neutral, d.words.T("calendar.no-such-days"), "", nil)
		d.app.changed(editor.Change{})
	case err != nil:
		d.fail(err)
	case len(m.follow) == 0:
		m.run()
	default:
		m.ask()
	}
}

// ask lists what would follow, from when to when, each with a tick.
func (m *meetingMove) ask() {
	d, w := m.desk, m.desk.words
	e, _ := d.register().Entry(plan.ListMeetings, m.id)
	body, _ := d.register().Entry(plan.ListBodies, e.Fields.Get(plan.KeyBody).ID())
	var rows []fyne.CanvasObject
	for _, x := range m.follow {
		rows = append(rows, kit.Pad(kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}, m.row(x)))
	}
	text := w.T("calendar.move-meeting.text", "body", cmp.Or(body.Fields.Text(plan.KeyName), d.register().EntryName(plan.ListMeetings, e)),
		"from", w.Date(i18n.Day(e.Fields.Get(plan.KeyDate).Date())), "to", w.Date(i18n.Day(m.to)))
	height := float32(2)
	for _, x := range m.follow {
		height += 53
		if x.Held != nil {
			height += 16
		}
	}
	kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
		Title: w.T("calendar.move-meeting"), Width: 640,
		Content: kit.Column(12, kit.NewParagraph(text, kit.Body, kit.ColorText), kit.NewParagraph(w.T("calendar.move-meeting.follow"), kit.Dense, kit.ColorText2),
			kit.NewCard("", kit.Fixed(0, min(height, 340), kit.NewScrollBox(kit.NewRows(true, rows...))))),
		Confirm: kit.DialogAction{Label: w.T("calendar.move"), Run: m.run},
		Cancel:  kit.DialogAction{Label: w.T("action.cancel"), Run: func() bool { d.app.changed(editor.Change{}); return true }},
	})
}

// row is one of what would follow.
func (m *meetingMove) row(x plan.Dependent) fyne.CanvasObject {
	w := m.desk.words
	name := x.Name
	caption := meetingDays(w, x.From) + " → " + meetingDays(w, x.To)
	switch x.Deadline {
	case plan.KeyStopDate:
		name = w.T("packet.stop-date")
	case plan.KeyDispatch:
		name = w.T("packet.dispatch-date")
	default:
		doc, _ := m.desk.register().Document(x.Document)
		v, _ := doc.Version(x.Version)
		caption += " · " + v.Head.Title
	}
	words := kit.NewParagraph(caption, kit.Caption, kit.ColorText2)
	if x.Held != nil {
		m.boxes = append(m.boxes, nil)
		why := w.T("calendar.follow-frozen")
		if errors.Is(x.Held, plan.ErrLocked) {
			why = w.T("calendar.follow-locked")
		}
		return kit.Column(2, kit.NewText(name, kit.Body, kit.ColorText2).Elastic(), words, kit.NewParagraph(why, kit.Caption, kit.ColorText2))
	}
	box := kit.NewCheckbox(shortened(name, 70), nil)
	box.SetChecked(true)
	m.boxes = append(m.boxes, box)
	return kit.Column(2, box, kit.Pad(kit.Insets{Left: 24}, words))
}

// meetingDays write the days of what follows.
func meetingDays(w *i18n.Printer, days [2]plan.Date) string {
	if days[0] == days[1] {
		return w.ISO(i18n.Day(days[0]))
	}
	return w.ISO(i18n.Day(days[0])) + " – " + w.ISO(i18n.Day(days[1]))
}

// run moves the meeting and what is ticked, as one step.
func (m *meetingMove) run() bool {
	d := m.desk
	var follow []plan.Dependent
	for i, x := range m.follow {
		if i < len(m.boxes) && m.boxes[i] != nil && m.boxes[i].Checked() {
			follow = append(follow, x)
		}
	}
	e, _ := d.register().Entry(plan.ListMeetings, m.id)
	op := editor.Op{Key: "op.move-meeting", Args: map[string]string{"name": d.register().EntryName(plan.ListMeetings, e)}}
	edit, err := d.register().MoveMeeting(m.id, m.to, follow, m.plans)
	return d.do(op, edit, err)
}
