package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// ShareBar shows a share as a filled part of a bar. A number or word stands
// beside it; the bar alone tells nothing exactly.
type ShareBar struct {
	widget.BaseWidget
	track, fill *canvas.Rectangle
	share       float64
	family      Family
}

// NewShareBar returns an empty bar.
func NewShareBar() *ShareBar {
	b := &ShareBar{track: newRect(), fill: newRect()}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows a share; below 0 is empty, above 1 full.
func (b *ShareBar) Set(share float64, family Family) *ShareBar {
	b.share, b.family = min(max(share, 0), 1), family
	b.Refresh()
	return b
}

// CreateRenderer is called by the toolkit.
func (b *ShareBar) CreateRenderer() fyne.WidgetRenderer { return newDrawing(b, b.track, b.fill) }

func (b *ShareBar) paint() {
	paintRect(b.track, ColorNeutralTint, radiusSmall)
	paintRect(b.fill, b.family.Ink(), radiusSmall)
	setShown(b.fill, b.share > 0)
}

func (b *ShareBar) measure() fyne.Size { return fyne.NewSize(px(110), px(8)) }

func (b *ShareBar) arrange(s fyne.Size) {
	put(b.track, 0, 0, s.Width, s.Height)
	put(b.fill, 0, 0, max(s.Height, round(s.Width*float32(b.share))), s.Height)
}
