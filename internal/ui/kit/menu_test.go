package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

func TestMenuBarByKeys(t *testing.T) {
	var ran []string
	item := func(label string, mnemonic rune) kit.MenuItem {
		return kit.MenuItem{Label: label, Mnemonic: mnemonic, Run: func() { ran = append(ran, label) }}
	}
	asked := 0
	bar := kit.NewMenuBar([]kit.Menu{
		{Title: "Arkiv", Items: func() []kit.MenuItem {
			asked++
			off := item("Spara", 's')
			off.Off = true
			return []kit.MenuItem{item("Ny", 'n'), {}, off, item("Avsluta", 'a')}
		}},
		{Title: "Redigera", Items: func() []kit.MenuItem { return []kit.MenuItem{item("Ångra", 'å')} }},
	})
	s := on(t, kit.Column(0, bar, kit.NewEntry(swedish(), "", nil)), 400, 300)
	bar.HandleKey(&fyne.KeyEvent{Name: fyne.KeyF10})
	s.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn) // over the line and what is off
	bar.Open(0)
	s.press(fyne.KeyRight, fyne.KeyDown, fyne.KeyReturn)
	bar.Open(0)
	s.press(fyne.KeyLeft) // round to the last
	s.write("Å")
	bar.Open(0)
	s.write("s") // off
	if s.overlays() != 1 {
		t.Error("a command that is off closed the menu")
	}
	s.press(fyne.KeyEscape)
	if s.overlays() != 0 {
		t.Error("Escape leaves the menu open")
	}
	if diff := diffStrings([]string{"Avsluta", "Ångra", "Ångra"}, ran); diff != "" {
		t.Error(diff)
	}
	if asked != 4 {
		t.Errorf("the items were asked for %d times, want at every opening", asked)
	}
}

func TestMenuBarByMouse(t *testing.T) {
	ran := ""
	menu := func(title string) kit.Menu {
		return kit.Menu{Title: title, Items: func() []kit.MenuItem {
			return []kit.MenuItem{{Label: title + " 1", Run: func() { ran = title + " 1" }}, {Label: title + " 2", Run: func() { ran = title + " 2" }}}
		}}
	}
	bar := kit.NewMenuBar([]kit.Menu{menu("Arkiv"), menu("Visa")})
	s := on(t, kit.Column(0, bar), 400, 300)
	s.click(20, 14)
	s.hover(80, 14) // the other title
	s.click(90, 28+5+28+10)
	if ran != "Visa 2" || s.overlays() != 0 {
		t.Errorf("ran %q, %d menus open", ran, s.overlays())
	}
	s.click(20, 14)
	s.click(300, 250)
	if s.overlays() != 0 {
		t.Error("a click beside the menu leaves it open")
	}
}

func TestKeysText(t *testing.T) {
	w := swedish()
	for want, keys := range map[string]fyne.Shortcut{
		"Ctrl+K": kit.Keys(fyne.KeyK, false), "Ctrl+Skift+S": kit.Keys(fyne.KeyS, true), "Ctrl+Enter": kit.Keys(fyne.KeyReturn, false),
		"Ctrl+PgDn": kit.Keys(fyne.KeyPageDown, false), "": nil,
	} {
		if got := w.KeysText(keys); got != want {
			t.Errorf("%v is written %q, want %q", keys, got, want)
		}
	}
}

func TestDialogByKeys(t *testing.T) {
	confirmed, ok := 0, false
	e := kit.NewEntry(swedish(), "", nil)
	s := on(t, kit.NewButton(kit.Outlined, "Under", nil), 600, 400)
	show := func() *kit.Dialog {
		return kit.OpenDialog(s.canvas, kit.DialogSpec{
			Title: "Ny fil", Content: kit.NewField("Namn", e), Cancel: kit.DialogAction{Label: "Avbryt"},
			Confirm: kit.DialogAction{Label: "Skapa", Run: func() bool { confirmed++; return ok }},
		})
	}
	show()
	s.write("Mälardalslänet") // the first field has the keyboard
	s.press(fyne.KeyReturn)
	if confirmed != 1 || s.overlays() != 1 || e.Text() != "Mälardalslänet" {
		t.Errorf("confirmed %d times, %d dialogs, %q", confirmed, s.overlays(), e.Text())
	}
	ok = true
	s.press(fyne.KeyReturn)
	if confirmed != 2 || s.overlays() != 0 {
		t.Errorf("confirmed %d times, %d dialogs", confirmed, s.overlays())
	}
	show()
	s.press(fyne.KeyEscape)
	d := show()
	d.SetConfirmEnabled(false)
	s.press(fyne.KeyReturn)
	if confirmed != 2 || s.overlays() != 1 {
		t.Errorf("confirmed %d times, %d dialogs", confirmed, s.overlays())
	}
	s.click(10, 10) // beside it
	if s.overlays() != 1 {
		t.Error("a click beside the dialog closes it")
	}
	d.Close()
}

func TestQuestion(t *testing.T) {
	answered := 0
	s := on(t, kit.NewButton(kit.Outlined, "Under", nil), 600, 400)
	ask := func() {
		kit.OpenQuestion(s.canvas, kit.Question{Title: "Ta bort?", Text: "Målgruppen används inte.", Confirm: "Ta bort", Cancel: "Avbryt"}, func() { answered++ })
	}
	ask()
	s.press(fyne.KeyEscape)
	ask()
	s.tab() // from the first button, Cancel, to the other
	s.press(fyne.KeyReturn)
	if answered != 1 || s.overlays() != 0 {
		t.Errorf("answered %d times, %d dialogs", answered, s.overlays())
	}
}

func TestProblemCopiesItsDetails(t *testing.T) {
	s := on(t, kit.NewButton(kit.Outlined, "Under", nil), 600, 400)
	p := kit.Problem{
		Title: "Filen kunde inte sparas", Happened: "Disken är full.", Kept: "Allt du skrivit finns kvar i fönstret.",
		Todo: "Frigör plats och spara igen.", Details: "write x: no space left on device",
	}
	kit.OpenProblem(s.canvas, swedish(), p)
	s.press(fyne.KeyReturn)
	if s.overlays() != 0 {
		t.Error("Return leaves the message open")
	}
	kit.OpenProblem(s.canvas, swedish(), p)
	s.tab() // from the button that closes around to the link
	s.press(fyne.KeyReturn)
	if got := fyne.CurrentApp().Clipboard().Content(); got != "write x: no space left on device" {
		t.Errorf("the clipboard holds %q", got)
	}
	s.press(fyne.KeyEscape)
	if s.overlays() != 0 {
		t.Error("Escape leaves the message open")
	}
}

func TestTallDialogScrolls(t *testing.T) {
	s := on(t, kit.NewButton(kit.Outlined, "Under", nil), 600, 300)
	var fields []fyne.CanvasObject
	var last *kit.Entry
	for range 12 {
		last = kit.NewEntry(swedish(), "", nil)
		fields = append(fields, kit.NewField("Namn", last))
	}
	kit.OpenDialog(s.canvas, kit.DialogSpec{Title: "Lång", Content: kit.Column(14, fields...), Confirm: kit.DialogAction{Label: "OK"}})
	for range 11 {
		s.tab()
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(last)
	if !last.Focused() || at.Y < 0 || at.Y+30 > 300 {
		t.Errorf("the last field has the keyboard (%v) at %v", last.Focused(), at)
	}
}
