package pdf

import (
	"bytes"
	"unicode"

	"ledstjarna/assets"
)

// patterns are those of Liang's algorithm: the letters of each, and what stands
// before, between and after them.
type patterns struct {
	values  map[string][]byte
	longest int // in letters
}

// leastPart is how many letters of a divided word stand on each line.
const leastPart = 3

// readPatterns reads patterns in ISO 8859-1, one a line: "ak3t2ri".
func readPatterns(data []byte) patterns {
	p := patterns{values: map[string][]byte{}}
	for line := range bytes.SplitSeq(data, []byte("\n")) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || bytes.IndexByte(line, '8') == 3 || bytes.HasPrefix(line, []byte("LEFT")) || bytes.HasPrefix(line, []byte("RIGHT")) {
			continue
		}
		var letters []rune
		values := []byte{0}
		for _, c := range line {
			if c >= '0' && c <= '9' {
				values[len(values)-1] = c - '0'
				continue
			}
			letters, values = append(letters, rune(c)), append(values, 0)
		}
		p.values[string(letters)] = values
		p.longest = max(p.longest, len(letters))
	}
	return p
}

// divide returns where a word may be divided, as indices of its letters.
func (p patterns) divide(word []rune) []int {
	framed := append(append([]rune{'.'}, word...), '.')
	for i, r := range framed {
		framed[i] = unicode.ToLower(r)
	}
	odds := make([]byte, len(framed)+1)
	for i := range framed {
		for j := i + 1; j <= min(len(framed), i+p.longest); j++ {
			for k, v := range p.values[string(framed[i:j])] {
				odds[i+k] = max(odds[i+k], v)
			}
		}
	}
	var out []int
	for i := leastPart; i <= len(word)-leastPart; i++ {
		if odds[i+1]%2 == 1 {
			out = append(out, i)
		}
	}
	return out
}

// Divide implements layout.Hyphenator for Swedish.
func (f *Fonts) Divide(word []rune) []int { return f.swedish().divide(word) }

func swedishPatterns() patterns { return readPatterns(assets.SwedishHyphenation()) }
