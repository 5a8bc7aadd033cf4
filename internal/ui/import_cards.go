package ui

import (
	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

func (v *importView) caption(item *plan.ImportItem) string {
	w := v.desk.words
	if item.List != "" {
		return w.T("register." + string(item.List))
	}
	return w.T("kind." + string(item.Kind))
}

func (v *importView) row(item *plan.ImportItem) fyne.CanvasObject {
	look := importOutcomes[item.Outcome]
	return kit.NewTwoLineRow(kit.TwoLine{
		Title: item.Name, Caption: v.caption(item) + " · " + v.desk.words.T("import.outcome."+string(item.Outcome)),
		Symbol: look.symbol, SymbolInk: look.family.Ink(),
	})
}

// clashCard shows the places of one thing that both sides have changed, side by side.
func (v *importView) clashCard(item *plan.ImportItem, theirs plan.Register) fyne.CanvasObject {
	w := v.desk.words
	inset := kit.Insets{Top: 8, Right: 16, Bottom: 10, Left: 16}
	rows := []fyne.CanvasObject{kit.Pad(inset, kit.CellHead(w.T("compare.field"), w.T("import.mine"), w.T("import.theirs")))}
	src := report.Source{Register: v.desk.register(), Words: w, Today: v.desk.today()}
	for n, l := range report.Clashes(src, theirs, *item) {
		head := []fyne.CanvasObject{kit.NewParagraph(l.Field, kit.DenseStrong, kit.ColorText)}
		if l.Row != "" {
			head = append(head, kit.NewParagraph(l.Row, kit.Dense, kit.ColorText2))
		}
		if item.Clashes[n].Known && l.Base != "" {
			head = append(head, kit.NewParagraph(w.T("import.base", "text", plan.Excerpt(l.Base, "", 90)), kit.Dense, kit.ColorText2))
		}
		chosen := "mine"
		if item.Theirs[n] {
			chosen = "theirs"
		}
		pick := kit.NewSegmented([]kit.Choice{{Value: "mine", Label: w.T("import.keep")}, {Value: "theirs", Label: w.T("import.take")}}, chosen,
			func(s string) { item.Theirs[n] = s == "theirs" })
		head = append(head, kit.Bar(0, pick, kit.Spring()))
		rows = append(rows, kit.Pad(inset, kit.CellRow(kit.Column(6, head...),
			kit.CaptionedCell{Caption: w.T("import.mine"), Object: kit.NewMarkedText(markedSide(l.Mine, w.T("import.nothing-here"))...)},
			kit.CaptionedCell{Caption: w.T("import.theirs"), Object: kit.NewMarkedText(markedSide(l.Theirs, w.T("import.nothing-there"))...)})))
	}
	return kit.NewCard(item.Name+" · "+v.caption(item), kit.NewRows(true, rows...))
}

// goneCard asks what becomes of something that one side has removed.
func (v *importView) goneCard(item *plan.ImportItem) fyne.CanvasObject {
	w := v.desk.words
	keep, take := w.T("import.stay-removed"), w.T("import.bring-back")
	if item.Outcome == plan.ImportGone {
		keep, take = w.T("import.keep-here"), w.T("import.remove-here")
	}
	chosen := "keep"
	if item.Take {
		chosen = "take"
	}
	pick := kit.NewSegmented([]kit.Choice{{Value: "keep", Label: keep}, {Value: "take", Label: take}}, chosen,
		func(s string) { item.Take = s == "take" })
	text := kit.NewParagraph(w.T("import.outcome."+string(item.Outcome)), kit.Dense, kit.ColorText2)
	return kit.NewCard(item.Name+" · "+v.caption(item), kit.Pad(kit.Around(16), kit.Column(10, text, kit.Bar(0, pick, kit.Spring()))))
}
