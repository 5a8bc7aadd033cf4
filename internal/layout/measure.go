package layout

// Face is a style of the typeface.
type Face uint8

// The faces.
const (
	Regular Face = iota
	Semibold
	Italic
	SemiboldItalic
)

// Font is a face at a size in points.
type Font struct {
	Face Face
	Size float64
}

// Measurer knows how wide texts are.
type Measurer interface {
	// Width returns the width of a text in points, with kerning inside its words.
	Width(text string, font Font) float64
}

// Hyphenator knows where words of the language of a print's hyphenation can be
// divided. A Measurer that is one as well divides the words of prints that ask for
// it.
type Hyphenator interface {
	// Divide returns where a word of letters only may be divided, as indices of its
	// letters, rising.
	Divide(word []rune) []int
}
