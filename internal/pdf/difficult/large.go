package difficult

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
)

// large are files of many pages or many bytes.
func large() []File {
	return []File{
		{Name: "large-3000-pages.pdf", Type: typePDF, Why: "it has 3 000 pages", Pages: 3000, Large: true, Write: func(w io.Writer) error {
			_, err := w.Write(bookOf("", pages(3000)...).bytes())
			return err
		}},
		{Name: "large-20000-pages.pdf", Type: typePDF, Why: "it has 20 000 pages", Pages: 20_000, Large: true, Write: func(w io.Writer) error {
			_, err := w.Write(bookOf("", pages(20_000)...).bytes())
			return err
		}},
		{Name: "large-300-mb.pdf", Type: typePDF, Why: "it holds 300 MB of pictures", Pages: 100, Large: true, Write: func(w io.Writer) error {
			return photographs(w, 100, 1000)
		}},
	}
}

// photographs writes pages with a picture each, of side×side dots of noise.
func photographs(to io.Writer, n, side int) error {
	w := &counter{w: bufio.NewWriterSize(to, 1<<20)}
	var at []int
	object := func(format string, args ...any) {
		at = append(at, w.n)
		fmt.Fprintf(w, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(at)}, args...)...)
	}
	fmt.Fprint(w, "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	object("<</Type/Catalog/Pages 2 0 R>>")
	kids := ""
	for i := range n {
		kids += fmt.Sprintf("%d 0 R ", 3+i*3)
	}
	object("<</Type/Pages/Count %d/Kids[%s]>>", n, kids)
	noise := rand.NewChaCha8([32]byte{1})
	row := make([]byte, side*3)
	for i := range n {
		object("<</Type/Page/Parent 2 0 R%s/Contents %d 0 R/Resources<</XObject<</I %d 0 R>>>>>>", a4, 4+i*3, 5+i*3)
		object("<</Length 29>>\nstream\nq 400 0 0 400 90 250 cm /I Do Q\nendstream")
		at = append(at, w.n)
		fmt.Fprintf(w, "%d 0 obj\n<</Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/DeviceRGB/Length %d>>\nstream\n",
			len(at), side, side, side*side*3)
		for range side {
			_, _ = noise.Read(row) // never fails
			_, _ = w.Write(row)    // its error comes with the last one
		}
		fmt.Fprint(w, "\nendstream\nendobj\n")
	}
	start := w.n
	fmt.Fprintf(w, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, o := range at {
		fmt.Fprintf(w, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(w, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return w.w.Flush()
}

// counter counts what is written.
type counter struct {
	w *bufio.Writer
	n int
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.w.Write(b)
	c.n += n
	return n, err
}
