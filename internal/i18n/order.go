package i18n

import (
	"cmp"
	"slices"
)

// Compare returns -1, 0 or +1 as a stands before, with or after b in the
// language's alphabet: in Swedish å, ä and ö come last. Numbers inside a text
// count as numbers, "Bilaga 2" before "Bilaga 10". Different texts are never
// equal, so that a sorting is always the same.
func (p *Printer) Compare(a, b string) int {
	p.collating.Lock()
	defer p.collating.Unlock()
	return cmp.Or(p.collator.CompareString(a, b), cmp.Compare(a, b))
}

// Sorted returns a copy of words in the language's alphabetical order.
func (p *Printer) Sorted(words []string) []string {
	return slices.SortedFunc(slices.Values(words), p.Compare)
}
