package pdf

import (
	"math"
	"slices"
	"strings"

	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/harfbuzz"

	"ledstjarna/internal/layout"
)

// shape is a stretch of text in one font file, shaped.
type shape struct {
	face   layout.Face
	runes  []rune
	adjust []int // thousandths of the size to take away after each character
	width  int   // thousandths of the size, adjusted
}

type shapeKey struct {
	face layout.Face
	text string
}

// cached is how many words are remembered before all are forgotten.
const cached = 50000

// shapes returns a text as stretches: each word and each space on its own, in the
// face asked for where that has the characters. It must not be changed.
func (f *Fonts) shapes(text string, id layout.Face) []shape {
	f.mu.Lock()
	defer f.mu.Unlock()
	var out []shape
	for text != "" {
		n := strings.IndexByte(text, ' ')
		switch {
		case n < 0:
			n = len(text)
		case n == 0:
			n = 1
		}
		out = f.stretches(out, text[:n], id)
		text = text[n:]
	}
	return out
}

// stretches appends the shapes of one word.
func (f *Fonts) stretches(out []shape, word string, id layout.Face) []shape {
	key := shapeKey{id, word}
	if s, ok := f.cache[key]; ok {
		return append(out, s)
	}
	rest := f.drawable(word, id)
	if len(rest) > 0 && sameFace(rest) {
		s := f.shape(rest, rest[0].face)
		if len(f.cache) >= cached {
			clear(f.cache)
		}
		f.cache[key] = s
		return append(out, s)
	}
	for len(rest) > 0 {
		n := 1
		for n < len(rest) && rest[n].face == rest[0].face {
			n++
		}
		out = append(out, f.shape(rest[:n], rest[0].face))
		rest = rest[n:]
	}
	return out
}

func sameFace(rs []letter) bool {
	for _, r := range rs {
		if r.face != rs[0].face {
			return false
		}
	}
	return true
}

// shape kerns a stretch of characters that one face has.
func (f *Fonts) shape(letters []letter, id layout.Face) shape {
	s := shape{face: id, runes: make([]rune, len(letters)), adjust: make([]int, len(letters))}
	for i, l := range letters {
		s.runes[i] = l.char
		s.width += f.advance(id, l.char)
	}
	if len(letters) < 2 {
		return s
	}
	face := &f.faces[id]
	b := harfbuzz.NewBuffer()
	b.AddRunes(asSeen(s.runes), 0, -1)
	b.GuessSegmentProperties()
	b.Shape(face.shaper, plainFeatures())
	if len(b.Pos) != len(s.runes) {
		return s
	}
	for i, r := range s.runes {
		kerned := int(math.Round(float64(b.Pos[i].XAdvance) * face.scale))
		s.adjust[i] = f.advance(id, r) - kerned
		s.width -= s.adjust[i]
	}
	return s
}

// asSeen returns the characters with a hyphen for the soft one, which stands only
// where it is seen: a shaper takes it for nothing.
func asSeen(rs []rune) []rune {
	i := slices.Index(rs, softHyphen)
	if i < 0 {
		return rs
	}
	out := slices.Clone(rs)
	out[i] = '-'
	return out
}

// softHyphen is the hyphen of a divided word.
const softHyphen = '\u00AD'

// plainFeatures switches off what would make other glyphs of the characters: in
// the file, a character is its own code.
func plainFeatures() []harfbuzz.Feature {
	var out []harfbuzz.Feature
	for _, name := range []string{"liga", "clig", "calt", "ccmp", "locl"} {
		out = append(out, harfbuzz.Feature{Tag: ot.MustNewTag(name), Start: 0, End: harfbuzz.FeatureGlobalEnd})
	}
	return out
}
