package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// libraryLists are the lists that the library shows; the organisation itself
// stands in the settings, packets in their own room.
func libraryLists() []plan.ListName {
	return []plan.ListName{
		plan.ListPeriods, plan.ListCycles, plan.ListBodies, plan.ListMeetings, plan.ListAssignments, plan.ListMembers,
		plan.ListRoles, plan.ListAudiences, plan.ListMessages, plan.ListChannels,
	}
}

// libraryView edits the lists of the register: a list at the left, its entries
// in the middle, one entry's fields when it is opened.
type libraryView struct {
	desk   *desk
	list   plan.ListName
	entry  plan.ID
	header *kit.PageHeader
	rows   map[plan.ListName]*kit.SectionRow
	names  *kit.Rows
	body   *kit.ScrollBox
	heirs  *fyne.Container // plans that the open entry's changes concern
	whole  fyne.CanvasObject
}

func newLibrary(d *desk) view {
	v := &libraryView{desk: d, list: plan.ListPeriods, rows: map[plan.ListName]*kit.SectionRow{}}
	v.header = kit.NewEditorHeader(d.words.T("nav.library"))
	v.body = kit.NewScrollBox(kit.Spring())
	v.heirs = kit.Column(0)
	v.names = kit.NewRows(false)
	left := kit.NewScrollBox(kit.Pad(kit.Around(10), v.names))
	v.whole = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Top: v.header},
		kit.NewSplit(left, v.body, kit.Widths{At: 262, Min: 200, Max: 360}, nil)))
	return v
}

func (v *libraryView) object() fyne.CanvasObject { return v.whole }

func (v *libraryView) show(to place) {
	if to.list != "" {
		v.list, v.entry = to.list, to.entry
	}
	v.fill()
}

func (v *libraryView) refresh(c editor.Change) {
	if c.Op.Field != "" && !c.Undone && !c.Redone {
		v.fillLists() // the form that made the change stays as it is
		v.showHeirs()
		return
	}
	v.fill()
}

func (v *libraryView) fill() {
	v.fillLists()
	r := v.desk.register()
	if e, ok := r.Entry(v.list, v.entry); ok {
		v.showEntry(e)
		return
	}
	v.entry = ""
	v.showEntries()
}

func (v *libraryView) fillLists() {
	var rows []fyne.CanvasObject
	for _, l := range libraryLists() {
		n := len(v.desk.register().Entries(l))
		look := kit.Section{
			Mark: assets.StateDerived, Family: kit.Neutral, Number: strconv.Itoa(n), Title: v.desk.words.T("register." + string(l)),
		}
		row, ok := v.rows[l]
		if !ok {
			row = kit.NewSectionRow(look, func() { v.list, v.entry = l, ""; v.fill() })
			v.rows[l] = row
		}
		row.Set(look)
		row.SetSelected(l == v.list)
		rows = append(rows, row)
	}
	v.names.SetRows(rows...)
}

func (v *libraryView) showEntries() {
	p, r := v.desk.words, v.desk.register()
	title := p.T("register." + string(v.list))
	add := kit.NewButton(kit.Primary, p.T("action.add"), v.add).WithIcon(assets.IconPlus)
	v.header.SetTitle(p.T("nav.library"))
	v.header.SetCaption(title)
	v.header.SetActions(add)
	var rows []fyne.CanvasObject
	for _, e := range r.Entries(v.list) {
		f := newForm(v.desk, &entrySource{desk: v.desk, list: v.list, id: e.ID})
		rows = append(rows, kit.NewTwoLineRow(kit.TwoLine{
			Title: orUntitled(p, r.EntryName(v.list, e)), Caption: f.summary(plan.ListFields(v.list)),
			Open: func() { v.entry = e.ID; v.fill() },
		}))
	}
	if len(rows) == 0 {
		v.body.SetContent(kit.Pad(kit.Around(24), kit.EmptyState(assets.IconLibrary, p.T("library.none"), p.T("library.none.caption"), nil)))
		return
	}
	card := kit.NewCard(title, kit.NewRows(true, rows...))
	card.SetCount(strconv.Itoa(len(rows)))
	v.body.SetContent(kit.Pad(kit.Around(20), measured(720, card)))
}

func (v *libraryView) showEntry(e plan.Entry) {
	p, r := v.desk.words, v.desk.register()
	src := &entrySource{desk: v.desk, list: v.list, id: e.ID}
	form := newForm(v.desk, src).object(plan.ListFields(v.list), nil)
	back := kit.NewButton(kit.Link, p.T("register."+string(v.list)), func() { v.entry = ""; v.fill() })
	remove := kit.NewButton(kit.Outlined, p.T("action.delete"), func() {
		edit, err := v.desk.register().RemoveEntry(v.list, e.ID)
		v.desk.do(editor.Op{Key: "op.remove-entry", Args: map[string]string{"name": r.EntryName(v.list, e)}}, edit, err)
	}).WithIcon(assets.IconTrash)
	v.header.SetTitle(p.T("nav.library"))
	v.header.SetCaption(p.T("register." + string(v.list)))
	v.header.SetActions(remove)
	v.showHeirs()
	v.body.SetContent(kit.NewGround(kit.ColorCard, kit.Pad(kit.Around(20), measured(720, kit.Column(14, kit.Bar(8, back), form, v.heirs)))))
}

// showHeirs names the plans that took the open entry over before it changed.
func (v *libraryView) showHeirs() {
	v.desk.showHeirs(v.heirs, func(x plan.Place) bool { return v.entry != "" && x.List == v.list && x.Row == v.entry })
}

// add begins an entry: its values are asked for before it is made, so that a
// period never stands without days.
func (v *libraryView) add() {
	rec := newRecord(v.desk, string(v.list), withoutLists(plan.ListFields(v.list)), plan.Content{})
	list := v.list
	rec.ask(v.desk.words.T("library.add", "list", v.desk.words.T("register."+string(list))), v.desk.words.T("action.add"), func(c plan.Content) bool {
		e, made, err := v.desk.register().AddEntry(list, c)
		return v.desk.do(editor.Op{Key: "op.add-entry", Args: map[string]string{"name": v.desk.register().EntryName(list, made)}}, e, err)
	})
}

func withoutLists(fields []plan.Field) []plan.Field {
	var out []plan.Field
	for _, f := range fields {
		if f.Kind != plan.List {
			out = append(out, f)
		}
	}
	return out
}
