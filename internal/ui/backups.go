package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// mostBackups is how many copies the card lists before it is opened out.
const mostBackups = 6

// backupLine is a kept copy in words.
type backupLine struct {
	title, caption, size string
	path                 string
}

func backupLines(p *i18n.Printer, all []plan.Backup) []backupLine {
	var out []backupLine
	for _, b := range all {
		l := backupLine{title: p.Date(i18n.DayOf(b.Time)), caption: p.T("backup.daily"), size: p.FileSize(b.Size), path: b.Path}
		if b.Reason != plan.CopyOfDay {
			l.caption = p.T("backup." + string(b.Reason))
		}
		if b.Time.Hour() != 0 || b.Time.Minute() != 0 {
			l.title += " " + p.Clock(b.Time)
		}
		out = append(out, l)
	}
	return out
}

// backupsCard lists the copies of the open file.
func (v *settingsView) backupsCard() fyne.CanvasObject {
	a, p := v.desk.app, v.desk.words
	all, err := a.setup.Files.Backups(a.path)
	now := kit.NewButton(kit.Link, p.T("backup.now"), func() { a.backUp(v.fill) })
	var rows []fyne.CanvasObject
	lines := backupLines(p, all)
	for i, l := range lines {
		if i == mostBackups && !v.backups {
			rows = append(rows, kit.NewOneLineRow(kit.OneLine{
				Title: p.T("backup.all", "n", len(lines)), Open: func() { v.backups = true; v.fill() },
			}))
			break
		}
		row := kit.TwoLine{Title: l.title, Caption: l.caption + " · " + l.size}
		if !v.desk.reads() {
			row.Open, row.Note = func() { a.askRestore(l) }, p.T("backup.restore-ask")
		}
		rows = append(rows, kit.NewTwoLineRow(row))
	}
	var body fyne.CanvasObject = kit.NewRows(true, rows...)
	switch {
	case err != nil:
		body = kit.Pad(kit.Around(16), kit.NewParagraph(p.T("backup.unlisted"), kit.Dense, kit.ColorText2))
	case len(rows) == 0:
		body = kit.Pad(kit.Around(16), kit.NewParagraph(p.T("backup.none"), kit.Dense, kit.ColorText2))
	}
	card := kit.NewCard(p.T("backup.title"), body)
	card.SetActions(now)
	return card
}

// backUp keeps a copy now; then tells what comes after.
func (a *App) backUp(then func()) {
	file := a.file
	job := kit.Job{Title: a.words.T("backup.now"), Cancel: a.words.T("action.cancel")}
	kit.Await(a.work, a.window.Canvas(), job, func(ctx context.Context, _ kit.Report) (string, error) {
		return file.KeepCopy(ctx, plan.CopyByHand)
	}, func(path string, err error) {
		if err != nil {
			a.fail(err)
			return
		}
		a.say(a.words.T("backup.kept", "file", filepath.Base(path)))
		then()
	})
}

// askRestore asks before a copy takes the file's place.
func (a *App) askRestore(l backupLine) {
	kit.OpenQuestion(a.window.Canvas(), kit.Question{
		Title: a.words.T("backup.restore-title"), Text: a.words.T("backup.restore-text", "time", l.title),
		Confirm: a.words.T("backup.restore-confirm"), Cancel: a.words.T("action.cancel"),
	}, func() { a.work.Post(func() { a.restore(a.path, l.path) }) })
}

// restore puts a copy in the place of the file, which is closed for it and opened
// again.
func (a *App) restore(path, backup string) { a.restoreThen(path, backup, func(bool) {}) }

// restoreThen restores and, when the file is opened again, does what comes after.
func (a *App) restoreThen(path, backup string, then func(restored bool)) {
	if !a.closeFile() {
		return
	}
	a.showWelcome()
	files, owner := a.setup.Files, a.prefs.person()
	job := kit.Job{Title: a.words.T("backup.restoring")}
	kit.Await(a.work, a.window.Canvas(), job, func(ctx context.Context, _ kit.Report) (string, error) {
		return files.Restore(ctx, path, backup, owner)
	}, func(kept string, err error) {
		if err != nil {
			a.failAbout(err, fileName(path))
		}
		a.openFile(path)
		restored := err == nil && a.file != nil
		if restored {
			said := a.words.T("backup.restored", "file", filepath.Base(backup))
			if kept != "" {
				said += " " + a.words.T("backup.kept-before", "file", filepath.Base(kept))
			}
			a.say(said)
		}
		then(restored)
	})
}
