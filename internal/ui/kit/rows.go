package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Rows stacks rows, with or without lines between them.
type Rows struct {
	widget.BaseWidget
	divided bool
	rows    []fyne.CanvasObject
	rules   []*canvas.Rectangle // reused; one over every row but the first
	top     bool                // the first row follows the card's corners
	bottom  bool                // the last row does
}

// NewRows returns a stack of rows.
func NewRows(divided bool, rows ...fyne.CanvasObject) *Rows {
	r := &Rows{divided: divided, rows: rows}
	r.ExtendBaseWidget(r)
	return r
}

// SetRows shows other rows. The caller keeps and reuses them.
func (r *Rows) SetRows(rows ...fyne.CanvasObject) {
	r.rows = rows
	r.Refresh()
}

func (r *Rows) roundCorners(top, bottom bool) { r.top, r.bottom = top, bottom }

// CreateRenderer is called by the toolkit.
func (r *Rows) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &rowsRenderer{drawing: drawing{of: r}, r: r}
}

// rowsRenderer follows a change of rows.
type rowsRenderer struct {
	drawing
	r *Rows
}

func (d *rowsRenderer) Objects() []fyne.CanvasObject {
	d.objects = append(d.objects[:0], d.r.rows...)
	for _, rule := range d.r.rules {
		d.objects = append(d.objects, rule)
	}
	return d.objects
}

func (r *Rows) paint() {
	for r.divided && len(r.rules) < len(r.rows)-1 {
		r.rules = append(r.rules, newRect())
	}
	for i, rule := range r.rules {
		paintRect(rule, ColorLine, 0)
		rule.Hidden = i >= len(r.rows)-1
	}
	for i, row := range r.rows {
		if o, ok := row.(rounded); ok {
			o.roundCorners(r.top && i == 0, r.bottom && i == len(r.rows)-1)
		}
	}
}

func (r *Rows) measure() fyne.Size {
	w := float32(0)
	for _, row := range r.rows {
		w = max(w, row.MinSize().Width)
	}
	return fyne.NewSize(w, r.HeightForWidth(max(w, r.Size().Width)))
}

// HeightForWidth is the height of all rows; the lines lie on their lower edges.
func (r *Rows) HeightForWidth(w float32) float32 {
	h := float32(0)
	for _, row := range r.rows {
		if row.Visible() {
			h += heightFor(row, w)
		}
	}
	return h
}

func (r *Rows) arrange(s fyne.Size) {
	y := float32(0)
	for i, row := range r.rows {
		if !row.Visible() {
			continue
		}
		if i > 0 && r.divided {
			put(r.rules[i-1], 0, y-1, s.Width, 1)
		}
		h := heightFor(row, s.Width)
		put(row, 0, y, s.Width, h)
		y += h
	}
}
