package difficult

import "fmt"

// forms are files with fields to fill in.
func forms() []File {
	const seen = "/AP<</N 7 0 R>>"
	return []File{
		of("form-drawn.pdf", "a field is filled in and drawn", 1, form("", "/FT/Tx/V(Anna Berg)"+seen)),
		of("form-not-drawn.pdf", "a field is filled in and drawn by the reader's program only", 1, form("/NeedAppearances true", "/FT/Tx/V(Anna Berg)")),
		of("form-empty.pdf", "a field is not filled in", 1, form("", "/FT/Tx")),
		of("form-ticked.pdf", "a box is ticked", 1, form("", "/FT/Btn/V/Ja/AS/Ja/AP<</N<</Ja 7 0 R/Off 8 0 R>>>>")),
		of("form-ticked-not-drawn.pdf", "a box is ticked and not drawn", 1, form("", "/FT/Btn/V/Ja")),
		of("form-hidden.pdf", "a filled-in field is hidden", 1, form("", "/FT/Tx/V(dolt)/F 2")),
		of("form-xfa.pdf", "the form can be shown by its own program only", 1, form("/XFA(<xdp/>)", "/FT/Tx"+seen)),
		of("form-signed.pdf", "it is signed, with a drawing of the signature", 1, form("/SigFlags 3", "/FT/Sig/V<</Type/Sig/Filter/Adobe.PPKLite/Contents<30820100>/ByteRange[0 10 20 30]>>"+seen)),
		of("form-signed-unseen.pdf", "it is signed, without a drawing", 1, form("/SigFlags 3", "/FT/Sig/V<</Type/Sig/Filter/Adobe.PPKLite/Contents<3082>/ByteRange[0 1 2 3]>>")),
		of("form-inherited.pdf", "the value of a field stands above it", 1, formBelow()),
	}
}

// form is a page with a field; 7 and 8 are drawings.
func form(entries, field string) []byte {
	b := bookOf("/AcroForm<</Fields[5 0 R]"+entries+">>", page{entries: a4 + "/Annots[5 0 R]"})
	b.add("<</Type/Annot/Subtype/Widget/T(namn)/Rect[72 600 272 630]" + field + ">>")
	b.add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	b.stream("/Type/XObject/Subtype/Form/BBox[0 0 100 15]/Matrix[1 0 0 1 0 0]/Resources<</Font<</F1 6 0 R>>>>", "BT /F1 9 Tf 2 4 Td (Anna Berg) Tj ET")
	b.stream("/Type/XObject/Subtype/Form/BBox[0 0 100 15]", "0 0 100 15 re S")
	return b.bytes()
}

func formBelow() []byte {
	b := bookOf("/AcroForm<</Fields[6 0 R]>>", page{entries: a4 + "/Annots[5 0 R]"})
	b.add("<</Type/Annot/Subtype/Widget/Parent 6 0 R/Rect[72 600 272 630]>>")
	b.add("<</T(namn)/FT/Tx/V(Anna Berg)/Kids[5 0 R]>>")
	return b.bytes()
}

// annotations are files with something on top of their pages.
func annotations() []File {
	one := func(name, why, catalog, entries string) File {
		return of(name, why, 1, annotated(catalog, entries))
	}
	return []File{
		one("mark-stamp.pdf", "a stamp with a drawing, turned", "", "/Subtype/Stamp/Rect[300 300 400 500]/AP<</N 6 0 R>>"),
		one("mark-bare.pdf", "a text without a drawing of its own", "", "/Subtype/FreeText/Contents(Se här)/DA(/Helv 12 Tf)/Rect[72 300 272 330]"),
		one("mark-hidden.pdf", "a stamp that is hidden", "", "/Subtype/Stamp/F 2/Rect[300 300 400 500]/AP<</N 6 0 R>>"),
		one("mark-note.pdf", "a note that opens", "", "/Subtype/Popup/Contents(Intern kommentar)/Rect[300 300 400 500]"),
		one("mark-link.pdf", "a link to the web", "", "/Subtype/Link/Rect[72 300 272 330]/A<</S/URI/URI(https://www.example.se/)>>"),
		one("mark-link-inside.pdf", "a link to a named place in the file", "/Dests<</slut[4 0 R/XYZ 0 100 0]>>", "/Subtype/Link/Rect[72 300 272 330]/Dest/slut"),
		one("mark-launch.pdf", "a link that starts a program", "", "/Subtype/Link/Rect[72 300 272 330]/A<</S/Launch/F(calc.exe)>>"),
		one("mark-file.pdf", "a file is attached to the page", "", "/Subtype/FileAttachment/FS<</Type/Filespec/F(a.exe)>>/Rect[72 300 92 320]"),
		one("active-script.pdf", "a script runs when it is opened", "/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>", "/Subtype/Popup/Rect[0 0 1 1]"),
		one("active-names.pdf", "scripts and files go with it", "/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>/EmbeddedFiles<</Names[]>>>>", "/Subtype/Popup/Rect[0 0 1 1]"),
		of("layer-hidden.pdf", "a layer is hidden", 1, layered("/D<</OFF[5 0 R]>>")),
		of("layer-base-off.pdf", "all layers but those named are hidden", 1, layered("/D<</BaseState/OFF>>")),
		of("group.pdf", "colours blend in a group of their own", 1, bookOf("", page{
			entries: a4 + "/Group<</S/Transparency/CS/DeviceRGB/I true>>",
		}).bytes()),
		of("stream-outside.pdf", "the bytes of a stream are said to stand in another file", 1, outside()),
	}
}

func annotated(catalog, entries string) []byte {
	b := bookOf(catalog, page{entries: a4 + "/Annots[5 0 R]"})
	b.add("<</Type/Annot" + entries + ">>")
	b.stream("/Type/XObject/Subtype/Form/BBox[0 0 50 20]/Matrix[0 1 -1 0 0 0]", "1 0 0 RG 2 2 46 16 re S")
	return b.bytes()
}

func layered(config string) []byte {
	b := bookOf("/OCProperties<</OCGs[5 0 R]"+config+">>", page{
		entries: "/MediaBox[0 0 595 842]/Resources<</Properties<</L 5 0 R>>/Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>",
		content: "/OC /L BDC " + line("Dold text") + " EMC", bare: true,
	})
	b.add("<</Type/OCG/Name(Dolt)>>")
	return b.bytes()
}

func outside() []byte {
	b := bookOf("", page{})
	content := line("Inuti")
	b.objects[2] = fmt.Sprintf("<</F(/etc/passwd)/Length %d>>\nstream\n%s\nendstream", len(content), content)
	return b.bytes()
}
