package pdfium

import (
	"image"
	"image/color"
	"image/draw"
)

// onWhite copies a picture, whose memory is the sandbox's, onto white paper.
func onWhite(src image.Image) *image.RGBA {
	b := src.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(out, out.Bounds(), image.NewUniform(color.White), image.Point{}, draw.Src)
	draw.Draw(out, out.Bounds(), src, b.Min, draw.Over)
	return out
}
