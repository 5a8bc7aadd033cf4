package foreign

import (
	"bytes"
	"context"
	"image"
	"image/color"
	"math"
	"testing"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf/difficult"
)

func TestBalanced(t *testing.T) {
	for content, want := range map[string]bool{
		"":                                    true,
		"q 1 0 0 1 0 0 cm Q":                  true,
		"q q Q":                               false,
		"q Q Q":                               false,
		"Q q":                                 false,
		"q (a string with Q and \\) in it) Q": true,
		"q (brackets (within) Q) Tj Q":        true,
		"q % a comment with Q\nQ":             true,
		"q <51> Tj Q":                         true,
		"q /Q gs Q":                           true,
		"/P <</MCID 0>> BDC q Q EMC":          true,
		"/P <</MCID 0>> BDC":                  false,
		"EMC /P BMC":                          false,
		"BI /W 1 ID \x00 Q q q EI q Q":        true,
		"q (never closed Q":                   false,
	} {
		if got := balanced([]byte(content)); got != want {
			t.Errorf("%q: %v", content, got)
		}
	}
}

func TestTheFreeEdge(t *testing.T) {
	page := func(inked ...image.Rectangle) *image.RGBA {
		img := image.NewRGBA(image.Rect(0, 0, 240, 340))
		for i := range img.Pix {
			img.Pix[i] = 255
		}
		for _, r := range inked {
			for y := r.Min.Y; y < r.Max.Y; y++ {
				for x := r.Min.X; x < r.Max.X; x++ {
					img.Set(x, y, color.Black)
				}
			}
		}
		return img
	}
	low, high := image.Rect(100, 330, 120, 334), image.Rect(10, 6, 230, 12)
	left, right := image.Rect(6, 100, 12, 200), image.Rect(228, 90, 234, 300)
	for want, img := range map[layout.Edge]*image.RGBA{
		layout.BottomEdge: page(image.Rect(20, 20, 220, 320)),
		layout.TopEdge:    page(low),
		layout.LeftEdge:   page(low, high),
		layout.RightEdge:  page(low, high, left),
	} {
		if got := freeEdge(img, 600); got != want {
			t.Errorf("edge %d, want %d", got, want)
		}
	}
	if got := freeEdge(page(low, high, left, right), 600); got != layout.BottomEdge {
		t.Errorf("where nothing is free: edge %d, not the one with least on it", got)
	}
}

func TestOrientationOfPhotographs(t *testing.T) {
	engine := newEngine(t)
	want := map[string][2]int{"picture-plain.jpg": {160, 90}, "picture-turned-6.jpg": {90, 160}, "picture-turned-8.jpg": {90, 160}, "picture-exif-broken.jpg": {160, 90}}
	for _, d := range difficult.Files() {
		size, ok := want[d.Name]
		if !ok {
			continue
		}
		f, err := Open(context.Background(), engine, onDisk(t, d))
		if err != nil || len(f.Sheets) != 1 {
			t.Fatalf("%s: %v, %+v", d.Name, err, f)
		}
		img, _, err := image.Decode(bytes.NewReader(f.Sheets[0].Picture))
		if err != nil {
			t.Fatal(err)
		}
		if got := [2]int{img.Bounds().Dx(), img.Bounds().Dy()}; got != size {
			t.Errorf("%s is %v, want %v", d.Name, got, size)
		}
		// Red grows to the right in the picture as it was taken.
		r := func(x, y int) uint32 { v, _, _, _ := img.At(x, y).RGBA(); return v }
		if up, down := r(45, 2), r(45, size[1]-3); d.Name == "picture-turned-6.jpg" && up > down || d.Name == "picture-turned-8.jpg" && up < down {
			t.Errorf("%s is turned the wrong way", d.Name)
		}
	}
}

// The corners of a page as it is shown lie where its own space has them.
func TestStampMatrix(t *testing.T) {
	p := Page{Crop: Box{10, 20, 110, 220}, Unit: 2}
	for rotate, want := range map[int][4]float64{ // where the lower left and the upper right corner come to lie
		0: {10, 20, 110, 220}, 90: {110, 20, 10, 220}, 180: {110, 220, 10, 20}, 270: {10, 220, 110, 20},
	} {
		p.Rotate = rotate
		w, h := p.Shown()
		m := p.StampMatrix(false)
		x0, y0 := m[4], m[5]
		x1, y1 := m[0]*w+m[2]*h+m[4], m[1]*w+m[3]*h+m[5]
		for i, got := range [4]float64{x0, y0, x1, y1} {
			if math.Abs(got-want[i]) > 1e-9 {
				t.Errorf("turned by %d: %v, want %v", rotate, [4]float64{x0, y0, x1, y1}, want)
				break
			}
		}
	}
}

// Whatever the bytes are, a file has an outcome and nothing breaks.
func FuzzOpen(f *testing.F) {
	for _, d := range difficult.Files() {
		if d.Large || d.Name == "content-bomb.pdf" {
			continue
		}
		b, err := d.Bytes()
		if err != nil {
			f.Fatal(err)
		}
		if len(b) < 6000 {
			f.Add(b)
		}
	}
	engine := newEngine(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		got, err := Open(context.Background(), engine, Source{Type: "application/pdf", Size: int64(len(b)), Data: bytes.NewReader(b)})
		if err != nil {
			t.Fatal(err)
		}
		if (got.Apart == "") == (len(got.Sheets) == 0) {
			t.Errorf("%d sheets, apart %q", len(got.Sheets), got.Apart)
		}
	})
}

func BenchmarkOpen3000Pages(b *testing.B) { benchmarkOpen(b, "large-3000-pages.pdf") }
func BenchmarkOpen300MB(b *testing.B)     { benchmarkOpen(b, "large-300-mb.pdf") }

func benchmarkOpen(b *testing.B, name string) {
	engine := newEngine(b)
	for _, d := range difficult.Files() {
		if d.Name != name {
			continue
		}
		src := onDisk(b, d)
		b.ReportAllocs()
		for b.Loop() {
			if _, err := Open(context.Background(), engine, src); err != nil {
				b.Fatal(err)
			}
		}
	}
}
