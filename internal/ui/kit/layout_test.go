package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

// What is kept within a width is as wide as it likes while the bar has room, before the
// bar grows elsewhere.
func TestABarGivesRoomToWhatWasKeptWithinAWidth(t *testing.T) {
	long := kit.NewSelect("", []kit.Choice{{Value: "x", Label: "Kommunikationsstrategen i länet"}}, nil).WithPrefix("Ansvarig: ")
	long.SetValue("x")
	end := kit.Fixed(50, 20, kit.Spring())
	bar := kit.Bar(8, kit.AtMost(120, long), kit.Spring(), end)
	on(t, bar, 600, 40)
	natural := long.MinSize().Width
	if natural <= 120 {
		t.Fatalf("the field is only %v wide", natural)
	}
	for width, want := range map[float32]float32{600: natural, natural: natural - 50 - 16, 120 + 50 + 16: 120} {
		bar.Resize(fyne.NewSize(width, 40))
		if got := long.Size().Width; got != want {
			t.Errorf("in %v the field is %v, want %v", width, got, want)
		}
		if right := end.Position().X + end.Size().Width; right != width {
			t.Errorf("in %v the bar ends at %v", width, right)
		}
	}
}
