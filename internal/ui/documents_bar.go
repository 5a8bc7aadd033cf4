package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

// documentBar is what a list of documents is filtered and arranged by.
type documentBar struct {
	view   *documentsView
	find   *kit.Entry
	status *kit.Select
	owner  *kit.Select
	period *kit.Select
	review *kit.Select
	fields []fyne.CanvasObject
	object fyne.CanvasObject
}

func newDocumentBar(v *documentsView) *documentBar {
	w := v.desk.words
	b := &documentBar{view: v}
	b.find = kit.NewEntry(v.desk.kit, w.T("documents.filter"), nil).Filter(assets.IconFilter).OnTyped(func(string) { b.tell() })
	choose := func(key string) *kit.Select {
		s := kit.NewSelect("", nil, func(string) { b.tell() }).WithPrefix(w.T(key) + " ")
		b.fields = append(b.fields, kit.AtMost(150, s))
		return s
	}
	b.status, b.owner, b.period, b.review = choose("sheet.status"), choose("documents.by.owner"), choose("documents.by.period"), choose("documents.by.review")
	var order *kit.Button
	order = kit.NewButton(kit.Outlined, w.T("documents.arrange"), func() { kit.MenuUnder(order, v.orderMenu()) }).WithChevron(assets.IconChevronDown)
	b.object = kit.Bar(8, append(append([]fyne.CanvasObject{kit.Fixed(160, 0, b.find)}, b.fields...), kit.Spring(), order)...)
	b.take(v.filter())
	return b
}

// take shows the filter.
func (b *documentBar) take(f documentFilter) {
	b.find.SetText(f.text)
	b.status.SetValue(f.status)
	b.owner.SetValue(f.owner)
	b.period.SetValue(f.period)
	b.review.SetValue(f.review)
	b.object.Refresh() // what is chosen says how wide a field is
}

// tell lets the list follow what is chosen.
func (b *documentBar) tell() {
	b.object.Refresh()
	b.view.setFilter(documentFilter{
		text: b.find.Text(), status: b.status.Value(), owner: b.owner.Value(), period: b.period.Value(), review: b.review.Value(),
	})
}

// offer takes over what there is to choose. What is chosen and is there no more stays,
// with no documents; a field with nothing to choose is left out.
func (b *documentBar) offer(c documentChoices) {
	f := b.view.filter()
	fields := []struct {
		field   *kit.Select
		value   string
		choices []kit.Choice
	}{{b.status, f.status, c.status}, {b.owner, f.owner, c.owner}, {b.period, f.period, c.period}, {b.review, f.review, c.review}}
	for i, x := range fields {
		there := slices.ContainsFunc(x.choices, func(c kit.Choice) bool { return c.Value == x.value })
		if !there {
			x.choices = append(x.choices, kit.Choice{Value: x.value, Label: b.view.desk.words.T("documents.gone")})
		}
		x.field.SetChoices(x.choices)
		shownIf(b.fields[i], len(x.choices) > 2 || x.value != "")
	}
	b.object.Refresh()
}

// orderMenu is what the list can be sorted and grouped by.
func (v *documentsView) orderMenu() []kit.MenuItem {
	w, by := v.desk.words, v.by
	out := []kit.MenuItem{{Label: w.T("documents.sort-by"), Off: true}}
	sorted := func(label, column string) {
		next := documentOrder{by: column, down: by.down && column != "", group: by.group}
		out = append(out, kit.MenuItem{Label: label, On: by.by == column, Run: func() { v.arrange(next) }})
	}
	sorted(w.T("documents.usual-order"), "")
	for _, c := range sortedColumns() {
		sorted(w.T(columnWords(c)), c)
	}
	turn := documentOrder{by: by.by, down: !by.down, group: by.group}
	out = append(out, kit.MenuItem{}, kit.MenuItem{Label: w.T("documents.descending"), On: by.down, Off: by.by == "", Run: func() { v.arrange(turn) }},
		kit.MenuItem{}, kit.MenuItem{Label: w.T("documents.group-by"), Off: true})
	for _, g := range groupings() {
		key := "documents.group." + g
		switch g {
		case groupUsual:
			key = "documents.group." + string(v.room)
		case groupState:
			key = columnWords(listsState)
		}
		next := documentOrder{by: by.by, down: by.down, group: g}
		out = append(out, kit.MenuItem{Label: w.T(key), On: by.group == g, Run: func() { v.arrange(next) }})
	}
	return append(out, kit.MenuItem{}, kit.MenuItem{Label: w.T("sheet.reset-widths"), Off: len(v.table.Widths()) == 0, Run: v.resetWidths})
}

// columnWords is what the menu calls a column. The head of a narrow one is shorter.
func columnWords(column string) string {
	switch column {
	case listsState:
		return "column.status"
	case listsTouched:
		return "documents.latest-event"
	}
	return "documents.column." + column
}

func (v *documentsView) resetWidths() {
	v.desk.app.prefs.setWidths(v.name(), nil)
	v.table.KeepWidths(nil, func(own map[string]float32) { v.desk.app.prefs.setWidths(v.name(), own) })
}
