package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/ui/kit"
)

// documentsView lists the plans, or the steering documents, in groups.
type documentsView struct {
	desk   *desk
	room   room
	header *kit.PageHeader
	begin  func() *kit.Button // makes a document
	body   *kit.ScrollBox
	whole  fyne.CanvasObject
}

func newDocuments(d *desk, in room) view {
	v := &documentsView{desk: d, room: in, header: kit.NewPageHeader(d.words.T("nav." + string(in))).Captioned(), body: kit.NewScrollBox(kit.Spring())}
	key := "action.new-document"
	if in == roomPlans {
		key = "action.new-plan"
	}
	v.begin = func() *kit.Button {
		return d.editing(kit.NewButton(kit.Primary, d.words.T(key), func() { askNewDocument(d, in) }).WithIcon(assets.IconPlus))
	}
	v.whole = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Top: v.header}, v.body))
	return v
}

func (v *documentsView) object() fyne.CanvasObject { return v.whole }
func (v *documentsView) show(place)                { v.fill() }
func (v *documentsView) refresh(editor.Change)     { v.fill() }

func (v *documentsView) fill() {
	groups := documentGroups(v.desk.words, v.desk.outlook(), v.room)
	var cards []fyne.CanvasObject
	n := 0
	for _, g := range groups {
		rows := kit.NewLongRows(v.body, len(g.lines), 0, func(i int) fyne.CanvasObject { return v.row(g.lines[i]) })
		card := kit.NewCard(g.title, rows)
		card.SetCount(strconv.Itoa(len(g.lines)))
		cards = append(cards, card)
		n += len(g.lines)
	}
	v.header.SetCaption(v.desk.words.N("count.documents", n))
	if n == 0 {
		caption := "documents.none.caption"
		if v.room == roomSteering {
			caption = "documents.none.steering"
		}
		v.header.SetActions()
		v.body.SetContent(kit.Pad(kit.Around(24), kit.EmptyState(assets.IconPlan, v.desk.words.T("documents.none"), v.desk.words.T(caption), v.begin())))
		return
	}
	v.header.SetActions(v.begin())
	v.body.SetContent(kit.Pad(pageInsets(), kit.Column(16, cards...)))
}

func (v *documentsView) row(l documentLine) fyne.CanvasObject {
	look := documentLookOf(v.desk.words, v.desk.outlook(), l)
	return kit.NewTwoLineRow(kit.TwoLine{
		Title: l.title, Caption: look.caption, State: look.state, Also: look.review, Pills: true,
		Open: func() { v.desk.open(place{room: v.room, document: l.document, version: l.version}) },
	})
}
