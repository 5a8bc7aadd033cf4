package kit

import (
	"encoding/binary"
	"math"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
)

// Measures of Inter in ems: how far it reaches above and below the baseline,
// the height of a line of running text (18 for 13), and what that adds above.
const (
	interAscent  = 0.96875
	interDescent = 0.2412
	lineRatio    = 18.0 / 13
	interLead    = (lineRatio - interAscent - interDescent) / 2
)

// interFont returns a face of Inter whose own line is as high as a line of
// running text. The toolkit stacks the lines of a field by that measure and
// offers no other way to set it.
func interFont(f assets.Font) fyne.Resource {
	return fyne.NewStaticResource(string(f)+"-ui.ttf", withLineHeight(f.TTF(), lineRatio))
}

// withLineHeight sets ascent and descent of a TrueType font so that they add up
// to ratio ems, the letters in the middle. It works in place and returns ttf;
// a font without the two tables is returned as it is.
func withLineHeight(ttf []byte, ratio float64) []byte {
	head, hhea, os2 := sfntTable(ttf, "head"), sfntTable(ttf, "hhea"), sfntTable(ttf, "OS/2")
	if len(head) < 20 || len(hhea) < 10 || len(os2) < 78 {
		return ttf
	}
	em := float64(binary.BigEndian.Uint16(head[18:]))
	ascent := float64(int16(binary.BigEndian.Uint16(hhea[4:])))
	descent := -float64(int16(binary.BigEndian.Uint16(hhea[6:])))
	half := (ratio*em - ascent - descent) / 2
	up, down := math.Round(ascent+half), math.Round(descent+half)
	for _, table := range [][]byte{hhea[4:10], os2[68:74]} {
		putInt16(table, up)
		putInt16(table[2:], -down)
		putInt16(table[4:], 0) // line gap
	}
	putInt16(os2[74:], up)
	putInt16(os2[76:], down)
	return ttf
}

func putInt16(b []byte, v float64) { binary.BigEndian.PutUint16(b, uint16(int16(v))) }

// sfntTable returns the bytes of one table inside a font, or nil.
func sfntTable(ttf []byte, name string) []byte {
	if len(ttf) < 12 {
		return nil
	}
	for i := range int(binary.BigEndian.Uint16(ttf[4:])) {
		at := 12 + 16*i
		if at+16 > len(ttf) {
			return nil
		}
		record := ttf[at : at+16]
		if string(record[:4]) != name {
			continue
		}
		from := uint64(binary.BigEndian.Uint32(record[8:]))
		to := from + uint64(binary.BigEndian.Uint32(record[12:]))
		if to > uint64(len(ttf)) {
			return nil
		}
		return ttf[from:to]
	}
	return nil
}
