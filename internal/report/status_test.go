package report_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/review"
)

// steering is a register of documents under construction.
type steering struct {
	testing.TB
	r plan.Register
}

func newSteering(t testing.TB) *steering {
	w := &steering{TB: t}
	w.entry(plan.ListOrganisation, plan.OrganisationID, plan.Filled{plan.KeyWatchFrom: plan.Day(w.day("2025-01-01"))})
	w.entry(plan.ListBodies, "board", plan.Filled{plan.KeyName: plan.Text("Direktionen")})
	w.entry(plan.ListBodies, "committee", plan.Filled{plan.KeyName: plan.Text("Arbetsutskottet")})
	w.entry(plan.ListPeriods, "p", plan.Filled{
		plan.KeyName: plan.Text("2023–2026"), plan.KeyStart: plan.Day(w.day("2023-01-01")), plan.KeyEnd: plan.Day(w.day("2026-12-31")),
	})
	return w
}

func (w *steering) day(s string) plan.Date {
	w.Helper()
	d, err := plan.ParseDate(s)
	if err != nil {
		w.Fatal(err)
	}
	return d
}

func (w *steering) entry(l plan.ListName, id plan.ID, f plan.Filled) {
	e := plan.Entry{ID: id, Position: len(w.r.Entries(l)) + 1, Fields: plan.NewContent(f)}
	w.r = w.r.Apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: l, After: &e}}})
}

func (w *steering) meeting(body plan.ID, date string) {
	w.entry(plan.ListMeetings, plan.ID(date)+body, plan.Filled{plan.KeyBody: plan.Ref(body), plan.KeyDate: plan.Day(w.day(date))})
}

func (w *steering) decide(d plan.Document, outcome, date string) {
	w.r = w.r.Apply(plan.Edit{Events: []plan.Event{{
		ID: plan.NewID(), Kind: plan.EventDecision, Document: d.ID, Version: d.Latest().ID, Fields: plan.NewContent(plan.Filled{
			plan.KeyOutcome: plan.Text(outcome), plan.KeyBody: plan.Ref("board"), plan.KeyParagraph: plan.Text("8"),
			plan.KeyDecisionDate: plan.Day(w.day(date)), plan.KeyValidity: plan.Text(string(plan.ValidUntilFurtherNotice)),
		}),
	}}})
}

// document adds one that the board adopted on the day.
func (w *steering) document(k plan.DocumentKind, title, adopted string) plan.Document {
	c := plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(title), plan.KeyValidity: plan.Text(string(plan.ValidUntilFurtherNotice))})
	e, d := plan.NewDocument(k, false, c, time.Date(2023, 1, 1, 8, len(w.r.Documents()), 0, 0, time.UTC))
	w.r = w.r.Apply(e)
	w.decide(d, plan.Adopted, adopted)
	return d
}

func (w *steering) reviewed(d plan.Document, year int, date string) {
	w.Helper()
	day := w.day(date)
	e, _, err := review.Record(w.r, review.Review{
		Document: d.ID, Concern: review.Concern{Year: year}, Reviewer: "Chefen", Outcome: plan.NoChange, Completed: day, NoFormalDecision: true,
	}, plan.Sealed{}, time.Date(day.Year, day.Month, day.Day, 9, 0, 0, 0, time.UTC))
	if err != nil {
		w.Fatal(err)
	}
	w.r = w.r.Apply(e)
}

// paper is the status of the documents on the day over the years.
func (w *steering) paper(lang i18n.Language, on string, first, last int) report.Document {
	w.Helper()
	words, err := i18n.New(lang)
	if err != nil {
		w.Fatal(err)
	}
	day := w.day(on)
	return report.Status(report.Source{Register: w.r, Words: words, Today: day}, review.OverviewOf(w.r, first, last, day))
}

// ofType returns the blocks of a type, also those in columns.
func ofType[T report.Block](blocks []report.Block) []T {
	var out []T
	for _, b := range blocks {
		if x, ok := b.(T); ok {
			out = append(out, x)
		}
		if c, ok := b.(report.Columns); ok {
			out = append(append(out, ofType[T](c.Left)...), ofType[T](c.Right)...)
		}
	}
	return out
}

func row(cells []report.Cell) string {
	var out []string
	for _, c := range cells {
		out = append(out, strings.TrimSpace(c.Text.String()+" "+c.Second.String()))
	}
	return strings.Join(out, "|")
}

// filled is a register with a document of each state that the rules give in
// November 2026.
func filled(t testing.TB) *steering {
	w := newSteering(t)
	w.document(plan.Statutes, "Stadgar", "2006-03-01")
	done := w.document(plan.Policy, "Webbpolicy", "2020-02-01")
	w.reviewed(done, 2025, "2025-12-04")
	w.reviewed(done, 2026, "2026-10-08")
	for _, title := range []string{"Ögonpolicy", "Arkivpolicy"} {
		w.reviewed(w.document(plan.Policy, title, "2024-02-01"), 2025, "2025-10-01")
	}
	w.document(plan.Strategy, "Strategi", "2023-05-02")
	w.document(plan.Policy, "Ålderspolicy", "2024-02-01")
	w.decide(w.document(plan.Policy, "Upphävd 2025", "2024-02-01"), plan.Repealed, "2025-02-01")
	w.decide(w.document(plan.Policy, "Upphävd i år", "2024-02-01"), plan.Repealed, "2026-02-01")
	w.document(plan.Policy, "Ny policy", "2026-10-02")
	e, _ := plan.NewDocument(plan.Policy, false, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Utkast")}), time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))
	w.r = w.r.Apply(e)
	edit, err := review.RecordNeed(w.r, review.Need{Document: done.ID, Reason: "Ny lag", Officer: "Juristen", Date: w.day("2026-11-02")}, "S",
		time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	w.r = w.r.Apply(edit)
	return w
}

func TestStatusPaper(t *testing.T) {
	w := filled(t)
	doc := w.paper(i18n.Swedish, "2026-11-22", 2023, 2026)
	if title := doc.Blocks[0].(report.Title); title.Text != "Status för styrdokument" || title.Subtitle != "Per den 22 november 2026. Försenade dokument står först." {
		t.Errorf("title %q, %q", title.Text, title.Subtitle)
	}
	var counts []string
	for _, c := range ofType[report.Counts](doc.Blocks)[0].Counts {
		counts = append(counts, c.Number+" "+c.Word.String())
	}
	if diff := cmp.Diff([]string{"1 Försenad", "3 Brådskande", "1 Dags", "1 Ej aktuell", "1 Ersatt/Upphävd", "1 Ingen översyn krävs"}, counts); diff != "" {
		t.Errorf("counts (-want +got):\n%s", diff)
	}
	tables := ofType[report.Table](doc.Blocks)
	var rows []string
	for _, r := range tables[0].Rows {
		rows = append(rows, row(r.Cells))
	}
	want := []string{
		"Ålderspolicy|Årlig|2025-11-30|Försenad, 357 dagar||Ej aktuell|Försenad|Brådskande",
		"Arkivpolicy|Årlig|2026-11-30|Brådskande, 8 dagar||Ej aktuell|Genomförd|Brådskande",
		"Ögonpolicy|Årlig|2026-11-30|Brådskande, 8 dagar||Ej aktuell|Genomförd|Brådskande",
		"Strategi|Period|2026-12-31|Brådskande, 39 dagar|Ej aktuell|Ej aktuell|Ej aktuell|Brådskande",
		"Webbpolicy|Årlig|2027-11-30|Dags, öppen 20 dagar|Ej aktuell|Ej aktuell|Genomförd sent|Genomförd",
		"Ny policy|Årlig|2027-11-30|Ej aktuell||||Ej aktuell",
		"Upphävd i år|Årlig||Ersatt/Upphävd 2026-02-02||Ej aktuell|Ersatt/Upphävd|Ej aktuell",
		"Stadgar|Ingen||Ingen översyn krävs|Ej aktuell|Ej aktuell|Ej aktuell|Ej aktuell",
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if len(tables) != 2 || row(tables[1].Rows[0].Cells) != "Webbpolicy|Ny lag|2026-11-02|Dags, öppen 20 dagar" {
		t.Errorf("needs: %v", tables[1:])
	}
	var legend []string
	for _, e := range ofType[report.Legend](doc.Blocks)[0].Entries {
		legend = append(legend, e.String())
	}
	if got := strings.Join(legend, " "); got != "Genomförd Genomförd sent Dags Brådskande Försenad Ej aktuell Ersatt/Upphävd Ingen översyn krävs" {
		t.Errorf("legend %q", got)
	}
}
