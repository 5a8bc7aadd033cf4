package pdf_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ledstjarna/assets"
	"ledstjarna/internal/exchange"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/layout"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/pdf/check"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/report"
)

var printedAt = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

// papers is a file with all that is needed to print from it.
type papers struct {
	register plan.Register
	contents map[plan.ID]plan.Content
	today    plan.Date
}

func examplePapers(t testing.TB) papers {
	t.Helper()
	data, err := exchange.LoadFS(assets.Example(), exchange.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	p := papers{register: data.Register(), contents: map[plan.ID]plan.Content{}, today: plan.NewDate(2026, 11, 22)}
	for _, c := range data.Edit().Changes {
		if x, ok := c.(plan.ContentChange); ok {
			p.contents[x.Version] = x.After.Content
		}
	}
	return p
}

func completePapers() papers {
	f := plantest.Complete(3)
	return papers{f.Register, f.Contents, plantest.Today}
}

func (p papers) source(t testing.TB, lang i18n.Language) report.Source {
	t.Helper()
	w, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return report.Source{Register: p.register, Words: w, Today: p.today, Enclosed: onePage, Content: func(_ plan.Document, v plan.Version) (plan.Content, error) {
		return p.contents[v.ID], nil
	}}
}

// onePage stands for what is enclosed: a page with a picture, which the program draws
// itself.
func onePage(plan.AttachedFile) (report.Enclosure, error) {
	var b bytes.Buffer
	err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)))
	return report.Enclosure{Tagged: true, Sheets: []report.Sheet{{Width: 595, Height: 842, Picture: b.Bytes(), X: 60, Y: 60, W: 80, H: 80}}}, err
}

func write(t testing.TB, fonts *pdf.Fonts, p report.Print) []byte {
	t.Helper()
	book, err := layout.Lay(context.Background(), p, fonts)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := pdf.Write(context.Background(), &b, book, fonts, pdf.Options{Now: printedAt, Producer: "Ledstjärna"}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// bare is a text without white space and soft hyphens, as it can be compared
// with what a file says.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00ad' {
			return -1
		}
		return r
	}, norm.NFC.String(s))
}

func said(e *check.Element) string { return bare(e.AllText()) }

// texts returns every text that a person has written in a content.
func texts(fields []plan.Field, c plan.Content) []string {
	var out []string
	for _, f := range fields {
		v := c.Get(f.Key)
		if f.Key == plan.KeyOrigins || f.Recorded { // remembered by the app, said nowhere
			continue
		}
		switch f.Kind {
		case plan.Line:
			if f.Key != plan.KeyOrigin {
				out = append(out, v.Text())
			}
		case plan.LongText:
			for _, b := range report.Markdown(v.Text()) {
				if p, ok := b.(report.Paragraph); ok {
					out = append(out, p.Text.String())
				}
			}
		case plan.List, plan.Checklist:
			for _, r := range v.Rows() {
				out = append(out, texts(f.Columns, r.Cells)...)
			}
		}
	}
	return out
}

func TestEveryTextOfAContentIsInItsFile(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	for name, p := range map[string]papers{"complete": completePapers(), "example": examplePapers(t)} {
		for _, lang := range i18n.Languages() {
			for _, d := range p.register.Documents() {
				t.Run(name+"/"+string(lang)+"/"+string(d.ID), func(t *testing.T) {
					v := d.Latest()
					pr, err := report.One(p.source(t, lang), d, v)
					if err != nil {
						t.Fatal(err)
					}
					file := write(t, fonts, pr)
					problems, err := check.Problems(file)
					if err != nil {
						t.Fatal(err)
					}
					for _, s := range problems {
						t.Error(s)
					}
					root, err := check.Read(file)
					if err != nil {
						t.Fatal(err)
					}
					got := said(root)
					for _, s := range texts(plan.FieldsOf(d.Kind), p.contents[v.ID]) {
						if !strings.Contains(got, bare(s)) {
							t.Errorf("not in the file: %q", s)
						}
					}
				})
			}
		}
	}
}

func TestTheExamplesPacket(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	p := examplePapers(t)
	pk, err := packet.Of(p.register, p.register.Entries(plan.ListPackets)[0], p.today)
	if err != nil {
		t.Fatal(err)
	}
	pr, err := report.Packet(p.source(t, i18n.Swedish), pk)
	if err != nil {
		t.Fatal(err)
	}
	file := write(t, fonts, pr)
	problems, err := check.Problems(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range problems {
		t.Error(s)
	}
	if again := write(t, fonts, pr); !bytes.Equal(file, again) {
		t.Error("the same packet at the same time gives other bytes")
	}
	root, err := check.Read(file)
	if err != nil {
		t.Fatal(err)
	}
	got := said(root)
	for _, it := range pk.Items {
		for _, s := range []string{it.Heading, it.Texts.Text(plan.KeySummary)} {
			if !strings.Contains(got, bare(s)) {
				t.Errorf("not in the packet: %q", s)
			}
		}
		for _, s := range packet.Sentences(p.register, pk, it, p.source(t, i18n.Swedish).Words) {
			if !strings.Contains(got, bare(s)) {
				t.Errorf("not in the packet: %q", s)
			}
		}
	}
}

func BenchmarkPlanOfSeventeenPages(b *testing.B) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		b.Fatal(err)
	}
	p := examplePapers(b)
	d, _ := p.register.Document("doc-plan-2023")
	s := p.source(b, i18n.Swedish)
	for b.Loop() {
		pr, err := report.One(s, d, d.Latest())
		if err != nil {
			b.Fatal(err)
		}
		write(b, fonts, pr)
	}
}
