package layout

import (
	"strings"
	"testing"

	"ledstjarna/internal/report"
)

// sheetLine is the line of numbers on a page of another origin of that width.
func sheetLine(t *testing.T, sheet report.Sheet) (Run, *Page) {
	t.Helper()
	book := lay(t, report.Print{Packet: true, Parts: []report.Document{{
		Title: "Bilaga 2 Budget", FooterLeft: "Direktionen 2026-12-03 · Ärende 9 · Bilaga 2",
		Enclosed: &report.Enclosed{File: "x", Enclosure: report.Enclosure{Sheets: []report.Sheet{sheet}}},
	}}})
	p := book.Pages[0]
	if len(p.Footer) != 1 || len(p.Header) != 0 {
		t.Fatalf("header %v, footer %v", p.Header, p.Footer)
	}
	return p.Footer[0].(Run), p
}

func TestTheLineOfNumbersFitsThePage(t *testing.T) {
	for _, width := range []float64{40, 120, 200, 300, 420, 595, 842, 14400} {
		line, _ := sheetLine(t, report.Sheet{Width: width, Height: 800})
		if line.X < 0 || line.X+line.Width > width {
			t.Errorf("on a page of %v it stands from %v to %v", width, line.X, line.X+line.Width)
		}
		if width >= 200 && !strings.HasSuffix(line.Text, "1 (1)") {
			t.Errorf("on a page of %v it is %q, without the number", width, line.Text)
		}
		if width >= 595 && line.Text != "Direktionen 2026-12-03 · Ärende 9 · Bilaga 2 · 1 (1)" {
			t.Errorf("on a page of %v it is %q", width, line.Text)
		}
	}
}

func TestTheLineOfNumbersStandsAtTheFreeEdge(t *testing.T) {
	for _, c := range []struct {
		edge   report.Edge
		y      float64
		turned bool
	}{
		{report.BottomEdge, 780, false},
		{report.TopEdge, 27, false},
		{report.LeftEdge, 27, true},
		{report.RightEdge, 580, true}, // of a page that is 600 high when it is turned
	} {
		line, p := sheetLine(t, report.Sheet{Width: 600, Height: 800, Edge: c.edge})
		if line.Y != c.y || p.Sheet.Turned != c.turned {
			t.Errorf("at edge %d the line stands at %v, turned %v", c.edge, line.Y, p.Sheet.Turned)
		}
	}
}

// An untagged page is a figure that says what it is; a tagged one brings its own
// structure; a picture is drawn here.
func TestTheStructureOfPagesOfOtherOrigin(t *testing.T) {
	sheets := []report.Sheet{{Width: 600, Height: 800}, {Width: 600, Height: 800}}
	part := report.Document{Title: "Bilaga 1 Karta", Enclosed: &report.Enclosed{File: "x", Enclosure: report.Enclosure{Sheets: sheets}}}
	untagged := lay(t, report.Print{Parts: []report.Document{part}}).Root.Kids[0].Node
	if len(untagged.Kids) != 2 || untagged.Kids[1].Node.Role != Figure || untagged.Kids[1].Node.Alt != "Bilaga 1 Karta 2 (2)" || untagged.Sheets != nil {
		t.Errorf("untagged: %+v", untagged)
	}
	part.Enclosed.Tagged = true
	tagged := lay(t, report.Print{Parts: []report.Document{part}})
	if n := tagged.Root.Kids[0].Node; len(n.Kids) != 0 || n.Sheets == nil || len(n.Sheets.Pages) != 2 || n.Sheets.File != "x" {
		t.Errorf("tagged: %+v", n)
	}
	if len(tagged.Bookmarks) != 1 || tagged.Bookmarks[0].Title != "Bilaga 1 Karta" {
		t.Errorf("bookmarks: %+v", tagged.Bookmarks)
	}
	part.Enclosed.Sheets = []report.Sheet{{Width: 600, Height: 800, Picture: []byte{1}, X: 10, Y: 20, W: 30, H: 40}}
	p := lay(t, report.Print{Parts: []report.Document{part}}).Pages[0]
	if p.Sheet != nil || len(p.Marks) != 1 || p.Marks[0].Owner.BBox == nil || *p.Marks[0].Owner.BBox != [4]float64{10, 740, 40, 780} {
		t.Errorf("picture: %+v", p)
	}
}
