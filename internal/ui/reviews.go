package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// The ways in which the room of reviews shows them.
const (
	reviewsOverview = "overview"
	reviewsWheel    = "wheel"
	reviewsHistory  = "history"
)

// reviewsView shows how the reviews of all documents stand, the year's review as
// one table, and what has been registered; and the page of one review.
type reviewsView struct {
	desk   *desk
	mode   string
	years  [2]int // of the matrix; zero for the usual ones
	header *kit.PageHeader
	modes  *kit.Segmented
	body   *kit.ScrollBox
	list   fyne.CanvasObject // header and body
	stage  *fyne.Container   // the list, or the page of a review
	whole  fyne.CanvasObject

	matrix  *kit.Table
	model   overviewModel
	annual  *annualCard
	history *historyList
	page    *reviewPage // nil where no review is open
}

func newReviews(d *desk) view {
	v := &reviewsView{desk: d, mode: reviewsOverview, header: kit.NewPageHeader(d.words.T("nav.reviews")), body: kit.NewScrollBox(kit.Spring())}
	w := d.words
	v.modes = kit.NewSegmented([]kit.Choice{
		{Value: reviewsOverview, Label: w.T("reviews.overview")},
		{Value: reviewsWheel, Label: w.T("reviews.wheel")},
		{Value: reviewsHistory, Label: w.T("reviews.history")},
	}, v.mode, func(mode string) { v.mode = mode; v.fill() })
	v.matrix = kit.NewTable(nil, nil, kit.TableLook{RowHeight: 25, Head: 31}, kit.TableEvents{
		Open: func(row int) { v.open(v.model.rows[row].row.Document) },
		Menu: func(row int, at fyne.Position) {
			l := v.model.rows[row]
			kit.PopUpMenu(d.window.Canvas(), at, dutyMenu(d, l.row.Document, l.row.Shown, l.title))
		},
	})
	v.annual = newAnnualCard(d)
	v.history = newHistoryList(d)
	v.list = kit.Dock(kit.Edges{Top: v.header}, v.body)
	v.stage = kit.Deck(v.list)
	v.whole = kit.NewGround(kit.ColorWindow, v.stage)
	return v
}

func (v *reviewsView) object() fyne.CanvasObject { return v.whole }

func (v *reviewsView) show(to place) {
	if doc, ok := v.desk.register().Document(to.review); ok {
		v.page = newReviewPage(v.desk, doc, to.outcome, func() { v.desk.open(place{room: roomReviews}) })
		v.put(v.page.object())
		v.page.begin()
		return
	}
	v.page = nil
	v.put(v.list)
	v.fill()
}

func (v *reviewsView) refresh(c editor.Change) {
	switch {
	case v.page != nil:
		v.page.refresh()
	case c.Edit.IsEmpty() || v.mode != reviewsOverview || !v.shows():
		v.fill()
	}
}

// shows reports whether the overview shows everything as it now is.
func (v *reviewsView) shows() bool {
	o, m, c := v.desk.outlook(), v.model, v.annual
	first, last := v.yearsNow()
	return m.today == o.today && slices.Equal(m.years, yearsFrom(first, last)) && sameRows(m.rows, overviewRows(o, first, last)) &&
		c.year == c.yearNow() && sameRows(c.model.rows, annualRows(o, c.year))
}

// yearsNow are the first and the last year of the matrix.
func (v *reviewsView) yearsNow() (first, last int) {
	if v.years[0] != 0 {
		return v.years[0], v.years[1]
	}
	return review.YearsShown(v.desk.register(), v.desk.today())
}

func (v *reviewsView) put(o fyne.CanvasObject) {
	v.stage.Objects = []fyne.CanvasObject{o}
	v.stage.Refresh()
}

func (v *reviewsView) open(doc plan.ID) { v.desk.open(place{room: roomReviews, review: doc}) }

func (v *reviewsView) fill() {
	w := v.desk.words
	record := v.desk.editing(kit.NewButton(kit.Outlined, w.T("action.record-review"), func() { askReview(v.desk, "") }))
	actions := []fyne.CanvasObject{v.modes, record}
	if v.mode == reviewsOverview {
		actions = append([]fyne.CanvasObject{v.yearButtons()}, actions...)
	}
	export := kit.NewButton(kit.Outlined, w.T("reviews.export"), nil).WithIcon(assets.IconExport)
	export.SetPress(func() { kit.MenuUnder(export, v.desk.app.statusExports()) })
	v.header.SetActions(append(actions, export)...)
	switch v.mode {
	case reviewsHistory:
		v.history.fill()
		v.body.SetContent(kit.Pad(pageInsets(), v.history.object()))
	case reviewsWheel:
		v.fillWheel(v.desk.today().Year)
	default:
		v.fillOverview()
	}
}

// fillWheel shows a year as a wheel; its arrows turn to others.
func (v *reviewsView) fillWheel(year int) {
	v.body.SetContent(kit.Pad(pageInsets(), wheelCard(v.desk, year, v.fillWheel)))
}

// mostWholeRows is how many documents the matrix shows without scrolling on its
// own.
const mostWholeRows = 14

func (v *reviewsView) fillOverview() {
	w := v.desk.words
	first, last := v.yearsNow()
	v.model = overviewOf(w, v.desk.outlook(), first, last)
	if len(v.model.rows) == 0 {
		steering := kit.NewButton(kit.Primary, w.T("reviews.none.open"), func() { v.desk.open(place{room: roomSteering}) })
		v.body.SetContent(kit.Pad(kit.Around(24), kit.EmptyState(assets.IconReview, w.T("reviews.none"), w.T("reviews.none.caption"), steering)))
		return
	}
	v.matrix.SetColumns(v.model.columns())
	v.matrix.SetSource(v.model)
	height := 31 + 25*float32(min(len(v.model.rows), mostWholeRows))
	under := kit.Pad(kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}, kit.NewLegend(v.model.legend()...))
	cards := []fyne.CanvasObject{kit.NewCard("", kit.Column(0, kit.Fixed(0, height, v.matrix), under))}
	v.annual.fill()
	if len(v.annual.model.rows) > 0 || v.annual.chosen {
		cards = append(cards, v.annual.card)
	}
	v.body.SetContent(kit.Pad(pageInsets(), kit.Column(12, cards...)))
}

// yearButtons turn the matrix to earlier and later years.
func (v *reviewsView) yearButtons() fyne.CanvasObject {
	turn := func(by int) func() {
		return func() {
			first, last := v.yearsNow()
			v.years = [2]int{first + by, last + by}
			v.fill()
		}
	}
	t := v.desk.words.T
	return kit.Bar(4, kit.NewIconButton(assets.IconChevronLeft, 30, t("reviews.earlier"), turn(-1)),
		kit.NewIconButton(assets.IconChevronRight, 30, t("reviews.later"), turn(1)))
}

// chosenDocument is the one whose review is open, or on whose row the keyboard stands.
func (v *reviewsView) chosenDocument() plan.ID {
	held, row := v.desk.window.Canvas().Focused(), v.annual.table.Selected()
	switch {
	case v.page != nil:
		return v.page.doc.ID
	case held == fyne.Focusable(v.annual.table) && row >= 0 && row < len(v.annual.model.rows):
		return v.annual.model.rows[row].duty.Document
	}
	if row = v.matrix.Selected(); held == fyne.Focusable(v.matrix) && row >= 0 && row < len(v.model.rows) {
		return v.model.rows[row].row.Document
	}
	return ""
}
