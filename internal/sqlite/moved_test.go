package sqlite

import (
	"context"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
)

// The connection is all that is left of a file that was moved away, so nothing that is
// cancelled may cost it.
func TestCancelledWorkLeavesAMovedFileOpen(t *testing.T) {
	ctx := context.Background()
	s := sample(t)
	for name, work := range map[string]func(context.Context, *File) error{
		"copy":   func(c context.Context, f *File) error { _, err := f.KeepCopy(c); return err },
		"check":  func(c context.Context, f *File) error { _, err := f.Check(c); return err },
		"search": func(c context.Context, f *File) error { _, err := f.Search(c, "plan", 50, nil); return err },
		"load":   func(c context.Context, f *File) error { _, err := f.Load(c); return err },
		"save":   func(c context.Context, f *File) error { _, err := f.Save(c, retitle(t, f, s.draft, "ny")); return err },
	} {
		t.Run(name, func(t *testing.T) {
			f := newFile(t, s.edit)
			want := dump(t, f)
			if err := os.Rename(f.path, f.path+" borta"); err != nil {
				t.Fatal(err)
			}
			for n := range 200 {
				cancelled, cancel := context.WithCancel(ctx)
				expires := &expiring{Context: cancelled, cancel: cancel}
				expires.left.Store(int64(n))
				_ = work(expires, f) // whatever became of it
				cancel()
				to := filepath.Join(t.TempDir(), "kopia.ledstjarna")
				if n%20 != 19 {
					continue
				}
				if err := f.CopyTo(ctx, to); err != nil {
					t.Fatalf("after %d cancelled ones it cannot be saved elsewhere: %v", n, err)
				}
				if got := contentsOf(t, to, testOptions()); got != want {
					t.Fatal("the copy holds something else")
				}
			}
		})
	}
}

// expiring is cancelled when it has been asked so many times whether it is.
type expiring struct {
	context.Context
	left   atomic.Int64 // it is asked by several goroutines
	cancel context.CancelFunc
}

func (e *expiring) Done() <-chan struct{} {
	if e.left.Add(-1) < 0 {
		e.cancel()
	}
	return e.Context.Done()
}
