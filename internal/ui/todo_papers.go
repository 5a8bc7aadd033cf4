package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// nextPapers is how the papers of the next meeting that has any stand.
type nextPapers struct {
	meeting plan.Meeting
	packet  plan.Entry
	errors  []packet.Finding // what keeps its items from being decided on
	about   map[plan.ID]string
	items   int // beside the formalities
	ready   int // of these without errors
}

// papersBook keeps the state of the next papers while nothing in the register changes.
type papersBook struct {
	followed bool
	day      plan.Date
	register plan.Register
	is       bool // there are any
	papers   nextPapers
}

// nextPapers returns how the next papers stand; false where there are none.
func (d *desk) nextPapers() (nextPapers, bool) {
	b, r, today := &d.papers, d.register(), d.today()
	if !b.followed || b.day != today || !r.Since(b.register).IsEmpty() {
		b.papers, b.is = nextPapersOf(d.words, r, today)
	}
	b.followed, b.day, b.register = true, today, r
	return b.papers, b.is
}

func nextPapersOf(w *i18n.Printer, r plan.Register, today plan.Date) (nextPapers, bool) {
	m, e, ok := nextPacket(r, today)
	if !ok {
		return nextPapers{}, false
	}
	out := nextPapers{meeting: m, packet: e, about: map[plan.ID]string{}}
	p, err := packet.Of(r, e, today)
	if err != nil {
		return out, true
	}
	wrong := map[plan.ID]bool{}
	for _, f := range packet.Lint(r, p, w) {
		if f.Severity == plan.Error {
			out.errors, wrong[f.Item] = append(out.errors, f), true
		}
	}
	for _, it := range p.Items {
		out.about[it.Row] = it.Heading
		if it.Type == plan.ItemFormality {
			continue
		}
		out.items++
		if !wrong[it.Row] {
			out.ready++
		}
	}
	return out, true
}

// nextMeeting shows the deadlines of the next meeting with papers, and what is to be
// mended in these.
func (v *todoView) nextMeeting() []fyne.CanvasObject {
	w := v.desk.words
	next, ok := v.desk.nextPapers()
	if !ok {
		return nil
	}
	m := next.meeting
	body, _ := v.desk.register().Entry(plan.ListBodies, m.Body)
	deadline := func(key string, day plan.Date) fyne.CanvasObject {
		return kit.Bar(8, kit.NewText(w.T(key)+" "+w.ISO(i18n.Day(day)), kit.Caption, kit.ColorText2), kit.Spring(),
			kit.NewPill(deadlineState(w, v.desk.today(), day)))
	}
	rows := []fyne.CanvasObject{kit.Pad(kit.Insets{Top: 12, Right: 16, Bottom: 10, Left: 16}, kit.Column(4,
		kit.NewText(body.Fields.Text(plan.KeyName)+", "+w.WeekdayDate(i18n.Day(m.Date)), kit.BodyStrong, kit.ColorText).Elastic(),
		deadline("packet.stop-date", m.Stop), deadline("packet.dispatch-date", m.Dispatch)))}
	wrong, stops := v.papersErrors(next)
	rows = append(rows, wrong...)
	open := kit.NewButton(kit.Primary, w.T("todo.open-packet"), func() { v.desk.open(place{room: roomPackets, packet: next.packet.ID}) })
	rows = append(rows, kit.Pad(kit.Around(16), kit.Column(12, v.papersReady(next), kit.Bar(8, open))))
	card := kit.NewCard(w.T("packet.next-meeting"), kit.NewRows(true, rows...))
	if n := len(next.errors); n > 0 {
		card.SetCount(strconv.Itoa(n))
	}
	return []fyne.CanvasObject{v.stop(card, append(stops, kit.Stop{ID: "papers", On: open}))}
}

// papersErrors are a row for each error of the papers, with a link to its item.
func (v *todoView) papersErrors(next nextPapers) (rows []fyne.CanvasObject, stops []kit.Stop) {
	w := v.desk.words
	for _, f := range next.errors[:v.shown(todoPapers, len(next.errors))] {
		mend := kit.NewButton(kit.LinkStrong, w.T("todo.open-item"), func() {
			v.desk.open(place{room: roomPackets, packet: next.packet.ID, path: plan.PathTo(plan.KeyItems).AtRow(f.Item)})
		})
		rows = append(rows, toMend(w.T("lint."+f.Rule, "point", f.Point, "word", f.Word),
			w.T("page.item", "n", f.Number)+" · "+next.about[f.Item], assets.StateLate, kit.Late, mend))
		stops = append(stops, kit.Stop{ID: "paper/" + string(f.Item) + f.Rule + strconv.Itoa(f.Point) + f.Word, On: mend})
	}
	more, stop := v.more(todoPapers, len(next.errors))
	return append(rows, more...), append(stops, stop...)
}

// papersReady says how many items are ready.
func (v *todoView) papersReady(next nextPapers) fyne.CanvasObject {
	symbol, family := assets.StateHalf, kit.Due
	if next.ready == next.items {
		symbol, family = assets.StateDone, kit.Done
	}
	return kit.Bar(8, kit.NewIcon(symbol, 12, family.Ink()),
		kit.NewText(v.desk.words.N("todo.items-ready", next.items, "ready", next.ready), kit.Body, kit.ColorText), kit.Spring())
}
