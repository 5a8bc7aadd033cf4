package pdf

import (
	"image"
	"math"
)

// pictureDensity is what print can show; more only makes the file larger.
const pictureDensity = 300 // dots per inch

// dots returns how many pixels a length of so many points takes at the density.
func dots(points float64) int { return int(math.Ceil(points * pictureDensity / 72)) }

// reduced returns the picture with at most w×h pixels, each the mean of those
// that it stands for. A picture that is small enough is returned as it is.
func reduced(img *image.RGBA, w, h int) *image.RGBA {
	size := img.Bounds().Size()
	w, h = min(max(w, 1), size.X), min(max(h, 1), size.Y)
	if w == size.X && h == size.Y {
		return img
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			part := image.Rect(x*size.X/w, y*size.Y/h, (x+1)*size.X/w, (y+1)*size.Y/h)
			copy(out.Pix[out.PixOffset(x, y):], mean(img, part))
		}
	}
	return out
}

// mean returns the average colour of a part of an opaque picture.
func mean(img *image.RGBA, part image.Rectangle) []uint8 {
	var sum [4]int
	for y := part.Min.Y; y < part.Max.Y; y++ {
		row := img.Pix[img.PixOffset(part.Min.X, y):img.PixOffset(part.Max.X, y)]
		for i, v := range row {
			sum[i%4] += int(v)
		}
	}
	n := part.Dx() * part.Dy()
	out := make([]uint8, 4)
	for i, v := range sum {
		out[i] = uint8((v + n/2) / n)
	}
	return out
}
