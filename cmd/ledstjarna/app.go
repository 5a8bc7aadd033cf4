//go:build !ci

package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/go-gl/glfw/v3.4/glfw"

	"ledstjarna/assets"
)

// newApp starts the toolkit on the computer's own display.
func newApp(id string) fyne.App {
	icon := fyne.NewStaticResource("icon.png", assets.AppIconPNG())
	app.SetMetadata(metadata(icon))
	a := app.NewWithID(id)
	a.SetIcon(icon)
	return classed{a}
}

// classed is the toolkit whose windows bear the program's name as their class on X11,
// by which a desktop knows which program they belong to. The toolkit would have each
// bear its first title.
type classed struct{ fyne.App }

// NewWindow makes a window; it is given its class when it is shown first.
func (c classed) NewWindow(title string) fyne.Window {
	w := c.App.NewWindow(title) // before it the library that makes windows is not there
	glfw.WindowHintString(glfw.X11ClassName, appID)
	glfw.WindowHintString(glfw.X11InstanceName, appID)
	return w
}

// metadata is what FyneApp.toml says, for builds by the Go command alone.
func metadata(icon fyne.Resource) fyne.AppMetadata {
	return fyne.AppMetadata{ID: appID, Name: "Ledstjärna", Version: version, Icon: icon}
}
