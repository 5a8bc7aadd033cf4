// Package ui is the window: views over the open file.
//
// A view is an unexported struct with its widgets and a plain row model that a
// pure function builds from values; the model holds the decisions, and tests
// assert it. Every view works with a desk: the open file (editor), the words of
// the language, the day, and the ways to do things and to go somewhere. What a
// person can do stands in one table of commands, which menus, shortcuts, the
// search and tests use.
//
// Widgets, theme and everything that draws are in package kit. The file is
// opened by what cmd hands in; nothing here knows how it is stored.
package ui
