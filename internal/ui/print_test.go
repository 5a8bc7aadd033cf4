package ui

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// A character that no typeface has is told with its place, and nothing is written.
func TestWhatCannotBePrintedIsTold(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	a := window(t)
	a.setup.Print = NewPrinter(fonts, "test")
	a.openExample()
	a.open(place{room: roomPlans, document: "doc-naravard", section: "background"})
	a.document().set(editor.Op{Key: "op.edit", Field: "problem"}, plan.PathTo("problem"), plan.Text("Hurra 🎉 för vården"), false)
	d := a.document().about
	path := filepath.Join(t.TempDir(), "x.pdf")
	a.print(a.printed(func(s report.Source) (report.Print, error) { return report.One(s, d.Document, d.Version) }), path, "sv", false)
	if _, err := os.Stat(path); err == nil {
		t.Error("a file was written")
	}
	p := problemOf(a.words, &GlyphError{"🎉", "Planen", "Problem", "Hurra"}, "")
	if want := "Tecknet 🎉 i Planen, Problem, finns inte i något av typsnitten. Byt ut tecknet och exportera igen."; p.Happened != want {
		t.Errorf("told: %q", p.Happened)
	}
	a.document().set(editor.Op{Key: "op.edit", Field: "problem"}, plan.PathTo("problem"), plan.Text("Hurra för vården"), false)
	d = a.document().about
	a.print(a.printed(func(s report.Source) (report.Print, error) { return report.One(s, d.Document, d.Version) }), path, "sv", false)
	if b, err := os.ReadFile(path); err != nil || len(b) < 10_000 {
		t.Errorf("%d bytes, %v", len(b), err)
	}
}

// An export that is broken off leaves no file, and none of its working files.
func TestACancelledExportLeavesNothing(t *testing.T) {
	a := window(t)
	a.setup.Print = func(_ context.Context, w io.Writer, _ Paper, done func(int, int)) error {
		if _, err := io.WriteString(w, "%PDF-1.7 half of it"); err != nil {
			return err
		}
		done(1, 20)
		return context.Canceled
	}
	a.openExample()
	dir := t.TempDir()
	d := a.desk.register().Documents()[0]
	a.print(a.printed(func(s report.Source) (report.Print, error) { return report.One(s, d, d.Latest()) }), filepath.Join(dir, "x.pdf"), "sv", false)
	left, err := os.ReadDir(dir)
	if err != nil || len(left) > 0 {
		t.Errorf("%v is left, %v", left, err)
	}
}
