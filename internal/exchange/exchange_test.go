package exchange

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

var clock = time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)

// file is a small register with what a dump must not lose: an unknown key, an
// own rule, characters that JSON writers like to escape, a correction.
func file(t *testing.T) (plan.Register, map[plan.ID]plan.Sealed) {
	t.Helper()
	day := plan.NewDate(2026, 11, 22)
	r := plan.Register{}.Apply(plan.Start("Länsförbundet <&>", func(c string) string { return c }, day))
	contents := map[plan.ID]plan.Sealed{}
	add := func(kind plan.DocumentKind, c plan.Content) plan.Document {
		e, d := plan.NewDocument(kind, kind == plan.AssignmentPlan, c, clock)
		r = r.Apply(e)
		contents[d.Versions[0].ID] = plan.Seal(c)
		return d
	}
	strategy := add(plan.Strategy, content(t, plan.Strategy, `{"title":"Strategi","from-later":{"<b>":[1,2.50,"å"]}}`))
	policy := add(plan.Policy, content(t, plan.Policy, `{"title":"Webbpolicy \"A\" <&> \u2028","x-rows":[{"@":"r1"}]}`))
	add(plan.AssignmentPlan, plan.Content{})
	e, err := r.Relate(plan.Relation{Kind: plan.TiedTo, From: policy.ID, To: strategy.ID})
	if err != nil {
		t.Fatal(err)
	}
	r = r.Apply(e)
	review := plan.Event{
		ID: plan.NewID(), Kind: plan.EventReview, At: clock, By: "Åsa", Document: policy.ID, Version: policy.Versions[0].ID,
		Fields: plan.NewContent(plan.Filled{plan.KeyOutcome: plan.Text(plan.Revise), plan.KeyReviewer: plan.Text("Webbredaktör")}),
	}
	second := review
	second.ID, second.Corrects = plan.NewID(), review.ID
	return r.Apply(plan.Edit{Events: []plan.Event{review, second}}), contents
}

func content(t *testing.T, kind plan.DocumentKind, s string) plan.Content {
	t.Helper()
	c, _, err := plan.DecodeContent(plan.FieldsOf(kind), []byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func dump(t *testing.T, r plan.Register, contents map[plan.ID]plan.Sealed) string {
	t.Helper()
	var b bytes.Buffer
	err := Dump(&b, r, func(_ plan.Document, v plan.Version) (plan.Sealed, error) { return contents[v.ID], nil }, noFiles)
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// contentsOf are the contents that an edit makes, by version.
func contentsOf(e plan.Edit) map[plan.ID]plan.Sealed {
	out := map[plan.ID]plan.Sealed{}
	for _, c := range e.Changes {
		if c, ok := c.(plan.ContentChange); ok {
			out[c.Version] = c.After
		}
	}
	return out
}

func TestADumpLoadsToTheSame(t *testing.T) {
	r, contents := file(t)
	text := dump(t, r, contents)
	data, err := Load(strings.NewReader(text), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	got := contentsOf(data.Edit())
	if len(got) != len(contents) {
		t.Errorf("%d contents, want %d", len(got), len(contents))
	}
	for id, want := range contents {
		if got[id].Hash != want.Hash || !bytes.Equal(got[id].JSON, want.JSON) {
			t.Errorf("content of %s differs:\n%s\n%s", id, got[id].JSON, want.JSON)
		}
	}
	if again := dump(t, data.Register(), got); again != text {
		t.Errorf("the dump of the loaded data differs:\n%s\n%s", again, text)
	}
	for _, d := range data.Register().Documents() {
		before, _ := r.Document(d.ID)
		if d.Latest() != before.Latest() {
			t.Errorf("version %+v, want %+v", d.Latest(), before.Latest())
		}
	}
}

// Every field of every kind, and what some catalogue does not know.
func TestEveryFieldSurvives(t *testing.T) {
	e := plantest.Edit(3)
	r, contents := plan.Register{}.Apply(e), contentsOf(e)
	text := dump(t, r, contents)
	data, err := Load(strings.NewReader(text), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	got := contentsOf(data.Edit())
	for id, want := range contents {
		if got[id].Hash != want.Hash || !got[id].Content.Equal(want.Content) {
			t.Errorf("content of %s differs:\n%s\n%s", id, got[id].JSON, want.JSON)
		}
	}
	for _, l := range plan.ListNames() {
		a, b := r.Entries(l), data.Register().Entries(l)
		if !slices.EqualFunc(a, b, func(x, y plan.Entry) bool { return x.ID == y.ID && x.Fields.Equal(y.Fields) }) {
			t.Errorf("%s differ:\n%v\n%v", l, a, b)
		}
	}
	if again := dump(t, data.Register(), got); again != text {
		t.Error("the dump of the loaded data differs")
	}
}

func TestRandomContentsSurvive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kind := rapid.SampledFrom(plan.DocumentKinds()).Draw(t, "kind")
		want := plan.Seal(plantest.Random(plan.FieldsOf(kind)).Draw(t, "content"))
		e, d := plan.NewDocument(kind, false, want.Content, clock)
		var b bytes.Buffer
		err := Dump(&b, plan.Register{}.Apply(e), func(plan.Document, plan.Version) (plan.Sealed, error) { return want, nil }, noFiles)
		if err != nil {
			t.Fatal(err)
		}
		data, err := Load(&b, DefaultLimits())
		if err != nil {
			t.Fatal(err)
		}
		if got := contentsOf(data.Edit())[d.Versions[0].ID]; got.Hash != want.Hash {
			t.Fatalf("content differs:\n%s\n%s", got.JSON, want.JSON)
		}
	})
}

func TestFragmentsAreJoined(t *testing.T) {
	const head = `{"format":"ledstjarna","version":1,`
	fsys := fstest.MapFS{
		"00.json": {Data: []byte(head + `"relations":[{"kind":"governs","from":"s","to":"p"}]}`)},
		"10.json": {Data: []byte(head + `"documents":[{"id":"s","kind":"strategy","versions":[` + version("s1") + `]}]}`)},
		"20.json": {Data: []byte(head + `"documents":[{"id":"p","kind":"policy","versions":[` + version("p1") + `]}]}`)},
		"note.md": {Data: []byte("not read")},
	}
	data, err := LoadFS(fsys, DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if r := data.Register(); len(r.Documents()) != 2 || len(r.Objects("s", plan.Governs)) != 1 {
		t.Errorf("documents %v, relations %v", r.Documents(), r.Relations())
	}
	fsys["30.json"] = &fstest.MapFile{Data: []byte(head + `"documents":[{"id":"p","kind":"policy"}]}`)}
	_, err = LoadFS(fsys, DefaultLimits())
	var p *PlaceError
	if !errors.As(err, &p) || p.File != "30.json" || p.Place != "documents[0].id" || !errors.Is(err, ErrRepeated) {
		t.Errorf("a document in two fragments: %v", err)
	}
	if _, err := LoadFS(fstest.MapFS{}, DefaultLimits()); err == nil {
		t.Error("an empty folder loads")
	}
}

func version(id string) string {
	return `{"id":"` + id + `","stage":"draft","created":"2026-01-02T03:04:05Z","content":{"title":"T"}}`
}

func TestLoadRefusesAndNamesThePlace(t *testing.T) {
	with := func(s string) string { return `{"format":"ledstjarna","version":1,` + s + `}` }
	doc := func(s string) string { return with(`"documents":[{"id":"a","kind":"policy",` + s + `}]`) }
	for _, tc := range []struct {
		name, in, place string
		err             error
	}{
		{"nothing", "", "", ErrSyntax},
		{"half a document", with(`"lists":{}`)[:20], "", ErrSyntax},
		{"two documents", with(`"lists":{}`) + "{}", "", ErrSyntax},
		{"not UTF-8", with("\"x\":\"\xff\""), "", ErrSyntax},
		{"something else", `{"a":1}`, "format", ErrFormat},
		{"an array", `[]`, "format", ErrFormat},
		{"a newer version", `{"format":"ledstjarna","version":2,"new":1}`, "version", ErrNewer},
		{"an unknown key", with(`"plans":[]`), "plans", ErrKey},
		{"a key twice", with(`"lists":{},"lists":{}`), "lists", ErrRepeated},
		{"an unknown list", with(`"lists":{"cats":[]}`), "lists.cats", ErrKey},
		{"an impossible date", with(`"lists":{"periods":[{"@":"p","start":"2026-02-30"}]}`), "lists.periods[0].start", plan.ErrDate},
		{"overlapping periods", with(`"lists":{"periods":[{"start":"2023-01-01","end":"2026-12-31"},{"start":"2026-01-01","end":"2027-12-31"}]}`), "lists.periods[1]", plan.ErrOverlap},
		{"two organisations", with(`"lists":{"organisation":[{},{}]}`), "lists.organisation[1].@", ErrRepeated},
		{"a number as text", with(`"lists":{"members":[{"population":"many"}]}`), "lists.members[0].population", plan.ErrKind},
		{"a broken row", with(`"lists":{"organisation":[{"mission":[{"text":"a"},{"text":1}]}]}`), "lists.organisation[0].mission[1].text", plan.ErrKind},
		{"an unknown kind", with(`"documents":[{"id":"a","kind":"poem"}]`), "documents[0].kind", ErrKind},
		{"no versions", doc(`"versions":[]`), "documents[0].versions", ErrMissing},
		{"no content", doc(`"versions":[{"id":"v","stage":"draft","created":"2026-01-02T03:04:05Z"}]`), "documents[0].versions[0].content", ErrMissing},
		{"an impossible time", doc(`"versions":[{"id":"v","stage":"draft","created":"2026-13-02T03:04:05Z","content":{}}]`), "documents[0].versions[0].created", ErrTime},
		{"another hash", doc(`"versions":[{"id":"v","stage":"draft","created":"2026-01-02T03:04:05Z","content":{},"hash":"00"}]`), "documents[0].versions[0].content", ErrHash},
		{"an unknown choice", doc(`"versions":[{"id":"v","stage":"draft","created":"2026-01-02T03:04:05Z","content":{"validity":"long"}}]`), "documents[0].versions[0].content.validity", plan.ErrChoice},
		{"a negative number", doc(`"versions":[{"id":"v","major":-1}]`), "documents[0].versions[0].major", plan.ErrNumber},
		{"an ID with space", with(`"documents":[{"id":"a b"}]`), "documents[0].id", ErrID},
		{"a version twice", doc(`"versions":[` + version("v") + `,` + version("v") + `]`), "documents[0].versions[1].id", ErrRepeated},
		{"a relation to nothing", with(`"relations":[{"kind":"governs","from":"a","to":"b"}]`), "relations[0]", plan.ErrDocument},
		{"an event of no kind", with(`"events":[{"id":"e","kind":"party"}]`), "events[0].kind", ErrKind},
		{"a decision on nothing", with(`"events":[{"id":"e","kind":"decision","at":"2026-01-02T03:04:05Z","document":"x"}]`), "events[0]", plan.ErrDocument},
		{"an event that corrects a later one", with(`"events":[{"id":"e","kind":"export","at":"2026-01-02T03:04:05Z","corrects":"f"},{"id":"f","kind":"export","at":"2026-01-02T03:04:05Z"}]`), "events[0]", plan.ErrEntry},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := Load(strings.NewReader(tc.in), DefaultLimits())
			var p *PlaceError
			if !errors.As(err, &p) || p.Place != tc.place || !errors.Is(err, tc.err) {
				t.Errorf("got %v, want %s: %v", err, tc.place, tc.err)
			}
		})
	}
}

func TestASyntaxErrorHasItsLine(t *testing.T) {
	_, err := Load(strings.NewReader("{\n  \"format\": ledstjarna\n}"), DefaultLimits())
	var p *PlaceError
	if !errors.As(err, &p) || p.Line != 2 || p.Column != 13 {
		t.Errorf("got %v, want line 2, column 13", err)
	}
}

func TestLoadStopsAtTheLimits(t *testing.T) {
	r, contents := file(t)
	text := dump(t, r, contents)
	for name, lim := range map[string]Limits{
		"bytes":  {Bytes: int64(len(text) - 1), Depth: 24, Values: 1e6},
		"depth":  {Bytes: 1 << 20, Depth: 3, Values: 1e6},
		"values": {Bytes: 1 << 20, Depth: 24, Values: 20},
	} {
		if _, err := Load(strings.NewReader(text), lim); !errors.Is(err, plan.ErrLimit) {
			t.Errorf("beyond the limit of %s: %v, want ErrLimit", name, err)
		}
	}
	deep := `{"format":"ledstjarna","version":1,"lists":` + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + "}"
	if _, err := Load(strings.NewReader(deep), DefaultLimits()); !errors.Is(err, plan.ErrLimit) {
		t.Errorf("9000 arrays deep: %v, want ErrLimit", err)
	}
}

// failing fails after some bytes.
type failing struct{ left int }

func (f *failing) Write(b []byte) (int, error) {
	if f.left -= len(b); f.left < 0 {
		return 0, io.ErrShortWrite
	}
	return len(b), nil
}

func TestDumpReportsWhatFails(t *testing.T) {
	r, contents := file(t)
	for n := 0; n < len(dump(t, r, contents)); n += 50 {
		err := Dump(&failing{n}, r, func(_ plan.Document, v plan.Version) (plan.Sealed, error) { return contents[v.ID], nil }, noFiles)
		if !errors.Is(err, io.ErrShortWrite) {
			t.Fatalf("after %d bytes: %v, want the writer's error", n, err)
		}
	}
	none := func(plan.Document, plan.Version) (plan.Sealed, error) { return plan.Sealed{}, plan.ErrVersion }
	if err := Dump(io.Discard, r, none, noFiles); !errors.Is(err, plan.ErrVersion) {
		t.Errorf("a content that cannot be read: %v", err)
	}
	loose := func(plan.Document, plan.Version) (plan.Sealed, error) { return plan.Sealed{JSON: []byte(`{ }`)}, nil }
	if err := Dump(io.Discard, r, loose, noFiles); !errors.Is(err, ErrCanonical) {
		t.Errorf("a content with white space: %v", err)
	}
}

// FuzzLoad proves that whatever loads dumps to something that loads to the same.
func FuzzLoad(f *testing.F) {
	f.Add([]byte(`{"format":"ledstjarna","version":1,"lists":{"organisation":[{"name":"A","mission":[{"id":"m","text":"x"}]}]},` +
		`"documents":[{"id":"a","kind":"policy","versions":[` + version("v") + `]}],` +
		`"events":[{"id":"e","kind":"review","at":"2026-01-02T03:04:05+01:00","by":"B","document":"a","fields":{"u":[1]}}]}`))
	f.Add([]byte("\uFEFF{\"format\":\"ledstjarna\",\"version\":1,\"lists\":{\"channels\":[{\"a<\":\"\\u003c\"}]}}"))
	f.Add([]byte(`{"format":"ledstjarna","version":1,"documents":[{"id":"a","kind":"other","versions":[{"id":"v"}]}]}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		lim := Limits{Bytes: 1 << 16, Depth: 24, Values: 1 << 14}
		data, err := Load(bytes.NewReader(in), lim)
		if err != nil {
			return
		}
		text := dump(t, data.Register(), contentsOf(data.Edit()))
		again, err := Load(strings.NewReader(text), DefaultLimits())
		if err != nil {
			t.Fatalf("the dump does not load: %v\n%s", err, text)
		}
		if second := dump(t, again.Register(), contentsOf(again.Edit())); second != text {
			t.Errorf("the dump changes:\n%s\n%s", text, second)
		}
	})
}
