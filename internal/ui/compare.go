package ui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// compareView shows what differs between two versions of the document in front,
// in place of its form.
type compareView struct {
	view   *documentView
	older  plan.ID
	newer  plan.ID
	from   *kit.Select
	to     *kit.Select
	lead   *kit.Text
	body   *kit.ScrollBox
	object fyne.CanvasObject
}

// compareModel is what the view shows.
type compareModel struct {
	lead  string
	cards []compareCard
}

// compareCard holds the differences of a section.
type compareCard struct {
	title string
	lines []compareLine
}

// compareLine is one difference.
type compareLine struct {
	field string
	row   string
	state kit.State
	old   []kit.MarkedSpan
	new   []kit.MarkedSpan
	path  plan.Path
}

// compareModelOf puts a comparison into the words of the desk.
func compareModelOf(d *desk, c report.Comparison) compareModel {
	w := d.words
	m := compareModel{lead: w.T("compare.none")}
	var counts []string
	for _, k := range []report.ChangeKind{report.Altered, report.Added, report.Removed, report.Moved} {
		if n := c.Count(k); n > 0 {
			counts = append(counts, w.N("compare.count-"+k.Code(), n))
		}
	}
	if len(counts) > 0 {
		m.lead = w.List(counts)
	}
	last := plan.Key("")
	for _, l := range c.Lines {
		if l.Section != last || len(m.cards) == 0 {
			last = l.Section
			m.cards = append(m.cards, compareCard{
				title: strconv.Itoa(l.Number) + "  " + w.First(plan.SectionWords(c.Document.Kind, l.Section)...),
			})
		}
		card := &m.cards[len(m.cards)-1]
		card.lines = append(card.lines, compareLine{
			field: l.Field, row: l.Row, state: changeState(d, l.Kind), path: l.Path,
			old: markedSide(l.Old, w.T("compare.was-not")), new: markedSide(l.New, w.T("compare.is-gone")),
		})
	}
	return m
}

func changeState(d *desk, k report.ChangeKind) kit.State {
	s := kit.State{Word: d.words.T(k.Words()), Symbol: assets.StateHalf, Family: kit.Active}
	switch k {
	case report.Added:
		s.Symbol, s.Family = assets.IconPlus, kit.Done
	case report.Removed:
		s.Symbol, s.Family = assets.StateDash, kit.Late
	case report.Moved:
		s.Symbol, s.Family = assets.StateRing, kit.Neutral
	case report.Altered:
	}
	return s
}

// markedSide writes one version's words; a side that says nothing tells so.
func markedSide(spans []plan.TextSpan, empty string) []kit.MarkedSpan {
	if len(spans) == 0 {
		return []kit.MarkedSpan{{Text: empty, Mark: kit.Faint}}
	}
	var out []kit.MarkedSpan
	for _, s := range spans {
		mark := kit.Unmarked
		switch s.Kind {
		case plan.SpanRemoved:
			mark = kit.StruckOut
		case plan.SpanAdded:
			mark = kit.Underlined
		case plan.SpanSame:
		}
		out = append(out, kit.MarkedSpan{Text: s.Text, Mark: mark})
	}
	return out
}

func newCompareView(v *documentView, older, newer plan.ID) *compareView {
	w := v.desk.words
	c := &compareView{view: v, older: older, newer: newer}
	c.from = kit.NewSelect("", c.versions(), func(id string) { c.choose(plan.ID(id), c.newer) }).WithPrefix(w.T("compare.from") + " ")
	c.to = kit.NewSelect("", c.versions(), func(id string) { c.choose(c.older, plan.ID(id)) }).WithPrefix(w.T("compare.to") + " ")
	c.from.SetValue(string(older))
	c.to.SetValue(string(newer))
	c.lead = kit.NewText("", kit.Dense, kit.ColorText2)
	c.body = kit.NewScrollBox(kit.Spring())
	back := kit.NewButton(kit.Quiet, w.T("compare.back"), v.closeAside).WithIcon(assets.IconChevronLeft)
	export := kit.NewButton(kit.Outlined, w.T("action.export-pdf"), c.export).WithIcon(assets.IconExport)
	bar := kit.Bar(8, back, kit.Fixed(1, 22, kit.NewDivider()), c.from, c.to, kit.Grow(c.lead), export)
	c.object = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{
		Top: kit.Pad(kit.Insets{Top: 12, Right: 20, Bottom: 12, Left: 20}, bar),
	}, c.body))
	return c
}

func (c *compareView) front() fyne.CanvasObject { return c.object }

// versions are those that can be compared, the latest first.
func (c *compareView) versions() []kit.Choice {
	var out []kit.Choice
	d := c.view.about.Document
	for _, v := range slices.Backward(d.Versions) {
		out = append(out, kit.Choice{Value: string(v.ID), Label: versionWords(c.view.desk.words, c.view.desk.register(), d, v)})
	}
	return out
}

func (c *compareView) choose(older, newer plan.ID) {
	c.older, c.newer = older, newer
	c.show()
}

// pair returns the two versions, older first as they were made.
func (c *compareView) pair() (older, newer plan.Version) {
	d := c.view.about.Document
	older, _ = d.Version(c.older)
	newer, _ = d.Version(c.newer)
	return older, newer
}

// show makes the comparison anew.
func (c *compareView) show() {
	a := c.view.desk.app
	older, newer := c.pair()
	src := report.Source{Register: c.view.desk.register(), Words: c.view.desk.words, Today: c.view.desk.today(), Content: a.content}
	found, err := report.Compare(src, c.view.about.Document, older, newer)
	if err != nil {
		c.view.desk.fail(err)
		return
	}
	m := compareModelOf(c.view.desk, found)
	c.lead.SetText(m.lead)
	var cards []fyne.CanvasObject
	for _, card := range m.cards {
		cards = append(cards, c.card(card))
	}
	if len(cards) == 0 {
		cards = append(cards, kit.EmptyState(assets.StateDone, c.view.desk.words.T("compare.none"), c.view.desk.words.T("compare.none-hint"), nil))
	}
	at := c.body.Offset()
	c.body.SetContent(kit.Pad(kit.Insets{Right: 20, Bottom: 24, Left: 20}, measured(measureTables, kit.Column(12, cards...))))
	c.body.ScrollTo(at)
}

func (c *compareView) card(card compareCard) fyne.CanvasObject {
	w := c.view.desk.words
	older, newer := c.pair()
	side := func(v plan.Version) string {
		return w.T("compare.side-older", "version", versionWords(w, c.view.desk.register(), c.view.about.Document, v))
	}
	inset := kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}
	rows := []fyne.CanvasObject{kit.Pad(inset, kit.CellHead(w.T("compare.field"), side(older), side(newer)))}
	for _, l := range card.lines {
		open := kit.NewButton(kit.LinkStrong, l.field, func() { c.view.openFrom(l.path) })
		head := []fyne.CanvasObject{kit.Bar(0, open, kit.Spring())}
		if l.row != "" {
			head = append(head, kit.NewParagraph(l.row, kit.Dense, kit.ColorText2))
		}
		head = append(head, kit.Bar(0, kit.NewPill(l.state), kit.Spring()))
		rows = append(rows, kit.Pad(inset, kit.CellRow(kit.Column(4, head...),
			kit.CaptionedCell{Caption: side(older), Object: kit.NewMarkedText(l.old...)},
			kit.CaptionedCell{Caption: side(newer), Object: kit.NewMarkedText(l.new...)})))
	}
	return kit.NewCard(card.title, kit.NewRows(true, rows...))
}

func (c *compareView) export() {
	a, d := c.view.desk.app, c.view.about.Document
	older, newer := c.pair()
	name := packet.DocumentFileName(a.words.T("compare.file", "title", newer.Head.Title), versionWords(a.words, a.desk.register(), d, newer))
	a.export(name, func(s report.Source) (report.Print, error) { return report.OneChanges(s, d, older, newer) })
}

// basis is the version that the one in front is compared with; ok is false where
// none was adopted before it.
func (v *documentView) basis() (plan.Version, bool) {
	return v.desk.register().AdoptedBefore(v.about.Document, v.version)
}

// openCompare shows what has changed since the version that was adopted before
// the one in front.
func (v *documentView) openCompare() {
	older, ok := v.basis()
	if !ok {
		return
	}
	v.openAside(newCompareView(v, older.ID, v.version))
}
