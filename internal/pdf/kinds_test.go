package pdf_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/layout"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/report"
)

// printed is one print with the texts that must be in it.
type printed struct {
	name     string
	document plan.ID // "" for papers of none
	print    report.Print
	texts    []string
	whole    bool // it must say them; a page that selects need not
}

// Every kind of paper that leaves the program. A kind that is not printed by each
// of the sets fails the test.
var paperKinds = []string{
	"strategy", "policy", "programme", "period-plan", "assignment-plan", "quick", "statutes", "agreement", "other",
	"one-page", "changes", "status", "packet", "review", "extract",
}

// all returns every paper of the file in the language.
func (p papers) all(t testing.TB, lang i18n.Language) []printed {
	t.Helper()
	s := p.source(t, lang)
	var out []printed
	var of plan.ID
	add := func(name string, pr report.Print, err error, whole bool, texts ...string) {
		t.Helper()
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out = append(out, printed{name, of, pr, texts, whole})
	}
	for _, d := range p.register.Documents() {
		v := d.Latest()
		of = d.ID
		said := texts(plan.FieldsOf(d.Kind), p.contents[v.ID])
		pr, err := report.One(s, d, v)
		add(string(d.Kind), pr, err, true, said...)
		if d.Kind == plan.AssignmentPlan {
			quick := d
			quick.Quick = true
			pr, err = report.One(s, quick, v)
			add("quick", pr, err, false, said...)
		}
		if d.Kind.IsPlan() {
			pr, err = report.OnePageOf(s, d, v)
			add("one-page", pr, err, false, said...)
		}
		pr, err = report.OneChanges(s, d, d.Versions[0], v)
		add("changes", pr, err, false, said...)
	}
	of = ""
	add("status", report.OneStatus(s, report.StatusOverview(p.register, p.today)), nil, false)
	for _, e := range p.register.Entries(plan.ListPackets) {
		pk, err := packet.Of(p.register, e, p.today)
		if err != nil {
			t.Fatal(err)
		}
		pr, err := report.Packet(s, pk)
		add("packet", pr, err, false)
	}
	for _, e := range p.register.Events() {
		if e.Kind == plan.EventReview {
			said := e.Fields.With(plan.KeyConcernsNeed, plan.Value{}).With(plan.KeyDraftVersion, plan.Value{}) // IDs, not words
			add("review", report.OneReview(s, e), nil, true, texts(plan.EventFields(e.Kind), said)...)
		}
	}
	var said []string
	for _, l := range report.ExtractLists() {
		for _, e := range p.register.Entries(l) {
			said = append(said, texts(plan.ListFields(l), e.Fields)...)
		}
	}
	add("extract", report.OneExtract(s), nil, true, said...)
	return out
}

// withReview adds a review in which every field is filled.
func (p papers) withReview(doc plan.ID) papers {
	d, _ := p.register.Document(doc)
	fields := plantest.Fields(plan.EventFields(plan.EventReview), 2)
	p.register = p.register.Apply(plan.Edit{Events: []plan.Event{{
		ID: "review-complete", Kind: plan.EventReview, At: time.Date(2026, 11, 20, 9, 0, 0, 0, time.UTC), By: "Åsa Öberg", Document: doc,
		Version: d.Latest().ID, Corrects: "an-earlier-one", Fields: fields,
	}}})
	return p
}

// emptyPapers are drafts of every kind that say nothing but their title.
func emptyPapers() papers {
	full := completePapers()
	out := papers{contents: map[plan.ID]plan.Content{}, today: full.today}
	var e plan.Edit
	for _, l := range []plan.ListName{plan.ListOrganisation, plan.ListBodies, plan.ListMeetings, plan.ListPackets} {
		for _, x := range full.register.Entries(l) {
			if l == plan.ListPackets {
				x.Fields = plan.NewContent(plan.Filled{plan.KeyMeeting: x.Fields.Get(plan.KeyMeeting)})
			}
			e.Changes = append(e.Changes, plan.EntryChange{List: l, After: &x})
		}
	}
	for _, d := range full.register.Documents() {
		e.Changes = append(e.Changes, plan.DocumentChange{After: &d})
		out.contents[d.Latest().ID] = plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(d.Latest().Head.Title)})
	}
	out.register = plan.Register{}.Apply(e)
	return out
}

// hard are texts that pages find hard.
func hard(n int) string {
	all := []string{
		"samverkansorganisationsutvecklingsfrågeställningskonsekvenser" + " " + fmt.Sprint(n),
		"Sámi: ŋ č đ ŧ ž á Ŋ Č Đ Ŧ Ž Á. Suomi: yö. Ελληνικά μιλώ. Кириллица ёж.",
		"Hurra 🎉 för 👍🏽 alla 👩‍👩‍👧 barn",
		"a\u0000b\u0001c\u001fd\te\u200bf\u202eg\u2028h",
		"30\u00a0000\u202f000\u00a0kr och §\u00a012 " + strings.Repeat("utan\u00a0", 30) + "brott",
		"o\u0308ver a\u030a A\u030angermanland e\u0301",
		strings.Repeat("Ett mycket långt stycke om samverkan och dialog. ", 40),
		"漢字 och עברית mitt i",
	}
	return all[n%len(all)]
}

// stressPapers are the complete ones with hard texts in all their fields.
func stressPapers() papers {
	full := completePapers()
	n := 0
	for _, d := range full.register.Documents() {
		v := d.Latest().ID
		full.contents[v] = hardened(plan.FieldsOf(d.Kind), full.contents[v], &n)
	}
	return full
}

func hardened(fields []plan.Field, c plan.Content, n *int) plan.Content {
	for _, f := range fields {
		switch f.Kind {
		case plan.Line, plan.LongText:
			if f.Recorded || f.Key == plan.KeyOrigin || f.Key == plan.KeyOrigins || c.Text(f.Key) == "" {
				continue
			}
			*n++
			s := hard(*n)
			if f.Kind == plan.LongText && *n%5 == 0 {
				s = strings.Repeat(s+" ", 2000/len(strings.Fields(s))+1)
			}
			c = c.With(f.Key, plan.Text(s))
		case plan.List, plan.Checklist:
			rows := c.Get(f.Key).Rows()
			for i := range rows {
				rows[i].Cells = hardened(f.Columns, rows[i].Cells, n)
			}
			c = c.With(f.Key, plan.Rows(rows...))
		}
	}
	return c
}

// visible is what is left of a text on the page: characters that nobody sees are
// gone, those that no typeface has are boxes.
func visible(fonts *pdf.Fonts, s string) string {
	missing := fonts.Missing(s)
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r) || r == '\u00ad', unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector), r >= 0x1F3FB && r <= 0x1F3FF:
			return -1
		case slices.Contains(missing, r):
			return '□'
		}
		return r
	}, norm.NFC.String(s))
}

func sets(t testing.TB) map[string]papers {
	example := examplePapers(t)
	return map[string]papers{
		"example":  example.withReview(example.register.Documents()[0].ID),
		"complete": completePapers().withReview(plantest.DocumentID(plan.Policy)),
		"empty":    emptyPapers().withReview(plantest.DocumentID(plan.Policy)),
		"stress":   stressPapers().withReview(plantest.DocumentID(plan.Policy)),
	}
}

// Every kind of paper in both languages is sound, says everything, keeps to its
// margins and has no small print.
func TestEveryKindOfPaper(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	for set, p := range sets(t) {
		for _, lang := range i18n.Languages() {
			seen := map[string]bool{}
			for i, x := range p.all(t, lang) {
				seen[x.name] = true
				t.Run(fmt.Sprintf("%s/%s/%s-%d", set, lang, x.name, i), func(t *testing.T) {
					book, err := layout.Lay(context.Background(), x.print, fonts)
					if err != nil {
						t.Fatal(err)
					}
					for _, page := range book.Pages {
						onPage(t, page)
					}
					got := visible(fonts, sound(t, write(t, fonts, x.print)).AllText())
					for _, s := range x.texts {
						if x.whole && !strings.Contains(got, visible(fonts, s)) {
							t.Errorf("not in the file: %.80q", s)
						}
					}
				})
			}
			for _, k := range paperKinds {
				if !seen[k] && (set != "example" || k != "other") { // the example has none
					t.Errorf("%s in %s: no %s is printed", set, lang, k)
				}
			}
		}
	}
}

// onPage checks that nothing stands outside the margins and no text is under 9 pt.
func onPage(t *testing.T, page *layout.Page) {
	t.Helper()
	const mm, slack = 72 / 25.4, 0.6
	for _, m := range page.Marks {
		for _, item := range m.Items {
			run, ok := item.(layout.Run)
			if !ok {
				continue
			}
			if run.X < 20*mm-slack || run.X+run.Width > page.Width-20*mm+slack || run.Y < 36 || run.Y > page.Height-20*mm+slack || run.Font.Size < 9 {
				t.Errorf("page %d: %.60q stands from %.0f to %.0f, at %.0f, in %v pt", page.Number, run.Text, run.X, run.X+run.Width, run.Y, run.Font.Size)
			}
		}
	}
}

// A table of 300 rows flows over as many pages as it takes, one of a single row
// and one of none are no trouble.
func TestTablesOfAnyLength(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	p := completePapers()
	d, _ := p.register.Document(plantest.DocumentID(plan.AssignmentPlan))
	v := d.Latest()
	for _, n := range []int{0, 1, 300} {
		content := p.contents[v.ID]
		f, _ := plan.FieldIn(plan.FieldsOf(d.Kind), plan.KeyActivities)
		first := content.Get(f.Key).Rows()[0]
		var rows []plan.Row
		for i := range n {
			rows = append(rows, plan.Row{ID: plan.ID(fmt.Sprint("row", i)), Cells: first.Cells.With(plan.KeyActivity, plan.Text(fmt.Sprint("Aktivitet nummer ", i+1, " av många")))})
		}
		q := papers{p.register, map[plan.ID]plan.Content{}, p.today}
		for id, c := range p.contents {
			q.contents[id] = c
		}
		q.contents[v.ID] = content.With(f.Key, plan.Rows(rows...))
		print, err := report.One(q.source(t, i18n.Swedish), d, v)
		if err != nil {
			t.Fatal(err)
		}
		book, err := layout.Lay(context.Background(), print, fonts)
		if err != nil {
			t.Fatal(err)
		}
		for _, page := range book.Pages {
			onPage(t, page)
		}
		got := said(sound(t, write(t, fonts, print)))
		for i := range n {
			if s := bare(fmt.Sprint("Aktivitet nummer ", i+1, " av många")); !strings.Contains(got, s) {
				t.Errorf("not in the file: %q", s)
			}
		}
	}
}

// Every kind of paper has the same bytes in two processes.
func TestEveryKindHasTheSameBytes(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	example := examplePapers(t)
	sum := func() string {
		var out strings.Builder
		for i, x := range example.withReview(example.register.Documents()[0].ID).all(t, i18n.Swedish) {
			fmt.Fprintf(&out, "%s-%d %x\n", x.name, i, sha256.Sum256(write(t, fonts, x.print)))
		}
		return out.String()
	}
	if os.Getenv("PRINT_HASHES") != "" {
		fmt.Print(sum())
		return
	}
	child := exec.Command(os.Args[0], "-test.run=^TestEveryKindHasTheSameBytes$")
	child.Env = append(os.Environ(), "PRINT_HASHES=1", "TZ=Asia/Tokyo", "LANG=ja_JP.UTF-8")
	out, err := child.Output()
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(sum()) {
		if !strings.Contains(string(out), line) {
			t.Errorf("another process did not write %s", line)
		}
	}
}
