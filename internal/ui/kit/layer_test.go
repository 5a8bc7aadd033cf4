package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A box that is not on the screen is asked for nothing when something gets the keyboard:
// the toolkit would take it for used, and keep it and its view for ever. Where it is
// shown again it scrolls again.
func TestBoxesThatAreGoneAreForgotten(t *testing.T) {
	test.NewTempApp(t)
	fyne.CurrentApp().Settings().SetTheme(NewTheme(Light, 1))
	w := test.NewWindow(nil)
	defer w.Close()
	var views []*ScrollBox
	for range 5 {
		var rows []fyne.CanvasObject
		for range 20 {
			rows = append(rows, NewButton(Outlined, "Rad", func() {}))
		}
		views = append(views, NewScrollBox(Column(0, rows...)))
	}
	root := NewRoot(Spring())
	root.Mount(w, func(*fyne.KeyEvent) {})
	w.Resize(fyne.NewSize(300, 200))
	show := func(v *ScrollBox) {
		root.SetContent(Dock(Edges{Top: NewDivider()}, v))
		v.MinSize() // as the toolkit asks at every painting
		w.Canvas().Unfocus()
		w.Canvas().FocusNext()
	}
	for _, v := range views {
		show(v)
		if len(root.layer.boxes) != 1 || root.layer.boxes[0].Value() != v {
			t.Fatalf("%d boxes are asked for their places, 1 is on the screen", len(root.layer.boxes))
		}
	}
	show(views[0])
	for range 15 {
		w.Canvas().FocusNext()
	}
	if views[0].Offset() == 0 {
		t.Error("a box that is shown again does not scroll to what has the keyboard")
	}
}
