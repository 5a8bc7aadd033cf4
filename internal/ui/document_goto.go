package ui

import (
	"slices"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// drawnAfter is when a form that was just built has been drawn, so that its
// fields have places.
const drawnAfter = 60 * time.Millisecond

// goTo gives the field with the path the keyboard: in its table where the cell
// is shown there, else in the form of its row.
func (v *documentView) goTo(p plan.Path) {
	v.revealLater()
	switch len(p) {
	case 0:
		return
	case 1:
		v.focusField(p)
		return
	}
	if focus := v.form.places[p.String()]; focus != nil {
		focus()
		return
	}
	list := slices.Clone(p[:len(p)-1])
	id := list[len(list)-1].Row
	list[len(list)-1].Row = ""
	if s := v.form.sheets[list.String()]; s != nil && s.goTo(id, p[len(p)-1].Key) {
		return
	}
	v.row = slices.Clone(p[:len(p)-1])
	v.showForm()
	v.focusField(p)
}

// revealLater scrolls what has the keyboard into sight once it has been drawn.
func (v *documentView) revealLater() {
	v.desk.app.work.After(drawnAfter, func() { kit.RevealFocused(v.desk.window.Canvas()) })
}

// step opens the section after or before the one in front and gives its first
// field the keyboard.
func (v *documentView) step(by int) {
	sections := plan.SectionsOf(v.about.Document.Kind, v.about.Document.Quick)
	i := v.sectionAt() + by
	if i < 0 || i >= len(sections) {
		return
	}
	v.openSection(sections[i].Key)
	v.focusFirst()
}

// sectionAt is which of the sections is in front.
func (v *documentView) sectionAt() int {
	return slices.IndexFunc(plan.SectionsOf(v.about.Document.Kind, v.about.Document.Quick), func(s plan.Section) bool { return s.Key == v.section })
}

// enterForm gives the first field of the form in front the keyboard; where none can be
// written, it stays where it is.
func (v *documentView) enterForm() {
	if v.form.first != nil {
		v.focusFirst()
	}
}

// focusFirst gives the first field of the form in front the keyboard.
func (v *documentView) focusFirst() {
	v.desk.window.Canvas().Unfocus()
	if v.form.first != nil {
		v.form.first()
		v.revealLater()
	}
}

// openCell shows the form of a row with the keyboard in the field of a column,
// or in the first one.
func (v *documentView) openCell(row plan.Path, column plan.Key) {
	v.openRow(row)
	if column == "" {
		v.focusFirst()
		return
	}
	v.focusField(append(slices.Clone(row), plan.Step{Key: column}))
	v.revealLater()
}

// back leaves what stands aside for the document, or the form of a row for its list.
// It reports whether one was open.
func (v *documentView) back() bool {
	if v.aside != nil {
		v.closeAside()
		return true
	}
	if len(v.row) == 0 {
		return false
	}
	v.leave()
	list := slices.Clone(v.row)
	id := list[len(list)-1].Row
	list[len(list)-1].Row = ""
	v.row = slices.Clone(v.row[:len(v.row)-1])
	v.showForm()
	v.backTo(list, id)
	return true
}

// focusField gives a field of the form in front the keyboard, a list's first
// empty row where the path names a list.
func (v *documentView) focusField(p plan.Path) {
	if s := v.form.sheets[p.String()]; s != nil {
		v.form.focusRows(s)
		return
	}
	if f := v.form.fields[p.String()]; f != nil {
		f.Focus()
	}
}

// backTo gives a row of a list the keyboard after its own form was left.
func (v *documentView) backTo(list plan.Path, id plan.ID) {
	s := v.form.sheets[list.String()]
	if s == nil {
		return
	}
	for i := range s.shown {
		if s.row(i).ID == id {
			_, column := s.grid.At()
			s.grid.Go(i, column)
			s.grid.Focus()
		}
	}
}
