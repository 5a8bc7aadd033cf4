package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

func documentsOf(t testing.TB, a *App, in room) *documentsView {
	t.Helper()
	a.open(place{room: in})
	v, ok := a.front.(*documentsView)
	if !ok {
		t.Fatal("the list is not in front")
	}
	return v
}

// titles are those of the lines, and the heads as "# …".
func (v *documentsView) titles() []string {
	var out []string
	for _, r := range v.rows.rows {
		if r.head != "" {
			out = append(out, "# "+r.head)
			continue
		}
		out = append(out, r.line.title)
	}
	return out
}

func TestListsOfDocumentsAtEverySize(t *testing.T) {
	a := window(t)
	a.openExample()
	for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 1000, Height: 700}} {
		a.window.Resize(size)
		for _, look := range []string{"light-sv", "dark-en"} {
			mode, lang, _ := strings.Cut(look, "-")
			a.prefs.setMode(mode)
			a.applyTheme()
			a.prefs.setLanguage(lang)
			a.relabel()
			for _, in := range []room{roomPlans, roomSteering} {
				v := documentsOf(t, a, in)
				v.clear()
				name := fmt.Sprintf("documents-%s-%s-%.0f", in, look, size.Width)
				picture(t, a, name)
				if w := v.whole.MinSize().Width; w > size.Width-48 { // beside the folded navigation
					t.Errorf("%s wants %v", name, w)
				}
				v.setFilter(documentFilter{owner: "Kommunikationschef", review: filterPressing})
				v.bar.take(v.filter())
				picture(t, a, name+"-filtered")
				v.setFilter(documentFilter{text: "finns inte"})
				v.bar.take(v.filter())
				picture(t, a, name+"-none")
				if len(v.rows.rows) != 0 || v.card.Visible() || !v.blank.Visible() {
					t.Errorf("%s shows %q", name, v.titles())
				}
			}
		}
	}
}

func TestAListOfDocumentsIsFiltered(t *testing.T) {
	a := window(t)
	a.openExample()
	v := documentsOf(t, a, roomSteering)
	all := v.titles()
	v.bar.find.SetText("samverkansavtal")
	v.bar.tell()
	if diff := cmp.Diff([]string{"# Samverkansavtal · 1", "Samverkansavtal"}, v.titles()); diff != "" {
		t.Error(diff)
	}
	a.open(place{room: roomTodo})
	clear(a.views)
	v = documentsOf(t, a, roomSteering)
	if len(v.rows.rows) != 2 || v.bar.find.Text() != "samverkansavtal" {
		t.Errorf("after another room: %q", v.titles())
	}
	if !slices.Contains(buttons(v.object()), "Rensa filter") {
		t.Error("the filter cannot be cleared")
	}
	v.clear()
	if diff := cmp.Diff(all, v.titles()); diff != "" || v.bar.find.Text() != "" {
		t.Error(diff)
	}
	v.bar.find.SetText("policy")
	v.bar.tell()
	a.closeFile()
	a.openExample()
	if v = documentsOf(t, a, roomSteering); len(v.titles()) != len(all) {
		t.Errorf("another file begins with %q", v.titles())
	}
}

func TestAListOfDocumentsIsArranged(t *testing.T) {
	a := window(t)
	a.openExample()
	v := documentsOf(t, a, roomPlans)
	run := func(label string) {
		t.Helper()
		menu := v.orderMenu()
		i := slices.IndexFunc(menu, func(m kit.MenuItem) bool { return m.Label == label && m.Run != nil && !m.Off })
		if i < 0 {
			t.Fatalf("%q is not offered", label)
		}
		menu[i].Run()
	}
	run("Namn")
	run("Fallande")
	run("Inga grupper")
	want := slices.Clone(v.titles())
	if !slices.IsSortedFunc(want, func(x, y string) int { return a.words.Compare(y, x) }) || strings.HasPrefix(want[0], "#") {
		t.Errorf("by name from the end: %q", want)
	}
	clear(a.views)
	v = documentsOf(t, a, roomPlans)
	if diff := cmp.Diff(want, v.titles()); diff != "" {
		t.Errorf("not remembered: %s", diff)
	}
	run("Vanlig ordning")
	run("Mandatperiod")
	if v.by != (documentOrder{}) || !strings.HasPrefix(v.titles()[0], "# Mandatperiod") {
		t.Errorf("the usual order is %q", v.titles())
	}
	a.prefs.setWidths(v.name(), map[string]float32{listsOwner: 200})
	clear(a.views)
	v = documentsOf(t, a, roomPlans)
	if v.table.Widths()[listsOwner] != 200 {
		t.Errorf("widths %v", v.table.Widths())
	}
	run("Återställ kolumnbredder")
	if len(v.table.Widths())+len(a.prefs.widths(v.name())) != 0 {
		t.Errorf("widths %v", v.table.Widths())
	}
}

// One click or Return opens the version of the row, and the list keeps its place.
func TestARowOfDocumentsOpens(t *testing.T) {
	a := window(t)
	a.openExample()
	v := documentsOf(t, a, roomPlans) // with the keyboard on the first row
	a.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if want := v.rows.rows[1].line.document; a.at.document != want {
		t.Errorf("opened %q, want %q", a.at.document, want)
	}
	if v = documentsOf(t, a, roomPlans); v.table.Selected() != 1 {
		t.Errorf("back on row %d", v.table.Selected())
	}
}

// BenchmarkFilterDocuments is one letter in the filter of a list of 5,000 documents.
func BenchmarkFilterDocuments(b *testing.B) {
	a := window(b)
	a.openExample()
	v := documentsOf(b, a, roomPlans)
	p := a.words
	lines := make([]*documentLine, 5000)
	for i := range lines {
		title := fmt.Sprintf("Kommunikationsplan för målgrupp %d", i*7919%5000)
		lines[i] = &documentLine{
			document: v.rows.rows[1].line.document, version: plan.ID(fmt.Sprint(i)), title: title, folded: plan.Folded(title), order: p.SortKey(title),
			status: statuses()[i%len(statuses())], period: documentPeriod{id: plan.ID(fmt.Sprint(i % 9)), start: fmt.Sprint(2000 + i%9), name: "x"},
		}
	}
	v.groups, v.all = documentGroups(p, lines, roomPlans, documentOrder{}), len(lines)
	text := "malgrupp 1234"
	timed(b, func(n int) {
		v.bar.find.SetText(text[:n%len(text)])
		v.bar.tell()
	})
}

// BenchmarkLargeDocumentOrder sorts and groups the list of plans anew.
func BenchmarkLargeDocumentOrder(b *testing.B) {
	largeBench(b, func(b *testing.B, a *App, _ func()) {
		v := documentsOf(b, a, roomPlans)
		timed(b, func(n int) { v.arrange(documentOrder{by: listsTitle, down: n%2 == 0, group: groupings()[n%4]}) })
	})
}

// The widths of the activities' columns are remembered for the list, and can be taken
// back.
func TestTheWidthsOfAListAreRemembered(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomPlans, document: "doc-naravard", section: plan.KeyActivities})
	sheetInFront := func() *sheet {
		v, ok := a.front.(*documentView)
		if !ok {
			t.Fatal("the plan is not in front")
		}
		return v.form.sheets[string(plan.KeyActivities)]
	}
	s := sheetInFront()
	a.prefs.setWidths(s.columnName(), map[string]float32{string(plan.KeyChannel): 144.5})
	a.open(place{room: roomTodo})
	a.open(place{room: roomPlans, document: "doc-naravard", section: plan.KeyActivities})
	s = sheetInFront()
	if got := s.grid.Widths(); got[string(plan.KeyChannel)] != 144.5 {
		t.Errorf("widths %v", got)
	}
	menu := s.columnMenu()
	menu[len(menu)-1].Run()
	if n := len(s.grid.Widths()) + len(a.prefs.widths(s.columnName())); n != 0 {
		t.Errorf("%d widths are left", n)
	}
	if menu = s.columnMenu(); !menu[len(menu)-1].Off {
		t.Error("the usual widths can be taken back")
	}
}
