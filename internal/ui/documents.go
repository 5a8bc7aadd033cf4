package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// documentsView lists the plans, or the steering documents: a bar of filters over a
// table in groups.
type documentsView struct {
	desk   *desk
	room   room
	header *kit.PageHeader
	begin  func() *kit.Button // makes a document
	start  *kit.Button        // that stands where the list is empty
	bar    *documentBar
	table  *kit.Table
	list   fyne.CanvasObject // bar and table
	card   *kit.Card
	blank  *kit.ScrollBox // in place of the list, or of the table, while there is nothing in it
	whole  fyne.CanvasObject

	by     documentOrder
	groups []documentGroup // all lines, in order
	all    int
	rows   documentTable
	open   plan.ID // the version that the keyboard stands on
}

func newDocuments(d *desk, in room) view {
	v := &documentsView{
		desk: d, room: in, header: kit.NewPageHeader(d.words.T("nav." + string(in))).Captioned(), blank: kit.NewScrollBox(kit.Spring()),
		by: d.app.prefs.order(in),
	}
	key := "action.new-document"
	if in == roomPlans {
		key = "action.new-plan"
	}
	v.begin = func() *kit.Button {
		return d.editing(kit.NewButton(kit.Primary, d.words.T(key), func() { askNewDocument(d, in) }).WithIcon(assets.IconPlus))
	}
	v.table = kit.NewTable(documentColumns(d.words), nil, kit.TableLook{Head: 32, Once: true}, kit.TableEvents{
		Selected: func(row int) { v.open = v.rows.rows[row].line.version },
		Open:     func(row int) { v.openLine(v.rows.rows[row].line) },
		Menu:     v.rowMenu,
		Sort:     func(column string, down bool) { v.arrange(documentOrder{by: column, down: down, group: v.by.group}) },
	})
	v.table.KeepWidths(d.app.prefs.widths(v.name()), func(own map[string]float32) { d.app.prefs.setWidths(v.name(), own) })
	v.table.SetSorted(v.by.by, v.by.down)
	v.bar = newDocumentBar(v)
	v.card = kit.NewCard("", v.table)
	v.list = kit.Dock(kit.Edges{Top: kit.Pad(kit.Insets{Right: 24, Bottom: 12, Left: 24}, v.bar.object)},
		kit.Deck(kit.Pad(kit.Insets{Right: 24, Bottom: 16, Left: 24}, v.card), v.blank))
	v.whole = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Top: v.header}, v.list))
	return v
}

// name is under which the widths of the columns are remembered.
func (v *documentsView) name() string { return "documents." + string(v.room) }

func (v *documentsView) object() fyne.CanvasObject { return v.whole }
func (v *documentsView) show(place)                { v.fill() }
func (v *documentsView) refresh(editor.Change)     { v.fill() }

// fill takes over the documents as they now are.
func (v *documentsView) fill() {
	o := v.desk.outlook()
	lines := documentLines(o, v.room)
	v.all, v.rows.o, v.rows.words = len(lines), o, v.desk.words
	v.groups = documentGroups(v.desk.words, lines, v.room, v.by)
	v.bar.offer(documentChoicesOf(v.desk.words, lines))
	v.narrow()
}

// arrange puts the list in another order and remembers it.
func (v *documentsView) arrange(by documentOrder) {
	v.by = by
	v.desk.app.prefs.setOrder(v.room, by)
	v.table.SetSorted(by.by, by.down)
	var lines []*documentLine
	for _, g := range v.groups {
		lines = append(lines, g.lines...)
	}
	v.groups = documentGroups(v.desk.words, lines, v.room, by)
	v.narrow()
}

// narrow shows what the filter lets through.
func (v *documentsView) narrow() {
	w, f := v.desk.words, v.filter()
	rows, shown := documentRows(v.groups, f)
	v.rows.rows = rows
	v.table.SetSource(v.rows)
	v.table.Select(v.rowOf(v.open))
	caption := w.N("count.documents", shown)
	if shown < v.all {
		caption = w.T("documents.some", "n", shown, "all", w.N("count.documents", v.all))
	}
	v.header.SetCaption(caption)
	v.state(shown, f != (documentFilter{}))
}

// state shows the list, or what there is to do where it is empty.
func (v *documentsView) state(shown int, filtered bool) {
	w := v.desk.words
	shownIf(v.bar.object, v.all > 0)
	shownIf(v.card, shown > 0)
	shownIf(v.blank, shown == 0)
	switch {
	case v.all == 0:
		caption := "documents.none.caption"
		if v.room == roomSteering {
			caption = "documents.none.steering"
		}
		v.header.SetActions()
		v.blank.SetContent(kit.Pad(kit.Around(24), kit.EmptyState(assets.IconPlan, w.T("documents.none"), w.T(caption), v.begun(v.begin()))))
	case shown == 0:
		v.header.SetActions(v.begin())
		clear := kit.NewButton(kit.Outlined, w.T("documents.clear"), v.clear)
		v.blank.SetContent(kit.Pad(kit.Around(24), kit.EmptyState(assets.IconFilter, w.T("documents.no-match"), w.T("documents.no-match.caption"), v.begun(clear))))
	case filtered:
		v.header.SetActions(kit.NewButton(kit.Outlined, w.T("documents.clear"), v.clear), v.begin())
	default:
		v.header.SetActions(v.begin())
	}
}

// begun remembers the button that stands where the list is empty.
func (v *documentsView) begun(b *kit.Button) *kit.Button {
	v.start = b
	return b
}

// shownIf shows or hides o, if it is not so already.
func shownIf(o fyne.CanvasObject, shown bool) {
	switch {
	case o.Visible() == shown:
	case shown:
		o.Show()
	default:
		o.Hide()
	}
}

// rowOf is the row of a version, or -1.
func (v *documentsView) rowOf(version plan.ID) int {
	for i, r := range v.rows.rows {
		if r.line != nil && r.line.version == version {
			return i
		}
	}
	return -1
}

// chosenDocument is the one whose row is chosen, "" for none.
func (v *documentsView) chosenDocument() plan.ID {
	if i := v.rowOf(v.open); i >= 0 {
		return v.rows.rows[i].line.document
	}
	return ""
}

// filter is what the list is cut down to. It is kept while the file is open.
func (v *documentsView) filter() documentFilter { return v.desk.app.listed[v.room] }

func (v *documentsView) setFilter(f documentFilter) {
	if v.desk.app.listed == nil {
		v.desk.app.listed = map[room]documentFilter{}
	}
	v.desk.app.listed[v.room] = f
	v.narrow()
}

// clear lets all documents through again.
func (v *documentsView) clear() {
	v.setFilter(documentFilter{})
	v.bar.take(documentFilter{})
	v.bar.find.Focus()
}
