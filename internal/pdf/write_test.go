package pdf

import (
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/layout/specimen"
	"ledstjarna/internal/pdf/check"
	"ledstjarna/internal/report"
)

func moment() time.Time {
	return time.Date(2026, 11, 22, 14, 30, 5, 7, time.FixedZone("", 3600))
}

func fontsFor(t testing.TB) *Fonts {
	t.Helper()
	fonts, err := NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

func bookOf(t testing.TB, print report.Print, fonts *Fonts) *layout.Book {
	t.Helper()
	book, err := layout.Lay(context.Background(), print, fonts)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// export lays out and writes a print.
func export(t testing.TB, print report.Print) []byte {
	t.Helper()
	fonts := fontsFor(t)
	var out bytes.Buffer
	err := Write(context.Background(), &out, bookOf(t, print, fonts), fonts, Options{Now: moment(), Producer: "Ledstjärna 0.1"})
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// printOf is a print with one document of paragraphs.
func printOf(texts ...string) report.Print {
	doc := report.Document{Title: "Prov", Blocks: []report.Block{report.Title{Text: "Prov"}}}
	for _, s := range texts {
		doc.Blocks = append(doc.Blocks, report.Paragraph{Text: report.Plain(s)})
	}
	return report.Print{Title: "Prov", Author: "Förbundet <&>", Language: "sv", Words: specimen.Words(), Parts: []report.Document{doc}}
}

// passes fails the test for each problem of a file.
func passes(t *testing.T, data []byte) {
	t.Helper()
	problems, err := check.Problems(data)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
}

// text is what a file says through its structure, squeezed.
func text(t *testing.T, data []byte) string {
	t.Helper()
	s, err := check.Text(data)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSpecimenPassesTheCheck(t *testing.T) { passes(t, export(t, specimen.Packet())) }

func TestEveryTextIsFound(t *testing.T) {
	said := text(t, export(t, specimen.Packet()))
	for _, doc := range specimen.Packet().Parts {
		for _, block := range doc.Blocks {
			for _, s := range textsOf(block) {
				if !strings.Contains(said, check.Squeeze(s)) {
					t.Errorf("%q of a %T is not found", s, block)
				}
			}
		}
	}
}

// textsOf lists the texts of the blocks of the specimen.
func textsOf(block report.Block) []string {
	var out []string
	add := func(texts ...report.Text) {
		for _, x := range texts {
			out = append(out, x.String())
		}
	}
	pairs := func(p []report.Pair) {
		for _, x := range p {
			out = append(out, x.Label)
			add(x.Value)
		}
	}
	switch x := block.(type) {
	case report.Title:
		out = append(out, x.Kicker, x.Text, x.Subtitle)
	case report.Heading:
		out = append(out, x.Text)
	case report.Paragraph:
		add(x.Text)
	case report.ControlBox:
		pairs(x.Pairs)
	case report.Facts:
		pairs(x.Pairs)
	case report.Papers:
		pairs(x.Pairs)
	case report.HeaderBlock:
		pairs(x.Pairs)
	case report.Signatures:
		pairs(x.Pairs)
	case report.Panel:
		out = append(out, x.Heading)
		add(x.Numbered...)
	case report.Table:
		for _, r := range x.Rows {
			for _, c := range r.Cells {
				add(c.Text, c.Second)
			}
		}
	case report.Legend:
		add(x.Entries...)
	case report.Wheel:
		out = append(out, x.Caption, x.Alt)
		for _, e := range x.Legend {
			out = append(out, e.Text)
		}
	case report.Columns:
		for _, b := range slices.Concat(x.Left, x.Right) {
			out = append(out, textsOf(b)...)
		}
	}
	return out
}

func TestSameInputSameBytes(t *testing.T) {
	first := sha256.Sum256(export(t, specimen.Packet()))
	if os.Getenv("PRINT_HASH") != "" {
		fmt.Printf("hash %x\n", first)
		return
	}
	if second := sha256.Sum256(export(t, specimen.Packet())); first != second {
		t.Error("two exports in one process differ")
	}
	child := exec.Command(os.Args[0], "-test.run=^TestSameInputSameBytes$")
	child.Env = append(os.Environ(), "PRINT_HASH=1", "TZ=Asia/Tokyo")
	out, err := child.Output()
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("hash %x\n", first); !strings.Contains(string(out), want) {
		t.Errorf("another process wrote %q, not %q", out, want)
	}
}

func TestForeignScripts(t *testing.T) {
	s := "Sámi: ŋ č đ ŧ ž á. Suomi: yö, äiti. Ελληνικά. Кириллица. → ≥ § – −14 % 4\u00A0850\u00A0000 ½ €"
	data := export(t, printOf(s, "o\u0308ver a\u030A"))
	passes(t, data)
	said := text(t, data)
	for _, want := range []string{s, "över å"} {
		if !strings.Contains(said, check.Squeeze(want)) {
			t.Errorf("%q is not found in %q", want, said)
		}
	}
}

func TestUnprintableCharactersAreReportedAndDrawnAsBoxes(t *testing.T) {
	fonts := fontsFor(t)
	print := printOf("Hurra 🎉 för 漢 oss 🎉", "👍🏽 ja")
	book := bookOf(t, print, fonts)
	var got []string
	for _, u := range fonts.Unprintable(book) {
		got = append(got, fmt.Sprintf("%c %s %q p%d %q", u.Char, u.Document, u.Heading, u.Page, u.Text))
	}
	want := []string{`🎉 Prov "Prov" p1 "Hurra 🎉 för 漢 oss 🎉"`, `漢 Prov "Prov" p1 "Hurra 🎉 för 漢 oss 🎉"`, `👍 Prov "Prov" p1 "👍🏽 ja"`}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	data := export(t, print)
	passes(t, data)
	if said := text(t, data); !strings.Contains(said, "Hurra□för□oss□□ja") {
		t.Errorf("the file says %q", said)
	}
}

func TestLogo(t *testing.T) {
	picture := image.NewNRGBA64(image.Rect(0, 0, 40, 20))
	for i := range 40 {
		picture.Set(i, 5, color.NRGBA64{0xFFFF, 0, 0, uint16(i * 1000)})
	}
	var alpha, grey bytes.Buffer
	if err := png.Encode(&alpha, picture); err != nil {
		t.Fatal(err)
	}
	if err := jpeg.Encode(&grey, image.NewGray(image.Rect(0, 0, 9, 9)), nil); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"16 bits with transparency": alpha.Bytes(), "grey": grey.Bytes()} {
		t.Run(name, func(t *testing.T) {
			print := printOf("text")
			print.Logo = report.Logo{Name: "Förbundet", Picture: data, Alt: "Förbundets märke"}
			print.Parts[0].Logo = true
			out := export(t, print)
			passes(t, out)
			if !strings.Contains(text(t, out), "Förbundetsmärke") {
				t.Error("the logo has no text alternative")
			}
			if bytes.Contains(out, []byte("SMask")) {
				t.Error("the file has transparency")
			}
		})
	}
}

func TestEmptyBookIsRefused(t *testing.T) {
	err := Write(context.Background(), &bytes.Buffer{}, &layout.Book{}, fontsFor(t), Options{})
	if !errors.Is(err, ErrEmpty) {
		t.Errorf("got %v", err)
	}
}

func TestCancelWritesNothing(t *testing.T) {
	fonts := fontsFor(t)
	book := bookOf(t, specimen.Packet(), fonts)
	ctx, cancel := context.WithCancel(context.Background())
	var out bytes.Buffer
	var last [2]int
	err := Write(ctx, &out, book, fonts, Options{Now: moment(), Progress: func(done, total int) {
		last = [2]int{done, total}
		if done == 3 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) || out.Len() > 0 || last != [2]int{3, len(book.Pages)} {
		t.Errorf("error %v, %d bytes, progress %v", err, out.Len(), last)
	}
}

func TestWidthIsAdditiveAtSpaces(t *testing.T) {
	fonts := fontsFor(t)
	font := layout.Font{Face: layout.Regular, Size: 11}
	whole, parts := fonts.Width("AV ToW", font), fonts.Width("AV", font)+fonts.Width(" ", font)+fonts.Width("ToW", font)
	if d := whole - parts; d > 1e-9 || d < -1e-9 {
		t.Errorf("%g is not %g", whole, parts)
	}
	if fonts.Width("AV", font) >= fonts.Width("A", font)+fonts.Width("V", font) {
		t.Error("A and V are not kerned")
	}
}

func BenchmarkWrite20Pages(b *testing.B)  { benchmarkWrite(b, 1) }
func BenchmarkWrite200Pages(b *testing.B) { benchmarkWrite(b, 12) }

func benchmarkWrite(b *testing.B, copies int) {
	fonts := fontsFor(b)
	book := bookOf(b, manyParts(copies), fonts)
	b.ReportAllocs()
	for b.Loop() {
		var out bytes.Buffer
		if err := Write(context.Background(), &out, book, fonts, Options{Now: moment()}); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(book.Pages)), "pages")
	}
}

func BenchmarkDraw20Pages(b *testing.B)  { benchmarkDraw(b, 1) }
func BenchmarkDraw200Pages(b *testing.B) { benchmarkDraw(b, 12) }

func benchmarkDraw(b *testing.B, copies int) {
	fonts := fontsFor(b)
	book := bookOf(b, manyParts(copies), fonts)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := draw(context.Background(), book, fonts, Options{Now: moment(), Progress: func(int, int) {}}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFinish20Pages(b *testing.B)  { benchmarkFinish(b, 1) }
func BenchmarkFinish200Pages(b *testing.B) { benchmarkFinish(b, 12) }

func benchmarkFinish(b *testing.B, copies int) {
	fonts := fontsFor(b)
	book := bookOf(b, manyParts(copies), fonts)
	o := Options{Now: moment(), Progress: func(int, int) {}}
	drawn, err := draw(context.Background(), book, fonts, o)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if err := finish(io.Discard, drawn, book, o); err != nil {
			b.Fatal(err)
		}
	}
}

func manyParts(copies int) report.Print {
	print := specimen.Packet()
	parts := print.Parts
	for range copies - 1 {
		print.Parts = append(print.Parts[:len(print.Parts):len(print.Parts)], parts...)
	}
	return print
}

func BenchmarkLay20Pages(b *testing.B)  { benchmarkLay(b, 1) }
func BenchmarkLay200Pages(b *testing.B) { benchmarkLay(b, 12) }

func benchmarkLay(b *testing.B, copies int) {
	fonts, print := fontsFor(b), manyParts(copies)
	b.ReportAllocs()
	for b.Loop() {
		b.ReportMetric(float64(len(bookOf(b, print, fonts).Pages)), "pages")
	}
}

func BenchmarkNewFonts(b *testing.B) {
	for b.Loop() {
		fontsFor(b)
	}
}
