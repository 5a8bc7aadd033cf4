package ui

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

func TestAListIsArrangedByWhatStandsBehindItsCells(t *testing.T) {
	p, today := swedish(t), on(t, "2026-11-22")
	members := registerOf(plan.ListMembers,
		plan.Filled{plan.KeyName: plan.Text("Örebro"), plan.KeyPopulation: num(158_000)},
		plan.Filled{plan.KeyName: plan.Text("Ale"), plan.KeyPopulation: num(9_500)},
		plan.Filled{plan.KeyName: plan.Text("Åmål")},
		plan.Filled{plan.KeyName: plan.Text("Älmhult"), plan.KeyPopulation: num(17_900), plan.KeyNote: plan.Text("Möbler")})
	periods := registerOf(plan.ListPeriods,
		plan.Filled{plan.KeyName: plan.Text("lång"), plan.KeyStart: plan.Day(on(t, "2023-01-01")), plan.KeyEnd: plan.Day(on(t, "2026-12-31"))},
		plan.Filled{plan.KeyName: plan.Text("kort"), plan.KeyStart: plan.Day(on(t, "2027-01-01")), plan.KeyEnd: plan.Day(on(t, "2027-01-09"))})
	for name, c := range map[string]struct {
		r    plan.Register
		list plan.ListName
		by   registerArrangement
		want []string
	}{
		"usual":              {members, plan.ListMembers, registerArrangement{}, []string{"Ale", "Åmål", "Älmhult", "Örebro"}},
		"names down":         {members, plan.ListMembers, registerArrangement{by: "name", down: true}, []string{"Örebro", "Älmhult", "Åmål", "Ale"}},
		"numbers":            {members, plan.ListMembers, registerArrangement{by: "population"}, []string{"Ale", "Älmhult", "Örebro", "Åmål"}},
		"empty last down":    {members, plan.ListMembers, registerArrangement{by: "population", down: true}, []string{"Örebro", "Älmhult", "Ale", "Åmål"}},
		"no such column":     {members, plan.ListMembers, registerArrangement{by: "nothing"}, []string{"Ale", "Åmål", "Älmhult", "Örebro"}},
		"words of any cell":  {members, plan.ListMembers, registerArrangement{text: "mobler ALM"}, []string{"Älmhult"}},
		"no such words":      {members, plan.ListMembers, registerArrangement{text: "xyz"}, nil},
		"days of the length": {periods, plan.ListPeriods, registerArrangement{by: columnLength}, []string{"kort", "lång"}},
		"days":               {periods, plan.ListPeriods, registerArrangement{by: "start"}, []string{"lång", "kort"}},
	} {
		m := registerModelOf(p, c.r, c.list, today)
		m.arrange(p, c.by)
		if d := cmp.Diff(c.want, shownCells(m, "name")); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

// What is written keeps its place and is not filtered away while the keyboard is there;
// pressing a head puts everything in order. Filter and order are the list's own.
func TestAnArrangedListStaysWhileItIsWritten(t *testing.T) {
	a := window(t)
	a.openExample()
	a.open(place{room: roomLibrary, list: plan.ListMembers})
	v := a.front.(*libraryView)
	all := v.table.Rows()
	v.arrange(registerArrangement{text: "under", by: "name", down: true})
	some := v.table.Rows()
	if some == 0 || some >= all || !v.bar.clear.Visible() {
		t.Fatalf("%d of %d rows are left", some, all)
	}
	first := v.table.ID(0)
	if wrong := v.table.set(0, "name", kit.CellInput{Text: "Xyz"}); wrong != "" {
		t.Fatal(wrong)
	}
	if v.table.ID(0) != first || v.table.Rows() != some {
		t.Errorf("what was written went from its place, %d rows", v.table.Rows())
	}
	v.table.set(some, "name", kit.CellInput{Text: "Ny"})
	if v.table.Rows() != some+1 || v.table.Text(some, "name") != "Ny" {
		t.Errorf("what is new is not last: %d rows", v.table.Rows())
	}
	v.sortBy("name", false)
	if v.table.Rows() != some { // without what is new
		t.Errorf("%d rows in order, want those with the word", v.table.Rows())
	}
	v.list = plan.ListRoles
	v.fill()
	if v.bar.find.Text() != "" || v.bar.clear.Visible() {
		t.Errorf("another list is filtered by %q", v.bar.find.Text())
	}
	v.list = plan.ListMembers
	v.fill()
	v.bar.showAll()
	if v.table.Rows() != all+1 || v.arranged().by != "name" {
		t.Errorf("%d rows, by %q", v.table.Rows(), v.arranged().by)
	}
}

func TestWidthsOfAListAreKept(t *testing.T) {
	a := window(t)
	a.openExample()
	for _, l := range []plan.ListName{plan.ListMembers, plan.ListMeetings} {
		a.open(place{room: roomLibrary, list: l})
		v := a.front.(*libraryView)
		a.prefs.setWidths(v.table.widthsName(), map[string]float32{string(v.table.model.columns[0].field.Key): 180})
		a.open(place{room: roomTodo})
		a.open(place{room: roomLibrary, list: l})
		v = a.front.(*libraryView)
		if len(v.table.widths()) != 1 {
			t.Fatalf("%s has the widths %v", l, v.table.widths())
		}
		menu := v.orderMenu()
		menu[len(menu)-1].Run()
		if len(v.table.widths()) != 0 || len(a.prefs.widths(v.table.widthsName())) != 0 {
			t.Errorf("%s keeps %v", l, v.table.widths())
		}
	}
}
