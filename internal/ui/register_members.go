package ui

import (
	"errors"
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/exchange"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// classCard tells how many members and inhabitants each size class has.
func (v *libraryView) classCard() []fyne.CanvasObject {
	p, s := v.desk.words, memberSumsOf(v.desk.register())
	if len(s.classes) == 0 {
		return nil
	}
	var rows []fyne.CanvasObject
	for _, x := range s.classes {
		share := kit.NewShareBar().Set(x.Inhabitants.Float()/max(1, s.people.Float()), kit.Active)
		name := p.First(plan.ChoiceWords(string(plan.ListMembers), plan.PathTo(plan.KeySizeClass), x.Class)...)
		rows = append(rows, kit.Pad(kit.Insets{Top: 7, Right: 16, Bottom: 7, Left: 16}, kit.Bar(12,
			kit.Fixed(172, 0, kit.NewText(name, kit.Dense, kit.ColorText)), kit.Fixed(110, 0, kit.NewText(p.N("count.municipalities", len(x.Members)), kit.Dense, kit.ColorText2)),
			kit.Grow(kit.Column(0, share)), kit.NewText(p.T("members.people", "n", p.Number(x.Inhabitants.Float())), kit.Dense, kit.ColorText2))))
	}
	return []fyne.CanvasObject{kit.NewCard(p.T("members.classes"), kit.NewRows(true, rows...))}
}

// memberPreview is what comes of pasted rows, as the dialog shows it.
type memberPreview struct {
	result  plan.MemberImport
	lines   []plan.MemberLine // what is refused first, then what changes, then the rest
	summary string
	trouble string // why the text as a whole cannot be read
	words   *i18n.Printer
}

var _ kit.TableSource = memberPreview{}

// memberPreviewOf reads what was pasted. No text at all is no trouble.
func memberPreviewOf(p *i18n.Printer, r plan.Register, pasted []byte) memberPreview {
	m := memberPreview{words: p}
	if len(pasted) == 0 {
		return m
	}
	text, err := exchange.SheetText(pasted)
	var rows []plan.MemberRow
	if err == nil {
		rows, err = exchange.ReadMembers(text)
	}
	switch {
	case errors.Is(err, exchange.ErrTooLong):
		m.trouble = p.T("members.too-long")
	case errors.Is(err, exchange.ErrNoRows):
		m.trouble = p.T("members.no-rows")
	case err != nil:
		m.trouble = p.T("members.not-text")
	}
	if err != nil {
		return m
	}
	m.result = r.ImportMembers(rows)
	m.lines = slices.Clone(m.result.Lines)
	order := []plan.RowState{plan.RowRefused, plan.RowNew, plan.RowChanged, plan.RowUnchanged}
	slices.SortStableFunc(m.lines, func(a, b plan.MemberLine) int { return slices.Index(order, a.State) - slices.Index(order, b.State) })
	m.summary = p.T("members.preview", "new", m.result.Count(plan.RowNew), "changed", m.result.Count(plan.RowChanged),
		"unchanged", m.result.Count(plan.RowUnchanged), "refused", m.result.Count(plan.RowRefused), "kept", m.result.Kept)
	return m
}

func (m memberPreview) columns() []kit.TableColumn {
	p := m.words
	return []kit.TableColumn{
		{ID: "line", Title: p.T("members.line"), Width: 36, End: true},
		{ID: "state", Title: p.T("members.state"), Width: 124},
		{ID: "name", Title: p.T("members.name"), Min: 120},
		{ID: "before", Title: p.T("members.before"), Width: 100, End: true},
		{ID: "after", Title: p.T("members.after"), Width: 90, End: true},
		{ID: "why", Title: p.T("members.why"), Min: 150},
	}
}

// Rows counts the rows.
func (m memberPreview) Rows() int { return len(m.lines) }

// Cell is what the table shows.
func (m memberPreview) Cell(row int, column string) kit.Cell {
	l := m.lines[row]
	people := func(v plan.Value) kit.Cell {
		if v.IsZero() {
			return kit.Cell{Text: "–", Ink: kit.ColorText2}
		}
		return kit.Cell{Text: m.words.Number(v.Number().Float()), Bold: l.State == plan.RowChanged}
	}
	switch column {
	case "line":
		return kit.Cell{Text: fmt.Sprint(l.Line), Ink: kit.ColorText2}
	case "state":
		return kit.Cell{State: memberState(m.words, l.State)}
	case "name":
		return kit.Cell{Text: l.Name}
	case "before":
		return people(l.Before)
	case "after":
		return people(l.Population)
	}
	switch {
	case l.Wrong != "":
		return kit.Cell{Text: m.words.T("members.wrong-"+l.Wrong, "line", l.First)}
	case l.Called != "" && l.Called != l.Name:
		return kit.Cell{Text: m.words.T("members.called", "name", l.Called), Ink: kit.ColorText2}
	}
	return kit.Cell{}
}

func memberState(p *i18n.Printer, s plan.RowState) kit.State {
	look := kit.State{Symbol: assets.StateDash, Family: kit.Neutral}
	switch s {
	case plan.RowNew:
		look = kit.State{Symbol: assets.StateRing, Family: kit.Active}
	case plan.RowChanged:
		look = kit.State{Symbol: assets.StateHalf, Family: kit.Due}
	case plan.RowRefused:
		look = kit.State{Symbol: assets.StateUrgent, Family: kit.Urgent}
	case plan.RowUnchanged:
	}
	look.Word = p.T("members." + string(s))
	return look
}

// memberPaste is the dialog in which members are pasted.
type memberPaste struct {
	desk    *desk
	preview memberPreview
	dialog  *kit.Dialog
	text    *kit.LongText
	summary *kit.Paragraph
	table   *kit.Table
}

// askMembers opens the dialog, with what lies on the clipboard where that is a
// list.
func (v *libraryView) askMembers() {
	d := v.desk
	x := &memberPaste{desk: d, preview: memberPreview{words: d.words}}
	x.text = kit.NewLongText(d.kit, 5, func(s string) { x.read(s) }).Plain()
	x.text.OnTyped(x.read)
	x.summary = kit.NewParagraph("", kit.Dense, kit.ColorText)
	x.table = kit.NewTable(x.preview.columns(), x.preview, kit.TableLook{}, kit.TableEvents{})
	x.dialog = kit.OpenDialog(d.window.Canvas(), kit.DialogSpec{
		Title: d.words.T("members.paste-title"), Width: 860,
		Content: kit.Column(10, kit.NewParagraph(d.words.T("members.paste-help"), kit.Dense, kit.ColorText2), x.text, x.summary, kit.Fixed(0, 260, x.table)),
		Confirm: kit.DialogAction{Label: d.words.T("members.take"), Run: x.take},
		Cancel:  kit.DialogAction{Label: d.words.T("action.cancel")},
	})
	x.read("")
	x.text.Focus()
}

// read shows what comes of the text.
func (x *memberPaste) read(s string) {
	x.preview = memberPreviewOf(x.desk.words, x.desk.register(), []byte(s))
	x.table.SetSource(x.preview)
	told := x.preview.summary
	if x.preview.trouble != "" {
		told = x.preview.trouble
	}
	x.summary.SetText(told)
	x.dialog.SetConfirmEnabled(!x.preview.result.Edit.IsEmpty())
}

// take does what the preview shows, as one step.
func (x *memberPaste) take() bool {
	return x.desk.do(editor.Op{Key: "op.import-members"}, x.preview.result.Edit, nil)
}
