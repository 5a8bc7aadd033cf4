package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// doubleClick is how close two clicks are that open a row. The toolkit's own
// double tap would hold back every single one.
const doubleClick = 400 * time.Millisecond

// Table shows rows of cells to read, select and open. Only the rows in sight
// are drawn.
type Table struct {
	widget.BaseWidget
	columns []TableColumn
	source  TableSource
	tell    TableEvents
	style   TableLook
	offset  float32
	at      int // the row the keyboard stands on, or -1
	over    int // the row under the mouse, or -1
	focused bool
	sorted  string
	down    bool
	all     Tick
	clock   func() time.Time
	clicked time.Time
	tip     tip
	tipped  [2]int

	head        *tableHead
	body        *tableBody
	foot        *tableRow
	sums        func(column string) Cell
	bar         *tableThumb
	ring        *canvas.Rectangle
	xs          []float32 // left edge and width of every column, at the last width
	wide        []float32
	top, bottom bool // follow the card's corners

	sideways bool    // columns keep their least width and are scrolled to
	shift    float32 // how far they are
	across   float32 // the width of all columns, at the last width
	fitted   tableFit
	lit      func(row int) fyne.ThemeColorName
	placed   func(s fyne.Size) // called after the parts are arranged

	own     map[string]float32 // designed widths that the person gave columns
	resized func(own map[string]float32)
	grips   *fyne.Container // on the borders between columns, in the head
}

var (
	_ fyne.Focusable         = (*Table)(nil)
	_ fyne.Tappable          = (*Table)(nil)
	_ fyne.SecondaryTappable = (*Table)(nil)
	_ fyne.Scrollable        = (*Table)(nil)
	_ desktop.Hoverable      = (*Table)(nil)
)

// NewTable returns a table over a source, which may be nil at first.
func NewTable(columns []TableColumn, source TableSource, look TableLook, tell TableEvents) *Table {
	t := &Table{}
	t.begin(columns, source, look)
	t.tell = tell
	t.ExtendBaseWidget(t)
	return t
}

// begin makes the parts of a table.
func (t *Table) begin(columns []TableColumn, source TableSource, look TableLook) {
	if look.RowHeight == 0 {
		look.RowHeight = 32
	}
	if look.Head == 0 {
		look.Head = 28
	}
	t.columns, t.source, t.style = columns, source, look
	t.at, t.over, t.tipped, t.clock, t.ring = -1, -1, [2]int{-1, -1}, time.Now, newRect()
	t.head, t.body, t.foot, t.grips = newTableHead(t), newTableBody(t), newTableRow(t), &fyne.Container{}
	t.bar = newTableThumb(false, func(by float32) {
		t.scrollTo(t.offset + by*(t.full()-t.room())/max(1, t.room()-t.bar.Size().Height))
	})
}

// SetSource shows other rows. The row the keyboard stands on stays where it is,
// if it is still there.
func (t *Table) SetSource(source TableSource) {
	t.source = source
	t.at = min(t.at, t.rows()-1)
	t.Refresh()
}

// SetColumns shows other columns.
func (t *Table) SetColumns(columns []TableColumn) {
	t.columns = columns
	t.Refresh()
}

// SetSums fixes a row of sums under the others; nil takes it away.
func (t *Table) SetSums(sums func(column string) Cell) {
	t.sums = sums
	t.Refresh()
}

// SetWhole shows all rows, or those that fit in the room that there is.
func (t *Table) SetWhole(whole bool) {
	t.style.Whole = whole
	t.Refresh()
}

// SetSorted marks the column that the rows are sorted by.
func (t *Table) SetSorted(column string, down bool) {
	t.sorted, t.down = column, down
	t.Refresh()
}

// SetAllTicked shows how the box in the head stands.
func (t *Table) SetAllTicked(all Tick) {
	t.all = all
	t.Refresh()
}

// Selected returns the row the keyboard stands on, or -1.
func (t *Table) Selected() int { return t.at }

// Select moves to a row and brings it into sight; -1 selects none. It is not
// told to Selected.
func (t *Table) Select(row int) {
	t.at = max(-1, min(row, t.rows()-1))
	t.reveal()
	t.arrange(t.Size())
	t.turn()
}

// Focus gives the table the keyboard.
func (t *Table) Focus() { focus(t) }

func (t *Table) rows() int {
	if t.source == nil {
		return 0
	}
	return t.source.Rows()
}

func (t *Table) rowHeight() float32  { return px(t.style.RowHeight) }
func (t *Table) headHeight() float32 { return px(t.style.Head) }

func (t *Table) footHeight() float32 {
	if t.sums == nil {
		return 0
	}
	return px(36)
}

// room is the height in which rows are seen.
func (t *Table) room() float32 {
	h := t.Size().Height - t.headHeight() - t.footHeight()
	if t.scrolls() && !t.style.Whole {
		h -= px(sideBar)
	}
	return h
}

// full is the height of all rows and, where they are scrolled, the room under
// the last.
func (t *Table) full() float32 {
	h := t.rowHeight() * float32(t.rows())
	if h > t.room() && !t.style.Whole {
		h += px(scrollFoot)
	}
	return h
}

func (t *Table) scrollTo(offset float32) {
	offset = round(max(0, min(offset, t.full()-t.room())))
	if offset != t.offset {
		t.offset = offset
		t.tip.leave()
		t.arrange(t.Size())
	}
}

func (t *Table) reveal() {
	if t.at < 0 || t.style.Whole {
		return
	}
	top := t.rowHeight() * float32(t.at)
	switch {
	case top < t.offset:
		t.scrollTo(top)
	case top+t.rowHeight() > t.offset+t.room():
		t.scrollTo(top + t.rowHeight() - t.room())
	}
}

// rowAt returns the row at a height of the table, or -1.
func (t *Table) rowAt(y float32) int {
	y -= t.headHeight()
	if y < 0 || y >= t.room() {
		return -1
	}
	row := int((y + t.offset) / t.rowHeight())
	if row >= t.rows() {
		return -1
	}
	return row
}

// columnAt returns the column at a width of the table, or -1.
func (t *Table) columnAt(x float32) int {
	for i := range t.columns {
		if i < len(t.xs) && x >= t.xs[i]-px(5) && x < t.xs[i]+t.wide[i]+px(5) {
			return i
		}
	}
	return -1
}

func (t *Table) roundCorners(top, bottom bool) { t.top, t.bottom = top, bottom }

// CreateRenderer is called by the toolkit.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(t, t.body, t.head, t.grips, t.foot, t.bar, t.ring)
}

func (t *Table) paint() {
	if !t.sideways {
		t.fitted = tableFit{} // the source may have changed
	}
	t.head.Refresh()
	t.body.stale = true
	setShown(t.foot, t.sums != nil)
	if t.sums != nil {
		t.foot.sum, t.foot.token = true, ColorSub
		t.foot.fill(t.sums)
	}
	paintRing(t.ring, radiusSmall, t.focused && t.at < 0)
}

func (t *Table) measure() fyne.Size {
	w := px(2*gutter) + px(tableGap)*float32(max(0, len(t.columns)-1))
	for _, c := range t.columns {
		w += px(min(c.least(), 40))
	}
	h := t.headHeight() + t.footHeight()
	if t.style.Whole {
		h += t.rowHeight()*float32(t.rows()) + t.under(t.Size().Width)
	} else {
		h += t.rowHeight() * 3
	}
	return fyne.NewSize(w, h)
}

func (t *Table) arrange(s fyne.Size) {
	t.spread(s.Width)
	t.offset = round(max(0, min(t.offset, t.full()-t.room())))
	put(t.head, 0, 0, s.Width, t.headHeight())
	put(t.body, 0, t.headHeight(), s.Width, t.room())
	t.body.arrange(t.body.Size())
	t.placeGrips(s)
	t.head.arrange(t.head.Size()) // columns move without a change of size
	t.foot.arrange(t.foot.Size())
	put(t.foot, 0, s.Height-t.footHeight(), s.Width, t.footHeight())
	put(t.ring, 1, 1, s.Width-2, s.Height-2)
	full, room := t.full(), t.room()
	t.bar.Hidden = full <= room
	if !t.bar.Hidden {
		h := max(px(32), room*room/full)
		put(t.bar, s.Width-px(scrollBar+4), t.headHeight()+(room-h)*t.offset/max(1, full-room), px(scrollBar+4), h)
	}
	if t.placed != nil {
		t.placed(s)
	}
}

const tableGap = 10

// headMost is how wide a column's title can make it.
const headMost = 240
