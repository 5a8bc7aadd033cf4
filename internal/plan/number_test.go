package plan_test

import (
	"errors"
	"math"
	"testing"

	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
)

func TestParseNumber(t *testing.T) {
	for s, want := range map[string]plan.Number{
		"0": 0, "-0": 0, "7": plan.Int(7), "-7": plan.Int(-7), "0.5": 5000, "-0.5": -5000, "12.3400": 123400,
		"1234.5678": 12345678, "007": plan.Int(7), "922337203685477.5807": math.MaxInt64, "-922337203685477.5808": math.MinInt64,
	} {
		if got, err := plan.ParseNumber(s); err != nil || got != want {
			t.Errorf("%q is read as %d, %v; want %d", s, got, err, want)
		}
	}
	for _, s := range []string{
		"", "-", ".", ".5", "5.", "1.23456", "1,5", "1 000", "1e3", "+1", "--1", "1-2", "1.-2", "0x10", "NaN", "∞", "٣",
		"922337203685477.5808", "99999999999999999999",
	} {
		if n, err := plan.ParseNumber(s); !errors.Is(err, plan.ErrNumber) {
			t.Errorf("%q is read as %v, %v; want ErrNumber", s, n, err)
		}
	}
}

func TestNumbersAreReadBackExactly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := plan.Number(rapid.Int64().Draw(t, "n"))
		if got, err := plan.ParseNumber(n.String()); err != nil || got != n {
			t.Fatalf("%s is read back as %s, %v", n, got, err)
		}
	})
}

func TestNumberForDrawing(t *testing.T) {
	n, err := plan.ParseNumber("2.5")
	if err != nil || n.Float() != 2.5 || n.Round() != 3 || plan.Int(-4).Round() != -4 {
		t.Errorf("2.5 is %v, rounded %d, %v", n.Float(), n.Round(), err)
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"0", "-1.5", "1.", "922337203685477.5807", "1e5"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := plan.ParseNumber(s)
		if err != nil {
			return
		}
		if again, err := plan.ParseNumber(n.String()); err != nil || again != n {
			t.Fatalf("%q is %s, read back as %s, %v", s, n, again, err)
		}
	})
}
