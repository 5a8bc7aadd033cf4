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
	"ledstjarna/internal/ui/kit"
)

// packetsView lists the packets and builds one: its items in their order, with
// the papers beneath each.
type packetsView struct {
	desk   *desk
	id     plan.ID   // of the packet that is open, "" for the list
	row    plan.Path // of the item whose form is open
	header *kit.PageHeader
	body   *kit.ScrollBox
	whole  fyne.CanvasObject
}

func newPackets(d *desk) view {
	v := &packetsView{desk: d, header: kit.NewPageHeader(d.words.T("nav.packets")).Captioned(), body: kit.NewScrollBox(kit.Spring())}
	v.whole = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Top: v.header}, v.body))
	return v
}

func (v *packetsView) object() fyne.CanvasObject { return v.whole }

func (v *packetsView) show(to place) {
	if to.packet != "" {
		v.id, v.row = to.packet, nil
	}
	v.fill()
}

func (v *packetsView) refresh(c editor.Change) {
	if c.Op.Field == "" || c.Undone || c.Redone {
		v.fill()
	}
}

func (v *packetsView) fill() {
	e, ok := v.desk.register().Entry(plan.ListPackets, v.id)
	if !ok {
		v.id = ""
		v.showList()
		return
	}
	p, err := packet.Of(v.desk.register(), e, v.desk.today())
	if err != nil {
		v.desk.fail(err)
		return
	}
	v.showPacket(p)
}

func (v *packetsView) showList() {
	w, r := v.desk.words, v.desk.register()
	v.header.SetTitle(w.T("nav.packets"))
	v.header.SetActions(kit.NewButton(kit.Primary, w.T("action.new-packet"), func() { askNewPacket(v.desk) }).WithIcon(assets.IconPlus))
	var rows []fyne.CanvasObject
	for _, e := range r.Entries(plan.ListPackets) {
		p, err := packet.Of(r, e, v.desk.today())
		if err != nil {
			continue
		}
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
			Title:   p.Body + ", " + w.WeekdayDate(i18n.Day(p.Meeting.Date)),
			Caption: w.N("count.items", len(p.Items)), Pills: true, State: deadlineState(w, v.desk.today(), p.Meeting.Stop),
			Open: func() { v.desk.open(place{room: roomPackets, packet: e.ID}) },
		}))
	}
	v.header.SetCaption(w.N("count.meetings", len(rows)))
	if len(rows) == 0 {
		v.body.SetContent(kit.Pad(kit.Around(24), kit.EmptyState(assets.IconPacket, w.T("packets.none"), w.T("packets.none.caption"), nil)))
		return
	}
	v.body.SetContent(kit.Pad(pageInsets(), kit.Column(0, kit.NewCard("", kit.NewRows(true, rows...)))))
}

func (v *packetsView) showPacket(p packet.Packet) {
	w := v.desk.words
	v.header.SetTitle(p.Body + ", " + w.WeekdayDate(i18n.Day(p.Meeting.Date)))
	v.header.SetCaption(strings.Trim(p.Fields.Text(plan.KeyTime)+" · "+p.Fields.Text(plan.KeyPlace), " ·"))
	v.header.SetActions(
		kit.NewButton(kit.Outlined, w.T("packets.all"), func() { v.id, v.row = "", nil; v.fill() }),
		kit.NewButton(kit.Outlined, w.T("action.new-item"), func() { askNewItem(v.desk, p.ID) }).WithIcon(assets.IconPlus),
		kit.NewButton(kit.Primary, w.T("action.export-pdf"), func() { v.desk.app.exportPacket(p) }).WithIcon(assets.IconExport),
	)
	src := &entrySource{desk: v.desk, list: plan.ListPackets, id: p.ID}
	src.row = func(row plan.Path) { v.row = row; v.fill(); v.body.ScrollTo(0) }
	if len(v.row) > 0 && !src.content().At(v.row).IsZero() {
		v.showItem(src, p)
		return
	}
	v.row = nil
	var rows []fyne.CanvasObject
	found := packet.Lint(v.desk.register(), p, w)
	for _, it := range p.Items {
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
			Title: strconv.Itoa(it.Number) + "  " + it.Heading, Caption: itemCaption(w, it),
			Pills: true, State: decidedState(w, v.desk.register(), p, it),
			Open: func() { src.row(plan.PathTo(plan.KeyItems).AtRow(it.Row)) }, Menu: v.itemMenu(src, p, it),
		}))
		for _, x := range it.Papers {
			rows = append(rows, kit.Pad(kit.Insets{Left: 54, Right: 16, Top: 4, Bottom: 4},
				kit.NewText(w.T("page.appendix", "n", x.Number)+"  "+paperName(w, x), kit.Dense, kit.ColorText2).Elastic()))
		}
		for _, f := range found {
			if f.Item == it.Row {
				rows = append(rows, kit.NewFindingRow(v.finding(src, f)))
			}
		}
	}
	card := kit.NewCard(w.T("packet.agenda"), kit.NewRows(true, rows...))
	if len(found) > 0 {
		card.SetCaption(w.N("packets.to-mend", len(found)))
	}
	card.SetCount(strconv.Itoa(len(p.Items)))
	v.body.SetContent(kit.Pad(pageInsets(), kit.Column(0, card)))
}

// itemMenu is what can be done with an item.
func (v *packetsView) itemMenu(src *entrySource, p packet.Packet, it packet.Item) func(fyne.Position) {
	w := v.desk.words
	return func(at fyne.Position) {
		kit.PopUpMenu(v.desk.window.Canvas(), at, []kit.MenuItem{
			{Label: w.T("packets.open-item"), Run: func() { src.row(plan.PathTo(plan.KeyItems).AtRow(it.Row)) }},
			{
				Label: w.T("action.register-decision"), Off: !canDecide(v.desk.register(), p, it, v.desk.today()),
				Run: func() { v.decide(p, it) },
			},
		})
	}
}

func (v *packetsView) decide(p packet.Packet, it packet.Item) {
	if e, ok := v.desk.register().Entry(plan.ListPackets, p.ID); ok {
		askItemDecision(v.desk, e, p, it)
	}
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

// finding is what is to be mended in an item; pressing it opens the item.
func (v *packetsView) finding(src *entrySource, f packet.Finding) kit.Finding {
	symbol, family := severityLook(f.Severity)
	return kit.Finding{
		Symbol: symbol, Family: family, Sentence: v.desk.words.T("lint."+f.Rule, "point", f.Point, "word", f.Word),
		Open: func() { src.row(plan.PathTo(plan.KeyItems).AtRow(f.Item)) },
	}
}

func itemCaption(w *i18n.Printer, it packet.Item) string {
	var parts []string
	for _, s := range []string{w.T("item." + it.Type), it.Dnr, it.Presenter} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	if len(it.Papers) > 0 {
		parts = append(parts, w.N("count.appendices", len(it.Papers)))
	}
	return strings.Join(parts, " · ")
}

// showItem shows the form of an item, or of a paper of it.
func (v *packetsView) showItem(src *entrySource, p packet.Packet) {
	list := append(plan.Path{}, v.row...)
	list[len(list)-1].Row = ""
	x, err := plan.FieldAt(plan.ListFields(plan.ListPackets), list)
	if err != nil {
		return
	}
	up := append(plan.Path{}, v.row[:len(v.row)-1]...)
	back := func() { v.row = up; v.fill() }
	f := newForm(v.desk, src)
	bar := []fyne.CanvasObject{kit.NewButton(kit.Link, f.labelOf(list), back), kit.Spring()}
	for _, it := range p.Items {
		if len(v.row) == 1 && it.Row == v.row[0].Row && canDecide(v.desk.register(), p, it, v.desk.today()) {
			bar = append(bar, kit.NewButton(kit.Outlined, v.desk.words.T("action.register-decision"), func() { v.decide(p, it) }))
		}
	}
	bar = append(bar, f.rowActions(v.row, back)...)
	v.body.SetContent(kit.NewGround(kit.ColorCard, kit.Pad(kit.Around(20), measured(720, kit.Column(14, kit.Bar(8, bar...), f.object(x.Columns, v.row))))))
}

// askNewPacket asks for which meeting the papers are.
func askNewPacket(d *desk) {
	r := d.register()
	var choices []kit.Choice
	for _, m := range r.Meetings() {
		if e, ok := r.Entry(plan.ListMeetings, m.ID); ok && !m.Date.Before(d.today()) {
			choices = append(choices, kit.Choice{Value: string(m.ID), Label: r.EntryName(plan.ListMeetings, e)})
		}
	}
	if len(choices) == 0 {
		d.open(place{room: roomLibrary, list: plan.ListMeetings})
		d.say(d.words.T("packets.meeting-first"))
		return
	}
	picked := choices[0].Value
	field := kit.NewSelect(d.words.T("form.choose"), choices, func(id string) { picked = id })
	field.SetValue(picked)
	kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
		Title: d.words.T("packets.new"), Content: kit.NewField(d.words.T("field.meeting"), field),
		Confirm: kit.DialogAction{Label: d.words.T("document.create"), Run: func() bool {
			e, made, err := d.register().AddEntry(plan.ListPackets, packet.NewFor(d.register(), plan.ID(picked), d.words))
			if !d.do(editor.Op{Key: "op.new-packet"}, e, err) {
				return false
			}
			d.open(place{room: roomPackets, packet: made.ID})
			return true
		}},
		Cancel: kit.DialogAction{Label: d.words.T("action.cancel")},
	})
}

// askNewItem asks what an item is about: a document, the annual review, or a
// heading of the person's own.
func askNewItem(d *desk, id plan.ID) {
	r := d.register()
	const annual, status = "annual", "status"
	choices := []kit.Choice{
		{Value: annual, Label: d.words.T("packet.annual-review", "year", d.today().Year)},
		{Value: status, Label: d.words.T("packet.status-part")},
	}
	for _, doc := range r.Documents() {
		choices = append(choices, kit.Choice{Value: string(doc.ID), Label: doc.Latest().Head.Title, Hint: d.words.T("kind." + string(doc.Kind))})
	}
	picked, heading := "", ""
	field := kit.NewReferenceField(d.kit, d.words.T("packets.item-about"), choices, func(s string) { picked = s }).
		AllowFree(func(s string) { heading = s })
	kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
		Title: d.words.T("action.new-item"), Width: 520, Content: kit.NewField(d.words.T("packets.item-field"), field),
		Confirm: kit.DialogAction{Label: d.words.T("action.add"), Run: func() bool {
			e, ok := d.register().Entry(plan.ListPackets, id)
			if !ok || picked == "" && heading == "" {
				return false
			}
			c := e.Fields
			doc, isDoc := d.register().Document(plan.ID(picked))
			switch {
			case picked == annual:
				c = packet.AddAnnual(c, d.today().Year, d.words)
			case picked == status:
				c = packet.AddStatus(c, d.words)
			case isDoc:
				c = packet.AddDocument(c, d.register(), doc, d.words)
			default:
				c = packet.AddFree(c, heading)
			}
			edit, err := d.register().SetEntry(plan.ListPackets, id, c)
			return d.do(editor.Op{Key: "op.new-item"}, edit, err)
		}},
		Cancel: kit.DialogAction{Label: d.words.T("action.cancel")},
	})
}
