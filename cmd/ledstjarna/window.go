//go:build !ci

package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"

	"ledstjarna/internal/ui"
)

// classed is the toolkit whose windows bear the program's name as their class on X11,
// by which a desktop knows which program they belong to. The toolkit would have each
// bear its first title.
type classed struct{ fyne.App }

// NewWindow makes a window; it is given its class when it is shown first.
func (c classed) NewWindow(title string) fyne.Window {
	w := c.App.NewWindow(title) // before it the library that makes windows is not there
	glfw.WindowHintString(glfw.X11ClassName, appID)
	glfw.WindowHintString(glfw.X11InstanceName, appID)
	glfw.WindowHint(glfw.Maximized, glfw.False)
	return w
}

// placing knows where windows lie from the library that makes them, for the toolkit
// does not tell.
type placing struct{}

var _ ui.Placing = placing{}

// Where tells how a window that is shown lies. Wayland does not let a program know.
func (placing) Where(w fyne.Window) (f ui.Frame, ok bool) {
	c, has := w.(interface{ RunWithContext(run func()) })
	if !has || glfw.GetPlatform() == glfw.PlatformWayland {
		return ui.Frame{}, false
	}
	c.RunWithContext(func() {
		if own := glfw.GetCurrentContext(); own != nil {
			f.X, f.Y = own.GetPos()
			f.Maximized, ok = own.GetAttrib(glfw.Maximized) == glfw.True, true
		}
	})
	return f, ok
}

// Put lets a window that is not shown yet lie as it did, unless the screen on which its
// upper edge lay is not there.
func (placing) Put(w fyne.Window, f ui.Frame) {
	if f.Maximized {
		glfw.WindowHint(glfw.Maximized, glfw.True)
	}
	d, is := w.(desktop.Window)
	if !is || glfw.GetPlatform() == glfw.PlatformWayland {
		return
	}
	const grip = 100 // of the upper edge must be in sight
	for _, m := range glfw.GetMonitors() {
		x, y, width, height := m.GetWorkarea()
		if f.X+grip > x && f.X+grip < x+width && f.Y >= y && f.Y+grip < y+height {
			d.RequestPosition(f.X, f.Y)
			return
		}
	}
	w.CenterOnScreen()
}
