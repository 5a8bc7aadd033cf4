package main

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The committed icons are those that the drawings give.
func TestIconsAreUpToDate(t *testing.T) {
	files, err := build("..")
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		got, err := os.ReadFile(filepath.Join("..", name))
		if err != nil {
			t.Error(err)
			continue
		}
		same := bytes.Equal(got, want)
		if filepath.Ext(name) == ".png" { // the packing may differ between releases of Go, the picture not
			same = samePicture(t, got, want)
		}
		if !same {
			t.Errorf("%s differs from its drawing; run go generate ./assets", name)
		}
	}
	if len(files) < 50 {
		t.Errorf("only %d files are made", len(files))
	}
}

func samePicture(t *testing.T, a, b []byte) bool {
	t.Helper()
	x, errX := png.Decode(bytes.NewReader(a))
	y, errY := png.Decode(bytes.NewReader(b))
	if err := errors.Join(errX, errY); err != nil {
		t.Fatal(err)
	}
	if x.Bounds() != y.Bounds() {
		return false
	}
	for row := range x.Bounds().Dy() {
		for col := range x.Bounds().Dx() {
			if x.At(col, row) != y.At(col, row) {
				return false
			}
		}
	}
	return true
}

// A stroke becomes as wide as it was, with round ends and joins, whichever way
// it was drawn.
func TestStrokesKeepTheirWidth(t *testing.T) {
	for _, d := range []string{
		"M5 10H15", "M15 10H5", // a line
		"M5 15V5H15", "M15 5H5V15", // a bend
		"M5 5H15V15H5Z", "M5 5V15H15V5Z", // a closed way
		"M5 10A5 5 0 0 1 15 10", "M15 10A5 5 0 0 0 5 10", // an arc
		"M5 10A5 5 0 1 1 10 15", "M10 15A5 5 0 1 0 5 10", // a long arc
	} {
		svg, err := outlined([]byte(`<svg viewBox="0 0 20 20"><path fill="none" stroke="#000" stroke-width="2" d="` + d + `"/></svg>`))
		if err != nil {
			t.Fatalf("%s: %v", d, err)
		}
		data, err := paint(svg, 100)
		if err != nil {
			t.Fatalf("%s: %v", d, err)
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		ways, err := parsePath(d)
		if err != nil {
			t.Fatal(err)
		}
		for y := range 100 {
			for x := range 100 {
				p := point{float64(x)/5 + 0.1, float64(y)/5 + 0.1}
				opacity := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA).A
				if away := distance(ways, p); away < 0.8 && opacity < 250 || away > 1.2 && opacity > 5 {
					t.Fatalf("%s: opacity %d at %v, %.2f from the way", d, opacity, p, away)
				}
			}
		}
	}
}

// distance returns how far p lies from the nearest point of the ways.
func distance(ways [][]segment, p point) float64 {
	nearest := 1e9
	for _, way := range ways {
		for _, g := range way {
			for i := range 101 {
				q := g.from.plus(g.to.minus(g.from).times(float64(i) / 100))
				if g.radius > 0 {
					c := g.centre()
					turn := g.to.minus(c).angle() - g.from.minus(c).angle()
					for g.clockwise && turn < 0 {
						turn += 6.283185307179586
					}
					for !g.clockwise && turn > 0 {
						turn -= 6.283185307179586
					}
					q = polar(c, g.radius, g.from.minus(c).angle()+turn*float64(i)/100)
				}
				nearest = min(nearest, q.minus(p).length())
			}
		}
	}
	return nearest
}

func TestHolesStayOpen(t *testing.T) {
	svg, err := outlined([]byte(`<svg viewBox="0 0 20 20"><circle fill="none" stroke="#000" stroke-width="2" cx="10" cy="10" r="6"/></svg>`))
	if err != nil {
		t.Fatal(err)
	}
	data, err := paint(svg, 20)
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for at, want := range map[image.Point]bool{image.Pt(10, 10): false, image.Pt(10, 4): true, image.Pt(1, 1): false} {
		if _, _, _, a := img.At(at.X, at.Y).RGBA(); (a > 0x8000) != want {
			t.Errorf("at %v: opacity %#x, want ink = %v", at, a, want)
		}
	}
}

func TestDrawingsThatCannotBeOutlinedAreRefused(t *testing.T) {
	for _, shape := range []string{
		`<rect fill="#000" width="3" height="3"/>`,
		`<path d="M0 0H3"/>`,
		`<path fill="#000" stroke="#000" stroke-width="1" d="M0 0H3"/>`,
		`<path fill="#000" d="M0 0C1 1 2 2 3 3"/>`,
		`<path fill="#000" d="m0 0h3"/>`,
		`<path fill="#000" d="M0 0L3"/>`,
		`<path fill="#000" d="M0 0Lx y"/>`,
		`<path fill="#000" d="M0 0A1 2 0 0 1 3 3"/>`,
		`<path fill=`,
	} {
		if svg, err := outlined([]byte(`<svg viewBox="0 0 4 4">` + shape + `</svg>`)); err == nil {
			t.Errorf("%s is outlined as %s", shape, strings.TrimSpace(string(svg)))
		}
	}
}
