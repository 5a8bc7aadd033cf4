package kit

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func TestPillarsShareTheWidth(t *testing.T) {
	for _, c := range []struct {
		n    int
		w    float32
		want int
	}{{0, 500, 1}, {1, 100, 1}, {3, 500, 3}, {4, 700, 4}, {4, 500, 2}, {3, 300, 1}, {3, 310, 2}, {5, 640, 3}} {
		if got := perRow(c.n, c.w, 150, 8); got != c.want {
			t.Errorf("%d pillars in %v: %d in a row, want %d", c.n, c.w, got, c.want)
		}
	}
}

func TestHeatFamilies(t *testing.T) {
	for product, want := range map[int]Family{1: Done, 4: Done, 5: Due, 9: Due, 10: Urgent, 12: Urgent, 15: Late, 25: Late} {
		if got := HeatFamily(product); got != want {
			t.Errorf("%d is shown as %v, want %v", product, got, want)
		}
	}
}

func TestHeatMarks(t *testing.T) {
	for want, marks := range map[string][]string{"": nil, "1 2": {"1", "2"}, "1 2 3 4": {"1", "2", "3", "4"}, "1 2 3 +2": {"1", "2", "3", "4", "5"}} {
		if got := heatMarks(marks); got != want {
			t.Errorf("%v is written %q, want %q", marks, got, want)
		}
	}
}

func box2(w, h float32) *canvas.Rectangle {
	r := newRect()
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

func TestAQuestionFindsRoomForItsAnswer(t *testing.T) {
	for _, c := range []struct {
		width             float32
		answer, note      fyne.Position
		height, noteWidth float32
	}{
		{700, fyne.NewPos(262, 5), fyne.NewPos(474, 0), 30, 226},
		{400, fyne.NewPos(200, 0), fyne.NewPos(0, 26), 56, 400},
		{300, fyne.NewPos(0, 26), fyne.NewPos(0, 52), 82, 300},
	} {
		q, a, n := box2(10, 20), box2(200, 20), box2(60, 30)
		o := QuestionRow(q, a, n)
		o.Resize(fyne.NewSize(c.width, 100))
		if a.Position() != c.answer || n.Position() != c.note || n.Size().Width != c.noteWidth {
			t.Errorf("in %v the answer is at %v, the note at %v and %v wide", c.width, a.Position(), n.Position(), n.Size().Width)
		}
		if h := heightFor(o, c.width); h != c.height {
			t.Errorf("in %v the row is %v high, want %v", c.width, h, c.height)
		}
	}
}

func TestCellsStandBesideEachOtherOrUnder(t *testing.T) {
	a, b := box2(10, 20), box2(10, 40)
	row := CellRow(box2(10, 10), CaptionedCell{"En", a}, CaptionedCell{"Två", b})
	row.Resize(fyne.NewSize(470, 100))
	if a.Position() != fyne.NewPos(160, 0) || b.Position() != fyne.NewPos(320, 0) || heightFor(row, 470) != 40 {
		t.Errorf("wide: %v, %v, height %v", a.Position(), b.Position(), heightFor(row, 470))
	}
	row.Resize(fyne.NewSize(300, 200))
	if a.Position().X != 0 || b.Position().X != 0 || b.Position().Y <= a.Position().Y+20 || a.Size().Width != 300 {
		t.Errorf("narrow: %v, %v", a.Position(), b.Position())
	}
	head := CellHead("", "En", "Två")
	if heightFor(head, 470) == 0 || heightFor(head, 300) != 0 {
		t.Errorf("the head is %v high where the cells stand beside each other, %v where not", heightFor(head, 470), heightFor(head, 300))
	}
}
