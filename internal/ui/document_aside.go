package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
)

// asideView stands in place of a document's form: a comparison, or how the plan
// hangs together.
type asideView interface {
	// show takes over the document as it now is.
	show()
	// front is what is shown; always the same object.
	front() fyne.CanvasObject
}

// openAside shows a view in place of the form.
func (v *documentView) openAside(a asideView) {
	v.leave()
	if err := v.desk.file.Typing().Leave(); err != nil {
		v.desk.fail(err)
		return
	}
	v.aside = a
	a.show()
	v.showRoom()
}

// closeAside shows the form again.
func (v *documentView) closeAside() {
	v.aside = nil
	v.showRoom()
}

// openTrace shows how the plan hangs together.
func (v *documentView) openTrace() { v.openAside(newTraceView(v)) }

// openFrom leaves what stands in place of the form for a field or row that differs. One that has
// gone leads to its section.
func (v *documentView) openFrom(p plan.Path) {
	for _, sec := range plan.SectionsOf(v.about.Document.Kind, v.about.Document.Quick) {
		if _, ok := plan.FieldIn(sec.Fields, p[0].Key); ok {
			v.closeAside()
			v.openSection(sec.Key)
			if len(p) > 1 || p[0].Row == "" {
				v.goTo(p)
				return
			}
			list := slices.Clone(p)
			id := list[len(list)-1].Row
			list[len(list)-1].Row = ""
			v.backTo(list, id)
			return
		}
	}
}

// showRoom brings what stands aside, the list that takes the whole room or the form
// to the front.
func (v *documentView) showRoom() {
	front := fyne.CanvasObject(v.narrow)
	switch {
	case v.aside != nil:
		front = v.aside.front()
	case v.wide != nil:
		front = v.wide.object
	}
	v.narrow.Hide()
	front.Show()
	v.room.Objects = []fyne.CanvasObject{front}
	v.room.Refresh()
}
