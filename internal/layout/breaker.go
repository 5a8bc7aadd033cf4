package layout

import (
	"slices"

	"github.com/rivo/uniseg"
)

// breaker divides words into lines no wider than width and no longer than
// longLine characters where that can be. It returns the index after the last word
// of each line. Every word is at most as wide as a line.
type breaker func(words []word, width float64) []int

// What an end of a line costs beside the room that the line leaves empty, which
// costs its share of the line, squared.
const (
	costHyphen  = 0.02 // a word is divided
	costLadder  = 0.2  // and the line before ended so too
	costDash    = 0.01 // after a hyphen or slash of the word's own
	costWidow   = 0.25 // the last line has one short word only
	shortWidow  = 8    // characters
	toleratedPt = 0.01 // of rounding
)

// totalFit chooses, of all ways to divide a paragraph into as few lines as it
// takes, the one whose lines are the most alike (Knuth and Plass, for text that
// is not justified).
func totalFit(words []word, width float64) []int {
	var ends []int
	for start := 0; start < len(words); {
		end := start + 1
		for end < len(words) && !words[end-1].hard {
			end++
		}
		ends = append(ends, fit(words[start:end], width, start)...)
		start = end
	}
	return ends
}

// way is the best way to end a line after a word.
type way struct {
	lines int
	cost  float64
	from  int // where the line begins
}

func (w way) better(x way) bool {
	if w.lines != x.lines {
		return w.lines < x.lines
	}
	return w.cost < x.cost
}

// fit divides words without a forced end among them. offset is added to the
// indices that it returns.
func fit(words []word, width float64, offset int) []int {
	best := make([]way, len(words)+1)
	for end := 1; end <= len(words); end++ {
		best[end] = way{lines: len(words) + 1}
		last := words[end-1]
		wide, chars := last.hyphen-last.space, 0
		if last.hyphen > 0 {
			chars++
		}
		for from := end - 1; from >= 0; from-- {
			w := words[from]
			wide, chars = wide+w.width+w.space, chars+w.chars
			if w.space > 0 && from < end-1 {
				chars++
			}
			if from < end-1 && (wide > width+toleratedPt || chars > longLine) {
				break
			}
			x := way{lines: best[from].lines + 1, cost: best[from].cost, from: from}
			x.cost += ending(words, from, end, (width-wide)/width, from > 0 && words[from-1].hyphen > 0)
			if x.better(best[end]) {
				best[end] = x
			}
		}
	}
	var ends []int
	for end := len(words); end > 0; end = best[end].from {
		ends = append(ends, end+offset)
	}
	slices.Reverse(ends)
	return ends
}

// ending is what it costs to set words[from:end] on a line and leave a share of it
// empty.
func ending(words []word, from, end int, empty float64, ladder bool) float64 {
	last := words[end-1]
	if end == len(words) {
		if from > 0 && end-from == 1 && last.chars < shortWidow {
			return costWidow
		}
		return 0
	}
	cost := max(empty, 0) * max(empty, 0)
	switch {
	case last.hyphen > 0 && ladder:
		return cost + costHyphen + costLadder
	case last.hyphen > 0:
		return cost + costHyphen
	case last.space == 0:
		return cost + costDash
	}
	return cost
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
		out = append(out, line{words: b.whole(fitting[start:end]), last: end == len(fitting) || fitting[end-1].hard})
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
