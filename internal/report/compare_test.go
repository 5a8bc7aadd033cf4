package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/report"
)

// versions gives one document two versions with contents of their own.
func versions(t *testing.T, kind plan.DocumentKind, lang i18n.Language, older, newer plan.Content) (report.Source, plan.Document, plan.Version, plan.Version) {
	t.Helper()
	w, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	file := plantest.Complete(2)
	s := file.Subject(kind)
	a, b := s.Version, s.Version
	a.ID, b.ID, b.Draft = "older", "newer", 2
	b.Head.Title = newer.Text(plan.KeyTitle)
	s.Document.Versions = []plan.Version{a, b}
	contents := map[plan.ID]plan.Content{a.ID: older, b.ID: newer}
	src := report.Source{Register: s.Register, Words: w, Today: s.Today, Content: func(_ plan.Document, v plan.Version) (plan.Content, error) {
		if c, ok := contents[v.ID]; ok {
			return c, nil
		}
		return file.Contents[v.ID], nil
	}}
	return src, s.Document, a, b
}

// stretches writes a side with the marks of the print.
func stretches(spans []plan.TextSpan) string {
	var b strings.Builder
	for _, x := range spans {
		b.WriteString([]string{"", "-", "+"}[x.Kind] + x.Text + []string{"", "-", "+"}[x.Kind])
	}
	return b.String()
}

func TestTheLinesOfAComparison(t *testing.T) {
	activity := func(id, name string, more plan.Filled) plan.Row {
		c := plan.NewContent(more).With(plan.KeyActivity, plan.Text(name))
		return plan.Row{ID: plan.ID(id), Cells: c}
	}
	base := plantest.Content(plan.AssignmentPlan, 2)
	older := base.With(plan.KeyPurpose, plan.Text("Unga ska veta mer.")).With("told-first", plan.Value{}).
		With(plan.KeyActivities, plan.Rows(
			activity("a", "Möte", plan.Filled{plan.KeyHours: plan.Num(plan.Int(1500)), plan.KeyStatus: plan.Text("planned")}),
			activity("b", "Brev", nil), activity("c", "Film", nil)))
	newer := base.With(plan.KeyPurpose, plan.Text("Unga ska tycka mer.")).With("told-first", plan.Text("Personalen")).
		With(plan.KeyActivities, plan.Rows(
			activity("c", "Film", nil),
			activity("a", "Möte", plan.Filled{plan.KeyHours: plan.Num(plan.Int(2000)), plan.KeyStatus: plan.Text("planned")}),
			activity("d", "Mässa", plan.Filled{plan.KeyStatus: plan.Text("ongoing")})))
	src, d, a, b := versions(t, plan.AssignmentPlan, i18n.Swedish, older, newer)
	c, err := report.Compare(src, d, a, b)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, l := range c.Lines {
		got = append(got, strings.Join([]string{string(l.Section), l.Row, l.Field, src.Words.T(l.Kind.Words()), stretches(l.Old), stretches(l.New), l.Path.String()}, " | "))
	}
	want := []string{
		"purpose |  | Syfte | Ändrat | Unga ska -veta- mer. | Unga ska +tycka+ mer. | purpose",
		"approach |  | Vem som får veta först | Tillagt |  | +Personalen+ | told-first",
		"activities | Film | Aktiviteter | Flyttat | -Plats 3- | +Plats 1+ | activities[c]",
		"activities | Möte | Timmar | Ändrat | -1\u00a0500- | +2\u00a0000+ | activities[a].hours",
		"activities | Brev | Aktiviteter | Borttaget | -Brev- |  | activities[b]",
		"activities | Mässa | Aktiviteter | Tillagt |  | +Status: Pågår+ | activities[d]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("lines (-want +got):\n%s", diff)
	}
}

// Every field that can be filled is told in words when only one version has it,
// in both languages.
func TestEveryFieldIsTold(t *testing.T) {
	for _, lang := range []i18n.Language{i18n.Swedish, i18n.English} {
		for _, kind := range plan.DocumentKinds() {
			full := plantest.Content(kind, 2)
			for _, f := range plan.FieldsOf(kind) {
				v := full.Get(f.Key)
				if v.IsZero() || f.Key == plan.KeyOrigins { // what was taken over is no part of the text
					continue
				}
				src, d, a, b := versions(t, kind, lang, full.With(f.Key, plan.Value{}), full)
				c, err := report.Compare(src, d, a, b)
				if err != nil {
					t.Fatal(err)
				}
				if len(c.Lines) == 0 {
					t.Errorf("%s.%s is not told", kind, f.Key)
				}
				for _, l := range c.Lines {
					if l.Kind != report.Added || len(l.New) == 0 || len(l.Old) > 0 || l.Field == "" || strings.Contains(l.Field, "⟨") {
						t.Errorf("%s.%s is told as %+v", kind, f.Key, l)
					}
				}
			}
		}
	}
}

func TestThePaperOfAComparison(t *testing.T) {
	base := plantest.Content(plan.Policy, 2)
	src, d, a, b := versions(t, plan.Policy, i18n.Swedish, base.With(plan.KeyPurpose, plan.Text("Vi hjälper alla")), base.With(plan.KeyPurpose, plan.Text("Vi hjälper alla snabbt.")))
	doc, err := report.Changes(src, d, a, b)
	if err != nil {
		t.Fatal(err)
	}
	table, ok := doc.Blocks[len(doc.Blocks)-1].(report.Table)
	if !ok || len(table.Rows) != 1 {
		t.Fatalf("the paper ends in %T", doc.Blocks[len(doc.Blocks)-1])
	}
	var marks []string
	for _, s := range table.Rows[0].Cells[3].Text {
		if s.Strike {
			t.Errorf("%q is struck out in the newer version", s.Text)
		}
		marks = append(marks, map[bool]string{true: "_", false: ""}[s.Under]+s.Text)
	}
	if diff := cmp.Diff([]string{"Vi hjälper alla", " ", "_snabbt."}, marks); diff != "" {
		t.Errorf("marks (-want +got):\n%s", diff)
	}
	same, err := report.Changes(src, d, b, b)
	if err != nil {
		t.Fatal(err)
	}
	if p, ok := same.Blocks[len(same.Blocks)-1].(report.Paragraph); !ok || p.Text.String() != "Versionerna säger samma sak." {
		t.Errorf("the same version: %+v", same.Blocks[len(same.Blocks)-1])
	}
}
