package pdf

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"ledstjarna/internal/layout"
)

// finishFonts gives the embedded fonts the names that the pages use, and what
// the drawing library leaves out or gets wrong: the table from codes to text, and
// the prefix of a subset.
func (f *finisher) finishFonts() {
	fonts := types.Dict{}
	for _, e := range f.x.Table {
		d, ok := e.Object.(types.Dict)
		if !ok || d.Subtype() == nil || *d.Subtype() != "Type0" {
			continue
		}
		base := d.NameEntry("BaseFont")
		for i := range f.used {
			if id := layout.Face(i); base != nil && *base == "utf8"+family(id) {
				fonts[fontName(id)] = d
			}
		}
	}
	for i, used := range f.used {
		id := layout.Face(i)
		if d, ok := fonts[fontName(id)].(types.Dict); ok {
			f.finishFont(d, id, used)
			fonts[fontName(id)] = f.add(d)
		} else if len(used) > 0 && f.err == nil {
			f.err = fmt.Errorf("embed font %d: %w", i, errFont)
		}
	}
	resources := types.Dict{"Font": f.add(fonts)}
	if len(f.pages) > 0 {
		if old, err := f.x.DereferenceDict(f.pages[0]["Resources"]); err == nil && old["XObject"] != nil {
			resources["XObject"] = old["XObject"]
		}
	}
	ref := f.add(resources)
	for _, page := range f.pages {
		page["Resources"] = ref
	}
}

var errFont = fmt.Errorf("the font is not in the drawn file")

// finishFont repairs one font.
func (f *finisher) finishFont(d types.Dict, id layout.Face, used []rune) {
	d["ToUnicode"] = f.addStream(toUnicode(used), nil, false)
	name := types.Name(prefix(id, used) + "+" + postScriptName(id))
	d["BaseFont"] = name
	below, err := f.x.DereferenceArray(d["DescendantFonts"])
	if err != nil || len(below) != 1 {
		f.err = errFont
		return
	}
	font, err := f.x.DereferenceDict(below[0])
	if err != nil || font == nil {
		f.err = errFont
		return
	}
	font["BaseFont"] = name
	font["W"] = f.widths(id, used)
	font["DW"] = types.Integer(0)
	if descriptor, err := f.x.DereferenceDict(font["FontDescriptor"]); err == nil && descriptor != nil {
		descriptor["FontName"] = name
	}
}

// postScriptName is that of the font file.
func postScriptName(id layout.Face) string {
	return [faces]string{"SourceSans3-Regular", "SourceSans3-Semibold", "SourceSans3-It", "SourceSans3-SemiboldIt", "DejaVuSans"}[id]
}

// prefix marks a subset: six letters that depend on its characters.
func prefix(id layout.Face, used []rune) string {
	sum := sha256.Sum256([]byte(postScriptName(id) + string(used)))
	out := make([]byte, 6)
	for i := range out {
		out[i] = 'A' + sum[i]%26
	}
	return string(out)
}

// toUnicode is the table from codes to text: each code is its character.
func toUnicode(used []rune) []byte {
	var s strings.Builder
	s.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for chunk := range slices.Chunk(used, 100) {
		fmt.Fprintf(&s, "%d beginbfchar\n", len(chunk))
		for _, r := range chunk {
			fmt.Fprintf(&s, "<%04X> <%04X>\n", r, r)
		}
		s.WriteString("endbfchar\n")
	}
	s.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	return []byte(s.String())
}
