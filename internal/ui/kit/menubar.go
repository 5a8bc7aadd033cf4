package kit

import (
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Menu is one menu of the bar. Items is asked each time the menu opens, so what
// can be run is always right.
type Menu struct {
	Title    string
	Mnemonic rune // with Alt it opens the menu; 0 for none
	Items    func() []MenuItem
}

// MenuBar is the bar of menus at the top of the window.
type MenuBar struct {
	widget.BaseWidget
	ground, rule *canvas.Rectangle
	menus        []Menu
	titles       []*menuTitle
	lit          int // title under the mouse, or -1
	at           int // open menu, or -1
	list         *menuList
	over         *overlay
}

// menuTitle is a title in the bar.
type menuTitle struct {
	ground *canvas.Rectangle
	label  *line
}

var (
	_ fyne.Tappable     = (*MenuBar)(nil)
	_ desktop.Hoverable = (*MenuBar)(nil)
)

// NewMenuBar returns a bar of menus.
func NewMenuBar(menus []Menu) *MenuBar {
	b := &MenuBar{ground: newRect(), rule: newRect(), lit: -1, at: -1, list: newMenuList()}
	b.list.close = b.Close
	b.list.beside = func(step int) { b.Open((b.at + step + len(b.menus)) % len(b.menus)) }
	b.over = newOverlay(newPanel(4, b.list))
	b.over.beside = b.Close
	b.over.moved = b.slide
	b.over.where = func(room fyne.Size) (fyne.Position, fyne.Size) {
		size := b.over.panel.MinSize()
		if b.at < 0 {
			return fyne.Position{}, size
		}
		title := b.titles[b.at].ground
		anchor := positionOf(b).AddXY(title.Position().X, 0)
		return below(anchor, b.Size().Height-px(3), size, room), size
	}
	b.ExtendBaseWidget(b)
	b.SetMenus(menus)
	return b
}

// SetMenus shows other menus.
func (b *MenuBar) SetMenus(menus []Menu) {
	b.Close()
	b.menus = menus
	b.titles = b.titles[:min(len(b.titles), len(menus))]
	for len(b.titles) < len(menus) {
		b.titles = append(b.titles, &menuTitle{ground: newRect(), label: newLine("", Dense, ColorText)})
	}
	for i, m := range menus {
		b.titles[i].label.full = m.Title
	}
	b.Refresh()
}

// Bind lets Alt and a menu's mnemonic open it.
func (b *MenuBar) Bind(c fyne.Canvas) {
	for i, m := range b.menus {
		if m.Mnemonic == 0 {
			continue
		}
		key := fyne.KeyName(string(unicode.ToUpper(m.Mnemonic)))
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}, func(fyne.Shortcut) { b.Open(i) })
	}
}

// HandleKey opens the first menu on F10 and reports whether it took the key.
func (b *MenuBar) HandleKey(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyF10 || len(b.menus) == 0 {
		return false
	}
	b.Open(0)
	return true
}

// Open opens a menu in place of the one that is open.
func (b *MenuBar) Open(i int) {
	c := canvasOf(b)
	if c == nil || i < 0 || i >= len(b.menus) {
		return
	}
	b.at = i
	b.list.show(b.menus[i].Items())
	if b.over.isOpen() {
		b.over.Refresh()
	} else {
		b.over.open(c, b.list)
	}
	b.Refresh()
}

// Close closes the open menu.
func (b *MenuBar) Close() {
	b.over.close()
	b.at, b.lit = -1, -1
	b.Refresh()
}

// slide opens the menu whose title the mouse has come to while another is open.
func (b *MenuBar) slide(at fyne.Position) {
	p := at.Subtract(positionOf(b))
	if i := b.titleAt(p); i >= 0 && i != b.at {
		b.Open(i)
	}
}

func (b *MenuBar) titleAt(at fyne.Position) int {
	if at.Y < 0 || at.Y >= b.Size().Height {
		return -1
	}
	for i, t := range b.titles {
		if x := t.ground.Position().X; at.X >= x && at.X < x+t.ground.Size().Width {
			return i
		}
	}
	return -1
}

// Tapped opens the menu under the mouse.
func (b *MenuBar) Tapped(e *fyne.PointEvent) { b.Open(b.titleAt(e.Position)) }

// MouseIn is MouseMoved.
func (b *MenuBar) MouseIn(e *desktop.MouseEvent) { b.MouseMoved(e) }

// MouseMoved lights the title under the mouse.
func (b *MenuBar) MouseMoved(e *desktop.MouseEvent) {
	if i := b.titleAt(e.Position); i != b.lit {
		b.lit = i
		b.Refresh()
	}
}

// MouseOut puts the light out.
func (b *MenuBar) MouseOut() {
	b.lit = -1
	b.Refresh()
}

// CreateRenderer is called by the toolkit.
func (b *MenuBar) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &menuBarRenderer{drawing: drawing{of: b}, b: b}
}

// menuBarRenderer follows a change of menus.
type menuBarRenderer struct {
	drawing
	b *MenuBar
}

func (r *menuBarRenderer) Objects() []fyne.CanvasObject {
	r.objects = append(r.objects[:0], r.b.ground, r.b.rule)
	for _, t := range r.b.titles {
		r.objects = append(r.objects, t.ground, t.label.Text)
	}
	return r.objects
}

func (b *MenuBar) paint() {
	paintRect(b.ground, ColorNav, 0)
	paintRect(b.rule, ColorLine, 0)
	for i, t := range b.titles {
		token := colorClear
		switch i {
		case b.at:
			token = ColorSelection
		case b.lit:
			token = ColorNavOn
		}
		paintRect(t.ground, token, radiusSmall)
		t.label.paint()
	}
}

func (b *MenuBar) measure() fyne.Size {
	w := px(16)
	for _, t := range b.titles {
		w += t.label.width() + px(20)
	}
	return fyne.NewSize(w, px(28))
}

func (b *MenuBar) arrange(s fyne.Size) {
	put(b.ground, 0, 0, s.Width, s.Height)
	put(b.rule, 0, s.Height-1, s.Width, 1)
	x := px(8)
	for _, t := range b.titles {
		w := t.label.style.exactWidth(t.label.full) + px(20)
		put(t.ground, x, px(3), w, s.Height-px(3)-px(4))
		t.label.place(round(x+px(10)), round((s.Height-1-t.label.height())/2), w)
		x += w
	}
}
