package difficult

import (
	"bytes"
	"fmt"
	"strings"
)

// damaged are files of which something is broken or missing.
func damaged() []File {
	whole := bookOf("", pages(5)...).bytes()
	body, _ := bookOf("", pages(3)...).body()
	return []File{
		of("damaged-cut-30.pdf", "only the first third is there", -1, whole[:len(whole)*30/100]),
		of("damaged-cut-60.pdf", "only the first two thirds are there", -1, whole[:len(whole)*60/100]),
		of("damaged-cut-95.pdf", "the end is cut off within the table of objects", 5, whole[:len(whole)*93/100]),
		of("damaged-no-table.pdf", "there is no table of objects", 3, []byte(body+"trailer\n<</Root 1 0 R/Size 9>>\n%%EOF\n")),
		of("damaged-no-trailer.pdf", "there is neither table nor trailer", 3, []byte(body)),
		of("damaged-offsets.pdf", "the table of objects points beside them", 5, shifted(whole)),
		of("damaged-start.pdf", "the place of the table is wrong", 5, bytes.Replace(whole, []byte("startxref\n"), []byte("startxref\n9"), 1)),
		of("damaged-start-zero.pdf", "the place of the table is zero", 5, startZero(whole)),
		of("damaged-empty-file.pdf", "it holds one line feed", 0, []byte("\n")),
		of("damaged-text.pdf", "it is a text with the name of a PDF", -1, []byte("Protokoll från mötet den 3 december\n")),
		of("damaged-header-only.pdf", "it ends after its header", -1, []byte("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")),
		of("damaged-junk-before.pdf", "500 bytes of something else stand before it", 5, append(bytes.Repeat([]byte("skräp "), 72), whole...)),
		of("damaged-junk-after.pdf", "2 KB of something else stand behind it", 5, append(bytes.Clone(whole), bytes.Repeat([]byte("0123456789abcdef"), 128)...)),
		of("damaged-zeros-after.pdf", "it ends in zeros, as after a broken transfer", 5, append(bytes.Clone(whole), make([]byte, 4096)...)),
		of("damaged-dangling-page.pdf", "the second page's object does not exist", 2, dangling()),
		of("damaged-dangling-contents.pdf", "a page's contents do not exist", -1, danglingContents()),
		of("damaged-length.pdf", "streams say a length that is too small", 3, wrongLength("3")),
		of("damaged-length-large.pdf", "streams say a length that is far too large", 3, wrongLength("999999")),
		of("damaged-length-round.pdf", "the length of a stream refers to the stream", -1, lengthRound()),
		of("damaged-bits.pdf", "every 97th byte is another", -1, flipped(bookOf("", pages(20)...).bytes())),
		of("damaged-carriage-returns.pdf", "line feeds became carriage returns and line feeds in a transfer", 5, bytes.ReplaceAll(whole, []byte("\n"), []byte("\r\n"))),
		of("damaged-root.pdf", "the trailer names no catalog", -1, bytes.Replace(whole, []byte("/Root 1 0 R"), []byte("/Root 7 0 R"), 1)),
	}
}

func shifted(b []byte) []byte {
	i := bytes.Index(b, []byte("xref\n0"))
	head, tail := b[:i], string(b[i:])
	for n := range 12 {
		tail = strings.ReplaceAll(tail, fmt.Sprintf("%d 00000 n", n), fmt.Sprintf("%d 00000 n", (n+7)%10))
	}
	return append(bytes.Clone(head), tail...)
}

func startZero(b []byte) []byte {
	i := bytes.LastIndex(b, []byte("startxref\n"))
	return append(bytes.Clone(b[:i]), "startxref\n0\n%%EOF\n"...)
}

func dangling() []byte {
	b := bookOf("", pages(2)...)
	b.objects[1] = "<</Type/Pages/Count 3/Kids[4 0 R 99 0 R 6 0 R]>>"
	return b.bytes()
}

func danglingContents() []byte {
	b := bookOf("", pages(2)...)
	b.objects[5] = "<</Type/Page/Parent 2 0 R" + a4 + font + "/Contents 88 0 R>>"
	return b.bytes()
}

func wrongLength(n string) []byte {
	b := bookOf("", pages(3)...)
	for i, o := range b.objects {
		if at := strings.Index(o, "/Length "); at >= 0 {
			end := strings.Index(o, ">>\nstream")
			b.objects[i] = o[:at] + "/Length " + n + o[end:]
		}
	}
	return b.bytes()
}

func lengthRound() []byte {
	b := bookOf("", page{})
	b.objects[2] = "<</Length 3 0 R>>\nstream\n" + line("Rundgång") + "\nendstream"
	return b.bytes()
}

func flipped(b []byte) []byte {
	out := bytes.Clone(b)
	for i := 97; i < len(out); i += 97 {
		out[i] ^= 0x15
	}
	return out
}
