package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// fillBasis shows what the review rests on: the text in force, its goals and
// results, what is to be mended in it, what has changed in its sources, and the
// earlier reviews.
func (v *reviewPage) fillBasis() {
	w := v.desk.words
	version := shownVersion(v.desk.register(), v.doc, v.desk.today())
	s, err := v.desk.subject(v.doc, version)
	if err != nil {
		v.desk.fail(err)
		return
	}
	open := func(section plan.Key) func() {
		return func() {
			v.desk.open(place{room: roomOf(v.doc.Kind), document: v.doc.ID, version: version.ID, section: section})
		}
	}
	cards := []fyne.CanvasObject{v.dutyCard(version, open(""))}
	if lines := reviewedGoals(w, s); len(lines) > 0 {
		var rows []fyne.CanvasObject
		for _, l := range lines {
			how := kit.Bar(8, kit.NewPill(l.state), kit.NewText(l.percent, kit.Caption, kit.ColorText2), kit.Spring())
			rows = append(rows, basisRow(kit.NewLinkParagraph(l.name, kit.Dense, open(plan.KeyGoals)), kit.NewParagraph(l.way, kit.Caption, kit.ColorText2), how))
		}
		cards = append(cards, counted(kit.NewCard(w.T("review.goals"), kit.NewRows(true, rows...)), len(lines)))
	}
	cards = append(cards, v.findingsCard(s, version))
	if n := v.desk.driftCount(v.doc); n > 0 {
		row := kit.NewTwoLineRow(kit.TwoLine{Title: w.N("review.drift-count", n), Caption: w.T("review.drift-caption"), Open: open("")})
		cards = append(cards, counted(kit.NewCard(w.T("review.drift-title"), kit.NewRows(true, row)), n))
	}
	if last := lastReviews(w, v.desk.register(), v.doc.ID); len(last) > 0 {
		var parts []fyne.CanvasObject
		for _, words := range last {
			parts = append(parts, kit.NewParagraph(words, kit.Dense, kit.ColorText))
		}
		cards = append(cards, counted(kit.NewCard(w.T("review.earlier"), kit.Pad(kit.Around(16), kit.Column(8, parts...))), len(last)))
	}
	v.basis.SetContent(kit.Pad(kit.Insets{Top: 16, Right: 16, Bottom: 24, Left: 16}, kit.Column(12, cards...)))
}

// basisRow is one thing under the others, with room for words that wrap.
func basisRow(parts ...fyne.CanvasObject) fyne.CanvasObject {
	return kit.Pad(kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}, kit.Column(3, parts...))
}

func counted(c *kit.Card, n int) *kit.Card {
	c.SetCount(strconv.Itoa(n))
	return c
}

// dutyCard says which version is reviewed and until when.
func (v *reviewPage) dutyCard(version plan.Version, open func()) fyne.CanvasObject {
	w, r := v.desk.words, v.desk.register()
	lines := []string{i18n.Capital(w.T("version.label", "version", versionWords(w, r, v.doc, version)))}
	if words := adoptionWords(w, r, v.doc, version); words != "" {
		lines = append(lines, words)
	}
	if day, ok := review.LastReviewed(r, v.doc.ID, v.desk.today()); ok {
		lines = append(lines, w.T("column.last-reviewed")+" "+w.ISO(i18n.Day(day)))
	}
	if d, ok := v.duty(); ok && !d.LastMeeting.Date.IsZero() {
		lines = append(lines, i18n.Capital(w.T("duty.last-meeting", "date", w.ISO(i18n.Day(d.LastMeeting.Date)))))
		if d.LastMeeting.Date.Before(v.desk.today()) {
			lines = append(lines, w.T("review.meeting-passed"))
		} else {
			lines = append(lines, w.T("packet.stop-date")+" "+w.ISO(i18n.Day(d.LastMeeting.Stop)))
		}
	}
	var parts []fyne.CanvasObject
	for _, s := range lines {
		parts = append(parts, kit.NewParagraph(s, kit.Dense, kit.ColorText))
	}
	card := kit.NewCard(w.T("review.document"), kit.Pad(kit.Around(16), kit.Column(4, parts...)))
	card.SetActions(kit.NewButton(kit.Link, w.T("action.open-document"), open))
	return card
}

// mostBasisFindings is how many findings stand beside a review.
const mostBasisFindings = 8

func (v *reviewPage) findingsCard(s plan.Subject, version plan.Version) fyne.CanvasObject {
	w := v.desk.words
	m := documentModelOf(w, s)
	found := m.findings
	var rows []fyne.CanvasObject
	for i, x := range found {
		f := m.lineOf(w, s.Document.Kind, x)
		if i == mostBasisFindings {
			rows = append(rows, kit.Pad(kit.Around(12), kit.NewText(w.N("review.more-findings", len(found)-i), kit.Dense, kit.ColorText2)))
			break
		}
		symbol, family := severityLook(f.severity)
		mend := func() {
			v.desk.open(place{room: roomOf(v.doc.Kind), document: v.doc.ID, version: version.ID, section: f.section, path: f.path})
		}
		rows = append(rows, basisRow(kit.NewLinkParagraph(f.sentence, kit.Dense, mend),
			kit.Bar(6, kit.NewIcon(symbol, 12, family.Ink()), kit.Grow(kit.NewText(f.place, kit.Caption, kit.ColorText2).Elastic()))))
	}
	if len(rows) == 0 {
		rows = []fyne.CanvasObject{kit.Pad(kit.Around(16), kit.NewText(w.T("review.no-findings"), kit.Dense, kit.ColorText2))}
	}
	return counted(kit.NewCard(w.T("review.findings"), kit.NewRows(true, rows...)), len(found))
}

// reviewedGoals are the goals of the version with how far each has come.
func reviewedGoals(p *i18n.Printer, s plan.Subject) []goalLine {
	recorded := s.Register.GoalResults(s.Document.ID, s.Today)
	var out []goalLine
	for _, row := range s.Content.Get(plan.KeyGoals).Rows() {
		name := strings.TrimSpace(row.Cells.Text(plan.KeyCode) + " " + row.Cells.Text(plan.KeyText))
		out = append(out, goalLineOf(p, name, row.Cells, recorded[row.ID]))
	}
	return out
}
