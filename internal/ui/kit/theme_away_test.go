package kit_test

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"ledstjarna/internal/ui/kit"
)

// A field that was out of the window when the theme changed comes back as one that was
// made after it.
func TestAFieldFollowsAThemeThatChangedWhileItWasAway(t *testing.T) {
	fields := map[string]func() fyne.CanvasObject{
		"entry": func() fyne.CanvasObject { return kit.NewEntry(swedish(), "Filtrera dokument", nil) },
		"long text": func() fyne.CanvasObject {
			t := kit.NewLongText(swedish(), 3, nil)
			t.SetText("Skriv en mening")
			return t
		},
	}
	for name, field := range fields {
		old := field()
		box := container.NewStack(old)
		s := on(t, box, 300, 120)
		s.canvas.Capture()
		box.Objects = nil
		box.Refresh()
		fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Dark, 1))
		show := func(o fyne.CanvasObject) image.Image {
			box.Objects = []fyne.CanvasObject{o}
			box.Refresh()
			o.MinSize() // as what arranges it asks
			o.Resize(box.Size())
			return s.canvas.Capture()
		}
		if !same(show(field()), show(old)) {
			t.Errorf("%s: it comes back in other colours", name)
		}
	}
}

// Months that were out of sight when the theme changed are in the new one's colours when
// the timeline has room for them again.
func TestATimelineFollowsAThemeThatChangedWhileItWasNarrow(t *testing.T) {
	s, line, _ := staged(t, programme())
	line.View(on2026(9, 1), 7)
	s.canvas.Capture()
	s.window.Resize(fyne.NewSize(500, 592))
	s.canvas.Capture()
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Dark, 1))
	s.window.Resize(fyne.NewSize(1023, 592))
	was := s.canvas.Capture()
	line.Refresh()
	if !same(was, s.canvas.Capture()) {
		t.Error("it comes back in other colours")
	}
}

func TestTheWorkFollowsAThemeThatChangedWhileItWasAway(t *testing.T) {
	work := func() fyne.CanvasObject {
		return kit.NewGround(kit.ColorWindow, kit.NewText("Kommunikationsplan", kit.BodyStrong, kit.ColorText))
	}
	old, other := work(), kit.NewGround(kit.ColorCard, kit.Spring())
	shell := kit.NewShell(nil, nil, nil, nil)
	shell.SetWork(old)
	s := on(t, shell, 300, 120)
	s.canvas.Capture()
	shell.SetWork(other)
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Dark, 1))
	s.canvas.Capture()
	shell.SetWork(old)
	was := s.canvas.Capture()
	shell.SetWork(work())
	if !same(was, s.canvas.Capture()) {
		t.Error("it comes back in other colours")
	}
}
