package pdf

import (
	"context"
	"image"
	"testing"

	"ledstjarna/internal/pdf/difficult"
)

// However a page is turned, cut or scaled, the line of numbers stands upright at its
// lower edge, in the same place and size.
func TestTheLineOfNumbersStandsAtTheEdge(t *testing.T) {
	engine := engineFor(t)
	line := func(name string) *image.RGBA {
		for _, f := range difficult.Files() {
			if f.Name != name {
				continue
			}
			shelf := shelfOf(t, engine, f)
			p := enclosing(t, shelf, f)
			data, book := enclosed(t, shelf, p)
			doc, err := engine.Open(context.Background(), data)
			if err != nil {
				t.Fatal(err)
			}
			defer doc.Close()
			img, err := doc.Render(context.Background(), 1, int(2*book.Pages[1].Width+0.5)) // PDFium does not know units
			if err != nil {
				t.Fatal(err)
			}
			h := img.Rect.Dy()
			return img.SubImage(image.Rect(2*70, h-2*32, 2*330, h-2*14)).(*image.RGBA)
		}
		t.Fatalf("no file %s", name)
		return nil
	}
	want := line("content-nothing.pdf")
	if dark(want) < 200 {
		t.Fatalf("the line has %d dark dots", dark(want))
	}
	for _, name := range []string{
		"geometry-rotated-90.pdf", "geometry-rotated-180.pdf", "geometry-rotated-270.pdf", "geometry-rotated-negative.pdf",
		"geometry-cropped.pdf", "geometry-inverted.pdf", "geometry-unit.pdf", "content-open.pdf", "content-closed.pdf",
	} {
		got := line(name)
		if n := unlike(want, got); n > 150 {
			t.Errorf("%s: the line differs in %d dots of %d", name, n, dark(want))
		}
	}
}

func dark(img *image.RGBA) int {
	n := 0
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		for x := img.Rect.Min.X; x < img.Rect.Max.X; x++ {
			if img.Pix[img.PixOffset(x, y)] < 128 {
				n++
			}
		}
	}
	return n
}

// unlike counts the dots that are dark in one picture and light in the other.
func unlike(a, b *image.RGBA) int {
	n := 0
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			d := int(a.Pix[a.PixOffset(a.Rect.Min.X+x, a.Rect.Min.Y+y)]) - int(b.Pix[b.PixOffset(b.Rect.Min.X+x, b.Rect.Min.Y+y)])
			if d > 128 || d < -128 {
				n++
			}
		}
	}
	return n
}
