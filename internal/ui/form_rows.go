package ui

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// rows shows a list as rows that open their own form, with a button for a new
// one.
func (f *form) rows(x plan.Field, p plan.Path) fyne.CanvasObject {
	card := kit.NewCard(f.labelOf(p), kit.Spring())
	show := func() {
		card.SetBody(f.rowLines(x, p))
		card.SetCount(strconv.Itoa(f.source.content().At(p).Len()))
	}
	show()
	f.watch(show)
	if x.Need == plan.Mandatory {
		card.SetCaption(f.desk.words.T("need.mandatory"))
	}
	if !f.source.locked() {
		card.SetActions(kit.NewButton(kit.Link, f.desk.words.T("action.add"), func() { f.addRow(p) }).WithIcon(assets.IconPlus))
	}
	parts := []fyne.CanvasObject{card}
	if help, ok := f.desk.words.Find(plan.HelpWords(f.source.scope(), p)...); ok {
		parts = append(parts, kit.NewParagraph(help, kit.Caption, kit.ColorText2))
	}
	if above := f.special(x, p); above != nil {
		return kit.Column(14, above, kit.Column(5, parts...))
	}
	return kit.Column(5, parts...)
}

// rowLines shows the rows as they now are.
func (f *form) rowLines(x plan.Field, p plan.Path) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, r := range f.rowsOf(p) {
		rows = append(rows, kit.NewTwoLineRow(f.rowLine(x, p, r, i)))
	}
	if len(rows) == 0 {
		rows = append(rows, kit.Pad(kit.Insets{Top: 10, Left: 16, Right: 16, Bottom: 10},
			kit.NewText(f.desk.words.T("form.no-rows"), kit.Dense, kit.ColorText2)))
	}
	return kit.NewRows(true, rows...)
}

// rowLine is how a row is shown in its list: its name, and beneath it the first
// other values that are filled.
func (f *form) rowLine(x plan.Field, p plan.Path, r plan.Row, i int) kit.TwoLine {
	name := plan.RowName(x, r)
	if name == "" {
		name = f.firstValue(x, p, r)
	}
	if name == "" {
		name = f.desk.words.T("form.new-row", "n", i+1)
	}
	var parts []string
	for _, col := range x.Columns {
		v := r.Cells.Get(col.Key)
		if v.IsZero() || col.Key == plan.KeyCode || col.Key == plan.KeyOrigin || strings.Contains(name, v.Text()) && v.Text() != "" {
			continue
		}
		if s := f.valueWords(col, p.In(r.ID, col.Key), v); s != "" {
			parts = append(parts, s)
		}
		if len(parts) == 4 {
			break
		}
	}
	line := kit.TwoLine{Title: name, Caption: strings.Join(parts, " · "), Open: func() { f.source.openRow(p.AtRow(r.ID)) }}
	if x.Key == plan.KeyRisks {
		line.Pills = true
		line.State = riskState(f, scaleOf(r.Cells.Get(plan.KeyLikelihood))*scaleOf(r.Cells.Get(plan.KeyConsequence)))
	}
	if x.Key == plan.KeyActivities {
		a := plan.Activities(plan.NewContent(plan.Filled{plan.KeyActivities: plan.Rows(r)}))[0]
		line.Pills = true
		line.State = activityState(f.desk.words, a, f.desk.today())
	}
	return line
}

func (f *form) firstValue(x plan.Field, p plan.Path, r plan.Row) string {
	for _, col := range x.Columns {
		if v := r.Cells.Get(col.Key); !v.IsZero() {
			return f.valueWords(col, p.In(r.ID, col.Key), v)
		}
	}
	return ""
}

// addRow adds an empty row and opens it.
func (f *form) addRow(p plan.Path) {
	r := plan.Row{ID: plan.NewID()}
	list := append(f.source.content().At(p).Rows(), r)
	f.source.set(editor.Op{Key: "op.add-row", Args: map[string]string{"list": f.labelOf(p)}}, p, plan.Rows(list...), false)
	f.source.openRow(p.AtRow(r.ID))
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
