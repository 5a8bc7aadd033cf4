package ui

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"ledstjarna/internal/crash"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
)

func dayAfterMeeting() time.Time { return time.Date(2026, 12, 4, 9, 0, 0, 0, time.UTC) }

func troubleScenes() []scene {
	return []scene{
		{"recovery", func(t *testing.T, a *App) {
			path, _, _ := damagedFile(t, a)
			a.openFile(path)
		}, []screen{
			{"recovery", func(*testing.T, *App) {}},
			{"recovery-save", func(t *testing.T, a *App) {
				a.askSaveRescued(recovery{path: "/home/eva/länet" + extension, folder: a.rescued})
			}},
		}},
		{"crash", fallen, []screen{
			{"crash", func(*testing.T, *App) {}},
			{"crash-report", func(_ *testing.T, a *App) { a.openCrash() }},
			{"crash-open", func(_ *testing.T, a *App) { a.openExample() }},
		}},
		{"locked", func(t *testing.T, a *App) {
			path := exampleAt(t, a)
			by(t, "Maria Holm", sqlite.Open, path)
			a.openFile(path)
		}, lockedScreens()},
		{"moved", func(t *testing.T, a *App) {
			path := exampleAt(t, a)
			a.openFile(path)
			if err := os.Rename(path, path+".flyttad"); err != nil {
				t.Fatal(err)
			}
			a.lookAtStanding()
		}, []screen{{"trouble-moved", func(*testing.T, *App) {}}}},
		{"synced", func(t *testing.T, a *App) {
			path := filepath.Join(t.TempDir(), "Dropbox", "plan"+extension)
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.Rename(exampleAt(t, a), path); err != nil {
				t.Fatal(err)
			}
			a.openFile(path)
		}, []screen{
			{"trouble-synced", func(*testing.T, *App) {}},
			{"trouble-flawed", func(_ *testing.T, a *App) {
				a.flawed = true
				a.showStanding()
			}},
		}},
		{"import", clashing, []screen{{"import", func(*testing.T, *App) {}}}},
	}
}

// lockedScreens are the strips of a file that can only be read.
func lockedScreens() []screen {
	barred := func(name string, why error) screen {
		return screen{"trouble-" + name, func(_ *testing.T, a *App) {
			a.barred = why
			a.showStanding()
		}}
	}
	return []screen{
		{"trouble-locked", func(*testing.T, *App) {}},
		at("trouble-locked-document", place{room: roomPlans, document: "doc-naravard", section: plan.KeyGoals}),
		at("trouble-locked-packet", place{room: roomPackets, packet: examplePacket}),
		{"trouble-take-over", func(_ *testing.T, a *App) { a.askTakeOver() }},
		barred("unsigned", &sqlite.LockedError{}), barred("read-only", sqlite.ErrReadOnly), barred("disk-full", sqlite.ErrDiskFull),
		barred("salvaged", errDamagedFile{}),
	}
}

// fallen starts the program after one that fell.
func fallen(t *testing.T, a *App) {
	dir := t.TempDir()
	raw := "Ledstjärna 9.9\nlinux\n\npanic: runtime error: index out of range [3] with length 3\n\ngoroutine 1 [running]:\nmain.main()\n\tmain.go:12 +0x1b\n"
	if err := os.WriteFile(filepath.Join(dir, "running-99999999"), []byte(raw), 0o600); err != nil {
		t.Fatal(err)
	}
	watch, err := crash.Start(dir, "9.9")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := watch.Stop(); err != nil {
			t.Error(err)
		}
	})
	a.setup.Crashes = watch
	if len(watch.Ended()) == 0 {
		t.Fatal("no report")
	}
	a.showWelcome()
}

// clashing compares the file with a copy in which somebody else has worked.
func clashing(t *testing.T, a *App) {
	copied, other := clash(t, a, "doc-naravard")
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	a.planImport(copied)
}
