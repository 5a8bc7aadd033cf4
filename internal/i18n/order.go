package i18n

import (
	"bytes"
	"cmp"
	"slices"

	"golang.org/x/text/collate"
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

// SortStable sorts the list by compare, which may be nil, and what that leaves equal by
// its words as Compare does. It looks at the words of each item once only.
func SortStable[T any](p *Printer, list []T, words func(T) string, compare func(a, b T) int) {
	type item struct {
		it  T
		key []byte
		of  string
	}
	items := make([]item, len(list))
	var buf collate.Buffer
	p.collating.Lock()
	for i, x := range list {
		w := words(x)
		items[i] = item{x, p.collator.KeyFromString(&buf, w), w}
	}
	p.collating.Unlock()
	slices.SortStableFunc(items, func(a, b item) int {
		if compare != nil {
			if c := compare(a.it, b.it); c != 0 {
				return c
			}
		}
		return cmp.Or(bytes.Compare(a.key, b.key), cmp.Compare(a.of, b.of))
	})
	for i := range items {
		list[i] = items[i].it
	}
}

// Sorted returns a copy of words in the language's alphabetical order.
func (p *Printer) Sorted(words []string) []string {
	return slices.SortedFunc(slices.Values(words), p.Compare)
}
