package layout

import (
	"context"
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/internal/layout/specimen"
	"ledstjarna/internal/report"
)

func TestDemoObeysTheRules(t *testing.T) { obeys(t, lay(t, specimen.Packet())) }

func TestSameInputSameBook(t *testing.T) {
	a, b := lay(t, specimen.Packet()), lay(t, specimen.Packet())
	if len(a.Pages) != len(b.Pages) {
		t.Fatalf("%d and %d pages", len(a.Pages), len(b.Pages))
	}
	for i := range a.Pages {
		ra, _ := runs(a.Pages[i])
		rb, _ := runs(b.Pages[i])
		if diff := cmp.Diff(ra, rb); diff != "" {
			t.Fatalf("page %d: %s", i+1, diff)
		}
	}
}

func TestAnyPrintObeysTheRules(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var blocks []report.Block
		for _, block := range rapid.SliceOfN(rapid.Custom(anyBlock), 1, 25).Draw(rt, "blocks") {
			blocks = append(blocks, block)
			if isHeading(block) {
				blocks = append(blocks, report.Paragraph{Text: report.Plain("Text under rubriken.")})
			}
		}
		doc := report.Document{Title: "T", Blocks: blocks, Contents: true, Logo: rapid.Bool().Draw(rt, "logo")}
		book, err := Lay(context.Background(), report.Print{Title: "T", Language: "sv", Words: specimen.Words(), Logo: report.Logo{Name: "N"}, Parts: []report.Document{doc, doc}}, fake{})
		if err != nil {
			rt.Fatal(err)
		}
		obeys(rt, book)
		var said strings.Builder
		for _, p := range book.Pages {
			said.WriteString(spoken(p))
		}
		all := squeezed(said.String())
		for _, block := range blocks {
			for _, x := range texts(block) {
				if s := squeezed(x.String()); !strings.Contains(all, s) && isWhole(block) {
					rt.Fatalf("text %q of a %T is lost", s, block)
				}
			}
		}
	})
}

// isWhole reports whether a block's texts stand unbroken by others in reading
// order. Rows of a table higher than a page are read cell by cell on each page.
func isWhole(b report.Block) bool {
	_, table := b.(report.Table)
	return !table
}

func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

func anyBlock(rt *rapid.T) report.Block {
	text := rapid.Custom(func(rt *rapid.T) report.Text {
		words := rapid.SliceOfN(rapid.StringMatching(`[a-zåäö]{1,14}|[0-9]{1,4}|[A-Z]{3}`), 0, 120).Draw(rt, "words")
		return report.Plain(strings.Join(words, " "))
	})
	short := rapid.StringMatching(`[A-ZÅÄÖ][a-zåäö ]{1,60}`)
	pairsOf := func() []report.Pair {
		n := rapid.IntRange(1, 12).Draw(rt, "pairs")
		out := make([]report.Pair, n)
		for i := range out {
			out[i] = report.Pair{Label: short.Draw(rt, "label"), Value: text.Draw(rt, "value")}
		}
		return out
	}
	switch rapid.IntRange(0, 9).Draw(rt, "kind") {
	case 0:
		return report.Heading{Level: rapid.IntRange(1, 3).Draw(rt, "level"), Number: "1", Text: short.Draw(rt, "heading")}
	case 1:
		return report.Items{Items: []report.Item{{Text: text.Draw(rt, "item")}, {Text: text.Draw(rt, "item")}}}
	case 2:
		return report.Panel{Heading: "Förslag", Numbered: []report.Text{text.Draw(rt, "sentence"), text.Draw(rt, "sentence")}}
	case 3:
		return report.ControlBox{Pairs: pairsOf()}
	case 4:
		return report.Facts{Pairs: pairsOf()}
	case 5:
		return report.HeaderBlock{Pairs: pairsOf()}
	case 6:
		return report.PageBreak{}
	case 7:
		t := report.Table{Wide: rapid.Bool().Draw(rt, "wide"), Hanging: rapid.Bool().Draw(rt, "hanging"), Caption: "C", Number: "Tabell 1."}
		for range rapid.IntRange(1, 12).Draw(rt, "columns") {
			t.Columns = append(t.Columns, report.Column{Head: short.Draw(rt, "head"), Fixed: rapid.Bool().Draw(rt, "fixed"), Align: report.Align(rapid.IntRange(0, 3).Draw(rt, "align"))})
		}
		for range rapid.IntRange(1, 30).Draw(rt, "rows") {
			r := report.TableRow{}
			for range t.Columns {
				r.Cells = append(r.Cells, report.Cell{Text: report.Plain(short.Draw(rt, "cell"))})
			}
			t.Rows = append(t.Rows, r)
		}
		return t
	default:
		return report.Paragraph{Text: text.Draw(rt, "text"), Label: rapid.Bool().Draw(rt, "note")}
	}
}

// obeys checks what holds for every page of every book.
func obeys(t interface{ Fatalf(string, ...any) }, book *Book) {
	for _, p := range book.Pages {
		f := portrait(false)
		if p.Width > p.Height {
			f = landscape(false)
		}
		rs, owners := runs(p)
		for i, r := range rs {
			if r.Font.Size < 9 {
				t.Fatalf("page %d: %q is set in %g points", p.Number, r.Text, r.Font.Size)
			}
			if r.X < f.left-0.01 || r.X+r.Width > f.right+0.01 || r.Y < logoTop || r.Y > f.bottom {
				t.Fatalf("page %d: %q stands outside the margins at %g, %g, %g wide", p.Number, r.Text, r.X, r.Y, r.Width)
			}
			if isHeadingRole(owners[i].Role) && isLast(rs, r) {
				t.Fatalf("page %d: the heading %q is last", p.Number, r.Text)
			}
		}
		for _, item := range p.Artifacts {
			if r, ok := item.(Rule); ok && (r.X1 < f.left-0.01 || r.X2 > f.right+0.01 || r.Y1 > f.bottom+2 || math.IsNaN(r.Y1)) {
				t.Fatalf("page %d: rule outside the margins: %+v", p.Number, r)
			}
		}
	}
	checkTree(t, book)
}

func isLast(rs []Run, r Run) bool {
	for _, o := range rs {
		if o.Y > r.Y {
			return false
		}
	}
	return true
}

// checkTree checks that marks and links each stand once in the tree and that
// heading levels never skip.
func checkTree(t interface{ Fatalf(string, ...any) }, book *Book) {
	type place struct {
		page       *Page
		mark, link int
	}
	seen := map[place]bool{}
	level := 0
	var walk func(n *Node)
	walk = func(n *Node) {
		if isHeadingRole(n.Role) {
			at := int(n.Role[1] - '0')
			if at > level+1 && level > 0 {
				t.Fatalf("heading level %d after %d", at, level)
			}
			level = at
		}
		for _, k := range n.Kids {
			if k.Node != nil {
				walk(k.Node)
				continue
			}
			at := place{k.Page, k.Mark, k.Link}
			if seen[at] {
				t.Fatalf("%+v stands twice in the tree", at)
			}
			seen[at] = true
			if k.Mark >= 0 && k.Page.Marks[k.Mark].Owner != n || k.Link >= 0 && k.Page.Links[k.Link].Owner != n {
				t.Fatalf("%+v has another owner", at)
			}
		}
	}
	walk(book.Root)
	for _, p := range book.Pages {
		for i := range p.Marks {
			if !seen[place{p, i, -1}] {
				t.Fatalf("mark %d of page %d is not in the tree", i, p.Number)
			}
		}
		for i, l := range p.Links {
			if !seen[place{p, -1, i}] || l.Contents == "" || l.URL == "" && l.Page == nil {
				t.Fatalf("link %d of page %d is not complete", i, p.Number)
			}
		}
	}
}

func TestRefusals(t *testing.T) {
	_, err := Lay(context.Background(), report.Print{}, fake{})
	if !errors.Is(err, ErrEmpty) {
		t.Errorf("empty print: %v", err)
	}
	nowhere := report.Print{Parts: []report.Document{{Blocks: []report.Block{report.Paragraph{Text: report.Text{{PageOf: "x"}}}}}}}
	if _, err := Lay(context.Background(), nowhere, fake{}); !errors.Is(err, ErrAnchor) {
		t.Errorf("reference to nowhere: %v", err)
	}
	broken := specimen.Packet()
	broken.Logo.Picture = []byte("no picture")
	if _, err := Lay(context.Background(), broken, fake{}); err == nil {
		t.Error("a broken logo passed")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Lay(ctx, specimen.Packet(), fake{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}
