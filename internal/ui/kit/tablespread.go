package kit

import "math"

// sideBar is the room under the rows for what scrolls a table sideways.
const sideBar = scrollBar + 6

// least is the designed least width of a column.
func (c TableColumn) least() float32 {
	switch {
	case c.Check:
		return 16
	case c.Width > 0:
		return c.Width
	case c.Min > 0:
		return c.Min
	}
	return 80
}

// least is the least width of a column. Where there is room at the side, it is
// not less than its title takes, within reason.
func (t *Table) least(c TableColumn) float32 {
	w := px(c.least())
	if own, ok := t.own[c.ID]; ok && !c.Check {
		if t.sideways {
			return px(own)
		}
		w = min(w, px(own))
	}
	if !t.sideways || c.Check {
		return w
	}
	return max(w, min(ceil(CaptionStrong.width(c.Title)), px(headMost)))
}

// spare is the width that the columns leave of w at their least; less than 0
// where they want more.
func (t *Table) spare(w float32) float32 {
	left := w - px(2*gutter) - px(tableGap)*float32(max(0, len(t.columns)-1))
	for _, c := range t.columns {
		left -= t.least(c)
	}
	return left
}

// under is the room under the rows of a table in a page for what scrolls it
// sideways at a width.
func (t *Table) under(w float32) float32 {
	if !t.sideways || !t.style.Whole || w == 0 || t.spare(w) >= 0 {
		return 0
	}
	return px(sideBar)
}

// HeightForWidth is the height that a table in a page wants.
func (t *Table) HeightForWidth(w float32) float32 {
	if !t.style.Whole {
		return t.measure().Height
	}
	return t.headHeight() + t.footHeight() + t.rowHeight()*float32(t.rows()) + t.under(w)
}

// spread gives every column its place at a width. Where there is too little
// room, all but the boxes give way in proportion. What one then has to spare goes to one
// that is cut.
func (t *Table) spread(w float32) {
	t.xs, t.wide = t.xs[:0], t.wide[:0]
	left := t.spare(w)
	yielding := float32(0)
	for _, c := range t.columns {
		if c.Check {
			continue
		}
		yielding += t.least(c)
	}
	t.across = max(w, w-left)
	t.shift = max(0, min(t.shift, t.across-w))
	given, left := t.owned(left)
	sharers, shares := t.sharing()
	for i, c := range t.columns {
		width := t.least(c) + given[i]
		switch {
		case c.Check:
		case left < 0 && t.sideways:
		case left < 0 && yielding > 0:
			width = max(0, width+float32(math.Floor(float64(left*width/yielding))))
		case shares(c) && left > 0:
			width += float32(math.Floor(float64(left / float32(sharers))))
		}
		t.wide = append(t.wide, width)
	}
	if left >= 0 || !t.sideways {
		t.fit()
	}
	x := px(gutter) - t.shift
	for _, width := range t.wide {
		t.xs = append(t.xs, x)
		x += width + px(tableGap)
	}
}
