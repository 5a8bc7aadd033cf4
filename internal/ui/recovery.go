package ui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// recovers reports whether a file that could not be opened can be had back from a
// copy: it is damaged, empty, or not what it was.
func recovers(err error) bool {
	var e interface{ Recovers() bool }
	return errors.As(err, &e) && e.Recovers()
}

// showRecovery tells that a file cannot be opened as it is, what of it can be read,
// and offers the latest copy that is sound.
func (a *App) showRecovery(path string, why error) {
	all, err := a.setup.Files.Backups(path)
	if err != nil || len(all) == 0 {
		a.failAbout(why, fileName(path))
		return
	}
	files := a.setup.Files
	job := kit.Job{Title: a.words.T("recovery.looking"), Cancel: a.words.T("action.cancel")}
	kit.Await(a.work, a.window.Canvas(), job, func(ctx context.Context, tell kit.Report) ([]bool, error) {
		sound := make([]bool, len(all))
		for i, b := range all {
			tell(float64(i)/float64(len(all)), a.words.T("recovery.looking-at", "n", i+1, "total", len(all)))
			sound[i] = files.Check(ctx, b.Path) == nil
			if ctx.Err() != nil {
				return nil, ctx.Err()
			}
		}
		return sound, nil
	}, func(sound []bool, err error) {
		if err != nil {
			a.failAbout(why, fileName(path))
			return
		}
		a.recoveryPage(path, why, all, sound)
	})
}

// recoveryPage is shown in place of the welcome page.
func (a *App) recoveryPage(path string, why error, all []plan.Backup, sound []bool) {
	w := a.words
	p := problemOf(w, why, fileName(path))
	var rows []fyne.CanvasObject
	var first *kit.Button
	for i, l := range backupLines(w, all) {
		row := kit.TwoLine{Title: l.title, Caption: l.caption + " · " + l.size, Pills: true}
		if sound[i] {
			row.State = kit.State{Symbol: assets.StateDone, Family: kit.Done, Word: w.T("recovery.sound")}
			row.Open = func() { a.restore(path, l.path) }
			if first == nil {
				first = kit.NewButton(kit.Primary, w.T("recovery.restore", "time", l.title), row.Open)
			}
		} else {
			row.State = kit.State{Symbol: assets.StateLate, Family: kit.Late, Word: w.T("recovery.flawed")}
		}
		rows = append(rows, kit.NewTwoLineRow(row))
	}
	head := kit.Column(6, kit.NewText(w.T("recovery.title", "file", fileName(path)), kit.Display, kit.ColorText),
		kit.NewParagraph(p.Happened, kit.Body, kit.ColorText))
	actions := []fyne.CanvasObject{kit.NewButton(kit.Outlined, w.T("recovery.back"), a.showWelcome)}
	if read := a.readable(path); read != nil {
		actions = append(actions, kit.NewButton(kit.Outlined, w.T("recovery.read"), read))
	}
	if first != nil {
		actions = append(actions, first)
	}
	card := kit.NewCard(w.T("backup.title"), kit.NewRows(true, rows...))
	page := kit.Column(20, head, kit.Bar(8, append(actions, kit.Spring())...), card,
		kit.NewParagraph(w.T("recovery.kept"), kit.Dense, kit.ColorText2))
	a.shell.SetWork(kit.NewGround(kit.ColorWindow, kit.NewScrollBox(
		kit.Pad(kit.Insets{Top: 60, Right: 24, Bottom: 24, Left: 24}, measured(760, page)))))
}

// readable returns what opens the damaged file for reading, or nil where it cannot be
// read at all.
func (a *App) readable(path string) func() {
	store, err := a.setup.Files.OpenReadOnly(context.Background(), path, a.prefs.person())
	if err != nil {
		return nil
	}
	_, err = store.Load(context.Background())
	if cerr := store.Close(); err != nil || cerr != nil {
		return nil
	}
	return func() { a.openToRead(path, errDamagedFile{}) }
}

// errDamagedFile is why a damaged file is opened for reading only.
type errDamagedFile struct{}

// Error implements error.
func (errDamagedFile) Error() string { return "the file is damaged" }

// MessageKey returns the key of the words for a person.
func (errDamagedFile) MessageKey() string { return "problem.damaged-file" }
