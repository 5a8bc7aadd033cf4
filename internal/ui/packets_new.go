package ui

import (
	"slices"
	"strconv"
	"strings"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// newMeeting stands for a meeting that is not in the file yet.
const newMeeting = "new"

// meetingsWithoutPapers are the coming meetings that papers can be made for.
func meetingsWithoutPapers(r plan.Register, today plan.Date) []plan.Meeting {
	have := map[plan.ID]bool{}
	for _, e := range r.Entries(plan.ListPackets) {
		have[e.Fields.Get(plan.KeyMeeting).ID()] = true
	}
	var out []plan.Meeting
	for _, m := range r.Meetings() {
		if !m.Date.Before(today) && !have[m.ID] {
			out = append(out, m)
		}
	}
	return out
}

// askNewPacket asks for which meeting the papers are: one that is planned, or a new
// one.
func askNewPacket(d *desk) {
	r := d.register()
	var choices []kit.Choice
	for _, m := range meetingsWithoutPapers(r, d.today()) {
		if e, ok := r.Entry(plan.ListMeetings, m.ID); ok {
			choices = append(choices, kit.Choice{Value: string(m.ID), Label: r.EntryName(plan.ListMeetings, e)})
		}
	}
	if len(choices) == 0 {
		askNewMeeting(d)
		return
	}
	choices = append(choices, kit.Choice{Value: newMeeting, Label: d.words.T("packets.new-meeting")})
	picked := choices[0].Value
	field := kit.NewSelect(d.words.T("form.choose"), choices, func(id string) { picked = id })
	field.SetValue(picked)
	kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
		Title: d.words.T("packets.new"), Content: kit.NewField(d.words.T("field.meeting"), field),
		Confirm: kit.DialogAction{Label: d.words.T("document.create"), Run: func() bool {
			if picked == newMeeting {
				d.app.work.Post(func() { askNewMeeting(d) })
				return true
			}
			return makePacket(d, plan.Edit{}, plan.ID(picked))
		}},
		Cancel: kit.DialogAction{Label: d.words.T("action.cancel")},
	})
}

// makePacket makes the papers of a meeting, which the edit before may add, and opens
// them.
func makePacket(d *desk, before plan.Edit, meeting plan.ID) bool {
	r := d.register().Apply(before)
	e, made, err := r.AddEntry(plan.ListPackets, packet.NewFor(r, meeting, d.words))
	if !d.do(editor.Op{Key: "op.new-packet"}, before.Then(e), err) {
		return false
	}
	d.open(place{room: roomPackets, packet: made.ID})
	return true
}

// askNewMeeting asks for a meeting, as the last one was, and makes its papers.
func askNewMeeting(d *desk) {
	r := d.register()
	start := plan.Content{}
	if all := r.Meetings(); len(all) > 0 {
		last, _ := r.Entry(plan.ListMeetings, all[len(all)-1].ID)
		for _, k := range []plan.Key{plan.KeyBody, plan.KeyTime, plan.KeyPlace, plan.KeyChair, plan.KeySecretary, plan.KeyCalled, plan.KeyOpenMeeting} {
			start = start.With(k, last.Fields.Get(k))
		}
	}
	rec := newRecord(d, string(plan.ListMeetings), plan.ListFields(plan.ListMeetings), start)
	rec.ask(d.words.T("packets.new-meeting-title"), d.words.T("document.create"), func(c plan.Content) bool {
		edit, m, err := d.register().AddEntry(plan.ListMeetings, c)
		if err != nil {
			d.fail(err)
			return false
		}
		return makePacket(d, edit, m.ID)
	})
}

// itemChoices are what an item can be about: the year's review of all documents, how
// they stand, a review that is registered, or a document.
func itemChoices(w *i18n.Printer, r plan.Register, today plan.Date) []kit.Choice {
	var out []kit.Choice
	for _, year := range []int{today.Year, today.Year - 1, today.Year + 1} {
		out = append(out, kit.Choice{Value: annualItem + strconv.Itoa(year), Label: w.T("packet.annual-review", "year", year)})
	}
	out = append(out, kit.Choice{Value: plan.SubjectStatus, Label: w.T("packet.status-part")})
	for _, doc := range r.Documents() {
		out = append(out, kit.Choice{Value: string(doc.ID), Label: doc.Latest().Head.Title, Hint: w.T("kind." + string(doc.Kind))})
	}
	for _, e := range slices.Backward(r.Effective(plan.EventReview)) {
		if doc, ok := r.Document(e.Document); ok && e.Day().After(today.AddDays(-365)) {
			out = append(out, kit.Choice{
				Value: reviewItem + string(e.ID), Label: w.T("item.heading.review", "title", doc.Latest().Head.Title),
				Hint: w.T("packets.registered-on", "date", w.ISO(i18n.Day(e.Day()))),
			})
		}
	}
	return out
}

const (
	annualItem = "annual:"
	reviewItem = "review:"
)

// withItem is the packet's fields with an item about what was picked, or with a heading
// of the person's own.
func withItem(c plan.Content, r plan.Register, picked, heading string, w *i18n.Printer) plan.Content {
	if year, ok := strings.CutPrefix(picked, annualItem); ok {
		n, _ := strconv.Atoi(year) // it was made from a number
		return packet.AddAnnual(c, n, w)
	}
	if id, ok := strings.CutPrefix(picked, reviewItem); ok {
		if e, known := r.Event(plan.ID(id)); known {
			return packet.AddReview(c, r, r.Last(e), w)
		}
	}
	if doc, ok := r.Document(plan.ID(picked)); ok {
		return packet.AddDocument(c, r, doc, w)
	}
	if picked == plan.SubjectStatus {
		return packet.AddStatus(c, w)
	}
	return packet.AddFree(c, heading)
}

// askNewItem asks what an item is about: a document, the annual review, or a
// heading of the person's own.
func askNewItem(d *desk, id plan.ID) {
	choices := itemChoices(d.words, d.register(), d.today())
	field := kit.NewReferenceField(d.kit, d.words.T("packets.item-about"), choices, nil).AllowFree(func(string) {})
	kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
		Title: d.words.T("action.new-item"), Width: 520, Content: kit.NewField(d.words.T("packets.item-field"), field),
		Confirm: kit.DialogAction{Label: d.words.T("action.add"), Run: func() bool {
			e, ok := d.register().Entry(plan.ListPackets, id)
			picked, heading := field.Value(), strings.TrimSpace(field.Entry().Text()) // as it stands, also where Return confirms before it is left
			if !ok || picked == "" && heading == "" {
				return false
			}
			c := withItem(e.Fields, d.register(), picked, heading, d.words)
			edit, err := d.register().SetEntry(plan.ListPackets, id, c)
			return d.do(editor.Op{Key: "op.new-item"}, edit, err)
		}},
		Cancel: kit.DialogAction{Label: d.words.T("action.cancel")},
	})
}
