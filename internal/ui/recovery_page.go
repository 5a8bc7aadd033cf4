package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// recoveredLine is a row of what can be read.
type recoveredLine struct {
	title, caption, state string
	look                  recoveredLook
	ordinary              bool // it is whole, and the backup has it too
}

// recoveredLook is how much of something can be read.
type recoveredLook uint8

const (
	looksWhole recoveredLook = iota
	looksPartly
	looksLost
)

func lookOf(l report.SalvageLine) recoveredLook {
	switch {
	case l.Whole:
		return looksWhole
	case l.Lost:
		return looksLost
	}
	return looksPartly
}

// recoveredDocuments returns the rows of the documents, those first of which something
// is lost or newer than in the backup: how each stands to the backup
// and when it was last touched, and how much of it can be read.
func recoveredDocuments(w *i18n.Printer, found plan.Salvaged) []recoveredLine {
	var out []recoveredLine
	for i, l := range report.SalvagedDocuments(w, found) {
		d := found.Documents[i]
		parts := []string{l.Kind, l.Backup}
		if !d.Touched.IsZero() {
			parts = append(parts, w.T("salvage.touched", "date", w.ISO(i18n.DayOf(d.Touched))))
		}
		if d.Readable() > 0 {
			if d.Activities > 0 {
				parts = append(parts, w.N("salvage.activities", d.Activities))
			}
			if d.Attachments > 0 {
				parts = append(parts, w.N("salvage.attachments", d.Attachments))
			}
		}
		x := recoveredLine{title: l.Title, caption: joined(parts), state: l.State, look: lookOf(l)}
		x.ordinary = l.Whole && !d.Standing.Brings()
		out = append(out, x)
	}
	slices.SortStableFunc(out, func(a, b recoveredLine) int {
		switch {
		case a.ordinary == b.ordinary:
			return 0
		case b.ordinary:
			return -1
		}
		return 1
	})
	return out
}

// recoveredRegister returns the rows of the register.
func recoveredRegister(w *i18n.Printer, found plan.Salvaged) []recoveredLine {
	var out []recoveredLine
	for _, l := range report.SalvagedRegister(w, found) {
		out = append(out, recoveredLine{title: l.Title, caption: joined([]string{l.State, l.Backup}), look: lookOf(l)})
	}
	for i := range out {
		out[i].state = w.T([]string{"salvage.whole", "recovery.partly", "salvage.lost"}[out[i].look])
	}
	return out
}

func joined(parts []string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, " · ")
}

// recoveryPage is shown in place of the welcome page.
func (a *App) recoveryPage(r recovery) {
	w := a.words
	happened := problemOf(w, r.why, fileName(r.path)).Happened
	if r.folder != "" || messageKey(r.why) == "problem.damaged-file" { // what can be done stands below
		happened = w.T("recovery.damaged", "file", fileName(r.path))
	}
	back := func() { a.dropRescued(); a.showWelcome() }
	head := kit.Column(6, kit.NewText(w.T("recovery.title", "file", fileName(r.path)), kit.Display, kit.ColorText),
		kit.NewParagraph(happened, kit.Body, kit.ColorText))
	if r.folder == "" {
		head.Add(kit.NewParagraph(w.T("recovery.nothing"), kit.Body, kit.ColorText))
	}
	parts := []fyne.CanvasObject{kit.Bar(14, kit.Grow(head), kit.NewButton(kit.Outlined, w.T("recovery.back"), back))}
	if actions := a.recoveryActions(r); len(actions) > 0 {
		parts = append(parts, kit.NewCard(w.T("recovery.choose"), kit.NewRows(true, actions...)))
	}
	if r.folder != "" {
		parts = append(parts,
			kit.NewCard(w.T("recovery.documents"), recoveredRows(recoveredDocuments(w, r.found))),
			kit.NewCard(w.T("recovery.register"), recoveredRows(recoveredRegister(w, r.found))))
		if r.found.Cut {
			parts = append(parts, kit.NewParagraph(w.T("salvage.cut"), kit.Dense, kit.ColorText2))
		}
	}
	if len(r.backups) > 0 {
		parts = append(parts, kit.NewCard(w.T("backup.title"), a.recoveryBackups(r)))
	}
	parts = append(parts, kit.NewParagraph(w.T("recovery.kept"), kit.Dense, kit.ColorText2))
	a.shell.SetWork(kit.NewGround(kit.ColorWindow, kit.NewScrollBox(
		kit.Pad(kit.Insets{Top: 60, Right: 24, Bottom: 24, Left: 24}, measured(880, kit.Column(20, parts...))))))
}

// recoveryActions says in sentences what can be done, each with its button, the best
// one first.
func (a *App) recoveryActions(r recovery) []fyne.CanvasObject {
	w := a.words
	var rows []fyne.CanvasObject
	offer := func(kind kit.ButtonKind, label, text string, run func()) {
		rows = append(rows, kit.Pad(kit.Insets{Top: 10, Right: 16, Bottom: 10, Left: 16}, kit.Bar(14,
			kit.Grow(kit.NewParagraph(text, kit.Dense, kit.ColorText)), kit.NewButton(kind, label, run))))
	}
	kind := kit.Primary
	if i := r.latest(); i >= 0 {
		l := backupLines(w, r.backups)[i]
		if r.folder != "" && r.found.Brings() {
			offer(kind, w.T("recovery.bring"), w.T("recovery.bring-text", "time", l.title), func() { a.bringRescued(r) })
			kind = kit.Outlined
		}
		offer(kind, w.T("recovery.restore", "time", l.title), w.T("recovery.restore-text"), func() { a.dropRescued(); a.restore(r.path, l.path) })
		kind = kit.Outlined
	}
	if r.folder != "" {
		offer(kind, w.T("recovery.save"), w.T("recovery.save-text"), func() { a.askSaveRescued(r) })
		offer(kit.Outlined, w.T("recovery.read"), w.T("recovery.read-text"), func() { a.readRescued(r) })
	}
	return rows
}

func (a *App) recoveryBackups(r recovery) fyne.CanvasObject {
	w := a.words
	var rows []fyne.CanvasObject
	for i, l := range backupLines(w, r.backups) {
		row := kit.TwoLine{Title: l.title, Caption: l.caption + " · " + l.size, Pills: true}
		if r.sound[i] {
			row.State = kit.State{Symbol: assets.StateDone, Family: kit.Done, Word: w.T("recovery.sound")}
			row.Open = func() { a.dropRescued(); a.restore(r.path, l.path) }
		} else {
			row.State = kit.State{Symbol: assets.StateLate, Family: kit.Late, Word: w.T("recovery.flawed")}
		}
		rows = append(rows, kit.NewTwoLineRow(row))
	}
	return kit.NewRows(true, rows...)
}

func recoveredRows(lines []recoveredLine) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, l := range lines {
		state := kit.State{Symbol: assets.StateDone, Family: kit.Done, Word: l.state}
		switch l.look {
		case looksPartly:
			state.Symbol, state.Family = assets.StateHalf, kit.Urgent
		case looksLost:
			state.Symbol, state.Family = assets.StateLate, kit.Late
		case looksWhole:
		}
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{Title: l.title, Caption: l.caption, State: state, Pills: true}))
	}
	return kit.NewRows(true, rows...)
}
