package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// mostFindings is how many findings are shown until the person asks for all.
const mostFindings = 60

// findingsHeight is the designed height of the list: three rows and, where there are more,
// half of the fourth.
const findingsHeight = 105

// sectionLegend explains the marks of the sections.
func sectionLegend(p *i18n.Printer) fyne.CanvasObject {
	var marks []kit.State
	for _, m := range []plan.Mark{plan.MarkComplete, plan.MarkPartial, plan.MarkRequired, plan.MarkEmpty, plan.MarkDerived} {
		symbol, family, word := markLook(m)
		marks = append(marks, kit.State{Symbol: symbol, Family: family, Word: p.T(word)})
	}
	return kit.NewGround(kit.ColorWindow, kit.Column(0, kit.NewDivider(), kit.Pad(kit.Insets{Top: 6, Right: 10, Bottom: 6, Left: 20}, kit.NewLegend(marks...))))
}

// findingsWords counts what is to be mended: "1 fel, 2 varningar".
func (m documentModel) findingsWords(p *i18n.Printer) string {
	if len(m.findings) == 0 {
		return p.T("findings.none")
	}
	count := map[plan.Severity]int{}
	for _, f := range m.findings {
		count[f.Severity]++
	}
	var out []string
	for _, of := range []struct {
		severity plan.Severity
		key      string
	}{{plan.Error, "count.errors"}, {plan.Warning, "count.warnings"}, {plan.Hint, "count.hints"}} {
		if n := count[of.severity]; n > 0 {
			out = append(out, p.N(of.key, n))
		}
	}
	return strings.Join(out, ", ")
}

// placeFindings gives the list the room that it now wants.
func (v *documentView) placeFindings() { v.page.Layout.Layout(v.page.Objects, v.page.Size()) }

// showFindings lists what is to be mended. What is as it was stays as it stands. Of a
// version that cannot be changed nothing is said where there is nothing.
func (v *documentView) showFindings(m documentModel) {
	n := len(m.findings)
	if !v.foundAll {
		n = min(n, mostFindings)
	}
	same := func(a, b findingLine) bool {
		return a.severity == b.severity && a.sentence == b.sentence && a.place == b.place && slices.Equal(a.path, b.path)
	}
	shown := make([]findingLine, n)
	for i, f := range m.findings[:n] {
		shown[i] = m.lineOf(v.desk.words, v.about.Document.Kind, f)
		switch {
		case i == len(v.foundRows):
			v.foundRows = append(v.foundRows, kit.NewFindingRow(v.finding(shown[i])))
		case i >= len(v.found) || !same(shown[i], v.found[i]):
			v.foundRows[i].Set(v.finding(shown[i]))
		}
	}
	told := n > 0 || !v.locked()
	if v.found == nil || n != len(v.found) || len(m.findings) != v.foundOf || told != v.lower.Visible() {
		v.foundList.SetContent(kit.NewRows(true, v.findingRows(n, len(m.findings))...))
		v.findings.SetEmpty(n == 0)
		v.findings.SetOpen(n > 0 && v.desk.app.prefs.findings())
		setVisible(v.lower, told)
		v.placeFindings() // it is higher or lower now
	}
	v.findings.SetCount(m.findingsWords(v.desk.words))
	v.found, v.foundOf = shown, len(m.findings)
}

// findingRows are the rows of what is shown, and what tells of the rest.
func (v *documentView) findingRows(n, all int) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, r := range v.foundRows[:n] {
		rows = append(rows, r)
	}
	if all > n {
		more := kit.NewButton(kit.Link, v.desk.words.N("action.show-more", all-n), func() {
			v.foundAll = true
			v.showMarks()
		})
		rows = append(rows, kit.Pad(kit.Insets{Top: 6, Left: 16, Right: 16, Bottom: 6}, kit.Bar(0, more, kit.Spring())))
	}
	return rows
}

func (v *documentView) finding(f findingLine) kit.Finding {
	symbol, family := severityLook(f.severity)
	return kit.Finding{Symbol: symbol, Family: family, Sentence: f.sentence, Place: f.place, Open: func() {
		v.desk.open(place{room: roomOf(v.about.Document.Kind), document: v.id, version: v.version, section: f.section, path: f.path})
	}}
}
