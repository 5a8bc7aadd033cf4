package pdf_test

import (
	"context"
	"strings"
	"testing"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/pdf/check"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// with returns the papers of an organisation that has other fields.
func (p papers) with(t *testing.T, f plan.Filled) papers {
	t.Helper()
	c := p.register.Organisation()
	for k, v := range f {
		c = c.With(k, v)
	}
	e, err := p.register.SetEntry(plan.ListOrganisation, plan.OrganisationID, c)
	if err != nil {
		t.Fatal(err)
	}
	p.register = p.register.Apply(e)
	return p
}

// The organisation's colour is on its pages, darkened where it is too pale; one
// that cannot be read is not.
func TestAccentOfTheOrganisation(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	own := layout.RGB{0x0B, 0x4F, 0x6C}
	for text, want := range map[string]layout.RGB{"": own, "lila": own, "#5B2A86": {0x5B, 0x2A, 0x86}, "#FFE000": {}} {
		p := examplePapers(t).with(t, plan.Filled{plan.KeyAccent: plan.Text(text)})
		d, _ := p.register.Document("doc-plan-2023")
		print, err := report.One(p.source(t, i18n.Swedish), d, d.Latest())
		if err != nil {
			t.Fatal(err)
		}
		book, err := layout.Lay(context.Background(), print, fonts)
		if err != nil {
			t.Fatal(err)
		}
		seen := map[layout.RGB]bool{}
		for _, page := range book.Pages {
			for _, m := range page.Marks {
				for _, item := range m.Items {
					if r, ok := item.(layout.Run); ok {
						seen[r.Colour] = true
					}
				}
			}
		}
		if want != (layout.RGB{}) && !seen[want] || text == "#FFE000" && (seen[layout.RGB{0xFF, 0xE0, 0}] || seen[own]) {
			t.Errorf("%q: the colours are %v", text, seen)
		}
	}
}

// Divided words read as whole ones, and no heading and no cell has any.
func TestHyphenatedPapers(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	p := examplePapers(t).with(t, plan.Filled{plan.KeyHyphenate: plan.Text(plan.Yes)})
	divided := 0
	for _, d := range p.register.Documents() {
		print, err := report.One(p.source(t, i18n.Swedish), d, d.Latest())
		if err != nil {
			t.Fatal(err)
		}
		root := sound(t, write(t, fonts, print))
		got := said(root)
		for _, s := range texts(plan.FieldsOf(d.Kind), p.contents[d.Latest().ID]) {
			if !strings.Contains(got, bare(s)) {
				t.Errorf("%s: not in the file: %q", d.ID, s)
			}
		}
		divided += strings.Count(root.AllText(), "\u00AD")
		for _, role := range []string{"H1", "H2", "H3", "TH", "TD"} {
			for _, e := range all(root, role) {
				if strings.Contains(e.AllText(), "\u00AD") {
					t.Errorf("%s: a word is divided in %q", role, e.AllText())
				}
			}
		}
	}
	if divided < 5 {
		t.Errorf("%d words are divided in all papers", divided)
	}
}

func all(e *check.Element, role string) []*check.Element {
	var out []*check.Element
	if e.Role == role {
		out = append(out, e)
	}
	for _, k := range e.Kids {
		out = append(out, all(k, role)...)
	}
	return out
}
