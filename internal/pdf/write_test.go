package pdf

import (
	"bytes"
	"context"
	"testing"
	"time"

	"ledstjarna/internal/layout"
	"ledstjarna/internal/layout/specimen"
	"ledstjarna/internal/pdf/check"
	"ledstjarna/internal/report"
)

var moment = time.Date(2026, 11, 22, 14, 30, 5, 0, time.FixedZone("", 3600))

func fontsFor(t testing.TB) *Fonts {
	t.Helper()
	fonts, err := NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

// export lays out and writes a print.
func export(t testing.TB, print report.Print) []byte {
	t.Helper()
	fonts := fontsFor(t)
	book, err := layout.Lay(context.Background(), print, fonts)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := Write(context.Background(), &out, book, fonts, Options{Now: moment, Producer: "Ledstjärna 0.1"}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestSpecimenPassesTheCheck(t *testing.T) {
	problems, err := check.Problems(export(t, specimen.Packet()))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Error(p)
	}
}
