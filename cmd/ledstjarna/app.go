//go:build !ci

package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"ledstjarna/assets"
	"ledstjarna/internal/ui"
)

// newApp starts the toolkit on the computer's own display, and returns with it what
// knows where its windows lie.
func newApp(id string) (fyne.App, ui.Placing) {
	icon := fyne.NewStaticResource("icon.png", assets.AppIconPNG())
	app.SetMetadata(metadata(icon))
	a := app.NewWithID(id)
	a.SetIcon(icon)
	return classed{a}, placing{}
}

// metadata is what FyneApp.toml says, for builds by the Go command alone.
func metadata(icon fyne.Resource) fyne.AppMetadata {
	return fyne.AppMetadata{ID: appID, Name: "Ledstjärna", Version: version, Icon: icon}
}
