package layout

import (
	"context"
	"testing"

	"ledstjarna/internal/layout/specimen"
	"ledstjarna/internal/report"
)

func BenchmarkLay20Pages(b *testing.B)  { benchmarkLay(b, 1) }
func BenchmarkLay200Pages(b *testing.B) { benchmarkLay(b, 12) }

func benchmarkLay(b *testing.B, copies int) {
	print := specimen.Packet()
	parts := print.Parts
	for range copies - 1 {
		print.Parts = append(append([]report.Document{}, print.Parts...), parts...)
	}
	b.ReportAllocs()
	for b.Loop() {
		book, err := Lay(context.Background(), print, fake{})
		if err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(len(book.Pages)), "pages")
	}
}
