package sqlite

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	modernc "modernc.org/sqlite"

	"ledstjarna/internal/plan"
)

// attachment is a text that is larger than one chunk.
func attachment(t testing.TB, name string) (plan.Attachment, []byte) {
	t.Helper()
	b := []byte(strings.Repeat(name+": en rad av många i bilagan\n", chunkSize/len(name)/20+1))
	a, err := plan.Examine(name, bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	return a, b
}

// attaching gives the latest version of the document the file.
func attaching(t testing.TB, f *File, d plan.Document, a plan.Attachment) plan.Edit {
	t.Helper()
	before, err := f.Content(context.Background(), d.Kind, d.Latest().ID)
	if err != nil {
		t.Fatal(err)
	}
	after, _, err := plan.Attach(before.Content, a.AttachedFile, "Bilagan", true)
	if err != nil {
		t.Fatal(err)
	}
	return plan.Edit{
		Files: []plan.Attachment{a},
		Changes: []plan.Change{plan.ContentChange{
			Kind: d.Kind, Document: d.ID, Version: d.Latest().ID, Before: before, After: plan.Seal(after),
		}},
	}
}

func save(t testing.TB, f *File, e plan.Edit) {
	t.Helper()
	if _, err := f.Save(context.Background(), e); err != nil {
		t.Fatal(err)
	}
}

func stored(t testing.TB, f *File, hash string) ([]byte, error) {
	t.Helper()
	var b bytes.Buffer
	err := f.CopyFile(context.Background(), hash, &b)
	return b.Bytes(), err
}

func reopened(t testing.TB, f *File) *File {
	t.Helper()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := Open(context.Background(), f.path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = again.Close() }) // closed by the test where it matters
	return again
}

func sound(t testing.TB, f *File) {
	t.Helper()
	if flaws, err := f.Check(context.Background()); err != nil || len(flaws) > 0 {
		t.Fatalf("flaws %v, error %v", flaws, err)
	}
}

func TestAnAttachedFileIsKeptOnceAndReadAgain(t *testing.T) {
	s := sample(t)
	f := newFile(t, s.edit)
	a, want := attachment(t, "rapport.txt")
	e := attaching(t, f, s.draft, a)
	save(t, f, e)
	save(t, f, attaching(t, f, s.draft, a))
	again := reopened(t, f)
	got, err := stored(t, again, a.Hash)
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("read %d bytes of %d: %v", len(got), len(want), err)
	}
	n, err := number(context.Background(), again.db, "page_count")
	if size := n * 4096; err != nil || size > 2*len(want) {
		t.Errorf("the file takes %d bytes, %v", size, err)
	}
	sound(t, again)
	if _, err := stored(t, again, strings.Repeat("0", 64)); !errors.Is(err, plan.ErrNoFile) {
		t.Errorf("a file that is not there: %v", err)
	}
}

func TestAFileStaysWhileItMayBeUsedAgain(t *testing.T) {
	s := sample(t)
	f := newFile(t, s.edit)
	a, want := attachment(t, "rapport.txt")
	e := attaching(t, f, s.draft, a)
	save(t, f, e)
	save(t, f, e.Inverse())
	redo := plan.Edit{Changes: e.Changes}
	save(t, f, redo)
	if got, err := stored(t, f, a.Hash); err != nil || !bytes.Equal(got, want) {
		t.Fatalf("after doing again: %d bytes, %v", len(got), err)
	}
	f = reopened(t, f)
	save(t, f, e.Inverse())
	if _, err := stored(t, f, a.Hash); err != nil {
		t.Fatalf("while the step can be undone: %v", err)
	}
	f = reopened(t, f)
	if _, err := stored(t, f, a.Hash); !errors.Is(err, plan.ErrNoFile) {
		t.Errorf("a file that nothing refers to is kept: %v", err)
	}
	if _, err := f.Save(context.Background(), redo); !errors.Is(err, plan.ErrNoFile) {
		t.Errorf("a content that refers to no file was saved: %v", err)
	}
	sound(t, f)
}

func TestAFileThatReadsOtherwiseIsNotStored(t *testing.T) {
	s := sample(t)
	f := newFile(t, s.edit)
	before := dump(t, f)
	a, b := attachment(t, "rapport.txt")
	for name, other := range map[string][]byte{"changed": bytes.ToUpper(b), "cut": b[:len(b)-1]} {
		a.Source = bytes.NewReader(other)
		if _, err := f.Save(context.Background(), attaching(t, f, s.draft, a)); err == nil {
			t.Errorf("%s: the file was stored", name)
		}
	}
	if after := dump(t, f); after != before {
		t.Error("the refused edit left something behind")
	}
	sound(t, f)
}

func TestTheLogoIsKept(t *testing.T) {
	s := sample(t)
	f := newFile(t, s.edit)
	a, _ := attachment(t, "bild.txt")
	e, err := s.register.SetEntry(plan.ListOrganisation, plan.OrganisationID,
		s.register.Organisation().With(plan.KeyLogo, plan.Text(a.Hash)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Save(context.Background(), e); !errors.Is(err, plan.ErrNoFile) {
		t.Errorf("a logo that is not stored: %v", err)
	}
	e.Files = []plan.Attachment{a}
	save(t, f, e)
	f = reopened(t, f)
	if _, err := stored(t, f, a.Hash); err != nil {
		t.Error(err)
	}
	sound(t, f)
}

// withAttachment returns the path of a closed file whose adopted strategy and
// whose draft have one file each.
func withAttachment(t testing.TB) (path string, adopted, draft plan.Attachment) {
	t.Helper()
	s := sample(t)
	adopted, _ = attachment(t, "beslutad.txt")
	draft, _ = attachment(t, "utkast.txt")
	first := plan.Edit{Files: []plan.Attachment{adopted, draft}, Events: s.edit.Events}
	for _, c := range s.edit.Changes {
		if c, ok := c.(plan.ContentChange); ok {
			a := draft
			if c.Document == s.adopted.ID {
				a = adopted
			}
			after, _, err := plan.Attach(c.After.Content, a.AttachedFile, "Bilagan", false)
			if err != nil {
				t.Fatal(err)
			}
			c.After = plan.Seal(after)
			first.Changes = append(first.Changes, c)
			continue
		}
		first.Changes = append(first.Changes, c)
	}
	f := newFile(t, first)
	sound(t, f)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return f.path, adopted, draft
}

func TestTheDatabaseRefusesToChangeStoredFiles(t *testing.T) {
	path, a, _ := withAttachment(t)
	adopted := "file = '" + a.Hash + "'"
	for _, query := range []string{
		"UPDATE files SET size = 1",
		"DELETE FROM files",
		"REPLACE INTO files SELECT * FROM files",
		"UPDATE chunks SET bytes = x'00'",
		"DELETE FROM chunks",
		"REPLACE INTO chunks SELECT * FROM chunks",
		"INSERT INTO chunks SELECT file, 99, bytes FROM chunks",
		"UPDATE attached SET version = 'x' WHERE " + adopted,
		"DELETE FROM attached WHERE " + adopted,
		"INSERT INTO attached SELECT version, 'x' FROM attached WHERE " + adopted,
	} {
		err := execRaw(t, path, query)
		var e *modernc.Error
		if !errors.As(err, &e) || !errors.Is(translate(err), plan.ErrFrozen) {
			t.Errorf("%s: %v", query, err)
		}
	}
}

func TestADamagedFileIsFound(t *testing.T) {
	path, a, _ := withAttachment(t)
	for _, query := range []string{
		"DROP TRIGGER chunks_are_not_changed",
		"UPDATE chunks SET bytes = x'00' WHERE place = 0 AND file = '" + a.Hash + "'",
		"CREATE TRIGGER chunks_are_not_changed BEFORE UPDATE ON chunks\nBEGIN\n    SELECT raise(ABORT, 'a stored file is never changed');\nEND",
	} {
		if err := execRaw(t, path, query); err != nil {
			t.Fatal(err)
		}
	}
	f, err := Open(context.Background(), path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var damaged *DamagedError
	if _, err := stored(t, f, a.Hash); !errors.As(err, &damaged) {
		t.Errorf("read without noticing: %v", err)
	}
	flaws, err := f.Check(context.Background())
	if err != nil || len(flaws) != 1 || flaws[0].Kind != FlawFile {
		t.Errorf("flaws %v, error %v", flaws, err)
	}
}
