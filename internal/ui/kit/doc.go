// Package kit holds the theme and the widgets of the window: how it looks and
// how it answers mouse and keyboard. It knows nothing of plans; views compose
// it and give it every word it shows.
//
// # Vocabulary
//
// A token is a named colour of the theme (ColorCard, ColorText2 …). An ink is
// the token a text or symbol is drawn in. A family is the pair of ink and tint
// that a state is shown in. A style is a size, line height and weight of text.
//
// A view puts its widgets into the layouts of this package (Column, Bar, Pad,
// Fixed …), not into the toolkit's, whose gaps are made for fingers. A widget
// whose height depends on its width says so by HeightForWidth, and the layouts
// ask for it.
//
// The window's content is one Root. It carries what floats above the work:
// tooltips, lists of suggestions, messages; menus, drop-down lists and dialogs
// lie above it as overlays with a keyboard focus of their own.
//
// # Rules for widgets
//
// Colours and sizes are read when a widget is refreshed, never when it is made,
// so that another theme or text size applies at once. Every length goes through
// px, which follows the text size. A border is two filled rectangles, one in
// the other, because a stroke is centred on the edge and blurs. Everything here
// runs on the toolkit's goroutine; work that takes time goes through Background.
package kit
