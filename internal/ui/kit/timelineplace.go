package kit

import (
	"slices"

	"fyne.io/fyne/v2"
)

func (t *Timeline) count() int {
	if t.source == nil {
		return 0
	}
	return t.source.Rows()
}

func (t *Timeline) scale() timeScale {
	w := t.room().Width
	return timeScale{t.left, max(0.01, float64(w)) / (t.months * daysOfMonth)}
}

func (t *Timeline) shownDays() float64 { return t.months * daysOfMonth }

// nameWidth is that of the column of names.
func (t *Timeline) nameWidth() float32 {
	if w := t.Size().Width; w < px(timeNames+400) {
		return max(px(timeNamesLow), min(px(timeNames), w-px(400)))
	}
	return px(timeNames)
}

func (t *Timeline) headHeight() float32 {
	h := float32(2 * timeHeadRow)
	if t.scale().weeks() {
		h += timeWeekRow
	}
	return px(h)
}

// room is the size of the chart under its head.
func (t *Timeline) room() fyne.Size {
	s := t.Size()
	return fyne.NewSize(s.Width-t.nameWidth()-1, s.Height-px(2*timeHeadRow)-t.footHeight())
}

// full is the height of all rows and the foot.
func (t *Timeline) full() float32 { return px(t.tops[len(t.tops)-1] + timeFoot) }

// rowTop is the top of a row under the head.
func (t *Timeline) rowTop(row int) float32 { return px(t.tops[row]) - t.offset }

func (t *Timeline) rowHeight(row int) float32 { return px(t.tops[row+1]) - px(t.tops[row]) }

// rowAtY returns the row at a height under the head, or -1.
func (t *Timeline) rowAtY(y float32) int {
	y += t.offset
	if y < 0 || len(t.tops) < 2 {
		return -1
	}
	i, found := slices.BinarySearchFunc(t.tops, y, func(top, y float32) int {
		switch top = px(top); {
		case top < y:
			return -1
		case top > y:
			return 1
		}
		return 0
	})
	if !found {
		i--
	}
	if i >= t.count() {
		return -1
	}
	return i
}

func (t *Timeline) body() float32 { return t.Size().Height - t.headHeight() - t.footHeight() }

func (t *Timeline) scrollTo(offset float32) {
	offset = round(max(0, min(offset, t.full()-t.body())))
	if offset != t.offset {
		t.offset = offset
		t.tip.leave()
		t.arrange(t.Size())
	}
}

func (t *Timeline) scrollAlong(days float64) {
	t.left = max(float64(t.first), min(t.left+days, float64(t.last)-t.shownDays()*0.5))
	t.tip.leave()
	t.arrange(t.Size())
}

func (t *Timeline) revealRow() {
	if t.at < 0 || t.Size().Height <= 0 {
		return
	}
	top := px(t.tops[t.at])
	switch h := t.rowHeight(t.at); {
	case top < t.offset:
		t.scrollTo(top)
	case top+h > t.offset+t.body()-px(scrollBar+6):
		t.scrollTo(top + h - t.body() + px(scrollBar+6))
	}
}
