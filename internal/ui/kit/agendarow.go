package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"ledstjarna/assets"
)

// agendaRow is a line of an agenda.
type agendaRow struct {
	control
	agenda *Agenda
	what   AgendaLine
	last   bool
	ground *canvas.Rectangle
	rule   *canvas.Rectangle
	grip   *picture
	icon   *picture
	mark   *picture
	sound  *picture
	number *line
	title  *line
	dnr    *line
	kind   *line
	papers *line
	page   *line
	pill   pillShape
}

var (
	_ fyne.Draggable         = (*agendaRow)(nil)
	_ fyne.SecondaryTappable = (*agendaRow)(nil)
	_ fyne.Shortcutable      = (*agendaRow)(nil)
)

func newAgendaRow(a *Agenda) *agendaRow {
	r := &agendaRow{
		control: newControl(nil), agenda: a, ground: newRect(), rule: newRect(),
		grip: newPicture(assets.IconGrip, 14, ColorText2), icon: newPicture(nil, 14, ColorText2), mark: newPicture(nil, 12, ColorLate),
		sound: newPicture(assets.StateDone, 12, Done.Ink()), pill: newPillShape(),
		number: newLine("", DenseStrong, ColorText), title: newLine("", Dense, ColorText), dnr: newLine("", Dense, ColorText2),
		kind: newLine("", Dense, ColorText2), papers: newLine("", Dense, ColorText2), page: newLine("", Dense, ColorText2),
	}
	r.press = func() {
		if r.agenda.chosen == r.what.ID {
			r.open()
			return
		}
		r.choose()
	}
	r.text = func() string {
		switch {
		case r.title.cut:
			return r.title.full
		case r.what.Hint != "":
			return r.what.Hint
		}
		return ""
	}
	r.extend(r)
	return r
}

func (r *agendaRow) take(what AgendaLine) {
	if r.what.ID != what.ID {
		r.tip.leave()
	}
	r.what = what
	r.number.full, r.title.full, r.dnr.full = what.Number, what.Title, what.Dnr
	r.kind.full, r.papers.full, r.page.full = what.Type, what.Papers, what.Page
	r.icon.symbol, r.mark.symbol, r.mark.ink = what.Icon, what.Mark, what.Family.Ink()
	r.icon.Hidden, r.mark.Hidden, r.sound.Hidden = what.Icon == nil, what.Mark == nil, !what.Sound
	r.grip.Hidden = !what.Moves
	r.pill.set(what.State)
	r.setStop(what.ID != "")
}

func (r *agendaRow) height() float32 {
	if r.what.Sub {
		return px(agendaSub)
	}
	return px(agendaItem)
}

func (r *agendaRow) choose() {
	if r.agenda.tell.Chosen != nil {
		r.agenda.tell.Chosen(r.what.ID)
	}
}

func (r *agendaRow) open() {
	if r.agenda.tell.Opened != nil {
		r.agenda.tell.Opened(r.what.ID)
	}
}

// Tapped chooses the line, or opens it where it is chosen, and takes the keyboard.
func (r *agendaRow) Tapped(e *fyne.PointEvent) {
	if r.what.ID != "" {
		focus(r)
	}
	r.control.Tapped(e)
}

// TappedSecondary asks for the line's menu.
func (r *agendaRow) TappedSecondary(e *fyne.PointEvent) {
	r.tip.leave()
	if r.what.ID != "" && r.agenda.tell.Menu != nil {
		r.agenda.tell.Menu(r.what.ID, e.AbsolutePosition)
	}
}

// TypedKey moves between lines, opens and removes them.
func (r *agendaRow) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		r.agenda.step(r, -1)
	case fyne.KeyDown:
		r.agenda.step(r, 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		r.open()
	case fyne.KeySpace:
		r.choose()
	case fyne.KeyDelete:
		if r.agenda.tell.Remove != nil {
			r.agenda.tell.Remove(r.what.ID)
		}
	default:
		r.control.TypedKey(e)
	}
}

// TypedShortcut moves the line with Alt and an arrow; what it does not know belongs
// to the window.
func (r *agendaRow) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierAlt {
		switch c.KeyName {
		case fyne.KeyUp:
			r.agenda.shift(r.what.ID, -1)
			return
		case fyne.KeyDown:
			r.agenda.shift(r.what.ID, 1)
			return
		}
	}
	passShortcut(r, s)
}

// Dragged moves the line.
func (r *agendaRow) Dragged(e *fyne.DragEvent) {
	r.tip.leave()
	if r.what.Moves {
		r.agenda.dragged(r.what.ID, r.Position().Y+e.Position.Y)
	}
}

// DragEnd puts the line where it was dragged.
func (r *agendaRow) DragEnd() { r.agenda.dropped() }

// Cursor shows that the line can be moved.
func (r *agendaRow) Cursor() desktop.Cursor {
	if r.what.ID != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer is called by the toolkit.
func (r *agendaRow) CreateRenderer() fyne.WidgetRenderer {
	parts := []fyne.CanvasObject{r.ground, r.rule, r.grip.Image, r.icon.Image, r.mark.Image, r.sound.Image}
	for _, l := range []*line{r.number, r.title, r.dnr, r.kind, r.papers, r.page} {
		parts = append(parts, l.Text)
	}
	return newDrawing(r, append(append(parts, r.pill.parts()...), r.ring)...)
}

func (r *agendaRow) paint() {
	chosen := r.what.ID != "" && r.what.ID == r.agenda.chosen
	token := colorClear
	switch {
	case chosen && !r.what.Sub:
		token = ColorSelection
	case r.what.ID != "" && (r.lit() || r.focused):
		token = ColorHover
	case r.what.Sub:
		token = ColorSub
	}
	paintRect(r.ground, token, 0)
	if r.last {
		r.ground.BottomLeftCornerRadius, r.ground.BottomRightCornerRadius = px(radiusCard)-1, px(radiusCard)-1
	}
	paintRect(r.rule, ColorLine, 0)
	r.rule.Hidden = r.last
	r.title.style = Dense
	if chosen && !r.what.Sub {
		r.title.style = DenseStrong
	}
	for _, p := range []*picture{r.grip, r.icon, r.mark, r.sound} {
		p.paint()
	}
	for _, l := range []*line{r.number, r.title, r.dnr, r.kind, r.papers, r.page} {
		l.paint()
	}
	r.pill.paint()
	paintRing(r.ring, radiusSmall, r.focused)
}

func (r *agendaRow) measure() fyne.Size { return fyne.NewSize(px(300), r.height()) }

func (r *agendaRow) arrange(s fyne.Size) {
	put(r.ground, 0, 0, s.Width, s.Height)
	put(r.rule, 0, s.Height-1, s.Width, 1)
	put(r.ring, 1, 0, s.Width-2, s.Height-1)
	h := s.Height - 1
	y := round((h - r.title.height()) / 2)
	dnr, kind, papers := agendaColumns(s.Width)
	r.grip.place(px(10), 0, h)
	r.number.place(px(agendaGrip), y, px(agendaText-agendaGrip-4))
	x := px(agendaText)
	switch {
	case r.what.Icon != nil && r.what.Sub:
		r.icon.place(x, 0, h)
		x += px(24)
	case r.what.Icon != nil:
		r.icon.place(px(agendaGrip-2), 0, h)
	}
	end := dnr - px(12)
	if r.what.State.Word != "" {
		at := papers + px(40) - min(r.pill.width(), px(pillColumn))
		r.pill.place(at, round((h-px(20))/2), min(r.pill.width(), px(pillColumn)))
		end = min(end, at-px(12))
	}
	if r.what.Mark != nil {
		end -= px(20)
	}
	r.title.place(x, y, end-x)
	r.mark.place(min(x+r.title.width()+px(8), end+px(8)), 0, h)
	shown := r.what.State.Word == ""
	for _, l := range []*line{r.dnr, r.kind, r.papers} {
		setShown(l.Text, shown)
	}
	r.dnr.place(dnr, y, max(0, kind-dnr-px(4)))
	if dnr >= kind {
		setShown(r.dnr.Text, false)
	}
	r.kind.place(kind, y, papers-kind-px(4))
	r.papers.place(papers, y, px(agendaPapers-6))
	r.sound.place(papers, 0, h)
	r.page.placeEnd(papers+px(agendaPapers), y, px(agendaPage))
}
