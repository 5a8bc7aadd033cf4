package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"ledstjarna/internal/plan"
)

func TestSecondOpenerIsToldByName(t *testing.T) {
	f := newFile(t, plan.Edit{})
	other := testOptions()
	other.Owner = "Bo"
	_, err := Open(context.Background(), f.path, other)
	var locked *LockedError
	if !errors.As(err, &locked) {
		t.Fatalf("a second opener gets %v", err)
	}
	if locked.Owner != "Åsa Öberg" || locked.Machine != "dator-1" || !locked.Since.Equal(testDay) || locked.Elsewhere {
		t.Errorf("the lock says %+v", locked)
	}
	if filepath.Base(locked.Path) != "~$Länet.ledstjarna.lock" {
		t.Errorf("the lock is %s", locked.Path)
	}
	link := filepath.Join(t.TempDir(), "genväg.ledstjarna")
	if err := os.Symlink(f.path, link); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(context.Background(), link, other); !errors.As(err, &locked) {
		t.Errorf("a second opener by another name gets %v", err)
	}
	if _, err := f.Load(context.Background()); err != nil {
		t.Errorf("the first opener: %v", err)
	}
}

func TestLockGoesWithItsFile(t *testing.T) {
	path := filledFile(t)
	for range 3 {
		contentsOf(t, path, testOptions())
	}
	if left, _ := os.ReadDir(filepath.Dir(path)); len(left) != 1 {
		t.Errorf("left in the folder: %v", left)
	}
}

func TestLockOfADeadProcessIsTakenOver(t *testing.T) {
	path := filledFile(t)
	c, out := child(t, "hold", path)
	if !out.Scan() || out.Text() != "open" {
		t.Fatalf("the child says %s", out.Text())
	}
	_, err := Open(context.Background(), path, testOptions())
	var locked *LockedError
	if !errors.As(err, &locked) || locked.Owner != fmt.Sprintf("Barn %d", c.Process.Pid) {
		t.Fatalf("while the child holds it: %v", err)
	}
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = c.Wait() // it was killed
	if _, err := os.Stat(lockPath(path)); err != nil {
		t.Fatal("the dead process has left no lock")
	}
	contentsOf(t, path, testOptions())
}

func TestLockOfAnotherMachineIsRefused(t *testing.T) {
	path := filledFile(t)
	text := `{"owner":"Bo","machine":"dator-2","since":"2026-11-20T08:00:00Z","process":1}`
	if err := os.WriteFile(lockPath(path), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	_, err := Open(context.Background(), path, testOptions())
	var locked *LockedError
	if !errors.As(err, &locked) || !locked.Elsewhere || locked.Owner != "Bo" || locked.Machine != "dator-2" {
		t.Fatalf("the lock of another machine gives %v", err)
	}
	if b, _ := os.ReadFile(lockPath(path)); string(b) != text {
		t.Errorf("the lock now says %s", b)
	}
	for _, text := range []string{"", "rubbish", strings.Repeat("x", 100_000)} {
		if err := os.WriteFile(lockPath(path), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		contentsOf(t, path, testOptions())
	}
}

func TestRaceForTheFileHasOneWinnerAtATime(t *testing.T) {
	path := filledFile(t)
	opened, locked := 0, 0
	for range 10 {
		a, outA := child(t, "race", path)
		b, outB := child(t, "race", path)
		for _, out := range []interface {
			Scan() bool
			Text() string
		}{outA, outB} {
			if !out.Scan() {
				t.Fatal("a child says nothing")
			}
			switch s := out.Text(); {
			case s == "open":
				opened++
			case strings.HasPrefix(s, "locked Barn "):
				locked++
			default:
				t.Fatal(s)
			}
		}
		if err := errors.Join(a.Wait(), b.Wait()); err != nil {
			t.Fatal(err)
		}
	}
	f, err := Open(context.Background(), path, testOptions())
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := f.Load(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if n := len(r.Effective(plan.EventExport)); n != opened || opened+locked != 20 || opened < 10 {
		t.Errorf("%d had the file, %d were refused, %d events are stored", opened, locked, n)
	}
}

func TestWaitingForAHalfWrittenLockEnds(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	l, err := takeLock(path, holder{Owner: "Åsa", Machine: "m", Since: time.Now()})
	if err != nil {
		t.Fatal(err)
	}
	if err := l.file.Truncate(0); err != nil {
		t.Fatal(err)
	}
	var locked *LockedError
	if err := probeLock(path); !errors.As(err, &locked) || locked.Owner != "" || locked.MessageKey() != "problem.locked-unsigned" {
		t.Errorf("a lock without text gives %v", err)
	}
	if err := l.release(); err != nil {
		t.Fatal(err)
	}
	if err := probeLock(path); err != nil {
		t.Errorf("a released lock gives %v", err)
	}
}
