package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"image/color"
	paint "image/draw"
	_ "image/jpeg" // pictures are PNG or JPEG
	"image/png"

	"github.com/jung-kurt/gofpdf"

	"ledstjarna/internal/layout"
)

// maxPixels bounds what a picture takes in memory: a small file can claim to be
// a huge image.
const maxPixels = 25_000_000

var errPixels = errors.New("more pixels than a printed picture may have")

// picture draws an image, once embedded however often it is drawn in that size.
func (c *content) picture(p layout.Picture) {
	name, err := c.drawing.register(p)
	if err != nil {
		c.err = err
		return
	}
	c.flush()
	c.drawing.file.ImageOptions(name, p.X, p.Y, p.W, p.H, false, gofpdf.ImageOptions{ImageType: "PNG"}, 0, "")
}

// register embeds an image, no denser than print can show, and returns its name.
func (d *drawing) register(p layout.Picture) (string, error) {
	sum := sha256.Sum256(p.Data)
	w, h := dots(p.W), dots(p.H)
	key := fmt.Sprintf("%s %dx%d", hex.EncodeToString(sum[:8]), w, h)
	if name, ok := d.pictures[key]; ok {
		return name, nil
	}
	plain, err := opaque(p.Data, w, h)
	if err != nil {
		return "", err
	}
	d.file.RegisterImageOptionsReader(key, gofpdf.ImageOptions{ImageType: "PNG"}, bytes.NewReader(plain))
	if err := d.file.Error(); err != nil {
		return "", fmt.Errorf("embed picture: %w", err)
	}
	d.pictures[key] = key
	return key, nil
}

// opaque returns an image as a PNG of 8-bit RGB on white with at most w×h pixels,
// whatever its colours, depth and transparency were.
func opaque(data []byte, w, h int) ([]byte, error) {
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("measure picture: %w", err)
	}
	if int64(config.Width)*int64(config.Height) > maxPixels {
		return nil, fmt.Errorf("read picture of %d×%d pixels: %w", config.Width, config.Height, errPixels)
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("read picture: %w", err)
	}
	flat := image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
	paint.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, paint.Src)
	paint.Draw(flat, flat.Bounds(), img, img.Bounds().Min, paint.Over)
	var out bytes.Buffer
	if err := png.Encode(&out, reduced(flat, w, h)); err != nil {
		return nil, fmt.Errorf("convert picture: %w", err)
	}
	return out.Bytes(), nil
}
