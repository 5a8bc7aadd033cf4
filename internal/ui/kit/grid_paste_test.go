package kit_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

// What is more than a table takes is told, and nothing of it is pasted.
func TestGridRefusesTooLargeAPaste(t *testing.T) {
	for name, x := range map[string]struct {
		text string
		told int
	}{
		"4 MiB":       {strings.Repeat("x", 4<<20), 0},
		"over 4 MiB":  {strings.Repeat("x", 4<<20+1), 1},
		"10,000 rows": {strings.Repeat("x\n", 10_000), 0},
		"10,001 rows": {strings.Repeat("x\n", 10_001), 1},
	} {
		s := newSheet("Möte")
		told, pasted := 0, 0
		g, st := gridOn(t, s, func(setup *kit.GridSetup) {
			setup.Events.TooMuch = func() { told++ }
			setup.Events.Paste = func(int, []string, [][]string) { pasted++ }
		})
		g.Go(0, "role")
		clip := fyne.CurrentApp().Clipboard()
		clip.SetContent(x.text)
		st.shortcut(&fyne.ShortcutPaste{Clipboard: clip})
		if told != x.told || pasted != 1-x.told {
			t.Errorf("%s: told %d times, pasted %d times", name, told, pasted)
		}
	}
}
