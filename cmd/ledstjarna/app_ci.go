//go:build ci

package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/ui"
)

// newApp starts the toolkit's software driver, which needs no display and no
// system library.
func newApp(string) (fyne.App, ui.Placing) { return test.NewApp(), nil }
