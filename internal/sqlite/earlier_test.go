package sqlite

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"ledstjarna/internal/plan"
)

// knownOf returns the earlier states of a thing.
func knownOf(t *testing.T, f *File, thing plan.Thing) (known, decided []string) {
	t.Helper()
	k, err := f.Known(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return k.All[thing], k.Decided[thing]
}

func TestStatesAtTheBeginningOfEachOpeningAreKept(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	path := newClosed(t, s.edit)
	thing := plan.ThingContent(s.draft.Latest().ID)
	var want []string
	for n := range statesKept + 2 {
		f, err := Open(ctx, path, testOptions())
		if err != nil {
			t.Fatal(err)
		}
		before, err := f.Content(ctx, s.draft.Kind, s.draft.Latest().ID)
		if err != nil {
			t.Fatal(err)
		}
		k, err := f.Known(ctx)
		if err != nil {
			t.Fatal(err)
		}
		was := k.Now[thing]
		if n == 0 {
			was = plan.FirstRevision(before.Hash)
		}
		want = slices.Insert(want, 0, was)
		for i := range 3 { // only the first is one that a copy of the closed file can have
			if _, err := f.Save(ctx, retitle(t, f, s.draft, fmt.Sprint(n, i))); err != nil {
				t.Fatal(err)
			}
		}
		if known, decided := knownOf(t, f, thing); !slices.Equal(known, want[:min(len(want), statesKept)]) || len(decided) > 0 {
			t.Fatalf("after opening %d: known %v, decided %v", n, known, decided)
		}
		b, err := f.State(ctx, thing, was)
		if err != nil || string(b) != string(before.JSON) {
			t.Errorf("the state is %s, %v", b, err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
	contentsOf(t, path, testOptions())
}

func TestStatesOfARefusedEditAreNotKept(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	e := retitle(t, f, s.draft, "ny")
	e.Changes = append(e.Changes, plan.DocumentChange{Before: &plan.Document{ID: "none"}})
	if _, err := f.Save(ctx, e); !errors.Is(err, ErrConflict) {
		t.Fatal(err)
	}
	thing := plan.ThingContent(s.draft.Latest().ID)
	if known, _ := knownOf(t, f, thing); len(known) > 0 {
		t.Errorf("kept %v", known)
	}
	if _, err := f.Save(ctx, retitle(t, f, s.draft, "ny")); err != nil {
		t.Fatal(err)
	}
	if known, _ := knownOf(t, f, thing); len(known) != 1 {
		t.Errorf("kept %v", known)
	}
}

func TestWhatAnImportDealtWithIsRemembered(t *testing.T) {
	ctx := context.Background()
	f := newFile(t, plan.Edit{})
	a, b := plan.Seal(plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("a")})), plan.Seal(plan.Content{})
	for _, x := range []plan.Earlier{
		{Thing: "content/x", Revision: "a", Hash: a.Hash, JSON: a.JSON, Decided: true},
		{Thing: "content/x", Revision: "b", Hash: b.Hash, JSON: b.JSON, Decided: true, Now: true},
		{Thing: "content/x", Revision: "a", Hash: a.Hash, JSON: a.JSON, Decided: true},
	} {
		if err := f.Remember(ctx, []plan.Earlier{x}); err != nil {
			t.Fatal(err)
		}
	}
	if k, err := f.Known(ctx); err != nil || k.Now["content/x"] != "b" {
		t.Errorf("it is now %v, %v", k.Now, err)
	}
	known, decided := knownOf(t, f, "content/x")
	if want := []string{"a", "b"}; !slices.Equal(known, want) || !slices.Equal(decided, want) {
		t.Errorf("known %v, decided %v", known, decided)
	}
	if _, err := f.db.Exec("UPDATE earlier SET json = ? WHERE sha256 = ?", []byte("{}x"), a.Hash); err != nil {
		t.Fatal(err)
	}
	var damaged *DamagedError
	if _, err := f.State(ctx, "content/x", "a"); !errors.As(err, &damaged) {
		t.Errorf("a state that was changed: %v", err)
	}
	if flaws, err := f.Check(ctx); err != nil || len(flaws) != 1 {
		t.Errorf("the check finds %v, %v", flaws, err)
	}
}

// newClosed makes a file and closes it.
func newClosed(t *testing.T, e plan.Edit) string {
	t.Helper()
	f, err := Create(context.Background(), t.TempDir()+"/fil"+Extension, testOptions(), e)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f.path
}
