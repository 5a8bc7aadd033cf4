package ui

import (
	"context"
	"errors"
	"time"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

// When a file is tended: a while after it was opened, and again after anything got in
// the way.
const (
	tendAfter = 5 * time.Second
	tendAgain = 30 * time.Second
)

// tendLater keeps the day's copy and examines the file when the window has been used
// for a while, so that opening waits for neither.
func (a *App) tendLater(after time.Duration) {
	if a.stopTending != nil {
		a.stopTending()
	}
	a.stopTending = a.work.After(after, a.tend)
}

func (a *App) tend() {
	file := a.file
	if file == nil || file.ReadOnly() {
		return
	}
	a.stopTending = kit.Do(a.work, func(ctx context.Context) (int, error) { return file.Tend(ctx) }, func(flaws int, err error) {
		switch {
		case a.file != file:
		case errors.Is(err, context.Canceled):
			a.tendLater(tendAgain)
		case err != nil:
			a.toaster.Show(assets.StateUrgent, kit.Urgent, a.words.T("tend.failed"), "", nil)
		case flaws > 0:
			a.flawed = true
			a.showStanding()
		}
		a.giveMemoryBackSoon()
	})
}

// showFlawed says that something in the open file is damaged.
func (a *App) showFlawed() {
	open := kit.NewButton(kit.Outlined, a.words.T("tend.backups"), func() { a.open(place{room: roomSettings}) })
	a.shell.SetNotice(kit.Notice(assets.StateLate, kit.Late, a.words.T("tend.flawed"), open))
}
