package kit_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/ui/kit"
)

// agendaOf is an agenda of a notice, then items of which the second has a paper, in a
// window.
func agendaOf(t *testing.T, tell kit.AgendaEvents) (*kit.Agenda, fyne.Window) {
	t.Helper()
	a := kit.NewAgenda(kit.AgendaWords{Number: "Nr", Title: "Ärende", Dnr: "Dnr", Type: "Typ", Papers: "Bilagor", Page: "Sida"}, tell)
	lines := []kit.AgendaLine{{ID: "notice", Title: "Kallelse"}}
	for i := range 4 {
		lines = append(lines, kit.AgendaLine{ID: fmt.Sprint("item", i+1), Number: fmt.Sprint(i + 1), Title: fmt.Sprint("Ärende ", i+1), Moves: true})
	}
	lines = slices.Insert(lines, 3, kit.AgendaLine{ID: "item2/0", Title: "Bilagan", Sub: true})
	a.SetLines(lines, "item2")
	_, w := placed(t, a)
	return a, w
}

func placed(t *testing.T, o fyne.CanvasObject) (fyne.App, fyne.Window) {
	t.Helper()
	app := test.NewTempApp(t)
	w := app.NewWindow("")
	w.SetPadded(false)
	w.SetContent(o)
	w.Resize(fyne.NewSize(800, 400))
	t.Cleanup(w.Close)
	return app, w
}

// rowAt is the row of an agenda at a height.
func rowAt(t *testing.T, w fyne.Window, y float32) (fyne.CanvasObject, fyne.Position) {
	t.Helper()
	a := w.Content()
	for _, o := range test.WidgetRenderer(a.(fyne.Widget)).Objects() {
		if _, ok := o.(fyne.Draggable); ok && y >= o.Position().Y && y < o.Position().Y+o.Size().Height {
			return o, fyne.NewPos(40, y-o.Position().Y)
		}
	}
	t.Fatalf("no row at %v", y)
	return nil, fyne.Position{}
}

func TestAnItemIsDraggedToItsPlace(t *testing.T) {
	var got []string
	_, w := agendaOf(t, kit.AgendaEvents{Moved: func(id string, to int) { got = append(got, fmt.Sprint(id, " to ", to)) }})
	drag := func(from, to float32) {
		row, at := rowAt(t, w, from)
		d := row.(fyne.Draggable)
		for _, y := range []float32{at.Y + 4, at.Y + to - from} {
			d.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(40, y)}})
		}
		d.DragEnd()
	}
	top := func(i int) float32 { // of item i, from 1; the paper of item 2 lies below it
		y := float32(28 + 35*i)
		if i > 2 {
			y += 30
		}
		return y
	}
	drag(top(1)+10, top(3)+30)    // below the third
	drag(top(4)+10, top(1)+3)     // above the first
	drag(top(4)+10, top(4)+20)    // stays
	drag(top(1)+10, top(4)+34)    // to the end
	drag(top(2)+35+10, top(4)+20) // a paper does not move
	drag(30, top(4)+20)           // nor does the notice
	want := []string{"item1 to 2", "item4 to 0", "item1 to 3"}
	if !slices.Equal(got, want) {
		t.Errorf("moved %q, want %q", got, want)
	}
}

func TestAnItemIsMovedByTheKeyboard(t *testing.T) {
	var got []string
	say := func(s string) func(string) { return func(id string) { got = append(got, s+" "+id) } }
	a, w := agendaOf(t, kit.AgendaEvents{
		Chosen: say("chosen"), Opened: say("opened"), Remove: say("remove"),
		Moved: func(id string, to int) { got = append(got, fmt.Sprint(id, " to ", to)) },
	})
	a.Focus("item2")
	focused := func() fyne.Focusable { return w.Canvas().Focused() }
	alt := func(key fyne.KeyName) {
		focused().(fyne.Shortcutable).TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt})
	}
	key := func(k fyne.KeyName) { focused().TypedKey(&fyne.KeyEvent{Name: k}) }
	alt(fyne.KeyUp)
	alt(fyne.KeyDown)
	key(fyne.KeyDown) // to its paper
	key(fyne.KeyReturn)
	key(fyne.KeyDown)
	key(fyne.KeySpace)
	key(fyne.KeyDelete)
	key(fyne.KeyDown)
	alt(fyne.KeyDown) // the last one stays
	key(fyne.KeyUp)
	key(fyne.KeyUp)
	key(fyne.KeyUp)
	key(fyne.KeyUp)
	alt(fyne.KeyUp) // so does the first
	want := []string{"item2 to 0", "item2 to 2", "opened item2/0", "chosen item3", "remove item3"}
	if !slices.Equal(got, want) {
		t.Errorf("told %q, want %q", got, want)
	}
}
