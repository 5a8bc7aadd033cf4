package plan_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// uuids is a content whose rows have IDs as in a real file.
func uuids() plan.Content {
	row := func(id plan.ID, text string) plan.Row {
		return plan.Row{ID: id, Cells: plan.NewContent(plan.Filled{plan.KeyText: plan.Text(text)})}
	}
	return plan.NewContent(plan.Filled{plan.KeyGoals: plan.Rows(
		row("9a1c0000-0000-4000-8000-000000000001", "a"), row("9a1d0000-0000-4000-8000-000000000002", "b"),
		row("12345678-0000-4000-8000-000000000003", "c"),
	)})
}

func TestParsePath(t *testing.T) {
	fields, c := plan.FieldsOf(plan.PeriodPlan), uuids()
	const a, b, third = "9a1c0000-0000-4000-8000-000000000001", "9a1d0000-0000-4000-8000-000000000002", "12345678-0000-4000-8000-000000000003"
	for s, want := range map[string]string{
		"title":                         "title",
		"goals":                         "goals",
		"goals[1]":                      "goals[" + a + "]",
		"goals[2].target":               "goals[" + b + "].target",
		"goals[9a1c].target":            "goals[" + a + "].target",
		"goals[" + b + "].text":         "goals[" + b + "].text",
		"goals[12345678].text":          "goals[" + third + "].text",
		"goals[3].results[+]":           "goals[" + third + "].results[+]",
		"goals[+]":                      "goals[+]",
		"accessibility[subtitles].note": "accessibility[subtitles].note",
		"accessibility[1].answer":       "accessibility[digital-accessibility].answer",
	} {
		if p, err := plan.ParsePath(fields, c, s); err != nil || p.String() != want {
			t.Errorf("%q is read as %q, %v; want %q", s, p, err, want)
		}
	}
	for s, want := range map[string]error{
		"": plan.ErrField, "nothing": plan.ErrField, "goals.target": plan.ErrField, "title[1]": plan.ErrField, "goals[1].nothing": plan.ErrField,
		"goals[1": plan.ErrField, "goals[]": plan.ErrField, "goals]1[": plan.ErrField, "goals[1]x": plan.ErrField, "goals[+].text": plan.ErrField,
		"goals[1].": plan.ErrField, ".title": plan.ErrField, "goals[1].text.more": plan.ErrField,
		"goals[0]": plan.ErrRow, "goals[4]": plan.ErrRow, "goals[9]": plan.ErrRow, "goals[-1]": plan.ErrRow, "goals[beef]": plan.ErrRow,
		"accessibility[10]": plan.ErrRow, "accessibility[+]": plan.ErrRow, "directions[1].code": plan.ErrRow,
		"goals[9a1]": plan.ErrAmbiguous,
	} {
		if p, err := plan.ParsePath(fields, c, s); !errors.Is(err, want) {
			t.Errorf("%q is read as %q, %v; want %v", s, p, err, want)
		}
	}
}

// leaf is a place in a content where a value may stand.
type leaf struct {
	path  plan.Path
	field plan.Field
}

func leaves(fields []plan.Field, c plan.Content, above func(plan.Key) plan.Path) []leaf {
	var out []leaf
	for _, f := range fields {
		if !f.Stored() {
			continue
		}
		p := above(f.Key)
		out = append(out, leaf{p, f})
		for _, r := range c.Get(f.Key).Rows() {
			out = append(out, leaves(f.Columns, r.Cells, func(k plan.Key) plan.Path { return p.In(r.ID, k) })...)
		}
	}
	return out
}

func TestPathsKeepTheLawsOfGetAndSet(t *testing.T) {
	fields := plan.FieldsOf(plan.AssignmentPlan)
	gen := plantest.Random(fields)
	rapid.Check(t, func(t *rapid.T) {
		c := gen.Draw(t, "content")
		all := leaves(fields, c, plan.PathTo)
		at := rapid.SampledFrom(all).Draw(t, "at")
		v := plantest.RandomValue(t, at.field)
		if p, err := plan.ParsePath(fields, c, at.path.String()); err != nil || p.String() != at.path.String() {
			t.Fatalf("%s is read back as %s, %v", at.path, p, err)
		}
		if f, err := plan.FieldAt(fields, at.path); err != nil || f.Key != at.field.Key || f.Kind != at.field.Kind {
			t.Fatalf("%s leads to %v, %v", at.path, f.Key, err)
		}
		before := plan.Seal(c)
		set, err := c.SetIn(fields, at.path, v)
		if err != nil {
			t.Fatalf("set %s: %v", at.path, err)
		}
		if !set.At(at.path).Equal(v) {
			t.Fatalf("%s is not what it was set to", at.path)
		}
		if same, err := c.Set(at.path, c.At(at.path)); err != nil || !same.Equal(c) {
			t.Fatalf("%s set to what it is changes the content: %v", at.path, err)
		}
		if twice, err := set.Set(at.path, v); err != nil || !twice.Equal(set) {
			t.Fatalf("%s set twice differs: %v", at.path, err)
		}
		if back, err := set.Set(at.path, c.At(at.path)); err != nil || !back.Equal(c) {
			t.Fatalf("%s set back differs: %v", at.path, err)
		}
		if plan.Seal(c).Hash != before.Hash {
			t.Fatalf("setting %s changed the content it came from", at.path)
		}
	})
}

func TestSetRefusesWhatIsNotThere(t *testing.T) {
	fields, c := plan.FieldsOf(plan.PeriodPlan), uuids()
	goals := plan.PathTo(plan.KeyGoals)
	for _, x := range []struct {
		path plan.Path
		to   plan.Value
		want error
	}{
		{nil, plan.Text("x"), plan.ErrField},
		{plan.PathTo("nothing"), plan.Text("x"), plan.ErrField},
		{goals.In("gone", plan.KeyText), plan.Text("x"), plan.ErrRow},
		{goals.In(plan.NewRow, plan.KeyText), plan.Text("x"), plan.ErrRow},
		{goals.AtRow("9a1c0000-0000-4000-8000-000000000001"), plan.Text("x"), plan.ErrKind},
		{plan.PathTo("version"), plan.Text("x"), plan.ErrField},
		{plan.PathTo("strategy"), plan.Texts("x"), plan.ErrField},
		{plan.PathTo("summary"), plan.Num(1), plan.ErrKind},
		{plan.PathTo("validity"), plan.Text("for ever"), plan.ErrChoice},
		{plan.PathTo("accessibility").In("no-question", plan.KeyAnswer), plan.Text("yes"), plan.ErrRow},
	} {
		after, err := c.SetIn(fields, x.path, x.to)
		if !errors.Is(err, x.want) {
			t.Errorf("set %s: %v, want %v", x.path, err, x.want)
		}
		if !after.Equal(c) {
			t.Errorf("a refused set of %s changed the content", x.path)
		}
	}
	if !c.At(goals.In("gone", plan.KeyText)).IsZero() || !c.At(plan.Path{{Key: plan.KeyGoals}, {Key: plan.KeyText}}).IsZero() || !c.At(nil).IsZero() {
		t.Error("a path that leads nowhere gives a value")
	}
}

func TestChecklistRowsAreMadeInTheirOrder(t *testing.T) {
	fields := plan.FieldsOf(plan.PeriodPlan)
	f, _ := plan.FieldIn(fields, "accessibility")
	var c plan.Content
	for _, id := range []plan.ID{f.Fixed[8], f.Fixed[0], f.Fixed[4]} {
		var err error
		if c, err = c.SetIn(fields, plan.PathTo(f.Key).In(id, plan.KeyAnswer), plan.Text(plan.Yes)); err != nil {
			t.Fatal(err)
		}
	}
	var got []plan.ID
	for _, r := range c.Get(f.Key).Rows() {
		got = append(got, r.ID)
	}
	if diff := cmp.Diff([]plan.ID{f.Fixed[0], f.Fixed[4], f.Fixed[8]}, got); diff != "" {
		t.Errorf("questions (-want +got):\n%s", diff)
	}
}

func ids(c plan.Content, list plan.Path) string {
	s := ""
	for _, r := range c.At(list).Rows() {
		s += string(r.ID) + " "
	}
	return s
}

func TestRowsAreInsertedMovedAndRemoved(t *testing.T) {
	c := plantest.Content(plan.PeriodPlan, 3)
	goals := plan.PathTo(plan.KeyGoals)
	results := goals.In("goals-2", plan.KeyResults)
	steps := []struct {
		name string
		do   func(plan.Content) (plan.Content, error)
		list plan.Path
		want string
	}{
		{"insert first", func(c plan.Content) (plan.Content, error) { return c.InsertRow(goals, 0, plan.Row{ID: "new"}) }, goals, "new goals-1 goals-2 goals-3 "},
		{"insert past the end", func(c plan.Content) (plan.Content, error) { return c.InsertRow(goals, 99, plan.Row{ID: "last"}) }, goals, "new goals-1 goals-2 goals-3 last "},
		{"move down", func(c plan.Content) (plan.Content, error) { return c.MoveRow(goals.AtRow("new"), 2) }, goals, "goals-1 goals-2 new goals-3 last "},
		{"move up", func(c plan.Content) (plan.Content, error) { return c.MoveRow(goals.AtRow("last"), 0) }, goals, "last goals-1 goals-2 new goals-3 "},
		{"remove", func(c plan.Content) (plan.Content, error) { return c.RemoveRow(goals.AtRow("new")) }, goals, "last goals-1 goals-2 goals-3 "},
		{"insert below", func(c plan.Content) (plan.Content, error) { return c.InsertRow(results, 1, plan.Row{ID: "r"}) }, results, "goals-2-results-1 r goals-2-results-2 "},
		{"remove below", func(c plan.Content) (plan.Content, error) { return c.RemoveRow(results.AtRow("goals-2-results-1")) }, results, "r goals-2-results-2 "},
		{"move below", func(c plan.Content) (plan.Content, error) { return c.MoveRow(results.AtRow("r"), 1) }, results, "goals-2-results-2 r "},
	}
	for _, s := range steps {
		before := plan.Seal(c).Hash
		after, err := s.do(c)
		if err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		if got := ids(after, s.list); got != s.want {
			t.Errorf("%s: %s, want %s", s.name, got, s.want)
		}
		if plan.Seal(c).Hash != before {
			t.Fatalf("%s changed the content it came from", s.name)
		}
		c = after
	}
	for name, refuse := range map[string]func() (plan.Content, error){
		"insert twice": func() (plan.Content, error) { return c.InsertRow(goals, 0, plan.Row{ID: "last"}) },
		"insert nowhere": func() (plan.Content, error) {
			return c.InsertRow(goals.In("gone", plan.KeyResults), 0, plan.Row{ID: "x"})
		},
		"move too far":   func() (plan.Content, error) { return c.MoveRow(goals.AtRow("last"), 4) },
		"move nothing":   func() (plan.Content, error) { return c.MoveRow(goals.AtRow("gone"), 0) },
		"remove nothing": func() (plan.Content, error) { return c.RemoveRow(goals) },
		"remove no path": func() (plan.Content, error) { return c.RemoveRow(nil) },
	} {
		if after, err := refuse(); err == nil || !after.Equal(c) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzParsePath(f *testing.F) {
	for _, s := range []string{"title", "goals[2].target", "goals[goals-1].results[+]", "accessibility[subtitles].note", "goals[", "a.b", "[]", "goals[1][2]"} {
		f.Add(s)
	}
	fields, c := plan.FieldsOf(plan.PeriodPlan), plantest.Content(plan.PeriodPlan, 3)
	f.Fuzz(func(t *testing.T, s string) {
		p, err := plan.ParsePath(fields, c, s)
		if err != nil {
			return
		}
		if _, err := plan.FieldAt(fields, p); err != nil {
			t.Fatalf("%q is read as %s, which leads nowhere: %v", s, p, err)
		}
		if again, err := plan.ParsePath(fields, c, p.String()); err != nil || again.String() != p.String() {
			t.Fatalf("%q is read as %s, read back as %s, %v", s, p, again, err)
		}
	})
}

func ExampleParsePath() {
	fields, c := plan.FieldsOf(plan.PeriodPlan), plantest.Content(plan.PeriodPlan, 2)
	p, _ := plan.ParsePath(fields, c, "goals[2].target")
	fmt.Println(p, p.Catalogue())
	// Output: goals[goals-2].target goals.target
}
