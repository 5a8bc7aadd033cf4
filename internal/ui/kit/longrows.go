package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// LongRows stacks many rows of one height in the content of a ScrollBox, with lines
// between them. A row is made when it comes near what is in sight, and given up when it
// is far from it: a list of thousands costs no more than the page that is seen.
type LongRows struct {
	widget.BaseWidget
	box    *ScrollBox
	n      int
	height float32
	build  func(i int) fyne.CanvasObject
	from   int // rows [from, from+len(rows)) are made
	rows   []fyne.CanvasObject
	rules  []*canvas.Rectangle // one under each of them
	top    bool                // the first row follows the card's corners
	bottom bool                // the last row does
}

// NewLongRows returns a stack of n rows of the designed height, 45 when 0. It lies in
// the content of the box.
func NewLongRows(box *ScrollBox, n int, height float32, build func(i int) fyne.CanvasObject) *LongRows {
	if height == 0 {
		height = 45
	}
	r := &LongRows{box: box, n: n, height: height, build: build}
	r.make(0, min(n, rowsAtFirst))
	r.ExtendBaseWidget(r)
	return r
}

// rowsAtFirst are made before it is known what is in sight.
const rowsAtFirst = 24

func (r *LongRows) roundCorners(top, bottom bool) { r.top, r.bottom = top, bottom }

// CreateRenderer is called by the toolkit.
func (r *LongRows) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &longRowsRenderer{drawing: drawing{of: r}, r: r}
}

// longRowsRenderer follows a change of rows.
type longRowsRenderer struct {
	drawing
	r *LongRows
}

func (d *longRowsRenderer) Objects() []fyne.CanvasObject {
	d.objects = append(d.objects[:0], d.r.rows...)
	for _, rule := range d.r.rules[:len(d.r.rows)] {
		d.objects = append(d.objects, rule)
	}
	return d.objects
}

func (r *LongRows) paint() {
	for i, rule := range r.rules {
		paintRect(rule, ColorLine, 0)
		rule.Hidden = r.from+i >= r.n-1
	}
	for i, row := range r.rows {
		if o, ok := row.(rounded); ok {
			o.roundCorners(r.top && r.from+i == 0, r.bottom && r.from+i == r.n-1)
		}
	}
}

func (r *LongRows) measure() fyne.Size {
	w := float32(0)
	for _, row := range r.rows[:min(1, len(r.rows))] {
		w = row.MinSize().Width
	}
	return fyne.NewSize(w, r.HeightForWidth(w))
}

// HeightForWidth is the height of all rows.
func (r *LongRows) HeightForWidth(float32) float32 { return px(r.height) * float32(r.n) }

func (r *LongRows) arrange(s fyne.Size) {
	r.box.watch(r)
	h := px(r.height)
	for i, row := range r.rows {
		y := h * float32(r.from+i)
		put(row, 0, y, s.Width, h)
		put(r.rules[i], 0, y+h-1, s.Width, 1)
	}
}

// look makes the rows that are in sight, and as many as fit in it before and after
// them: to these the keyboard can go.
func (r *LongRows) look() {
	room := r.box.Size().Height
	at, box := positionOf(r), positionOf(r.box)
	if room <= 0 || at.IsZero() && box.IsZero() {
		return // not on screen: what is out of the window has no place
	}
	h := px(r.height)
	top := box.Y - at.Y // of what is in sight
	from := max(0, min(r.n, int((top-room)/h)))
	to := max(from, min(r.n, int((top+2*room)/h)+1))
	if r.make(from, to) {
		r.paint()
		r.arrange(r.Size())
		canvas.Refresh(r)
	}
}

// make brings the made rows to [from, to) and reports whether others are made now.
func (r *LongRows) make(from, to int) bool {
	if from == r.from && to == r.from+len(r.rows) {
		return false
	}
	rows := make([]fyne.CanvasObject, 0, to-from)
	for i := from; i < to; i++ {
		if k := i - r.from; k >= 0 && k < len(r.rows) {
			rows = append(rows, r.rows[k])
			continue
		}
		rows = append(rows, r.build(i))
	}
	r.from, r.rows = from, rows
	for len(r.rules) < len(rows) {
		r.rules = append(r.rules, newRect())
	}
	return true
}
