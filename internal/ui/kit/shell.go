package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// narrowWindow is the designed width below which the navigation folds.
const narrowWindow = 1100

// Shell is the house around the work: menu bar above, navigation at the left,
// status line below. The navigation folds to symbols where the window is
// narrow.
type Shell struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	menu   fyne.CanvasObject
	nav    *Navigation
	notice fyne.CanvasObject // nil where there is none
	work   fyne.CanvasObject
	status *StatusLine
	narrow bool
	turned func(narrow bool)
}

// NewShell returns a shell. Navigation and status line may be nil, as on the
// welcome page. Turned, which may be nil, is told when the window becomes
// narrow or wide, so that a preview can give way.
func NewShell(menu fyne.CanvasObject, nav *Navigation, status *StatusLine, turned func(narrow bool)) *Shell {
	s := &Shell{ground: newRect(), menu: menu, nav: nav, status: status, turned: turned}
	s.ExtendBaseWidget(s)
	return s
}

// SetWork shows other work.
func (s *Shell) SetWork(work fyne.CanvasObject) {
	if s.work == work {
		return
	}
	s.work = work
	if work != nil {
		work.MinSize() // where the theme changed while it was away, this has it painted anew
	}
	s.Refresh()
}

// SetNotice shows a strip above the work, or none with nil.
func (s *Shell) SetNotice(notice fyne.CanvasObject) {
	s.notice = notice
	s.Refresh()
}

// Narrow reports whether the window is narrow.
func (s *Shell) Narrow() bool { return s.narrow }

// CreateRenderer is called by the toolkit.
func (s *Shell) CreateRenderer() fyne.WidgetRenderer {
	s.paint()
	return &shellRenderer{drawing: drawing{of: s}, s: s}
}

// shellRenderer follows a change of work.
type shellRenderer struct {
	drawing
	s *Shell
}

// Objects have the work before the navigation: with Tab it comes first.
func (r *shellRenderer) Objects() []fyne.CanvasObject {
	s := r.s
	r.objects = append(r.objects[:0], s.ground)
	if s.notice != nil {
		r.objects = append(r.objects, s.notice)
	}
	if s.work != nil {
		r.objects = append(r.objects, s.work)
	}
	if s.nav != nil {
		r.objects = append(r.objects, s.nav)
	}
	if s.status != nil {
		r.objects = append(r.objects, s.status)
	}
	if s.menu != nil {
		r.objects = append(r.objects, s.menu)
	}
	return r.objects
}

func (s *Shell) paint()             { paintRect(s.ground, ColorWindow, 0) }
func (s *Shell) measure() fyne.Size { return fyne.NewSize(px(640), px(480)) }

func (s *Shell) arrange(size fyne.Size) {
	put(s.ground, 0, 0, size.Width, size.Height)
	top, left, bottom := float32(0), float32(0), size.Height
	if s.menu != nil {
		top = s.menu.MinSize().Height
		put(s.menu, 0, 0, size.Width, top)
	}
	if s.status != nil {
		bottom -= s.status.MinSize().Height
		put(s.status, 0, bottom, size.Width, size.Height-bottom)
	}
	s.turn(size.Width < px(narrowWindow))
	if s.nav != nil {
		s.nav.SetFolded(s.narrow)
		left = s.nav.MinSize().Width
		put(s.nav, 0, top, left, bottom-top)
	}
	if s.notice != nil {
		height := heightFor(s.notice, size.Width-left)
		put(s.notice, left, top, size.Width-left, height)
		top += height
	}
	if s.work != nil {
		put(s.work, left, top, size.Width-left, bottom-top)
	}
}

func (s *Shell) turn(narrow bool) {
	if narrow == s.narrow {
		return
	}
	s.narrow = narrow
	if s.turned != nil {
		s.turned(narrow)
	}
}
