package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
)

// newPlanned saves a new period plan with a title and a summary.
func newPlanned(t rapid.TB, f *File, title, summary string) plan.Document {
	t.Helper()
	c := plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(title), plan.KeySummary: plan.Text(summary)})
	e, d := plan.NewDocument(plan.PeriodPlan, false, c, testDay)
	if _, err := f.Save(context.Background(), e); err != nil {
		t.Fatal(err)
	}
	return d
}

// foundBy returns the texts that a query finds, in order.
func foundBy(t rapid.TB, f *File, query string) []string {
	t.Helper()
	found, err := f.Search(context.Background(), query, 100, nil)
	if err != nil {
		t.Fatalf("%q: %v", query, err)
	}
	var out []string
	for _, x := range found {
		out = append(out, x.Text)
	}
	return out
}

// renamed is the edit that gives a document's version another title.
func renamed(t rapid.TB, f *File, d plan.Document, title string) plan.Edit {
	t.Helper()
	old, err := f.Content(context.Background(), d.Kind, d.Latest().ID)
	if err != nil {
		t.Fatal(err)
	}
	return plan.Edit{Changes: []plan.Change{plan.ContentChange{
		Kind: d.Kind, Document: d.ID, Version: d.Latest().ID, Before: old, After: plan.Seal(old.Content.With(plan.KeyTitle, plan.Text(title))),
	}}}
}

func TestWhatASearchFinds(t *testing.T) {
	f := newFile(t, plan.Edit{})
	newPlanned(t, f, "Kommunikationsplanen", "Vår målgrupp är alla")
	newPlanned(t, f, "Planen för året", "Vi går mot malgruppen, 50 % och_mer")
	newPlanned(t, f, "Ödlan", "AND OR NOT NEAR")
	for query, want := range map[string][]string{
		"planen":                      {"Planen för året", "Kommunikationsplanen"}, // the beginning of a word first, then within one
		"PLANEN":                      {"Planen för året", "Kommunikationsplanen"},
		"målgrupp":                    {"Vår målgrupp är alla", "Vi går mot malgruppen, 50 % och_mer"},
		"malgrupp":                    {"Vi går mot malgruppen, 50 % och_mer", "Vår målgrupp är alla"},
		"vår alla":                    {"Vår målgrupp är alla"},
		"alla vår":                    {"Vår målgrupp är alla"},
		"alla planen":                 nil,
		"vi":                          {"Vi går mot malgruppen, 50 % och_mer"},
		"år":                          {"Planen för året"},
		"50 % och_mer":                {"Vi går mot malgruppen, 50 % och_mer"},
		"%":                           nil,
		"":                            nil,
		" \t\n":                       nil,
		`"'*()^:-+{}`:                 nil,
		"and":                         {"AND OR NOT NEAR"},
		"NOT":                         {"AND OR NOT NEAR"},
		"odlan":                       {"Ödlan"},
		"finns inte":                  nil,
		strings.Repeat("planen ", 50): {"Planen för året", "Kommunikationsplanen"},
		strings.Repeat("x", 10_000):   nil,
		"planen\x00\xff":              {"Planen för året", "Kommunikationsplanen"},
	} {
		if diff := cmp.Diff(want, foundBy(t, f, query)); diff != "" {
			t.Errorf("%.40q:\n%s", query, diff)
		}
	}
}

func TestSearchKnowsWhereItFound(t *testing.T) {
	ctx := context.Background()
	f := newFile(t, plan.Edit{})
	var rows []plan.Row
	for i := range 5 {
		cells := plan.NewContent(plan.Filled{"activity": plan.Text(fmt.Sprintf("Samråd %d", i)), plan.KeyStatus: plan.Text("planned")})
		rows = append(rows, plan.Row{ID: plan.ID(fmt.Sprintf("rad-%d", i)), Cells: cells})
	}
	first := plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Samrådsplan"), "activities": plan.Rows(rows...)})
	var d plan.Document
	for range 2 { // two plans that say the same
		var e plan.Edit
		e, d = plan.NewDocument(plan.AssignmentPlan, false, first, testDay)
		if _, err := f.Save(ctx, e); err != nil {
			t.Fatal(err)
		}
	}
	v := d.Latest().ID
	mine := func(x plan.Found) bool { return x.Document == d.ID }
	found, err := f.Search(ctx, "samråd", 4, mine)
	if err != nil {
		t.Fatal(err)
	}
	var want []plan.Found
	for i := 4; i > 0; i-- {
		want = append(want, plan.Found{Document: d.ID, Owner: v, IndexedText: plan.IndexedText{
			Field: "activities", Row: plan.ID(fmt.Sprintf("rad-%d", i)), Text: fmt.Sprintf("Samråd %d", i),
		}})
	}
	if diff := cmp.Diff(want, found); diff != "" {
		t.Error(diff)
	}
	old, err := f.Content(ctx, d.Kind, v)
	if err != nil {
		t.Fatal(err)
	}
	gone := plan.Edit{Changes: []plan.Change{plan.ContentChange{
		Kind: d.Kind, Document: d.ID, Version: v, Before: old,
		After: plan.Seal(old.Content.With("activities", plan.Rows(rows[2]))),
	}}}
	if _, err := f.Save(ctx, gone); err != nil {
		t.Fatal(err)
	}
	found, err = f.Search(ctx, "samråd", 9, mine)
	if err != nil || len(found) != 2 || found[0].Row != "rad-2" || found[1].Field != plan.KeyTitle {
		t.Errorf("after rows were removed: %v, %v", found, err)
	}
}

// What was written last is found first, whether it is new or changed.
func TestNewestFirst(t *testing.T) {
	f := newFile(t, plan.Edit{})
	a := newPlanned(t, f, "gemensam a", "")
	newPlanned(t, f, "gemensam b", "")
	if got := foundBy(t, f, "gemensam"); !slices.Equal(got, []string{"gemensam b", "gemensam a"}) {
		t.Errorf("found %q", got)
	}
	if _, err := f.Save(context.Background(), renamed(t, f, a, "gemensam c")); err != nil {
		t.Fatal(err)
	}
	if got := foundBy(t, f, "gemensam"); !slices.Equal(got, []string{"gemensam c", "gemensam b"}) {
		t.Errorf("after a change %q", got)
	}
}

func TestRegisterAndEventsAreFound(t *testing.T) {
	r := plan.Register{}
	e, entry, err := r.AddEntry(plan.ListMembers, plan.NewContent(plan.Filled{"name": plan.Text("Kvarnköping")}))
	if err != nil {
		t.Fatal(err)
	}
	ev := plan.Event{ID: plan.NewID(), Kind: plan.EventReview, At: testDay, Fields: plan.NewContent(plan.Filled{plan.KeyObservations: plan.Text("Särskild notering")})}
	e.Events = append(e.Events, ev)
	f := newFile(t, e)
	found, err := f.Search(context.Background(), "kvarnkoping", 5, nil)
	if err != nil || len(found) != 1 || found[0].List != plan.ListMembers || found[0].Owner != entry.ID {
		t.Errorf("found %+v, %v", found, err)
	}
	found, err = f.Search(context.Background(), "särskild", 5, nil)
	if err != nil || len(found) != 1 || found[0].List != listOfEvents || found[0].Owner != ev.ID {
		t.Errorf("found %+v, %v", found, err)
	}
}

// Whatever is edited, what a search finds is what the texts hold.
func TestSearchAgreesWithTheTexts(t *testing.T) {
	word := rapid.SampledFrom([]string{"mål", "mal", "plan", "planen", "kommunikationsplan", "År", "år", "i", "50%", "e-post", "ÅÄÖ", "café"})
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		f, err := Create(context.Background(), filepath.Join(dir, string(plan.NewID())+Extension), testOptions(), plan.Edit{})
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		var documents []plan.Document
		texts := map[plan.ID]string{}
		for range rapid.IntRange(1, 12).Draw(t, "edits") {
			title := strings.Join(rapid.SliceOfN(word, 1, 4).Draw(t, "title"), " ")
			if len(documents) > 0 && rapid.Bool().Draw(t, "change") {
				d := rapid.SampledFrom(documents).Draw(t, "document")
				if _, err := f.Save(context.Background(), renamed(t, f, d, title)); err != nil {
					t.Fatal(err)
				}
				texts[d.ID] = title
				continue
			}
			d := newPlanned(t, f, title, "")
			documents, texts[d.ID] = append(documents, d), title
		}
		query := strings.Join(rapid.SliceOfN(word, 1, 2).Draw(t, "query"), " ")
		want := map[string]int{}
		for _, text := range texts {
			if holds(text, query) {
				want[text]++
			}
		}
		got := map[string]int{}
		for _, text := range foundBy(t, f, query) {
			got[text]++
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("%q:\n%s", query, diff)
		}
		if flaws, err := f.Check(context.Background()); err != nil || len(flaws) > 0 {
			t.Fatalf("flaws %v, %v", flaws, err)
		}
	})
}

// holds is what a search means, said plainly.
func holds(text, query string) bool {
	words := plan.SearchWords(text)
	written, folded := true, true
	for _, w := range plan.SearchWords(query) {
		begins := slices.ContainsFunc(words, func(x string) bool { return strings.HasPrefix(x, w) })
		written = written && begins
		if part := plan.Folded(w); len([]rune(part)) >= 3 {
			folded = folded && strings.Contains(plan.Folded(text), part)
		} else {
			folded = folded && begins
		}
	}
	return written || folded
}

func TestSearchSurvivesMending(t *testing.T) {
	s := sample(t)
	f := newFile(t, s.edit)
	want := foundBy(t, f, "strategi")
	if _, err := f.db.Exec("DELETE FROM passages WHERE id % 3 = 0"); err != nil {
		t.Fatal(err)
	}
	flaws, err := f.Check(context.Background())
	if err != nil || !slices.ContainsFunc(flaws, func(x Flaw) bool { return x.Kind == FlawProjection && strings.HasPrefix(x.Detail, "passages") }) {
		t.Errorf("the check finds %v, %v", flaws, err)
	}
	if err := f.Rebuild(context.Background()); err != nil {
		t.Fatal(err)
	}
	got := foundBy(t, f, "strategi")
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestOldFilesCanBeSearched(t *testing.T) {
	for n := 1; n < newest(migrations()); n++ {
		path := storedCopy(t, n)
		f, err := Open(context.Background(), path, testOptions())
		if err != nil {
			t.Fatal(err)
		}
		r, err := f.Load(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		title := r.Documents()[0].Latest().Head.Title
		if found := foundBy(t, f, title); !slices.Contains(found, title) {
			t.Errorf("schema %d: %q finds %q", n, title, found)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	f := newFile(b, plan.Edit{})
	for i := range 2_000 {
		newPlanned(b, f, fmt.Sprintf("Kommunikationsplan %d", i), "En sammanfattning om dialog och målgrupper i länet "+time.Duration(i).String())
	}
	for _, query := range []string{"plan", "kommunikationsplan", "malgrupp", "dialog länet", "finns inte"} {
		b.Run(query, func(b *testing.B) {
			for b.Loop() {
				if _, err := f.Search(context.Background(), query, 50, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
