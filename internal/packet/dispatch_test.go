package packet

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

// The log tells what was sent; what is new, what has other content and what is
// gone differs from it, however the agenda is ordered.
func TestWhatHasChangedSinceTheDispatch(t *testing.T) {
	r, d := ready(t)
	w := swedish(t)
	c := AddFree(AddDocument(New("m", w), r, d, w), "Lägesrapport")
	p := read(t, r, c)
	if len(Dispatches(r, "p")) > 0 {
		t.Fatal("papers that were never sent have a dispatch")
	}
	r = r.Apply(Log(r, p, Made{File: "2026-12-03_AU_Handlingar.pdf", Hash: "ab12", Pages: 14}, "Sekreteraren", clock))
	sent := Dispatches(r, "p")
	if len(sent) != 1 || sent[0].Number != 1 || sent[0].Pages != 14 || sent[0].FileHash != "ab12" || sent[0].By != "Sekreteraren" || len(sent[0].Papers) != 6 {
		t.Fatalf("%+v", sent)
	}
	changes := func(c plan.Content) (out []string) {
		for _, x := range Since(r, read(t, r, c), sent[0]) {
			name := x.Title
			if name == "" {
				name = x.Heading
			}
			out = append(out, string(x.Change)+" "+name)
		}
		return out
	}
	if got := changes(c); len(got) > 0 {
		t.Errorf("nothing has changed: %v", got)
	}
	moved, err := Move(c, p.Items[4].Row, 4)
	if err != nil {
		t.Fatal(err)
	}
	if got := changes(moved); len(got) > 0 {
		t.Errorf("in another order: %v", got)
	}
	report, err := c.Set(plan.PathTo(plan.KeyItems).In(p.Items[4].Row, plan.KeySummary), plan.Text("Nytt läge."))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"replaced Lägesrapport"}, changes(report)); diff != "" {
		t.Errorf("another officer's report: %s", diff)
	}
	without, err := Remove(c, p.Items[4].Row)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"added Sent ärende", "gone Lägesrapport"}, changes(AddFree(without, "Sent ärende"))); diff != "" {
		t.Error(diff)
	}
	r, d = apply(t, r, d.ID)(r.SetStage(d, d.Latest(), plan.StageDraft, 0))
	before := plan.Seal(plan.NewContent(plan.Filled{
		plan.KeyTitle: plan.Text("Webbpolicy"), plan.KeyValidity: plan.Text(string(plan.ValidUntilFurtherNotice)), plan.KeyDnr: plan.Text("K 1"),
	}))
	r, d = apply(t, r, d.ID)(r.SetContent(d, d.Latest(), before, before.Content.With(plan.KeyDnr, plan.Text("K 2"))))
	if diff := cmp.Diff([]string{"replaced Webbpolicy"}, changes(c)); diff != "" {
		t.Errorf("other content: %s", diff)
	}
	r, _ = apply(t, r, d.ID)(r.SetStage(d, d.Latest(), plan.StageReady, 0))
	e := plan.Entry{ID: "p", Position: 1, Fields: c}
	r = r.Apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListPackets, After: &e}}})
	adopt := Decision{Item: p.Items[3].Row, Outcome: plan.Adopted, Paragraph: "41"}
	if _, err := Decide(r, e, adopt, w, "S", after); !errors.Is(err, ErrChanged) {
		t.Errorf("what was changed since it was sent is adopted silently: %v", err)
	}
	adopt.Changed = true
	if _, err := Decide(r, e, adopt, w, "S", after); err != nil {
		t.Errorf("with the body's knowledge: %v", err)
	}
	adopt.Changed = false
	r = r.Apply(Log(r, read(t, r, c), Made{File: "x.pdf"}, "S", clock))
	if _, err := Decide(r, e, adopt, w, "S", after); err != nil || len(Dispatches(r, "p")) != 2 {
		t.Errorf("sent again as it is: %v", err)
	}
}
