package layout

// style is how a text is set.
type style struct {
	font    Font
	leading float64
	colour  RGB
	before  float64 // space above and below its block
	after   float64
	running bool // its words may be divided where the print asks for it
}

// baseline is how far below a line's top its baseline stands: the middle of the
// lower-case letters and capitals lies in the middle of the line.
func (s style) baseline() float64 { return s.leading/2 + 0.3365*s.font.Size }

func (s style) bold() style {
	s.font.Face = Semibold
	return s
}

func (s style) in(c RGB) style {
	s.colour = c
	return s
}

// The fixed colours. All have at least 7:1 on white and on the tint, but for the
// hairlines, which mean nothing.
var (
	ink       = RGB{0x16, 0x19, 0x1C}
	secondary = RGB{0x4A, 0x52, 0x58}
	tint      = RGB{0xEF, 0xF3, 0xF5}
	hairline  = RGB{0xAE, 0xB6, 0xBC}
	white     = RGB{0xFF, 0xFF, 0xFF}
)

const (
	mm       = 72 / 25.4
	half     = 7.5 // the baseline grid
	longLine = 80  // characters
)

func text(face Face, size, leading float64, colour RGB) style {
	return style{font: Font{face, size}, leading: leading, colour: colour}
}

func (s style) spaced(before, after float64) style {
	s.before, s.after = before, after
	return s
}

func (s style) runs() style {
	s.running = true
	return s
}

// The type scale.
func bodyStyle() style     { return text(Regular, 11, 15, ink).spaced(0, half) }
func cellStyle() style     { return text(Regular, 9.5, 12.5, ink) }
func wideCellStyle() style { return text(Regular, 9.5, 12, ink) }
func captionStyle() style  { return text(Regular, 9.5, 12.5, ink).spaced(15, 4) }
func labelStyle() style    { return text(Regular, 9, 12, secondary).spaced(5, half) }
func valueStyle() style    { return text(Regular, 10, 13, ink) }
func countStyle() style    { return text(Semibold, 24, 30, ink) }
func subtitleStyle() style { return text(Regular, 12.5, 15, secondary).spaced(3.75, 22.5) }
func kickerStyle(accent RGB) style {
	return text(Semibold, 11, 15, accent).spaced(half, 0)
}

// headingStyle is that of a heading of level 1 to 3.
func headingStyle(level int, small bool) style {
	switch {
	case level <= 1 && small:
		return text(Semibold, 14, 17.5, ink).spaced(15, 2.5)
	case level <= 1:
		return text(Semibold, 16, 20, ink).spaced(22.5, 2.5)
	case level == 2:
		return text(Semibold, 12.5, 15, ink).spaced(15, 0)
	}
	return text(Semibold, 11, 15, ink).spaced(half, 0)
}
