package layout

import (
	"math"
	"strings"
	"testing"

	"ledstjarna/internal/layout/specimen"
	"ledstjarna/internal/report"
)

func monthNames() (out [12]string) {
	for i := range out {
		out[i] = "m" + itoa(i+1)
	}
	return out
}

func TestAnArcStaysOnItsCircle(t *testing.T) {
	for _, turns := range [][2]float64{{0, 1}, {0.9, 0.1}, {0.25, 0.26}, {0.5, 0.5}} {
		x, y := onCircle(10, 20, 72, turns[0])
		for _, s := range arc(10, 20, 72, turns) {
			for i := range 11 {
				u := float64(i) / 10
				a, b, c, d := (1-u)*(1-u)*(1-u), 3*u*(1-u)*(1-u), 3*u*u*(1-u), u*u*u
				px, py := a*x+b*s.X1+c*s.X2+d*s.X, a*y+b*s.Y1+c*s.Y2+d*s.Y
				if r := math.Hypot(px-10, py-20); math.Abs(r-72) > 1e-3 {
					t.Fatalf("%v: a point is %.4f from the middle", turns, r)
				}
			}
			x, y = s.X, s.Y
		}
		if ex, ey := onCircle(10, 20, 72, turns[1]); math.Hypot(x-ex, y-ey) > 1e-9 {
			t.Errorf("%v: the arc ends at %.3f, %.3f, not at %.3f, %.3f", turns, x, y, ex, ey)
		}
	}
}

// Every drawing of a wheel belongs to one figure and stands in its box; the signs
// of the legend are artifacts, their words a list.
func TestAWheelIsOneFigure(t *testing.T) {
	w := report.Wheel{
		Caption: "Årshjul", Year: "2026", Months: monthNames(), Alt: "I ord", Spans: []report.WheelSpan{{From: 0.6, To: 0.92}},
		Marks:  []report.WheelMark{{At: 0.999, Sign: report.WheelDiamond}, {At: 0.89, Sign: report.WheelToday}},
		Legend: []report.WheelEntry{{Sign: report.WheelDiamond, Text: "Sista dag"}, {Sign: report.WheelToday, Text: "I dag"}},
	}
	for i := range 60 { // as many as cannot stand beside each other
		w.Marks = append(w.Marks, report.WheelMark{At: 0.99 + float64(i%3)/300, Sign: report.WheelKinds()[i%5]})
	}
	page := single(t, report.Title{Text: "T"}, w).Pages[0]
	figures := map[*Node]bool{}
	for _, m := range page.Marks {
		if m.Owner.Role != Figure {
			continue
		}
		figures[m.Owner] = true
		box := m.Owner.BBox
		if box == nil || m.Owner.Alt != "I ord" {
			t.Fatalf("the figure has box %v and says %q", box, m.Owner.Alt)
		}
		for _, item := range m.Items {
			for _, p := range points(item) {
				if x, y := p[0], page.Height-p[1]; x < box[0]-0.01 || x > box[2]+0.01 || y < box[1]-0.01 || y > box[3]+0.01 {
					t.Fatalf("%T reaches %.1f, %.1f, outside %v", item, x, y, *box)
				}
			}
		}
	}
	if len(figures) != 1 {
		t.Errorf("%d figures", len(figures))
	}
	said := spoken(page)
	for _, want := range []string{"Årshjul", "2026", "m1 ", "m12", "Sista dag", "I dag"} {
		if !strings.Contains(said, want) {
			t.Errorf("no %q in %q", want, said)
		}
	}
}

// points are where a drawing reaches.
func points(item Item) [][2]float64 {
	switch x := item.(type) {
	case Run:
		return [][2]float64{{x.X, x.Y}, {x.X + x.Width, x.Y}}
	case Path:
		var out [][2]float64
		for _, s := range x.Steps {
			if s.Op != Close {
				out = append(out, [2]float64{s.X, s.Y})
			}
		}
		return out
	}
	return nil
}

func TestMarksOfAWheelStandApart(t *testing.T) {
	var marks []report.WheelMark
	for i := range 12 {
		at := (float64(i) + 0.5) / 12
		marks = append(marks, report.WheelMark{At: at, Sign: report.WheelDot}, report.WheelMark{At: at + 0.003, Sign: report.WheelRing})
	}
	marks = append(marks, report.WheelMark{At: 0.5 / 12, Sign: report.WheelDiamond}, report.WheelMark{At: 0.1, Sign: report.WheelToday})
	placed := spread(marks)
	if len(placed) != 25 || placed[0].Sign != report.WheelDiamond || placed[0].steps != 0 {
		t.Fatalf("%d marks, the first is %v", len(placed), placed[0])
	}
	for i, m := range placed {
		if covers(placed[:i], m) {
			t.Errorf("mark %d covers another", i)
		}
	}
}

// A name is white on what is filled and dark on what is not. In a month that is
// filled in part it stands on the larger piece, in a box where that is too small.
func TestMonthsOfAWheelCanBeRead(t *testing.T) {
	for _, test := range []struct {
		from  float64 // in months
		name  string
		white bool
		boxes int
	}{
		{8, "m9", true, 0}, {8.1, "m9", true, 0}, {8.9, "m9", false, 0}, {8.5, "september", false, 1}, {8, "september", true, 0},
	} {
		w := report.Wheel{Year: "2026", Months: monthNames(), Spans: []report.WheelSpan{{From: test.from / 12, To: 10.0 / 12}}}
		w.Months[8] = test.name
		page := single(t, report.Title{Text: "T"}, w).Pages[0]
		rs, _ := runs(page)
		for _, r := range rs {
			name := strings.TrimSpace(r.Text)
			if white := r.Colour == white; white != (name == "m10" || name == test.name && test.white) {
				t.Errorf("from %.1f: %q stands in %v", test.from, name, r.Colour)
			}
		}
		boxes := 0
		for _, m := range page.Marks {
			for _, item := range m.Items {
				if p, ok := item.(Path); ok && p.Fill != nil && *p.Fill == tint && p.Steps[1].Op == Line {
					boxes++
				}
			}
		}
		if boxes != test.boxes {
			t.Errorf("from %.1f: %d boxes below names", test.from, boxes)
		}
	}
}

func TestALegendBelowItsWheelWhereTheStrandIsNarrow(t *testing.T) {
	w := report.Wheel{Caption: "Årshjul", Year: "2026", Months: monthNames(), Legend: []report.WheelEntry{{Sign: report.WheelDot, Text: "Direktionen"}}}
	for i := range 3 {
		w.Marks = append(w.Marks, report.WheelMark{At: 0.5, Sign: report.WheelKinds()[i]})
	}
	beside := func(w report.Wheel) *Page {
		columns := report.Columns{Left: []report.Block{w}, Right: paragraphs(2, "höger")}
		return lay(t, report.Print{Language: "sv", Words: specimen.Words(), Parts: []report.Document{
			{Title: "T", Unnumbered: true, Blocks: []report.Block{report.Title{Text: "T"}, columns}},
		}}).Pages[0]
	}
	page := beside(w)
	if legend, ring := find(t, page, "Direktionen"), find(t, page, "m6"); legend.Y < ring.Y {
		t.Error("the legend stands beside the ring")
	}
	w.Marks = w.Marks[:1]
	page = beside(w)
	if legend, ring := find(t, page, "Direktionen"), find(t, page, "m6"); legend.Y > ring.Y {
		t.Error("the legend stands below the ring")
	}
}
