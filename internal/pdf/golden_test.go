package pdf_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/pdfium"
	"ledstjarna/internal/plan"
)

var keep = flag.Bool("keep", false, "keep the pictures of the pages as they now look")

// goldenWidth is how wide a kept picture is, in pixels.
const goldenWidth = 420

// Of two pictures of a page: how much a point may differ, and which share of the
// points may differ more. Another PDFium smooths edges otherwise.
const (
	samePoint = 48
	sameShare = 0.004
)

// goldenPages are the papers of which a page is kept, with the page, from 1.
var goldenPages = []struct {
	name, kind string
	document   plan.ID
	page       int
}{
	{"strategi", "strategy", "doc-strategi", 1},
	{"policy", "policy", "doc-webbpolicy", 1},
	{"periodplan-titel", "period-plan", "doc-plan-2023", 1},
	{"periodplan-innehall", "period-plan", "doc-plan-2023", 2},
	{"periodplan-mal", "period-plan", "doc-plan-2023", 5},
	{"periodplan-malgrupper", "period-plan", "doc-plan-2023", 6},
	{"periodplan-risker", "period-plan", "doc-plan-2023", 12},
	{"detaljplan-aktiviteter", "assignment-plan", "doc-naravard", 10},
	{"detaljplan-tidplan", "assignment-plan", "doc-naravard", 14},
	{"snabbplan", "assignment-plan", "doc-kompetens", 1},
	{"en-sida", "one-page", "doc-naravard", 1},
	{"andringar", "changes", "doc-plan-2023", 1},
	{"status", "status", "", 1},
	{"foredragningslista", "packet", "", 1},
	{"tjansteskrivelse", "packet", "", 2},
	{"oversyn", "review", "", 1},
	{"registerutdrag", "extract", "", 1},
}

// A page of each kind looks as it did when a person last looked at it. After a
// change that is meant: look at the new pictures, and keep them with -keep.
func TestPagesLookAsTheyDid(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	engine := pdfium.New(filepath.Join(dir, "ledstjarna", "pdfium"))
	defer engine.Close()
	p := examplePapers(t)
	all := p.withReview("doc-webbpolicy").all(t, i18n.Swedish)
	for _, g := range goldenPages {
		t.Run(g.name, func(t *testing.T) {
			for _, x := range all {
				if x.name != g.kind || g.document != "" && x.document != g.document {
					continue
				}
				d, err := engine.Open(context.Background(), write(t, fonts, x.print))
				if err != nil {
					t.Fatal(err)
				}
				defer d.Close()
				m, err := d.Render(context.Background(), g.page-1, goldenWidth)
				if err != nil {
					t.Fatal(err)
				}
				looksLike(t, filepath.Join("testdata", "pages", g.name+".png"), m)
				return
			}
			t.Fatal("no such paper is printed")
		})
	}
}

func looksLike(t *testing.T, path string, m image.Image) {
	t.Helper()
	grey := image.NewGray(m.Bounds())
	draw.Draw(grey, grey.Rect, m, m.Bounds().Min, draw.Src)
	if *keep {
		var b bytes.Buffer
		if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&b, grey); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	kept, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if kept.Bounds() != grey.Bounds() {
		t.Fatalf("the page is %v, it was %v", grey.Bounds(), kept.Bounds())
	}
	was := image.NewGray(grey.Rect)
	draw.Draw(was, was.Rect, kept, image.Point{}, draw.Src)
	differ := 0
	for i := range grey.Pix {
		if d := int(grey.Pix[i]) - int(was.Pix[i]); d > samePoint || d < -samePoint {
			differ++
		}
	}
	if share := float64(differ) / float64(len(grey.Pix)); share > sameShare {
		out := filepath.Join(os.TempDir(), fmt.Sprintf("ledstjarna-%s", filepath.Base(path)))
		var b bytes.Buffer
		if png.Encode(&b, grey) == nil && os.WriteFile(out, b.Bytes(), 0o600) == nil {
			t.Errorf("%.2f %% of the page looks otherwise; it is in %s", share*100, out)
			return
		}
		t.Errorf("%.2f %% of the page looks otherwise", share*100)
	}
}
