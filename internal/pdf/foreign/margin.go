package foreign

import (
	"context"
	"errors"
	"image"
	"time"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdfium"
)

// The line of numbers stands between these distances from the edge, in points.
const (
	stripNear = 12
	stripFar  = 34
)

// So many pages are looked at before PDFium is started anew: it keeps what it has read,
// and in a file of many bytes that is much.
const (
	atOneTime = 400
	heavy     = 32 << 20
	whenHeavy = 8
)

// margins finds on each page the edge where there is room for a line of numbers.
// A page that cannot be looked at has it at its lower edge.
func (f *File) margins(ctx context.Context, engine *pdfium.Engine, src Source) error {
	step := atOneTime
	if src.Size > heavy {
		step = whenHeavy
	}
	for from := 0; from < len(f.Sheets); from += step {
		if !f.lookAt(ctx, engine, src, from, min(from+step, len(f.Sheets))) {
			break
		}
	}
	return ctx.Err()
}

// glance is how long a page may take to be looked at. Where one takes longer, those
// after it are not looked at either.
const glance = 2 * time.Second

// lookAt looks at some of the pages, false where that takes too long.
func (f *File) lookAt(ctx context.Context, engine *pdfium.Engine, src Source, from, to int) bool {
	doc, err := engine.OpenReader(ctx, src.Data, src.Size)
	if err != nil {
		return false
	}
	defer func() { _ = doc.Close() }() // of no more use
	for i := from; i < min(to, doc.Pages()); i++ {
		s := &f.Sheets[i]
		short, cancel := context.WithTimeout(ctx, glance)
		img, err := doc.Render(short, i, max(min(int(s.Width/lookDensity), 600), 40))
		cancel()
		switch {
		case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
			return false
		case err == nil:
			s.Edge = freeEdge(img, s.Width)
		}
	}
	return true
}

// lookDensity is how many points a dot of the picture covers in which room is
// looked for.
const lookDensity = 2.5

// freeEdge is the first edge whose strip is empty; where none is, the one that has
// least in it.
func freeEdge(img *image.RGBA, width float64) layout.Edge {
	scale := float64(img.Rect.Dx()) / max(width, 1)
	near, far := int(stripNear*scale), max(int(stripFar*scale), int(stripNear*scale)+1)
	w, h := img.Rect.Dx(), img.Rect.Dy()
	strips := [...]image.Rectangle{
		layout.BottomEdge: image.Rect(0, h-far, w, h-near),
		layout.TopEdge:    image.Rect(0, near, w, far),
		layout.LeftEdge:   image.Rect(near, 0, far, h),
		layout.RightEdge:  image.Rect(w-far, 0, w-near, h),
	}
	best, least := layout.BottomEdge, 2.0
	for edge, strip := range strips {
		covered := ink(img, strip.Intersect(img.Rect))
		if covered == 0 {
			return layout.Edge(edge)
		}
		if covered < least {
			best, least = layout.Edge(edge), covered
		}
	}
	return best
}

// ink is how much of a part of a picture is not light: 0 to 1.
func ink(img *image.RGBA, part image.Rectangle) float64 {
	if part.Empty() {
		return 1
	}
	dark := 0
	for y := part.Min.Y; y < part.Max.Y; y++ {
		row := img.Pix[img.PixOffset(part.Min.X, y):img.PixOffset(part.Max.X, y)]
		for i := 0; i+2 < len(row); i += 4 {
			if int(row[i])*299+int(row[i+1])*587+int(row[i+2])*114 < 225*1000 {
				dark++
			}
		}
	}
	return float64(dark) / float64(part.Dx()*part.Dy())
}
