// Package plan is the domain: what an organisation's communication is planned
// with, as plain values and pure functions.
//
// A steering document (Document) has versions. What a version says is its
// Content: a tree of values keyed by the field catalogue (SectionsOf, ListFields,
// EventFields), which declares every field once and drives forms, findings,
// storage, comparison and print. Everything else in a file is the Register:
// lists (periods, meetings, assignments, members …), documents, typed relations
// and events. Contents are loaded when needed; the register is always at hand.
//
// An action is an Edit: changes, which can be undone, and events
// (registrations: decisions, reviews), which are never changed but corrected by
// a later one. What an adopted version says is frozen; its status, decision,
// validity and the like are derived from events and never stored in it.
//
// Dates are calendar days; "today" is always an argument.
package plan
