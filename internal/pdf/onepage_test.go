package pdf_test

import (
	"context"
	"flag"
	"math/rand/v2"
	"strings"
	"testing"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/report"
)

// plans is how many random plans are set on one page; a thousand take a minute.
var plans = flag.Int("plans", 60, "random plans set on one page")

// wild fills a content with texts of any length, words of any length and lists of
// any number of rows.
type wild struct{ *rand.Rand }

func (r wild) text() string {
	var b strings.Builder
	for range []int{0, 1, 3, 12, 60, 200}[r.IntN(6)] {
		letters := []int{1, 4, 9, 30, 60}[r.IntN(5)]
		for range letters {
			b.WriteRune([]rune("aåbcdeföghä–1")[r.IntN(13)])
		}
		b.WriteString([]string{" ", ". ", ", ", "\n\n- "}[r.IntN(4)])
	}
	return b.String()
}

func (r wild) content(kind plan.DocumentKind) plan.Content {
	c := plantest.Content(kind, []int{1, 2, 5, 12}[r.IntN(4)])
	for _, f := range plan.FieldsOf(kind) {
		if r.IntN(8) == 0 {
			c = c.With(f.Key, plan.Value{})
			continue
		}
		switch f.Kind {
		case plan.Line, plan.LongText:
			c = c.With(f.Key, plan.Text(r.text()))
		case plan.List:
			rows := c.Get(f.Key).Rows()
			for i := range rows {
				for _, col := range f.Columns {
					if col.Kind == plan.Line || col.Kind == plan.LongText {
						rows[i].Cells = rows[i].Cells.With(col.Key, plan.Text(strings.ReplaceAll(r.text(), "\n", " ")))
					}
				}
				for range r.IntN(2) {
					rows = append(rows, plan.Row{ID: rows[i].ID + "x", Cells: rows[i].Cells})
				}
			}
			c = c.With(f.Key, plan.Rows(rows...))
		}
	}
	return c
}

// Whatever a plan says, its one page is one page, and nothing on it stands outside
// the margins.
func TestThePlanOnOnePageIsOnePage(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	file := plantest.Complete(2)
	words := map[i18n.Language]*i18n.Printer{}
	for _, lang := range []i18n.Language{i18n.Swedish, i18n.English} {
		if words[lang], err = i18n.New(lang); err != nil {
			t.Fatal(err)
		}
	}
	for n := range *plans {
		r := wild{rand.New(rand.NewPCG(uint64(n), 7))}
		kind := []plan.DocumentKind{plan.PeriodPlan, plan.AssignmentPlan}[n%2]
		lang := []i18n.Language{i18n.Swedish, i18n.English}[n/2%2]
		s := file.Subject(kind)
		content := r.content(kind)
		src := report.Source{Register: s.Register, Words: words[lang], Today: s.Today, Content: func(plan.Document, plan.Version) (plan.Content, error) { return content, nil }}
		s.Document.Quick = kind == plan.AssignmentPlan && n%3 == 0
		p, err := report.OnePageOf(src, s.Document, s.Version)
		if err != nil {
			t.Fatal(err)
		}
		book, err := layout.Lay(context.Background(), p, fonts)
		if err != nil {
			t.Fatal(err)
		}
		if len(book.Pages) != 1 {
			t.Fatalf("plan %d takes %d pages", n, len(book.Pages))
		}
		inside(t, n, book.Pages[0])
	}
}

// inside checks that all words stand within the margins, above the footer and no
// smaller than notes are.
func inside(t *testing.T, n int, page *layout.Page) {
	t.Helper()
	const mm, slack = 72 / 25.4, 0.6
	for _, mark := range page.Marks {
		for _, item := range mark.Items {
			run, ok := item.(layout.Run)
			if !ok {
				continue
			}
			if run.X < 20*mm-slack || run.X+run.Width > page.Width-20*mm+slack || run.Y > 760+slack || run.Font.Size < 9 {
				t.Errorf("plan %d: %q stands from %.0f to %.0f, at %.0f, in %v pt", n, run.Text, run.X, run.X+run.Width, run.Y, run.Font.Size)
			}
		}
	}
}
