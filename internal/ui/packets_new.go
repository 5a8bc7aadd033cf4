package ui

import (
	"ledstjarna/internal/editor"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// askNewPacket asks for which meeting the papers are.
func askNewPacket(d *desk) {
	r := d.register()
	var choices []kit.Choice
	for _, m := range r.Meetings() {
		if e, ok := r.Entry(plan.ListMeetings, m.ID); ok && !m.Date.Before(d.today()) {
			choices = append(choices, kit.Choice{Value: string(m.ID), Label: r.EntryName(plan.ListMeetings, e)})
		}
	}
	if len(choices) == 0 {
		d.open(place{room: roomLibrary, list: plan.ListMeetings})
		d.say(d.words.T("packets.meeting-first"))
		return
	}
	picked := choices[0].Value
	field := kit.NewSelect(d.words.T("form.choose"), choices, func(id string) { picked = id })
	field.SetValue(picked)
	kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
		Title: d.words.T("packets.new"), Content: kit.NewField(d.words.T("field.meeting"), field),
		Confirm: kit.DialogAction{Label: d.words.T("document.create"), Run: func() bool {
			e, made, err := d.register().AddEntry(plan.ListPackets, packet.NewFor(d.register(), plan.ID(picked), d.words))
			if !d.do(editor.Op{Key: "op.new-packet"}, e, err) {
				return false
			}
			d.open(place{room: roomPackets, packet: made.ID})
			return true
		}},
		Cancel: kit.DialogAction{Label: d.words.T("action.cancel")},
	})
}

// askNewItem asks what an item is about: a document, the annual review, or a
// heading of the person's own.
func askNewItem(d *desk, id plan.ID) {
	r := d.register()
	const annual, status = "annual", "status"
	choices := []kit.Choice{
		{Value: annual, Label: d.words.T("packet.annual-review", "year", d.today().Year)},
		{Value: status, Label: d.words.T("packet.status-part")},
	}
	for _, doc := range r.Documents() {
		choices = append(choices, kit.Choice{Value: string(doc.ID), Label: doc.Latest().Head.Title, Hint: d.words.T("kind." + string(doc.Kind))})
	}
	picked, heading := "", ""
	field := kit.NewReferenceField(d.kit, d.words.T("packets.item-about"), choices, func(s string) { picked = s }).
		AllowFree(func(s string) { heading = s })
	kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
		Title: d.words.T("action.new-item"), Width: 520, Content: kit.NewField(d.words.T("packets.item-field"), field),
		Confirm: kit.DialogAction{Label: d.words.T("action.add"), Run: func() bool {
			e, ok := d.register().Entry(plan.ListPackets, id)
			if !ok || picked == "" && heading == "" {
				return false
			}
			c := e.Fields
			doc, isDoc := d.register().Document(plan.ID(picked))
			switch {
			case picked == annual:
				c = packet.AddAnnual(c, d.today().Year, d.words)
			case picked == status:
				c = packet.AddStatus(c, d.words)
			case isDoc:
				c = packet.AddDocument(c, d.register(), doc, d.words)
			default:
				c = packet.AddFree(c, heading)
			}
			edit, err := d.register().SetEntry(plan.ListPackets, id, c)
			return d.do(editor.Op{Key: "op.new-item"}, edit, err)
		}},
		Cancel: kit.DialogAction{Label: d.words.T("action.cancel")},
	})
}
