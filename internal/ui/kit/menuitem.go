package kit

import "fyne.io/fyne/v2"

// MenuItem is one command in a menu. The zero value is a line between commands.
type MenuItem struct {
	Label    string
	Mnemonic rune   // the letter that runs it while the menu is open; 0 for none
	Shortcut string // shown at the right
	Off      bool   // cannot be run now
	On       bool   // has a tick before it
	Run      func()
}

// divides reports whether the item is only a line.
func (m MenuItem) divides() bool { return m.Label == "" }

// PopUpMenu opens a menu at a place on a canvas.
func PopUpMenu(c fyne.Canvas, at fyne.Position, items []MenuItem) {
	m := newMenuList()
	over := newOverlay(newPanel(4, m))
	over.beside = over.close
	over.where = func(room fyne.Size) (fyne.Position, fyne.Size) {
		size := over.panel.MinSize()
		return below(at.SubtractXY(0, px(3)), 0, size, room), size
	}
	m.close = over.close
	m.show(items)
	over.open(c, m)
}

// MenuUnder opens a menu under a widget.
func MenuUnder(o fyne.CanvasObject, items []MenuItem) {
	if c := canvasOf(o); c != nil {
		PopUpMenu(c, positionOf(o).AddXY(0, o.Size().Height+px(5)), items)
	}
}
