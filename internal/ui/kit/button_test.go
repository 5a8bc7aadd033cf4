package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

func TestButtonIsPressedByMouseAndKeys(t *testing.T) {
	pressed := 0
	b := kit.NewButton(kit.Primary, "Öppna", func() { pressed++ })
	s := on(t, kit.Pad(kit.Around(20), kit.Column(0, b)), 200, 100)
	s.click(40, 30)
	s.tab()
	s.press(fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter)
	if pressed != 4 {
		t.Errorf("pressed %d times, want 4", pressed)
	}
	b.Disable()
	s.click(40, 30)
	if pressed != 4 {
		t.Error("a disabled button was pressed")
	}
	s.canvas.Unfocus()
	if s.tab(); s.canvas.Focused() != nil {
		t.Error("the keyboard stopped at a disabled button")
	}
}

func TestKeysThatNobodyWantsReachTheWindow(t *testing.T) {
	b := kit.NewButton(kit.Outlined, "Öppna", nil)
	s := on(t, b, 200, 100)
	s.press(fyne.KeyF10)
	s.tab()
	s.press(fyne.KeyF10)
	e := kit.NewEntry(swedish(), "", nil)
	s = on(t, e, 200, 100)
	s.tab()
	s.press(fyne.KeyF10, fyne.KeyEscape)
	if len(s.keys) != 2 {
		t.Errorf("the window got %v, want F10 and Escape", s.keys)
	}
}

func TestQuickActionAppearsOnHoverAndFocus(t *testing.T) {
	opened, acted := 0, 0
	row := kit.NewTwoLineRow(kit.TwoLine{
		Title: "Webbpolicy", Caption: "Årlig översyn 2026", Pills: true, State: urgent("8 dagar kvar"),
		Open: func() { opened++ }, Action: "Ingen ändring", Act: func() { acted++ },
	})
	s := on(t, kit.Column(0, row), 600, 100)
	rest := s.canvas.Capture()
	s.hover(100, 20)
	if same(rest, s.canvas.Capture()) {
		t.Error("the row does not show that the mouse is over it")
	}
	s.hover(340, 22) // on the quick action
	s.click(340, 22)
	s.click(100, 22)
	if acted != 1 || opened != 1 {
		t.Errorf("acted %d times and opened %d times, want 1 and 1", acted, opened)
	}
	s.hover(10, 90)
	if !same(rest, s.canvas.Capture()) {
		t.Error("the row stays lit after the mouse has left")
	}
	s.tab()
	s.press(fyne.KeyReturn)
	s.tab()
	s.press(fyne.KeyReturn)
	if acted != 2 || opened != 2 {
		t.Errorf("by keyboard acted %d times and opened %d times, want 2 and 2", acted, opened)
	}
}

func TestRowThatOpensNothingIsNoStop(t *testing.T) {
	row := kit.NewTwoLineRow(kit.TwoLine{Title: "Läses bara", Symbol: assets.StateDone, SymbolInk: kit.ColorDone})
	s := on(t, row, 400, 60)
	if s.tab(); s.canvas.Focused() != nil {
		t.Error("the keyboard stopped at a row with nothing to open")
	}
	row.Set(kit.TwoLine{Title: "Öppnas", Open: func() {}})
	if s.tab(); s.canvas.Focused() != fyne.Focusable(row) {
		t.Error("the keyboard does not stop at a row that can be opened")
	}
}

func TestTickingARowDoesNotOpenIt(t *testing.T) {
	opened, ticked := 0, []bool{}
	row := kit.NewOneLineRow(kit.OneLine{
		Title: "Nyhetsbrev", Role: "Kommunikatör", Note: "I dag", Tick: func(on bool) { ticked = append(ticked, on) },
		Open: func() { opened++ },
	})
	s := on(t, kit.Column(0, row), 600, 60)
	s.click(22, 16)
	s.click(22, 16)
	s.click(120, 16)
	if len(ticked) != 2 || !ticked[0] || ticked[1] || opened != 1 {
		t.Errorf("ticked %v and opened %d times, want [true false] and 1", ticked, opened)
	}
	s.canvas.Focus(row)
	s.press(fyne.KeySpace, fyne.KeySpace, fyne.KeyReturn)
	if len(ticked) != 4 || !ticked[2] || ticked[3] || opened != 2 {
		t.Errorf("by keyboard ticked %v and opened %d times", ticked, opened)
	}
	plain := kit.NewOneLineRow(kit.OneLine{Title: "Utan ruta", Open: func() { opened++ }})
	s = on(t, kit.Column(0, plain), 600, 60)
	s.canvas.Focus(plain)
	if s.press(fyne.KeySpace); opened != 3 {
		t.Error("a row without a box is not opened by Space")
	}
}

func TestSegmented(t *testing.T) {
	var got []string
	yes := kit.NewYesNo("Ja", "Nej", "Ej aktuellt", func(v string) { got = append(got, v) })
	s := on(t, kit.Column(0, yes), 300, 40)
	s.click(20, 15)                          // yes
	s.press(fyne.KeyRight, fyne.KeyRight)    // no, not applicable
	s.press(fyne.KeyRight)                   // already the last
	s.press(fyne.KeyLeft, fyne.KeyBackspace) // no, none
	s.press(fyne.KeySpace)                   // yes
	s.click(20, 15)                          // what is chosen, taken back
	want := []string{kit.Yes, kit.No, kit.NotApplicable, kit.No, "", kit.Yes, ""}
	if diff := diffStrings(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestMixedBoxBecomesTicked(t *testing.T) {
	var got []bool
	c := kit.NewCheckbox("Alla", func(on bool) { got = append(got, on) })
	c.SetMixed()
	s := on(t, c, 100, 30)
	s.tab()
	s.press(fyne.KeySpace, fyne.KeySpace)
	if len(got) != 2 || !got[0] || got[1] {
		t.Errorf("told %v, want [true false]", got)
	}
}

func TestFoldedPart(t *testing.T) {
	var turned []bool
	body := kit.NewText("Frågor och svar", kit.Body, kit.ColorText)
	f := kit.NewFolded("Fördjupning", "Frågor och svar", body, func(open bool) { turned = append(turned, open) })
	s := on(t, kit.Column(0, f), 300, 100)
	closed := f.HeightForWidth(300)
	s.tab()
	s.press(fyne.KeyReturn)
	if !f.Open() || f.HeightForWidth(300) != closed+18 {
		t.Errorf("open %v, height %v, want true and %v", f.Open(), f.HeightForWidth(300), closed+18)
	}
	s.click(20, 15)
	if f.Open() || len(turned) != 2 {
		t.Errorf("open %v, told %v; want closed again", f.Open(), turned)
	}
}
