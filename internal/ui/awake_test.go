package ui

import (
	"testing"
	"time"

	"ledstjarna/internal/ui/kit"
)

// The window is drawn anew once after the computer has slept, and not while it is awake.
func TestTheWindowIsDrawnAnewAfterSleep(t *testing.T) {
	a := window(t)
	var next func()
	a.work = kit.NewBackgroundWith(func(work func()) { work() }, func(_ time.Duration, do func()) func() bool {
		next = do
		return func() bool { return true }
	})
	now, drawn := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), 0
	a.watchSleep(func() time.Time { return now }, func() { drawn++ })
	for _, step := range []struct {
		passed time.Duration
		drawn  int
	}{{awakeEvery, 0}, {awakeEvery + time.Second, 0}, {time.Hour, 1}, {awakeEvery, 1}, {20 * time.Second, 2}} {
		now = now.Add(step.passed)
		if next(); drawn != step.drawn {
			t.Errorf("after %s it was drawn anew %d times, not %d", step.passed, drawn, step.drawn)
		}
	}
}
