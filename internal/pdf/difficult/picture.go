package difficult

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
)

// pictures are images, sound and unsound.
func pictures() []File {
	whole := pngOf(gradient(120, 80))
	photo := jpegOf(gradient(160, 90))
	one := func(name, kind, why string, n int, b []byte) File {
		return File{Name: name, Type: kind, Why: why, Pages: n, Write: func(w io.Writer) error {
			_, err := w.Write(b)
			return err
		}}
	}
	const isPNG, isJPEG = "image/png", "image/jpeg"
	deep := image.NewRGBA64(image.Rect(0, 0, 30, 30))
	deep.Set(3, 3, color.RGBA64{0xFFFF, 0, 0, 0x8000})
	few := image.NewPaletted(image.Rect(0, 0, 30, 20), color.Palette{color.White, color.Black})
	return []File{
		one("picture-plain.png", isPNG, "a picture", 1, whole),
		one("picture-16-bit.png", isPNG, "16 bits a colour, half transparent", 1, pngOf(deep)),
		one("picture-palette.png", isPNG, "two colours", 1, pngOf(few)),
		one("picture-cut.png", isPNG, "the end is cut off", 0, whole[:len(whole)*2/3]),
		one("picture-claim.png", isPNG, "it says that it is 60 000 dots wide and high", 0, claimed(whole, 60_000)),
		one("picture-plain.jpg", isJPEG, "a photograph", 1, photo),
		one("picture-turned-6.jpg", isJPEG, "a photograph that is to be turned to the right", 1, noted(photo, 6)),
		one("picture-turned-8.jpg", isJPEG, "a photograph that is to be turned to the left", 1, noted(photo, 8)),
		one("picture-cut.jpg", isJPEG, "the header is cut off", 0, photo[:40]),
		one("picture-grey.jpg", isJPEG, "a photograph in grey", 1, jpegOf(image.NewGray(image.Rect(0, 0, 40, 60)))),
		one("picture-exif-broken.jpg", isJPEG, "what the camera noted is damaged", 1, noted(photo, 200)),
	}
}

func gradient(w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.Set(x, y, color.RGBA{uint8(x * 255 / w), uint8(y * 255 / h), 90, 255})
		}
	}
	return img
}

func pngOf(img image.Image) []byte {
	var b bytes.Buffer
	_ = png.Encode(&b, img) // into memory
	return b.Bytes()
}

func jpegOf(img image.Image) []byte {
	var b bytes.Buffer
	_ = jpeg.Encode(&b, img, nil) // into memory
	return b.Bytes()
}

// claimed is a PNG that says another size.
func claimed(whole []byte, side uint32) []byte {
	b := bytes.Clone(whole)
	binary.BigEndian.PutUint32(b[16:], side)
	binary.BigEndian.PutUint32(b[20:], side)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return b
}

// noted is a JPEG with a camera's note of how it is to be turned.
func noted(photo []byte, orientation byte) []byte {
	exif := append([]byte("Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00"), orientation, 0, 0, 0, 0, 0, 0)
	out := append([]byte{0xFF, 0xD8, 0xFF, 0xE1, 0, byte(len(exif) + 2)}, exif...)
	return append(out, photo[2:]...)
}
