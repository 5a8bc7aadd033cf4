package plan_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

func TestValuesOwnWhatTheyHold(t *testing.T) {
	texts := []string{"a", "b"}
	rows := []plan.Row{{ID: "1"}, {ID: "2"}}
	several, list := plan.Texts(texts...), plan.Rows(rows...)
	texts[0], rows[0].ID = "changed", "changed"
	several.Texts()[1], list.Rows()[1].ID = "changed", "changed"
	if diff := cmp.Diff([]string{"a", "b"}, several.Texts()); diff != "" {
		t.Errorf("texts can be changed from outside:\n%s", diff)
	}
	if _, i, ok := list.Row("2"); !ok || i != 1 || list.Rows()[0].ID != "1" {
		t.Errorf("rows can be changed from outside: %v", list.Rows())
	}
}

func TestNothingIsAnUnfilledField(t *testing.T) {
	for name, v := range map[string]plan.Value{
		"text": plan.Text(""), "date": plan.Day(plan.Date{}), "codes": plan.Texts(), "rows": plan.Rows(), "reference": plan.Ref(""),
	} {
		if !v.IsZero() || !v.Equal(plan.Value{}) {
			t.Errorf("%s: nothing is a value of kind %d", name, v.Kind())
		}
	}
	if plan.Num(0).IsZero() {
		t.Error("the number 0 is unfilled")
	}
}

func TestContentIsNotChangedByWith(t *testing.T) {
	c := plan.NewContent(plan.Filled{"a": plan.Text("1"), "b": plan.Value{}})
	d := c.With("a", plan.Text("2")).With("c", plan.Num(3))
	e := d.With("a", plan.Value{})
	if c.Len() != 1 || c.Text("a") != "1" || d.Text("a") != "2" || e.Text("a") != "" || !e.Get("a").IsZero() {
		t.Errorf("c %v, d %v, e %v", c.Keys(), d.Keys(), e.Keys())
	}
	if diff := cmp.Diff([]plan.Key{"a", "c"}, d.Keys()); diff != "" {
		t.Errorf("keys:\n%s", diff)
	}
	if !e.Equal(plan.NewContent(plan.Filled{"c": plan.Num(3)})) || e.Equal(d) {
		t.Error("equal contents differ, or different ones are equal")
	}
}
