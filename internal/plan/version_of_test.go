package plan

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A version is found in the document that has it, in every state that a register was in,
// whatever was applied to it, and one that is gone in none.
func TestAVersionIsFoundInItsDocument(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		states, ever := []Register{{}}, []ID{"nowhere", ""}
		for n := range rapid.IntRange(1, 12).Draw(t, "edits") {
			r := rapid.SampledFrom(states).Draw(t, "state")
			var e Edit
			for i := range rapid.IntRange(1, 3).Draw(t, "parts") {
				e = e.Then(drawVersions(t, r.Apply(e), fmt.Sprint(n, "-", i)))
			}
			next := r.Apply(e)
			states = append(states, next, next.Apply(e.Inverse()))
			for _, d := range next.Documents() {
				for _, v := range d.Versions {
					ever = append(ever, v.ID)
				}
			}
		}
		for _, r := range states {
			for _, id := range ever {
				d, v, ok := r.VersionOf(id)
				wantD, wantV, want := lookedFor(r, id)
				if ok != want || !reflect.DeepEqual(d, wantD) || v != wantV {
					t.Fatalf("version %q is found in %q: %v, want %q: %v", id, d.ID, ok, wantD.ID, want)
				}
			}
		}
	})
}

// lookedFor looks through all documents.
func lookedFor(r Register, id ID) (Document, Version, bool) {
	for _, d := range r.Documents() {
		if v, ok := d.Version(id); ok {
			return d, v, true
		}
	}
	return Document{}, Version{}, false
}

// drawVersions is an edit after which documents have other versions, or as often not.
func drawVersions(t *rapid.T, r Register, stamp string) Edit {
	docs := r.Documents()
	if len(docs) == 0 || rapid.Bool().Draw(t, "of any kind") {
		return drawPart(t, r, len(stamp)+int(stamp[0]))
	}
	d := rapid.SampledFrom(docs).Draw(t, "document")
	after := d
	after.Versions = slices.Clone(d.Versions)
	if n := len(after.Versions); n > 1 && rapid.Bool().Draw(t, "fewer") {
		i := rapid.IntRange(0, n-1).Draw(t, "gone")
		after.Versions = slices.Delete(after.Versions, i, i+1)
	} else {
		after.Versions = append(after.Versions, Version{ID: ID("version-" + stamp), Created: d.Latest().Created})
	}
	return Edit{Changes: []Change{DocumentChange{Before: &d, After: &after}}}
}
