package ui

import (
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// showList shows all meetings that have papers.
func (v *packetsView) showList() {
	w, r := v.desk.words, v.desk.register()
	v.header.SetSwitch("", nil)
	v.header.SetTitle(w.T("nav.packets"))
	begin := v.desk.editing(kit.NewButton(kit.Primary, w.T("action.new-packet"), func() { askNewPacket(v.desk) }).WithIcon(assets.IconPlus))
	var rows []fyne.CanvasObject
	var stops []kit.Stop
	for _, e := range r.Entries(plan.ListPackets) {
		p, err := packet.Of(r, e, v.desk.today())
		if err != nil {
			continue
		}
		caption := w.N("count.items", len(p.Items))
		if n := len(packet.Dispatches(r, p.ID)); n > 0 {
			caption += " · " + w.T("packet.dispatch", "n", n)
		}
		row := kit.NewTwoLineRow(kit.TwoLine{
			Title:   p.Body + ", " + w.WeekdayDate(i18n.Day(p.Meeting.Date)),
			Caption: caption, Pills: true, State: deadlineState(w, v.desk.today(), p.Meeting.Stop),
			Open: func() { v.desk.open(place{room: roomPackets, packet: e.ID}) },
		})
		rows, stops = append(rows, row), append(stops, kit.Stop{ID: string(e.ID), On: row})
	}
	v.header.SetCaption(w.N("count.meetings", len(rows)))
	v.front(v.body)
	if len(rows) == 0 {
		v.meetings = []kit.Part{{Box: v.body, Stops: []kit.Stop{{On: begin}}}}
		v.header.SetActions()
		v.body.SetContent(kit.Pad(kit.Around(24), kit.EmptyState(assets.IconPacket, w.T("packets.none"), w.T("packets.none.caption"), begin)))
		return
	}
	v.header.SetActions(begin)
	v.meetings = []kit.Part{{Box: v.body, Stops: stops}}
	v.body.SetContent(kit.Pad(pageInsets(), kit.Column(0, kit.NewCard("", kit.NewRows(true, rows...)))))
}

// showHeader names the meeting, with what can be done with all its papers.
func (v *packetsView) showHeader() {
	w, p := v.desk.words, v.about
	v.header.SetTitle(papersTitle(w, p))
	var caption []string
	for _, s := range []string{
		strings.Trim(p.Fields.Text(plan.KeyTime)+", "+p.Fields.Text(plan.KeyPlace), ", "), dispatchCaption(w, p.Meeting, v.desk.today()),
	} {
		if s != "" {
			caption = append(caption, s)
		}
	}
	v.header.SetCaption(strings.Join(caption, " · "))
	shown := "full"
	if v.public {
		shown = "public"
	}
	variants := kit.NewSegmented([]kit.Choice{{Value: "full", Label: w.T("packet.full")}, {Value: "public", Label: w.T("packet.public")}}, shown, v.setVariant)
	v.header.SetSwitch(w.T("packets.switch"), v.switchMenu)
	actions := append([]fyne.CanvasObject{variants}, v.pages.button()...)
	v.header.SetActions(append(actions,
		kit.NewButton(kit.Primary, w.T("action.export"), func() { v.desk.app.askExportPacket(v.about, v.public) }).WithIcon(assets.IconExport))...)
}

// switchMenu leads to other meetings' papers.
func (v *packetsView) switchMenu() {
	w, r := v.desk.words, v.desk.register()
	items := []kit.MenuItem{{Label: w.T("packets.all"), Run: func() { v.desk.open(place{room: roomPackets}) }}, {}}
	for _, e := range r.Entries(plan.ListPackets) {
		if p, err := packet.Of(r, e, v.desk.today()); err == nil {
			items = append(items, kit.MenuItem{
				Label: p.Body + ", " + w.WeekdayDate(i18n.Day(p.Meeting.Date)), On: e.ID == v.id,
				Run: func() { v.desk.open(place{room: roomPackets, packet: e.ID}) },
			})
		}
	}
	kit.PopUpMenu(v.desk.window.Canvas(), v.desk.app.toolkit.Driver().AbsolutePositionForObject(v.header).AddXY(20, 48), items)
}
