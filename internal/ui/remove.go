package ui

import (
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// removable reports whether the document in front can be removed: nothing was ever
// registered about it.
func (v *documentView) removable() bool {
	_, err := v.desk.register().RemoveDocument(v.about.Document, nil)
	return err == nil
}

// askRemove asks whether the document is to be removed with all that belongs to it.
func (v *documentView) askRemove() {
	w := v.desk.words
	if err := v.desk.file.Typing().Leave(); err != nil {
		v.desk.fail(err)
		return
	}
	kit.OpenQuestion(v.desk.window.Canvas(), kit.Question{
		Title: w.T("remove.document-title", "title", v.about.Version.Head.Title), Text: w.T("remove.document-text"),
		Confirm: w.T("remove.confirm"), Cancel: w.T("action.cancel"),
	}, v.remove)
}

// remove removes the document as one step and shows the list that it stood in.
func (v *documentView) remove() {
	desk := v.desk
	d, _ := desk.register().Document(v.id)
	contents := map[plan.ID]plan.Sealed{}
	for _, ver := range d.Versions {
		s, err := desk.file.Content(ver.ID)
		if err != nil {
			desk.fail(err)
			return
		}
		contents[ver.ID] = s
	}
	e, err := desk.register().RemoveDocument(d, contents)
	if desk.do(editor.Op{Key: "op.remove-document", Args: map[string]string{"title": d.Latest().Head.Title}}, e, err) {
		desk.open(place{room: roomOf(d.Kind)})
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
