package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/ui/kit"
)

// counting counts how often its cells are asked for.
type counting struct {
	activities
	asked map[int]int
}

func (c counting) Cell(row int, column string) kit.Cell {
	c.asked[row]++
	return c.activities.Cell(row, column)
}

func TestTableAsksOnlyForRowsInSight(t *testing.T) {
	source := counting{activities(5000), map[int]int{}}
	table := kit.NewTable(activityColumns(), source, kit.TableLook{}, kit.TableEvents{})
	s := on(t, table, 800, 28+320)
	if len(source.asked) > 100 {
		t.Errorf("%d rows were asked for, 10 are in sight and 100 fit the columns", len(source.asked))
	}
	clear(source.asked)
	s.window.Resize(fyne.NewSize(640, 28+320))
	if len(source.asked) > 2 {
		t.Errorf("narrower, asked for %v", source.asked)
	}
	clear(source.asked)
	test.Scroll(s.canvas, fyne.NewPos(100, 100), 0, -64)
	if len(source.asked) > 2 {
		t.Errorf("two rows came into sight, asked for %v", source.asked)
	}
}

func TestTableByKeys(t *testing.T) {
	var told []string
	note := func(what string) func(int) { return func(row int) { told = append(told, fmt.Sprint(what, " ", row)) } }
	table := kit.NewTable(activityColumns(), activities(5000), kit.TableLook{}, kit.TableEvents{
		Selected: note("at"), Open: note("open"), Tick: func(row int, on bool) { told = append(told, fmt.Sprint("tick ", row, " ", on)) },
	})
	s := on(t, table, 800, 28+320)
	s.tab()
	s.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn, fyne.KeySpace, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome, fyne.KeyUp)
	want := []string{"at 0", "at 1", "open 1", "tick 1 true", "at 10", "at 4999", "at 0"}
	if diff := diffStrings(want, told); diff != "" {
		t.Error(diff)
	}
}

func TestTableByMouse(t *testing.T) {
	var told []string
	say := func(format string, v ...any) { told = append(told, fmt.Sprintf(format, v...)) }
	table := kit.NewTable(activityColumns(), activities(20), kit.TableLook{}, kit.TableEvents{
		Selected: func(row int) { say("at %d", row) }, Open: func(row int) { say("open %d", row) },
		Tick: func(row int, on bool) { say("tick %d %v", row, on) }, TickAll: func(on bool) { say("all %v", on) },
		Sort: func(c string, down bool) { say("sort %s %v", c, down) }, Menu: func(row int, _ fyne.Position) { say("menu %d", row) },
	})
	table.SetAllTicked(kit.Empty)
	s := on(t, table, 800, 28+320)
	s.click(24, 14)  // the box in the head
	s.click(100, 14) // the name's head
	table.SetSorted("name", false)
	s.click(100, 14)
	s.click(100, 28+32+10) // row 1
	s.click(100, 28+32+10) // again
	s.click(24, 28+3*32+10)
	test.TapSecondaryAt(table, fyne.NewPos(100, 28+10))
	want := []string{"all true", "sort name false", "sort name true", "at 1", "open 1", "at 3", "tick 3 false", "at 0", "menu 0"}
	if diff := diffStrings(want, told); diff != "" {
		t.Error(diff)
	}
}

func TestAllRowsAreTickedByKeyboard(t *testing.T) {
	var told []bool
	table := kit.NewTable(activityColumns(), activities(20), kit.TableLook{}, kit.TableEvents{TickAll: func(on bool) { told = append(told, on) }})
	s := on(t, table, 800, 28+320)
	s.tab()
	s.shortcut(&fyne.ShortcutSelectAll{}) // there is no box in the head
	for _, all := range []kit.Tick{kit.Empty, kit.Mixed, kit.Ticked} {
		table.SetAllTicked(all)
		s.shortcut(&fyne.ShortcutSelectAll{})
	}
	if len(told) != 3 || !told[0] || !told[1] || told[2] {
		t.Errorf("told %v, want [true true false]", told)
	}
}

func TestTableKeepsItsPlaceWhenRowsGo(t *testing.T) {
	table := kit.NewTable(activityColumns(), activities(20), kit.TableLook{}, kit.TableEvents{})
	s := on(t, table, 800, 28+320)
	table.Select(15)
	table.SetSource(activities(3))
	if table.Selected() != 2 {
		t.Errorf("stands on %d of 3", table.Selected())
	}
	table.SetSource(activities(0))
	s.tab()
	s.press(fyne.KeyDown, fyne.KeyReturn, fyne.KeySpace, fyne.KeyEnd)
	if table.Selected() != -1 {
		t.Errorf("stands on %d of none", table.Selected())
	}
}

func TestTableWithoutRoomCutsItsColumns(t *testing.T) {
	table := kit.NewTable(activityColumns(), activities(20), kit.TableLook{}, kit.TableEvents{})
	s := on(t, kit.Dock(kit.Edges{}, table), 380, 28+320)
	rest := s.canvas.Capture()
	s.hover(120, 28+10) // the name
	if same(rest, s.canvas.Capture()) {
		t.Error("a cut cell has no tooltip")
	}
}

func TestWholeTableWantsRoomForEveryRow(t *testing.T) {
	table := kit.NewTable(activityColumns(), activities(7), kit.TableLook{Whole: true}, kit.TableEvents{})
	if got := table.MinSize().Height; got != 28+7*32 {
		t.Errorf("the table wants %v, want %v", got, 28+7*32)
	}
}

func BenchmarkTableScroll(b *testing.B) {
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Light, 1))
	table := kit.NewTable(activityColumns(), activities(5000), kit.TableLook{}, kit.TableEvents{})
	w := test.NewWindow(table)
	defer w.Close()
	w.Resize(fyne.NewSize(1052, 700))
	b.ResetTimer()
	for i := range b.N {
		by := float32(-64)
		if i/2000%2 == 1 {
			by = 64
		}
		table.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: by}})
	}
}

func BenchmarkTableKeyDown(b *testing.B) {
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Light, 1))
	table := kit.NewTable(activityColumns(), activities(5000), kit.TableLook{}, kit.TableEvents{})
	w := test.NewWindow(table)
	defer w.Close()
	w.Resize(fyne.NewSize(1052, 700))
	b.ResetTimer()
	for range b.N {
		if table.Selected() == 4999 {
			table.Select(0)
		}
		table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
}
