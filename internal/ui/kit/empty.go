package kit

import "fyne.io/fyne/v2"

// EmptyState says that a list has nothing in it yet and what to do first.
// The button may be nil.
func EmptyState(symbol Symbol, title, caption string, button *Button) fyne.CanvasObject {
	var text fyne.CanvasObject = NewText(caption, Caption, ColorText2).AlignMiddle()
	if Caption.width(caption) > px(420) {
		text = NewParagraph(caption, Caption, ColorText2).AlignMiddle()
	}
	parts := []fyne.CanvasObject{
		NewIcon(symbol, 24, ColorText2), NewText(title, BodyStrong, ColorText).AlignMiddle(), text,
	}
	if button != nil {
		parts = append(parts, Pad(Insets{Top: 8}, Bar(0, Spring(), button, Spring())))
	}
	return Pad(Around(32), Middle(420, Column(4, parts...)))
}
