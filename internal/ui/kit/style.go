package kit

import (
	"math"

	"fyne.io/fyne/v2"
)

// Style is a size, line height and weight of text.
type Style int

// The styles. Strong ones are semibold.
const (
	Body          Style = iota // 13/18: running text, fields, row titles
	BodyStrong                 // card titles
	Display                    // 24/30 semibold: the welcome page only
	Heading                    // 20/26 semibold: page titles
	Subheading                 // 15/20 semibold
	Dense                      // 12/16: table cells, links, section list
	DenseStrong                // labels, buttons
	Caption                    // 11/15: help, counts, pills
	CaptionStrong              // column heads
	prose                      // 12/17: a worked example
)

// points returns the designed size and line height and whether it is bold.
func (s Style) points() (size, height float32, bold bool) {
	switch s {
	case Display:
		return 24, 30, true
	case Heading:
		return 20, 26, true
	case Subheading:
		return 15, 20, true
	case Dense:
		return 12, 16, false
	case DenseStrong:
		return 12, 16, true
	case Caption:
		return 11, 15, false
	case prose:
		return 12, 17, false
	case CaptionStrong:
		return 11, 15, true
	case BodyStrong:
		return 13, 18, true
	case Body:
	}
	return 13, 18, false
}

// size is the size of the letters in the person's text size.
func (s Style) size() float32 {
	size, _, _ := s.points()
	return size * factor()
}

// height is the height of a line.
func (s Style) height() float32 {
	_, height, _ := s.points()
	return px(height)
}

// rise is where the toolkit's box for the text begins so that the letters stand
// on the style's baseline in its line. The toolkit rounds ascents up.
func (s Style) rise() float32 {
	size := s.size()
	ascent, descent := round(interAscent*size), round(interDescent*size)
	baseline := float32(math.Floor(float64(ascent + (s.height()-ascent-descent)/2)))
	return baseline - ceil((interAscent+interLead)*size)
}

func (s Style) text() fyne.TextStyle {
	_, _, bold := s.points()
	return fyne.TextStyle{Bold: bold}
}

// width is how wide a text is in this style, rounded up.
func (s Style) width(text string) float32 { return ceil(s.exactWidth(text)) }

func (s Style) exactWidth(text string) float32 {
	if text == "" {
		return 0
	}
	return fyne.MeasureText(text, s.size(), s.text()).Width
}
