package kit_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

// Buttons give way to the title: they go into a menu, and come back with the room.
func TestButtonsOfAHeadGiveWayToItsTitle(t *testing.T) {
	const title = "Kommunikationsstrategi 2023–2026"
	var pressed []string
	button := func(kind kit.ButtonKind, label string) *kit.Button {
		return kit.NewButton(kind, label, func() { pressed = append(pressed, label) })
	}
	h := kit.NewEditorHeader(title)
	review, decide := button(kit.Outlined, "Registrera översyn …"), button(kit.Outlined, "Registrera beslut …")
	decide.Disable()
	h.SetActions(button(kit.Outlined, "Exportera som pdf …"), review, decide, button(kit.Primary, "Ny version"))
	h.SetFolding("Mer", review, decide)
	s := on(t, h, 1180, 67)
	if all := s.shown(); slices.Contains(all, "Mer") || !slices.Contains(all, "Registrera beslut …") {
		t.Errorf("with all room it says %q", all)
	}
	s.window.Resize(fyne.NewSize(760, 67))
	if all := s.shown(); !slices.Equal(all, []string{title, "", "Exportera som pdf …", "Mer", "Ny version"}) {
		t.Errorf("without room it says %q", all)
	}
	s.window.Resize(fyne.NewSize(760, 400))
	s.tab()
	s.tab() // the menu
	s.press(fyne.KeyReturn)
	if s.overlays() != 1 {
		t.Fatal("the menu does not open")
	}
	s.press(fyne.KeyDown, fyne.KeyReturn) // the other one cannot be pressed
	if !slices.Equal(pressed, []string{"Registrera översyn …"}) {
		t.Errorf("pressed were %q", pressed)
	}
	s.window.Resize(fyne.NewSize(1180, 400))
	if all := s.shown(); slices.Contains(all, "Mer") || !slices.Contains(all, "Registrera beslut …") {
		t.Errorf("with room again it says %q", all)
	}
	h.SetActions(review)
	h.SetFolding("Mer", review)
	s.window.Resize(fyne.NewSize(400, 67))
	if all := s.shown(); slices.Contains(all, "Mer") {
		t.Errorf("one button went into a menu: %q", all)
	}
}
