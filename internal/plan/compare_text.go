package plan

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// SpanKind is where a stretch of a text stands.
type SpanKind uint8

// The kinds of stretches.
const (
	SpanSame SpanKind = iota
	SpanRemoved
	SpanAdded
)

// TextSpan is a stretch of two compared texts.
type TextSpan struct {
	Kind SpanKind
	Text string
}

// CompareText compares two texts word by word. The same and the removed
// stretches together are the older text, the same and the added ones the newer;
// no two of a kind follow each other, and what is removed stands before what is
// added in its place. Words that only a space would part are told as one
// stretch.
func CompareText(older, newer string) []TextSpan {
	a, b := tokens(older), tokens(newer)
	from := 0
	for from < len(a) && from < len(b) && a[from] == b[from] {
		from++
	}
	after := 0
	for after < len(a)-from && after < len(b)-from && a[len(a)-1-after] == b[len(b)-1-after] {
		after++
	}
	var w spanWriter
	w.add(SpanSame, a[:from])
	w.middle(a[from:len(a)-after], b[from:len(b)-after])
	w.add(SpanSame, a[len(a)-after:])
	return tidy(w.spans)
}

// tokens divides a text into words, stretches of space and single other signs.
func tokens(s string) []string {
	var out []string
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		class := classOf(r)
		for class != signClass && n < len(s) {
			next, size := utf8.DecodeRuneInString(s[n:])
			if classOf(next) != class {
				break
			}
			n += size
		}
		out = append(out, s[:n])
		s = s[n:]
	}
	return out
}

const (
	wordClass = iota
	spaceClass
	signClass
)

func classOf(r rune) int {
	switch {
	case unicode.IsSpace(r):
		return spaceClass
	case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.Mn, r):
		return wordClass
	}
	return signClass
}

// mostEdits is up to how many words two texts are compared one by one; texts
// that differ more are rewritten, and are told line by line.
const mostEdits = 1200

type spanWriter struct{ spans []TextSpan }

func (w *spanWriter) add(k SpanKind, words []string) {
	if len(words) == 0 {
		return
	}
	if n := len(w.spans); n > 0 && w.spans[n-1].Kind == k {
		w.spans[n-1].Text += strings.Join(words, "")
		return
	}
	w.spans = append(w.spans, TextSpan{k, strings.Join(words, "")})
}

// middle compares what is left between a common beginning and a common end.
func (w *spanWriter) middle(a, b []string) {
	if len(a) == 0 || len(b) == 0 {
		w.add(SpanRemoved, a)
		w.add(SpanAdded, b)
		return
	}
	steps, ok := shortest(a, b, mostEdits)
	if !ok {
		la, lb := lines(a), lines(b)
		if len(la) == 1 && len(lb) == 1 {
			w.add(SpanRemoved, a)
			w.add(SpanAdded, b)
			return
		}
		if steps, ok = shortest(la, lb, mostEdits); !ok {
			w.add(SpanRemoved, a)
			w.add(SpanAdded, b)
			return
		}
		a, b = la, lb
	}
	i, j := 0, 0
	for _, k := range steps {
		switch k {
		case SpanSame:
			w.add(SpanSame, a[i:i+1])
			i, j = i+1, j+1
		case SpanRemoved:
			w.add(SpanRemoved, a[i:i+1])
			i++
		case SpanAdded:
			w.add(SpanAdded, b[j:j+1])
			j++
		}
	}
}

func lines(words []string) []string {
	return strings.SplitAfter(strings.Join(words, ""), "\n")
}

// shortest returns the fewest steps from a to b, by the greedy algorithm of
// Myers; ok is false where there are more than most removals and additions.
func shortest(a, b []string, most int) (steps []SpanKind, ok bool) {
	n, m := len(a), len(b)
	most = min(most, n+m)
	ends := make([]int, 2*most+2) // by diagonal, how far in a
	at := func(k int) int { return k + most }
	var trace [][]int
	for d := 0; d <= most; d++ {
		trace = append(trace, slices.Clone(ends[at(-d):at(d)+1]))
		for k := -d; k <= d; k += 2 {
			x := 0
			switch {
			case d == 0:
			case k == -d, k != d && ends[at(k-1)] < ends[at(k+1)]:
				x = ends[at(k+1)]
			default:
				x = ends[at(k-1)] + 1
			}
			for x < n && x-k < m && a[x] == b[x-k] {
				x++
			}
			ends[at(k)] = x
			if x >= n && x-k >= m {
				return walkBack(trace, n, m, d), true
			}
		}
	}
	return nil, false
}

// walkBack reads the steps from the ends that each number of edits reached.
func walkBack(trace [][]int, x, y, d int) []SpanKind {
	var back []SpanKind
	for ; d > 0; d-- {
		ends := trace[d] // as they were after d-1 edits, diagonals -d … d
		at := func(k int) int { return ends[k+d] }
		k := x - y
		from := k - 1
		if k == -d || k != d && at(k-1) < at(k+1) {
			from = k + 1
		}
		px := at(from)
		py := px - from
		for x > px && y > py {
			back = append(back, SpanSame)
			x, y = x-1, y-1
		}
		if from == k+1 {
			back = append(back, SpanAdded)
			y--
		} else {
			back = append(back, SpanRemoved)
			x--
		}
	}
	for ; x > 0; x-- {
		back = append(back, SpanSame)
	}
	slices.Reverse(back)
	return back
}

// tidy joins what only space parts, and puts what is removed before what is
// added in its place.
func tidy(spans []TextSpan) []TextSpan {
	var out []TextSpan
	var removed, added strings.Builder
	flush := func() {
		if removed.Len() > 0 {
			out = append(out, TextSpan{SpanRemoved, removed.String()})
		}
		if added.Len() > 0 {
			out = append(out, TextSpan{SpanAdded, added.String()})
		}
		removed.Reset()
		added.Reset()
	}
	for i, s := range spans {
		switch {
		case s.Kind == SpanRemoved:
			removed.WriteString(s.Text)
		case s.Kind == SpanAdded:
			added.WriteString(s.Text)
		case removed.Len() > 0 && added.Len() > 0 && i+1 < len(spans) && strings.Trim(s.Text, " ") == "" && replaces(spans[i+1:]):
			removed.WriteString(s.Text)
			added.WriteString(s.Text)
		default:
			flush()
			out = append(out, s)
		}
	}
	flush()
	return out
}

// replaces reports whether what follows at once is both removed and added.
func replaces(spans []TextSpan) bool {
	return len(spans) > 1 && spans[0].Kind != SpanSame && spans[1].Kind != SpanSame
}
