package pdf_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/layout"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/pdf/check"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/report"
)

// archive is a file of n documents that a body adopted, of every kind by turns,
// with a meeting every month, an assignment without a plan for every tenth, and a
// title of each length.
func archive(n int) (r plan.Register, titles []string) {
	var all plan.Edit
	entry := func(l plan.ListName, id plan.ID, f plan.Filled) {
		all.Changes = append(all.Changes, plan.EntryChange{List: l, After: &plan.Entry{ID: id, Position: len(all.Changes) + 1, Fields: plan.NewContent(f)}})
	}
	entry(plan.ListOrganisation, plan.OrganisationID, plan.Filled{plan.KeyName: plan.Text("Förbundet"), plan.KeyWatchFrom: plan.Day(plan.NewDate(2024, 1, 1))})
	entry(plan.ListPeriods, "p", plan.Filled{plan.KeyStart: plan.Day(plan.NewDate(2023, 1, 1)), plan.KeyEnd: plan.Day(plan.NewDate(2026, 12, 31))})
	for i := range 7 {
		body := plan.ID(fmt.Sprint("body", i))
		entry(plan.ListBodies, body, plan.Filled{plan.KeyName: plan.Text(fmt.Sprint("Utskottet för samhällsbyggnadsfrågor ", i))})
		for m := range 12 {
			entry(plan.ListMeetings, body+plan.ID(fmt.Sprint("-", m)), plan.Filled{
				plan.KeyBody: plan.Ref(body), plan.KeyDate: plan.Day(plan.NewDate(2026, time.January, 10).AddMonths(m)),
			})
		}
	}
	kinds := plan.DocumentKinds()
	for i := range n {
		title := fmt.Sprintf("%s %d", strings.TrimSpace(strings.Repeat("Samhällskommunikationsplanering ", i%4*i%9)+"Policy"), i)
		titles = append(titles, title)
		v := plan.Version{ID: plan.NewID(), Major: 1, Stage: plan.StageReady, Created: printedAt, Head: plan.Head{Title: title}}
		d := plan.Document{ID: plan.NewID(), Kind: kinds[i%len(kinds)], Versions: []plan.Version{v}}
		all.Changes = append(all.Changes, plan.DocumentChange{After: &d})
		all.Events = append(all.Events, plan.Event{
			ID: plan.NewID(), Kind: plan.EventDecision, Document: d.ID, Version: v.ID, Fields: plan.NewContent(plan.Filled{
				plan.KeyOutcome: plan.Text(plan.Adopted), plan.KeyDecisionDate: plan.Day(plan.NewDate(2022, 2, 1).AddMonths(i % 50)),
				plan.KeyValidity: plan.Text(string(plan.ValidUntilFurtherNotice)),
			}),
		})
		if i%10 == 0 {
			entry(plan.ListAssignments, plan.ID(fmt.Sprint("a", i)), plan.Filled{
				plan.KeyNo: plan.Text(fmt.Sprint(i)), plan.KeyName: plan.Text("Uppdraget " + title), plan.KeyDescribed: plan.Day(plan.NewDate(2026, 2, 1)),
			})
		}
	}
	return plan.Register{}.Apply(all), titles
}

// However many documents there are, the paper of their reviews says them all
// within its margins, and the file holds together.
func TestStatusOfAnyNumberOfDocuments(t *testing.T) {
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 1, 11, 120} {
		r, titles := archive(n)
		for _, lang := range i18n.Languages() {
			t.Run(fmt.Sprint(n, " ", lang), func(t *testing.T) {
				src := papers{register: r, today: plantest.Today}.source(t, lang)
				print := report.OneStatus(src, report.StatusOverview(r, src.Today))
				book, err := layout.Lay(context.Background(), print, fonts)
				if err != nil {
					t.Fatal(err)
				}
				for _, page := range book.Pages {
					inside(t, n, page)
				}
				root := sound(t, write(t, fonts, print))
				got := said(root)
				for _, title := range titles {
					if !strings.Contains(got, bare(title)) {
						t.Errorf("not in the file: %q", title)
					}
				}
				checkStatus(t, root, n)
			})
		}
	}
}

// sound fails the test for each problem of a file, and returns its structure.
func sound(t *testing.T, file []byte) *check.Element {
	t.Helper()
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
	return root
}

// checkStatus looks for a row head of each document, and for the one wheel with
// its text alternative.
func checkStatus(t *testing.T, root *check.Element, documents int) {
	t.Helper()
	rows, wheels := 0, 0
	root.Walk(func(e *check.Element) {
		if e.Role == "TR" && len(e.Kids) > 1 && e.Kids[0].Role == "TH" && e.Kids[1].Role == "TD" {
			rows++
		}
		if e.Role == "Figure" && strings.Contains(e.Alt, "2026.") {
			wheels++
		}
	})
	if rows != documents || wheels != 1 {
		t.Errorf("%d rows for %d documents, %d wheels", rows, documents, wheels)
	}
}
