package report_test

import (
	"strings"
	"testing"
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// The notice names the latest decision or review by its hash. An export is none, or no
// two prints would be alike.
func TestAPacketNamesWhatItBuildsOn(t *testing.T) {
	w := filled(t)
	w.meeting("board", "2026-12-03")
	words, err := i18n.New(i18n.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	on := w.day("2026-11-22")
	pk, err := packet.Of(w.r, plan.Entry{ID: "p", Fields: packet.New("2026-12-03board", words)}, on)
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)
	event := func(seq int64, k plan.EventKind, hash string) plan.Edit {
		return plan.Edit{Events: []plan.Event{{ID: plan.NewID(), Seq: seq, Kind: k, At: at, Hash: hash}}}
	}
	r := w.r
	for i, c := range []struct {
		kind plan.EventKind
		want string
	}{
		{plan.EventDecision, "hash0"}, {plan.EventExport, "hash0"}, {plan.EventReview, "hash2"}, {plan.EventImport, "hash2"}, {plan.EventItem, "hash4"},
	} {
		r = r.Apply(event(int64(900+i), c.kind, "hash"+string(rune('0'+i))))
		pr, err := report.Packet(report.Source{Register: r, Words: words, Today: on}, pk)
		if err != nil {
			t.Fatal(err)
		}
		said := ofType[report.Paragraph](pr.Parts[0].Blocks)
		last := said[len(said)-1].Text.String()
		if !strings.Contains(last, c.want+".") || !strings.Contains(last, "2026-11-20") {
			t.Errorf("after %s the notice ends with %q", c.kind, last)
		}
	}
}
