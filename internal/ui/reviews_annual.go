package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// annualCard is the year's review with what can be done with it.
type annualCard struct {
	desk   *desk
	year   int
	chosen bool // the person has turned to the year
	ticked map[plan.ID]bool
	model  annualModel
	card   *kit.Card
	table  *kit.Table
	all    *kit.Button // "Ingen ändring för n markerade"
}

func newAnnualCard(d *desk) *annualCard {
	c := &annualCard{desk: d, ticked: map[plan.ID]bool{}}
	c.table = kit.NewTable(annualModel{words: d.words}.columns(), nil, kit.TableLook{Whole: true}, kit.TableEvents{
		Tick: c.tick, TickAll: c.tickAll, Choose: c.choose,
		Open: func(row int) { c.desk.open(place{room: roomReviews, review: c.model.rows[row].duty.Document}) },
	})
	c.card = kit.NewCard(" ", c.table)
	c.all = d.editing(kit.NewButton(kit.Outlined, "", c.askNoChange).Small())
	return c
}

// yearNow is the year that the card shows.
func (c *annualCard) yearNow() int {
	if c.chosen {
		return c.year
	}
	return annualYear(c.desk.outlook())
}

func (c *annualCard) fill() {
	w, o := c.desk.words, c.desk.outlook()
	c.year = c.yearNow()
	c.model = annualOf(w, o, c.year, c.ticked)
	c.card.SetTitle(w.T("packet.annual-review", "year", c.year))
	c.card.SetCaption(w.T("review.annual-progress", "done", c.model.done(), "all", len(c.model.rows), "date", w.ISO(i18n.Day(c.model.closes))))
	c.table.SetSource(annualTable{c.model, c.desk.today()})
	c.fit()
	c.showTicks()
}

// mostAnnualRows is how many documents the table shows without scrolling on its own.
const mostAnnualRows = 20

// fit gives the table the height of its rows, as far as that goes.
func (c *annualCard) fit() {
	whole := len(c.model.rows) <= mostAnnualRows
	c.table.SetWhole(whole)
	if whole {
		c.card.SetBody(c.table)
		return
	}
	c.card.SetBody(kit.Fixed(0, 28+32*mostAnnualRows, c.table))
}

// showTicks says how many are ticked.
func (c *annualCard) showTicks() {
	n := len(c.model.ticked())
	c.all.SetLabel(c.desk.words.N("review.no-change-for", n))
	item := c.desk.editing(kit.NewButton(kit.Primary, c.desk.words.T("action.create-item"), func() { askAnnualItem(c.desk, c.year) }).Small())
	t := c.desk.words.T
	years := []fyne.CanvasObject{
		kit.NewIconButton(assets.IconChevronLeft, 26, t("wheel.earlier"), func() { c.turn(-1) }),
		kit.NewIconButton(assets.IconChevronRight, 26, t("wheel.later"), func() { c.turn(1) }),
	}
	actions := []fyne.CanvasObject{item}
	if n > 0 {
		actions = []fyne.CanvasObject{c.all, item}
	}
	c.card.SetActions(append(actions, years...)...)
	c.table.SetAllTicked(c.model.allTicked())
}

// turn shows the review of another year.
func (c *annualCard) turn(by int) {
	c.year, c.chosen = c.year+by, true
	clear(c.ticked)
	c.fill()
}

// allTicked is how the box over the others stands.
func (m annualModel) allTicked() kit.Tick {
	open, ticked := 0, 0
	for _, l := range m.rows {
		if l.duty.Collective() {
			open++
		}
		if m.isTicked(l) {
			ticked++
		}
	}
	switch {
	case open == 0:
		return kit.NoBox
	case ticked == 0:
		return kit.Empty
	case ticked == open:
		return kit.Ticked
	}
	return kit.Mixed
}

func (c *annualCard) tick(row int, on bool) {
	c.set(c.model.rows[row], on)
	c.take()
}

func (c *annualCard) tickAll(on bool) {
	for _, l := range c.model.rows {
		c.set(l, on)
	}
	c.take()
}

func (c *annualCard) set(l *annualLine, on bool) {
	if l.duty.Collective() {
		c.ticked[l.duty.Document] = on
	}
}

// take shows the ticks as they now are; nothing else has changed.
func (c *annualCard) take() {
	c.table.SetSource(annualTable{c.model, c.desk.today()})
	c.showTicks()
}

// choose offers the outcomes of one document's review.
func (c *annualCard) choose(row int, _ string, at fyne.Position) {
	l := c.model.rows[row]
	field, _ := plan.FieldIn(plan.EventFields(plan.EventReview), plan.KeyOutcome)
	var items []kit.MenuItem
	for _, code := range field.Choices {
		run := func() { c.desk.open(place{room: roomReviews, review: l.duty.Document, outcome: code}) }
		if code == plan.NoChange {
			run = func() { askNoChange(c.desk, l.duty, l.title) }
		}
		items = append(items, kit.MenuItem{Label: c.desk.words.First(outcomeWords(code)...), Run: run})
	}
	kit.PopUpMenu(c.desk.window.Canvas(), at, c.desk.editingItems(items))
}

// askNoChange registers "ingen ändring" for all that are ticked, after one
// question: who reviewed, and when.
func (c *annualCard) askNoChange() {
	chosen := c.model.ticked()
	if len(chosen) == 0 {
		return
	}
	w := c.desk.words
	start := plan.NewContent(plan.Filled{plan.KeyReviewer: plan.Text(c.reviewer()), plan.KeyCompleted: plan.Day(c.desk.today())})
	rec := newRecord(c.desk, string(plan.EventReview), pick(plan.EventFields(plan.EventReview), plan.KeyReviewer, plan.KeyCompleted, plan.KeyConclusion), start)
	rec.ask(w.N("review.no-change-for", len(chosen)), w.T("action.register"), func(f plan.Content) bool {
		a := review.Annual{Year: c.year, Review: review.FromEvent(plan.Event{Kind: plan.EventReview, Fields: f})}
		a.Review.By = c.desk.who()
		for _, l := range c.model.rows {
			if !slices.Contains(chosen, l.duty.Document) {
				a.Except = append(a.Except, l.duty.Document)
			}
		}
		e, err := review.RecordAnnual(c.desk.register(), a, c.desk.now())
		if !c.desk.do(editor.Op{Key: "op.review-annual", Args: map[string]string{"n": w.Int(len(chosen))}}, e, err) {
			return false
		}
		clear(c.ticked)
		c.desk.app.work.Post(c.table.Focus) // the button that was pressed is gone
		c.desk.say(w.N("review.registered-n", len(chosen)))
		return true
	})
}

// reviewer is the role that most of the ticked documents have as their owner.
func (c *annualCard) reviewer() string {
	role, n := "", map[string]int{}
	for _, id := range c.model.ticked() {
		doc, _ := c.desk.register().Document(id)
		owner := reviewerOf(c.desk, doc)
		if n[owner]++; owner != "" && n[owner] > n[role] {
			role = owner
		}
	}
	return role
}
