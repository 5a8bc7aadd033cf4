package assets_test

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"

	"ledstjarna/assets"
)

// letters are those of Swedish and its neighbours, of the Sami languages of
// Sweden (Northern, Lule and Southern), Greek and Cyrillic for names, and the
// signs of good typography and of sums.
const letters = "ÅÄÖåäöÉéÜüÆæØø" + "ÁáČčĐđÏïŃńÑñŊŋŠšŦŧŽž" +
	"ΑΩαβγδεω" + "АБВЖЯабвжя" + "–—…•§·«»”’‑\u00a0\u2009−±×≤≥½€°"

// symbols are looked up in DejaVu Sans where a typeface lacks them.
const symbols = "✓✔✗✕☐☑☒◆◇▲△●○◐■□→←↑↓↔⇄▸▾★☆⚠ǨǩǤǥǮǯ"

func TestFontsAreStaticTrueType(t *testing.T) {
	for _, f := range assets.Fonts() {
		tables := sfntTables(t, f.TTF())
		for _, name := range []string{"glyf", "loca", "cmap", "head", "hhea", "hmtx", "maxp", "name", "OS/2", "post"} {
			if !tables[name] {
				t.Errorf("%s: table %q is missing", f, name)
			}
		}
		for _, name := range []string{"CFF ", "CFF2", "fvar"} {
			if tables[name] {
				t.Errorf("%s: has table %q; only static TrueType can be embedded in a PDF", f, name)
			}
		}
	}
}

func TestFontsHaveTheLetters(t *testing.T) {
	for _, f := range assets.Fonts() {
		face, err := font.ParseTTF(bytes.NewReader(f.TTF()))
		if err != nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		for _, r := range letters {
			if _, ok := face.NominalGlyph(r); !ok {
				t.Errorf("%s: no glyph for %q (U+%04X)", f, r, r)
			}
		}
	}
}

func TestFallbackHasTheSymbols(t *testing.T) {
	face, err := font.ParseTTF(bytes.NewReader(assets.DejaVuSans.TTF()))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range symbols {
		if _, ok := face.NominalGlyph(r); !ok {
			t.Errorf("no glyph for %q (U+%04X)", r, r)
		}
	}
}

func TestFontsMayBeEmbedded(t *testing.T) {
	for _, f := range assets.Fonts() {
		data := f.TTF()
		os2 := sfntTable(t, data, "OS/2")
		if fsType := binary.BigEndian.Uint16(os2[8:]); fsType != 0 {
			t.Errorf("%s: fsType = %#x, want 0 (installable embedding)", f, fsType)
		}
	}
}

func TestEachCallReturnsItsOwnCopy(t *testing.T) {
	first := assets.SRGB()
	clear(first)
	if bytes.Equal(first, assets.SRGB()) {
		t.Error("changing a returned slice changed the asset")
	}
}

func TestProfileIsAVersion2DisplayProfile(t *testing.T) {
	icc := assets.SRGB()
	if size := binary.BigEndian.Uint32(icc); int(size) != len(icc) {
		t.Errorf("size in header = %d, file has %d bytes", size, len(icc))
	}
	if icc[8] != 2 {
		t.Errorf("ICC version = %d, want 2", icc[8])
	}
	if got := string(icc[12:24]); got != "mntrRGB XYZ " {
		t.Errorf("class, colour and connection space = %q, want display, RGB, XYZ", got)
	}
	if got := string(icc[36:40]); got != "acsp" {
		t.Errorf("signature = %q, want acsp", got)
	}
}

func TestNoticesNameTheirHolders(t *testing.T) {
	holders := map[string]string{
		"Source Sans 3": "Adobe",
		"Inter":         "The Inter Project Authors",
		"DejaVu Sans":   "Bitstream",
		"sRGB2014.icc":  "International Color Consortium",
		"hyph_sv.dic":   "Niklas Johansson",
	}
	notices := assets.Notices()
	if len(notices) != len(holders) {
		t.Errorf("%d notices, want %d", len(notices), len(holders))
	}
	for _, n := range notices {
		if holder := holders[n.Work]; holder == "" || !strings.Contains(n.Text, holder) {
			t.Errorf("notice of %q does not name %q", n.Work, holder)
		}
	}
}

// sfntTables returns the names in a font's table directory.
func sfntTables(t *testing.T, data []byte) map[string]bool {
	t.Helper()
	if v := binary.BigEndian.Uint32(data); v != 0x00010000 {
		t.Fatalf("sfnt version = %#x, want TrueType", v)
	}
	tables := map[string]bool{}
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		tables[string(data[12+16*i:16+16*i])] = true
	}
	return tables
}

// sfntTable returns one table's bytes.
func sfntTable(t *testing.T, data []byte, name string) []byte {
	t.Helper()
	for i := range int(binary.BigEndian.Uint16(data[4:])) {
		record := data[12+16*i:]
		if string(record[:4]) == name {
			return data[binary.BigEndian.Uint32(record[8:]):]
		}
	}
	t.Fatalf("table %q is missing", name)
	return nil
}
