package kit_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
	"ledstjarna/internal/ui/kit/kittest"
)

func TestNavigationByKeysAndMouse(t *testing.T) {
	var opened []string
	found := 0
	n := kit.NewNavigation(assets.IconStar, func() { found++ }, func(id string) { opened = append(opened, id) })
	n.SetItems([]kit.NavItem{{ID: "a", Label: "Att göra"}, {ID: "b", Label: "Planer"}}, []kit.NavItem{{ID: "c", Label: "Inställningar"}})
	n.Select("a")
	s := on(t, n, 208, 600)
	s.tab() // the search
	s.press(fyne.KeyReturn)
	s.tab()
	s.press(fyne.KeyDown, fyne.KeyReturn, fyne.KeyDown, fyne.KeyReturn, fyne.KeyUp, fyne.KeyUp, fyne.KeySpace)
	s.click(60, 150) // the second
	if diff := diffStrings([]string{"b", "c", "a", "b"}, opened); diff != "" {
		t.Error(diff)
	}
	if found != 1 {
		t.Errorf("the search was opened %d times", found)
	}
}

func TestShellFoldsTheNavigation(t *testing.T) {
	var told []bool
	nav := navigation("todo")
	shell := kit.NewShell(kit.NewMenuBar(menus()), nav, statusLine(), func(narrow bool) { told = append(told, narrow) })
	shell.SetWork(kit.NewText("Arbete", kit.Body, kit.ColorText))
	s := on(t, shell, 1280, 800)
	wide := nav.Size().Width
	told = nil
	s.window.Resize(fyne.NewSize(1000, 700))
	narrow := nav.Size().Width
	s.window.Resize(fyne.NewSize(1280, 800))
	if wide != 208 || narrow != 56 || nav.Size().Width != 208 {
		t.Errorf("the column is %v, then %v, then %v wide", wide, narrow, nav.Size().Width)
	}
	if len(told) != 2 || !told[0] || told[1] {
		t.Errorf("told %v, want [true false]", told)
	}
}

func TestThemeAppliesLive(t *testing.T) {
	s := on(t, todoScene(), 1280, 800)
	light := s.canvas.Capture()
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Dark, 1))
	dark := s.canvas.Capture()
	fresh := on(t, todoScene(), 1280, 800) // made light, so made dark below
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Dark, 1))
	if same(light, dark) || !same(dark, fresh.canvas.Capture()) {
		t.Error("a window that was light does not look like one that became dark at once")
	}
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Light, 1))
	if !same(light, fresh.canvas.Capture()) {
		t.Error("back in light the window looks different")
	}
}

func TestViewOutOfTheWindowFollowsTheTheme(t *testing.T) {
	shell := kit.NewShell(nil, nil, nil, nil)
	first := kit.NewCard("Översyn", kit.NewText("Webbpolicy", kit.Body, kit.ColorText))
	shell.SetWork(first)
	s := on(t, shell, 400, 300)
	shell.SetWork(kit.NewText("Annan", kit.Body, kit.ColorText))
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Dark, 1))
	s.window.Resize(fyne.NewSize(420, 300))
	shell.SetWork(first)
	got := s.canvas.Capture().At(200, 150)
	if want := kit.NewTheme(kit.Dark, 1).Color(kit.ColorCard, 0); kittest.Contrast(got, want) > 1.01 {
		t.Errorf("the card is %v, want %v", got, want)
	}
}

func TestTooltipOfACutText(t *testing.T) {
	long := kit.NewText("Övergripande kommunikationsplan 2023–2026", kit.Body, kit.ColorText).Elastic()
	short := kit.NewText("Kort", kit.Body, kit.ColorText)
	s := on(t, kit.Column(40, kit.Fixed(120, 0, long), short), 120, 200)
	rest := s.canvas.Capture()
	s.hover(20, 70)
	if !same(rest, s.canvas.Capture()) {
		t.Error("a text that is not cut has a tooltip")
	}
	s.hover(20, 8)
	if same(rest, s.canvas.Capture()) {
		t.Error("a cut text has no tooltip")
	}
	s.hover(20, 190)
	if !same(rest, s.canvas.Capture()) {
		t.Error("the tooltip stays")
	}
}

func TestScrollBoxKeepsRoomUnderTheLastRow(t *testing.T) {
	var rows []fyne.CanvasObject
	for range 40 {
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{Title: "Rad", Open: func() {}}))
	}
	box := kit.NewScrollBox(kit.Column(0, rows...))
	s := on(t, kit.Dock(kit.Edges{Top: kit.NewMenuBar(nil)}, box), 300, 228)
	test.Scroll(s.canvas, fyne.NewPos(20, 60), 0, -100)
	if box.Offset() != 100 {
		t.Errorf("the wheel scrolls to %v, want 100", box.Offset())
	}
	box.ScrollTo(1e6)
	if want := float32(40*45 + 24 - 200); box.Offset() != want {
		t.Errorf("the end is at %v, want %v", box.Offset(), want)
	}
	box.ScrollTo(0)
	for range 10 {
		s.tab()
	}
	if y := float32(9*45) - box.Offset(); y < 0 || y+45 > 200 {
		t.Errorf("the row with the keyboard lies at %v of 200", y)
	}
}

func TestWheelOverAFieldScrollsThePage(t *testing.T) {
	long := kit.NewLongText(swedish(), 20, nil)
	box := kit.NewScrollBox(kit.Column(0, long))
	s := on(t, box, 300, 200)
	test.Scroll(s.canvas, fyne.NewPos(100, 100), 0, -50)
	if box.Offset() != 50 {
		t.Errorf("the page scrolled by %v, want 50", box.Offset())
	}
}

func TestSplitIsDragged(t *testing.T) {
	moved := float32(0)
	split := kit.NewSplit(kit.Column(0), kit.Column(0), kit.Widths{At: 262, Min: 200, Max: 400}, func(w float32) { moved = w })
	s := on(t, split, 900, 300)
	test.Drag(s.canvas, fyne.NewPos(261, 100), 50, 0)
	if moved != 312 || split.Width() != 312 {
		t.Errorf("the pane is %v, told %v; want 312", split.Width(), moved)
	}
	test.Drag(s.canvas, fyne.NewPos(311, 100), -500, 0)
	if split.Width() != 200 {
		t.Errorf("the pane is %v, want its least width", split.Width())
	}
}

// manual is a background whose work and waits the test runs itself.
type manual struct {
	work  []func()
	waits []func()
}

func (m *manual) background() *kit.Background {
	return kit.NewBackgroundWith(
		func(work func()) { m.work = append(m.work, work) },
		func(_ time.Duration, do func()) func() bool {
			m.waits = append(m.waits, do)
			return func() bool { return true }
		},
	)
}

func TestAwaitShowsProgressAndCancels(t *testing.T) {
	s := on(t, kit.NewButton(kit.Outlined, "Under", nil), 600, 400)
	var m manual
	var got error
	kit.Await(m.background(), s.canvas, kit.Job{Title: "Exporterar", Cancel: "Avbryt"},
		func(ctx context.Context, report kit.Report) (int, error) {
			report(0.5, "Sida 7 av 14")
			return 7, ctx.Err()
		},
		func(_ int, err error) { got = err })
	if s.overlays() != 0 {
		t.Error("the dialog comes at once")
	}
	m.waits[0]()
	if s.overlays() != 1 {
		t.Fatal("no dialog after the wait")
	}
	s.press(fyne.KeyReturn) // pressed too late for what stood there before
	if held := s.canvas.Focused(); held != nil {
		t.Errorf("%T has the keyboard", held)
	}
	s.press(fyne.KeyEscape)
	if s.overlays() != 1 {
		t.Error("the dialog closed before the work ended")
	}
	m.work[0]()
	if !errors.Is(got, context.Canceled) || s.overlays() != 0 {
		t.Errorf("ended with %v, %d dialogs", got, s.overlays())
	}
}

// A Return that is pressed once too often does not end the work.
func TestReturnDoesNotCancelWork(t *testing.T) {
	s := on(t, kit.NewButton(kit.Outlined, "Under", nil), 600, 400)
	var m manual
	got := errors.New("not ended")
	kit.Await(m.background(), s.canvas, kit.Job{Title: "Exporterar", Cancel: "Avbryt"},
		func(ctx context.Context, _ kit.Report) (int, error) { return 7, ctx.Err() },
		func(_ int, err error) { got = err })
	m.waits[0]()
	s.press(fyne.KeyReturn)
	m.work[0]()
	if got != nil {
		t.Errorf("ended with %v", got)
	}
}

func TestShortWorkShowsNothing(t *testing.T) {
	s := on(t, kit.NewButton(kit.Outlined, "Under", nil), 600, 400)
	var m manual
	got := 0
	kit.Await(m.background(), s.canvas, kit.Job{Title: "Exporterar"},
		func(context.Context, kit.Report) (int, error) { return 7, nil },
		func(v int, _ error) { got = v })
	m.work[0]()
	m.waits[0]()
	if got != 7 || s.overlays() != 0 {
		t.Errorf("got %d, %d dialogs", got, s.overlays())
	}
}

func TestToast(t *testing.T) {
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Light, 1))
	w := test.NewWindow(nil)
	t.Cleanup(w.Close)
	root := kit.NewRoot(kit.NewShell(nil, nil, nil, nil))
	root.Mount(w, nil)
	w.Resize(fyne.NewSize(800, 600))
	var m manual
	undone := 0
	toasts := kit.NewToaster(root, m.background())
	toasts.Show(assets.StateDone, kit.Done, "Aktivitet 4 är borttagen", "Ångra", func() { undone++ })
	if toasts.Text() != "Aktivitet 4 är borttagen" {
		t.Errorf("shows %q", toasts.Text())
	}
	w.Canvas().FocusNext()
	w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if undone != 1 || toasts.Text() != "" {
		t.Errorf("undone %d times, shows %q", undone, toasts.Text())
	}
	toasts.Show(assets.StateDone, kit.Done, "Sparad", "", nil)
	m.waits[len(m.waits)-1]()
	if toasts.Text() != "" {
		t.Error("the message does not go by itself")
	}
}

func TestWidgetsTellWhatTheyAre(t *testing.T) {
	for want, w := range map[string]fyne.Accessible{
		"button: Öppna":                          kit.NewButton(kit.Outlined, "Öppna", nil),
		"link: Dölj":                             kit.NewButton(kit.Link, "Dölj", nil),
		"text: Försenad 3 dagar":                 kit.NewPill(late("3 dagar")),
		"button: It-policy, Årlig översyn":       kit.NewTwoLineRow(kit.TwoLine{Title: "It-policy", Caption: "Årlig översyn", Open: func() {}}),
		"text: Läses bara":                       kit.NewTwoLineRow(kit.TwoLine{Title: "Läses bara"}),
		"button: 8, Budskap, Delvis":             kit.NewSectionRow(kit.Section{Number: "8", Title: "Budskap", MarkWord: "Delvis"}, nil),
		"container: Översyn":                     kit.NewCard("Översyn", kit.Column(0)),
		"link: Pelare 3 saknar bevis, 8 Budskap": kit.NewFindingRow(kit.Finding{Sentence: "Pelare 3 saknar bevis", Place: "8 Budskap"}),
	} {
		if got := string(w.AccessibilityRole()) + ": " + w.AccessibilityLabel(); got != want {
			t.Errorf("tells %q, want %q", got, want)
		}
	}
}
