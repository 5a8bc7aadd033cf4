package ui

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// renewed opens the draft of the example that has an adopted version before it.
func renewed(t *testing.T, a *App) *documentView {
	t.Helper()
	for _, d := range a.desk.register().Documents() {
		_, ok := a.desk.register().AdoptedBefore(d, d.Latest().ID)
		if ok && a.desk.register().Editable(d, d.Latest()) == nil {
			a.open(place{room: roomOf(d.Kind), document: d.ID, section: "details"})
			return a.document()
		}
	}
	t.Fatal("the example has no draft of a next version")
	return nil
}

func TestWhatHasChangedIsShown(t *testing.T) {
	a := window(t)
	a.openExample()
	v := renewed(t, a)
	v.openCompare()
	if v.aside == nil || v.narrow.Visible() {
		t.Fatal("the comparison is not in front")
	}
	picture(t, a, "compare")
	before := v.aside.(*compareView).lead.Text()
	e, err := v.edit(plan.PathTo(plan.KeyPurpose), plan.Text("Vi ska veta mer"))
	if !a.desk.do(editor.Op{Key: "op.set-field", Args: map[string]string{"field": "x"}}, e, err) {
		t.Fatal("the field was not written")
	}
	if after := v.aside.(*compareView).lead.Text(); after == before {
		t.Errorf("after an edit it still says %q", after)
	}
	v.openFrom(plan.PathTo(plan.KeyPurpose))
	if v.aside != nil || v.section != plan.KeyPurpose || !v.narrow.Visible() {
		t.Errorf("a difference leads to %s", v.section)
	}
	v.openCompare()
	if !v.back() || v.aside != nil {
		t.Error("Escape does not lead back")
	}
}

func TestLinesOfAComparison(t *testing.T) {
	a := window(t)
	a.openExample()
	d, _ := a.desk.register().Document(renewed(t, a).id)
	m := compareModelOf(a.desk, report.Comparison{Document: d, Lines: []report.ChangeLine{
		{Section: plan.KeyPurpose, Number: 3, Field: "Syfte", Kind: report.Altered, Old: []plan.TextSpan{{Kind: plan.SpanSame, Text: "Vi "}, {Kind: plan.SpanRemoved, Text: "ska"}}, New: []plan.TextSpan{{Kind: plan.SpanSame, Text: "Vi "}, {Kind: plan.SpanAdded, Text: "kan"}}},
		{Section: plan.KeyActivities, Number: 11, Field: "Aktiviteter", Row: "Möte", Kind: report.Added, New: []plan.TextSpan{{Kind: plan.SpanAdded, Text: "Möte"}}},
		{Section: plan.KeyActivities, Number: 11, Field: "Aktiviteter", Row: "Brev", Kind: report.Removed, Old: []plan.TextSpan{{Kind: plan.SpanRemoved, Text: "Brev"}}},
	}})
	side := func(spans []kit.MarkedSpan) string {
		var b strings.Builder
		for _, s := range spans {
			b.WriteString([]string{"", "-", "+", "~"}[s.Mark] + s.Text)
		}
		return b.String()
	}
	got := []string{m.lead}
	for _, c := range m.cards {
		got = append(got, c.title)
		for _, l := range c.lines {
			got = append(got, strings.Join([]string{l.row, l.field, l.state.Word, side(l.old), side(l.new)}, " | "))
		}
	}
	want := []string{
		"1 ändrad, 1 tillagd och 1 borttagen", "3  Syfte och avgränsningar", " | Syfte | Ändrat | Vi -ska | Vi +kan",
		"11  Aktivitetsplan", "Möte | Aktiviteter | Tillagt | ~Fanns inte | +Möte", "Brev | Aktiviteter | Borttaget | -Brev | ~Utgår",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("model (-want +got):\n%s", diff)
	}
}
