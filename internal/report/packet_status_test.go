package report_test

import (
	"strings"
	"testing"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// An item can bring the status of all documents before the body: it goes with the
// item as an appendix, with the packet's footer, and the agenda leads to it.
func TestAPacketWithTheStatusOfDocuments(t *testing.T) {
	w := filled(t)
	w.meeting("board", "2026-12-03")
	words, err := i18n.New(i18n.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	on := w.day("2026-11-22")
	fields := packet.AddStatus(packet.New("2026-12-03board", words), words)
	pk, err := packet.Of(w.r, plan.Entry{ID: "p", Fields: fields}, on)
	if err != nil {
		t.Fatal(err)
	}
	pr, err := report.Packet(report.Source{Register: w.r, Words: words, Today: on}, pk)
	if err != nil {
		t.Fatal(err)
	}
	item := pk.Items[len(pk.Items)-1]
	if item.Heading != "Status för styrdokument" || item.Type != plan.ItemInformation || len(item.Papers) != 1 {
		t.Fatalf("the item is %+v", item)
	}
	last := pr.Parts[len(pr.Parts)-1]
	if last.Title != "Bilaga 1 Status för styrdokument" || last.FooterLeft != "Direktionen 2026-12-03 · Ärende 4 · Bilaga 1" || last.Level != 2 {
		t.Errorf("the paper is %q, %q, level %d", last.Title, last.FooterLeft, last.Level)
	}
	if n := len(ofType[report.Table](last.Blocks)); n == 0 {
		t.Error("the paper has no table")
	}
	agenda := ofType[report.Table](pr.Parts[0].Blocks)[0]
	cells := agenda.Rows[len(agenda.Rows)-1].Cells
	if cells[5].Text.String() != "1" || cells[6].Text[0].PageOf == "" {
		t.Errorf("the agenda says %v", cells)
	}
	var said []string
	for _, part := range pr.Parts {
		for _, f := range ofType[report.Facts](part.Blocks) {
			for _, pair := range f.Pairs {
				said = append(said, pair.Label+" "+pair.Value.String())
			}
		}
	}
	if !strings.Contains(strings.Join(said, "\n"), "Bilaga 1 Status för styrdokument") {
		t.Errorf("the officer's report names no appendix: %q", said)
	}
}
