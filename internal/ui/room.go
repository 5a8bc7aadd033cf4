package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

// pageInsets are the room around the cards of a page, under its head.
func pageInsets() kit.Insets { return kit.Insets{Top: 1, Right: 24, Bottom: 24, Left: 24} }

// measured keeps content from the top at most a designed width, in the middle of
// the room.
func measured(width float32, content fyne.CanvasObject) fyne.CanvasObject {
	return kit.Column(0, kit.Middle(width, content))
}
