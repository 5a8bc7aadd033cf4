package ui

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"testing"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// soakEdits is how many edits a long use has: few, or as many as LEDSTJARNA_SOAK says,
// of a file with 50 plans, or of the largest that LEDSTJARNA_LARGE keeps.
func soakEdits(t *testing.T) (edits, plans int) {
	t.Helper()
	edits, plans = 60, 50
	if s := os.Getenv("LEDSTJARNA_SOAK"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 10 {
			t.Fatalf("LEDSTJARNA_SOAK is %q", s)
		}
		edits = n
	}
	if all := largePlans(); os.Getenv("LEDSTJARNA_LARGE") != "" {
		plans = all[len(all)-1]
	}
	return edits, plans
}

// heap is how much memory is held. The toolkit's test driver never gives up what it has
// cached of widgets that are gone, so that it grows here and not in a real window.
func heap() float64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / (1 << 20)
}

// A long use with edits, undone and done again, and going from room to room, starts
// nothing that stays, and what is kept of documents and versions is of those that there
// are.
func TestLongUseKeepsNothing(t *testing.T) {
	edits, plans := soakEdits(t)
	a, run := largeWindow(t, plans)
	drafts := soakDrafts(a)
	started := runtime.NumGoroutine()
	for n := range edits {
		soakEdit(t, a, drafts[n%len(drafts)], n)
		if n%5 == 0 {
			a.open(place{room: rooms()[n/5%len(rooms())]})
			run()
		}
		if n%9 == 0 {
			for _, do := range []func() error{a.file.Undo, a.file.Redo} {
				if err := do(); err != nil {
					t.Fatal(err)
				}
			}
		}
		if every := max(1, edits/5); (n+1)%every == 0 {
			t.Logf("after %d edits: %.1f MB, %d goroutines, %s", n+1, heap(), runtime.NumGoroutine(), resident())
		}
	}
	if n := runtime.NumGoroutine(); n > started {
		t.Errorf("%d goroutines at the end, %d at first", n, started)
	}
	if n, v, all := len(a.desk.book.of), len(a.week.read), len(a.desk.register().Documents()); n > all || v > all {
		t.Errorf("facts of %d documents and the week of %d versions are kept, there are %d documents", n, v, all)
	}
}

// soakDrafts are some documents that can be written.
func soakDrafts(a *App) []plan.Document {
	var out []plan.Document
	r := a.desk.register()
	for _, d := range r.Documents() {
		if r.Editable(d, d.Latest()) == nil && len(out) < 10 {
			out = append(out, d)
		}
	}
	return out
}

// soakEdit writes a cell, or types a text.
func soakEdit(t *testing.T, a *App, d plan.Document, n int) {
	t.Helper()
	if n%2 == 0 {
		a.open(place{room: roomPlans, document: d.ID, section: plan.KeyActivities})
		s := a.front.(*documentView).form.sheets[string(plan.KeyActivities)]
		if wrong := s.set(n%50, string(plan.KeyActivity), kit.CellInput{Text: fmt.Sprintf("Möte %d %d", n, time.Now().UnixNano())}); wrong != "" {
			t.Fatal(wrong)
		}
		return
	}
	typist := typeTitle(t, a, d)
	for _, r := range fmt.Sprintf("text %d ", n) {
		typist.TypedRune(r)
	}
	if err := a.file.Typing().Leave(); err != nil {
		t.Fatal(err)
	}
}
