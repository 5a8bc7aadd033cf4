package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// searched opens the search and types the words.
func searched(t *testing.T, a *App, words string) *kit.Finder {
	t.Helper()
	a.search()
	var f *kit.Finder
	for _, o := range test.LaidOutObjects(a.window.Canvas().Overlays().Top()) {
		if x, ok := o.(*kit.Finder); ok {
			f = x
		}
	}
	if f == nil {
		t.Fatal("no search is open")
	}
	for _, r := range words {
		a.window.Canvas().Focused().TypedRune(r)
	}
	return f
}

func labels(f *kit.Finder) string {
	var out []string
	for _, c := range f.Found() {
		out = append(out, c.Label+" | "+c.Hint)
	}
	return strings.Join(out, "\n")
}

func TestSearchingTheWindow(t *testing.T) {
	a := window(t)
	a.openExample()
	f := searched(t, a, "aldreraden")
	picture(t, a, "search-folded")
	if got := labels(f); !strings.Contains(got, "Samrådsmöte med äldreråden") || !strings.Contains(got, "Aktivitetsplan") {
		t.Fatalf("found\n%s", got)
	}
	for i, c := range f.Found() {
		if strings.Contains(c.Label, "Samrådsmöte") {
			for range i {
				a.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			}
			break
		}
	}
	a.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if a.window.Canvas().Overlays().Top() != nil {
		t.Error("the search is still open")
	}
	if a.at.document == "" || a.at.section != "activities" || len(a.at.path) != 2 {
		t.Errorf("it opened %+v", a.at)
	}
	picture(t, a, "search-opened")
}

func TestSearchFindsTitlesCommandsAndEntries(t *testing.T) {
	a := window(t)
	a.openExample()
	for words, want := range map[string]string{
		"webbp":      "Webbpolicy | Policy",
		"växla":      "Växla mellan ljust och mörkt",
		"kvarnköpin": "Kvarnköping",
		"xyzzy":      "",
	} {
		f := searched(t, a, words)
		if got := labels(f); !strings.Contains(got, want) || want == "" && got != "" {
			t.Errorf("%s finds\n%s", words, got)
		}
		picture(t, a, "search-"+words)
		a.window.Canvas().Overlays().Top().Hide()
		a.window.Canvas().Overlays().Remove(a.window.Canvas().Overlays().Top())
	}
}

// Everything that a search can find has a place that opens.
func TestEveryFoundPlaceOpens(t *testing.T) {
	a := window(t)
	a.openExample()
	seen := map[plan.ListName]int{}
	for _, words := range []string{"kommunikation", "styrelsen", "länet", "översyn", "plan", "kommun"} {
		found, err := a.file.Search(t.Context(), words, 400, a.desk.today())
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range found {
			if seen[x.List]++; seen[x.List] > 12 {
				continue
			}
			a.openFound(x)
			if top := a.window.Canvas().Overlays().Top(); top != nil {
				picture(t, a, "search-dialog")
				t.Fatalf("%+v opens a dialog", x)
			}
			if x.Document != "" && x.List == "" && (a.at.document != x.Document || a.at.section == "") {
				t.Errorf("%s of %s opens %+v", x.Path(), x.Document, a.at)
			}
		}
	}
	if len(seen) < 6 {
		t.Errorf("found in %v only", seen)
	}
}

// A search keeps what can be picked, not a way to every document that there is.
func TestASearchKeepsWhatItLists(t *testing.T) {
	l := &later{}
	a := windowBeside(t, l.start)
	a.openFile(largeFile(t, 50))
	f := &finding{app: a, run: map[string]func(){}, stop: func() {}}
	for _, typed := range []string{"", "k", "ko", "kom"} {
		found := f.named(typed)
		documents := 0
		for _, d := range a.desk.register().Documents() {
			if f.run[string(d.ID)] != nil {
				documents++
			}
		}
		if documents > mostTitles {
			t.Errorf("%q: %d documents can be opened, %d things are listed", typed, documents, len(found))
		}
		for _, c := range found {
			if f.run[c.Value] == nil {
				t.Errorf("%q: nothing happens where %s is picked", typed, c.Label)
			}
		}
	}
}
