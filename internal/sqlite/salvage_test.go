package sqlite

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// largish makes a closed file with a few plans and returns what each version's content is.
func largish(t testing.TB, plans, activities int) (path string, contents map[plan.ID][]byte, register plan.Register) {
	t.Helper()
	f := newFile(t, plan.Edit{})
	for e := range plantest.Large(plans, activities) {
		save(t, f, e)
	}
	contents, register = held(t, f)
	return closed(t, f), contents, register
}

func closed(t testing.TB, f *File) string {
	t.Helper()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f.Path()
}

// held is what a file holds: its contents by version, and its register.
func held(t testing.TB, f *File) (map[plan.ID][]byte, plan.Register) {
	t.Helper()
	r, err := f.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	out := map[plan.ID][]byte{}
	for _, d := range r.Documents() {
		for _, v := range d.Versions {
			s, err := f.Content(context.Background(), d.Kind, v.ID)
			if err != nil {
				t.Fatal(err)
			}
			out[v.ID] = s.JSON
		}
	}
	return out, r
}

// salvaged reads a damaged file and the new file that was made of it, which must be
// sound. The damaged file must not be changed.
func salvaged(t testing.TB, path string, r Rescue) (plan.Salvaged, map[plan.ID][]byte, plan.Register) {
	t.Helper()
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	beside, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
	r.Out = filepath.Join(t.TempDir(), "räddad"+Extension)
	found, err := Salvage(context.Background(), path, r, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Fatalf("the damaged file was changed: %v", err)
	}
	if now, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); !slices.Equal(beside, now) {
		t.Fatalf("beside the damaged file lie %v, not %v", now, beside)
	}
	if found.IsEmpty() {
		if _, err := os.Stat(r.Out); !os.IsNotExist(err) {
			t.Fatalf("a file of nothing was made: %v", err)
		}
		return found, nil, plan.Register{}
	}
	f := viewOf(t, r.Out, testOptions())
	flaws, err := f.Check(context.Background())
	if err != nil || len(flaws) > 0 {
		t.Fatalf("the rescued file has flaws: %v, %v", flaws, err)
	}
	contents, register := held(t, f)
	return found, contents, register
}

func TestASoundFileIsSalvagedWhole(t *testing.T) {
	f := newFile(t, sample(t).edit)
	want, wanted := held(t, f)
	whole := dump(t, f)
	path := closed(t, f)
	found, got, register := salvaged(t, path, Rescue{Backup: path})
	if len(found.Documents) != len(wanted.Documents()) || found.Events.Whole != len(wanted.Events()) || found.Cut {
		t.Errorf("found %+v", found)
	}
	for _, d := range found.Documents {
		if !d.Whole() || d.Standing != plan.SalvageSame || d.Touched.IsZero() || d.Title == "" {
			t.Errorf("found %+v", d)
		}
	}
	for _, l := range found.Lists {
		if l.Whole != len(wanted.Entries(l.List)) || l.Flawed+l.Unsure+l.Newer+l.Missing > 0 || l.Cut {
			t.Errorf("found %+v", l)
		}
	}
	for id, b := range want {
		if !bytes.Equal(got[id], b) {
			t.Errorf("version %s is another", id)
		}
	}
	if fmt.Sprint(register.Events()) != fmt.Sprint(wanted.Events()) {
		t.Error("the events are others")
	}
	out := filepath.Join(t.TempDir(), "två"+Extension)
	if _, err := Salvage(context.Background(), path, Rescue{Out: out}, testOptions()); err != nil {
		t.Fatal(err)
	}
	if rescued := dump(t, viewOf(t, out, testOptions())); rescued != whole {
		t.Errorf("the rescued file holds\n%s\nnot\n%s", rescued, whole)
	}
	if _, err := Salvage(context.Background(), path, Rescue{Out: out}, testOptions()); !errors.Is(err, ErrExists) {
		t.Errorf("a file was replaced: %v", err)
	}
}

// What is said to be whole is what it was, whatever happens to the file. Were hashes
// not compared, this would be seen.
func TestOnlyWhatIsWholeIsSaidToBe(t *testing.T) {
	path, want, register := largish(t, 6, 40)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	bad := filepath.Join(t.TempDir(), "skadad"+Extension)
	wrong := func(seed uint64, o Options) (int, int) {
		r := rand.New(rand.NewPCG(1, seed))
		b := bytes.Clone(whole)
		if seed%3 == 0 {
			at := r.IntN(len(b)/512) * 512
			clear(b[at:min(len(b), at+512*(1+r.IntN(8)))])
		}
		for range 1 + r.IntN(12) {
			b[100+r.IntN(len(b)-100)] ^= 1 << r.IntN(8)
		}
		if err := os.WriteFile(bad, b, 0o600); err != nil {
			t.Fatal(err)
		}
		out := filepath.Join(t.TempDir(), fmt.Sprint(seed)+Extension)
		began := time.Now()
		found, err := Salvage(context.Background(), bad, Rescue{Out: out}, o)
		if err != nil {
			if o.trusts { // the new file takes nothing whose hash is wrong
				return 1, 0
			}
			t.Fatalf("damage %d: %v", seed, err)
		}
		if spent := time.Since(began); spent > 20*time.Second {
			t.Errorf("damage %d took %s", seed, spent)
		}
		if found.IsEmpty() {
			return 0, 0
		}
		odd, said := 0, 0
		f := viewOf(t, out, testOptions())
		got, _ := held(t, f)
		for _, d := range found.Documents {
			was, _ := register.Document(d.ID)
			for i, v := range d.Versions {
				if !v.Whole {
					continue
				}
				said++
				if !bytes.Equal(want[v.ID], got[v.ID]) || d.Whole() && (len(was.Versions) != len(d.Versions) || was.Versions[i] != v.Version) {
					odd++
				}
			}
		}
		return odd, said
	}
	n, said, noticed := 24, 0, 0
	if testing.Short() {
		n = 12
	}
	for i := range n {
		odd, whole := wrong(uint64(i), testOptions())
		if odd > 0 {
			t.Errorf("damage %d: %d versions are said to be whole and are not what they were", i, odd)
		}
		said += whole
		trusting := testOptions()
		trusting.trusts = true
		if odd, _ := wrong(uint64(i), trusting); odd > 0 {
			noticed++
		}
	}
	if said < n || noticed == 0 {
		t.Errorf("%d versions were said to be whole in %d files; without hashes %d would have been wrong", said, n, noticed)
	}
	t.Logf("%d versions whole in %d damaged files; without hashes %d files wrong", said, n, noticed)
}

// The pages of a database that are lost do not take the others with them.
func TestRowsBehindALostPageAreRead(t *testing.T) {
	path, want, _ := largish(t, 40, 60)
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := 20; i < len(b)/pageSize; i += 25 {
		clear(b[i*pageSize : (i+1)*pageSize])
	}
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	found, got, _ := salvaged(t, path, Rescue{})
	whole := 0
	for id, b := range got {
		if whole++; !bytes.Equal(b, want[id]) {
			t.Errorf("version %s is another", id)
		}
	}
	if whole < 20 || whole == len(want) {
		t.Errorf("%d of %d versions were read; %d documents known", whole, len(want), len(found.Documents))
	}
	t.Logf("%d of %d versions read", whole, len(want))
}

// A header that is gone, a file that was cut off, or a schema that somebody has added
// to does not hide what is there.
func TestWhatCannotBeOpenedIsRead(t *testing.T) {
	f := newFile(t, sample(t).edit)
	want, _ := held(t, f)
	path := closed(t, f)
	sound, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for name, damage := range map[string]func(b []byte) []byte{
		"header": func(b []byte) []byte { clear(b[:100]); return b },
		"magic":  func(b []byte) []byte { b[0] = 'X'; return b },
		"WAL":    func(b []byte) []byte { b[18], b[19] = 2, 2; return b },
		"end":    func(b []byte) []byte { return b[:len(b)-pageSize-17] },
		"schema": func(b []byte) []byte {
			i := bytes.Index(b, []byte("CREATE VIEW adoptions"))
			copy(b[i:], "CREATE WIEV adoptions")
			return b
		},
	} {
		bad := filepath.Join(t.TempDir(), "skadad"+Extension)
		if err := os.WriteFile(bad, damage(bytes.Clone(sound)), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(context.Background(), bad, testOptions()); err == nil && name != "WAL" {
			t.Errorf("%s: it can be opened", name)
		}
		_, got, _ := salvaged(t, bad, Rescue{})
		if len(got) < len(want)-1 {
			t.Errorf("%s: %d of %d versions were read", name, len(got), len(want))
		}
	}
	for name, b := range map[string][]byte{"empty": nil, "short": []byte("SQLite"), "other": bytes.Repeat([]byte("något annat "), 2000)} {
		bad := filepath.Join(t.TempDir(), "annat"+Extension)
		if err := os.WriteFile(bad, b, 0o600); err != nil {
			t.Fatal(err)
		}
		found, _, _ := salvaged(t, bad, Rescue{Backup: path})
		if !found.IsEmpty() || len(found.Documents) != len(query(t, path, "SELECT id FROM documents")) {
			t.Errorf("%s: %+v", name, found)
		}
		for _, d := range found.Documents {
			if d.Standing != plan.SalvageGone || d.Title == "" {
				t.Errorf("%s: %+v", name, d)
			}
		}
	}
	if _, err := Salvage(context.Background(), filepath.Join(t.TempDir(), "saknas"), Rescue{}, testOptions()); !errors.Is(err, ErrMissing) {
		t.Errorf("no file: %v", err)
	}
}

// A file that was made to do harm runs nothing: its views and triggers are not asked.
func TestWhatAFileSaysIsNotRun(t *testing.T) {
	endless := "WITH RECURSIVE x (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM x) SELECT n AS id FROM x"
	for name, text := range map[string]string{
		"view":    "DROP TRIGGER events_are_not_changed; DROP TABLE relations; CREATE VIEW relations AS " + endless,
		"trigger": "CREATE TRIGGER mean AFTER INSERT ON documents BEGIN DELETE FROM contents; END",
		"cycle":   "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'contents') WHERE name = 'versions'",
	} {
		f := newFile(t, sample(t).edit)
		want, _ := held(t, f)
		path := closed(t, f)
		if err := execRaw(t, path, text); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		began := time.Now()
		_, got, _ := salvaged(t, path, Rescue{})
		if spent := time.Since(began); spent > 10*time.Second {
			t.Errorf("%s took %s", name, spent)
		}
		if name != "cycle" && len(got) != len(want) {
			t.Errorf("%s: %d of %d versions", name, len(got), len(want))
		}
	}
}
