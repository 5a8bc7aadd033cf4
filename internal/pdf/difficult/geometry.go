package difficult

import "fmt"

// geometry are pages of unusual shape.
func geometry() []File {
	one := func(name, why, entries string) File {
		return of(name, why, 1, bookOf("", page{entries: entries}).bytes())
	}
	return []File{
		one("geometry-rotated-90.pdf", "the page is turned", a4+"/Rotate 90"),
		one("geometry-rotated-180.pdf", "the page is turned", a4+"/Rotate 180"),
		one("geometry-rotated-270.pdf", "the page is turned", a4+"/Rotate 270"),
		one("geometry-rotated-negative.pdf", "the page is turned to the left, more than once", a4+"/Rotate -450"),
		one("geometry-rotated-odd.pdf", "the turn is no quarter", a4+"/Rotate 37"),
		one("geometry-cropped.pdf", "only a part of the page is shown, away from the origin", "/MediaBox[-100 -50 700 900]/CropBox[50 400 450 700]"),
		one("geometry-cropped-rotated.pdf", "a part of the page is shown, turned", "/MediaBox[-100 -50 700 900]/CropBox[50 400 450 700]/Rotate 90"),
		one("geometry-crop-outside.pdf", "the part to be shown is outside the page", a4+"/CropBox[2000 2000 2100 2100]"),
		one("geometry-inverted.pdf", "the corners of the page are the other way round", "/MediaBox[595 842 0 0]"),
		one("geometry-unit.pdf", "a unit of the page is 2.5 points", "/MediaBox[0 0 400 600]/UserUnit 2.5"),
		one("geometry-no-box.pdf", "the page has no size", "/Note(utan storlek)"),
		one("geometry-zero.pdf", "the page has a size of nothing", "/MediaBox[0 0 0 0]"),
		one("geometry-huge-numbers.pdf", "the size is beyond reason", "/MediaBox[0 0 99999999999 1e38]"),
		one("geometry-words.pdf", "the size is no number", "/MediaBox[0 0 /A4 (hög)]"),
		one("geometry-tiny.pdf", "the page is smaller than a stamp", "/MediaBox[0 0 40 30]"),
		one("geometry-poster.pdf", "the page is five metres wide", "/MediaBox[0 0 14400 14400]"),
		of("geometry-mixed.pdf", "every page has another size", 4, bookOf("",
			page{entries: "/MediaBox[0 0 1191 842]"}, page{entries: "/MediaBox[0 0 420 595]"},
			page{entries: "/MediaBox[0 0 612 792]"}, page{entries: "/MediaBox[0 0 595 842]/Rotate 90"}).bytes()),
		of("geometry-inherited.pdf", "size, turn and fonts stand in the page tree", 2, inheriting()),
		of("geometry-full.pdf", "ink covers the page to its edges", 1, bookOf("", page{content: "0.2 0.2 0.2 rg 0 0 595 842 re f"}).bytes()),
		of("geometry-only-side.pdf", "only a side margin is free of ink", 1, bookOf("", page{
			content: "0.5 g 0 0 595 60 re f 0 780 595 62 re f 60 0 535 842 re f",
		}).bytes()),
	}
}

func inheriting() []byte {
	b := newBook()
	b.add("<</Type/Catalog/Pages 2 0 R>>")
	b.add("<</Type/Pages/Count 2/Kids[3 0 R]/MediaBox[0 0 595 842]" + font + "/Rotate 90>>")
	b.add("<</Type/Pages/Parent 2 0 R/Count 2/Kids[5 0 R 7 0 R]/CropBox[20 20 500 800]>>")
	for i := range 2 {
		c := b.stream("", line(fmt.Sprintf("Ärvd sida %d", i+1)))
		b.add(fmt.Sprintf("<</Type/Page/Parent 3 0 R/Contents %d 0 R>>", c))
	}
	return b.bytes()
}
