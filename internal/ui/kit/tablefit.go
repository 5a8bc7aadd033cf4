package kit

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
)

// fitRows is how many rows say how wide the columns want to be: in a long list, which is
// filled anew at every keystroke in its filter, the first ones and some from all of it.
const fitRows = 100

// sampled calls do with the rows that say how wide the columns want to be.
func (t *Table) sampled(do func(row int) bool) {
	all := t.rows()
	for i := range min(all, fitRows) {
		row := i
		if half := fitRows / 2; all > fitRows && i >= half {
			row = half + (i-half)*(all-half)/half
		}
		if _, head := t.groupAt(row); !head && !do(row) {
			return
		}
	}
}

// tableFit is what the columns of a table want, and of what that was measured.
type tableFit struct {
	wants  []float32 // 0 for a column that keeps its width
	rows   int
	factor float32
}

// fit moves room to columns whose title or cells are cut from those that have more than
// theirs need. Columns that the person gave a width keep it, and so do all of a table with
// bars, which are read against each other.
func (t *Table) fit() {
	wants := t.wants()
	needs, spares := make([]float32, len(t.wide)), make([]float32, len(t.wide))
	need, spare := float32(0), float32(0)
	for i, c := range t.columns {
		if _, own := t.own[c.ID]; own || wants[i] == 0 {
			continue
		}
		needs[i], spares[i] = max(0, wants[i]-t.wide[i]), max(0, t.wide[i]-wants[i])
		need, spare = need+needs[i], spare+spares[i]
	}
	if need == 0 || spare == 0 {
		return
	}
	part := min(1, need/spare)
	moved := float32(0)
	for i := range t.wide {
		taken := float32(math.Floor(float64(spares[i] * part)))
		t.wide[i] -= taken
		moved += taken
	}
	for i, given := range shareOut(needs, moved) {
		t.wide[i] += given
	}
}

// shareOut gives as much of the room as there is to the needs, the small ones whole
// before the large, for a long text is cut in any case.
func shareOut(needs []float32, room float32) []float32 {
	order := make([]int, len(needs))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(needs[a], needs[b]) })
	out := make([]float32, len(needs))
	for i, at := range order {
		out[at] = min(needs[at], float32(math.Floor(float64(room)/float64(len(order)-i))))
		room -= out[at]
	}
	return out
}

// wants are the widths in which titles and cells are whole. In a table that is written
// in they stay while its rows do, so that nothing moves under what is written.
func (t *Table) wants() []float32 {
	now := tableFit{rows: t.rows(), factor: factor()}
	if t.fitted.wants != nil && t.fitted.rows == now.rows && t.fitted.factor == now.factor {
		return t.fitted.wants
	}
	gauge := newTableCell()
	bars := false
	for _, c := range t.columns {
		want, bar := t.want(c, gauge)
		now.wants = append(now.wants, want)
		bars = bars || bar
	}
	if bars {
		clear(now.wants)
	}
	t.fitted = now
	return now.wants
}

// want is the width in which a column's title and its cells are whole. Only the texts
// and states that look longest are measured, for that takes time. Bars says that it has
// bars.
func (t *Table) want(c TableColumn, gauge *tableCell) (width float32, bars bool) {
	if c.Check || c.Keep || c.Title == "" {
		return 0, false
	}
	var texts, states longest
	t.sampled(func(row int) bool {
		cell := t.source.Cell(row, c.ID)
		bars = cell.Filled
		texts.offer(cell, breadth(cell.Text))
		states.offer(cell, breadth(cell.State.Word)+breadth(cell.State.Detail))
		return !bars
	})
	if bars {
		return 0, true
	}
	w := CaptionStrong.width(c.Title)
	if c.Sort {
		w += px(14)
	}
	for _, cell := range append(texts.cells[:], states.cells[:]...) {
		cell.Text = widestDigits(cell.Text)
		gauge.set(cell)
		w = max(w, gauge.natural())
	}
	return ceil(w) + 1, false
}

// widestDigits is a text with all its digits as wide as the widest, for a number that is not
// measured can have any.
func widestDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return '0'
		}
		return r
	}, text)
}

// longest are the cells that look longest.
type longest struct {
	cells [3]Cell
	long  [3]int
}

func (l *longest) offer(c Cell, long int) {
	for i := range l.cells {
		switch {
		case long > l.long[i]:
			l.cells[i], c = c, l.cells[i]
			l.long[i], long = long, l.long[i]
		case c == l.cells[i]:
			return
		}
	}
}

// breadth is about how wide a text is, in tenths of a usual letter.
func breadth(text string) int {
	n := 0
	for _, r := range text {
		switch {
		case strings.ContainsRune("ijl.,:;'’|!()", r):
			n += 5
		case strings.ContainsRune("frt -", r):
			n += 7
		case strings.ContainsRune("mwMW@%", r):
			n += 16
		case unicode.IsUpper(r):
			n += 12
		default:
			n += 10
		}
	}
	return n
}
