package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

// saveFalling saves what is being typed when the program ends because of a panic.
func (a *App) saveFalling() {
	a.falling.Store(true)
	if a.file != nil {
		_ = a.file.Typing().Flush() // nobody is left to be told
	}
}

// closeEnding saves what is being typed and closes the file where the system has ended the
// program, as it does when a person logs out: the window is gone, and nobody was asked.
func (a *App) closeEnding() {
	a.ended.Do(func() {
		if a.file != nil {
			a.falling.Store(true)
			_ = a.file.Close() // nobody is left to be told
		}
	})
}

// endingTime is how long the toolkit may take to end.
const endingTime = 3 * time.Second

// endSurely ends the program where the toolkit has not ended by then. Now and then it waits
// for good: its last call comes between emptying the queue of calls and closing it, and the
// program would stay without a window (fyne 2.8.1, runGL and runOnMainWithWait).
func (a *App) endSurely() {
	if a.setup.Exit != nil {
		time.AfterFunc(endingTime, a.endNow)
	}
}

func (a *App) endNow() {
	fyne.DoAndWait(a.closeEnding) // which is done here where the toolkit has no queue any more
	a.setup.Exit()
}

// unlessFalling leaves out what would be shown while the program ends.
func unlessFalling[T any](a *App, show func(T)) func(T) {
	return func(x T) {
		if !a.falling.Load() {
			show(x)
		}
	}
}

// crashReports are the new reports as one text.
func (a *App) crashReports() string {
	var all []string
	for _, r := range a.setup.Crashes.Ended() {
		all = append(all, r.Text)
	}
	return strings.Join(all, "\n")
}

// showCrash says in a strip above the work that the program ended unexpectedly.
func (a *App) showCrash() {
	w := a.words
	a.shell.SetNotice(kit.Notice(assets.IconInfo, kit.Neutral, w.T("crash.text"),
		kit.NewButton(kit.Link, w.T("crash.show"), a.openCrash),
		kit.NewButton(kit.Link, w.T("crash.copy"), a.copyCrash),
		kit.NewButton(kit.Link, w.T("crash.remove"), a.removeCrash)))
}

func (a *App) copyCrash() {
	a.toolkit.Clipboard().SetContent(a.crashReports())
	a.say(a.words.T("crash.copied"))
}

// removeCrash removes the reports, and with them the strip.
func (a *App) removeCrash() {
	if err := a.setup.Crashes.Remove(); err != nil {
		a.fail(err)
		return
	}
	if a.file == nil {
		a.shell.SetNotice(nil)
		return
	}
	a.showStanding()
}

// openCrash shows the reports.
func (a *App) openCrash() {
	w := a.words
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: w.T("crash.title"), Width: 760,
		Content: kit.Column(14, kit.NewParagraph(w.T("crash.about"), kit.Body, kit.ColorText),
			kit.NewParagraph(a.crashReports(), kit.Dense, kit.ColorText2)),
		Confirm: kit.DialogAction{Label: w.T("action.close")},
		Extra: []kit.DialogAction{{Label: w.T("crash.copy"), Run: func() bool {
			a.copyCrash()
			return false
		}}},
	})
}
