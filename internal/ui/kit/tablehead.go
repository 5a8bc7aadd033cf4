package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"ledstjarna/assets"
)

// tableHead draws the columns' titles.
type tableHead struct {
	widget.BaseWidget
	table  *Table
	ground *canvas.Rectangle
	rule   *canvas.Rectangle
	titles []*line
	arrow  *picture
	box    tickBox
}

func newTableHead(t *Table) *tableHead {
	h := &tableHead{table: t, ground: newRect(), rule: newRect(), arrow: newPicture(assets.IconChevronUp, 12, ColorText2), box: newTickBox()}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is called by the toolkit.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer {
	return &tableHeadRenderer{drawing: drawing{of: h}, h: h}
}

type tableHeadRenderer struct {
	drawing
	h *tableHead
}

func (r *tableHeadRenderer) Objects() []fyne.CanvasObject {
	r.objects = append(r.objects[:0], r.h.ground, r.h.rule)
	for _, title := range r.h.titles {
		r.objects = append(r.objects, title.Text)
	}
	r.objects = append(append(r.objects, r.h.arrow.Image), r.h.box.parts()...)
	return r.objects
}

func (h *tableHead) paint() {
	paintRect(h.ground, ColorSub, 0)
	corner := float32(0)
	if h.table.top {
		corner = px(radiusCard) - 1
	}
	h.ground.TopLeftCornerRadius, h.ground.TopRightCornerRadius = corner, corner
	paintRect(h.rule, ColorLine, 0)
	for len(h.titles) < len(h.table.columns) {
		h.titles = append(h.titles, newLine("", CaptionStrong, ColorText2))
	}
	h.box.set(NoBox)
	for i, title := range h.titles {
		title.full = ""
		if i < len(h.table.columns) {
			c := h.table.columns[i]
			title.full, title.ink = c.Title, ColorText2
			if c.Strong {
				title.ink = ColorPrimaryText
			}
			if c.Check && h.table.all != NoBox {
				title.full = ""
				h.box.set(h.table.all)
			}
		}
		title.paint()
	}
	h.arrow.symbol = assets.IconChevronUp
	if h.table.down {
		h.arrow.symbol = assets.IconChevronDown
	}
	h.arrow.paint()
	h.box.paint()
}

// cutText returns the whole title of a column where it is cut, or "".
func (h *tableHead) cutText(_, column int) string {
	if column < 0 || column >= len(h.titles) || !h.titles[column].cut {
		return ""
	}
	return h.titles[column].full
}

func (h *tableHead) measure() fyne.Size { return fyne.Size{} }

func (h *tableHead) arrange(s fyne.Size) {
	t := h.table
	put(h.ground, 0, 0, s.Width, s.Height)
	put(h.rule, 0, s.Height-1, s.Width, 1)
	h.arrow.Hidden = true
	for i, title := range h.titles {
		if i >= len(t.columns) || i >= len(t.xs) {
			continue
		}
		c, x, w := t.columns[i], t.xs[i], t.wide[i]
		y := round((s.Height - 1 - title.height()) / 2)
		if c.Check {
			h.box.place(x, round((s.Height-1-px(16))/2))
		}
		sorted := c.ID == t.sorted && t.sorted != ""
		if sorted {
			w -= px(14)
		}
		used := w
		if c.End {
			title.placeEnd(x, y, w)
		} else {
			used = title.place(x, y, w)
		}
		if sorted {
			h.arrow.Hidden = false
			h.arrow.place(x+used+px(2), 0, s.Height-1)
		}
	}
}
