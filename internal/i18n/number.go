package i18n

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// The signs of numbers that no keyboard has.
const (
	noBreakSpace = "\u00a0"
	minus        = "\u2212"
)

// maxDecimals is how many decimals Number writes and ReadNumber takes.
const maxDecimals = 4

// ErrNumber tells that a text is not a number in the printer's language.
var ErrNumber = errors.New("not a number")

// numerals is how a language writes numbers.
type numerals struct{ group, decimal string }

func numeralsOf(lang Language) numerals {
	if lang == English {
		return numerals{group: ",", decimal: "."}
	}
	return numerals{group: noBreakSpace, decimal: ","}
}

// Int writes a whole number: "1 234" with a no-break space, "1,234". A negative
// one has the minus sign U+2212.
func (p *Printer) Int(n int) string { return p.numerals.write(strconv.Itoa(n)) }

// Number writes v with as many decimals as it has, at most four: "1 234,5",
// "1,234.5". What is no number (NaN or infinite) becomes an n-dash.
func (p *Printer) Number(v float64) string {
	s := fixed(v, maxDecimals)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return p.numerals.write(s)
}

// Fixed writes v with exactly so many decimals, 0 or more, for a column that is
// aligned on the decimal sign.
func (p *Printer) Fixed(v float64, decimals int) string { return p.numerals.write(fixed(v, decimals)) }

// Percent writes v hundredths: Percent(74) is "74 %" with a no-break space, in
// English "74%".
func (p *Printer) Percent(v float64) string { return p.T("number.percent", "value", p.Number(v)) }

// Kronor writes a sum in Swedish kronor, with two decimals unless it is whole:
// "4 520 000 kr", "SEK 4,520,000".
func (p *Printer) Kronor(v float64) string {
	decimals := 2
	if math.Round(v*100) == 100*math.Round(v) {
		decimals = 0
	}
	return p.T("number.kronor", "value", p.Fixed(v, decimals))
}

// ReadNumber reads what a person typed in the printer's language and returns it
// in the form that programs read: "1 234,5" gives "1234.5", "−3" gives "-3".
// Spaces of every kind may group the digits, in English commas too; at most
// four decimals. In Swedish a point before one, two or four decimals is taken
// for the decimal sign; before three digits it could mean thousands, and is
// refused. The error is ErrNumber.
func (p *Printer) ReadNumber(s string) (string, error) {
	t := strings.Join(strings.Fields(strings.TrimSpace(s)), "")
	negative := false
	for _, sign := range []string{minus, "-", "–"} {
		if rest, ok := strings.CutPrefix(t, sign); ok {
			t, negative = rest, true
			break
		}
	}
	whole, decimals, ok := p.numerals.split(t)
	if !ok || strings.Trim(whole+decimals, "0123456789") != "" || whole == "" || len(decimals) > maxDecimals {
		return "", fmt.Errorf("read number %q: %w", s, ErrNumber)
	}
	out := strings.TrimLeft(whole, "0")
	if out == "" {
		out = "0"
	}
	if decimals = strings.TrimRight(decimals, "0"); decimals != "" {
		out += "." + decimals
	}
	if negative && out != "0" {
		out = "-" + out
	}
	return out, nil
}

// split cuts a typed number without spaces into its whole part and its
// decimals, and removes what groups the digits.
func (n numerals) split(t string) (whole, decimals string, ok bool) {
	sign := n.decimal
	if sign == "," && !strings.Contains(t, ",") {
		if _, d, found := strings.Cut(t, "."); found && len(d) != 3 {
			sign = "."
		}
	}
	whole, decimals, found := strings.Cut(t, sign)
	if found && decimals == "" {
		return "", "", false
	}
	if n.group != "," {
		return whole, decimals, true
	}
	return ungroup(whole), decimals, true
}

// ungroup removes commas that stand between groups of three digits; others are
// left, to be refused.
func ungroup(whole string) string {
	parts := strings.Split(whole, ",")
	for i, part := range parts {
		if i > 0 && len(part) != 3 || i == 0 && len(parts) > 1 && (part == "" || len(part) > 3) {
			return whole
		}
	}
	return strings.Join(parts, "")
}

// fixed returns v in digits with a point, without a minus before nothing but
// zeros, or "" where v is no number.
func fixed(v float64, decimals int) string {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return ""
	}
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return s
}

// write puts digits with a point into the language.
func (n numerals) write(s string) string {
	if s == "" {
		return "–"
	}
	s, negative := strings.CutPrefix(s, "-")
	whole, decimals, hasDecimals := strings.Cut(s, ".")
	var b strings.Builder
	if negative {
		b.WriteString(minus)
	}
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(n.group)
		}
		b.WriteRune(digit)
	}
	if hasDecimals {
		b.WriteString(n.decimal + decimals)
	}
	return b.String()
}

// FileSize writes a number of bytes as people say it: "812 byte", "34 kB",
// "1,4 MB"; a kilobyte is 1000 bytes.
func (p *Printer) FileSize(bytes int64) string {
	const kilo, mega = 1000, 1000 * 1000
	switch {
	case bytes < kilo:
		return p.T("number.bytes", "value", p.Int(int(bytes)))
	case bytes < mega-kilo/2:
		return p.T("number.kilobytes", "value", p.Fixed(float64(bytes)/kilo, 0))
	}
	return p.T("number.megabytes", "value", p.Fixed(float64(bytes)/mega, 1))
}
