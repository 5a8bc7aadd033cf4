package layout

import "math"

// ownAccent is used where the organisation has chosen none.
var ownAccent = RGB{0x0B, 0x4F, 0x6C}

// readable returns the accent colour, darkened until it has a contrast of at
// least 4.5:1 on white and on the tint of panels.
func readable(accent RGB) RGB {
	if accent == (RGB{}) {
		return ownAccent
	}
	for contrast(accent, tint) < 4.5 || contrast(accent, white) < 4.5 {
		for i, v := range accent {
			accent[i] = uint8(float64(v) * 0.95)
		}
	}
	return accent
}

// contrast is the contrast ratio of two colours as WCAG defines it, 1 to 21.
func contrast(a, b RGB) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(c RGB) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c[0]) + 0.7152*linear(c[1]) + 0.0722*linear(c[2])
}
