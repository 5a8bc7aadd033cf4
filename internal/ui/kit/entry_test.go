package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

func TestEntryCommitsWhatIsLeft(t *testing.T) {
	var typed, committed []string
	e := kit.NewEntry(swedish(), "Namn", func(v string) { committed = append(committed, v) })
	e.OnTyped(func(v string) { typed = append(typed, v) })
	next := kit.NewButton(kit.Outlined, "Nästa", nil)
	s := on(t, kit.Column(4, e, next), 200, 100)
	s.tab()
	s.write("Å")
	s.write("r")
	s.press(fyne.KeyReturn)
	s.tab()
	s.canvas.FocusPrevious()
	s.tab() // left without a change
	if diff := diffStrings([]string{"Å", "År"}, typed); diff != "" {
		t.Errorf("typed %s", diff)
	}
	if diff := diffStrings([]string{"År"}, committed); diff != "" {
		t.Errorf("committed %s", diff)
	}
}

func TestEscapeEmptiesAFilter(t *testing.T) {
	var typed []string
	e := kit.NewEntry(swedish(), "Filtrera", nil).Filter(assets.IconFilter)
	e.OnTyped(func(v string) { typed = append(typed, v) })
	s := on(t, e, 200, 40)
	s.tab()
	s.write("m")
	s.press(fyne.KeyEscape)
	s.press(fyne.KeyEscape) // nothing is left that it could take away
	if diff := diffStrings([]string{"m", ""}, typed); diff != "" || e.Text() != "" {
		t.Errorf("%q is left, typed %s", e.Text(), diff)
	}
}

func TestSetTextIsNotAPersonsChange(t *testing.T) {
	e := kit.NewEntry(swedish(), "", func(string) { t.Error("committed") })
	e.OnTyped(func(string) { t.Error("typed") })
	s := on(t, e, 200, 40)
	e.SetText("Stadgar")
	s.tab()
	s.canvas.Unfocus()
	if e.Text() != "Stadgar" {
		t.Errorf("the field holds %q", e.Text())
	}
}

func TestUndoAsksTheFieldFirst(t *testing.T) {
	e := kit.NewEntry(swedish(), "", nil)
	s := on(t, e, 200, 40)
	s.tab()
	s.write("ett")
	s.shortcut(&fyne.ShortcutUndo{})
	if e.Text() != "" {
		t.Errorf("after undo the field holds %q", e.Text())
	}
	s.shortcut(&fyne.ShortcutRedo{})
	if e.Text() != "ett" {
		t.Errorf("after redo the field holds %q", e.Text())
	}
	s.shortcut(&fyne.ShortcutUndo{})
	s.shortcut(kit.Keys(fyne.KeyZ, true))
	if e.Text() != "ett" {
		t.Errorf("after redo by Shift the field holds %q", e.Text())
	}
	s.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierShortcutDefault})
	s.write("o")
	if e.Text() != "oett" {
		t.Errorf("after a step by a word the field holds %q", e.Text())
	}
}

func TestTabLeavesALongText(t *testing.T) {
	long := kit.NewLongText(swedish(), 2, nil)
	if long.CountText() != "0 ord" {
		t.Errorf("an empty text counts %q", long.CountText())
	}
	next := kit.NewButton(kit.Outlined, "Nästa", nil)
	s := on(t, kit.Column(4, long, next), 300, 200)
	s.tab()
	if text, ok := s.canvas.Focused().(fyne.Tabbable); !ok || text.AcceptsTab() {
		t.Error("Tab is kept by the text")
	}
	if s.tab(); s.canvas.Focused() != fyne.Focusable(next) {
		t.Error("Tab does not go on to what follows the text")
	}
}

func TestLongTextKeys(t *testing.T) {
	long := kit.NewLongText(swedish(), 2, nil)
	s := on(t, long, 300, 200)
	s.tab()
	s.write("ord")
	s.shortcut(&fyne.ShortcutSelectAll{})
	s.shortcut(kit.Keys(fyne.KeyB, false))
	if long.Text() != "**ord**" {
		t.Errorf("Ctrl+B makes %q", long.Text())
	}
}

func TestLongTextTools(t *testing.T) {
	var committed []string
	long := kit.NewLongText(swedish(), 2, func(v string) { committed = append(committed, v) }).WithLimit(25)
	field := kit.NewField("Budskap", long)
	s := on(t, kit.Column(4, field, kit.NewButton(kit.Outlined, "Nästa", nil)), 400, 240)
	long.Focus()
	s.write("Viktigt besked")
	s.shortcut(&fyne.ShortcutSelectAll{})
	s.click(18, 21+15) // bold
	if long.Text() != "**Viktigt besked**" {
		t.Errorf("bold makes %q", long.Text())
	}
	s.shortcut(&fyne.ShortcutUndo{})
	if long.Text() != "Viktigt besked" {
		t.Errorf("one undo makes %q", long.Text())
	}
	s.shortcut(&fyne.ShortcutRedo{})
	if long.Text() != "**Viktigt besked**" {
		t.Errorf("one redo makes %q", long.Text())
	}
	s.click(18+52, 21+15) // list
	s.write("!")
	if long.Text() != "- **Viktigt besked**!" {
		t.Errorf("list and a letter make %q", long.Text())
	}
	if long.CountText() != "2 av 25 ord" {
		t.Errorf("counts %q", long.CountText())
	}
	s.canvas.Unfocus()
	if diff := diffStrings([]string{"- **Viktigt besked**!"}, committed[len(committed)-1:]); diff != "" {
		t.Errorf("committed %s", diff)
	}
}

func TestLongTextGrows(t *testing.T) {
	long := kit.NewLongText(swedish(), 2, nil)
	low := long.HeightForWidth(300)
	long.SetText("a\nb\nc\nd\ne")
	if high := long.HeightForWidth(300); high != low+3*18 {
		t.Errorf("five lines are %v high, two %v", high, low)
	}
}

func TestCaretInABrokenText(t *testing.T) {
	long := kit.NewLongText(swedish(), 2, nil)
	s := on(t, kit.Column(0, long), 200, 200)
	long.Focus()
	s.write("ett två tre fyra fem sex sju åtta nio tio elva tolv tretton")
	s.press(fyne.KeyPageUp)
	s.click(18+26, 15) // italic with nothing marked, at the very beginning
	s.write("x")
	if got := long.Text(); got != "_x_ett två tre fyra fem sex sju åtta nio tio elva tolv tretton" {
		t.Errorf("the letter came to %q", got)
	}
}

func TestNumberField(t *testing.T) {
	type told struct {
		v     float64
		given bool
	}
	var got []told
	least := 0.0
	n := kit.NewNumberField(swedish(), kit.Numbers{Decimals: 2, Min: &least}, func(v float64, given bool) { got = append(got, told{v, given}) })
	field := kit.NewField("Kostnad", n)
	s := on(t, kit.Column(0, field), 200, 100)
	enter := func(text string) {
		s.canvas.Unfocus()
		n.Entry().Focus()
		s.shortcut(&fyne.ShortcutSelectAll{})
		s.press(fyne.KeyBackspace)
		s.write(text)
		s.press(fyne.KeyReturn)
	}
	enter("18 000,5")
	enter("tolv")
	if field.Error() != "Skriv ett tal." || n.Entry().Text() != "tolv" {
		t.Errorf("a bad number says %q and leaves %q", field.Error(), n.Entry().Text())
	}
	enter("-1")
	if field.Error() != "Talet får inte vara mindre än 0" {
		t.Errorf("too small a number says %q", field.Error())
	}
	enter("7")
	enter("")
	want := []told{{18000.5, true}, {7, true}, {0, false}}
	if len(got) != len(want) {
		t.Fatalf("told %v, want %v", got, want)
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("told %v, want %v", got[i], want[i])
		}
	}
	if field.Error() != "" {
		t.Errorf("an empty field says %q", field.Error())
	}
}

func TestDisabledFieldKeepsItsText(t *testing.T) {
	e := kit.NewEntry(swedish(), "", nil)
	e.SetText("fast")
	e.Disable()
	s := on(t, e, 200, 40)
	s.click(50, 15)
	if f := s.canvas.Focused(); f != nil {
		f.TypedRune('x')
	}
	if e.Text() != "fast" {
		t.Errorf("the field holds %q", e.Text())
	}
}

func TestMenuOfAField(t *testing.T) {
	e := kit.NewEntry(swedish(), "", nil)
	s := on(t, kit.Column(0, e), 300, 300)
	e.Focus()
	s.write("ett")
	input, ok := s.canvas.Focused().(fyne.SecondaryTappable)
	if !ok {
		t.Fatal("the field has no menu")
	}
	test.TapSecondary(input)
	if s.overlays() != 1 {
		t.Fatalf("%d overlays are open, want the menu", s.overlays())
	}
	s.press(fyne.KeyDown, fyne.KeyReturn) // undo
	if e.Text() != "" || s.overlays() != 0 {
		t.Errorf("the field holds %q, %d overlays are open", e.Text(), s.overlays())
	}
}

func TestCaretReturnsToItsPlace(t *testing.T) {
	e := kit.NewEntry(swedish(), "", nil)
	e.SetText("Stadgar")
	s := on(t, kit.Column(4, e, kit.NewButton(kit.Outlined, "Nästa", nil)), 200, 100)
	s.tab()
	s.write("!") // at the end of what was set
	s.press(fyne.KeyLeft, fyne.KeyLeft)
	s.tab()
	s.canvas.FocusPrevious()
	s.write("X")
	if e.Text() != "StadgaXr!" {
		t.Errorf("the field holds %q", e.Text())
	}
}

func TestClickOnALabelGoesToItsControl(t *testing.T) {
	e := kit.NewEntry(swedish(), "", nil)
	sel := kit.NewSelect("Välj", channels(), nil)
	s := on(t, kit.Column(14, kit.NewField("Namn", e), kit.NewField("Kanal", sel)), 200, 200)
	s.click(10, 8)
	if !e.Focused() {
		t.Error("the field did not get the keyboard")
	}
	s.click(10, 16+5+30+14+8)
	if s.canvas.Focused() != fyne.Focusable(sel) {
		t.Error("the select did not get the keyboard")
	}
}
