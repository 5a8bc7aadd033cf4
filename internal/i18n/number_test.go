package i18n_test

import (
	"errors"
	"math"
	"regexp"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"ledstjarna/internal/i18n"
)

func TestNumbers(t *testing.T) {
	sv, en := printer(t, i18n.Swedish), printer(t, i18n.English)
	for _, c := range []struct{ got, want string }{
		{sv.Int(0), "0"},
		{sv.Int(999), "999"},
		{sv.Int(1000), "1\u00a0000"},
		{sv.Int(-1234567), "\u22121\u00a0234\u00a0567"},
		{en.Int(1234567), "1,234,567"},
		{sv.Number(1234.5), "1\u00a0234,5"},
		{en.Number(1234.5), "1,234.5"},
		{sv.Number(1000), "1\u00a0000"},
		{sv.Number(0.1 + 0.2), "0,3"},
		{sv.Number(-0.00001), "0"},
		{sv.Number(0.0001), "0,0001"},
		{sv.Number(math.NaN()), "–"},
		{sv.Number(math.Inf(-1)), "–"},
		{sv.Fixed(1234.56, 1), "1\u00a0234,6"},
		{sv.Fixed(12, 1), "12,0"},
		{sv.Fixed(-0.04, 1), "0,0"},
		{sv.Percent(74), "74\u00a0%"},
		{sv.Percent(-14), "\u221214\u00a0%"},
		{en.Percent(74), "74%"},
		{sv.FileSize(812), "812\u00a0byte"},
		{sv.FileSize(34_400), "34\u00a0kB"},
		{sv.FileSize(999_700), "1,0\u00a0MB"},
		{en.FileSize(524_288_000), "524.3\u00a0MB"},
		{sv.Kronor(4_520_000), "4\u00a0520\u00a0000\u00a0kr"},
		{en.Kronor(4_520_000), "SEK\u00a04,520,000"},
		{sv.Kronor(1234.5), "1\u00a0234,50\u00a0kr"},
		{sv.Kronor(99.999), "100\u00a0kr"},
		{sv.Kronor(-20), "\u221220\u00a0kr"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}

func TestReadNumber(t *testing.T) {
	sv, en := printer(t, i18n.Swedish), printer(t, i18n.English)
	for _, c := range []struct {
		p        *i18n.Printer
		in, want string // "" = refused
	}{
		{sv, "1 234,5", "1234.5"},
		{sv, "1\u00a0234,50", "1234.5"},
		{sv, " 007 ", "7"},
		{sv, "−3", "-3"},
		{sv, "-3", "-3"},
		{sv, "–3", "-3"},
		{sv, "-0,0", "0"},
		{sv, "12.5", "12.5"},
		{sv, "1.234", ""}, // a thousand or a bit more than one: not for the program to guess
		{sv, "1.234,5", ""},
		{sv, "1,23456", ""},
		{sv, "1,", ""},
		{sv, ",5", ""},
		{sv, "", ""},
		{sv, "-", ""},
		{sv, "--3", ""},
		{sv, "tolv", ""},
		{sv, "1e3", ""},
		{sv, "٣", ""},
		{en, "1,234.5", "1234.5"},
		{en, "1,234,567", "1234567"},
		{en, "1 234.5", "1234.5"},
		{en, "12,34", ""},
		{en, "1,2", ""},
		{en, ",123", ""},
		{en, "1234,567", ""},
	} {
		got, err := c.p.ReadNumber(c.in)
		if got != c.want || (c.want == "") != errors.Is(err, i18n.ErrNumber) {
			t.Errorf("%s: ReadNumber(%q) = %q, %v; want %q", c.p.Language(), c.in, got, err, c.want)
		}
	}
}

// What is written can be read back, for every exact decimal of four places.
func TestNumbersRoundTrip(t *testing.T) {
	printers := []*i18n.Printer{printer(t, i18n.Swedish), printer(t, i18n.English)}
	rapid.Check(t, func(t *rapid.T) {
		v := float64(rapid.Int64Range(-1e14, 1e14).Draw(t, "ten-thousandths")) / 10000
		want := strconv.FormatFloat(v, 'f', -1, 64)
		for _, p := range printers {
			for _, written := range []string{p.Number(v), p.Fixed(v, 4)} {
				if got, err := p.ReadNumber(written); err != nil || got != want {
					t.Fatalf("%s: %v is written %q and read %q, %v", p.Language(), v, written, got, err)
				}
			}
		}
	})
}

var groupedSwedish = regexp.MustCompile(`^\x{2212}?\d{1,3}(\x{00a0}\d{3})*(,\d{1,4})?$`)

func TestNumbersAreGroupedByThree(t *testing.T) {
	p := printer(t, i18n.Swedish)
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.Float64Range(-1e15, 1e15).Draw(t, "v")
		if s := p.Number(v); !groupedSwedish.MatchString(s) {
			t.Fatalf("%v is written %q", v, s)
		}
	})
}

var canonical = regexp.MustCompile(`^-?(0|[1-9]\d*)(\.\d{0,3}[1-9])?$`)

func FuzzReadNumber(f *testing.F) {
	for _, s := range []string{"1 234,5", "1,234.5", "−3", "0", "1.234", "  ", "999 999 999 999 999", "-0,0"} {
		f.Add(s)
	}
	sv, en := printer(f, i18n.Swedish), printer(f, i18n.English)
	f.Fuzz(func(t *testing.T, s string) {
		for _, p := range []*i18n.Printer{sv, en} {
			got, err := p.ReadNumber(s)
			if err != nil {
				if got != "" || !errors.Is(err, i18n.ErrNumber) {
					t.Errorf("refused %q with %q, %v", s, got, err)
				}
				continue
			}
			if !canonical.MatchString(got) || got == "-0" {
				t.Errorf("ReadNumber(%q) = %q, not in the plain form", s, got)
			}
		}
	})
}
