package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"ledstjarna/assets"
)

// TwoLine is what a row of two lines shows.
type TwoLine struct {
	Title, Caption string
	// Symbol stands before the text, at a designed size (12 when 0).
	Symbol     Symbol
	SymbolInk  fyne.ThemeColorName
	SymbolSize float32
	// State stands in the column of pills; Note, a date or a link's words, at
	// the right.
	State State
	Note  string
	// Also is a second state, left of the first; a narrow row leaves it out.
	Also State
	// Open is called on a click or Return; without it the row is only read.
	Open func()
	// Menu is called for the other mouse button, with a place on the canvas.
	Menu func(at fyne.Position)
	// Action is the words of a quick action that appears on hover and focus.
	Action string
	Act    func()
	// Pills keeps the column of pills even where there is no state, and the
	// arrow at the right.
	Pills bool
	// Height is designed; 45 when 0.
	Height float32
}

// TwoLineRow is a row of a title over a caption.
type TwoLineRow struct {
	control
	what    TwoLine
	ground  *canvas.Rectangle
	symbol  *picture
	title   *line
	caption *line
	pill    pillShape
	also    pillShape
	note    *line
	chevron *picture
	action  *Button
	corners corners
}

// NewTwoLineRow returns a row.
func NewTwoLineRow(what TwoLine) *TwoLineRow {
	r := &TwoLineRow{
		control: newControl(nil), ground: newRect(), symbol: newPicture(nil, 12, ColorText2),
		title: newLine("", Body, ColorText), caption: newLine("", Caption, ColorText2), pill: newPillShape(), also: newPillShape(),
		note: newLine("", Caption, ColorText2), chevron: newPicture(assets.IconChevronRight, 14, ColorText2),
	}
	r.action = NewButton(Outlined, "", func() { r.what.Act() }).Small()
	r.action.changed = r.Refresh
	r.text = r.tooltip
	r.extend(r)
	r.take(what)
	return r
}

// Set shows something else in the same row.
func (r *TwoLineRow) Set(what TwoLine) {
	r.take(what)
	r.Refresh()
}

func (r *TwoLineRow) take(what TwoLine) {
	r.what = what
	r.press = what.Open
	r.title.full, r.caption.full, r.note.full = what.Title, what.Caption, what.Note
	r.symbol.symbol, r.symbol.ink, r.symbol.size = what.Symbol, what.SymbolInk, what.SymbolSize
	if what.SymbolSize == 0 {
		r.symbol.size = 12
	}
	r.symbol.Hidden = what.Symbol == nil
	r.pill.set(what.State)
	r.also.set(what.Also)
	r.chevron.Hidden = !what.Pills || what.Open == nil
	r.action.label.full = what.Action
	r.action.Hidden = what.Act == nil
	r.setStop(what.Open != nil)
}

// TappedSecondary asks for the row's menu.
func (r *TwoLineRow) TappedSecondary(e *fyne.PointEvent) {
	r.tip.leave()
	if r.what.Menu != nil {
		r.what.Menu(e.AbsolutePosition)
	}
}

// holds reports whether o is the button on the row.
func (r *TwoLineRow) holds(o fyne.Focusable) bool { return o == fyne.Focusable(r.action) }

// CreateRenderer is called by the toolkit.
func (r *TwoLineRow) CreateRenderer() fyne.WidgetRenderer {
	parts := []fyne.CanvasObject{r.ground, r.symbol.Image, r.title.Text, r.caption.Text, r.note.Text, r.chevron.Image}
	parts = append(append(parts, r.pill.parts()...), r.also.parts()...)
	return newDrawing(r, append(parts, r.action, r.ring)...)
}

func (r *TwoLineRow) roundCorners(top, bottom bool) { r.corners = corners{top: top, bottom: bottom} }

func (r *TwoLineRow) tooltip() string {
	text := cutOf(r.title, r.caption)
	if text == "" && r.pill.cut() {
		return r.pill.full()
	}
	return text
}

// awake reports whether the row is hovered or holds the keyboard.
func (r *TwoLineRow) awake() bool {
	return r.hovered || r.focused || r.action.hovered || r.action.focused
}

// narrowRow is how wide a row must be for a quick action beside its text and the whole
// state.
const narrowRow = 560

// tight reports whether the quick action is shown in a row with little room: it then
// stands at the end, and the state without its detail before it.
func (r *TwoLineRow) tight() bool {
	return r.what.Pills && r.what.Act != nil && r.awake() && r.Size().Width < px(narrowRow)
}

func (r *TwoLineRow) paint() {
	paintGroundOf(r.ground, r.awake() && (r.press != nil || r.what.Act != nil), r.corners)
	r.symbol.paint()
	r.title.paint()
	r.caption.paint()
	r.note.paint()
	state, tight := r.what.State, r.tight()
	if tight {
		state.Detail, state.Short = "", ""
	}
	r.pill.set(state)
	r.pill.paint()
	r.also.paint()
	setShown(r.chevron.Image, r.what.Pills && r.what.Open != nil && !tight)
	r.chevron.paint()
	if veil := !r.awake(); veil != r.action.veiled {
		r.action.veiled = veil
		r.action.Refresh()
	}
	paintRing(r.ring, radiusSmall, r.focused)
}

func (r *TwoLineRow) measure() fyne.Size {
	w := px(2*gutter) + min(px(140), max(r.title.width(), r.caption.width()))
	if r.what.Pills {
		w += px(pillColumn + 36)
	} else if r.note.full != "" {
		w += r.note.width() + px(12)
	}
	h := px(45)
	if r.what.Height > 0 {
		h = px(r.what.Height)
	}
	return fyne.NewSize(w, h)
}

func (r *TwoLineRow) arrange(s fyne.Size) {
	put(r.ground, 0, 0, s.Width, s.Height)
	put(r.ring, 1, 1, s.Width-2, s.Height-2)
	x, end := px(gutter), s.Width-px(gutter)
	top := round((s.Height - r.title.height() - r.caption.height()) / 2)
	if r.symbol.symbol != nil {
		if r.symbol.size <= 14 {
			r.symbol.place(x, top, r.title.height()) // beside the title
		} else {
			r.symbol.place(x, 0, s.Height) // beside both lines
		}
		x += px(r.symbol.size) + px(10)
	}
	switch {
	case r.tight():
		size, y := r.action.MinSize(), round((s.Height-px(20))/2)
		put(r.action, end-size.Width, round((s.Height-size.Height)/2), size.Width, size.Height)
		end -= size.Width + px(8) + r.pill.width()
		r.pill.place(end, y, r.pill.width())
		r.placeAlso(s, end)
		r.title.place(x, top, end-px(12)-x)
		r.caption.place(x, top+r.title.height(), end-px(12)-x)
		return
	case r.what.Pills:
		r.chevron.place(s.Width-px(24), 0, s.Height)
		end = s.Width - px(24+12+pillColumn)
		r.pill.place(end, round((s.Height-px(20))/2), min(r.pill.width(), px(pillColumn)))
		end = r.placeAlso(s, end)
		end -= px(12)
	case r.note.full != "":
		end -= r.note.placeEnd(end-r.note.width(), round((s.Height-r.note.height())/2), r.note.width()) + px(12)
	}
	if r.what.Act != nil {
		size := r.action.MinSize()
		put(r.action, end-size.Width, round((s.Height-size.Height)/2), size.Width, size.Height)
		if r.awake() {
			end -= size.Width + px(12)
		}
	}
	r.title.place(x, top, end-x)
	r.caption.place(x, top+r.title.height(), end-x)
}

// wideRow is how wide a row must be for a second state.
const wideRow = 700

// placeAlso puts the second state and returns where the text must end.
func (r *TwoLineRow) placeAlso(s fyne.Size, end float32) float32 {
	room := !r.also.empty && s.Width >= px(wideRow)
	for _, o := range r.also.parts() {
		setShown(o, room)
	}
	if r.also.symbol.symbol == nil {
		setShown(r.also.symbol.Image, false)
	}
	if !room {
		return end
	}
	end -= px(pillColumn + 12)
	r.also.place(end, round((s.Height-px(20))/2), min(r.also.width(), px(pillColumn)))
	return end
}
