package layout

import "github.com/rivo/uniseg"

// breaker divides words into lines no wider than width and no longer than
// longLine characters where that can be. It returns the index after the last word
// of each line. Every word is at most as wide as a line.
type breaker func(words []word, width float64) []int

// greedy fills each line with as many words as it takes. A last line with one
// short word gets another from the line before.
func greedy(words []word, width float64) []int {
	var ends []int
	start := 0
	at, chars := 0.0, 0
	for i, w := range words {
		if i > start && (at+w.width > width+0.01 || chars+w.chars > longLine) {
			ends = append(ends, i)
			start, at, chars = i, 0, 0
		}
		at += w.width + w.space
		chars += w.chars
		if w.space > 0 {
			chars++
		}
		if w.hard {
			ends = append(ends, i+1)
			start, at, chars = i+1, 0, 0
		}
	}
	if start < len(words) {
		ends = append(ends, len(words))
	}
	return noOrphanWord(words, ends, width)
}

// noOrphanWord moves a word down to a last line that has only one short word.
func noOrphanWord(words []word, ends []int, width float64) []int {
	n := len(ends)
	if n < 2 || ends[n-1]-ends[n-2] != 1 || words[ends[n-1]-1].chars >= 8 || words[ends[n-2]-1].hard {
		return ends
	}
	start := 0
	if n > 2 {
		start = ends[n-3]
	}
	moved := words[ends[n-2]-1]
	if ends[n-2]-start < 3 || moved.width+moved.space+words[ends[n-1]-1].width > width {
		return ends
	}
	ends[n-2]--
	return ends
}

// line is a line of text.
type line struct {
	words []word
	last  bool // of its paragraph, or before a forced end
}

// width is that of the words and the spaces between them.
func (l line) width() float64 {
	w := 0.0
	for i, x := range l.words {
		w += x.width
		if i < len(l.words)-1 {
			w += x.space
		}
	}
	return w
}

// lines divides words with the given breaker, after chopping those too long.
func (b *builder) lines(words []word, width float64) []line {
	fitting := words
	for i, w := range words {
		if w.width > width {
			fitting = append([]word{}, words[:i]...)
			for _, x := range words[i:] {
				fitting = append(fitting, b.chop(x, width)...)
			}
			break
		}
	}
	var out []line
	start := 0
	for _, end := range b.breaks(fitting, width) {
		out = append(out, line{words: fitting[start:end], last: end == len(fitting) || fitting[end-1].hard})
		start = end
	}
	return out
}

// chop divides a word wider than a line between characters that a reader sees
// as one.
func (b *builder) chop(w word, width float64) []word {
	if w.width <= width {
		return []word{w}
	}
	var out []word
	var open word
	for _, p := range w.pieces {
		if p.text == "" {
			open.pieces, open.width = append(open.pieces, p), open.width+p.width
			continue
		}
		rest, state := p.text, -1
		for rest != "" {
			var cluster string
			cluster, rest, _, state = uniseg.FirstGraphemeClusterInString(rest, state)
			if cw := b.m.Width(cluster, p.voice.font); open.width+cw > width && len(open.pieces) > 0 {
				out, open = append(out, open), word{}
			}
			b.extend(&open, cluster, p.voice)
		}
	}
	open.space, open.hard = w.space, w.hard
	return append(out, open)
}

// extend adds a cluster to the last piece if it speaks in the same voice.
func (b *builder) extend(w *word, cluster string, v *voice) {
	n := len(w.pieces)
	if n == 0 || w.pieces[n-1].voice != v || w.pieces[n-1].text == "" {
		b.grow(w, piece{text: cluster, voice: v})
		return
	}
	p := &w.pieces[n-1]
	w.width -= p.width
	p.text += cluster
	p.width = b.m.Width(p.text, v.font)
	w.width += p.width
	w.chars++
}
