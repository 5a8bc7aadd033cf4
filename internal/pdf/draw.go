package pdf

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/jung-kurt/gofpdf"

	"ledstjarna/internal/layout"
)

// drawing is a file about to be drawn.
type drawing struct {
	file     *gofpdf.Fpdf
	fonts    *Fonts
	used     [faces]map[rune]bool
	pictures map[string]string // names by content
}

// drawn is a file with ink but without meaning.
type drawn struct {
	data  []byte
	fonts *Fonts
	used  [faces][]rune // characters of each face, sorted
}

// draw draws the pages of a book.
func draw(ctx context.Context, book *layout.Book, fonts *Fonts, o Options) (out drawn, err error) {
	defer func() {
		if r := recover(); r != nil { // the drawing library panics on what it does not know
			err = fmt.Errorf("drawing library: %v", r)
		}
	}()
	d := &drawing{file: gofpdf.New("P", "pt", "A4", ""), fonts: fonts, pictures: map[string]string{}}
	d.file.SetAutoPageBreak(false, 0)
	d.file.SetMargins(0, 0, 0)
	d.file.SetCatalogSort(true)
	d.file.SetCreationDate(o.Now)
	for i := range d.used {
		d.used[i] = map[rune]bool{}
	}
	for i, p := range book.Pages {
		if err := ctx.Err(); err != nil {
			return drawn{}, err
		}
		if err := d.page(p); err != nil {
			return drawn{}, fmt.Errorf("page %d: %w", p.Number, err)
		}
		o.Progress(i+1, len(book.Pages))
	}
	for i := range d.used {
		out.used[i] = d.embed(layout.Face(i))
	}
	var buf bytes.Buffer
	if err := d.file.Output(&buf); err != nil {
		return drawn{}, err
	}
	out.data, out.fonts = buf.Bytes(), fonts
	return out, nil
}

// page draws artifacts first, so that tints lie below the words.
func (d *drawing) page(p *layout.Page) error {
	width, height := p.Width, p.Height
	if p.Sheet != nil && p.Sheet.Turned {
		width, height = height, width
	}
	d.file.AddPageFormat("P", gofpdf.SizeType{Wd: width, Ht: height})
	c := &content{drawing: d, height: height}
	c.artifact("/Type /Layout", p.Artifacts)
	c.artifact("/Type /Pagination /Subtype /Header /Attached [/Top]", p.Header)
	c.artifact("/Type /Pagination /Subtype /Footer /Attached [/Bottom]", p.Footer)
	marks := p.Marks
	if p.Sheet != nil { // they are drawn around what takes this page's place
		marks = nil
	}
	for i, m := range marks {
		c.raw("/" + string(m.Owner.Role) + " <</MCID " + strconv.Itoa(i) + ">> BDC\n")
		c.items(m.Items)
		c.raw("EMC\n")
	}
	c.flush()
	return c.err
}

// family is the name under which the drawing library knows a face.
func family(id layout.Face) string { return "face" + strconv.Itoa(int(id)) }

// embed puts a face with the characters in use into the file. The library embeds
// only characters that it has itself drawn, so they are drawn in a template that
// stands nowhere.
func (d *drawing) embed(id layout.Face) []rune {
	var runes []rune
	for r := range d.used[id] {
		runes = append(runes, r)
	}
	if len(runes) == 0 {
		return nil
	}
	slices.Sort(runes)
	d.file.AddUTF8FontFromBytes(family(id), "", slices.Clone(d.fonts.faces[id].data))
	d.file.CreateTemplate(func(t *gofpdf.Tpl) {
		t.SetFont(family(id), "", 10)
		t.Text(0, 0, string(runes))
	})
	return runes
}
