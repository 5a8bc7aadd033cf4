package kit

import "fyne.io/fyne/v2"

// Notice returns a strip that says something about the whole work below it, in a
// family's colours, with what can be done about it at the right. Words that do not
// fit in a line go on in the next.
func Notice(symbol Symbol, f Family, text string, actions ...*Button) fyne.CanvasObject {
	row := []fyne.CanvasObject{Middle(16, NewIcon(symbol, 16, f.Ink())), Middle(4000, NewParagraph(text, Dense, ColorText))}
	widths := []float32{16, 0}
	for _, b := range actions {
		width := b.MinSize().Width / px(1)
		row, widths = append(row, Middle(width, b)), append(widths, width)
	}
	return NewGround(f.Tint(), Pad(Insets{Top: 8, Right: 14, Bottom: 8, Left: 16}, Columns(12, widths, row...)))
}
