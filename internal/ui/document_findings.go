package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/ui/kit"
)

// mostFindings is how many findings are shown until the person asks for all.
const mostFindings = 60

// showFindings lists what is to be mended. What is as it was stays as it stands.
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
	if v.found == nil || n != len(v.found) || len(m.findings) != v.foundOf {
		v.findings.SetBody(kit.NewRows(true, v.findingRows(n, len(m.findings))...))
		v.page.Layout.Layout(v.page.Objects, v.page.Size()) // it is higher or lower now
	}
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
	if len(rows) == 0 {
		rows = append(rows, kit.Pad(kit.Around(12), kit.NewText(v.desk.words.T("findings.none"), kit.Dense, kit.ColorText2)))
	}
	return rows
}

func (v *documentView) finding(f findingLine) kit.Finding {
	symbol, family := severityLook(f.severity)
	return kit.Finding{Symbol: symbol, Family: family, Sentence: f.sentence, Place: f.place, Open: func() {
		v.desk.open(place{room: roomOf(v.about.Document.Kind), document: v.id, version: v.version, section: f.section, path: f.path})
	}}
}
