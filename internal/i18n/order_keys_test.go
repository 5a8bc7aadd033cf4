package i18n

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// Sorting looks at each text once, and gives the order that comparing gives.
func TestSortStableSortsAsCompareDoes(t *testing.T) {
	for _, lang := range Languages() {
		p, err := New(lang)
		if err != nil {
			t.Fatal(err)
		}
		word := rapid.OneOf(
			rapid.StringOfN(rapid.RuneFrom([]rune("aAåäÖöéz 019-,.–§(")), 0, 12, -1),
			rapid.SampledFrom([]string{"Bilaga 2", "Bilaga 10", "bilaga 010", "Åtgärd", "Atgärd", "vve", "wa", "Ärende", ""}),
			rapid.String(),
		)
		rapid.Check(t, func(rt *rapid.T) {
			type line struct {
				word  string
				group int
			}
			list := rapid.SliceOfN(rapid.Custom(func(rt *rapid.T) line {
				return line{word.Draw(rt, "word"), rapid.IntRange(0, 2).Draw(rt, "group")}
			}), 0, 12).Draw(rt, "list")
			group := func(a, b line) int { return a.group - b.group }
			want := slices.Clone(list)
			slices.SortStableFunc(want, func(a, b line) int { return cmp.Or(group(a, b), p.Compare(a.word, b.word)) })
			SortStable(p, list, func(l line) string { return l.word }, group)
			if !slices.Equal(list, want) {
				rt.Fatalf("sorted %+v, by comparing %+v", list, want)
			}
		})
	}
}
