package check

import (
	"sort"
	"strings"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// font is a composite font with what its codes mean.
type font struct {
	name    string
	dict    types.Dict
	unicode map[int]string
	missing map[int]bool // codes already reported
	used    map[int]bool
}

// fontAt returns the font of a resource, read once.
func (f *file) fontAt(o types.Object) *font {
	number := objectNumber(o)
	if known, ok := f.fonts[number]; ok && number > 0 {
		return known
	}
	d := f.dict(o)
	if d == nil {
		return nil
	}
	out := &font{name: f.name(d["BaseFont"]), dict: d, missing: map[int]bool{}, used: map[int]bool{}}
	out.unicode = readUnicode(f.stream(d["ToUnicode"]))
	f.fonts[number] = out
	return out
}

// read turns codes of two bytes into text, reporting those without a meaning.
func (t *font) read(f *file, p *page, codes []byte) string {
	var s strings.Builder
	for i := 0; i+1 < len(codes); i += 2 {
		code := int(codes[i])<<8 | int(codes[i+1])
		t.used[code] = true
		text, ok := t.unicode[code]
		if !ok && !t.missing[code] {
			t.missing[code] = true
			f.report("page %d: font %s does not say what code %04X means", p.number, t.name, code)
		}
		s.WriteString(text)
	}
	return s.String()
}

// readUnicode reads the bfchar and bfrange entries of a ToUnicode table.
func readUnicode(cmap []byte) map[int]string {
	out := map[int]string{}
	s := &scanner{src: cmap}
	var args []token
	for {
		t, ok := s.next()
		if !ok {
			return out
		}
		if t.kind != operator {
			args = append(args, t)
			continue
		}
		switch t.text {
		case "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				out[code(args[i])] = utf16Text(args[i+1].bytes)
			}
		case "endbfrange":
			addRanges(out, args)
		}
		args = args[:0]
	}
}

// addRanges adds ranges of the form <from> <to> <first>. A range may only vary
// the last byte; the others are ignored, as readers do.
func addRanges(out map[int]string, args []token) {
	for i := 0; i+2 < len(args); i += 3 {
		from, to, first := code(args[i]), code(args[i+1]), code(args[i+2])
		if from>>8 != to>>8 {
			continue
		}
		for c := from; c <= to; c++ {
			out[c] = string(rune(first + c - from))
		}
	}
}

func code(t token) int {
	n := 0
	for _, b := range t.bytes {
		n = n<<8 | int(b)
	}
	return n
}

func utf16Text(b []byte) string {
	var units []uint16
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units))
}

// checkFonts checks the fonts that pages use: embedded, named as subsets, with
// widths and glyphs for the codes in use.
func (f *file) checkFonts() {
	var numbers []int
	for n := range f.fonts {
		numbers = append(numbers, n)
	}
	sort.Ints(numbers)
	for _, n := range numbers {
		t := f.fonts[n]
		if f.name(t.dict["Subtype"]) != "Type0" || f.name(t.dict["Encoding"]) != "Identity-H" {
			f.report("font %s is no composite font with Identity-H", t.name)
			continue
		}
		below := f.array(t.dict["DescendantFonts"])
		if len(below) != 1 {
			f.report("font %s has no descendant", t.name)
			continue
		}
		f.checkDescendant(t, f.dict(below[0]))
	}
}

func (f *file) checkDescendant(t *font, d types.Dict) {
	descriptor := f.dict(d["FontDescriptor"])
	if len(f.stream(descriptor["FontFile2"])) == 0 {
		f.report("font %s is not embedded", t.name)
	}
	if len(t.name) < 8 || t.name[6] != '+' || strings.ToUpper(t.name[:6]) != t.name[:6] {
		f.report("font %s has no subset prefix", t.name)
	}
	if f.name(d["BaseFont"]) != t.name || f.name(descriptor["FontName"]) != t.name {
		f.report("font %s has different names", t.name)
	}
	if descriptor["CIDSet"] != nil {
		f.report("font %s has a CIDSet", t.name)
	}
	glyphs := f.stream(d["CIDToGIDMap"])
	if glyphs == nil && f.name(d["CIDToGIDMap"]) != "Identity" {
		f.report("font %s does not lead from codes to glyphs", t.name)
	}
	for c := range t.used {
		if glyphs != nil && (2*c+1 >= len(glyphs) || glyphs[2*c] == 0 && glyphs[2*c+1] == 0) {
			f.report("font %s has no glyph for code %04X", t.name, c)
		}
	}
}
