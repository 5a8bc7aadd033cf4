package ui

import (
	"testing"
	"time"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
)

// afterMeeting opens the example on the day after its meeting.
func afterMeeting(t *testing.T) (*App, plan.Entry, packet.Packet) {
	t.Helper()
	a, _, _ := clocked(t, time.Date(2026, 12, 4, 9, 0, 0, 0, time.UTC))
	e, _ := a.desk.register().Entry(plan.ListPackets, "packet-au-2026-12-03")
	p, err := packet.Of(a.desk.register(), e, a.desk.today())
	if err != nil {
		t.Fatal(err)
	}
	return a, e, p
}

// An item is decided on once, after its meeting, with the outcomes that it can
// have; it then shows what was decided.
func TestDecisionsOnItems(t *testing.T) {
	a, e, p := afterMeeting(t)
	r := a.desk.register()
	adopt, annual, opening := p.Items[3], p.Items[5], p.Items[0]
	if !canDecide(r, p, adopt, a.desk.today()) || canDecide(r, p, adopt, plan.NewDate(2026, 12, 2)) || canDecide(r, p, opening, a.desk.today()) {
		t.Error("what can be decided on when is wrong")
	}
	has := func(it packet.Item, k plan.Key) bool { _, ok := plan.FieldIn(decisionFields(r, it), k); return ok }
	if !has(annual, plan.KeyExcept) || has(adopt, plan.KeyExcept) || has(adopt, plan.KeyUntil) {
		t.Error("the dialog asks for the wrong fields")
	}
	f, _ := plan.FieldIn(decisionFields(r, adopt), plan.KeyOutcome)
	if f.Choices[0] != plan.Adopted || len(f.Choices) != 4 {
		t.Errorf("the choices are %v", f.Choices)
	}
	edit, err := packet.Decide(r, e, packet.Decision{Item: adopt.Row, Outcome: plan.Adopted, Paragraph: "61"}, a.words, "Test", a.now())
	if err != nil {
		t.Fatal(err)
	}
	r = r.Apply(edit)
	if s := decidedState(a.words, r, p, adopt); s.Word != "Fastställd" || s.Detail != "§ 61" {
		t.Errorf("the pill says %q %q", s.Word, s.Detail)
	}
	if canDecide(r, p, adopt, a.desk.today()) {
		t.Error("it can be decided on again")
	}
	if s := decidedState(a.words, r, p, annual); s.Word != "" {
		t.Errorf("another item says %q", s.Word)
	}
}

// The papers show what is to be mended beside the items, and open an item's form
// with what can be done with it.
func TestPapersInTheWindow(t *testing.T) {
	a, e, p := afterMeeting(t)
	fields, err := e.Fields.SetIn(plan.ListFields(plan.ListPackets), plan.PathTo(plan.KeyItems).In(p.Items[3].Row, plan.KeyProposal), plan.Text("Planen antas enligt föreliggande förslag."))
	if err != nil {
		t.Fatal(err)
	}
	edit, err := a.desk.register().SetEntry(plan.ListPackets, e.ID, fields)
	if err != nil {
		t.Fatal(err)
	}
	if err := a.file.Do(editor.Op{Key: "op.set-report"}, edit); err != nil {
		t.Fatal(err)
	}
	a.open(place{room: roomPackets, packet: e.ID})
	picture(t, a, "papers-to-mend")
	p, err = packet.Of(a.desk.register(), plan.Entry{ID: e.ID, Fields: fields}, a.desk.today())
	if err != nil {
		t.Fatal(err)
	}
	if found := packet.Lint(a.desk.register(), p, a.words); len(found) < 3 {
		t.Errorf("found %+v", found)
	}
	v, ok := a.front.(*packetsView)
	if !ok {
		t.Fatal("the papers are not in front")
	}
	askItemDecision(a.desk, e, p, p.Items[5])
	picture(t, a, "papers-decision")
	v.row = plan.PathTo(plan.KeyItems).AtRow(p.Items[3].Row)
	v.fill()
	picture(t, a, "papers-item")
}
