package kit_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

func TestSelectByKeys(t *testing.T) {
	var got []string
	sel := kit.NewSelect("Välj kanal", channels(), func(v string) { got = append(got, v) })
	s := on(t, kit.Column(0, sel), 300, 400)
	s.tab()
	s.press(fyne.KeyDown)
	if s.overlays() != 1 {
		t.Fatal("the list did not open")
	}
	s.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // the second
	s.write("p")                                        // press, without the list
	s.press(fyne.KeySpace, fyne.KeyEnd, fyne.KeyEscape) // nothing
	if diff := diffStrings([]string{"intranet", "press"}, got); diff != "" {
		t.Error(diff)
	}
	if s.overlays() != 0 || s.canvas.Focused() != fyne.Focusable(sel) {
		t.Error("the list is open, or the keyboard did not return")
	}
	sel.SetValue("web")
	if sel.Value() != "web" || len(got) != 2 {
		t.Errorf("value %q, told %v", sel.Value(), got)
	}
}

func TestSelectByMouse(t *testing.T) {
	var got []string
	sel := kit.NewSelect("Välj kanal", channels(), func(v string) { got = append(got, v) })
	s := on(t, kit.Column(0, sel), 300, 400)
	s.click(50, 15)
	s.click(50, 30+3+4+30*2+10) // the third row of the list
	s.click(50, 15)
	s.click(250, 390) // beside the list
	if diff := diffStrings([]string{"press"}, got); diff != "" {
		t.Error(diff)
	}
	if s.overlays() != 0 {
		t.Error("a click beside the list leaves it open")
	}
	sel.Disable()
	if s.click(50, 15); s.overlays() != 0 {
		t.Error("a disabled select opens")
	}
}

func TestLongListScrolls(t *testing.T) {
	var many []kit.Choice
	for i := range 40 {
		many = append(many, kit.Choice{Value: string(rune('a' + i)), Label: strings.Repeat("x", i+1)})
	}
	picked := ""
	sel := kit.NewSelect("", many, func(v string) { picked = v })
	s := on(t, kit.Column(0, sel), 500, 400)
	s.tab()
	s.press(fyne.KeyDown, fyne.KeyEnd, fyne.KeyUp, fyne.KeyReturn)
	if picked != many[38].Value {
		t.Errorf("picked %q, want the last but one", picked)
	}
}

func TestMultiSelect(t *testing.T) {
	var got []string
	m := kit.NewMultiSelect(swedish(), "Välj", channels(), func(v []string) { got = append(got, strings.Join(v, "+")) })
	s := on(t, kit.Column(0, m), 400, 400)
	s.tab()
	s.press(fyne.KeyDown)                // opens with the first highlighted
	s.press(fyne.KeyDown, fyne.KeyDown)  // the third
	s.press(fyne.KeySpace)               // press
	s.press(fyne.KeyHome, fyne.KeySpace) // web, which stands before it
	s.press(fyne.KeyEscape)
	s.press(fyne.KeyBackspace) // takes the last tag away
	s.click(4+8+30+12, 15)     // the cross of the first
	want := []string{"press", "web+press", "web", ""}
	if diff := diffStrings(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTagsBreakIntoRows(t *testing.T) {
	m := kit.NewMultiSelect(swedish(), "Välj", channels(), nil)
	one := m.HeightForWidth(240)
	m.SetValues([]string{"web", "press", "mobile", "letter"})
	if m.HeightForWidth(240) <= one || m.HeightForWidth(900) != one {
		t.Errorf("heights %v narrow, %v wide, %v empty", m.HeightForWidth(240), m.HeightForWidth(900), one)
	}
}

func TestReferenceField(t *testing.T) {
	var got []string
	r := kit.NewReferenceField(swedish(), "Sök", channels(), func(v string) { got = append(got, v) })
	s := on(t, kit.Column(4, r, kit.NewButton(kit.Outlined, "Nästa", nil)), 300, 400)
	r.Entry().Focus()
	s.write("MAL")
	s.press(fyne.KeyReturn)
	if r.Entry().Text() != "Målgruppsmöte" {
		t.Errorf("Return writes %q", r.Entry().Text())
	}
	s.shortcut(&fyne.ShortcutSelectAll{})
	s.write("we")
	s.press(fyne.KeyEscape)
	if r.Entry().Text() != "Målgruppsmöte" {
		t.Errorf("Escape leaves %q", r.Entry().Text())
	}
	s.shortcut(&fyne.ShortcutSelectAll{})
	s.write("finns inte")
	s.tab()
	if r.Entry().Text() != "Målgruppsmöte" || r.Value() != "mobile" {
		t.Errorf("an unknown name leaves %q for %q", r.Entry().Text(), r.Value())
	}
	r.Entry().Focus()
	s.shortcut(&fyne.ShortcutSelectAll{})
	s.press(fyne.KeyBackspace)
	s.tab()
	r.Entry().Focus()
	s.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyEscape) // looks at the list only
	s.write("press")
	s.tab() // the whole name, left
	if diff := diffStrings([]string{"mobile", "", "press"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestSuggestionByMouse(t *testing.T) {
	var got []string
	r := kit.NewReferenceField(swedish(), "Sök", channels(), func(v string) { got = append(got, v) })
	s := on(t, kit.Column(4, r), 300, 400)
	r.Entry().Focus()
	s.write("e")
	s.click(60, 30+3+4+30+10) // the second suggestion
	if len(got) != 1 || r.Value() == "" {
		t.Errorf("told %v, value %q", got, r.Value())
	}
}

func TestFreeText(t *testing.T) {
	free := ""
	r := kit.NewReferenceField(swedish(), "", channels(), nil).AllowFree(func(v string) { free = v })
	s := on(t, kit.Column(4, r, kit.NewButton(kit.Outlined, "Nästa", nil)), 300, 400)
	r.Entry().Focus()
	s.write("Anslagstavlan")
	s.tab()
	if free != "Anslagstavlan" || r.Entry().Text() != "Anslagstavlan" || r.Value() != "" {
		t.Errorf("told %q, shows %q for %q", free, r.Entry().Text(), r.Value())
	}
}

func TestDateField(t *testing.T) {
	var got []string
	d := kit.NewDateField(swedish(), day, func(v string) { got = append(got, v) })
	field := kit.NewField("Start", d)
	s := on(t, kit.Column(4, field, kit.NewButton(kit.Outlined, "Nästa", nil)), 400, 500)
	d.Entry().Focus()
	s.write("20261201")
	s.press(fyne.KeyReturn)
	if d.Text() != "2026-12-01" {
		t.Errorf("the field shows %q", d.Text())
	}
	s.shortcut(&fyne.ShortcutSelectAll{})
	s.write("2026-02-30")
	s.press(fyne.KeyReturn)
	if field.Error() != "Skriv dagen som 2026-11-22." || d.Text() != "2026-02-30" {
		t.Errorf("a bad day says %q and leaves %q", field.Error(), d.Text())
	}
	s.shortcut(&fyne.ShortcutSelectAll{})
	s.press(fyne.KeyBackspace)
	s.press(fyne.KeyDown) // the calendar, at today
	if s.overlays() != 1 {
		t.Fatal("the calendar did not open")
	}
	s.press(fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn) // the Monday of the week after next
	if field.Error() != "" {
		t.Errorf("a good day says %q", field.Error())
	}
	s.press(fyne.KeyDown, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyReturn) // Sunday of the same day's week, next month
	s.press(fyne.KeyDown, fyne.KeyEscape)
	s.press(fyne.KeyDown, fyne.KeyDelete)
	want := []string{"2026-12-01", "2026-11-30", "2027-01-03", ""}
	if diff := diffStrings(want, got); diff != "" {
		t.Error(diff)
	}
	if s.overlays() != 0 {
		t.Error("the calendar stays open")
	}
}

func TestCalendarByMouse(t *testing.T) {
	got := ""
	d := kit.NewDateField(swedish(), day, func(v string) { got = v })
	s := on(t, kit.Column(4, d), 400, 500)
	s.click(385, 15)
	if s.overlays() != 1 {
		t.Fatal("the calendar did not open")
	}
	// The grid begins 9 inside the panel, which stands under the field: one
	// column of week numbers, a head of 56. The first row is week 44.
	s.click(9+32*1+16, 33+9+56+28*3+14)
	if got != "2026-11-16" {
		t.Errorf("a click on the Monday of week 47 gives %q", got)
	}
}

func TestMonthsKeepTheirDays(t *testing.T) {
	got := ""
	d := kit.NewDateField(swedish(), func() time.Time { return time.Date(2024, 1, 31, 23, 0, 0, 0, time.UTC) }, func(v string) { got = v })
	s := on(t, kit.Column(4, d), 400, 500)
	d.Entry().Focus()
	s.press(fyne.KeyDown, fyne.KeyPageDown, fyne.KeyReturn)
	if got != "2024-02-29" {
		t.Errorf("a month after 31 January is %q", got)
	}
}
