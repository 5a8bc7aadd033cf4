package pdf

import (
	"bytes"
	"fmt"
	"math"
	"sync"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/harfbuzz"

	"ledstjarna/assets"
	"ledstjarna/internal/layout"
)

// fallback is the face for what the others lack. It follows the faces of layout.
const fallback = layout.SemiboldItalic + 1

// faces is how many faces there are.
const faces = int(fallback) + 1

// Fonts are the typefaces of printed pages. They measure text for a layout and
// tell where its words can be divided, and may be used from several goroutines at once.
type Fonts struct {
	faces [faces]face
	mu    sync.Mutex
	cache map[shapeKey]shape
	// swedish returns the patterns for dividing words, which are read once and only
	// where they are asked for.
	swedish func() patterns
}

// face is one font file.
type face struct {
	asset  assets.Font
	data   []byte
	parsed *font.Face
	shaper *harfbuzz.Font
	scale  float64 // font units to thousandths of the size
}

// NewFonts reads the typefaces.
func NewFonts() (*Fonts, error) {
	f := &Fonts{cache: map[shapeKey]shape{}, swedish: sync.OnceValue(swedishPatterns)}
	for i, name := range []assets.Font{
		assets.SourceSans, assets.SourceSansSemibold, assets.SourceSansItalic, assets.SourceSansSemiboldItalic, assets.DejaVuSans,
	} {
		data := name.TTF()
		parsed, err := font.ParseTTF(bytes.NewReader(data))
		if err != nil {
			return nil, fmt.Errorf("read font %s: %w", name, err)
		}
		f.faces[i] = face{
			asset: name, data: data, parsed: parsed,
			shaper: harfbuzz.NewFont(parsed), scale: 1000 / float64(parsed.Upem()),
		}
	}
	return f, nil
}

// has reports whether a face can draw a character.
func (f *Fonts) has(id layout.Face, r rune) bool {
	if r > 0xFFFF || isRightToLeft(r) {
		return false
	}
	_, ok := f.faces[id].parsed.NominalGlyph(r)
	return ok
}

// advance returns the width of a character in thousandths of the size, as it
// stands in the file. It leaves the shaping locks alone: it only reads.
func (f *Fonts) advance(id layout.Face, r rune) int {
	face := &f.faces[id]
	glyph, ok := face.parsed.NominalGlyph(r)
	if !ok {
		return 0
	}
	return int(math.Round(float64(face.parsed.HorizontalAdvance(glyph)) * face.scale))
}

// tracking returns what is added after each character of a size, in points:
// large type is set a little tighter.
func tracking(size float64) float64 {
	if size >= 20 {
		return -0.1
	}
	return 0
}

// Width returns the width in points of a text, with kerning inside its words.
// It is additive at spaces.
func (f *Fonts) Width(text string, font layout.Font) float64 {
	thousandths, characters := 0, 0
	for _, s := range f.shapes(text, font.Face) {
		thousandths += s.width
		characters += len(s.runes)
	}
	return float64(thousandths)*font.Size/1000 + float64(characters)*tracking(font.Size)
}
