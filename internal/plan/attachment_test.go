package plan

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"testing"
)

func pngOf(t testing.TB, w, h int) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for x := range w {
		for y := range h {
			img.Set(x, y, color.RGBA{uint8(x), uint8(y), 90, 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jpegOf(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 9, 7)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zipOf(t testing.TB, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write([]byte(text))
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// enormous is an image whose measures are w by h and that holds almost nothing.
func enormous(t testing.TB, w, h uint32) []byte {
	t.Helper()
	b := pngOf(t, 1, 1)
	binary.BigEndian.PutUint32(b[16:], w)
	binary.BigEndian.PutUint32(b[20:], h)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return b
}

func TestAFileIsWhatItHolds(t *testing.T) {
	for _, c := range []struct {
		name string
		b    []byte
		want MediaType
		err  error
	}{
		{"beslut.pdf", []byte("%PDF-1.7\n%âãÏÓ"), TypePDF, nil},
		{"BESLUT.PDF", []byte("%PDF-1.7\n"), TypePDF, nil},
		{"bild.png", pngOf(t, 3, 2), TypePNG, nil},
		{"bild.jpeg", jpegOf(t), TypeJPEG, nil},
		{"brev.docx", zipOf(t, "word/document.xml", "<w/>"), TypeDocx, nil},
		{"tal.xlsx", zipOf(t, "xl/workbook.xml", "<x/>"), TypeXlsx, nil},
		{"bilder.pptx", zipOf(t, "ppt/presentation.xml", "<p/>"), TypePptx, nil},
		{"brev.odt", zipOf(t, "mimetype", string(TypeOdt)), TypeOdt, nil},
		{"tal.ods", zipOf(t, "mimetype", string(TypeOds)), TypeOds, nil},
		{"allt.zip", zipOf(t, "mimetype", "något annat"), TypeZip, nil},
		{"läs mig.txt", []byte("Åtgärder på ön\r\n"), TypeText, nil},
		{"film.mp4", []byte("\x00\x00\x00\x18ftypmp42"), TypeOther, nil},
		{"utan ändelse", []byte("%PDF-1.4"), TypePDF, nil},
		{"beslut.pdf", []byte("MZ\x90\x00\x03"), TypeOther, ErrFileKind},
		{"bild.png", jpegOf(t), TypeJPEG, ErrFileKind},
		{"brev.docx", zipOf(t, "word/document.xml", "<w/>")[:40], TypeOther, ErrFileKind},
		{"läs mig.txt", []byte("a\x00b"), TypeOther, ErrFileKind},
		{"bild.png", pngOf(t, 3, 2)[:20], TypePNG, ErrFileDamaged},
		{"bild.jpg", []byte{0xFF, 0xD8, 0xFF, 0xE0}, TypeJPEG, ErrFileDamaged},
		{"tom.pdf", nil, "", ErrFileEmpty},
		{"", []byte("a"), "", ErrFileName},
		{"../a.txt", []byte("a"), "", ErrFileName},
		{"a\nb.txt", []byte("a"), "", ErrFileName},
	} {
		a, err := Examine(c.name, bytes.NewReader(c.b), int64(len(c.b)))
		if !errors.Is(err, c.err) || c.err == nil && err != nil || a.Type != c.want {
			t.Errorf("%s: %s, %v; want %s, %v", c.name, a.Type, err, c.want, c.err)
		}
		if err == nil && (!IsFileHash(a.Hash) || a.Size != int64(len(c.b))) {
			t.Errorf("%s: %+v", c.name, a.AttachedFile)
		}
	}
	if _, err := Examine("stor.bin", bytes.NewReader(nil), MaxFileSize+1); !errors.Is(err, ErrFileTooLarge) {
		t.Errorf("too large: %v", err)
	}
	if _, err := Examine("kortare.bin", bytes.NewReader(bytes.Repeat([]byte{1}, 5000)), 6000); err == nil {
		t.Error("a file that ends early was taken")
	}
}

func TestOnlyWhatIsKnownOpens(t *testing.T) {
	for name, c := range map[string]struct {
		t    MediaType
		want bool
	}{
		"a.pdf": {TypePDF, true}, "b.JPEG": {TypeJPEG, true}, "c.exe": {TypeOther, false},
		"d.bat": {TypeText, false}, "e.desktop": {TypeText, false}, "../f.pdf": {TypePDF, false}, "g": {TypePDF, false},
	} {
		if got := (AttachedFile{Name: name, Type: c.t}).Opens(); got != c.want {
			t.Errorf("%s opens: %v", name, got)
		}
	}
}

func TestALogoIsAnImageOfModerateSize(t *testing.T) {
	for name, b := range map[string][]byte{"PNG": pngOf(t, 40, 30), "JPEG": jpegOf(t)} {
		if img, _, err := ReadImage(b); err != nil || img.Bounds().Empty() {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, c := range map[string]struct {
		b    []byte
		want error
	}{
		"text":    {[]byte("inte en bild"), ErrLogo},
		"wide":    {enormous(t, MaxLogoSide+1, 1), ErrLogo},
		"many":    {enormous(t, 7000, 7000), ErrLogo},
		"huge":    {enormous(t, 1<<30, 1<<30), ErrFileDamaged},
		"cut":     {pngOf(t, 40, 30)[:90], ErrFileDamaged},
		"nothing": {nil, ErrLogo},
		"broken":  {jpegOf(t)[:300], ErrFileDamaged},
	} {
		if _, _, err := ReadImage(c.b); !errors.Is(err, c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAppendicesAreNumberedAndTakenAway(t *testing.T) {
	file := AttachedFile{"a.txt", TypeText, 12, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"}
	c, first, err := Attach(Content{}, file, "Ena", true)
	if err != nil {
		t.Fatal(err)
	}
	c, second, err := Attach(c, file, "Andra", false)
	if err != nil {
		t.Fatal(err)
	}
	got := AppendicesIn(c)
	want := []Appendix{{first, "1", "Ena", true, file}, {second, "2", "Andra", false, file}}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("%+v", got)
	}
	if n := len(FilesIn(c)); n != 1 {
		t.Errorf("refers to %d files", n)
	}
	if c, err = Detach(c, first); err != nil || len(AppendicesIn(c)) != 1 {
		t.Errorf("after taking one away: %+v, %v", AppendicesIn(c), err)
	}
	for len(AppendicesIn(c)) < MaxFiles {
		if c, _, err = Attach(c, file, "", false); err != nil {
			t.Fatal(err)
		}
	}
	if _, _, err := Attach(c, file, "", false); !errors.Is(err, ErrTooManyFiles) {
		t.Errorf("one too many: %v", err)
	}
}

func FuzzExamine(f *testing.F) {
	f.Add("a.png", pngOf(f, 3, 2))
	f.Add("a.jpg", jpegOf(f))
	f.Add("a.docx", zipOf(f, "word/document.xml", "x"))
	f.Add("a.odt", zipOf(f, "mimetype", string(TypeOdt)))
	f.Add("a.pdf", []byte("%PDF-1.7"))
	f.Add("å", []byte("\xff\xd8\xff"))
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		a, err := Examine(name, bytes.NewReader(b), int64(len(b)))
		if err == nil && (!IsFileHash(a.Hash) || a.Type == "" || !agrees(name, a.Type)) {
			t.Errorf("%q became %+v", name, a.AttachedFile)
		}
		img, kind, err := ReadImage(b)
		if err == nil && (img.Bounds().Dx() > MaxLogoSide || kind != TypePNG && kind != TypeJPEG) {
			t.Errorf("took an image of %v, %s", img.Bounds(), kind)
		}
	})
}
