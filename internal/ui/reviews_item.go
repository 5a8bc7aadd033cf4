package ui

import (
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// askAnnualItem puts the year's review on a meeting's agenda. A coming meeting that
// has no papers yet gets them.
func askAnnualItem(d *desk, year int) {
	choices := meetingChoices(d)
	if len(choices) == 0 {
		d.open(place{room: roomLibrary, list: plan.ListMeetings})
		d.say(d.words.T("packets.meeting-first"))
		return
	}
	picked := choices[0].Value
	field := kit.NewSelect(d.words.T("form.choose"), choices, func(id string) { picked = id })
	field.SetValue(picked)
	kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
		Title: d.words.T("packet.annual-review", "year", year), Content: kit.NewField(d.words.T("review.which-meeting"), field),
		Confirm: kit.DialogAction{Label: d.words.T("action.create-item"), Run: func() bool { return addAnnualItem(d, plan.ID(picked), year) }},
		Cancel:  kit.DialogAction{Label: d.words.T("action.cancel")},
	})
}

// meetingChoices are the coming meetings.
func meetingChoices(d *desk) []kit.Choice {
	r := d.register()
	var out []kit.Choice
	for _, m := range r.Meetings() {
		if m.Date.Before(d.today()) {
			continue
		}
		body, _ := r.Entry(plan.ListBodies, m.Body)
		c := kit.Choice{Value: string(m.ID), Label: body.Fields.Text(plan.KeyName) + ", " + d.words.WeekdayDate(i18n.Day(m.Date))}
		if _, ok := packetOf(r, m.ID); !ok {
			c.Hint = d.words.T("review.new-papers")
		}
		out = append(out, c)
	}
	return out
}

func packetOf(r plan.Register, meeting plan.ID) (plan.Entry, bool) {
	for _, e := range r.Entries(plan.ListPackets) {
		if e.Fields.Get(plan.KeyMeeting).ID() == meeting {
			return e, true
		}
	}
	return plan.Entry{}, false
}

// addAnnualItem adds the item and opens the meeting's papers; one that is there
// already is only opened.
func addAnnualItem(d *desk, meeting plan.ID, year int) bool {
	e, made := packetOf(d.register(), meeting)
	for _, row := range e.Fields.Get(plan.KeyItems).Rows() {
		if row.Cells.Text(plan.KeySubject) == plan.SubjectAnnual && row.Cells.Get(plan.KeyYear).Number() == plan.Int(int64(year)) {
			d.open(place{room: roomPackets, packet: e.ID})
			d.say(d.words.T("review.item-there"))
			return true
		}
	}
	var edit plan.Edit
	var err error
	if made {
		edit, err = d.register().SetEntry(plan.ListPackets, e.ID, packet.AddAnnual(e.Fields, year, d.words))
	} else {
		edit, e, err = d.register().AddEntry(plan.ListPackets, packet.AddAnnual(packet.NewFor(d.register(), meeting, d.words), year, d.words))
	}
	if !d.do(editor.Op{Key: "op.new-item"}, edit, err) {
		return false
	}
	d.open(place{room: roomPackets, packet: e.ID})
	return true
}
