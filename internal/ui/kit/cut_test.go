package kit_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

// shown are the texts that are visible on a stage.
func (s *stage) shown() []string {
	var out []string
	var walk func(o fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *canvas.Text:
			out = append(out, o.Text)
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c)
			}
		}
	}
	walk(s.canvas.Content())
	return out
}

// told is what appears while the mouse rests at a place.
func (s *stage) told(x, y float32) string {
	s.hover(-1, -1)
	before := s.shown()
	s.hover(x, y)
	s.hover(x, y)
	var out []string
	for _, text := range s.shown() {
		if i := slices.Index(before, text); i >= 0 {
			before = slices.Delete(before, i, i+1)
			continue
		}
		out = append(out, text)
	}
	s.hover(-1, -1)
	return strings.Join(out, " ")
}

func TestTheTitleOfASectionTakesTwoLines(t *testing.T) {
	one := kit.NewSectionRow(kit.Section{Number: "1", Title: "Budskap"}, nil)
	two := kit.NewSectionRow(kit.Section{Number: "2", Title: "Intern kommunikation, kompetens och lärande"}, nil)
	s := on(t, kit.Column(0, kit.NewRows(false, one, two)), 240, 300)
	if one.Size().Height != 26 || two.Size().Height != 42 {
		t.Errorf("the rows are %v and %v high", one.Size().Height, two.Size().Height)
	}
	if all := strings.Join(s.shown(), " "); !strings.Contains(all, "Intern kommunikation, kompetens och lärande") {
		t.Errorf("it says %q", all)
	}
	before := two.Size()
	two.SetSelected(true)
	s.window.Resize(fyne.NewSize(241, 300))
	if two.Size().Height != before.Height {
		t.Error("the row changes its height when it is opened")
	}
}

func TestWhatIsCutInATableIsTold(t *testing.T) {
	columns := []kit.TableColumn{{ID: "name", Title: "Ett namn som är långt", Width: 60}, {ID: "a", Title: "2025", Min: 60}, {ID: "b", Title: "2026", Min: 60}}
	table := kit.NewTable(columns, oneRow{}, kit.TableLook{}, kit.TableEvents{})
	s := on(t, table, 260, 28+40)
	for _, c := range []struct {
		what string
		x, y float32
		want string
	}{
		{"the first cell", 30, 28 + 10, "Kommunikationsplan"},
		{"a title", 30, 12, "Ett namn som är långt"},
		{"where a bar begins", 110, 28 + 10, "Brådskande 39 dagar kvar, senast 2026-12-31"},
		{"where it goes on", 220, 28 + 10, "Brådskande 39 dagar kvar, senast 2026-12-31"},
	} {
		if got := s.told(c.x, c.y); got != c.want {
			t.Errorf("%s tells %q, want %q", c.what, got, c.want)
		}
	}
}

// oneRow is a table of one row, with a bar over two columns.
type oneRow struct{}

func (oneRow) Rows() int { return 1 }

func (oneRow) Cell(_ int, column string) kit.Cell {
	switch column {
	case "name":
		return kit.Cell{Text: "Kommunikationsplan"}
	case "a":
		return kit.Cell{Filled: true, Span: 2, State: kit.State{Symbol: assets.StateUrgent, Family: kit.Urgent, Detail: "Brådskande 39 dagar kvar, senast 2026-12-31", Short: "39 dagar"}}
	}
	return kit.Cell{}
}

func TestAStateWithoutRoomSaysLess(t *testing.T) {
	pill := kit.NewPill(kit.State{Symbol: assets.StateUrgent, Family: kit.Urgent, Detail: "Brådskande 39 dagar", Short: "39 dagar"})
	s := on(t, kit.Column(0, kit.Bar(0, kit.Fixed(100, 20, pill))), 400, 100)
	if all := s.shown(); !slices.Contains(all, "39 dagar") {
		t.Errorf("it says %q", all)
	}
	if got := s.told(40, 10); got != "Brådskande 39 dagar" {
		t.Errorf("the tooltip says %q", got)
	}
}

func TestTheHeadTellsAllThatIsCut(t *testing.T) {
	h := kit.NewEditorHeader("Kommunikationsplan Kompetensförsörjning i välfärden")
	h.SetCaption("Detaljerad kommunikationsplan · version 2.0 utkast 1 · 1.0 gäller")
	s := on(t, h, 240, 67)
	if got := s.told(30, 20); !strings.HasPrefix(got, "Kommunikationsplan Kompetens") || !strings.HasSuffix(got, "1.0 gäller") {
		t.Errorf("it tells %q", got)
	}
}

func TestTheNavigationTellsWhosePlansAreOpen(t *testing.T) {
	n := kit.NewNavigation(assets.IconStar, nil, func(string) {})
	n.SetOrganisation("Kommunförbundet Mälardalslänet", "2023–2026")
	s := on(t, kit.Dock(kit.Edges{Left: n}, kit.Spring()), 600, 400)
	if got := s.told(80, 20); got != "Kommunförbundet Mälardalslänet" {
		t.Errorf("it tells %q", got)
	}
	n.SetFolded(true)
	s.window.Resize(fyne.NewSize(601, 400))
	if got := s.told(20, 20); !strings.Contains(got, "Mälardalslänet") || !strings.HasSuffix(got, "2023–2026") {
		t.Errorf("folded it tells %q", got)
	}
}

func TestTheMapTellsTheWholeOfAName(t *testing.T) {
	m := kit.NewPointMap(kit.PointMapWords{X: "Intresse", Y: "Inflytande", Unplaced: "Ej placerad"}, nil)
	m.SetPoints([]kit.MapPoint{{ID: "a", Mark: "1", Name: "Kommunstyrelsens ordförande och kommunalråd"}})
	s := on(t, kit.Column(0, m), 240, 480)
	if got := s.told(60, m.Size().Height-14); got != "Kommunstyrelsens ordförande och kommunalråd" {
		t.Errorf("it tells %q", got)
	}
}

// A pane that has no room is passed by with the keyboard too.
func TestAPaneWithoutRoomIsHidden(t *testing.T) {
	left, right := kit.NewButton(kit.Outlined, "Vänster", nil), kit.NewButton(kit.Outlined, "Höger", nil)
	split := kit.NewSplitEnd(left, right, kit.Widths{At: 300, Min: 200, Max: 400}, nil)
	split.SetLeast(800, nil)
	s := on(t, split, 700, 300)
	if right.Visible() {
		t.Error("the pane is there without room")
	}
	s.tab()
	s.tab()
	if s.canvas.Focused() == fyne.Focusable(right) {
		t.Error("the keyboard reaches what is not seen")
	}
	s.window.Resize(fyne.NewSize(900, 300))
	if !right.Visible() {
		t.Error("with room the pane does not come back")
	}
	split.SetPaneShown(false)
	s.window.Resize(fyne.NewSize(950, 300))
	if right.Visible() {
		t.Error("a hidden pane comes back")
	}
}

// A box is as high as what it holds, up to a limit.
func TestAScrollBoxIsNoHigherThanItsContent(t *testing.T) {
	rows := kit.NewRows(true, kit.NewTwoLineRow(kit.TwoLine{Title: "Rad"}))
	box := kit.NewScrollBox(rows)
	column := kit.Column(0, box.AtMost(100))
	s := on(t, column, 300, 400)
	if h := box.Size().Height; h != 45 {
		t.Errorf("around one row it is %v high", h)
	}
	rows.SetRows(kit.NewTwoLineRow(kit.TwoLine{Title: "a"}), kit.NewTwoLineRow(kit.TwoLine{Title: "b"}), kit.NewTwoLineRow(kit.TwoLine{Title: "c"}))
	s.window.Resize(fyne.NewSize(301, 400))
	if h := box.Size().Height; h != 100 {
		t.Errorf("around three rows it is %v high", h)
	}
}

// A title without room is smaller before it is cut, and whole again with room.
func TestATitleWithoutRoomIsSmaller(t *testing.T) {
	h := kit.NewEditorHeader("Kommunikationsplan Nära vård i länet")
	h.SetActions(kit.NewButton(kit.Primary, "Ny version", nil))
	s := on(t, h, 440, 67)
	if all := s.shown(); !slices.Contains(all, "Kommunikationsplan Nära vård i länet") {
		t.Errorf("it says %q", all)
	}
	small := s.canvas.Capture()
	s.window.Resize(fyne.NewSize(800, 67))
	s.window.Resize(fyne.NewSize(440, 67))
	if !same(small, s.canvas.Capture()) {
		t.Error("it does not come back as it was")
	}
}

func TestTheCaptionOfAnEmptyListStandsInTheMiddle(t *testing.T) {
	long := "Ett mandatperiodens program, dess planer och de policyer som styr dem visas här när de har skapats eller hämtats från en annan fil."
	s := on(t, kit.EmptyState(assets.IconPlan, "Inga dokument", long, nil), 600, 300)
	var mid []float32
	for _, o := range test.LaidOutObjects(s.canvas.Content()) {
		if x, ok := o.(*canvas.Text); ok && x.Visible() && x.Text != "" {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(x).X
			mid = append(mid, at+x.MinSize().Width/2)
		}
	}
	for _, x := range mid {
		if x < 298 || x > 302 {
			t.Errorf("the lines stand around %v", mid)
		}
	}
	if len(mid) < 3 {
		t.Errorf("only %d lines", len(mid))
	}
}

func TestATileIsPressedAndTellsWhatIsCut(t *testing.T) {
	pressed := 0
	tile := kit.NewTile(kit.Start{
		Symbol: assets.IconStar, Title: "Öppna exemplet", Caption: "En komplett organisation att prova sig fram i, med planer och översyner",
		Keys: "Ctrl+N", Filled: true, Press: func() { pressed++ },
	})
	s := on(t, kit.Column(0, tile, kit.NewMark(assets.IconStar, 56)), 300, 200)
	s.tab()
	s.press(fyne.KeyReturn)
	s.click(100, 30)
	if pressed != 2 {
		t.Errorf("it was pressed %d times", pressed)
	}
	if got := s.told(100, 40); !strings.HasPrefix(got, "En komplett") || !strings.HasSuffix(got, "översyner") {
		t.Errorf("the tooltip says %q", got)
	}
	if got := tile.AccessibilityLabel(); !strings.HasPrefix(got, "Öppna exemplet, En komplett") {
		t.Errorf("it is told as %q", got)
	}
}
