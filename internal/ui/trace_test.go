package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

func TestHowAPlanHangsTogether(t *testing.T) {
	a := window(t)
	a.openExample()
	v := renewed(t, a)
	v.openTrace()
	picture(t, a, "trace")
	if _, ok := v.aside.(*traceView); !ok || v.narrow.Visible() {
		t.Fatal("the view is not in front")
	}
	m := traceModelOf(a.desk, v.about)
	if len(m.rows) == 0 || len(m.rows[0].cells) != len(m.columns) || len(m.rows[0].cells[3]) == 0 {
		t.Fatalf("model %+v", m)
	}
	if len(m.rows[0].cells[3]) <= mostEnds {
		t.Fatal("the example's first goal has few activities")
	}
	cell := m.rows[0].goal.Path.String() + "/" + m.columns[3]
	trace, _ := v.aside.(*traceView)
	before := len(trace.ends(cell, m.rows[0].cells[3]).(*fyne.Container).Objects)
	trace.whole[cell] = true
	if after := len(trace.ends(cell, m.rows[0].cells[3]).(*fyne.Container).Objects); before != mostEnds+1 || after != len(m.rows[0].cells[3]) {
		t.Errorf("%d things are named, then %d", before, after)
	}
	v.openFrom(m.rows[0].goal.Path)
	s := v.form.sheets[string(plan.KeyGoals)]
	if v.aside != nil || v.section != plan.KeyGoals || s == nil {
		t.Fatalf("a goal leads to %s", v.section)
	}
	if row, _ := s.grid.At(); s.ID(row) != string(m.rows[0].goal.Path[0].Row) || !s.grid.Focused() {
		t.Errorf("the keyboard stands on row %d", row)
	}
}

func TestWhatLeadsNowhereIsShown(t *testing.T) {
	a := window(t)
	a.openExample()
	goals := rowsNamed(plan.Filled{plan.KeyText: plan.Text("Vet mer")})
	v := draft(t, a, plan.AssignmentPlan, plan.KeyGoals, plan.NewContent(plan.Filled{
		plan.KeyGoals: plan.Rows(goals...), plan.KeyAudiences: plan.Rows(rowsNamed(plan.Filled{plan.KeyName: plan.Text("Unga")})...),
		plan.KeyActivities: plan.Rows(rowsNamed(plan.Filled{plan.KeyActivity: plan.Text("Brev")})...),
	}))
	m := traceModelOf(a.desk, v.about)
	var got []string
	for _, x := range m.loose {
		for _, e := range x.ends {
			got = append(got, x.title+": "+e.Name)
		}
	}
	want := []string{"Målgrupper som inget mål och ingen aktivitet gäller: Unga", "Aktiviteter utan mål: Brev"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("loose (-want +got):\n%s", diff)
	}
	if got := strings.Join(m.columns, " "); got != "Inriktning Målgrupp Budskap Aktiviteter" {
		t.Errorf("columns %q", got)
	}
	v.openTrace()
	v.aside.show()
}
