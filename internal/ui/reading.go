package ui

import (
	"slices"

	"ledstjarna/internal/ui/kit"
)

// reads reports whether the file can only be read.
func (d *desk) reads() bool { return d.file.ReadOnly() }

// editing returns the button, which changes the file, so that it cannot be pressed
// where the file can only be read; its tooltip then says why.
func (d *desk) editing(b *kit.Button) *kit.Button {
	if d.reads() {
		b.WithTip(d.words.T("read-only.why"))
		b.Disable()
	}
	return b
}

// editingItems returns the items of a menu without what changes the file, where that
// can only be read. Those at the indexes kept do not change it.
func (d *desk) editingItems(items []kit.MenuItem, kept ...int) []kit.MenuItem {
	if !d.reads() {
		return items
	}
	items = slices.Clone(items)
	for i := range items {
		items[i].Off = items[i].Off || !slices.Contains(kept, i)
	}
	return items
}
