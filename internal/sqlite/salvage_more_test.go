package sqlite

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"ledstjarna/internal/plan"
)

// overwritten changes a byte of the file wherever the text stands in it.
func overwritten(t testing.TB, path, text, by string) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(b, []byte(text)) {
		t.Fatalf("the file does not say %q", text)
	}
	if err := os.WriteFile(path, bytes.ReplaceAll(b, []byte(text), []byte(by)), 0o600); err != nil {
		t.Fatal(err)
	}
}

// An attached file whose bytes are damaged is taken from the backup. Where there is
// none, the plan is saved without it, and that is told.
func TestALostAttachmentIsToldAndLent(t *testing.T) {
	path, adopted, draft := withAttachment(t)
	backup := filepath.Join(t.TempDir(), "kopia"+Extension)
	if err := copyBytes(backup, path); err != nil {
		t.Fatal(err)
	}
	for _, query := range []string{
		"DROP TRIGGER chunks_are_not_changed",
		"UPDATE chunks SET bytes = x'00' WHERE place = 0 AND file = '" + adopted.Hash + "'",
	} {
		if err := execRaw(t, path, query); err != nil {
			t.Fatal(err)
		}
	}
	for _, lent := range []string{"", backup} {
		found, _, register := salvaged(t, path, Rescue{Backup: lent})
		if found.Files.Whole != 1 || found.Files.Flawed != 1 {
			t.Errorf("files %+v", found.Files)
		}
		lost, attached := 0, 0
		for _, d := range found.Documents {
			if lost += d.LostFiles; d.LostFiles > 0 && d.Whole() {
				t.Errorf("said to be whole: %+v", d)
			}
			attached += d.Attachments
		}
		if lost != 1 || attached != 2 {
			t.Errorf("%d of %d attachments are lost", lost, attached)
		}
		if n := len(register.Documents()); n != 2 {
			t.Errorf("%d documents were saved", n)
		}
	}
	out := filepath.Join(t.TempDir(), "lånad"+Extension)
	if _, err := Salvage(context.Background(), path, Rescue{Backup: backup, Out: out}, testOptions()); err != nil {
		t.Fatal(err)
	}
	f := viewOf(t, out, testOptions())
	for _, a := range []plan.Attachment{adopted, draft} {
		if got, err := stored(t, f, a.Hash); err != nil || int64(len(got)) != a.Size {
			t.Errorf("%s: %d bytes, %v", a.Name, len(got), err)
		}
	}
}

// An entry that was changed by damage is not taken for what was written.
func TestAnEntryThatItsSealSpeaksAgainstIsLeftOut(t *testing.T) {
	path := filledFile(t)
	backup := filepath.Join(t.TempDir(), "kopia"+Extension)
	if err := copyBytes(backup, path); err != nil {
		t.Fatal(err)
	}
	overwritten(t, path, "Förbundsstyrelsen", "Förbundsstyrelsem")
	found, _, register := salvaged(t, path, Rescue{Backup: backup})
	for _, l := range found.Lists {
		if l.List == plan.ListBodies && (l.Whole != 0 || l.Flawed != 1 || l.Missing != 1) {
			t.Errorf("%+v", l)
		}
	}
	if n := len(register.Entries(plan.ListBodies)); n != 0 {
		t.Errorf("%d bodies were saved", n)
	}
}

// A version whose number was changed by damage keeps its text, but the document is not
// said to be whole.
func TestANumberThatTheSealSpeaksAgainstIsDoubtful(t *testing.T) {
	path := filledFile(t)
	if err := execRaw(t, path, "UPDATE versions SET draft = draft + 6 WHERE title LIKE 'Plan%'"); err != nil {
		t.Fatal(err)
	}
	found, got, _ := salvaged(t, path, Rescue{})
	doubtful := 0
	for _, d := range found.Documents {
		if d.Doubtful && !d.Whole() && d.Readable() == len(d.Versions) {
			doubtful++
		}
	}
	if doubtful != 1 || len(got) != 2 {
		t.Errorf("%d documents are doubtful, %d versions saved", doubtful, len(got))
	}
}

// What a document was whose row is lost is found by its seal.
func TestADocumentWithoutItsRowIsFoundAgain(t *testing.T) {
	path := filledFile(t)
	if err := execRaw(t, path, "PRAGMA foreign_keys = 0; DELETE FROM documents"); err != nil {
		t.Fatal(err)
	}
	found, got, register := salvaged(t, path, Rescue{})
	if len(found.Documents) != 2 || len(got) != 2 || len(register.Documents()) != 2 {
		t.Errorf("%d found, %d contents, %d saved", len(found.Documents), len(got), len(register.Documents()))
	}
	for _, d := range found.Documents {
		if !d.Whole() || d.Kind == "" {
			t.Errorf("%+v", d)
		}
	}
}

// A file of every older schema is read as it is.
func TestAnOlderFileIsSalvaged(t *testing.T) {
	for number := 1; number <= newest(migrations()); number++ {
		path := storedCopy(t, number)
		found, got, _ := salvaged(t, path, Rescue{})
		for _, d := range found.Documents {
			if !d.Whole() {
				t.Errorf("schema %d: %+v", number, d)
			}
		}
		if len(got) == 0 {
			t.Errorf("schema %d: nothing was read", number)
		}
	}
}

// What the rescued file has newer than the backup comes in by an import; what the
// backup has is not asked about.
func TestWhatIsNewerComesToTheBackup(t *testing.T) {
	f := newFile(t, sample(t).edit)
	backup := filepath.Join(t.TempDir(), "kopia"+Extension)
	if err := f.CopyTo(context.Background(), backup); err != nil {
		t.Fatal(err)
	}
	_, r := held(t, f)
	var newer plan.ID
	for _, d := range r.Documents() {
		if r.Editable(d, d.Latest()) == nil {
			newer = d.ID
			save(t, f, retitle(t, f, d, "Ändrad efter kopian"))
		}
	}
	path := closed(t, f)
	found, _, _ := salvaged(t, path, Rescue{Backup: backup})
	for _, d := range found.Documents {
		want := plan.SalvageSame
		if d.ID == newer {
			want = plan.SalvageNewer
		}
		if d.Standing != want {
			t.Errorf("%s stands as %q", d.Title, d.Standing)
		}
	}
	if !found.Brings() {
		t.Error("it brings nothing")
	}
	out := filepath.Join(t.TempDir(), "räddad"+Extension)
	if _, err := Salvage(context.Background(), path, Rescue{Out: out}, testOptions()); err != nil {
		t.Fatal(err)
	}
	im := importOf(t, backup, out)
	if len(im.Items) != 1 || im.Items[0].Outcome != plan.ImportTaken || im.Items[0].Document != newer {
		t.Errorf("the import is %+v", im.Items)
	}
}

// importOf plans bringing the file at other into that at path.
func importOf(t testing.TB, path, other string) *plan.Import {
	t.Helper()
	side := func(path string) plan.Side {
		f := viewOf(t, path, testOptions())
		known, err := f.Known(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		_, r := held(t, f)
		return plan.Side{
			Register: r, Known: known,
			Content: func(d plan.Document, v plan.Version) (plan.Sealed, error) {
				return f.Content(context.Background(), d.Kind, v.ID)
			},
			State: func(x plan.Thing, revision string) ([]byte, error) { return f.State(context.Background(), x, revision) },
		}
	}
	im, err := plan.NewImport(side(path), side(other))
	if err != nil {
		t.Fatal(err)
	}
	im.KeepMissing()
	return im
}
