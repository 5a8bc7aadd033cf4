package layout

import (
	"strings"
	"testing"

	"ledstjarna/internal/report"
)

func paragraphs(n int, word string) []report.Block {
	var out []report.Block
	for i := range n {
		out = append(out, report.Paragraph{Text: report.Plain(word + itoa(i))})
	}
	return out
}

// find returns where a text begins.
func find(t *testing.T, p *Page, words string) Run {
	t.Helper()
	rs, _ := runs(p)
	for _, r := range rs {
		if strings.HasPrefix(r.Text, words) {
			return r
		}
	}
	t.Fatalf("no %q on page %d", words, p.Number)
	return Run{}
}

func TestColumnsStandSideBySide(t *testing.T) {
	page := single(t, report.Title{Text: "T"}, report.Columns{Left: paragraphs(5, "vänster"), Right: paragraphs(6, "höger")}).Pages[0]
	left, right := find(t, page, "vänster0"), find(t, page, "höger0")
	if right.X < left.X+90*mm || right.Y-left.Y != strandRule {
		t.Errorf("left at %.0f, %.0f, right at %.0f, %.0f", left.X, left.Y, right.X, right.Y)
	}
	if said := spoken(page); strings.Index(said, "vänster4") > strings.Index(said, "höger0") {
		t.Errorf("the strands are read as %q", said)
	}
}

// A right strand that is much longer would leave half a page empty; it follows
// over the whole width and flows over pages.
func TestLongColumnsFollowEachOther(t *testing.T) {
	book := single(t, report.Title{Text: "T"}, report.Columns{
		Left: paragraphs(2, "vänster"), Right: append([]report.Block{report.Heading{Level: 1, Text: "Rubrik"}}, paragraphs(50, "höger")...),
	})
	left, right := find(t, book.Pages[0], "vänster0"), find(t, book.Pages[0], "höger0")
	if right.X != left.X || right.Y <= left.Y {
		t.Errorf("left at %.0f, %.0f, right at %.0f, %.0f", left.X, left.Y, right.X, right.Y)
	}
	if len(book.Pages) != 2 {
		t.Errorf("%d pages", len(book.Pages))
	}
	find(t, book.Pages[1], "höger49")
}

func TestALegendWrapsAndStaysWithItsTable(t *testing.T) {
	legend := report.Legend{}
	for i := range 9 {
		legend.Entries = append(legend.Entries, report.Text{{Text: "Betydelse" + itoa(i), Symbol: report.Ring}})
	}
	var rows []report.TableRow
	for range 30 {
		rows = append(rows, report.TableRow{Cells: []report.Cell{{Text: report.Plain("rad")}}})
	}
	for n := 20; n < 30; n++ {
		book := single(t, report.Title{Text: "T"}, report.Table{Columns: []report.Column{{Head: "Kolumn"}}, Rows: rows[:n]}, legend)
		last := book.Pages[len(book.Pages)-1]
		said := spoken(last)
		if !strings.Contains(said, "rad") || !strings.Contains(said, "Betydelse0") || !strings.Contains(said, "Betydelse8") {
			t.Errorf("%d rows: the last page says %q", n, said)
		}
		if first, later := find(t, last, "Betydelse0"), find(t, last, "Betydelse8"); later.Y <= first.Y {
			t.Error("nine entries stand in one row")
		}
		for _, m := range last.Marks {
			for _, item := range m.Items {
				if r, ok := item.(Run); ok && r.X+r.Width > portrait(false).right+0.01 {
					t.Errorf("%q ends at %.0f", r.Text, r.X+r.Width)
				}
			}
		}
	}
}

func TestNamedRowsHaveHeads(t *testing.T) {
	table := report.Table{Named: true, Columns: []report.Column{{Head: "A"}, {Head: "B"}}, Rows: []report.TableRow{
		{Cells: []report.Cell{{Text: report.Plain("namn")}, {Text: report.Plain("värde")}}},
	}}
	page := single(t, report.Title{Text: "T"}, table).Pages[0]
	rs, owners := runs(page)
	for i, r := range rs {
		switch strings.TrimSpace(r.Text) {
		case "namn":
			if owners[i].Role != TH || owners[i].Scope != "Row" {
				t.Errorf("the name is a %s of scope %q", owners[i].Role, owners[i].Scope)
			}
		case "värde":
			if owners[i].Role != TD {
				t.Errorf("the value is a %s", owners[i].Role)
			}
		}
	}
}
