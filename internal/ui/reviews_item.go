package ui

import (
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// askAnnualItem puts the year's review on a meeting's agenda.
func askAnnualItem(d *desk, year int) {
	r := d.register()
	var choices []kit.Choice
	for _, e := range r.Entries(plan.ListPackets) {
		if p, err := packet.Of(r, e, d.today()); err == nil && !p.Meeting.Date.Before(d.today()) {
			choices = append(choices, kit.Choice{Value: string(e.ID), Label: p.Body + ", " + d.words.WeekdayDate(i18n.Day(p.Meeting.Date))})
		}
	}
	if len(choices) == 0 {
		d.open(place{room: roomPackets})
		d.say(d.words.T("packets.packet-first"))
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

// addAnnualItem adds the item and opens the packet; one that is there already is
// only opened.
func addAnnualItem(d *desk, id plan.ID, year int) bool {
	e, ok := d.register().Entry(plan.ListPackets, id)
	if !ok {
		return false
	}
	for _, row := range e.Fields.Get(plan.KeyItems).Rows() {
		if row.Cells.Text(plan.KeySubject) == plan.SubjectAnnual && row.Cells.Get(plan.KeyYear).Number() == plan.Int(int64(year)) {
			d.open(place{room: roomPackets, packet: id})
			d.say(d.words.T("review.item-there"))
			return true
		}
	}
	edit, err := d.register().SetEntry(plan.ListPackets, id, packet.AddAnnual(e.Fields, year, d.words))
	if !d.do(editor.Op{Key: "op.new-item"}, edit, err) {
		return false
	}
	d.open(place{room: roomPackets, packet: id})
	return true
}
