package editor_test

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
	"ledstjarna/internal/sqlite"
)

// What is due is the same read from the projection as from the contents.
func TestWhatIsDueIsThatOfTheContents(t *testing.T) {
	e := openLarge(t, 90, 30)
	r, span := e.Register(), plan.WeekOf(plantest.Today)
	versions := []plan.ID{"no such version"}
	for _, d := range r.Documents() {
		versions = append(versions, d.Latest().ID)
	}
	var due []plan.DueActivities
	if err := e.DueActivities(context.Background(), versions, span, func(x plan.DueActivities) { due = append(due, x) }); err != nil {
		t.Fatal(err)
	}
	if len(due) != 90 {
		t.Fatalf("%d versions", len(due))
	}
	total := 0
	for _, x := range due {
		sealed, err := e.Content(x.Version)
		if err != nil {
			t.Fatal(err)
		}
		var want []plan.Activity
		for _, a := range plan.Activities(sealed.Content) {
			if span.Holds(a) {
				want = append(want, a)
			}
		}
		total += len(want)
		if diff := cmp.Diff(want, x.Activities); diff != "" || x.Hash != sealed.Hash {
			t.Fatalf("version %s with hash %s (-want +got):\n%s", x.Version, x.Hash, diff)
		}
	}
	if total < 200 || total > 2000 {
		t.Errorf("%d activities are due", total)
	}
}

// What has days is that of the contents, and asked for in any number.
func TestWhatHasDaysIsThatOfTheContents(t *testing.T) {
	e := openLarge(t, 90, 5)
	versions, seen := []plan.ID{"no such version"}, map[plan.ID]bool{}
	for _, d := range e.Register().Documents() {
		versions = append(versions, d.Latest().ID)
	}
	if err := e.Dated(context.Background(), versions, func(x plan.Dated) {
		seen[x.Version] = true
		sealed, err := e.Content(x.Version)
		if err != nil || x.Err != nil {
			t.Fatal(err, x.Err)
		}
		d, _, _ := e.Register().VersionOf(x.Version)
		want, err := plan.DecodePart(plan.DatedFields(d.Kind), sealed.JSON)
		if err != nil || !x.Content.Equal(want) || x.Hash != sealed.Hash || len(plan.Activities(want)) != len(plan.Activities(sealed.Content)) {
			t.Fatalf("version %s: %v", x.Version, err)
		}
	}); err != nil {
		t.Fatal(err)
	}
	if len(seen) != len(versions)-1 {
		t.Errorf("%d of %d versions", len(seen), len(versions)-1)
	}
}

func openLarge(t *testing.T, plans, activities int) *editor.Editor {
	t.Helper()
	f, err := sqlite.Create(context.Background(), t.TempDir()+"/stor"+sqlite.Extension, sqlite.Options{}, plan.Edit{})
	if err != nil {
		t.Fatal(err)
	}
	var all plan.Edit
	for x := range plantest.Large(plans, activities) {
		all = all.Then(x)
	}
	if _, err := f.Save(context.Background(), all); err != nil {
		t.Fatal(err)
	}
	e, err := editor.Open(context.Background(), f, editor.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}
