package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// packetsView lists the packets and builds one: its items in their order with their
// papers, what is to be mended, what was sent, and the pages beside them.
type packetsView struct {
	desk   *desk
	id     plan.ID   // of the packet that is open, "" for the list
	row    plan.Path // of the item whose form is open
	chosen string    // line of the agenda
	public bool      // whether the public variant is shown and exported
	about  packet.Packet
	found  []packet.Finding

	meetings []kit.Part // of the list
	mends    []kit.Stop // of what is to be mended
	form     *form      // of the item that is open

	header *kit.PageHeader
	body   *kit.ScrollBox // of the list, or of an item's form
	agenda *kit.Agenda
	items  *kit.Card
	mend   *kit.Card
	sent   *kit.Card
	foot   *kit.Text
	cards  *kit.ScrollBox // with all of them
	pages  *preview       // of the packet that is open
	deck   *fyne.Container
	whole  fyne.CanvasObject
}

func newPackets(d *desk) view {
	v := &packetsView{desk: d, header: kit.NewPageHeader(d.words.T("nav.packets")).Captioned(), body: kit.NewScrollBox(kit.Spring())}
	w := d.words
	v.agenda = kit.NewAgenda(kit.AgendaWords{
		Number: w.T("column.nr"), Title: w.T("column.item"), Dnr: w.T("column.dnr"), Type: w.T("column.type"),
		Papers: w.T("column.appendices"), Page: w.T("column.page"),
	}, v.agendaEvents())
	v.items = kit.NewCard(w.T("packets.items"), v.agenda)
	v.items.SetActions(
		v.desk.editing(kit.NewButton(kit.Link, w.T("action.new-item"), func() { askNewItem(v.desk, v.id) }).WithIcon(assets.IconPlus)),
		v.desk.editing(kit.NewButton(kit.Link, w.T("action.add-appendix"), v.attachToChosen).WithIcon(assets.IconPaperclip)),
	)
	v.mend, v.sent = kit.NewCard(w.T("packets.mend-first"), kit.Spring()), kit.NewCard(w.T("packets.dispatches"), kit.Spring())
	v.foot = kit.NewText("", kit.Caption, kit.ColorText2).Elastic()
	v.deck = kit.Deck(v.body)
	v.whole = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Top: v.header}, v.deck))
	return v
}

// agendaEvents are what can be done in the list of items; nothing is moved or removed
// in a file that can only be read.
func (v *packetsView) agendaEvents() kit.AgendaEvents {
	events := kit.AgendaEvents{Chosen: v.choose, Opened: v.openLine, Menu: v.lineMenu, Moved: func(string, int) {}, Remove: func(string) {}}
	if !v.desk.reads() {
		events.Moved, events.Remove = v.move, v.removeLine
	}
	return events
}

func (v *packetsView) object() fyne.CanvasObject { return v.whole }

func (v *packetsView) show(to place) {
	if to.packet != "" {
		v.enter(to.packet)
		if row := rowOn(to.path); len(row) > 0 && row[0].Key == plan.KeyItems {
			v.row = row
		}
	} else {
		v.leave()
	}
	v.fill()
}

// rowOn is the innermost row on the way that the path goes, empty for none.
func rowOn(p plan.Path) plan.Path {
	for len(p) > 0 && p[len(p)-1].Row == "" {
		p = p[:len(p)-1]
	}
	return p
}

// enter opens a packet with its pages beside it.
func (v *packetsView) enter(id plan.ID) {
	if v.id != id {
		v.row, v.chosen, v.public = nil, "", false
	}
	v.id = id
	if e, ok := v.desk.register().Entry(plan.ListPackets, id); ok { // which the pages are made of at once
		if p, err := packet.Of(v.desk.register(), e, v.desk.today()); err == nil {
			v.about = p
		}
	}
	v.cards = kit.NewScrollBox(kit.Spring())
	v.pages = newPreview(v.desk, v.cards, v.print, func() []string { return anchorOf(v.about, v.chosen) })
	v.pages.head = v.header
	v.pages.number = func(n, total int) string { return v.desk.words.T("page.packet-of", "n", n, "total", total) }
	v.pages.shown = v.fillAgenda
}

// leave goes back to the list.
func (v *packetsView) leave() {
	v.id, v.row, v.chosen, v.pages = "", nil, "", nil
	v.desk.app.closePreview()
}

func (v *packetsView) refresh(c editor.Change) {
	if c.Op.Field != "" && !c.Undone && !c.Redone {
		return
	}
	v.fill()
	if v.pages != nil {
		v.pages.changed()
	}
}

func (v *packetsView) fill() {
	e, ok := v.desk.register().Entry(plan.ListPackets, v.id)
	if !ok {
		v.showList()
		return
	}
	p, err := packet.Of(v.desk.register(), e, v.desk.today())
	if err != nil {
		v.desk.fail(err)
		return
	}
	v.about = p
	v.found = packet.Lint(v.desk.register(), p, v.desk.words)
	v.showHeader()
	src := v.source()
	if len(v.row) > 0 && !src.content().At(v.row).IsZero() {
		v.front(v.body)
		v.showItem(src, p)
		return
	}
	v.row = nil
	v.fillMend()
	v.fillSent()
	v.fillAgenda()
	v.front(v.pages.split)
}

// front brings one of the two sides forward.
func (v *packetsView) front(o fyne.CanvasObject) {
	if v.deck.Objects[0] != o {
		v.deck.Objects = []fyne.CanvasObject{o}
	}
	v.deck.Refresh()
}

// source edits the packet's fields.
func (v *packetsView) source() *entrySource {
	src := &entrySource{desk: v.desk, list: plan.ListPackets, id: v.id}
	src.row = func(row plan.Path) {
		v.row = row
		v.fill()
		v.body.ScrollTo(0)
		v.desk.app.follow()
	}
	return src
}

// setVariant shows the full or the public variant. What keeps the public one from
// being made is told.
func (v *packetsView) setVariant(variant string) {
	v.public = variant == "public"
	if v.public {
		if _, _, err := packet.Public(v.desk.register(), v.about); err != nil {
			v.public = false
			v.desk.fail(publicProblem{err})
			v.showHeader()
			return
		}
	}
	v.pages.changed()
}

// print is the packet as it is shown.
func (v *packetsView) print(s report.Source) (report.Print, error) {
	again := func() {
		if v.pages != nil { // the first pages are asked for while it is made
			v.pages.changed()
		}
	}
	if v.desk.app.readQuietly(v.about, again) {
		s.Enclosed = nil // until they have been read
	}
	p, err := variantOf(&s, v.about, v.public)
	if err != nil {
		return report.Print{}, err
	}
	return report.Packet(s, p)
}

// fillAgenda shows the items with the pages on which they are.
func (v *packetsView) fillAgenda() {
	if v.id == "" || v.pages == nil {
		return
	}
	row, _, _ := strings.Cut(v.chosen, "/")
	m := agendaModel{
		words: v.desk.words, register: v.desk.register(), packet: v.about, found: v.found, chosen: plan.ID(row), page: v.pages.pageOf,
		pages: v.pages.stack.Pages(),
	}
	v.agenda.SetLines(m.lines(), v.chosen)
	v.items.SetCount(strconv.Itoa(len(v.about.Items)))
	caption := ""
	if m.pages > 0 {
		caption = v.desk.words.N("count.pages", m.pages)
	}
	v.items.SetCaption(caption)
	v.stack()
}

// stack puts the cards that have something to say below each other.
func (v *packetsView) stack() {
	parts := []fyne.CanvasObject{v.items}
	for _, c := range []*kit.Card{v.mend, v.sent} {
		if c.Visible() {
			parts = append(parts, c)
		}
	}
	v.cards.SetContent(kit.Pad(kit.Insets{Top: 14, Right: 20, Bottom: 16, Left: 20}, kit.Column(14, append(parts, v.foot)...)))
}

// choose shows a line's papers, and its pages.
func (v *packetsView) choose(id string) {
	v.chosen = id
	v.fillAgenda()
	v.pages.follow()
}

// fillMend shows what is to be mended before the papers are sent.
func (v *packetsView) fillMend() {
	w := v.desk.words
	shownWhere(v.mend, len(v.found) > 0)
	var rows []fyne.CanvasObject
	v.mends = nil
	for _, f := range v.found {
		symbol, family := severityLook(f.Severity)
		row := kit.NewFindingRow(kit.Finding{
			Symbol: symbol, Family: family, Sentence: w.T("lint."+f.Rule, "point", f.Point, "word", f.Word),
			Place: w.T("page.item", "n", f.Number), Open: func() { v.source().row(plan.PathTo(plan.KeyItems).AtRow(f.Item)) },
		})
		rows, v.mends = append(rows, row), append(v.mends, kit.Stop{On: row})
	}
	v.mend.SetCaption(findingCounts(w, v.found))
	v.mend.SetBody(kit.NewRows(true, rows...))
}

// paperName is what a paper is called in a list.
func paperName(w *i18n.Printer, x packet.Paper) string {
	switch {
	case x.Changes != "":
		return w.T("packet.changes-of", "title", x.Title)
	case x.Record != "":
		return w.T("review-paper.title", "title", x.Title)
	}
	return x.Title
}

// showItem shows the form of an item, or of a paper of it.
func (v *packetsView) showItem(src *entrySource, p packet.Packet) {
	list := append(plan.Path{}, v.row...)
	list[len(list)-1].Row = ""
	x, err := plan.FieldAt(plan.ListFields(plan.ListPackets), list)
	if err != nil {
		return
	}
	back := func() { v.back() }
	f := newForm(v.desk, src)
	v.form = f
	bar := []fyne.CanvasObject{kit.NewButton(kit.Link, f.labelOf(list), back), kit.Spring()}
	for _, it := range p.Items {
		if len(v.row) == 1 && it.Row == v.row[0].Row && canDecide(v.desk.register(), p, it, v.desk.today()) {
			bar = append(bar, v.desk.editing(kit.NewButton(kit.Outlined, v.desk.words.T("action.register-decision"), func() { v.decide(it) })))
		}
	}
	bar = append(bar, f.rowActions(v.row, back)...)
	v.body.SetContent(kit.NewGround(kit.ColorCard, kit.Pad(kit.Around(20), measured(720, kit.Column(14, kit.Bar(8, bar...), f.object(x.Columns, v.row))))))
}
