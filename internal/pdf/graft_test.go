package pdf

import (
	"bytes"
	"context"
	"errors"
	"image"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf/check"
	"ledstjarna/internal/pdf/difficult"
	"ledstjarna/internal/pdf/foreign"
	"ledstjarna/internal/pdfium"
	"ledstjarna/internal/report"
)

func engineFor(t testing.TB) *pdfium.Engine {
	t.Helper()
	e := pdfium.New(filepath.Join(os.TempDir(), "ledstjarna-test-pdfium"))
	t.Cleanup(func() { _ = e.Close() }) // of no more use
	return e
}

// shelfOf holds difficult files under their names.
func shelfOf(t testing.TB, engine *pdfium.Engine, files ...difficult.File) *foreign.Shelf {
	t.Helper()
	s := foreign.NewShelf(engine, func(_ context.Context, name string, w io.Writer) error {
		for _, f := range files {
			if f.Name == name {
				return f.Write(w)
			}
		}
		return os.ErrNotExist
	})
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// enclosing is a print of a first page and then the files.
func enclosing(t testing.TB, shelf *foreign.Shelf, files ...difficult.File) report.Print {
	t.Helper()
	p := report.Print{
		Title: "Handlingar", Language: "sv", Packet: true,
		Parts: []report.Document{{Title: "Kallelse", Level: 1, Blocks: []report.Block{report.Title{Text: "Kallelse"}}}},
	}
	for _, f := range files {
		e, err := shelf.Enclosure(context.Background(), f.Name, f.Type)
		if err != nil {
			t.Fatal(err)
		}
		if e.Apart != "" {
			t.Fatalf("%s is delivered apart: %s", f.Name, e.Apart)
		}
		p.Parts = append(p.Parts, report.Document{
			Title: "Bilaga 1 " + f.Name, Level: 2, FooterLeft: "Direktionen 2026-12-03 · Ärende 9 · Bilaga 1",
			Enclosed: &report.Enclosed{Enclosure: e, File: f.Name},
		})
	}
	return p
}

func enclosed(t testing.TB, shelf *foreign.Shelf, p report.Print) ([]byte, *layout.Book) {
	t.Helper()
	fonts := fontsFor(t)
	book := bookOf(t, p, fonts)
	var b bytes.Buffer
	if err := Write(context.Background(), &b, book, fonts, Options{Now: moment(), Shelf: shelf}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), book
}

// takenIn are the difficult files that come into the papers as pages.
func takenIn(t testing.TB, engine *pdfium.Engine) []difficult.File {
	t.Helper()
	var out []difficult.File
	for _, f := range difficult.Files() {
		if f.Large {
			continue
		}
		e, err := shelfOf(t, engine, f).Enclosure(context.Background(), f.Name, f.Type)
		if err != nil {
			t.Fatal(err)
		}
		if e.Apart == "" {
			out = append(out, f)
		}
	}
	return out
}

// What is seen of a page of another origin is what its own file shows, but for
// the line of numbers; and the file is built as it says that it is.
func TestPagesOfOtherOriginLookAsTheyDid(t *testing.T) {
	engine := engineFor(t)
	for _, f := range takenIn(t, engine) {
		t.Run(f.Name, func(t *testing.T) {
			shelf := shelfOf(t, engine, f)
			p := enclosing(t, shelf, f)
			data, book := enclosed(t, shelf, p)
			if again, _ := enclosed(t, shelf, p); !bytes.Equal(again, data) {
				t.Error("written twice, it has other bytes")
			}
			problems, err := check.Problems(data)
			if err != nil {
				t.Fatal(err)
			}
			for _, problem := range problems {
				t.Error(problem)
			}
			if f.Type != "application/pdf" {
				return
			}
			original, err := f.Bytes()
			if err != nil {
				t.Fatal(err)
			}
			looksThe(t, engine, original, data, p.Parts[1].Enclosed.Sheets)
			if got := len(book.Pages) - 1; f.Pages >= 0 && got != f.Pages {
				t.Errorf("%d pages of %d", got, f.Pages)
			}
		})
	}
}

func looksThe(t *testing.T, engine *pdfium.Engine, original, packet []byte, sheets []report.Sheet) {
	t.Helper()
	ctx := context.Background()
	after, err := engine.Open(ctx, packet)
	if err != nil {
		t.Fatal(err)
	}
	defer after.Close()
	if after.Pages() != len(sheets)+1 {
		t.Fatalf("%d pages, want %d", after.Pages(), len(sheets)+1)
	}
	before, err := engine.Open(ctx, original)
	if errors.Is(err, pdfium.ErrUnreadable) {
		return // nobody else can say how it looked
	}
	if err != nil {
		t.Fatal(err)
	}
	defer before.Close()
	for i, s := range sheets[:min(len(sheets), before.Pages())] { // which may believe a wrong count
		const width = 300
		a, err := before.Render(ctx, i, width)
		if err != nil {
			t.Fatal(err)
		}
		b, err := after.Render(ctx, i+1, width)
		if err != nil {
			t.Fatal(err)
		}
		if a.Rect.Dy() < 5 {
			continue // PDFium shows nothing of a page whose part to be shown lies outside it
		}
		if a.Rect != b.Rect {
			t.Errorf("page %d is %v, was %v", i+1, b.Rect, a.Rect)
			continue
		}
		if share := differing(a, b, s); share > 0.004 {
			t.Errorf("page %d differs in %.1f %% of its dots", i+1, 100*share)
		}
	}
}

// differing is the share of dots that are clearly another, outside the edge at which
// the line of numbers stands.
func differing(a, b *image.RGBA, s report.Sheet) float64 {
	w, h := a.Rect.Dx(), a.Rect.Dy()
	strip := int(40 * float64(w) / s.Width)
	inside := map[report.Edge]image.Rectangle{
		report.BottomEdge: image.Rect(0, 0, w, h-strip), report.TopEdge: image.Rect(0, strip, w, h),
		report.LeftEdge: image.Rect(strip, 0, w, h), report.RightEdge: image.Rect(0, 0, w-strip, h),
	}[s.Edge].Intersect(a.Rect)
	n := 0
	for y := inside.Min.Y; y < inside.Max.Y; y++ {
		for x := inside.Min.X; x < inside.Max.X; x++ {
			i := a.PixOffset(x, y)
			for c := range 3 {
				if d := int(a.Pix[i+c]) - int(b.Pix[i+c]); d > 90 || d < -90 {
					n++
					break
				}
			}
		}
	}
	return float64(n) / float64(max(inside.Dx()*inside.Dy(), 1))
}

// A file with pages of other origin says of itself only what all of them say.
func TestClaimsOfAFileWithPagesOfOtherOrigin(t *testing.T) {
	engine := engineFor(t)
	known := map[string]difficult.File{}
	for _, f := range difficult.Files() {
		known[f.Name] = f
	}
	cases := []struct{ files, a, ua string }{
		{"", "A", "1"},
		{"tagged-claiming.pdf", "A", "1"},
		{"writer-ua.pdf", "", "1"},
		{"writer-archive.pdf", "B", "1"},
		{"tagged-claiming.pdf writer-archive.pdf", "B", "1"},
		{"tagged-sound.pdf", "", ""},
		{"tagged-false-claims.pdf", "", ""},
		{"tagged-claiming.pdf gs.pdf", "", ""},
		{"picture-plain.png", "A", "1"},
		{"chromium.pdf", "", ""},
	}
	for _, c := range cases {
		var files []difficult.File
		for _, name := range strings.Fields(c.files) {
			files = append(files, known[name])
		}
		shelf := shelfOf(t, engine, files...)
		data, _ := enclosed(t, shelf, enclosing(t, shelf, files...))
		got, err := check.Claims(data)
		if err != nil {
			t.Fatal(err)
		}
		if got.A != c.a || got.UA != c.ua {
			t.Errorf("with %q the file claims PDF/A %q and PDF/UA %q; want %q, %q", c.files, got.A, got.UA, c.a, c.ua)
		}
	}
}
