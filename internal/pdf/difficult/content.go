package difficult

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"fmt"
	"io"
	"strings"
)

const flate = "/Filter/FlateDecode"

// deflated compresses bytes.
func deflated(s string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	_, _ = io.WriteString(z, s) // into memory
	_ = z.Close()
	return b.String()
}

func in85(s string) string {
	var b bytes.Buffer
	w := ascii85.NewEncoder(&b)
	_, _ = io.WriteString(w, s) // into memory
	_ = w.Close()
	return b.String() + "~>"
}

// contents are unusual drawing instructions.
func contents() []File {
	one := func(name, why string, p page) File { return of(name, why, 1, bookOf("", p).bytes()) }
	half := deflated(strings.Repeat(line("Halva sidan"), 40))
	bad := []byte(deflated(strings.Repeat(line("Trasig"), 60)))
	for i := 20; i < 40; i++ {
		bad[i] ^= 0xFF
	}
	return []File{
		one("content-deflated.pdf", "instructions are compressed", page{filter: flate, content: deflated(line("Packad text"))}),
		one("content-half.pdf", "compressed instructions end too early", page{filter: flate, content: half[:len(half)*2/3]}),
		one("content-broken.pdf", "compressed instructions are damaged", page{filter: flate, content: string(bad)}),
		one("content-chain.pdf", "two filters follow each other", page{filter: "/Filter[/ASCII85Decode/FlateDecode]", content: in85(deflated(line("Två filter")))}),
		one("content-unknown-filter.pdf", "a filter that nobody knows", page{filter: "/Filter/KommunDecode", content: "x"}),
		one("content-open.pdf", "more states are kept than taken back", page{content: "q q q 2 0 0 2 40 40 cm " + line("Större")}),
		one("content-closed.pdf", "more states are taken back than kept", page{content: "Q Q Q " + line("Mindre") + " Q Q"}),
		one("content-marked.pdf", "marked content without a structure", page{content: "/P <</MCID 0>> BDC " + line("Märkt") + " EMC /P <</MCID 7>> BDC"}),
		one("content-no-fonts.pdf", "the page has no resources", page{bare: true}),
		one("content-nothing.pdf", "the page is empty", page{content: " "}),
		one("content-inline-image.pdf", "an image stands among the instructions", page{
			content: "q 100 0 0 100 72 400 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x00\xffQ\x10 EI Q " + line("Med bild"),
		}),
		{Name: "content-bomb.pdf", Type: typePDF, Why: "a small stream grows to 300 MB", Pages: 1, Write: bomb},
		of("content-pieces.pdf", "instructions stand in 40 pieces", 1, pieces()),
		of("content-form-round.pdf", "a form draws itself", 1, formRound()),
		of("content-font-round.pdf", "a font refers to itself", 1, fontRound()),
	}
}

// bomb writes a page whose instructions are 300 MB of spaces.
func bomb(w io.Writer) error {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	spaces := bytes.Repeat([]byte(" "), 1<<20)
	for range 300 {
		if _, err := z.Write(spaces); err != nil {
			return err
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	_, err := w.Write(bookOf("", page{filter: flate, content: b.String()}).bytes())
	return err
}

func pieces() []byte {
	b := newBook()
	b.add("<</Type/Catalog/Pages 2 0 R>>")
	b.add("<</Type/Pages/Count 1/Kids[3 0 R]>>")
	b.add("")
	var all []string
	for i := range 40 {
		n := b.stream("", fmt.Sprintf("BT /F1 10 Tf 72 %d Td\n(Stycke %d) Tj ET", 760-i*16, i+1))
		all = append(all, fmt.Sprintf("%d 0 R", n))
	}
	b.objects[2] = "<</Type/Page/Parent 2 0 R" + a4 + font + "/Contents[" + strings.Join(all, " ") + "]>>"
	return b.bytes()
}

func formRound() []byte {
	b := bookOf("", page{bare: true, entries: a4 + "/Resources<</XObject<</X 5 0 R>>>>", content: "/X Do"})
	b.stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>", "/X Do")
	return b.bytes()
}

func fontRound() []byte {
	b := bookOf("", page{bare: true, entries: a4 + "/Resources<</Font<</F1 5 0 R>>>>"})
	b.add("<</Type/Font/Subtype/Type0/BaseFont/X/DescendantFonts[5 0 R]/Encoding/Identity-H>>")
	return b.bytes()
}
