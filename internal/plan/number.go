package plan

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Number is an exact decimal with at most four decimals, counted in
// ten-thousandths: kronor, hours, percentages, inhabitants.
type Number int64

const (
	numberScale    = 10000
	numberDecimals = 4
)

// Int returns the whole number n.
func Int(n int64) Number { return Number(n * numberScale) }

// ParseNumber reads an optional sign, digits and at most four decimals after a
// point: "1234.5". What a person types in a language goes through that
// language's own reader first.
func ParseNumber(s string) (Number, error) {
	whole, frac, _ := strings.Cut(s, ".")
	digits := strings.TrimPrefix(whole, "-")
	if digits == "" || len(frac) > numberDecimals || strings.Trim(digits+frac, "0123456789") != "" || strings.HasSuffix(s, ".") {
		return 0, fmt.Errorf("read number %q: %w", s, ErrNumber)
	}
	n, err := strconv.ParseInt(whole+frac+strings.Repeat("0", numberDecimals-len(frac)), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("read number %q: %w", s, ErrNumber)
	}
	return Number(n), nil
}

// Float returns n as a float64, for drawing and formatting only.
func (n Number) Float() float64 { return float64(n) / numberScale }

// Round returns n rounded to a whole number.
func (n Number) Round() int64 { return int64(math.Round(n.Float())) }

// String returns the shortest form that ParseNumber reads back.
func (n Number) String() string {
	sign, u := "", uint64(n)
	if n < 0 {
		sign, u = "-", uint64(-n)
	}
	s := sign + strconv.FormatUint(u/numberScale, 10)
	if f := u % numberScale; f != 0 {
		s += "." + strings.TrimRight(fmt.Sprintf("%04d", f), "0")
	}
	return s
}
