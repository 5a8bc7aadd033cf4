package kit_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/ui/kit"
)

// sheet is a list of rows that a grid writes into.
type sheet struct {
	ids   []string
	cells map[string]map[string]string // by row and column
	next  int
	moves []string
	open  []string
}

func newSheet(names ...string) *sheet {
	s := &sheet{cells: map[string]map[string]string{}}
	for _, n := range names {
		s.add(len(s.ids))["name"] = n
	}
	return s
}

func (s *sheet) add(at int) map[string]string {
	s.next++
	id := fmt.Sprint("r", s.next)
	s.ids = slices.Insert(s.ids, at, id)
	s.cells[id] = map[string]string{}
	return s.cells[id]
}

func (s *sheet) Rows() int                            { return len(s.ids) }
func (s *sheet) ID(row int) string                    { return s.ids[row] }
func (s *sheet) Cell(row int, column string) kit.Cell { return kit.Cell{Text: s.Text(row, column)} }
func (s *sheet) Text(row int, column string) string   { return s.cells[s.ids[row]][column] }

func (s *sheet) Values(row int, column string) []string {
	if v := s.Text(row, column); v != "" {
		return strings.Split(v, "; ")
	}
	return nil
}

func (s *sheet) set(row int, column string, in kit.CellInput) string {
	if column == "day" && in.Text != "" {
		if _, err := time.Parse(time.DateOnly, in.Text); err != nil {
			return "Skriv dagen som 2026-11-22."
		}
	}
	if row == len(s.ids) {
		s.add(row)
	}
	text := in.Text
	if len(in.Values) > 0 {
		text = strings.Join(in.Values, "; ")
	}
	s.cells[s.ids[row]][column] = text
	return ""
}

func (s *sheet) names() []string {
	var out []string
	for i := range s.ids {
		out = append(out, s.Text(i, "name"))
	}
	return out
}

func (s *sheet) events() kit.GridEvents {
	return kit.GridEvents{
		Set:    s.set,
		Insert: func(at int) { s.add(at) },
		Remove: func(rows []int) {
			for _, r := range slices.Backward(rows) {
				s.ids = slices.Delete(s.ids, r, r+1)
			}
		},
		Move: func(rows []int, to int) {
			s.moves = append(s.moves, fmt.Sprint(rows, " to ", to))
			var moved, rest []string
			for i, id := range s.ids {
				if slices.Contains(rows, i) {
					moved = append(moved, id)
				} else {
					rest = append(rest, id)
				}
			}
			s.ids = slices.Insert(rest, to, moved...)
		},
		Paste: func(row int, columns []string, cells [][]string) {
			for i, line := range cells {
				for j, text := range line {
					if j < len(columns) {
						s.set(row+i, columns[j], kit.CellInput{Text: text})
					}
				}
			}
		},
		Open: func(row int, column string) { s.open = append(s.open, fmt.Sprint(row, column)) },
	}
}

func choicesOf(names ...string) func() []kit.Choice {
	var out []kit.Choice
	for _, n := range names {
		out = append(out, kit.Choice{Value: n, Label: n})
	}
	return func() []kit.Choice { return out }
}

func sheetColumns() []kit.GridColumn {
	return []kit.GridColumn{
		{TableColumn: kit.TableColumn{ID: "name", Title: "Aktivitet"}},
		{
			TableColumn: kit.TableColumn{ID: "role", Title: "Ansvarig", Width: 130}, Kind: kit.ChoiceCell, Free: true,
			Choices: choicesOf("Kommunikationschef", "Kommunikatör", "Webbredaktör"),
		},
		{TableColumn: kit.TableColumn{ID: "day", Title: "Start", Width: 90}, Kind: kit.DayCell},
		{
			TableColumn: kit.TableColumn{ID: "state", Title: "Status", Width: 90}, Kind: kit.ChoiceCell,
			Choices: choicesOf("Planerad", "Pågår", "Klar"),
		},
		{
			TableColumn: kit.TableColumn{ID: "channels", Title: "Kanaler", Width: 120}, Kind: kit.SeveralCell,
			Choices: choicesOf("Möte", "Webb", "Nyhetsbrev"),
		},
	}
}

// gridOn puts a grid over the sheet on a stage and gives it the keyboard.
func gridOn(t *testing.T, s *sheet, change func(*kit.GridSetup)) (*kit.Grid, *stage) {
	t.Helper()
	setup := kit.GridSetup{
		Words: swedish(), Columns: sheetColumns(), Source: s, Events: s.events(), Look: kit.GridLook{New: "Skriv en ny aktivitet …"},
		Today: func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) },
	}
	if change != nil {
		change(&setup)
	}
	g := kit.NewGrid(setup)
	st := on(t, g, 900, 32+400)
	g.Focus()
	return g, st
}

func at(g *kit.Grid) string {
	row, column := g.At()
	return fmt.Sprint(row, " ", column)
}

func TestGridIsFilledByKeyboardAlone(t *testing.T) {
	s := newSheet()
	g, st := gridOn(t, s, nil)
	st.write("Startmöte")
	st.press(fyne.KeyTab)
	st.write("kommunikat")
	st.press(fyne.KeyTab)
	st.write("2026-01-14")
	st.press(fyne.KeyTab)
	st.write("p")
	st.press(fyne.KeyDown, fyne.KeyTab)
	st.write("möt")
	st.press(fyne.KeyReturn) // ticks
	st.write("webb")
	st.press(fyne.KeyReturn, fyne.KeyReturn) // ticks, ends
	if got := at(g); got != "1 name" {
		t.Errorf("after the row the keyboard stands on %s", got)
	}
	want := map[string]string{"name": "Startmöte", "role": "kommunikat", "day": "2026-01-14", "state": "Pågår", "channels": "Möte; Webb"}
	if len(s.ids) != 1 {
		t.Fatalf("%d rows", len(s.ids))
	}
	if diff := cmp.Diff(want, s.cells[s.ids[0]]); diff != "" {
		t.Error(diff)
	}
}

func TestGridTakesSuggestions(t *testing.T) {
	for _, c := range []struct {
		keys []fyne.KeyName
		want string
	}{
		{[]fyne.KeyName{fyne.KeyReturn}, "Kommunikationschef"},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyReturn}, "Kommunikatör"},
		{[]fyne.KeyName{fyne.KeyDown, fyne.KeyTab}, "Kommunikatör"},
		{[]fyne.KeyName{fyne.KeyTab}, "kommu"}, // free text stays as it is written
		{[]fyne.KeyName{fyne.KeyEscape}, ""},
	} {
		s := newSheet("A")
		g, st := gridOn(t, s, nil)
		g.Go(0, "role")
		st.write("kommu")
		st.press(c.keys...)
		if got := s.Text(0, "role"); got != c.want {
			t.Errorf("%v: %q, want %q", c.keys, got, c.want)
		}
	}
}

func TestGridRefusesWhatIsNone(t *testing.T) {
	s := newSheet("A", "B")
	g, st := gridOn(t, s, nil)
	g.Go(0, "day")
	st.write("i morgon")
	st.press(fyne.KeyReturn)
	if !g.Writing() {
		t.Fatal("a text that is no day was taken")
	}
	st.click(60, 32+32+16) // another row
	if !g.Writing() || s.Text(0, "day") != "" {
		t.Error("what is wrong was dropped by a click elsewhere")
	}
	st.press(fyne.KeyEscape)
	if got := at(g); g.Writing() || got != "0 day" {
		t.Errorf("Escape leaves the keyboard on %s", got)
	}
	g.Go(0, "state")
	st.write("x")
	st.press(fyne.KeyTab)
	if !g.Writing() {
		t.Error("a choice that does not exist was taken")
	}
}

func TestGridWritesOverOrOn(t *testing.T) {
	s := newSheet("Möte", "Brev", "Film")
	_, st := gridOn(t, s, nil)
	st.write("X")
	st.press(fyne.KeyReturn, fyne.KeyF2)
	st.write("!")
	st.press(fyne.KeyReturn, fyne.KeyReturn)
	st.write("er")
	st.press(fyne.KeyEscape)
	if diff := cmp.Diff([]string{"X", "Brev!", "Film"}, s.names()); diff != "" {
		t.Error(diff)
	}
}

func TestGridMovesByKeys(t *testing.T) {
	var names []string
	for i := range 40 {
		names = append(names, fmt.Sprint(i))
	}
	g, st := gridOn(t, newSheet(names...), nil)
	for _, c := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyDown, "1 name"},
		{fyne.KeyRight, "1 role"},
		{fyne.KeyTab, "1 day"},
		{fyne.KeyEnd, "1 channels"},
		{fyne.KeyTab, "2 name"},
		{fyne.KeyUp, "1 name"},
		{fyne.KeyLeft, "1 name"},
		{fyne.KeyPageDown, "12 name"},
		{fyne.KeyHome, "12 name"},
	} {
		st.press(c.key)
		if got := at(g); got != c.want {
			t.Errorf("after %s: %s, want %s", c.key, got, c.want)
		}
	}
	st.shortcut(kit.Keys(fyne.KeyEnd, false))
	if got := at(g); got != "40 channels" {
		t.Errorf("Ctrl+End: %s", got)
	}
	shiftTab(g)
	if got := at(g); got != "40 state" {
		t.Errorf("Shift+Tab: %s", got)
	}
}

// shiftTab presses Tab while Shift is held.
func shiftTab(g *kit.Grid) {
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
	g.TypedKey(&fyne.KeyEvent{Name: fyne.KeyTab})
	g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftLeft})
}

func TestGridMarksMovesAndRemovesRows(t *testing.T) {
	s := newSheet("a", "b", "c", "d")
	g, st := gridOn(t, s, nil)
	alt := func(k fyne.KeyName) { st.shortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt}) }
	alt(fyne.KeyDown)
	alt(fyne.KeyUp)
	alt(fyne.KeyUp) // at the top already
	if diff := cmp.Diff([]string{"[0] to 1", "[1] to 0"}, s.moves); diff != "" {
		t.Error(diff)
	}
	st.write(" ")
	st.press(fyne.KeyDown, fyne.KeyDown)
	st.write(" ")
	if diff := cmp.Diff([]int{0, 2}, g.Marked()); diff != "" {
		t.Error(diff)
	}
	alt(fyne.KeyDown)
	if diff := cmp.Diff([]string{"b", "a", "c", "d"}, s.names()); diff != "" {
		t.Error(diff)
	}
	st.press(fyne.KeyDelete)
	if diff := cmp.Diff([]string{"b", "d"}, s.names()); diff != "" {
		t.Error(diff)
	}
	st.shortcut(&fyne.ShortcutSelectAll{})
	st.press(fyne.KeyEscape)
	if len(g.Marked()) != 0 {
		t.Error("Escape leaves marks")
	}
	g.Go(1, "name")
	st.shortcut(kit.Keys(fyne.KeyPlus, false))
	if diff := cmp.Diff([]string{"b", "", "d"}, s.names()); diff != "" {
		t.Error(diff)
	}
	g.Go(0, "name")
	st.press(fyne.KeyDelete) // without marks: the cell
	if diff := cmp.Diff([]string{"", "", "d"}, s.names()); diff != "" {
		t.Error(diff)
	}
}

func TestGridMarksASpanWithShift(t *testing.T) {
	g, st := gridOn(t, newSheet("a", "b", "c", "d"), nil)
	g.KeyDown(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	st.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	g.KeyUp(&fyne.KeyEvent{Name: desktop.KeyShiftRight})
	if diff := cmp.Diff([]int{0, 1}, g.Marked()); diff != "" {
		t.Error(diff)
	}
}

func TestGridCopiesAndPastesRows(t *testing.T) {
	s := newSheet("Möte", "Film \"Hemma\"")
	s.cells["r1"]["role"] = "Kommunikatör"
	g, st := gridOn(t, s, nil)
	clip := fyne.CurrentApp().Clipboard()
	st.shortcut(&fyne.ShortcutSelectAll{})
	st.shortcut(&fyne.ShortcutCopy{Clipboard: clip})
	want := "Möte\tKommunikatör\t\t\t\n\"Film \"\"Hemma\"\"\"\t\t\t\t\n"
	if got := clip.Content(); got != want {
		t.Errorf("copied %q, want %q", got, want)
	}
	st.press(fyne.KeyEscape)
	g.Go(2, "day") // rows that are as wide as the grid begin in its first column
	st.shortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if diff := cmp.Diff([]string{"Möte", "Film \"Hemma\"", "Möte", "Film \"Hemma\""}, s.names()); diff != "" {
		t.Error(diff)
	}
	clip.SetContent("Webbredaktör\t2026-02-01\r\nKommunikatör\t2026-03-01\r\n")
	g.Go(0, "role")
	st.shortcut(&fyne.ShortcutPaste{Clipboard: clip})
	if s.Text(0, "role") != "Webbredaktör" || s.Text(1, "day") != "2026-03-01" {
		t.Errorf("pasted %v", s.cells)
	}
}

func TestGridByMouse(t *testing.T) {
	s := newSheet("a", "b", "c")
	g, st := gridOn(t, s, nil)
	st.click(60, 32+32+16)
	if got := at(g); got != "1 name" || g.Writing() {
		t.Errorf("one click: %s", got)
	}
	st.click(60, 32+32+16)
	if !g.Writing() {
		t.Error("two clicks do not begin to write")
	}
	st.write("x")
	st.click(24, 32+16) // the box of the first row; what is written is kept
	if diff := cmp.Diff([]string{"a", "bx", "c"}, s.names()); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{0}, g.Marked()); diff != "" {
		t.Error(diff)
	}
	st.click(24, 16)
	if len(g.Marked()) != 3 {
		t.Error("the box in the head does not mark all")
	}
	st.click(880, 32+64+16)
	if diff := cmp.Diff([]string{"2"}, s.open); diff != "" {
		t.Error(diff)
	}
	test.TapSecondaryAt(g, fyne.NewPos(60, 32+16))
	if st.overlays() != 1 {
		t.Error("no menu")
	}
}

func TestGridDragsRows(t *testing.T) {
	s := newSheet("a", "b", "c", "d")
	g, _ := gridOn(t, s, nil)
	drag := func(x, from, to float32) {
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, from+2)}, Dragged: fyne.NewDelta(0, 2)})
		g.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, to)}, Dragged: fyne.NewDelta(0, to-from)})
		g.DragEnd()
	}
	drag(60, 32+16, 32+64+20)
	drag(500, 32+16, 32+64+20) // not by its other cells
	if diff := cmp.Diff([]string{"b", "c", "a", "d"}, s.names()); diff != "" {
		t.Error(diff)
	}
}

func TestGridThatIsLocked(t *testing.T) {
	s := newSheet("a", "b")
	g, st := gridOn(t, s, func(setup *kit.GridSetup) { setup.Look.Locked = true })
	st.write("x ")
	st.press(fyne.KeyF2, fyne.KeyDelete)
	clip := fyne.CurrentApp().Clipboard()
	clip.SetContent("x\ty")
	st.shortcut(&fyne.ShortcutPaste{Clipboard: clip})
	st.shortcut(kit.Keys(fyne.KeyDelete, false))
	st.press(fyne.KeyDown, fyne.KeyDown)
	if diff := cmp.Diff([]string{"a", "b"}, s.names()); diff != "" || g.Writing() {
		t.Error(diff)
	}
	if got := at(g); got != "1 name" {
		t.Errorf("a locked grid has an empty row: %s", got)
	}
	st.shortcut(&fyne.ShortcutCopy{Clipboard: clip})
	if clip.Content() != "b" {
		t.Errorf("copied %q", clip.Content())
	}
}

func TestCellsSurviveTheClipboard(t *testing.T) {
	for _, cells := range [][][]string{
		{{"a", "b"}, {"c", ""}},
		{{"två\nrader", "tab\tb", "\"citat\""}},
		{{"x"}},
		{{"", "", "c"}},
	} {
		if diff := cmp.Diff(cells, kit.SplitCells(kit.JoinCells(cells))); diff != "" {
			t.Error(diff)
		}
	}
	for text, want := range map[string][][]string{
		"a\tb\r\nc\td\r\n": {{"a", "b"}, {"c", "d"}},
		"5\" rör\t2\nb\tc": {{"5\" rör", "2"}, {"b", "c"}},
		"\n\n":             nil,
		" a ":              {{"a"}},
	} {
		if diff := cmp.Diff(want, kit.SplitCells(text)); diff != "" {
			t.Errorf("%q: %s", text, diff)
		}
	}
}

func FuzzSplitCells(f *testing.F) {
	f.Add("a\tb\r\n\"c\td\"\n")
	f.Add("\"")
	f.Fuzz(func(t *testing.T, text string) {
		cells := kit.SplitCells(text)
		again := kit.SplitCells(kit.JoinCells(cells))
		for i, line := range again {
			if len(line) > 0 && i < len(cells) && line[0] != cells[i][0] && len(cells) == len(again) {
				t.Errorf("%q: %q became %q", text, cells, again)
			}
		}
	})
}
