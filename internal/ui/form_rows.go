package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// rows shows a list as a table, with what is special to it above.
func (f *form) rows(x plan.Field, p plan.Path) fyne.CanvasObject {
	s := f.sheet(x, p, true)
	above := f.special(x, p)
	f.begins(x, func() { f.focusRows(s) })
	card := kit.NewCard(f.labelOf(p), s.object())
	show := func() { card.SetCount(strconv.Itoa(len(s.rows))) }
	show()
	f.watch(show)
	if x.Need == plan.Mandatory {
		card.SetCaption(f.desk.words.T(f.needWords()))
	}
	actions := func() { card.SetActions(f.sheetActions(s)...) }
	if x.Key == plan.KeyReviewQuestions {
		actions = func() { card.SetActions(append(f.standardQuestions(s, p), f.sheetActions(s)...)...) }
		f.watch(actions)
	}
	actions()
	parts := []fyne.CanvasObject{card}
	if help, ok := f.desk.words.Find(plan.HelpWords(f.source.scope(), p)...); ok {
		parts = append(parts, kit.NewParagraph(help, kit.Caption, kit.ColorText2))
	}
	table := fyne.CanvasObject(kit.Column(5, parts...))
	if above != nil && drawnWhole(x) {
		s.folded = f.fold(f.desk.words.T("sheet.as-table", "list", f.labelOf(p)), "", table)
		table = s.folded
	}
	shown := f.rowExamples(x, p)
	if above != nil && drawnWhole(x) {
		return kit.Column(14, append(append([]fyne.CanvasObject{above}, shown...), table)...)
	}
	table = kit.Column(8, append([]fyne.CanvasObject{table}, shown...)...)
	if above != nil {
		return kit.Column(14, above, table)
	}
	return table
}

// standardQuestions lets an organisation that has no questions of its own begin
// with the standard ones.
func (f *form) standardQuestions(s *sheet, p plan.Path) []fyne.CanvasObject {
	if len(s.rows) > 0 || f.source.locked() {
		return nil
	}
	return []fyne.CanvasObject{kit.NewButton(kit.Link, f.desk.words.T("review.standard-questions"), func() {
		f.source.set(f.op(p), p, plan.StandardQuestions(func(id plan.ID) string { return f.desk.words.T(plan.CheckWords(plan.KeyChecklist, id)) }), false)
	})}
}

// focusRows gives the empty last row of a table the keyboard.
func (f *form) focusRows(s *sheet) {
	if s.folded != nil {
		s.folded.SetOpen(true)
	}
	s.grid.Go(s.Rows(), string(s.firstColumn()))
	s.grid.Focus()
}

// drawnWhole reports whether what is special to a list shows all that its table
// does.
func drawnWhole(x plan.Field) bool {
	_, house := houseKeysOf(x.Key)
	return house || x.Key == plan.KeyRaci || x.Key == plan.KeyAdaptations
}

// sheet returns the table of a list; one that the form's source keeps stays the
// same while the form is built anew.
func (f *form) sheet(x plan.Field, p plan.Path, whole bool) *sheet {
	var s *sheet
	build := func() *special {
		s := newSheet(f, x, p, whole)
		return &special{object: s.object(), show: s.show, sheet: s}
	}
	if h, ok := f.source.(specialHolder); ok {
		s = h.holdSpecial("sheet/"+p.String(), build).sheet
	} else {
		s = build().sheet
	}
	s.form = f
	s.grid.SetLook(s.look(whole))
	s.show()
	f.watch(s.show)
	f.sheets[p.String()] = s
	return s
}

// sheetActions are the buttons over a table.
func (f *form) sheetActions(s *sheet) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if len(s.field.Columns) > 2 {
		var columns *kit.Button
		columns = kit.NewButton(kit.Link, f.desk.words.T("sheet.columns"), func() { kit.MenuUnder(columns, s.columnMenu()) })
		out = append(out, columns)
	}
	if !f.source.locked() {
		out = append(out, kit.NewButton(kit.Link, f.desk.words.T("action.add"), s.begin).WithIcon(assets.IconPlus))
	}
	return out
}

// rowActions are the buttons over a row's form: move, remove.
func (f *form) rowActions(row plan.Path, back func()) []fyne.CanvasObject {
	if f.source.locked() {
		return nil
	}
	list := append(plan.Path{}, row...)
	id := list[len(list)-1].Row
	list[len(list)-1].Row = ""
	move := func(by int) func() {
		return func() {
			c := f.source.content()
			_, i, ok := c.At(list).Row(id)
			if !ok {
				return
			}
			moved, err := c.MoveRow(row, i+by)
			if err != nil {
				return // already at the edge
			}
			f.source.set(editor.Op{Key: "op.move-row", Args: map[string]string{"list": f.labelOf(list)}}, list, moved.At(list), false)
		}
	}
	remove := func() {
		c, err := f.source.content().RemoveRow(row)
		if err != nil {
			return
		}
		back()
		f.source.set(editor.Op{Key: "op.remove-row", Args: map[string]string{"list": f.labelOf(list)}}, list, c.At(list), false)
	}
	return []fyne.CanvasObject{
		kit.NewIconButton(assets.IconChevronUp, 26, f.desk.words.T("action.move-up"), move(-1)),
		kit.NewIconButton(assets.IconChevronDown, 26, f.desk.words.T("action.move-down"), move(1)),
		kit.NewButton(kit.Outlined, f.desk.words.T("action.delete"), remove).Small().WithIcon(assets.IconTrash),
	}
}
