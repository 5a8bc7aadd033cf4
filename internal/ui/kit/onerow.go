package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// OneLine is what a row of one line shows.
type OneLine struct {
	Title string
	Role  string // who; its own column
	Note  string // a date, in the column of pills
	State State  // in place of Note
	// Ticked is shown in a box before the title when Tick is set; done rows are
	// written in text2.
	Ticked bool
	Tick   func(on bool)
	// Open is called on a click or Return beside the box; Space ticks it.
	Open func()
}

// OneLineRow is a row 32 high: box, title, role, date or pill.
type OneLineRow struct {
	control
	what    OneLine
	ground  *canvas.Rectangle
	box     *Checkbox
	title   *line
	role    *line
	note    *line
	pill    pillShape
	corners corners
}

// NewOneLineRow returns a row.
func NewOneLineRow(what OneLine) *OneLineRow {
	r := &OneLineRow{
		control: newControl(nil), ground: newRect(), title: newLine("", Body, ColorText), role: newLine("", Dense, ColorText2),
		note: newLine("", Dense, ColorText2), pill: newPillShape(),
	}
	r.box = NewCheckbox("", func(on bool) { r.what.Tick(on) })
	r.box.changed = r.Refresh
	r.text = r.tooltip
	r.extend(r)
	r.take(what)
	return r
}

// Set shows something else in the same row.
func (r *OneLineRow) Set(what OneLine) {
	r.take(what)
	r.Refresh()
}

func (r *OneLineRow) take(what OneLine) {
	r.what = what
	r.press = what.Open
	r.title.full, r.role.full, r.note.full = what.Title, what.Role, what.Note
	r.title.ink = ColorText
	if what.Ticked {
		r.title.ink = ColorText2
	}
	r.pill.set(what.State)
	r.box.Hidden = what.Tick == nil
	r.box.SetChecked(what.Ticked)
	r.setStop(what.Open != nil)
}

// TypedKey ticks the box on Space, and opens on Return.
func (r *OneLineRow) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeySpace && r.what.Tick != nil {
		r.box.flip()
		return
	}
	r.control.TypedKey(e)
}

// holds reports whether o is the box on the row.
func (r *OneLineRow) holds(o fyne.Focusable) bool { return o == fyne.Focusable(r.box) }

// CreateRenderer is called by the toolkit.
func (r *OneLineRow) CreateRenderer() fyne.WidgetRenderer {
	parts := []fyne.CanvasObject{r.ground, r.title.Text, r.role.Text, r.note.Text}
	parts = append(parts, r.pill.parts()...)
	return newDrawing(r, append(parts, r.box, r.ring)...)
}

func (r *OneLineRow) roundCorners(top, bottom bool) { r.corners = corners{top: top, bottom: bottom} }

func (r *OneLineRow) tooltip() string { return cutOf(r.title, r.role, r.note) }

func (r *OneLineRow) paint() {
	paintGroundOf(r.ground, r.press != nil && (r.lit() || r.focused || r.box.hovered), r.corners)
	r.title.paint()
	r.role.paint()
	r.note.paint()
	r.pill.paint()
	paintRing(r.ring, radiusSmall, r.focused)
}

func (r *OneLineRow) measure() fyne.Size {
	return fyne.NewSize(px(2*gutter+24+120+pillColumn+36), px(32))
}

// Designed widths of the role, which gives way to a title with too little room.
const (
	roleColumn = 142
	roleNarrow = 92
	roleSpares = 190 // what the title has beside the whole role

	oneNarrow = 560 // a row without room for the column of pills that others have
	oneLast   = 164 // what it has in its place
)

func (r *OneLineRow) arrange(s fyne.Size) {
	put(r.ground, 0, 0, s.Width, s.Height)
	put(r.ring, 1, 1, s.Width-2, s.Height-2)
	x := px(gutter)
	if r.what.Tick != nil {
		put(r.box, x, round((s.Height-px(16))/2), px(16), px(16))
		x += px(24)
	}
	pills := s.Width - px(24+12+pillColumn)
	if s.Width < px(oneNarrow) {
		pills = s.Width - px(oneLast)
	}
	r.pill.place(pills, round((s.Height-px(20))/2), min(r.pill.width(), px(pillColumn)))
	dense := round((s.Height - r.role.height()) / 2)
	r.note.place(pills, dense, s.Width-pills-px(8))
	end := pills - px(8)
	if r.role.full != "" {
		wide := px(roleColumn)
		if end-x < px(roleColumn+12+roleSpares) {
			wide = px(roleNarrow)
		}
		end -= wide
		r.role.place(end, dense, wide)
		end -= px(12)
	}
	r.title.place(x, round((s.Height-r.title.height())/2), end-x)
}
