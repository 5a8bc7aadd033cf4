package assets_test

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/color"
	"image/png"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/fyne-io/oksvg"
	"github.com/google/go-cmp/cmp"
	"github.com/srwiley/rasterx"

	"ledstjarna/assets"
)

func TestEveryIconIsNamed(t *testing.T) {
	files, err := os.ReadDir("icons")
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, f := range files {
		want = append(want, strings.TrimSuffix(f.Name(), ".svg"))
	}
	slices.Sort(want)
	var got []string
	for _, icon := range assets.Icons() {
		got = append(got, string(icon))
	}
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("names (-files +constants):\n%s", diff)
	}
}

// The toolkit recolours fills only, and forgets fill rules while it does.
func TestIconsAreFillsOfOneColour(t *testing.T) {
	type svg struct {
		ViewBox string `xml:"viewBox,attr"`
		Paths   []struct {
			Attributes []xml.Attr `xml:",any,attr"`
		} `xml:"path"`
		Others []struct{ XMLName xml.Name } `xml:",any"`
	}
	for _, icon := range assets.Icons() {
		var s svg
		if err := xml.Unmarshal(icon.SVG(), &s); err != nil {
			t.Errorf("%s: %v", icon, err)
			continue
		}
		box := "0 0 20 20"
		if strings.HasPrefix(string(icon), "state-") {
			box = "0 0 12 12"
		}
		if s.ViewBox != box || len(s.Paths) != 1 || len(s.Others) > 0 {
			t.Errorf("%s: box %q, %d paths, others %v; want %q and one path", icon, s.ViewBox, len(s.Paths), s.Others, box)
			continue
		}
		for _, a := range s.Paths[0].Attributes {
			if a.Name.Local != "d" && (a.Name.Local != "fill" || a.Value != "#000") {
				t.Errorf("%s: attribute %s=%q", icon, a.Name.Local, a.Value)
			}
		}
	}
}

func TestIconsAreDrawnInsideTheirBox(t *testing.T) {
	const size, margin = 240, 4
	for _, icon := range assets.Icons() {
		img := drawn(t, icon.SVG(), size, margin)
		inside, outside := 0, 0
		for y := range size + 2*margin {
			for x := range size + 2*margin {
				if img.RGBAAt(x, y).A == 0 {
					continue
				}
				if image.Pt(x, y).In(image.Rect(margin, margin, size+margin, size+margin)) {
					inside++
				} else {
					outside++
				}
			}
		}
		if inside < size*size/50 || inside > size*size*9/10 || outside > 0 {
			t.Errorf("%s: %d pixels in the box, %d outside it", icon, inside, outside)
		}
	}
}

// A glyph inside a filled shape is a hole: the middle of the check mark and of
// the exclamation mark is see-through, the shape beside it is not.
func TestGlyphsAreHoles(t *testing.T) {
	for _, c := range []struct {
		icon        assets.Icon
		hole, solid image.Point // in tenths of a unit
	}{
		{assets.StateLate, image.Pt(60, 50), image.Pt(40, 60)},
		{assets.StateUrgent, image.Pt(60, 60), image.Pt(40, 90)},
		{assets.StateDone, image.Pt(70, 62), image.Pt(60, 30)},
		{assets.StateMet, image.Pt(70, 62), image.Pt(20, 20)},
		{assets.StateRing, image.Pt(60, 60), image.Pt(60, 12)},
		{assets.StateHalf, image.Pt(40, 60), image.Pt(80, 60)},
	} {
		img := drawn(t, c.icon.SVG(), 120, 0)
		if a := img.RGBAAt(c.hole.X, c.hole.Y).A; a != 0 {
			t.Errorf("%s: opacity %d at %v, want a hole", c.icon, a, c.hole)
		}
		if a := img.RGBAAt(c.solid.X, c.solid.Y).A; a != 255 {
			t.Errorf("%s: opacity %d at %v, want it filled", c.icon, a, c.solid)
		}
	}
}

func TestAppIcon(t *testing.T) {
	img, err := png.Decode(bytes.NewReader(assets.AppIconPNG()))
	if err != nil {
		t.Fatal(err)
	}
	if got := img.Bounds().Size(); got != image.Pt(512, 512) {
		t.Errorf("size = %v, want 512 × 512", got)
	}
	vector := drawn(t, assets.AppIconSVG(), 512, 0)
	for _, c := range []struct {
		at   image.Point
		want color.RGBA
	}{
		{image.Pt(256, 256), color.RGBA{0x0B, 0x5C, 0x8C, 255}}, // the star is open in the middle
		{image.Pt(60, 60), color.RGBA{0x0B, 0x5C, 0x8C, 255}},
		{image.Pt(256, 114), color.RGBA{255, 255, 255, 255}},
		{image.Pt(0, 0), color.RGBA{}},
	} {
		if got := color.RGBAModel.Convert(img.At(c.at.X, c.at.Y)); got != c.want {
			t.Errorf("picture at %v = %v, want %v", c.at, got, c.want)
		}
		if got := vector.RGBAAt(c.at.X, c.at.Y); got != c.want {
			t.Errorf("drawing at %v = %v, want %v", c.at, got, c.want)
		}
	}
}

// drawn paints a drawing as the toolkit does, size pixels wide and high with a
// margin around.
func drawn(t *testing.T, svg []byte, size, margin int) *image.RGBA {
	t.Helper()
	icon, err := oksvg.ReadIconStream(bytes.NewReader(svg), oksvg.StrictErrorMode)
	if err != nil {
		t.Fatalf("read %s: %v", svg, err)
	}
	all := size + 2*margin
	icon.SetTarget(0, 0, float64(size), float64(size))
	icon.Transform = rasterx.Identity.Translate(float64(margin), float64(margin)).Mult(icon.Transform)
	img := image.NewRGBA(image.Rect(0, 0, all, all))
	icon.Draw(rasterx.NewDasher(all, all, rasterx.NewScannerGV(all, all, img, img.Bounds())), 1)
	return img
}
