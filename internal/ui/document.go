package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// documentView edits one version of a document: its sections at the left, one
// section's fields in the middle, and beneath them what is to be mended.
type documentView struct {
	desk    *desk
	id      plan.ID
	version plan.ID
	section plan.Key
	row     plan.Path // the row whose form is open; empty for the section
	form    *form     // of the section or row in front
	held    map[string]*special
	open    map[string]*bool // folded parts, by section and name
	keeping bool             // the form as it is
	inFront string           // the section and row that the form shows
	about   plan.Subject

	header    *kit.PageHeader
	sections  map[plan.Key]*kit.SectionRow
	list      *kit.Rows
	body      *kit.ScrollBox
	findings  *kit.Folded // along the lower edge
	lower     *kit.Ground // under them
	foundList *kit.ScrollBox
	found     []findingLine // that the list shows; nil before the first
	foundOf   int
	foundRows []*kit.FindingRow // at least as many
	foundAll  bool              // all of them, however many
	page      *fyne.Container   // the form, and under it what is to be mended
	narrow    *kit.Split        // sections beside the form
	wide      *wideList         // nil while the form is in front
	aside     asideView         // in place of the form; nil while the document is written
	room      *fyne.Container   // with one of them
	preview   *preview
	whole     fyne.CanvasObject
}

func newDocument(d *desk, id plan.ID) view {
	v := &documentView{desk: d, id: id, section: "details", sections: map[plan.Key]*kit.SectionRow{}, held: map[string]*special{}, open: map[string]*bool{}}
	v.form = newForm(d, v)
	v.header = kit.NewEditorHeader("")
	v.list = kit.NewRows(false)
	v.body = kit.NewScrollBox(kit.Spring())
	v.foundList = kit.NewScrollBox(kit.Spring())
	v.findings = kit.NewFolded(d.words.T("findings.before-decision"), "", v.foundList.AtMost(findingsHeight), func(open bool) {
		d.app.prefs.setFindings(open)
		v.placeFindings()
	}).AlongEdge()
	left := kit.Dock(kit.Edges{Bottom: sectionLegend(d.words)},
		kit.NewScrollBox(kit.Pad(kit.Insets{Top: 10, Right: 10, Bottom: 10, Left: 10}, v.list)))
	v.lower = kit.NewGround(kit.ColorCard, v.findings)
	v.page = kit.Dock(kit.Edges{Bottom: v.lower}, v.body)
	v.narrow = kit.NewSplit(left, kit.NewGround(kit.ColorCard, v.page), kit.Widths{At: 262, Min: 200, Max: 360}, nil)
	v.room = kit.Deck(v.narrow)
	v.preview = newPreview(d, v.room, func(s report.Source) (report.Print, error) {
		return report.One(s, v.about.Document, v.about.Version)
	}, func() []string { return sectionAnchors(v.about, v.section) })
	v.preview.head = v.header
	v.whole = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Top: v.header}, v.preview.split))
	return v
}

func (v *documentView) object() fyne.CanvasObject { return v.whole }

// show brings the version and section of the place forward.
func (v *documentView) show(to place) {
	d, ok := v.desk.register().Document(v.id)
	if !ok {
		return
	}
	v.version = to.version
	if v.version == "" {
		v.version = d.Latest().ID
	}
	if to.section != "" {
		v.section, v.row = to.section, nil
	}
	if v.load() {
		v.closeAside()
		v.showAll()
		v.preview.changed()
		v.goTo(to.path)
	}
}

// refresh takes over a change. A change that the form itself made keeps the form
// as it is, so that the cursor stays where it was.
func (v *documentView) refresh(c editor.Change) {
	if !v.load() {
		v.desk.open(place{room: roomPlans})
		return
	}
	v.preview.changed()
	if !v.keeping && (c.Undone || c.Redone || c.Op.Field == "") {
		v.showAll()
		return
	}
	v.showMarks()
	if v.aside != nil {
		v.aside.show()
	}
	v.form.refreshed()
	v.body.Refresh() // what stands above may have grown
}

// load reads the version anew; it reports whether it is still there.
func (v *documentView) load() bool {
	d, ok := v.desk.register().Document(v.id)
	if !ok {
		return false
	}
	ver, ok := d.Version(v.version)
	if !ok {
		ver = d.Latest()
		v.version = ver.ID
	}
	s, err := v.desk.subject(d, ver)
	if err != nil {
		v.desk.fail(err)
		return false
	}
	v.about = s
	return true
}

func (v *documentView) showAll() {
	v.showMarks()
	v.showForm()
	if v.aside != nil {
		v.aside.show()
	}
}

// showMarks shows what follows from the content: head, marks, findings.
func (v *documentView) showMarks() {
	m := documentModelOf(v.desk.words, v.about)
	v.header.SetTitle(m.title)
	v.header.SetState(m.state)
	v.header.SetCaption(m.caption)
	actions, folding := v.actions(m)
	v.header.SetActions(actions...)
	v.header.SetFolding(v.desk.words.T("action.more"), folding...)
	var rows []fyne.CanvasObject
	for _, s := range m.sections {
		row, ok := v.sections[s.key]
		if !ok {
			key := s.key
			row = kit.NewSectionRow(s.look, func() {
				v.openSection(key)
				if v.desk.window.Canvas().Focused() == fyne.Focusable(v.sections[key]) { // chosen by a key
					v.enterForm()
				}
			})
			v.sections[s.key] = row
		}
		row.Set(s.look)
		row.SetSelected(s.key == v.section)
		rows = append(rows, row)
	}
	v.list.SetRows(rows...)
	v.showFindings(m)
}

func (v *documentView) openSection(k plan.Key) {
	v.leave()
	if err := v.desk.file.Typing().Leave(); err != nil {
		v.desk.fail(err)
		return
	}
	v.desk.file.EndStep()
	v.section, v.row = k, nil
	clear(v.held)
	v.showAll()
	v.preview.follow()
}

// showForm shows the section's fields, or the open row's.
func (v *documentView) showForm() {
	for _, sec := range plan.SectionsOf(v.about.Document.Kind, v.about.Document.Quick) {
		if sec.Key == v.section {
			if x, ok := v.wideOf(sec); ok {
				v.showWide(sec, x)
				return
			}
			v.showNarrow()
			v.putForm(kit.Pad(kit.Insets{Top: 14, Right: 20, Bottom: 24, Left: 20}, v.sectionForm(sec)))
			return
		}
	}
}

func (v *documentView) sectionForm(sec plan.Section) fyne.CanvasObject {
	f := newForm(v.desk, v)
	v.form = f
	if len(v.row) > 0 {
		if o, ok := v.rowForm(f); ok {
			return measured(measure, kit.Pad(kit.Insets{Top: 6}, o))
		}
		v.row = nil
	}
	parts := []fyne.CanvasObject{v.sectionHead(sec)}
	if v.locked() {
		parts = append(parts, kit.NewParagraph(v.lockedWords(), kit.Dense, kit.ColorText2))
	}
	parts = append(parts, v.followUp(sec.Key)...)
	parts = append(parts, v.inheritance(sec)...)
	parts = append(parts, f.object(sec.Fields, nil))
	for _, x := range sec.Fields {
		if x.Kind == plan.Derived {
			parts = append(parts, v.derived(x.Key)...)
		}
	}
	width := float32(measure)
	if len(f.sheets) > 0 {
		width = measureTables
	}
	return measured(width, kit.Column(14, parts...))
}

// sectionHead is the title of a section, and what goes to those before and after it.
func (v *documentView) sectionHead(sec plan.Section) fyne.CanvasObject {
	w, at, all := v.desk.words, v.sectionAt(), plan.SectionsOf(v.about.Document.Kind, v.about.Document.Quick)
	arrow := func(symbol assets.Icon, command string, by int) fyne.CanvasObject {
		b := kit.NewIconButton(symbol, 26, w.T("action."+command), func() { v.step(by) })
		if to := at + by; to < 0 || to >= len(all) {
			b.Disable()
		}
		return b
	}
	return kit.Bar(2, kit.Grow(kit.NewText(sectionTitle(w, v.about.Document.Kind, sec), kit.Subheading, kit.ColorText).Elastic()),
		arrow(assets.IconChevronUp, "previous-section", -1), arrow(assets.IconChevronDown, "next-section", 1))
}

// Designed widths of a form: of texts that are read, and of tables.
const (
	measure       = 720
	measureTables = 1180
)

func (v *documentView) rowForm(f *form) (fyne.CanvasObject, bool) {
	list := append(plan.Path{}, v.row...)
	id := list[len(list)-1].Row
	list[len(list)-1].Row = ""
	x, err := plan.FieldAt(plan.FieldsOf(v.about.Document.Kind), list)
	r, i, ok := v.about.Content.At(list).Row(id)
	if err != nil || !ok && x.Kind != plan.Checklist {
		return nil, false
	}
	back := func() { v.back() }
	name := plan.RowName(x, r)
	if name == "" {
		name = v.desk.words.T("form.new-row", "n", i+1)
	}
	bar := append([]fyne.CanvasObject{
		kit.NewButton(kit.Link, f.labelOf(list), back), kit.Spring(),
	}, f.rowActions(v.row, back)...)
	head := []fyne.CanvasObject{kit.NewText(name, kit.Subheading, kit.ColorText).Elastic()}
	if from := rowOrigin(v.desk.words, v.about, x.Key, id); from != "" {
		head = append(head, kit.NewText(from, kit.Caption, kit.ColorText2).Elastic())
	}
	return kit.Column(14, kit.Bar(8, bar...), kit.Column(2, head...), f.object(x.Columns, v.row)), true
}
