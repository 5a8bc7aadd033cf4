package ui

import (
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

func TestAboutTellsVersionsFileAndTerms(t *testing.T) {
	a := window(t)
	a.openExample()
	built := &debug.BuildInfo{Deps: []*debug.Module{{Path: "example.org/other", Version: "v1.0.0"}, {Path: "fyne.io/fyne/v2", Version: "v2.8.1"}}}
	a.copyFacts(a.aboutFacts(built))
	text := a.toolkit.Clipboard().Content()
	for _, want := range []string{"Programversion: test\n", ", Fyne 2.8.1", a.path, "Go 1."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %q", want, text)
		}
	}
	a.about()
	picture(t, a, "about")
	top := a.window.Canvas().Overlays().Top()
	for _, n := range assets.Notices() {
		f := foldedAbout(top, n.Text)
		if f == nil {
			t.Errorf("the terms of %s cannot be read", n.Work)
			continue
		}
		test.Tap(test.WidgetRenderer(f).Objects()[0].(fyne.Tappable))
		if !f.Open() {
			t.Errorf("the terms of %s do not open", n.Work)
		}
	}
	picture(t, a, "about-open")
}

// foldedAbout finds the folded part that holds a text, in what is shown or not.
func foldedAbout(o fyne.CanvasObject, text string) *kit.Folded {
	var parts []fyne.CanvasObject
	switch x := o.(type) {
	case *fyne.Container:
		parts = x.Objects
	case *kit.Folded:
		if holds(x, text) {
			return x
		}
	case fyne.Widget:
		parts = test.WidgetRenderer(x).Objects()
	}
	for _, c := range parts {
		if f := foldedAbout(c, text); f != nil {
			return f
		}
	}
	return nil
}

func holds(o fyne.CanvasObject, text string) bool {
	var parts []fyne.CanvasObject
	switch x := o.(type) {
	case *kit.Paragraph:
		return x.Text() == strings.TrimSpace(text)
	case *fyne.Container:
		parts = x.Objects
	case fyne.Widget:
		parts = test.WidgetRenderer(x).Objects()
	}
	return slices.ContainsFunc(parts, func(c fyne.CanvasObject) bool { return holds(c, text) })
}
