package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/packet"
	"ledstjarna/internal/ui/kit"
)

// packetInFront is the papers that are in front, nil where none are.
func (a *App) packetInFront() *packetsView {
	if v, ok := a.front.(*packetsView); ok && v.id != "" && a.file != nil {
		return v
	}
	return nil
}

// packetCommands are what can be done with a meeting's papers from the menu.
func (a *App) packetCommands() []command {
	open := func() bool { return a.packetInFront() != nil }
	chosen := func(fits func(*packetsView, packet.Item) bool) func() bool {
		return func() bool {
			v := a.packetInFront()
			if v == nil {
				return false
			}
			it, _, ok := v.line(v.chosen)
			return ok && fits(v, it)
		}
	}
	with := func(do func(*packetsView)) func() {
		return func() {
			if v := a.packetInFront(); v != nil {
				do(v)
			}
		}
	}
	decided := func(v *packetsView, it packet.Item) (packet.Decided, bool) {
		return packet.DecidedOn(v.desk.register(), v.id, it.Row)
	}
	return []command{
		{id: "new-packet", edits: true, label: "action.new-packet", menu: "menu.packet", enabled: a.isOpen, run: func() { askNewPacket(a.desk) }},
		{
			id: "remove-packet", edits: true, label: "action.remove-packet", menu: "menu.packet",
			enabled: func() bool { v := a.packetInFront(); return v != nil && v.removable() }, run: with(func(v *packetsView) { v.askRemove() }),
		},
		{
			id: "new-item", edits: true, label: "action.new-item", menu: "menu.packet", line: true, shortcut: kit.Keys(fyne.KeyI, true),
			enabled: open, run: with(func(v *packetsView) { askNewItem(v.desk, v.id) }),
		},
		{
			id: "add-appendix", edits: true, label: "action.add-appendix", menu: "menu.packet", shortcut: kit.Keys(fyne.KeyB, true),
			enabled: open, run: with(func(v *packetsView) { v.attachToChosen() }),
		},
		{
			id: "export-supplement", label: "packets.export-supplement", menu: "menu.packet", line: true, shortcut: kit.Keys(fyne.KeyE, true),
			enabled: func() bool { v := a.packetInFront(); return v != nil && len(v.changed()) > 0 },
			run:     with(func(v *packetsView) { v.askSupplement(v.changed()) }),
		},
		{
			id: "decide-item", edits: true, label: "action.register-decision", menu: "menu.packet", line: true, shortcut: kit.Keys(fyne.KeyD, true),
			enabled: chosen(func(v *packetsView, it packet.Item) bool {
				return canDecide(v.desk.register(), v.about, it, v.desk.today())
			}),
			run: with(func(v *packetsView) {
				if it, _, ok := v.line(v.chosen); ok {
					v.decide(it)
				}
			}),
		},
		{
			id: "extract", label: "packets.extract", menu: "menu.packet",
			enabled: chosen(func(v *packetsView, it packet.Item) bool { _, ok := decided(v, it); return ok }),
			run: with(func(v *packetsView) {
				if it, _, ok := v.line(v.chosen); ok {
					if d, done := decided(v, it); done {
						v.extract(it, d)
					}
				}
			}),
		},
	}
}
