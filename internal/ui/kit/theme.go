package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"ledstjarna/assets"
)

// Mode says which of the two looks is used.
type Mode int

// The modes. FollowSystem is light where the system has no opinion.
const (
	FollowSystem Mode = iota
	Light
	Dark
)

// Theme is the look of the window: colours, type and sizes. It is immutable;
// another mode or text size is another Theme, applied by the app's settings.
type Theme struct {
	mode        Mode
	factor      float32
	light, dark palette
	sizes       map[fyne.ThemeSizeName]float32
	regular     fyne.Resource
	bold        fyne.Resource
	stock       fyne.Theme
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme returns the theme in a mode. The factor is the person's text size:
// 1 is as designed, 1.25 a quarter larger. It is held within 0.75 and 2.
func NewTheme(mode Mode, factor float32) *Theme {
	factor = max(0.75, min(factor, 2))
	return &Theme{
		mode: mode, factor: factor,
		light: lightPalette(), dark: darkPalette(),
		sizes:   stockSizes(factor),
		regular: interFont(assets.Inter),
		bold:    interFont(assets.InterSemiBold),
		stock:   theme.DefaultTheme(),
	}
}

// Color returns the colour of a token, or of one of the toolkit's own names.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	p := t.light
	if t.mode == Dark || t.mode == FollowSystem && variant == theme.VariantDark {
		p = t.dark
	}
	if c, ok := p[name]; ok {
		return c
	}
	if token, ok := stockColor(name); ok {
		return p[token]
	}
	return p[ColorText]
}

// Font returns Inter in regular or semibold; there is no italic of it.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return t.stock.Font(style)
	case style.Bold:
		return t.bold
	}
	return t.regular
}

// Icon returns the toolkit's own icon, which the toolkit colours.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.stock.Icon(name) }

// Size returns one of the toolkit's sizes in the person's text size.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if name == sizeFactor {
		return t.factor
	}
	if v, ok := t.sizes[name]; ok {
		return v
	}
	return t.stock.Size(name)
}
