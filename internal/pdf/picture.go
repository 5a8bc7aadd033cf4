package pdf

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"image"
	"image/color"
	paint "image/draw"
	_ "image/jpeg" // pictures are PNG or JPEG
	"image/png"

	"github.com/jung-kurt/gofpdf"

	"ledstjarna/internal/layout"
)

// picture draws an image, once embedded however often it is drawn.
func (c *content) picture(p layout.Picture) {
	name, err := c.drawing.register(p.Data)
	if err != nil {
		c.err = err
		return
	}
	c.flush()
	c.drawing.file.ImageOptions(name, p.X, p.Y, p.W, p.H, false, gofpdf.ImageOptions{ImageType: "PNG"}, 0, "")
}

// register embeds an image and returns its name.
func (d *drawing) register(data []byte) (string, error) {
	sum := sha256.Sum256(data)
	key := hex.EncodeToString(sum[:8])
	if name, ok := d.pictures[key]; ok {
		return name, nil
	}
	plain, err := opaque(data)
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

// opaque returns an image as a PNG of 8-bit RGB on white, whatever its colours,
// depth and transparency were.
func opaque(data []byte) ([]byte, error) {
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("read picture: %w", err)
	}
	flat := image.NewRGBA(image.Rectangle{Max: img.Bounds().Size()})
	paint.Draw(flat, flat.Bounds(), image.NewUniform(color.White), image.Point{}, paint.Src)
	paint.Draw(flat, flat.Bounds(), img, img.Bounds().Min, paint.Over)
	var out bytes.Buffer
	if err := png.Encode(&out, flat); err != nil {
		return nil, fmt.Errorf("convert picture: %w", err)
	}
	return out.Bytes(), nil
}
