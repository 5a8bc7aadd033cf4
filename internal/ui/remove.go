package ui

import (
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// removable reports whether the document can be removed: nothing was ever registered
// about it.
func (d *desk) removable(doc plan.Document) bool {
	_, err := d.register().RemoveDocument(doc, nil)
	return err == nil
}

// askRemove asks whether the document is to be removed with all that belongs to it.
func (d *desk) askRemove(doc plan.Document) {
	w := d.words
	if err := d.file.Typing().Leave(); err != nil {
		d.fail(err)
		return
	}
	kit.OpenQuestion(d.window.Canvas(), kit.Question{
		Title: w.T("remove.document-title", "title", doc.Latest().Head.Title), Text: w.T("remove.document-text"),
		Confirm: w.T("remove.confirm"), Cancel: w.T("action.cancel"),
	}, func() { d.remove(doc.ID) })
}

// remove removes the document as one step and shows the list that it stood in.
func (d *desk) remove(id plan.ID) {
	doc, _ := d.register().Document(id)
	contents := map[plan.ID]plan.Sealed{}
	for _, ver := range doc.Versions {
		s, err := d.file.Content(ver.ID)
		if err != nil {
			d.fail(err)
			return
		}
		contents[ver.ID] = s
	}
	e, err := d.register().RemoveDocument(doc, contents)
	if d.do(editor.Op{Key: "op.remove-document", Args: map[string]string{"title": doc.Latest().Head.Title}}, e, err) {
		d.open(place{room: roomOf(doc.Kind)})
	}
}

// removable reports whether the papers in front can be removed: they were never sent,
// and nothing was decided on them.
func (v *packetsView) removable() bool {
	_, err := v.desk.register().RemoveEntry(plan.ListPackets, v.id)
	return err == nil
}

// askRemove asks whether the papers are to be removed.
func (v *packetsView) askRemove() {
	w, r := v.desk.words, v.desk.register()
	if err := v.desk.file.Typing().Leave(); err != nil {
		v.desk.fail(err)
		return
	}
	e, _ := r.Entry(plan.ListPackets, v.id)
	kit.OpenQuestion(v.desk.window.Canvas(), kit.Question{
		Title: w.T("remove.packet-title", "meeting", r.EntryName(plan.ListPackets, e)), Text: w.T("remove.packet-text"),
		Confirm: w.T("remove.confirm"), Cancel: w.T("action.cancel"),
	}, v.remove)
}

func (v *packetsView) remove() {
	desk, r := v.desk, v.desk.register()
	before, _ := r.Entry(plan.ListPackets, v.id)
	e, err := r.RemoveEntry(plan.ListPackets, v.id)
	if desk.do(editor.Op{Key: "op.remove-packet", Args: map[string]string{"meeting": r.EntryName(plan.ListPackets, before)}}, e, err) {
		desk.open(place{room: roomPackets})
	}
}
