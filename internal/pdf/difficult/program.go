package difficult

import (
	"embed"
	"io"
)

//go:embed testdata
var testdata embed.FS

// fromPrograms are files that real programs made.
func fromPrograms() []File {
	one := func(name, why string, n int) File {
		return File{Name: name, Type: typePDF, Why: why, Pages: n, Write: func(w io.Writer) error {
			b, err := testdata.ReadFile("testdata/" + name)
			if err != nil {
				return err
			}
			_, err = w.Write(b)
			return err
		}}
	}
	return []File{
		one("gs.pdf", "Ghostscript made it, with fonts of its own", 2),
		one("qpdf-owner-aes256.pdf", "it is locked against changes, and opens without a password", 2),
		one("qpdf-owner-rc4.pdf", "it is locked in an old way, and opens without a password", 2),
		one("qpdf-user-aes256.pdf", "it opens with a password", 2),
		one("qpdf-user-aes128.pdf", "it opens with a password", 2),
		one("qpdf-user-rc4.pdf", "it opens with a password, in an old way", 2),
		one("qpdf-linear.pdf", "it is arranged for reading over a network", 2),
		one("qpdf-objects.pdf", "its objects stand in streams", 2),
		one("writer-ua.pdf", "LibreOffice made it as PDF/UA, with a heading, a list, a table and a link", 1),
		one("writer-archive.pdf", "LibreOffice made it as PDF/UA and PDF/A-2", 1),
		one("writer-form.pdf", "LibreOffice made it, with fields that are filled in", 1),
		one("chromium.pdf", "Chromium made it, with a structure and links", 2),
	}
}
