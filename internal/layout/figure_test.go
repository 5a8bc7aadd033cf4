package layout

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ledstjarna/internal/report"
)

// reach is the box around all that is drawn on a page.
func reach(p *Page) (left, top, right, bottom float64) {
	left, top = math.Inf(1), math.Inf(1)
	grow := func(x, y float64) {
		left, right, top, bottom = min(left, x), max(right, x), min(top, y), max(bottom, y)
	}
	items := p.Artifacts
	for _, m := range p.Marks {
		items = append(items, m.Items...)
	}
	for _, item := range items {
		switch x := item.(type) {
		case Run:
			grow(x.X, x.Y)
			grow(x.X+x.Width, x.Y)
		case Path:
			for _, s := range x.Steps {
				if s.Op != Close {
					grow(s.X, s.Y)
				}
			}
		case Rect:
			grow(x.X, x.Y)
			grow(x.X+x.W, x.Y+x.H)
		case Rule:
			grow(x.X1, x.Y1)
			grow(x.X2, x.Y2)
		}
	}
	return left, top, right, bottom
}

// figures are the figures of a book in their order.
func figures(n *Node) []*Node {
	var out []*Node
	if n.Role == Figure {
		out = append(out, n)
	}
	for _, k := range n.Kids {
		if k.Node != nil {
			out = append(out, figures(k.Node)...)
		}
	}
	return out
}

func schedule(rt *rapid.T) report.Gantt {
	g := report.Gantt{
		Number: "Figur 1.", Caption: "Tidplan", Heads: [4]string{"Nr", "Aktivitet", "Status", "Slut"}, Today: -1, TodayTag: "I dag 22 nov",
		Beside: "Sammanträden", Lead: "Tidplan.",
	}
	if rapid.Bool().Draw(rt, "today inside") {
		g.Today = rapid.Float64Range(0, 1).Draw(rt, "today")
	}
	n := rapid.IntRange(1, 14).Draw(rt, "months")
	for i := range n {
		part := report.GanttPart{At: float64(i) / float64(n), Label: "okt"}
		if i == 0 || i == 3 {
			part.Year = "202" + itoa(i)
		}
		g.Parts = append(g.Parts, part)
	}
	for i := range rapid.IntRange(1, 60).Draw(rt, "rows") {
		from := rapid.Float64Range(0, 1).Draw(rt, "from")
		g.Rows = append(g.Rows, report.GanttRow{
			Number: itoa(i + 1), Name: "aktivitet " + long(rapid.IntRange(0, 8).Draw(rt, "words")), Last: "2026-11-13",
			Status: report.Text{{Text: "Planerad", Symbol: report.Ring}}, Alt: fmt.Sprintf("rad%d.", i+1),
			Bar: report.GanttBar{
				Kind: report.GanttKind(rapid.IntRange(0, int(report.GanttCancelled)).Draw(rt, "kind")),
				From: from, To: rapid.Float64Range(from, 1).Draw(rt, "to"), Done: rapid.Float64Range(0, 1).Draw(rt, "done"),
			},
		})
	}
	for i := range rapid.IntRange(0, 20).Draw(rt, "meetings") {
		g.Meetings = append(g.Meetings, report.GanttMeeting{At: float64(i) / 20, Body: "AU", Day: itoa(i+1) + "/10"})
	}
	return g
}

// Whatever a schedule holds, it stands within its pages, each row is in the text
// alternative of one page's figure, and no two labels of meetings meet.
func TestScheduleStandsOnItsPages(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		g := schedule(rt)
		book := single(t, report.Heading{Level: 1, Text: "Tidplan"}, g)
		frame := landscape(false)
		for _, p := range book.Pages {
			if p.Width < p.Height {
				rt.Fatal("it stands on an upright page")
			}
			left, top, right, bottom := reach(p)
			if left < frame.left-0.6 || right > frame.right+0.6 || top < frame.top-0.6 || bottom > frame.bottom+0.6 {
				rt.Fatalf("page %d: drawn from %g,%g to %g,%g", p.Number, left, top, right, bottom)
			}
			noOverlap(rt, p)
		}
		alt := ""
		for _, f := range figures(book.Root) {
			alt += f.Alt + " "
			if f.BBox == nil || f.BBox[3] <= f.BBox[1] {
				rt.Fatalf("a figure has the box %v", f.BBox)
			}
		}
		for _, row := range g.Rows {
			if strings.Count(alt, row.Alt) != 1 {
				rt.Fatalf("%q stands %d times in %q", row.Alt, strings.Count(alt, row.Alt), alt)
			}
		}
	})
}

// noOverlap fails where two texts of a page cover each other.
func noOverlap(t rapid.TB, p *Page) {
	rs, _ := runs(p)
	for i, a := range rs {
		for _, b := range rs[:i] {
			if a.X < b.X+b.Width-0.01 && b.X < a.X+a.Width-0.01 && math.Abs(a.Y-b.Y) < 0.7*min(a.Font.Size, b.Font.Size) {
				t.Fatalf("%q at %g,%g covers %q at %g,%g", a.Text, a.X, a.Y, b.Text, b.X, b.Y)
			}
		}
	}
}

func TestScheduleRepeatsItsHead(t *testing.T) {
	g := report.Gantt{Number: "Figur 1.", Caption: "c", Heads: [4]string{"Nr", "Aktivitet", "Status", "Slut"}, Today: -1, Lead: "T.", Parts: []report.GanttPart{{Label: "okt", Year: "2026"}}}
	for i := range 40 {
		g.Rows = append(g.Rows, report.GanttRow{Number: itoa(i + 1), Name: "a", Alt: "x."})
	}
	book := single(t, g)
	if len(book.Pages) < 3 {
		t.Fatalf("%d pages", len(book.Pages))
	}
	for _, p := range book.Pages[1:] {
		if s := artifactText(p); !strings.Contains(s, "Aktivitet") || !strings.Contains(s, "okt") {
			t.Errorf("page %d begins without the months: %q", p.Number, s)
		}
	}
	if n := len(figures(book.Root)); n != len(book.Pages) {
		t.Errorf("%d figures on %d pages", n, len(book.Pages))
	}
}

// However many marks share a cell, they stay in the field; two or four are apart.
func TestMarksOfAField(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := report.Grid{
			Number: "Figur 1.", Caption: "c", X: "Intresse, 1–5", Y: "Inflytande, 1–5", Cross: 3, Alt: "Karta.",
			Corners: [4]string{"Håll nöjda", "Samarbeta nära", "Bevaka", "Håll informerade"}, Areas: []report.GridArea{{X1: 3, Y1: 3, X2: 5.5, Y2: 5.5}},
		}
		for i := range rapid.IntRange(1, 40).Draw(rt, "marks") {
			x.Marks = append(x.Marks, report.GridMark{
				X: rapid.IntRange(1, 5).Draw(rt, "x"), Y: rapid.IntRange(1, 5).Draw(rt, "y"), Label: itoa(i + 1),
				Shape: report.GridShape(rapid.IntRange(0, 2).Draw(rt, "shape")),
			})
		}
		book := single(t, x)
		frame := portrait(false)
		left, top, right, bottom := reach(book.Pages[0])
		if len(book.Pages) != 1 || left < frame.left || right > frame.right || top < frame.top || bottom > frame.bottom {
			rt.Fatalf("%d pages, drawn from %g,%g to %g,%g", len(book.Pages), left, top, right, bottom)
		}
		if f := figures(book.Root); len(f) != 1 || f[0].Alt != "Karta." || f[0].BBox == nil {
			rt.Fatalf("figures %v", f)
		}
	})
	for n := 1; n <= 4; n++ {
		var marks []report.GridMark
		for range n {
			marks = append(marks, report.GridMark{X: 2, Y: 2})
		}
		placed := placedMarks(marks)
		for i, a := range placed {
			for _, b := range placed[:i] {
				if d := math.Hypot(a.dx-b.dx, a.dy-b.dy); d < markSize {
					t.Errorf("%d marks in a cell: two are %g apart", n, d)
				}
			}
		}
	}
}

func BenchmarkSchedule300Rows(b *testing.B) {
	g := report.Gantt{Number: "Figur 1.", Heads: [4]string{"Nr", "Aktivitet", "Status", "Slut"}, Today: 0.5, TodayTag: "I dag", Lead: "T."}
	for i := range 12 {
		g.Parts = append(g.Parts, report.GanttPart{At: float64(i) / 12, Label: "okt"})
	}
	for i := range 300 {
		g.Rows = append(g.Rows, report.GanttRow{Number: itoa(i + 1), Name: "Aktivitet", Alt: "x.", Bar: report.GanttBar{Kind: report.GanttLate, From: 0.1, To: 0.4, Done: 0.5}})
	}
	for b.Loop() {
		single(b, g)
	}
}
