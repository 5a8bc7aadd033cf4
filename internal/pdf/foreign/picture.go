package foreign

import (
	"bytes"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/jpeg" // pictures are PNG or JPEG
	"image/png"
	"io"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdfium"
)

const (
	mm = 72 / 25.4
	// mostPixels is what a picture may take in memory when it is drawn.
	mostPixels = 25_000_000
	// mostPictures is how many pages are taken in as pictures of them.
	mostPictures = 150
	// density of those pictures, in dots per inch.
	density = 200
)

// picture puts an image on a page of A4, upright or lying as the image is, no
// larger than at 96 dots per inch.
func picture(src Source) *File {
	data, err := io.ReadAll(io.NewSectionReader(src.Data, 0, src.Size))
	if err != nil {
		return apart(layout.ApartUnreadable)
	}
	config, kind, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil || config.Width < 1 || config.Height < 1:
		return apart(layout.ApartUnreadable)
	case config.Width > mostPixels/config.Height:
		return apart(layout.ApartLarge)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return apart(layout.ApartUnreadable)
	}
	if turn := orientation(data); kind == "jpeg" && turn > 1 {
		if data, err = encoded(turned(img, turn)); err != nil {
			return apart(layout.ApartUnreadable)
		}
		if turn >= 5 {
			config.Width, config.Height = config.Height, config.Width
		}
	}
	return &File{Enclosure: layout.Enclosure{Tagged: true, Sheets: []layout.Sheet{onA4(config.Width, config.Height, data)}}}
}

// onA4 is a sheet with a picture between margins, below the middle of the upper one.
func onA4(w, h int, data []byte) layout.Sheet {
	s := layout.Sheet{Width: 210 * mm, Height: 297 * mm, Picture: data}
	if w > h {
		s.Width, s.Height = s.Height, s.Width
	}
	const margin = 20 * mm
	scale := min((s.Width-2*margin)/float64(w), (s.Height-2*margin)/float64(h), 72.0/96)
	s.W, s.H = float64(w)*scale, float64(h)*scale
	s.X, s.Y = (s.Width-s.W)/2, margin
	return s
}

func encoded(img image.Image) ([]byte, error) {
	var out bytes.Buffer
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := e.Encode(&out, img); err != nil {
		return nil, fmt.Errorf("encode picture: %w", err)
	}
	return out.Bytes(), nil
}

// photographed takes pages in as pictures of them.
func photographed(ctx context.Context, doc *pdfium.Document) (*File, error) {
	if doc.Pages() > mostPictures {
		return apart(layout.ApartLarge), nil
	}
	f := &File{Enclosure: layout.Enclosure{Notes: []layout.EnclosureNote{layout.NotePictures, layout.NoteUntagged}}}
	for i := range doc.Pages() {
		w, h, err := doc.Size(ctx, i)
		if err == nil {
			var img *image.RGBA
			if img, err = doc.Render(ctx, i, min(max(int(w/72*density), 1), 4000)); err == nil {
				data, bad := encoded(img)
				if bad != nil {
					return nil, bad
				}
				f.Sheets = append(f.Sheets, layout.Sheet{Width: w, Height: h, Picture: data, W: w, H: h})
			}
		}
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err != nil {
			return apart(layout.ApartUnreadable), nil
		}
	}
	return f, nil
}

// turned returns a picture the right way up, by what a camera noted of itself.
func turned(img image.Image, orientation int) image.Image {
	b := img.Bounds()
	src := image.NewRGBA(image.Rectangle{Max: b.Size()})
	draw.Draw(src, src.Rect, image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(src, src.Rect, img, b.Min, draw.Over)
	w, h := b.Dx(), b.Dy()
	if orientation >= 5 {
		w, h = h, w
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			sx, sy := x, y
			switch orientation {
			case 2:
				sx = w - 1 - x
			case 3:
				sx, sy = w-1-x, h-1-y
			case 4:
				sy = h - 1 - y
			case 5:
				sx, sy = y, x
			case 6:
				sx, sy = y, w-1-x
			case 7:
				sx, sy = h-1-y, w-1-x
			case 8:
				sx, sy = h-1-y, x
			}
			copy(out.Pix[out.PixOffset(x, y):][:4], src.Pix[src.PixOffset(sx, sy):][:4])
		}
	}
	return out
}
