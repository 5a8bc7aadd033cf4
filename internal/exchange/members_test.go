package exchange_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"pgregory.net/rapid"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
)

func readMembers(t *testing.T, b []byte) []plan.MemberRow {
	t.Helper()
	text, err := exchange.SheetText(b)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := exchange.ReadMembers(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	return rows
}

func member(line int, name string, people int64) plan.MemberRow {
	m := plan.MemberRow{Line: line, Name: name}
	if people > 0 {
		m.Population = plan.Num(plan.Int(people))
	}
	return m
}

func TestMembersAreReadHoweverTheyAreWritten(t *testing.T) {
	two := []plan.MemberRow{member(1, "Åsele", 2812), member(2, "Älvsbyn", 8021)}
	headed := []plan.MemberRow{member(2, "Åsele", 2812), member(3, "Älvsbyn", 8021)}
	for name, tc := range map[string]struct {
		text string
		want []plan.MemberRow
	}{
		"tabs":                    {"Åsele\t2812\nÄlvsbyn\t8021", two},
		"semicolons":              {"Åsele;2 812\r\nÄlvsbyn;8\u00a0021\r\n", two},
		"old line ends":           {"Åsele;2812\rÄlvsbyn;8021", two},
		"commas":                  {"Åsele,2812\nÄlvsbyn,8021\n", two},
		"commas within numbers":   {"Åsele,\"2,812\"\nÄlvsbyn,8,021", two},
		"points within numbers":   {"Åsele;2.812\nÄlvsbyn;8.021", two},
		"narrow spaces, units":    {"Åsele;2\u202f812 invånare\nÄlvsbyn;8\u2009021 inv.", two},
		"decimals of a workbook":  {"Åsele;2812,0\nÄlvsbyn;8021.00", two},
		"lines of text":           {"Åsele 2 812\nÄlvsbyn: 8021", two},
		"a heading":               {"Kommun;Invånare\nÅsele;2812\nÄlvsbyn;8021", headed},
		"a heading of years":      {"region;2024;2025\nÅsele;2900;2812\nÄlvsbyn;8100;8021", headed},
		"columns the other way":   {"Folkmängd\tKommun\n2812\tÅsele\n8021\tÄlvsbyn", headed},
		"numbers first":           {"2812;Åsele\n8021;Älvsbyn\n120000;Umeå", append(append([]plan.MemberRow{}, two...), member(3, "Umeå", 120000))},
		"municipality's number":   {"Kommunkod;Kommun;Antal invånare\n2463;Åsele;2812\n2560;Älvsbyn;8021", headed},
		"number without heading":  {"2463;Åsele;2812\n2560;Älvsbyn;8021", two},
		"only numbers of them":    {"2463;Åsele\n2560;Älvsbyn", []plan.MemberRow{member(1, "Åsele", 0), member(2, "Älvsbyn", 0)}},
		"byte order mark":         {"\ufeffÅsele;2812\nÄlvsbyn;8021", two},
		"sep":                     {"sep=;\nÅsele;2812\nÄlvsbyn;8021", headed},
		"names only":              {"Åsele\nÄlvsbyn", []plan.MemberRow{member(1, "Åsele", 0), member(2, "Älvsbyn", 0)}},
		"unknown populations":     {"Åsele;-\nÄlvsbyn;..", []plan.MemberRow{member(1, "Åsele", 0), member(2, "Älvsbyn", 0)}},
		"empty lines":             {"\n\nÅsele;2812\n;\n  \nÄlvsbyn;8021", []plan.MemberRow{member(3, "Åsele", 2812), member(6, "Älvsbyn", 8021)}},
		"a name with a comma":     {"\"Åsele, stad\";2812", []plan.MemberRow{member(1, "Åsele, stad", 2812)}},
		"called as a heading":     {"Kommunalförbundet Väst;12\nÅsele;2812", []plan.MemberRow{member(1, "Kommunalförbundet Väst", 12), member(2, "Åsele", 2812)}},
		"white space in the name": {"Upplands   Väsby \t48 000", []plan.MemberRow{member(1, "Upplands Väsby", 48000)}},
	} {
		if d := cmp.Diff(tc.want, readMembers(t, []byte(tc.text))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestOldEncodings(t *testing.T) {
	const text = "Kommun;Folkmängd\r\nÅmål;12 345\r\nMalå;2 990"
	want := []plan.MemberRow{member(2, "Åmål", 12345), member(3, "Malå", 2990)}
	for name, encode := range map[string]func(string) (string, error){
		"Windows-1252": charmap.Windows1252.NewEncoder().String,
		"UTF-16 LE":    unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String,
		"UTF-16 BE":    unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String,
	} {
		s, err := encode(text)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, readMembers(t, []byte(s))); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestWrongRowsAreKeptWithTheReason(t *testing.T) {
	got := readMembers(t, []byte("Namn;Invånare\nAle;många\n;12\nBoden;12,5\nEda;1 23 456\nFalun;-5\nGagnef;12345678901234567890"))
	wrongs := map[string]string{"Ale": plan.WrongNumber, "": plan.WrongName, "Boden": plan.WrongNumber, "Eda": plan.WrongNumber, "Falun": "", "Gagnef": plan.WrongNumber}
	if len(got) != len(wrongs) {
		t.Errorf("%d rows", len(got))
	}
	for _, m := range got {
		if m.Wrong != wrongs[m.Name] {
			t.Errorf("%q: wrong %q, want %q", m.Name, m.Wrong, wrongs[m.Name])
		}
	}
}

func TestWhatIsNoListIsRefused(t *testing.T) {
	for name, tc := range map[string]struct {
		b    []byte
		want error
	}{
		"empty":          {nil, exchange.ErrNoRows},
		"blank":          {[]byte(" \n;;\n\t\n"), exchange.ErrNoRows},
		"only a heading": {[]byte("Kommun;Invånare\n"), exchange.ErrNoRows},
		"a workbook":     {[]byte("PK\x03\x04\x14\x00\x06\x00"), exchange.ErrNotText},
		"too many bytes": {[]byte(strings.Repeat("x", 4<<20+1)), exchange.ErrTooLong},
		"too many rows":  {[]byte(strings.Repeat("x;1\n", 20_001)), exchange.ErrTooLong},
		"too many lines": {[]byte(strings.Repeat("x\n", 20_001)), exchange.ErrTooLong},
	} {
		text, err := exchange.SheetText(tc.b)
		if err == nil {
			_, err = exchange.ReadMembers(text)
		}
		if !errors.Is(err, tc.want) {
			t.Errorf("%s: %v, want %v", name, err, tc.want)
		}
	}
}

// A member with a population comes back from however it is written.
func TestMembersComeBack(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		names := rapid.SliceOfNDistinct(rapid.StringMatching(`[A-ZÅÄÖ][a-zåäö]{2,8}( [A-ZÅÄÖ][a-zåäö]{2,8})?`), 1, 12, func(s string) string { return s }).Draw(rt, "names")
		sep := rapid.SampledFrom([]string{"\t", ";", ","}).Draw(rt, "separator")
		group := rapid.SampledFrom([]string{"", " ", "\u00a0", "\u202f", ".", "'"}).Draw(rt, "group")
		var b strings.Builder
		var want []plan.MemberRow
		head := rapid.Bool().Draw(rt, "heading")
		if head {
			b.WriteString("Medlemskommun" + sep + "Antal invånare\r\n")
		}
		for i, name := range names {
			people := rapid.Int64Range(1, 2_000_000).Draw(rt, "people")
			line := i + 1
			if head {
				line++
			}
			want = append(want, member(line, name, people))
			fmt.Fprintf(&b, "%s%s%s\r\n", name, sep, grouped(people, group))
		}
		rows, err := exchange.ReadMembers(b.String())
		if err != nil {
			rt.Fatal(err)
		}
		if d := cmp.Diff(want, rows); d != "" {
			rt.Fatalf("%s: %s", b.String(), d)
		}
	})
}

func grouped(n int64, sep string) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + sep + s[i:]
	}
	return s
}

func FuzzReadMembers(f *testing.F) {
	for _, s := range []string{"Ale;12 345", "Kommun\tInvånare\nÅmål\t1", "sep=,\nx,1,234", "\xff\xfeA\x00", "\xc5m\xe5l;1", "\"a;b", ",,1,2,3"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		text, err := exchange.SheetText(b)
		if err != nil {
			return
		}
		rows, err := exchange.ReadMembers(text)
		if err != nil {
			return
		}
		m := (plan.Register{}).ImportMembers(rows)
		if len(m.Lines) != len(rows) || len(m.Edit.Changes) != m.Count(plan.RowNew) {
			t.Fatalf("%d rows, %d lines, %d changes", len(rows), len(m.Lines), len(m.Edit.Changes))
		}
		again := (plan.Register{}).Apply(m.Edit).ImportMembers(rows)
		if !again.Edit.IsEmpty() {
			t.Fatalf("taking over %q twice changes %d members the second time", text, len(again.Edit.Changes))
		}
	})
}
