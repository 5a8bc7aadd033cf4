package disk_test

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
	"ledstjarna/internal/sqlite/faults/disk"
)

func event() plan.Edit {
	return plan.Edit{Events: []plan.Event{{ID: plan.NewID(), Kind: plan.EventExport}}}
}

// TestDiskSeesAndFails walks a saving: each of its kinds of operation is seen, and each
// fault comes of it that is asked for.
func TestDiskSeesAndFails(t *testing.T) {
	ctx := context.Background()
	seen := map[disk.Kind]int{}
	fail := map[disk.Kind]disk.Fault{}
	folders := 0
	d, err := disk.Register(func(op disk.Op) disk.Fault {
		seen[op.Kind]++
		if op.Folder {
			folders++
		}
		return fail[op.Kind]
	})
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.ledstjarna")
	f, err := sqlite.Create(ctx, path, sqlite.Options{CopyLater: true, VFS: d.Name()}, event())
	if err != nil {
		t.Fatal(err)
	}
	for _, k := range []disk.Kind{disk.Open, disk.Read, disk.Write, disk.Sync, disk.Truncate} {
		if seen[k] == 0 {
			t.Errorf("no %s was seen", k)
		}
	}
	for _, x := range []struct {
		kind  disk.Kind
		fault disk.Fault
		want  error
	}{
		{disk.Write, disk.Full, sqlite.ErrDiskFull},
		{disk.Write, disk.Short, sqlite.ErrDiskFull},
		{disk.Write, disk.Error, sqlite.ErrIO},
		{disk.Sync, disk.Error, sqlite.ErrIO},
		{disk.Truncate, disk.Error, sqlite.ErrIO},
	} {
		fail[x.kind] = x.fault
		if _, err := f.Save(ctx, event()); !errors.Is(err, x.want) {
			t.Errorf("%s with fault %d: %v", x.kind, x.fault, err)
		}
		delete(fail, x.kind)
		if _, err := f.Save(ctx, event()); err != nil {
			t.Errorf("after %s with fault %d: %v", x.kind, x.fault, err)
		}
	}
	if err := d.Close(); err == nil {
		t.Error("it was taken away from under an open file")
	}
	if err := f.Close(); err != nil || seen[disk.Delete] == 0 || folders == 0 {
		t.Errorf("closing: %v, %d deleted, the folder was synced %d times", err, seen[disk.Delete], folders)
	}
	if err := d.Close(); err != nil {
		t.Error(err)
	}
}
