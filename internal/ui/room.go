package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

// headRoom leaves air between a page's head and what stands under it.
func headRoom(head fyne.CanvasObject) fyne.CanvasObject {
	return kit.Pad(kit.Insets{Bottom: 12}, head)
}

// measured keeps content from the top at most a designed width, in the middle of
// the room.
func measured(width float32, content fyne.CanvasObject) fyne.CanvasObject {
	return kit.Column(0, kit.Middle(width, content))
}
