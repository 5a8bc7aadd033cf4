package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/ui/kit"
)

// reviewsView shows every document's review: what presses, what comes, what is
// done.
type reviewsView struct {
	desk   *desk
	header *kit.PageHeader
	body   *kit.ScrollBox
	whole  fyne.CanvasObject
}

func newReviews(d *desk) view {
	v := &reviewsView{desk: d, header: kit.NewPageHeader(d.words.T("nav.reviews")), body: kit.NewScrollBox(kit.Spring())}
	v.header.SetActions(kit.NewButton(kit.Primary, d.words.T("action.record-review"), func() { askReview(d, "") }))
	v.whole = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Top: headRoom(v.header)}, v.body))
	return v
}

func (v *reviewsView) object() fyne.CanvasObject { return v.whole }
func (v *reviewsView) show(place)                { v.fill() }
func (v *reviewsView) refresh(editor.Change)     { v.fill() }

func (v *reviewsView) fill() {
	now, coming, done := dutyGroups(v.desk.words, v.desk.register(), v.desk.today())
	v.header.SetCaption(v.desk.words.N("count.reviews", len(now)))
	var cards []fyne.CanvasObject
	for _, g := range []struct {
		key   string
		lines []dutyLine
	}{{"reviews.now", now}, {"reviews.coming", coming}, {"reviews.done", done}} {
		if len(g.lines) == 0 {
			continue
		}
		card := kit.NewCard(v.desk.words.T(g.key), kit.NewRows(true, dutyRows(v.desk, g.lines)...))
		card.SetCount(strconv.Itoa(len(g.lines)))
		cards = append(cards, card)
	}
	if len(cards) == 0 {
		v.body.SetContent(kit.Pad(kit.Around(24), kit.EmptyState(assets.IconReview, v.desk.words.T("reviews.none"), v.desk.words.T("reviews.none.caption"), nil)))
		return
	}
	v.body.SetContent(kit.Pad(kit.Insets{Top: 4, Right: 24, Bottom: 24, Left: 24}, kit.Column(16, cards...)))
}

// dutyRows are rows of duties, with "Ingen ändring" at hand for the yearly ones.
func dutyRows(d *desk, lines []dutyLine) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, l := range lines {
		row := kit.TwoLine{Title: l.title, Caption: l.caption, State: l.state, Pills: true, Open: func() { askReview(d, l.duty.Document) }}
		if l.quick {
			row.Action = d.words.T("action.no-change")
			row.Act = func() { askNoChange(d, l) }
		}
		rows = append(rows, kit.NewTwoLineRow(row))
	}
	return rows
}
