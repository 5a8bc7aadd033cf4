package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// sizeFactor is the name under which the theme gives the person's text size.
const sizeFactor fyne.ThemeSizeName = "kit.factor"

// px is a designed length in the person's text size, in whole units so that
// edges stay sharp.
func px(v float32) float32 { return round(v * factor()) }

// factor is the person's text size; 1 where another theme is in use.
func factor() float32 {
	if f := theme.Size(sizeFactor); f > 0 {
		return f
	}
	return 1
}

func round(v float32) float32 { return float32(math.Round(float64(v))) }

func ceil(v float32) float32 { return float32(math.Ceil(float64(v))) }

// Designed lengths that several widgets share.
const (
	gutter      = 16 // between cards, and a card's padding
	pillColumn  = 176
	fieldHeight = 30
	radiusCard  = 8
	radiusField = 6
	radiusPill  = 10
	radiusSmall = 4
)
