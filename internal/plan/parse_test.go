package plan_test

import (
	"errors"
	"testing"

	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

func field(t *testing.T, kind plan.DocumentKind, k plan.Key) plan.Field {
	t.Helper()
	f, ok := plan.FieldIn(plan.FieldsOf(kind), k)
	if !ok {
		t.Fatalf("no field %s", k)
	}
	return f
}

func TestParseValue(t *testing.T) {
	number := plan.Field{Key: "n", Kind: plan.Decimal}
	several := plan.Field{Key: "c", Kind: plan.Choices, Choices: []string{"a", "b"}}
	for _, c := range []struct {
		field plan.Field
		text  string
		want  plan.Value
		err   error
	}{
		{field(t, plan.Policy, "title"), "Policy för webb", plan.Text("Policy för webb"), nil},
		{field(t, plan.Policy, "title"), "två\r\nrader\n", plan.Text("två rader "), nil},
		{field(t, plan.Policy, "title"), "a\u030a", plan.Text("å"), nil},
		{field(t, plan.Policy, "title"), "", plan.Value{}, nil},
		{field(t, plan.Policy, "body"), "en\r\ntvå", plan.Text("en\ntvå"), nil},
		{number, "12.50", plan.Num(125000), nil},
		{number, "12,50", plan.Value{}, plan.ErrNumber},
		{field(t, plan.Policy, "valid-from"), "2026-12-03", plan.Day(plan.Date{Year: 2026, Month: 12, Day: 3}), nil},
		{field(t, plan.Policy, "valid-from"), "3 december", plan.Value{}, plan.ErrDate},
		{field(t, plan.Policy, "validity"), "until", plan.Text("until"), nil},
		{field(t, plan.Policy, "validity"), "Tills vidare", plan.Value{}, plan.ErrChoice},
		{several, "a, b,", plan.Texts("a", "b"), nil},
		{several, "a,c", plan.Value{}, plan.ErrChoice},
		{field(t, plan.AssignmentPlan, "directions"), "x,y", plan.Texts("x", "y"), nil},
		{field(t, plan.Policy, "appendices"), `{}`, plan.Value{}, plan.ErrKind},
		{field(t, plan.Policy, "appendices"), `[`, plan.Value{}, plan.ErrJSON},
		{field(t, plan.Policy, "appendices"), `[{"public":"maybe"}]`, plan.Value{}, plan.ErrChoice},
		{field(t, plan.PeriodPlan, "accessibility"), `[{"id":"unknown","answer":"yes"}]`, plan.Value{}, plan.ErrRow},
		{field(t, plan.Policy, "version"), "1.0", plan.Value{}, plan.ErrField},
		{field(t, plan.Policy, "strategy"), "x", plan.Value{}, plan.ErrField},
	} {
		v, err := plan.ParseValue(c.field, c.text)
		if !errors.Is(err, c.err) || c.err == nil && !v.Equal(c.want) {
			t.Errorf("%s %q is read as %v, %v; want %v, %v", c.field.Key, c.text, v, err, c.want, c.err)
		}
	}
}

func TestParseRow(t *testing.T) {
	activities := field(t, plan.AssignmentPlan, plan.KeyActivities)
	r, err := plan.ParseRow(activities, `{"activity":"Lunchmöte","start":"2027-01-11"}`)
	if err != nil || r.ID == "" || r.Cells.Text(plan.KeyActivity) != "Lunchmöte" || r.Cells.Get(plan.KeyStart).Date().String() != "2027-01-11" {
		t.Errorf("row %v, %v", r, err)
	}
	for s, want := range map[string]error{
		`{"activity":1}`: plan.ErrKind, `{},{}`: plan.ErrJSON, ``: plan.ErrJSON, `"text"`: plan.ErrJSON, `{"status":"late"}`: plan.ErrChoice,
		`{"start":"2027-02-30"}`: plan.ErrDate,
	} {
		if _, err := plan.ParseRow(activities, s); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", s, err, want)
		}
	}
}

// Whatever a field may hold, CheckValue lets pass, and the kinds exclude each
// other.
func TestCheckValueKnowsTheKinds(t *testing.T) {
	var fields []plan.Field
	for _, k := range plan.DocumentKinds() {
		fields = append(fields, plan.FieldsOf(k)...)
	}
	rapid.Check(t, func(t *rapid.T) {
		f := rapid.SampledFrom(fields).Draw(t, "field")
		if !f.Stored() {
			if err := plan.CheckValue(f, plan.Text("x")); !errors.Is(err, plan.ErrField) {
				t.Fatalf("%s is not stored and takes a text: %v", f.Key, err)
			}
			return
		}
		v := plantest.RandomValue(t, f)
		if err := plan.CheckValue(f, v); err != nil {
			t.Fatalf("%s refuses its own value: %v", f.Key, err)
		}
		for _, w := range []plan.Value{plan.Num(1), plan.Day(plan.Date{Year: 1, Month: 1, Day: 1}), plan.Texts("a"), plan.Rows(plan.Row{ID: "a"})} {
			if !v.IsZero() && w.Kind() != v.Kind() {
				if err := plan.CheckValue(f, w); !errors.Is(err, plan.ErrKind) {
					t.Fatalf("%s takes a value of kind %d: %v", f.Key, w.Kind(), err)
				}
			}
		}
	})
}
