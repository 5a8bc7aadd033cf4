package layout

import "ledstjarna/internal/report"

// grid places the columns of a table.
func (b *builder) grid(t report.Table) *tableGrid {
	g := &tableGrid{Table: t, left: b.frame.text, right: b.frame.right, style: cellStyle(), above: 4, below: 4.5}
	if t.Hanging {
		g.left = b.frame.left
	}
	if b.frame.landscape {
		g.style, g.above, g.below = wideCellStyle(), 3.5, 4
	}
	for i := range t.Columns {
		if !emptyColumn(t, i) {
			g.keep = append(g.keep, i)
		}
	}
	b.place(g)
	return g
}

func emptyColumn(t report.Table, i int) bool {
	rows := t.Rows
	if t.Sum != nil {
		rows = append(append([]report.TableRow{}, rows...), *t.Sum)
	}
	for _, r := range rows {
		if r.Group || i >= len(r.Cells) {
			continue
		}
		if c := r.Cells[i]; len(c.Text) > 0 || len(c.Second) > 0 || c.Bar != nil {
			return false
		}
	}
	return true
}

// extent is what a column's content asks for.
type extent struct {
	longest float64 // its longest word
	widest  float64 // its widest cell on one line
	mean    float64 // of its cells
	frac    float64 // its widest decimal part
}

// headRoom is how much wider than its content a fixed column may be for its head
// to stand on one line.
const headRoom = 18.0

// extent measures column i of the kept ones.
func (b *builder) extent(g *tableGrid, i int) extent {
	column := g.Columns[g.keep[i]]
	bold := g.style.bold()
	var e extent
	var head extent
	head.add(b.words(report.Plain(column.Head), bold, nil))
	n, sum := 1.0, head.mean
	each := func(r report.TableRow, st style) {
		if r.Group || g.keep[i] >= len(r.Cells) {
			return
		}
		c := r.Cells[g.keep[i]]
		var row extent
		row.add(b.words(c.Text, st, nil))
		if c.Bar != nil {
			row.widest += barWidth + 6
			row.longest = row.widest
		}
		row.add(b.words(c.Second, st, nil))
		if column.Align == report.Decimal {
			e.frac = max(e.frac, b.m.Width(fraction(clean(c.Text.String())), st.font))
			row.longest = row.widest
		}
		e.longest, e.widest = max(e.longest, row.longest), max(e.widest, row.widest)
		sum, n = sum+row.mean, n+1
	}
	st := g.style
	if i == 0 && g.Hanging {
		st = bold
	}
	for _, r := range g.Rows {
		each(r, st)
	}
	if g.Sum != nil {
		each(*g.Sum, bold)
	}
	e.mean = sum / n
	e.longest = max(e.longest, head.longest)
	if head.widest > e.widest+headRoom && column.Fixed {
		head.widest = head.longest // it stands on two lines
	}
	e.widest = max(e.widest, head.widest)
	return e
}

// add takes a text into account.
func (e *extent) add(words []word) {
	at, total := 0.0, 0.0
	for i, w := range words {
		e.longest = max(e.longest, w.width)
		total += w.width + w.space
		at += w.width
		e.widest = max(e.widest, at)
		at += w.space
		if w.hard || i == len(words)-1 {
			at = 0
		}
	}
	e.mean += total
}

// place gives every column its width: the declared ones theirs, fixed ones the
// width of their content, the others the rest in proportion to their content, none
// narrower than its longest word while that fits.
func (b *builder) place(g *tableGrid) {
	n := len(g.keep)
	if n == 0 {
		return
	}
	extents := make([]extent, n)
	for i := range extents {
		extents[i] = b.extent(g, i)
	}
	gaps := g.gaps()
	least, weight, slack := make([]float64, n), make([]float64, n), make([]float64, n)
	for i, e := range extents {
		c := g.Columns[g.keep[i]]
		switch {
		case i == 0 && g.Hanging:
			least[i] = max(b.frame.text-b.frame.left, e.longest+gaps[i])
		case c.Width > 0 && len(g.keep) == len(g.Columns):
			need := e.longest + min(gaps[i], tight)
			least[i] = max(c.Width*mm, min(need, c.Width*mm*1.3))
			slack[i] = max(least[i]-e.longest-gaps[i], 0)
		case c.Fixed || c.Align != report.Left:
			least[i] = e.widest + 0.1 + gaps[i]
			if wordy := e.longest + gaps[i]; e.widest > 45*mm {
				least[i] = wordy
			}
		default:
			least[i], weight[i] = e.longest+0.1+gaps[i], max(min(e.widest, 3*e.mean), 20)
		}
	}
	b.temper(g, extents, least, weight)
	giveSlack(least, slack, g.right-g.left)
	widths := share(least, weight, g.right-g.left)
	x := g.left
	g.x, g.width, g.frac = make([]float64, n), make([]float64, n), make([]float64, n)
	for i, w := range widths {
		e := extents[i]
		g.x[i], g.frac[i] = x, e.frac
		g.width[i] = max(w-gaps[i], min(e.longest+0.05, w-min(gaps[i], tight)), min(w, 6))
		x += w
	}
}

// temper keeps one long word from starving the other columns, and gives columns
// with short texts the width of a line where there is plenty.
func (b *builder) temper(g *tableGrid, extents []extent, least, weight []float64) {
	const short = 26 * mm
	room, flexible := g.right-g.left, 0
	for i := range least {
		if weight[i] > 0 {
			flexible++
		} else {
			room -= least[i]
		}
	}
	if flexible < 2 {
		return
	}
	claimed := 0.0
	for i := range least {
		if weight[i] > 0 {
			least[i] = min(least[i], max(0.4*room, room/float64(flexible), narrowest))
			claimed += least[i]
		}
	}
	gaps := g.gaps()
	for i, e := range extents {
		more := e.widest + 0.1 + gaps[i] - least[i]
		if weight[i] > 0 && e.widest <= short && claimed+more < 0.8*room {
			least[i] += max(more, 0)
			claimed += max(more, 0)
		}
	}
}

// tight is the space left on the right of a column whose longest word needs more
// than its declared width gives.
const tight = 3.0

// giveSlack takes what is missing from declared columns that have room to spare.
func giveSlack(least, slack []float64, total float64) {
	missing, spare := -total, 0.0
	for i := range least {
		missing += least[i]
		spare += slack[i]
	}
	if missing <= 0 || spare == 0 {
		return
	}
	for i := range least {
		least[i] -= slack[i] * min(missing/spare, 1)
	}
}

// gaps are the spaces on the right of each column but the last.
func (g *tableGrid) gaps() []float64 {
	gaps := make([]float64, len(g.keep))
	for i := range len(gaps) - 1 {
		gaps[i] = 8
		if len(gaps) >= 5 {
			gaps[i] = 6
		}
		this, next := g.Columns[g.keep[i]], g.Columns[g.keep[i+1]]
		switch {
		case isRight(this.Align) && !isRight(next.Align):
			gaps[i] = 11
		case this.Align == report.Centre && next.Align == report.Centre && this.Width > 0 && next.Width > 0:
			gaps[i] = 0 // the same pitch for all of them; their content is narrow
		}
	}
	return gaps
}

func isRight(a report.Align) bool { return a == report.Right || a == report.Decimal }
