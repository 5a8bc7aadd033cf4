package i18n

import (
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

// SortKey is a text's place in the alphabet of a language. Keys are compared faster than
// texts, and only with those that the same Printer made.
type SortKey struct{ key, text string }

// SortKey returns the text's key.
func (p *Printer) SortKey(text string) SortKey {
	var buf collate.Buffer
	p.collating.Lock()
	defer p.collating.Unlock()
	return SortKey{string(p.collator.KeyFromString(&buf, text)), text}
}

// Compare returns what Printer.Compare does of the texts.
func (k SortKey) Compare(other SortKey) int {
	return cmp.Or(cmp.Compare(k.key, other.key), cmp.Compare(k.text, other.text))
}

// SortStable sorts the list by compare, which may be nil, and what that leaves equal by
// its words as Compare does. It looks at the words of each item once only.
func SortStable[T any](p *Printer, list []T, words func(T) string, compare func(a, b T) int) {
	type item struct {
		it  T
		key SortKey
	}
	items := make([]item, len(list))
	for i, x := range list {
		items[i] = item{x, p.SortKey(words(x))}
	}
	slices.SortStableFunc(items, func(a, b item) int {
		if compare != nil {
			if c := compare(a.it, b.it); c != 0 {
				return c
			}
		}
		return a.key.Compare(b.key)
	})
	for i := range items {
		list[i] = items[i].it
	}
}

// Sorted returns a copy of words in the language's alphabetical order.
func (p *Printer) Sorted(words []string) []string {
	return slices.SortedFunc(slices.Values(words), p.Compare)
}
