package kit_test

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/ui/kit"
)

// grips are the borders that can be dragged in what is shown, from the left.
func grips(o fyne.CanvasObject) []fyne.Draggable {
	var out []fyne.Draggable
	if o == nil || !o.Visible() {
		return nil
	}
	if d, ok := o.(fyne.Draggable); ok {
		if c, ok := o.(desktop.Cursorable); ok && c.Cursor() == desktop.HResizeCursor {
			return []fyne.Draggable{d}
		}
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, c := range o.Objects {
			out = append(out, grips(c)...)
		}
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(o).Objects() {
			out = append(out, grips(c)...)
		}
	}
	return out
}

func drag(g fyne.Draggable, by ...float32) {
	for _, dx := range by {
		g.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(dx, 0)})
	}
	g.DragEnd()
}

func wideColumns() []kit.TableColumn {
	return []kit.TableColumn{{ID: "a", Title: "A", Min: 200}, {ID: "b", Title: "B", Width: 100}, {ID: "c", Title: "C", Width: 100}}
}

func TestColumnsAreDraggedWithinTheirTable(t *testing.T) {
	var told map[string]float32
	table := kit.NewTable(wideColumns(), activities(20), kit.TableLook{}, kit.TableEvents{})
	on(t, table, 800, 28+320)
	if n := len(grips(table)); n != 0 {
		t.Fatalf("%d borders before widths are kept", n)
	}
	table.KeepWidths(nil, func(own map[string]float32) { told = own })
	borders := grips(table)
	if len(borders) != 2 {
		t.Fatalf("%d borders, want 2", len(borders))
	}
	drag(borders[1], 10, 20)
	if told["b"] != 130 || told["c"] != 70 {
		t.Errorf("after a drag %v", told)
	}
	drag(borders[1], 500)
	if told["b"] != 160 || told["c"] != 40 {
		t.Errorf("beyond the limit %v", told)
	}
	drag(borders[1], -1000, 2000, -1000, -90)
	if told["b"] != 70 || told["c"] != 130 {
		t.Errorf("back again %v", told)
	}
	told["b"] = 900 // is the caller's
	if table.Widths()["b"] != 70 {
		t.Errorf("the table has %v", table.Widths())
	}
}

// In a narrower window what was dragged gives way first: no column gets less than it
// had without.
func TestDraggedColumnsGiveWay(t *testing.T) {
	table := kit.NewTable(wideColumns(), activities(20), kit.TableLook{}, kit.TableEvents{})
	s := on(t, table, 800, 28+320)
	table.KeepWidths(map[string]float32{"b": 350, "c": float32(math.NaN()), "a": -4}, nil)
	wide := s.canvas.Capture()
	s.window.Resize(fyne.NewSize(460, 28+320))
	left := func() []float32 {
		var out []float32
		for _, g := range grips(table) {
			o, _ := g.(fyne.CanvasObject)
			out = append(out, o.Position().X)
		}
		return out
	}
	own := left()
	table.KeepWidths(nil, nil)
	if usual := left(); own[0] < 200 || own[1] < usual[0]+100 || s.canvas.Size().Width-own[1] < 100 {
		t.Errorf("borders at %v, usually %v", own, usual)
	}
	s.window.Resize(fyne.NewSize(800, 28+320))
	table.KeepWidths(map[string]float32{"b": 350}, nil)
	if !same(wide, s.canvas.Capture()) {
		t.Error("the widths do not come back with the room")
	}
}

func TestADoubleClickFitsAColumn(t *testing.T) {
	table := kit.NewTable([]kit.TableColumn{{ID: "name", Title: "Namn", Width: 60}, {ID: "rest", Title: "Resten"}}, activities(20), kit.TableLook{}, kit.TableEvents{})
	s := on(t, table, 800, 28+320)
	table.KeepWidths(nil, nil)
	g, _ := grips(table)[0].(fyne.DoubleTappable)
	g.DoubleTapped(&fyne.PointEvent{})
	if got := table.Widths()["name"]; got <= 60 || got > 400 {
		t.Errorf("fitted to %v", got)
	}
	rest := s.canvas.Capture()
	s.hover(40, 28+10)
	lit := s.canvas.Capture()
	s.hover(700, 28+10) // another cell of the row
	if same(rest, lit) || !same(lit, s.canvas.Capture()) {
		t.Error("the fitted cell is still cut")
	}
}

// grouped are ten rows, of which every fifth is a head.
type grouped struct{ activities }

func (grouped) Group(row int) (string, bool) { return "Grupp", row%5 == 0 }

func TestTheKeyboardPassesOverHeads(t *testing.T) {
	var at, opened []int
	table := kit.NewTable(activityColumns(), grouped{10}, kit.TableLook{Once: true}, kit.TableEvents{
		Selected: func(row int) { at = append(at, row) }, Open: func(row int) { opened = append(opened, row) },
	})
	s := on(t, table, 800, 28+320)
	s.tab()
	s.press(fyne.KeyHome, fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyEnd)
	if want := []int{1, 2, 3, 4, 6, 4, 9}; !slices.Equal(at, want) {
		t.Errorf("stood on %v, want %v", at, want)
	}
	s.click(100, 28+5*32+10) // a head
	s.click(100, 28+2*32+10)
	if !slices.Equal(opened, []int{2}) {
		t.Errorf("opened %v", opened)
	}
}

// Of two columns that share what is left, the one that was dragged stays as it was put.
func TestADraggedColumnKeepsToItsWidth(t *testing.T) {
	columns := []kit.TableColumn{{ID: "a", Title: "A"}, {ID: "b", Title: "B", Width: 100}, {ID: "c", Title: "C"}}
	table := kit.NewTable(columns, activities(20), kit.TableLook{}, kit.TableEvents{})
	on(t, table, 800, 28+320)
	table.KeepWidths(nil, nil)
	border := func(i int) float32 {
		o, _ := grips(table)[i].(fyne.CanvasObject)
		return o.Position().X
	}
	first, second := border(0), border(1)
	drag(grips(table)[0], 12)
	if border(0) != first+12 || border(1) != second {
		t.Errorf("borders at %v and %v, were at %v and %v", border(0), border(1), first, second)
	}
}

// Where the columns of a grid fit, one gives to the other; where they are scrolled to,
// one grows alone.
func TestColumnsOfAGridAreDragged(t *testing.T) {
	for width, want := range map[float32]bool{900: true, 380: false} {
		g, st := gridOn(t, newSheet("A", "B"), nil)
		st.window.Resize(fyne.NewSize(width, 32+400))
		g.KeepWidths(nil, nil)
		borders := grips(g)
		if len(borders) == 0 {
			t.Fatalf("no borders at %v", width)
		}
		drag(borders[0], 24)
		if own := g.Widths(); (len(own) == 2) != want || len(own) == 0 {
			t.Errorf("at %v: %v", width, own)
		}
		if after := grips(g); len(after) == 0 {
			t.Errorf("no borders at %v after a drag", width)
		}
	}
}
