package editor_test

import (
	"fmt"
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/plan/plantest"
)

// BenchmarkEdit is a committed edit as the window makes it: one cell of a plan
// with 500 activities, written to the file, and what is to be mended found anew.
func BenchmarkEdit(b *testing.B) {
	w := newWorld(b, editor.Options{})
	content := plantest.Content(plan.AssignmentPlan, 5).
		With(plan.KeyActivities, plantest.Content(plan.AssignmentPlan, 500).Get(plan.KeyActivities))
	e, d := plan.NewDocument(plan.AssignmentPlan, false, content, day)
	if err := w.Do(editor.Op{Key: "op.new-document"}, e); err != nil {
		b.Fatal(err)
	}
	fields, path := plan.FieldsOf(plan.AssignmentPlan), plan.PathTo(plan.KeyActivities)
	id := content.Get(plan.KeyActivities).Rows()[250].ID
	version := d.Latest().ID
	n := 0
	edit := func(b *testing.B) plan.Sealed {
		b.Helper()
		n++
		before, err := w.Content(version)
		if err != nil {
			b.Fatal(err)
		}
		after, err := before.Content.SetIn(fields, path.In(id, plan.KeyActivity), plan.Text(fmt.Sprintf("Möte %d", n)))
		if err != nil {
			b.Fatal(err)
		}
		doc, _ := w.Register().Document(d.ID)
		e, err := w.Register().SetContent(doc, doc.Latest(), before, after)
		if err != nil {
			b.Fatal(err)
		}
		if err := w.Do(editor.Op{Key: "op.set-field"}, e); err != nil {
			b.Fatal(err)
		}
		sealed, err := w.Content(version)
		if err != nil {
			b.Fatal(err)
		}
		return sealed
	}
	b.Run("commit", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			edit(b)
		}
	})
	b.Run("findings", func(b *testing.B) {
		s := plan.Subject{Register: w.Register(), Document: d, Version: d.Latest(), Content: edit(b).Content, Today: plan.DateOf(day)}
		b.ReportAllocs()
		for b.Loop() {
			plan.Findings(s)
		}
	})
}
