package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/ui/kit"
)

// longList is a window with a card of many rows; made tells which were made last.
func longList(t testing.TB, n int) (box *kit.ScrollBox, made map[int]*kit.TwoLineRow) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light, 1))
	made = map[int]*kit.TwoLineRow{}
	box = kit.NewScrollBox(kit.Spring())
	w := test.NewTempWindow(t, nil)
	root := kit.NewRoot(kit.Dock(kit.Edges{Top: kit.NewPageHeader("Planer")}, box))
	root.Mount(w, nil)
	w.Resize(fyne.NewSize(800, 600))
	box.SetContent(kit.Pad(kit.Around(24), kit.Column(16, kit.NewCard("Planer", kit.NewLongRows(box, n, 0, func(i int) fyne.CanvasObject {
		made[i] = kit.NewTwoLineRow(kit.TwoLine{Title: fmt.Sprint("Plan ", i), Caption: "Utkast", Open: func() {}})
		return made[i]
	})))))
	return box, made
}

func TestLongRowsMakesWhatIsInSight(t *testing.T) {
	const n = 5000
	box, made := longList(t, n)
	at := func(i int) float32 { // where a row stands in the box
		p := fyne.CurrentApp().Driver().AbsolutePositionForObject(made[i])
		return p.Y - fyne.CurrentApp().Driver().AbsolutePositionForObject(box).Y
	}
	if len(made) > 60 {
		t.Errorf("%d rows are made at first", len(made))
	}
	for _, offset := range []float32{0, 45 * 2000, 1e9, 45 * 17, 0} {
		box.ScrollTo(offset)
		first := max(0, int((box.Offset()-24-42)/45)+1)
		for i := first; i < min(n, first+int(box.Size().Height/45)-2); i++ {
			if made[i] == nil {
				t.Fatalf("scrolled to %g, row %d is not made", box.Offset(), i)
			}
			if y := at(i); y < 0 || y > box.Size().Height {
				t.Fatalf("scrolled to %g, row %d stands at %g", box.Offset(), i, y)
			}
		}
	}
	if len(made) > 300 {
		t.Errorf("%d rows were made", len(made))
	}
}

// With Tab the keyboard goes on from row to row, into rows that were not in sight.
func TestTheKeyboardGoesThroughLongRows(t *testing.T) {
	box, made := longList(t, 500)
	c := fyne.CurrentApp().Driver().CanvasForObject(box)
	for range 120 {
		c.FocusNext()
	}
	row, ok := c.Focused().(*kit.TwoLineRow)
	if !ok || row != made[119] {
		t.Fatalf("the keyboard is at %v", c.Focused())
	}
	if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(row).Y; y < 0 || y > 600 {
		t.Errorf("which stands at %g", y)
	}
	for range 60 {
		c.FocusPrevious()
	}
	if row := c.Focused(); row != fyne.Focusable(made[59]) && made[59] != nil {
		t.Errorf("back it is at %v", row)
	}
}

// BenchmarkLongRowsScroll is one step of the wheel in a list of thousands.
func BenchmarkLongRowsScroll(b *testing.B) {
	box, _ := longList(b, 5000)
	n := 0
	for b.Loop() {
		n++
		box.ScrollTo(float32(n%4000) * 55)
	}
}
