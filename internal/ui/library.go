package ui

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
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
// in a table in the middle, one entry's fields when it is opened.
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

	order map[plan.ListName]registerArrangement
	bar   *libraryBar
	table *registerTable  // of the list in front, nil where an entry is open
	card  *kit.Card       // around it
	page  *fyne.Container // the open entry's form with what stands around it
	found *fyne.Container // what is to be mended in it
	first func()          // gives its first field the keyboard; nil for none
}

func newLibrary(d *desk) view {
	v := &libraryView{desk: d, list: plan.ListPeriods, rows: map[plan.ListName]*kit.SectionRow{}, order: map[plan.ListName]registerArrangement{}}
	v.header = kit.NewEditorHeader(d.words.T("nav.library"))
	v.bar = newLibraryBar(v)
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
	v.table = nil // in its order again
	v.fill()
}

func (v *libraryView) refresh(c editor.Change) {
	if c.Op.Field != "" && !c.Undone && !c.Redone {
		v.fillLists() // the form that made the change stays as it is
		v.showHeirs()
		v.fillFindings()
		return
	}
	v.fill()
}

func (v *libraryView) fill() {
	v.fillLists()
	if e, ok := v.desk.register().Entry(v.list, v.entry); ok {
		v.table = nil
		v.showEntry(e)
		return
	}
	v.entry = ""
	v.showEntries()
}

// fillLists shows the lists with how many entries each has and whether something
// is to be mended in it.
func (v *libraryView) fillLists() {
	p, r := v.desk.words, v.desk.register()
	worst := worstFindings(plan.RegisterFindings(r, v.desk.today()))
	var rows []fyne.CanvasObject
	for _, l := range libraryLists() {
		look := kit.Section{Family: kit.Neutral, Number: strconv.Itoa(len(r.Entries(l))), Title: p.T("register." + string(l))}
		if sev, ok := worst[l]; ok && sev != plan.Hint {
			look.Mark, look.Family = severityLook(sev)
			look.MarkWord = p.T("register.to-mend")
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

// worstFindings are the most severe findings of each list.
func worstFindings(found []plan.RegisterFinding) map[plan.ListName]plan.Severity {
	out := map[plan.ListName]plan.Severity{}
	for _, f := range found {
		if worst, ok := out[f.List]; !ok || f.Severity < worst {
			out[f.List] = f.Severity
		}
	}
	return out
}

// showEntries shows the list as a table. The table itself stays while the list
// does, so that the keyboard stays where it is.
func (v *libraryView) showEntries() {
	p := v.desk.words
	title := p.T("register." + string(v.list))
	m := registerModelOf(p, v.desk.register(), v.list, v.desk.today())
	v.header.SetTitle(p.T("nav.library"))
	v.header.SetCaption(title)
	actions, parts := v.actions(), v.above()
	if len(m.rows) == 0 { // the way to begin stands in the middle instead
		actions = actions[:len(actions)-1]
	}
	v.header.SetActions(actions...)
	all := len(m.rows)
	if v.table == nil || v.table.model.list != v.list {
		v.table = &registerTable{desk: v.desk, model: m, ask: v.askRemove, open: v.openEntry, sort: v.sortBy}
		v.card = kit.NewCard(title, v.table.object())
	}
	caption := listCaption(p, v.desk.register(), m)
	v.table.fit(m, v.arranged())
	v.bar.take()
	shownIf(v.bar.object, all > 0)
	v.card.SetCount(strconv.Itoa(all))
	if shown := v.table.Rows(); shown < all {
		caption = p.T("documents.some", "n", shown, "all", p.N("count.rows", all))
	}
	v.card.SetCaption(caption)
	at := v.body.Offset()
	parts = append(parts, v.bar.object, v.card)
	if all == 0 {
		parts = append(parts, kit.EmptyState(assets.IconLibrary, p.T("library.none"), p.T("library.none."+string(v.list)), v.begin()))
	}
	v.body.SetContent(kit.Pad(kit.Around(20), measured(1000, kit.Column(16, parts...))))
	v.body.ScrollTo(at)
}

// listCaption sums a list up: what is to be mended, or the inhabitants.
func listCaption(p *i18n.Printer, r plan.Register, m registerModel) string {
	var parts []string
	if m.list == plan.ListMembers && len(m.rows) > 0 {
		s := memberSumsOf(r)
		parts = append(parts, p.T("members.people", "n", p.Number(s.people.Float())))
		if s.unknown > 0 {
			parts = append(parts, p.N("members.unknown", s.unknown))
		}
	}
	if m.findings > 0 {
		parts = append(parts, p.N("register.findings", m.findings))
	}
	return strings.Join(parts, " · ")
}

// above is what stands over the table: the line of periods, the size classes,
// the assignments without a plan.
func (v *libraryView) above() []fyne.CanvasObject {
	switch v.list {
	case plan.ListPeriods:
		return []fyne.CanvasObject{v.periodCard()}
	case plan.ListMembers:
		return v.classCard()
	case plan.ListAssignments:
		return v.promptCard()
	}
	return nil
}

func (v *libraryView) actions() []fyne.CanvasObject {
	p := v.desk.words
	var out []fyne.CanvasObject
	if v.list == plan.ListMembers {
		out = append(out, v.desk.editing(kit.NewButton(kit.Outlined, p.T("members.paste"), v.askMembers).WithIcon(assets.IconDownload)))
	}
	if slices.Contains(report.ExtractLists(), v.list) {
		list := v.list
		out = append(out, kit.NewButton(kit.Outlined, p.T("action.export-pdf"), func() { v.desk.app.exportRegister(list) }).WithIcon(assets.IconExport))
	}
	list := v.list
	var sheets *kit.Button
	sheets = kit.NewButton(kit.Outlined, p.T("sheet.button"), func() {
		kit.MenuUnder(sheets, v.desk.app.exchangeItems(exchanged{list: list}))
	}).WithChevron(assets.IconChevronDown)
	return append(out, sheets, v.begin())
}

// begin is the button that adds an entry.
func (v *libraryView) begin() *kit.Button {
	return v.desk.editing(kit.NewButton(kit.Primary, v.desk.words.T("action.add"), v.add).WithIcon(assets.IconPlus))
}

func (v *libraryView) showEntry(e plan.Entry) {
	p := v.desk.words
	src := &entrySource{desk: v.desk, list: v.list, id: e.ID}
	f := newForm(v.desk, src)
	form := f.object(plan.ListFields(v.list), nil)
	v.first = f.first
	back := kit.NewButton(kit.Link, p.T("register."+string(v.list)), func() { v.back() })
	remove := kit.NewButton(kit.Outlined, p.T("action.delete"), func() { v.askRemove([]plan.ID{e.ID}) }).WithIcon(assets.IconTrash)
	v.header.SetTitle(p.T("nav.library"))
	v.header.SetCaption(p.T("register." + string(v.list)))
	v.header.SetActions(v.desk.editing(remove))
	v.found = kit.Column(0)
	parts := []fyne.CanvasObject{kit.Bar(8, back), v.found}
	if v.list == plan.ListAssignments {
		parts = append(parts, v.planRow(e.ID))
	}
	v.page = kit.Column(14, append(parts, form, v.heirs)...)
	v.fillFindings()
	v.showHeirs()
	v.body.SetContent(kit.NewGround(kit.ColorCard, kit.Pad(kit.Around(20), measured(720, v.page))))
}

// fillFindings shows what is to be mended in the open entry.
func (v *libraryView) fillFindings() {
	if v.entry == "" || v.found == nil {
		return
	}
	r := v.desk.register()
	var rows []fyne.CanvasObject
	for _, f := range plan.FindingsOf(plan.RegisterFindings(r, v.desk.today()), v.list, v.entry) {
		symbol, family := severityLook(f.Severity)
		rows = append(rows, kit.NewFindingRow(kit.Finding{Symbol: symbol, Family: family, Sentence: report.RegisterFinding(v.desk.words, r, f)}))
	}
	v.found.Objects = nil
	if len(rows) > 0 {
		v.found.Objects = []fyne.CanvasObject{kit.NewCard(v.desk.words.T("register.finding"), kit.NewRows(true, rows...))}
	}
	v.page.Refresh() // what stands above has grown or gone
	v.body.Refresh()
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
