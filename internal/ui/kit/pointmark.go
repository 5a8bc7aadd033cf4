package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

const markSide = 22

// pointMark is a point of a PointMap: it is dragged with the mouse and moved
// with the arrow keys.
type pointMark struct {
	control
	of     *PointMap
	id     string
	disc   *canvas.Circle
	mark   *line
	heavy  bool
	centre fyne.Position // on the map while it is dragged
	drags  bool
}

var (
	_ fyne.Draggable     = (*pointMark)(nil)
	_ desktop.Cursorable = (*pointMark)(nil)
	_ fyne.Accessible    = (*pointMark)(nil)
)

func newPointMark(of *PointMap, id string) *pointMark {
	m := &pointMark{control: newControl(nil), of: of, id: id, disc: &canvas.Circle{}, mark: newLine("", CaptionStrong, ColorText)}
	m.text = func() string { return of.describe(id) }
	m.extend(m)
	return m
}

// TypedKey moves the point one step.
func (m *pointMark) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		m.of.push(m.id, -1, 0)
	case fyne.KeyRight:
		m.of.push(m.id, 1, 0)
	case fyne.KeyUp:
		m.of.push(m.id, 0, 1)
	case fyne.KeyDown:
		m.of.push(m.id, 0, -1)
	default:
		passKey(m, e)
	}
}

// Tapped takes the keyboard.
func (m *pointMark) Tapped(*fyne.PointEvent) {
	m.tip.leave()
	if !m.Disabled() {
		focus(m)
	}
}

// Cursor shows that the point can be taken hold of.
func (m *pointMark) Cursor() desktop.Cursor {
	if m.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// Dragged lets the point follow the mouse from value to value.
func (m *pointMark) Dragged(e *fyne.DragEvent) {
	if m.Disabled() {
		return
	}
	if !m.drags {
		m.tip.leave()
		m.drags = true
		m.centre = m.Position().AddXY(m.Size().Width/2, m.Size().Height/2)
	}
	m.centre = m.centre.AddXY(e.Dragged.DX, e.Dragged.DY)
	m.of.drag(m.id, m.centre)
}

// DragEnd tells where the point was put.
func (m *pointMark) DragEnd() {
	if m.drags {
		m.drags = false
		m.of.drop(m.id)
	}
}

// CreateRenderer is called by the toolkit.
func (m *pointMark) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(m, m.disc, m.mark.Text, m.ring)
}

func (m *pointMark) paint() {
	paintDisc(m.disc, m.mark, m.heavy, m.lit() || m.drags)
	paintRing(m.ring, markSide/2+3, m.focused)
}

// paintDisc colours a numbered circle; a heavy one is filled.
func paintDisc(d *canvas.Circle, mark *line, heavy, lit bool) {
	fill, edge, ink := ColorCard, ColorText, ColorText
	switch {
	case heavy:
		fill, edge, ink = ColorPrimaryFill, ColorPrimaryFill, ColorOnPrimary
	case lit:
		fill, edge = ColorSelection, ColorPrimaryText
	}
	d.FillColor, d.StrokeColor, d.StrokeWidth = theme.Color(fill), theme.Color(edge), px(1.5)
	mark.ink = ink
	mark.paint()
}

func (m *pointMark) measure() fyne.Size { return fyne.NewSquareSize(px(markSide)) }

func (m *pointMark) arrange(s fyne.Size) {
	put(m.disc, 0, 0, s.Width, s.Height)
	put(m.ring, -px(3), -px(3), s.Width+2*px(3), s.Height+2*px(3))
	m.mark.placeMid(0, round((s.Height-m.mark.height())/2), s.Width)
}

// AccessibilityLabel is the point's name and where it lies.
func (m *pointMark) AccessibilityLabel() string { return m.of.describe(m.id) }

// AccessibilityRole is button.
func (m *pointMark) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
