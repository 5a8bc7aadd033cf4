package ui

import (
	"fmt"
	"html"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"ledstjarna/internal/i18n"
)

// album keeps the pictures of a gallery in a folder: one by one, on a sheet for each
// screen, and on a page that shows all sheets.
type album struct {
	t      *testing.T
	dir    string
	work   chan func() // pictures are written beside the window
	done   sync.WaitGroup
	sheets map[string]*image.RGBA // by screen
	names  []string               // of the screens, in order
}

const sheetAcross = 4 // pictures beside one another on a sheet

// newAlbum makes the folder of the gallery; nil where none is wanted.
func newAlbum(t *testing.T) *album {
	dir := os.Getenv("LEDSTJARNA_GALLERY")
	if dir == "" {
		return nil
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	old, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range old {
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
	b := &album{t: t, dir: dir, work: make(chan func(), 8), sheets: map[string]*image.RGBA{}}
	b.done.Add(1)
	go func() {
		defer b.done.Done()
		for do := range b.work {
			do()
		}
	}()
	return b
}

// put keeps the picture of a screen in one of its looks.
func (b *album) put(screen string, lang i18n.Language, as look, picture image.Image) {
	if _, ok := b.sheets[screen]; !ok {
		b.names = append(b.names, screen)
		b.sheets[screen] = image.NewRGBA(image.Rect(0, 0, sheetAcross*650, 2*410))
	}
	sheet := b.sheets[screen]
	b.work <- func() {
		b.write(fmt.Sprintf("%s-%s-%s.png", screen, lang, as), picture)
		half := halved(picture)
		draw.Draw(sheet, half.Bounds().Add(onSheet(lang, as)), half, image.Point{}, draw.Src)
	}
}

// onSheet is where a picture stands on the sheet of its screen: a line for each
// language, light before dark and large before small.
func onSheet(lang i18n.Language, as look) image.Point {
	var at image.Point
	if as.mode == "dark" {
		at.X += 2 * 650
	}
	if as.size == small {
		at.X += 650
	}
	if lang != i18n.Swedish {
		at.Y = 410
	}
	return at
}

// halved is a picture of half the width and height.
func halved(p image.Image) *image.RGBA {
	s := p.Bounds().Size()
	out := image.NewRGBA(image.Rect(0, 0, s.X/2, s.Y/2))
	full := image.NewRGBA(image.Rect(0, 0, s.X, s.Y))
	draw.Draw(full, full.Bounds(), p, p.Bounds().Min, draw.Src)
	for y := range s.Y / 2 {
		for x := range s.X / 2 {
			a, b := full.PixOffset(2*x, 2*y), full.PixOffset(2*x, 2*y+1)
			to := out.PixOffset(x, y)
			for i := range 4 {
				sum := int(full.Pix[a+i]) + int(full.Pix[a+4+i]) + int(full.Pix[b+i]) + int(full.Pix[b+4+i])
				out.Pix[to+i] = uint8(sum / 4)
			}
		}
	}
	return out
}

func (b *album) write(name string, p image.Image) {
	f, err := os.Create(filepath.Join(b.dir, name))
	if err != nil {
		b.t.Error(err)
		return
	}
	err = (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(f, p)
	if cerr := f.Close(); err == nil {
		err = cerr
	}
	if err != nil {
		b.t.Error(err)
	}
}

// close writes the sheets and the page that shows them.
func (b *album) close() {
	close(b.work)
	b.done.Wait()
	var page strings.Builder
	page.WriteString("<!doctype html>\n<meta charset=\"utf-8\">\n<title>Ledstjärna</title>\n" +
		"<style>body{font:14px sans-serif;background:#888}img{max-width:100%}</style>\n")
	for _, name := range b.names {
		b.write("sheet-"+name+".png", b.sheets[name])
		fmt.Fprintf(&page, "<h2 id=%[1]q>%[1]s</h2>\n<a href=\"sheet-%[1]s.png\"><img loading=\"lazy\" src=\"sheet-%[1]s.png\" alt=\"\"></a>\n<p>", html.EscapeString(name))
		all, err := filepath.Glob(filepath.Join(b.dir, name+"-*.png"))
		if err != nil {
			b.t.Error(err)
		}
		for _, path := range all {
			file := html.EscapeString(filepath.Base(path))
			fmt.Fprintf(&page, "<a href=%[1]q>%[1]s</a> ", file)
		}
		page.WriteString("</p>\n")
	}
	if err := os.WriteFile(filepath.Join(b.dir, "index.html"), []byte(page.String()), 0o644); err != nil {
		b.t.Error(err)
	}
	b.t.Logf("%d screens, shown by %s", len(b.names), filepath.Join(b.dir, "index.html"))
}
