package plan

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"io"
	"path"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// MediaType is what a file holds, named as on the internet.
type MediaType string

// The types that are told apart.
const (
	TypePDF   MediaType = "application/pdf"
	TypePNG   MediaType = "image/png"
	TypeJPEG  MediaType = "image/jpeg"
	TypeDocx  MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	TypeXlsx  MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
	TypePptx  MediaType = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
	TypeOdt   MediaType = "application/vnd.oasis.opendocument.text"
	TypeOds   MediaType = "application/vnd.oasis.opendocument.spreadsheet"
	TypeOdp   MediaType = "application/vnd.oasis.opendocument.presentation"
	TypeZip   MediaType = "application/zip"
	TypeText  MediaType = "text/plain"
	TypeOther MediaType = "application/octet-stream"
)

// extensions are the endings of each type's names, the usual one first.
func extensions(t MediaType) []string {
	switch t {
	case TypePDF:
		return []string{".pdf"}
	case TypePNG:
		return []string{".png"}
	case TypeJPEG:
		return []string{".jpg", ".jpeg"}
	case TypeDocx:
		return []string{".docx"}
	case TypeXlsx:
		return []string{".xlsx"}
	case TypePptx:
		return []string{".pptx"}
	case TypeOdt:
		return []string{".odt"}
	case TypeOds:
		return []string{".ods"}
	case TypeOdp:
		return []string{".odp"}
	case TypeZip:
		return []string{".zip"}
	case TypeText:
		return []string{".txt", ".csv", ".md"}
	case TypeOther:
	}
	return nil
}

// Code names the type in keys of words: "pdf", "docx", "other".
func (t MediaType) Code() string {
	if e := extensions(t); len(e) > 0 {
		return e[0][1:]
	}
	return "other"
}

// Opens reports whether the file can be handed to the program that the system
// has for its name: one of a known type whose name says the same. What may be a
// program itself cannot.
func (f AttachedFile) Opens() bool {
	return usableName(f.Name) && slices.Contains(extensions(f.Type), strings.ToLower(path.Ext(f.Name)))
}

func mediaTypes() []MediaType {
	return []MediaType{TypePDF, TypePNG, TypeJPEG, TypeDocx, TypeXlsx, TypePptx, TypeOdt, TypeOds, TypeOdp, TypeZip, TypeText}
}

// agrees reports whether a file of that name may hold the type. An ending that
// is not known here promises nothing.
func agrees(name string, t MediaType) bool {
	ending := strings.ToLower(path.Ext(name))
	if slices.Contains(extensions(t), ending) {
		return true
	}
	for _, known := range mediaTypes() {
		if slices.Contains(extensions(known), ending) {
			return false
		}
	}
	return true
}

func usableName(name string) bool {
	if name == "" || len(name) > 255 || name == "." || name == ".." || !utf8.ValidString(name) || strings.ContainsAny(name, `/\`) {
		return false
	}
	return !strings.ContainsFunc(name, unicode.IsControl)
}

const probed = 4096 // bytes in which a type shows itself

// probe tells what the bytes are. An image whose measures cannot be read is
// damaged.
func probe(r io.ReaderAt, size int64) (MediaType, error) {
	head := make([]byte, min(size, probed))
	if n, err := r.ReadAt(head, 0); n < len(head) {
		return "", fmt.Errorf("read the beginning: %w", errors.Join(err, ErrFileDamaged))
	}
	switch {
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return TypePDF, nil
	case bytes.HasPrefix(head, []byte("\x89PNG\r\n\x1a\n")), bytes.HasPrefix(head, []byte{0xFF, 0xD8, 0xFF}):
		return probeImage(io.NewSectionReader(r, 0, size), head[0] == 0x89)
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return probeZip(r, size), nil
	case isPlain(head, int64(len(head)) < size):
		return TypeText, nil
	}
	return TypeOther, nil
}

func probeImage(r io.Reader, isPNG bool) (MediaType, error) {
	t, measure := TypeJPEG, jpeg.DecodeConfig
	if isPNG {
		t, measure = TypePNG, png.DecodeConfig
	}
	c, err := measure(r)
	if err != nil || c.Width <= 0 || c.Height <= 0 {
		return t, fmt.Errorf("measure the image: %w", errors.Join(err, ErrFileDamaged))
	}
	return t, nil
}

// probeZip tells the office formats apart, which are all archives.
func probeZip(r io.ReaderAt, size int64) MediaType {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return TypeOther
	}
	for _, f := range z.File {
		switch f.Name {
		case "word/document.xml":
			return TypeDocx
		case "xl/workbook.xml":
			return TypeXlsx
		case "ppt/presentation.xml":
			return TypePptx
		case "mimetype":
			if t := openDocument(f); t != "" {
				return t
			}
		}
	}
	return TypeZip
}

func openDocument(f *zip.File) MediaType {
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, 100))
	if t := MediaType(b); err == nil && slices.Contains([]MediaType{TypeOdt, TypeOds, TypeOdp}, t) {
		return t
	}
	return ""
}

// isPlain reports whether the bytes read as text in UTF-8. cut tells that they
// are only the beginning, which may end within a character.
func isPlain(b []byte, cut bool) bool {
	for len(b) > 0 {
		c, n := utf8.DecodeRune(b)
		switch {
		case c == utf8.RuneError && n == 1:
			return cut && len(b) < utf8.UTFMax && !utf8.FullRune(b)
		case unicode.IsControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f':
			return false
		}
		b = b[n:]
	}
	return true
}

// Limits of a logo: it is printed some centimetres wide.
const (
	MaxLogoSize = 5 << 20 // bytes
	MaxLogoSide = 8000    // pixels
	maxPixels   = 25_000_000
)

// ErrLogo tells that a file cannot be a logo: not a PNG or JPEG image, or one
// with too many pixels.
var ErrLogo = errors.New("a logo is a PNG or JPEG image of moderate size")

// ReadImage decodes a PNG or JPEG image. The measures are read first: ErrLogo
// where they are larger than a logo's may be, ErrFileDamaged where the image
// cannot be read to its end.
func ReadImage(b []byte) (image.Image, MediaType, error) {
	r := bytes.NewReader(b)
	t, err := probe(r, r.Size())
	if err != nil {
		return nil, t, err
	}
	if t != TypePNG && t != TypeJPEG {
		return nil, t, ErrLogo
	}
	measure, decode := png.DecodeConfig, png.Decode
	if t == TypeJPEG {
		measure, decode = jpeg.DecodeConfig, jpeg.Decode
	}
	c, err := measure(bytes.NewReader(b))
	if err != nil {
		return nil, t, fmt.Errorf("measure the image: %w", errors.Join(err, ErrFileDamaged))
	}
	if c.Width > MaxLogoSide || c.Height > MaxLogoSide || c.Width*c.Height > maxPixels {
		return nil, t, ErrLogo
	}
	img, err := decode(r)
	if err != nil {
		return nil, t, fmt.Errorf("read the image: %w", errors.Join(err, ErrFileDamaged))
	}
	return img, t, nil
}
