package plan_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

func TestSealedContentOpensAsItWas(t *testing.T) {
	for _, k := range plan.DocumentKinds() {
		t.Run(string(k), func(t *testing.T) {
			fields := plan.FieldsOf(k)
			rapid.Check(t, func(t *rapid.T) {
				c := plantest.Random(fields).Draw(t, "content")
				sealed := plan.Seal(c)
				opened, err := plan.Open(fields, sealed.JSON)
				if err != nil {
					t.Fatalf("open %s: %v", sealed.JSON, err)
				}
				if !opened.Content.Equal(c) {
					t.Fatalf("opened differs from what was sealed:\n%s", sealed.JSON)
				}
				if again := plan.Seal(opened.Content); !bytes.Equal(again.JSON, sealed.JSON) || again.Hash != opened.Hash {
					t.Fatalf("sealed twice:\n%s\n%s", sealed.JSON, again.JSON)
				}
				if opened.Catalogue != plan.CatalogueNumber || !json.Valid(sealed.JSON) {
					t.Fatalf("catalogue %d, JSON %s", opened.Catalogue, sealed.JSON)
				}
			})
		})
	}
}

func TestEqualContentsGiveEqualBytes(t *testing.T) {
	decomposed := plan.NewContent(plan.Filled{"title": plan.Text("Ma\u030algrupp"), "body": plan.Text("x")})
	composed := plan.Content{}.With("body", plan.Text("x")).With("title", plan.Text("Målgrupp"))
	if a, b := plan.Seal(decomposed), plan.Seal(composed); a.Hash != b.Hash || !a.Content.Equal(b.Content) {
		t.Errorf("what looks equal is not:\n%s\n%s", a.JSON, b.JSON)
	}
	want := `{"#":1,"body":"x","title":"Målgrupp"}`
	if got := string(plan.Seal(composed).JSON); got != want {
		t.Errorf("canonical JSON is %s, want %s", got, want)
	}
}

func TestOpenKeepsWhatItDoesNotKnow(t *testing.T) {
	stored := `{"#":7,"goals":[{"@":"r1","new-column":{"a":[1,2.50,"å"]},"text":"Mål"}],"new-field":[true,null],"title":"T"}`
	s, err := plan.Open(plan.FieldsOf(plan.PeriodPlan), []byte(stored))
	if err != nil {
		t.Fatal(err)
	}
	if s.Catalogue != 7 || string(s.JSON) != stored {
		t.Errorf("catalogue %d, JSON %s", s.Catalogue, s.JSON)
	}
	changed := s.Content.With(plan.KeyTitle, plan.Text("U"))
	want := strings.Replace(strings.Replace(stored, `"#":7`, `"#":1`, 1), `"T"`, `"U"`, 1)
	if got := string(plan.Seal(changed).JSON); got != want {
		t.Errorf("after a change:\n%s\nwant\n%s", got, want)
	}
}

func TestOpenRefuses(t *testing.T) {
	deep := strings.Repeat(`{"results":[`, 12) + `{}` + strings.Repeat(`]}`, 12)
	for _, c := range []struct {
		stored string
		want   error
	}{
		{``, plan.ErrJSON},
		{`null`, plan.ErrJSON},
		{`[]`, plan.ErrJSON},
		{`"text"`, plan.ErrJSON},
		{`{"title":}`, plan.ErrJSON},
		{`{"title":"a"} {}`, plan.ErrJSON},
		{"{\"title\":\"\xff\"}", plan.ErrJSON},
		{`{"#":"one"}`, plan.ErrJSON},
		{`{"title":1}`, plan.ErrKind},
		{`{"title":["a"]}`, plan.ErrKind},
		{`{"goals":"a"}`, plan.ErrKind},
		{`{"goals":[{"baseline":"12"}]}`, plan.ErrKind},
		{`{"goals":[{"baseline":true}]}`, plan.ErrKind},
		{`{"goals":[{"baseline":1e3}]}`, plan.ErrNumber},
		{`{"goals":[{"target-date":"2026-02-30"}]}`, plan.ErrDate},
		{`{"goals":[{"@":"a"},{"@":"a"}]}`, plan.ErrJSON},
		{`{"goals":[{"@":5}]}`, plan.ErrJSON},
		{`{"goals":[null]}`, plan.ErrJSON},
		{`{"version":"1.0"}`, plan.ErrField},
		{`{"strategy":["x"]}`, plan.ErrField},
		{`{"M\u00e5l":1,"Ma\u030al":2}`, plan.ErrJSON},
	} {
		if s, err := plan.Open(plan.FieldsOf(plan.PeriodPlan), []byte(c.stored)); !errors.Is(err, c.want) {
			t.Errorf("%s opens as %s, %v; want %v", c.stored, s.JSON, err, c.want)
		}
	}
	nested := []plan.Field{{Key: "results", Kind: plan.List}}
	nested[0].Columns = nested
	if _, err := plan.Open(nested, []byte(deep)); !errors.Is(err, plan.ErrLimit) {
		t.Errorf("rows twelve deep: %v, want ErrLimit", err)
	}
	if _, err := plan.Open(nil, make([]byte, plan.MaxContentBytes+1)); !errors.Is(err, plan.ErrLimit) {
		t.Errorf("a content that is too long: %v, want ErrLimit", err)
	}
}

func TestRowsWithoutAnIDGetOne(t *testing.T) {
	c, _, err := plan.DecodeContent(plan.FieldsOf(plan.PeriodPlan), []byte(`{"goals":[{"text":"a"},{"id":"mine","text":"b"}]}`))
	if err != nil {
		t.Fatal(err)
	}
	rows := c.Get(plan.KeyGoals).Rows()
	if len(rows) != 2 || rows[0].ID == "" || rows[1].ID != "mine" {
		t.Errorf("rows %v", rows)
	}
}

func TestControlCharactersAreEscaped(t *testing.T) {
	text := "rad\nny\tflik\x00\x1f\x7f\"\\/<>&\u2028"
	s := plan.Seal(plan.NewContent(plan.Filled{"title": plan.Text(text)}))
	var m map[string]any
	if err := json.Unmarshal(s.JSON, &m); err != nil || m["title"] != text {
		t.Errorf("%s is read as %q, %v", s.JSON, m["title"], err)
	}
	if slices.ContainsFunc(s.JSON, func(b byte) bool { return b < 0x20 || b == 0x7f }) {
		t.Errorf("a control character stands in %q", s.JSON)
	}
}

func FuzzOpen(f *testing.F) {
	for _, s := range []string{
		`{"#":7,"goals":[{"@":"r","x":{"a":[1,2.50]},"id":"s"}],"x":[true,null],"Ma\u030al":0}`,
		`{"goals":[{},{"id":"2"}],"accessibility":[{"@":"subtitles","answer":"yes"}]}`,
		`{"goals":[{"@":"r","baseline":-0.50,"target-date":"2026-11-22","results":[{"@":"q","year":2026}]}]}`,
		`{"mission-tags":[],"directions":[{"@":"i1","mission-tags":["a","a"]}]}`, `{}`, `{"title":"\ud800\u0000"}`, `{"":""}`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, fields := range [][]plan.Field{plan.FieldsOf(plan.PeriodPlan), plan.FieldsOf(plan.AssignmentPlan), nil} {
			first, err := plan.Open(fields, b)
			if err != nil {
				continue
			}
			sealed := plan.Seal(first.Content)
			second, err := plan.Open(fields, sealed.JSON)
			if err != nil {
				t.Fatalf("%q is sealed as %q, which does not open: %v", b, sealed.JSON, err)
			}
			if !second.Content.Equal(first.Content) || second.Hash != sealed.Hash {
				t.Fatalf("%q is sealed as %q, which opens differently", b, sealed.JSON)
			}
		}
	})
}

func ExampleSeal() {
	c := plan.NewContent(plan.Filled{
		plan.KeyTitle: plan.Text("Kommunikationsplan"),
		plan.KeyGoals: plan.Rows(plan.Row{ID: "m1", Cells: plan.NewContent(plan.Filled{plan.KeyTarget: plan.Num(plan.Int(70))})}),
	})
	fmt.Println(string(plan.Seal(c).JSON))
	// Output: {"#":1,"goals":[{"@":"m1","target":70}],"title":"Kommunikationsplan"}
}
