package ui

import (
	"math"
	"testing"

	"fyne.io/fyne/v2"
)

func TestTheWindowOpensAsItWasLeft(t *testing.T) {
	a := window(t)
	if got := a.prefs.windowSize(); got != fyne.NewSize(1280, 800) {
		t.Errorf("a first window is %v", got)
	}
	a.window.Resize(fyne.NewSize(1100, 700))
	a.quit()
	next, err := newApp(a.toolkit, a.setup, a.work)
	if err != nil {
		t.Fatal(err)
	}
	if got := next.window.Canvas().Size(); got != fyne.NewSize(1100, 700) {
		t.Errorf("the next window is %v, want it as it was left", got)
	}
}

func TestTheWindowIgnoresSizesThatAreNone(t *testing.T) {
	a := window(t)
	for _, c := range []struct {
		width, height float64
		want          fyne.Size
	}{
		{1400, 900, fyne.NewSize(1400, 900)},
		{300, 200, fyne.NewSize(900, 600)},
		{math.NaN(), 900, fyne.NewSize(1280, 900)},
		{math.Inf(1), -3, fyne.NewSize(1280, 800)},
		{0, 1e9, fyne.NewSize(1280, 800)},
	} {
		a.toolkit.Preferences().SetFloat(prefWidth, c.width)
		a.toolkit.Preferences().SetFloat(prefHeight, c.height)
		if got := a.prefs.windowSize(); got != c.want {
			t.Errorf("%v x %v gives %v, want %v", c.width, c.height, got, c.want)
		}
	}
}
