package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

// partsOf makes a part of rows for each list of titles, one below the other. A row
// without a title opens nothing.
func partsOf(lists ...[]string) (fyne.CanvasObject, []kit.Part) {
	var parts []kit.Part
	var boxes []fyne.CanvasObject
	for _, titles := range lists {
		var p kit.Part
		var rows []fyne.CanvasObject
		for _, title := range titles {
			what := kit.OneLine{Title: title}
			if title != "" {
				what.Open, what.Tick = func() {}, func(bool) {}
			}
			row := kit.NewOneLineRow(what)
			rows = append(rows, row)
			p.Stops = append(p.Stops, kit.Stop{ID: title, On: row})
		}
		p.Box = kit.NewRows(true, rows...)
		boxes = append(boxes, p.Box)
		parts = append(parts, p)
	}
	return kit.Column(8, boxes...), parts
}

// held is the ID of the stop that has the keyboard.
func held(c fyne.Canvas, parts []kit.Part) string {
	for _, p := range parts {
		for _, s := range p.Stops {
			if s.On == c.Focused() {
				return s.ID
			}
		}
	}
	return "-"
}

func TestTheKeyboardGoesFromPartToPart(t *testing.T) {
	whole, parts := partsOf([]string{"a", "b"}, []string{""}, []string{"", "c", "d"})
	s := on(t, whole, 600, 300)
	entered := false
	parts = append(parts, kit.Part{Box: kit.Spring(), Enter: func() { entered = true; s.canvas.Unfocus() }})
	for _, x := range []struct {
		by   int
		want string
	}{{1, "a"}, {1, "c"}, {-1, "a"}, {1, "c"}, {1, "-"}, {-1, "a"}} {
		kit.StepPart(s.canvas, parts, x.by)
		if got := held(s.canvas, parts); got != x.want {
			t.Fatalf("by %d the keyboard is at %s, want %s", x.by, got, x.want)
		}
	}
	if !entered {
		t.Error("a part with an entrance of its own was passed over")
	}
	parts[2].Main, parts[2].At = true, 2
	if !kit.EnterParts(s.canvas, parts) || held(s.canvas, parts) != "d" {
		t.Errorf("the main part is entered at %s, want d", held(s.canvas, parts))
	}
	if kit.EnterParts(s.canvas, parts[1:2]) {
		t.Error("a part without stops was entered")
	}
}

func TestATableIsEnteredAtItsFirstRow(t *testing.T) {
	var told []int
	table := kit.NewTable(activityColumns(), activities(5), kit.TableLook{}, kit.TableEvents{Selected: func(row int) { told = append(told, row) }})
	s := on(t, table, 800, 300)
	parts := []kit.Part{{Box: table, Stops: []kit.Stop{{On: table}}}}
	kit.StepPart(s.canvas, parts, 1)
	if table.Selected() != 0 || len(told) != 1 {
		t.Fatalf("it stands on row %d, told %v", table.Selected(), told)
	}
	table.Select(3)
	if kit.EnterParts(s.canvas, parts); table.Selected() != 3 {
		t.Error("coming back it stands elsewhere")
	}
}

func TestTheArrowsGoFromStopToStop(t *testing.T) {
	whole, parts := partsOf([]string{"a", "b"}, []string{"", "c"}, []string{"d"})
	parts[0].Flow, parts[1].Flow = true, true
	s := on(t, whole, 600, 300)
	for _, x := range []struct {
		by    int
		want  string
		moved bool
	}{{1, "a", true}, {1, "b", true}, {1, "c", true}, {1, "c", false}, {-1, "b", true}} {
		if moved := kit.StepStop(s.canvas, parts, x.by); moved != x.moved || held(s.canvas, parts) != x.want {
			t.Fatalf("by %d the keyboard is at %s (%t), want %s", x.by, held(s.canvas, parts), moved, x.want)
		}
	}
	s.tab() // to the box of the row
	if held(s.canvas, parts) != "-" {
		t.Fatal("the row's box is no stop of its own")
	}
	if kit.StepStop(s.canvas, parts, 1); held(s.canvas, parts) != "c" {
		t.Errorf("from a row's box the arrow goes to %s, want c", held(s.canvas, parts))
	}
}

func TestTheKeyboardStaysWhenRowsAreMadeAnew(t *testing.T) {
	for _, x := range []struct {
		anew []string
		want string
	}{{[]string{"c", "b", "a"}, "b"}, {[]string{"a", "c"}, "c"}, {[]string{"a"}, "a"}, {nil, "-"}} {
		whole, parts := partsOf([]string{"a", "b", "c"})
		s := on(t, whole, 600, 300)
		s.canvas.Focus(parts[0].Stops[1].On)
		keep := kit.KeepStop(s.canvas, parts)
		whole, parts = partsOf(x.anew)
		s.window.SetContent(whole)
		keep(parts)
		if got := held(s.canvas, parts); got != x.want {
			t.Errorf("of %v the keyboard is at %s, want %s", x.anew, got, x.want)
		}
		if x.anew == nil && s.canvas.Focused() != nil {
			t.Error("what is gone still has the keyboard")
		}
	}
}
