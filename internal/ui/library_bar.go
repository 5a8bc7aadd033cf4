package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

// libraryBar is what the list in front is filtered and arranged by.
type libraryBar struct {
	view   *libraryView
	find   *kit.Entry
	clear  *kit.Button
	object fyne.CanvasObject
}

func newLibraryBar(v *libraryView) *libraryBar {
	w := v.desk.words
	b := &libraryBar{view: v}
	b.find = kit.NewEntry(v.desk.kit, w.T("library.filter"), nil).Filter(assets.IconFilter).OnTyped(func(s string) {
		by := v.arranged()
		by.text = s
		v.arrange(by)
	})
	b.clear = kit.NewButton(kit.Outlined, w.T("documents.clear"), b.showAll)
	var order *kit.Button
	order = kit.NewButton(kit.Outlined, w.T("documents.arrange"), func() { kit.MenuUnder(order, v.orderMenu()) }).WithChevron(assets.IconChevronDown)
	b.object = kit.Bar(8, kit.Fixed(220, 0, b.find), b.clear, kit.Spring(), order)
	b.take()
	return b
}

// take shows how the list in front is arranged.
func (b *libraryBar) take() {
	text := b.view.arranged().text
	if b.find.Text() != text {
		b.find.SetText(text)
	}
	shownIf(b.clear, text != "")
	b.object.Refresh()
}

// showAll lets all entries through again.
func (b *libraryBar) showAll() {
	by := b.view.arranged()
	by.text = ""
	b.view.arrange(by)
	b.find.Focus()
}

// arranged is how the list in front is arranged. It is kept while the room is.
func (v *libraryView) arranged() registerArrangement { return v.order[v.list] }

func (v *libraryView) arrange(by registerArrangement) {
	v.order[v.list] = by
	if v.table != nil {
		v.table.stay = false // the rows go to their new places
	}
	v.showEntries()
}

// sortBy orders the list by a column whose head was pressed.
func (v *libraryView) sortBy(column string, down bool) {
	v.arrange(registerArrangement{text: v.arranged().text, by: column, down: down})
}

// orderMenu is what the list can be sorted by.
func (v *libraryView) orderMenu() []kit.MenuItem {
	w, by := v.desk.words, v.arranged()
	usual := registerArrangement{text: by.text}
	out := []kit.MenuItem{{Label: w.T("documents.sort-by"), Off: true}, {Label: w.T("library.usual-order"), On: by.by == "", Run: func() { v.arrange(usual) }}}
	for _, c := range v.table.model.columns {
		next := registerArrangement{text: by.text, by: c.id, down: by.down && by.by != ""}
		out = append(out, kit.MenuItem{Label: v.table.column(c).Title, On: by.by == c.id, Run: func() { v.arrange(next) }})
	}
	turn := registerArrangement{text: by.text, by: by.by, down: !by.down}
	return append(out, kit.MenuItem{},
		kit.MenuItem{Label: w.T("documents.descending"), On: by.down, Off: by.by == "", Run: func() { v.arrange(turn) }},
		kit.MenuItem{}, kit.MenuItem{Label: w.T("sheet.reset-widths"), Off: len(v.table.widths()) == 0, Run: v.table.resetWidths})
}
