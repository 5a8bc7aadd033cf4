package ui

import (
	"slices"

	"ledstjarna/internal/plan"
)

// leavable is a view in which something can be opened that Escape leaves again.
type leavable interface {
	// back leaves it, and reports whether something was open.
	back() bool
}

// back leaves the form of an item for the list, or that of a row in it for the item.
func (v *packetsView) back() bool {
	if len(v.row) == 0 {
		return false
	}
	item := v.row[0].Row
	v.desk.window.Canvas().Unfocus() // what is being written is taken
	v.row = slices.Clone(v.row[:len(v.row)-1])
	v.fill()
	v.desk.app.enter()
	if len(v.row) == 0 {
		v.agenda.Focus(string(item))
	}
	return true
}

// openEntry shows the form of an entry.
func (v *libraryView) openEntry(id plan.ID) {
	v.entry = id
	v.fill()
	v.desk.app.follow()
}

// back leaves the form of an entry for its row in the list.
func (v *libraryView) back() bool {
	id := v.entry
	if id == "" {
		return false
	}
	v.desk.window.Canvas().Unfocus() // what is being written is taken
	v.entry = ""
	v.fill()
	v.table.stand(id)
	v.desk.app.enter()
	return true
}

// openRow shows the form of a row of a list of the organisation's.
func (v *settingsView) openRow(p plan.Path) {
	v.row = p
	v.fill()
	v.desk.app.follow()
}

// back leaves the form of a row for the organisation's.
func (v *settingsView) back() bool {
	if len(v.row) == 0 {
		return false
	}
	v.desk.window.Canvas().Unfocus() // what is being written is taken
	v.row = nil
	v.fill()
	v.desk.app.enter()
	return true
}

// back leaves the page of a review for all of them; what is written in it stays.
func (v *reviewsView) back() bool {
	if v.page == nil {
		return false
	}
	v.page.back()
	return true
}
