package sqlite

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ledstjarna/internal/plan"
)

var testDay = time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)

func testOptions() Options {
	return Options{
		Owner: "Åsa Öberg", Machine: "dator-1", AppVersion: "0.1",
		Now: func() time.Time { return testDay }, CopyLater: true,
	}
}

// newFile creates a file in a new folder and closes it with the test.
func newFile(t testing.TB, first plan.Edit) *File {
	t.Helper()
	f, err := Create(context.Background(), filepath.Join(t.TempDir(), "Länet.ledstjarna"), testOptions(), first)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := f.Close(); err != nil {
			t.Error(err)
		}
	})
	return f
}

// samples is an edit that makes a file with a little of everything, and the
// register after it.
type samples struct {
	edit     plan.Edit
	register plan.Register
	adopted  plan.Document // with one adopted version
	draft    plan.Document // with one draft
}

func (s *samples) add(t testing.TB, e plan.Edit, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	s.edit, s.register = s.edit.Then(e), s.register.Apply(e)
}

func activities(n int) plan.Value {
	rows := make([]plan.Row, n)
	for i := range rows {
		rows[i] = plan.Row{ID: plan.ID(fmt.Sprintf("activity-%d", i+1)), Cells: plan.NewContent(plan.Filled{
			plan.KeyStatus: plan.Text("planned"), plan.KeyNote: plan.Text(strings.Repeat("Informera medarbetarna. ", 8)),
		})}
	}
	return plan.Rows(rows...)
}

func planContent(title string, n int) plan.Content {
	return plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text(title), "activities": activities(n)})
}

func sample(t testing.TB) *samples {
	t.Helper()
	s := &samples{}
	s.add(t, plan.Start("Länsförbundet", strings.ToUpper, plan.DateOf(testDay)), nil)
	body, entry, err := s.register.AddEntry(plan.ListBodies, plan.NewContent(plan.Filled{plan.KeyName: plan.Text("Förbundsstyrelsen")}))
	s.add(t, body, err)
	e, d := plan.NewDocument(plan.Strategy, false, planContent("Strategi", 0), testDay)
	s.add(t, e, nil)
	e, draft := plan.NewDocument(plan.AssignmentPlan, true, planContent("Plan för \"å\"", 3), testDay.Add(time.Hour))
	s.add(t, e, nil)
	e, err = s.register.Relate(plan.Relation{Kind: plan.Governs, From: d.ID, To: draft.ID})
	s.add(t, e, err)
	d, _ = s.register.Document(d.ID)
	e, err = s.register.SetStage(d, d.Latest(), plan.StageReady, 0)
	s.add(t, e, err)
	d, _ = s.register.Document(d.ID)
	e, err = s.register.Decide(d, d.Latest(), plan.Decision{
		Outcome: plan.Adopted, Body: entry.ID, Date: plan.DateOf(testDay), Paragraph: "§ 7",
	}, "Åsa", testDay)
	s.add(t, e, err)
	s.adopted, _ = s.register.Document(d.ID)
	s.draft, _ = s.register.Document(draft.ID)
	return s
}

// dump returns all that a file holds in a form that can be compared. Relations
// are a set.
func dump(t testing.TB, f *File) string {
	t.Helper()
	ctx := context.Background()
	r, err := f.Load(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, l := range plan.ListNames() {
		for _, e := range r.Entries(l) {
			j, _ := e.Fields.MarshalJSON()
			fmt.Fprintf(&b, "%s %s %d %s\n", l, e.ID, e.Position, j)
		}
	}
	for _, d := range r.Documents() {
		fmt.Fprintf(&b, "%v\n", d)
		for _, v := range d.Versions {
			s, err := f.Content(ctx, d.Kind, v.ID)
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s %s\n", v.ID, s.JSON)
		}
	}
	fmt.Fprintf(&b, "%v\n", r.Relations())
	for _, e := range r.Events() {
		j, _ := e.Fields.MarshalJSON()
		e.Fields = plan.Content{}
		fmt.Fprintf(&b, "%v %s\n", e, j)
	}
	return b.String()
}

// contentsOf opens the file, dumps it, and closes it; it must be without flaws.
func contentsOf(t testing.TB, path string, o Options) string {
	t.Helper()
	f, err := Open(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	flaws, err := f.Check(context.Background())
	if err != nil || len(flaws) > 0 {
		t.Fatalf("flaws %v, error %v", flaws, err)
	}
	return dump(t, f)
}

func TestReopenGivesTheSame(t *testing.T) {
	f := newFile(t, sample(t).edit)
	want := dump(t, f)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if got := contentsOf(t, f.path, testOptions()); got != want {
		t.Errorf("opened again it holds\n%s\nnot\n%s", got, want)
	}
	if _, err := f.Load(context.Background()); err == nil {
		t.Error("a closed file was read")
	}
}

func TestSavedRegisterIsTheAppliedOne(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	f := newFile(t, s.edit)
	got, err := f.Load(ctx)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range plan.ListNames() {
		for i, e := range s.register.Entries(l) {
			if g := got.Entries(l)[i]; g.ID != e.ID || g.Position != e.Position || !g.Fields.Equal(e.Fields) {
				t.Errorf("%s holds %v, not %v", l, g, e)
			}
		}
	}
	if g, w := fmt.Sprint(got.Documents()), fmt.Sprint(s.register.Documents()); g != w {
		t.Errorf("documents are\n%s, not\n%s", g, w)
	}
	if g, w := got.Relations(), s.register.Relations(); fmt.Sprint(g) != fmt.Sprint(w) {
		t.Errorf("relations are %v, not %v", g, w)
	}
	e := got.Events()[0]
	if want := s.register.Events()[0]; e.ID != want.ID || !e.Fields.Equal(want.Fields) || !e.At.Equal(want.At) || e.Seq != 1 || e.Hash == "" {
		t.Errorf("the event is %v, not %v", e, want)
	}
}

func TestNamesThatNeedEscaping(t *testing.T) {
	for _, name := range []string{"100 % klar?.ledstjarna", "a#b&c=d.ledstjarna", "åäö é.ledstjarna", "x%3fmode=memory.ledstjarna", "plan"} {
		path := filepath.Join(t.TempDir(), name)
		f, err := Create(context.Background(), path, testOptions(), sample(t).edit)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := f.Close(); err != nil {
			t.Error(err)
		}
		contentsOf(t, path, testOptions())
		entries, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
		if len(entries) != 1 || filepath.Base(entries[0]) != name {
			t.Errorf("the folder of %s holds %v", name, entries)
		}
	}
}

func TestDSNOfOtherSystems(t *testing.T) {
	for path, want := range map[string]string{
		"/home/a b/x?.ledstjarna": "file:///home/a b/x%3f.ledstjarna?",
		"C:/plan/50%.ledstjarna":  "file:///C:/plan/50%25.ledstjarna?",
		"//share/x#1.ledstjarna":  "file:////share/x%231.ledstjarna?",
	} {
		if got := dsn(path, modeWrite); !strings.HasPrefix(got, want) {
			t.Errorf("%s gives %s", path, got)
		}
	}
}
