package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

func testOptions() Options {
	return Options{
		Owner: "Åsa Öberg", Machine: "dator-1", AppVersion: "0.1",
		Now:       func() time.Time { return time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC) },
		CopyLater: true,
	}
}

// newFile creates a file in a new folder and closes it with the test.
func newFile(t testing.TB, first plan.Edit) *File {
	t.Helper()
	f, err := Create(context.Background(), filepath.Join(t.TempDir(), "Länet.ledstjarna"), testOptions(), first)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

func TestSchemaMatchesItsFingerprint(t *testing.T) {
	ms := migrations()
	for i, m := range ms {
		objects, err := schemaInMemory(context.Background(), ms[:i+1])
		if err != nil {
			t.Fatalf("schema %d: %v", m.number, err)
		}
		if got := fingerprint(objects); got != m.fingerprint {
			t.Errorf("schema %d has fingerprint %s, not %s", m.number, got, m.fingerprint)
		}
	}
}

func TestCreateOpenLoad(t *testing.T) {
	f := newFile(t, plan.Edit{})
	if _, err := f.Load(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func organisation(t testing.TB) plan.Edit {
	t.Helper()
	return plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListOrganisation, After: &plan.Entry{
		ID: plan.OrganisationID, Position: 1,
		Fields: plan.NewContent(plan.Filled{
			plan.KeyName:    plan.Text("Länsförbundet"),
			plan.KeyMission: plan.Rows(plan.Row{ID: plan.NewID(), Cells: plan.NewContent(plan.Filled{plan.KeyText: plan.Text("samverkan")})}),
		}),
	}}}}
}

func TestReopenGivesTheSameRegister(t *testing.T) {
	ctx := context.Background()
	f := newFile(t, organisation(t))
	r, err := f.Load(ctx)
	if err != nil {
		t.Fatal(err)
	}
	e, d := plan.NewDocument(plan.PeriodPlan, false, plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Plan för åren")}), time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC))
	if _, err := f.Save(ctx, e); err != nil {
		t.Fatal(err)
	}
	r = r.Apply(e)
	got, err := f.Load(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(dump(r), dump(got)); diff != "" {
		t.Error(diff)
	}
	s, err := f.Content(ctx, d.Kind, d.Versions[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	if s.Content.Text(plan.KeyTitle) != "Plan för åren" {
		t.Errorf("the title is %q", s.Content.Text(plan.KeyTitle))
	}
}

// dump returns all of a register in a form that can be compared.
func dump(r plan.Register) map[string]any {
	lists := map[plan.ListName][]string{}
	for _, l := range plan.ListNames() {
		for _, e := range r.Entries(l) {
			b, _ := e.Fields.MarshalJSON()
			lists[l] = append(lists[l], fmt.Sprintf("%s %d %s", e.ID, e.Position, b))
		}
	}
	var events []string
	for _, e := range r.Events() {
		b, _ := e.Fields.MarshalJSON()
		e.Fields = plan.Content{}
		events = append(events, fmt.Sprintf("%v %s", e, b))
	}
	return map[string]any{"lists": lists, "documents": r.Documents(), "relations": r.Relations(), "events": events}
}
