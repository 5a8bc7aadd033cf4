package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// special is a figure or an editor of its own for a list. It stands above the
// list's table and shows the same rows.
type special struct {
	object fyne.CanvasObject
	// show takes over the values as they now are.
	show  func()
	first func() // gives its first field the keyboard; nil where the table comes first
	sheet *sheet // where it is the table itself
}

// specialHolder is a source that keeps the special editors of its forms while
// the forms are built anew, so that the keyboard stays where it is.
type specialHolder interface {
	holdSpecial(name string, build func() *special) *special
	// keepForm does something for which the form need not be built anew: what
	// shows the values takes them over.
	keepForm(do func())
	// isOpen remembers whether the folded part with the name is open.
	isOpen(part string) *bool
}

// special returns what stands above the table of a list, or nil where the list
// has nothing but its table.
func (f *form) special(x plan.Field, p plan.Path) fyne.CanvasObject {
	build := f.specialOf(x, p)
	if build == nil {
		return nil
	}
	var s *special
	if h, ok := f.source.(specialHolder); ok {
		s = h.holdSpecial(p.String(), build)
	} else {
		s = build()
	}
	s.show()
	f.watch(s.show)
	if s.first != nil {
		f.begins(x, s.first)
	}
	return s.object
}

// specialOf finds the special editor of a list by its key, or by what its rows
// can say.
func (f *form) specialOf(x plan.Field, p plan.Path) func() *special {
	has := func(k plan.Key) bool {
		_, ok := plan.FieldIn(x.Columns, k)
		return ok
	}
	if _, ok := houseKeysOf(x.Key); ok {
		return func() *special {
			e := newHouseEditor(f, x, p)
			return &special{object: e.object, show: e.show, first: e.roof.Focus}
		}
	}
	switch {
	case has(plan.KeyInfluence) && has(plan.KeyInterest):
		return func() *special { return f.influenceMap(x, p) }
	case x.Key == plan.KeyRaci:
		return func() *special { e := newRaciEditor(f, p); return &special{object: e.object, show: e.show} }
	case x.Key == plan.KeyAdaptations:
		return func() *special { e := newAdaptationEditor(f, p); return &special{object: e.card, show: e.show} }
	case x.Key == plan.KeyRisks:
		return func() *special { e := newRiskEditor(f, x, p); return &special{object: e.object, show: e.show} }
	case x.Key == plan.KeyAppendices:
		return f.attachments
	case x.Key == plan.KeyGoals:
		return func() *special { return f.goalAttainment(x, p) }
	case x.Key == plan.KeyBudget:
		return func() *special { return f.budgetSums(p) }
	case has(plan.KeyMode) && (x.Key == plan.KeyChannels || x.Key == plan.KeyActivities):
		return func() *special { return f.dialogueShare(x, p) }
	}
	return nil
}

// watch calls back whenever the values were changed and the form was not built
// anew for it.
func (f *form) watch(show func()) { f.watching = append(f.watching, show) }

// refreshed lets all parts that show the values take over what has changed.
func (f *form) refreshed() {
	for _, show := range f.watching {
		show()
	}
}

// rowsOf returns the rows of the list as they now are.
func (f *form) rowsOf(p plan.Path) []plan.Row { return f.source.content().At(p).Rows() }

// change names an action of a special editor on a list as a whole.
func (f *form) change(key string, p plan.Path, args map[string]string, rows []plan.Row) {
	set := func() { f.source.set(editor.Op{Key: key, Args: args}, p, plan.Rows(rows...), false) }
	if h, ok := f.source.(specialHolder); ok {
		h.keepForm(set)
		return
	}
	set()
}

// fold folds a part away, and leaves it as the person left it when the form is
// built anew.
func (f *form) fold(name, caption string, body fyne.CanvasObject) *kit.Folded {
	h, ok := f.source.(specialHolder)
	if !ok {
		return kit.NewFolded(name, caption, body, nil)
	}
	open := h.isOpen(name)
	part := kit.NewFolded(name, caption, body, func(now bool) { *open = now })
	part.SetOpen(*open)
	return part
}

// rowName is what a row is called on a special editor, also while it has no
// name.
func (f *form) rowName(x plan.Field, r plan.Row, i int) string {
	if name := plan.RowName(x, r); name != "" {
		return name
	}
	return f.desk.words.T("form.new-row", "n", i+1)
}

// withRow returns the rows with the cells of one of them changed.
func withRow(rows []plan.Row, id plan.ID, cells func(plan.Content) plan.Content) []plan.Row {
	out := make([]plan.Row, len(rows))
	for i, r := range rows {
		if r.ID == id {
			r.Cells = cells(r.Cells)
		}
		out[i] = r
	}
	return out
}
