package kit

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

func TestMarkedTextBreaks(t *testing.T) {
	fyne.CurrentApp().Settings().SetTheme(NewTheme(Light, 1))
	m := NewMarkedText(MarkedSpan{"Vi hjälper ", Unmarked}, MarkedSpan{"alla ", StruckOut}, MarkedSpan{"snabbt", Underlined}, MarkedSpan{".\nNy rad", Unmarked})
	write := func(w float32) string {
		var out []string
		for _, line := range m.breakAt(w) {
			var pieces []string
			for _, p := range line {
				pieces = append(pieces, []string{"", "-", "+", "~"}[p.mark]+p.text)
				if p.x+p.w > w+1 {
					t.Errorf("%q reaches %.0f of %.0f", p.text, p.x+p.w, w)
				}
			}
			out = append(out, strings.Join(pieces, "|"))
		}
		return strings.Join(out, "\n")
	}
	if got, want := write(400), "Vi hjälper|-alla|+snabbt|.\nNy rad"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := write(Dense.width("Vi hjälper")+2), "Vi hjälper\n-alla\n+snabbt|.\nNy rad"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := write(30); strings.ReplaceAll(strings.NewReplacer("\n", "", "|", "", "-", "", "+", "", " ", "").Replace(got), " ", "") != "Vihjälperallasnabbt.Nyrad" {
		t.Errorf("narrow: %q", got)
	}
}
