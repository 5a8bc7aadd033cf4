package pdf

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"testing"
)

// stripes is an opaque picture of columns that are black and white in turn.
func stripes(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, color.Gray{uint8(x % 2 * 255)})
		}
	}
	return img
}

func TestAPictureIsNoDenserThanPrint(t *testing.T) {
	for _, c := range []struct{ haveW, haveH, mostW, mostH, w, h int }{
		{40, 20, 300, 300, 40, 20},
		{1000, 500, 250, 125, 250, 125},
		{1001, 7, 250, 9, 250, 7},
		{5, 5, 0, 0, 1, 1},
	} {
		got := reduced(stripes(c.haveW, c.haveH), c.mostW, c.mostH)
		if size := got.Bounds().Size(); size != image.Pt(c.w, c.h) || !got.Opaque() {
			t.Errorf("%+v: %v, opaque %v", c, size, got.Opaque())
		}
	}
	if got := reduced(stripes(400, 4), 200, 2).At(77, 1); got != (color.RGBA{128, 128, 128, 255}) {
		t.Errorf("black and white make %v", got)
	}
	if got := dots(72); got != 300 {
		t.Errorf("an inch takes %d dots", got)
	}
}

func TestALargePictureIsEmbeddedSmall(t *testing.T) {
	var big bytes.Buffer
	if err := png.Encode(&big, stripes(2400, 1200)); err != nil {
		t.Fatal(err)
	}
	b, err := opaque(big.Bytes(), 240, 120)
	if err != nil {
		t.Fatal(err)
	}
	c, err := png.DecodeConfig(bytes.NewReader(b))
	if err != nil || c.Width != 240 || c.Height != 120 {
		t.Errorf("%d×%d, %v", c.Width, c.Height, err)
	}
}

// TestAPictureThatClaimsToBeHugeIsRefused gives a file of some bytes that would
// take 40 GB to read.
func TestAPictureThatClaimsToBeHugeIsRefused(t *testing.T) {
	var small bytes.Buffer
	if err := png.Encode(&small, stripes(4, 4)); err != nil {
		t.Fatal(err)
	}
	b := small.Bytes()
	header := b[12:29] // the first chunk's name and content
	binary.BigEndian.PutUint32(header[4:], 100_000)
	binary.BigEndian.PutUint32(header[8:], 100_000)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(header))
	if _, err := opaque(b, 100, 100); !errors.Is(err, errPixels) {
		t.Errorf("%v", err)
	}
}

func FuzzOpaque(f *testing.F) {
	var b bytes.Buffer
	if err := png.Encode(&b, stripes(4, 4)); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes(), 2, 2)
	f.Add([]byte("\xff\xd8\xff"), 1, 1)
	f.Fuzz(func(t *testing.T, data []byte, w, h int) {
		out, err := opaque(data, w, h)
		if err != nil {
			return
		}
		img, err := png.Decode(bytes.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		if size := img.Bounds().Size(); size.X > max(w, 1) || size.Y > max(h, 1) {
			t.Errorf("%v is larger than %d×%d", size, w, h)
		}
	})
}
