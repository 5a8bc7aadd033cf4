package layout

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"ledstjarna/internal/layout/specimen"
	"ledstjarna/internal/report"
)

func TestPageNumbersAgreeWithPages(t *testing.T) {
	book := lay(t, specimen.Packet())
	for _, p := range book.Pages {
		if want := fmt.Sprintf("Handlingar %d (%d)", p.Number, len(book.Pages)); !strings.Contains(artifactText(p), want) {
			t.Errorf("page %d has no %q in its footer: %q", p.Number, want, artifactText(p))
		}
		for _, l := range p.Links {
			if l.Page == nil {
				continue
			}
			target := l.Page.Number
			if l.Page.Document == p.Document {
				target -= firstPage(book, p.Document) - 1
			}
			if strings.HasPrefix(l.Contents, "Till sidan") && l.Contents != specimen.Words().ToPage(target) {
				t.Errorf("page %d: %q leads to page %d", p.Number, l.Contents, target)
			}
		}
	}
}

func firstPage(book *Book, document string) int {
	for _, p := range book.Pages {
		if p.Document == document {
			return p.Number
		}
	}
	return 0
}

func TestContentsFromEightPages(t *testing.T) {
	for _, pages := range []int{7, 8} {
		var blocks []report.Block
		for i := range pages {
			if i > 0 {
				blocks = append(blocks, report.PageBreak{})
			}
			blocks = append(blocks, report.Heading{Level: 1, Number: itoa(i + 1), Text: "Rubrik"})
		}
		book := lay(t, report.Print{Language: "sv", Words: specimen.Words(), Parts: []report.Document{{Title: "T", Contents: true, Blocks: blocks}}})
		has := strings.Contains(spoken(book.Pages[1]), "Innehåll")
		if has != (pages >= 8) {
			t.Errorf("%d pages: contents on page 2: %v", pages, has)
		}
	}
}

func TestContentsAreOnePageWhereTheSecondLevelDoesNotFit(t *testing.T) {
	for _, each := range []int{1, 6} {
		var blocks []report.Block
		for i := range 8 {
			blocks = append(blocks, report.PageBreak{}, report.Heading{Level: 1, Number: itoa(i + 1), Text: "Avsnitt"})
			for range each {
				blocks = append(blocks, report.Heading{Level: 2, Text: "Underrubrik"})
			}
		}
		blocks[1] = report.OnePage{Kicker: "På en sida", Title: "Planen", Number: "1", Forms: []report.PageForm{{}}}
		book := lay(t, report.Print{Language: "sv", Words: specimen.Words(), Parts: []report.Document{{Title: "T", Contents: true, Blocks: blocks[1:]}}})
		contents := 0
		for _, p := range book.Pages {
			said := spoken(p)
			if !strings.Contains(said, "Innehåll") {
				continue
			}
			contents++
			if deep := strings.Contains(said, "Underrubrik"); deep != (each == 1) || !strings.Contains(said, "På en sida") {
				t.Errorf("%d headings beneath each: the contents say %q", each, said)
			}
		}
		if contents != 1 {
			t.Errorf("%d headings beneath each: contents on %d pages", each, contents)
		}
	}
}

func TestTableHeadIsRepeatedAsArtifact(t *testing.T) {
	table := report.Table{Columns: []report.Column{{Head: "Rubrikrad"}, {Head: "B"}}}
	for i := range 100 {
		table.Rows = append(table.Rows, specimen.Row("rad "+itoa(i), "x"))
	}
	book := single(t, table)
	if len(book.Pages) < 3 {
		t.Fatalf("%d pages", len(book.Pages))
	}
	for _, p := range book.Pages {
		tagged, repeated := strings.Contains(spoken(p), "Rubrikrad"), strings.Contains(artifactText(p), "Rubrikrad")
		if tagged != (p.Number == 1) || repeated != (p.Number > 1) {
			t.Errorf("page %d: head tagged %v, repeated %v", p.Number, tagged, repeated)
		}
	}
}

func TestRowIsSplitOnlyWhenHigherThanAPage(t *testing.T) {
	high := report.Table{Columns: []report.Column{{Head: "A"}, {Head: "B"}}, Rows: []report.TableRow{specimen.Row(long(30), "x"), specimen.Row(long(2500), "y")}}
	if n := len(single(t, report.Paragraph{Text: report.Plain(long(300))}, high).Pages); n < 2 {
		t.Errorf("a row higher than a page takes %d pages", n)
	}
	table := report.Table{Columns: []report.Column{{Head: "A"}}}
	for range 40 {
		table.Rows = append(table.Rows, specimen.Row(long(60)))
	}
	for _, p := range single(t, table).Pages {
		rs, owners := runs(p)
		lines := map[*Node]int{}
		for i := range rs {
			lines[owners[i]]++
		}
		for owner, n := range lines {
			if owner.Role == TD && n != lines[owners[len(owners)-1]] {
				t.Errorf("page %d: a row of %d lines is split", p.Number, n)
			}
		}
	}
}

func TestPanelIsNeverSplit(t *testing.T) {
	for fill := range 44 {
		blocks := []report.Block{report.Paragraph{Text: report.Plain(strings.TrimSuffix(strings.Repeat("rad\n", fill+1), "\n"))}}
		book := single(t, append(blocks, report.Panel{Heading: "Förslag", Numbered: []report.Text{report.Plain(long(60)), report.Plain(long(40))}})...)
		tints := 0
		for _, p := range book.Pages {
			for _, item := range p.Artifacts {
				if r, ok := item.(Rect); ok && r.Fill == tint {
					tints++
				}
			}
		}
		if tints != 1 {
			t.Fatalf("after %d lines the panel has %d parts", fill+1, tints)
		}
	}
}

func TestNoWidowsNorOrphans(t *testing.T) {
	for fill := range 45 {
		var blocks []report.Block
		for range fill {
			blocks = append(blocks, report.Heading{Level: 3, Text: "Rubrik"})
		}
		blocks = append(blocks, report.Paragraph{Text: report.Plain(long(60))})
		book := single(t, blocks...)
		for _, p := range book.Pages {
			n := 0
			rs, owners := runs(p)
			for i := range rs {
				if owners[i].Role == P {
					n++
				}
			}
			if n == 1 {
				t.Errorf("after %d headings page %d has a single line", fill, p.Number)
			}
		}
	}
}

func TestBodyStandsOnTheGrid(t *testing.T) {
	book := single(t, report.Heading{Level: 1, Text: "A"}, report.Paragraph{Text: report.Plain(long(20))},
		report.Table{Columns: []report.Column{{Head: "A"}}, Rows: []report.TableRow{specimen.Row("x"), specimen.Row("y")}},
		report.Heading{Level: 2, Text: "B"}, report.Paragraph{Text: report.Plain(long(20))})
	rs, owners := runs(book.Pages[0])
	for i, r := range rs {
		if owners[i].Role != P {
			continue
		}
		lines := (r.Y - bodyStyle().baseline() - 85) / half
		if math.Abs(lines-math.Round(lines)) > 0.001 {
			t.Errorf("%q is %g lines below the top", r.Text, lines)
		}
	}
}

func TestWideTablesStandOnLandscapePages(t *testing.T) {
	wide := report.Table{Wide: true, Columns: []report.Column{{Head: "A"}}, Rows: []report.TableRow{specimen.Row("x")}}
	book := single(t, report.Paragraph{Text: report.Plain("före")}, report.Heading{Level: 1, Text: "Plan"}, wide,
		report.Paragraph{Label: true, Text: report.Plain("not")}, report.Paragraph{Text: report.Plain("efter")})
	var got []string
	for _, p := range book.Pages {
		kind := "stående"
		if p.Width > p.Height {
			kind = "liggande"
		}
		got = append(got, kind+" "+spoken(p))
	}
	want := []string{"stående före", "liggande PlanAxnot", "stående efter"}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q", got)
	}
}

func TestHeadingLevelsNeverSkip(t *testing.T) {
	checkTree(t, single(t, report.Heading{Level: 3, Text: "A"}, report.Heading{Level: 1, Text: "B"}, report.Heading{Level: 3, Text: "C"}))
}

func TestSignaturesStayWithTheLastHeading(t *testing.T) {
	for fill := range 46 {
		lines := strings.TrimSuffix(strings.Repeat("rad\n", fill+1), "\n")
		book := single(t, report.Paragraph{Text: report.Plain(lines)}, report.Heading{Level: 1, Text: "Skickas till"},
			report.Items{Items: []report.Item{{Text: report.Plain("ett")}, {Text: report.Plain("två")}}},
			report.Signatures{Pairs: []report.Pair{{Label: "Namn", Value: report.Plain("Titel")}}})
		for _, p := range book.Pages {
			if s := spoken(p); strings.Contains(s, "Namn") != strings.Contains(s, "Skickas till") {
				t.Errorf("after %d lines page %d says %q", fill+1, p.Number, s)
			}
		}
	}
}
