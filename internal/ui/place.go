package ui

import "ledstjarna/internal/plan"

// room is one entry of the navigation.
type room string

// The rooms, in the order of the navigation.
const (
	roomTodo     room = "todo"
	roomPlans    room = "plans"
	roomSteering room = "steering"
	roomReviews  room = "reviews"
	roomCalendar room = "calendar"
	roomPackets  room = "packets"
	roomLibrary  room = "library"
	roomSettings room = "settings"
)

// rooms returns the navigation from the top; settings stands at the bottom.
func rooms() []room {
	return []room{roomTodo, roomPlans, roomSteering, roomReviews, roomCalendar, roomPackets, roomLibrary, roomSettings}
}

// place is somewhere in the window: a room, and in it perhaps a document's
// version and a section and field of it, a packet, or a list of the register.
type place struct {
	room     room
	document plan.ID // opens the editor of the document
	version  plan.ID // "" for the draft, or the version in force where there is none
	section  plan.Key
	path     plan.Path // the field to put the cursor in; empty for none
	packet   plan.ID
	list     plan.ListName
	entry    plan.ID
	review   plan.ID // opens the page of the document's review
	outcome  string  // that the review is begun with; "" for none
}

// same reports whether both are the same place, whatever the field in it.
func (p place) same(q place) bool {
	return p.room == q.room && p.document == q.document && p.version == q.version && p.section == q.section &&
		p.packet == q.packet && p.list == q.list && p.entry == q.entry && p.review == q.review && p.outcome == q.outcome
}
