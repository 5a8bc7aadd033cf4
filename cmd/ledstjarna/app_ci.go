//go:build ci

package main

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// newApp starts the toolkit's software driver, which needs no display and no
// system library.
func newApp(string) fyne.App { return test.NewApp() }
