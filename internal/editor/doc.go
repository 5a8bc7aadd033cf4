// Package editor is the open file: what a person does to it goes through here.
//
// An action is an Op, its name, with a plan.Edit, what it changes. Do checks the
// edit against the register, saves it in one transaction, publishes it and
// records it as a step that can be undone. When any of that fails nothing is
// changed, neither in the register nor in the file.
//
// Steps are edits taken back by saving their inverse. Actions on one field that
// follow each other, as typing commits them, are one step until EndStep.
// Registrations (edits with events) are never undone but corrected; they take
// with them the recorded steps that could no longer be undone truthfully: those
// about the versions they froze and about what they themselves changed.
//
// Typing holds text that is being typed and has not been saved yet.
package editor
