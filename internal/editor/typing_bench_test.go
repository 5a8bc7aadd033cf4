package editor_test

import (
	"testing"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
)

// BenchmarkTyping is what one key costs the field that is typed in, up to the
// save that gathers them: nothing of it may wait for the disk.
func BenchmarkTyping(b *testing.B) {
	w := newWorld(b, editor.Options{})
	_, v := w.newPlan(b, "a")
	edit := func() (plan.Edit, error) { return w.title(v.ID, "ab") }
	b.ReportAllocs()
	for b.Loop() {
		must(b, w.Typing().Text(titleField, edit))
	}
	w.Typing().Discard()
}
