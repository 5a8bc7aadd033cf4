package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

func shapesHeat() fyne.CanvasObject {
	h := kit.NewHeat(kit.HeatWords{X: "Konsekvens, 1–5", Y: "Sannolikhet, 1–5"}, nil)
	h.SetMarks(map[[2]int][]string{{5, 4}: {"1", "4"}, {3, 3}: {"2"}, {2, 1}: {"3", "5", "6", "7", "8"}})
	h.Choose(5, 4)
	return h
}

func shapesHouse() fyne.CanvasObject {
	text := func(s string) *kit.LongText {
		t := kit.NewLongText(swedish(), 1, nil).Plain()
		t.SetText(s)
		return t
	}
	house := kit.NewHouse(kit.NewField("Huvudbudskap", text("Vården kommer närmare: du vet vem du ska kontakta.").WithLimit(25)))
	var pillars []fyne.CanvasObject
	for i, s := range []string{"En väg in, dygnet runt", "Ett team som känner dig", "Hjälp innan det blir akut"} {
		pillars = append(pillars, kit.Column(6, kit.NewText(fmt.Sprint("Pelare ", i+1), kit.CaptionStrong, kit.ColorText2), text(s)))
	}
	house.SetPillars(pillars...)
	return house
}

func shapesRows() fyne.CanvasObject {
	inset := func(o fyne.CanvasObject) fyne.CanvasObject {
		return kit.Pad(kit.Insets{Top: 7, Right: 16, Bottom: 7, Left: 16}, o)
	}
	answer := kit.NewYesNo("Ja", "Nej", "Ej aktuellt", nil)
	answer.SetValue(kit.Yes)
	cell := func(s string) kit.CaptionedCell {
		t := kit.NewLongText(swedish(), 1, nil).Plain()
		t.SetText(s)
		return kit.CaptionedCell{Caption: "Behov", Object: t}
	}
	figures := kit.Bar(10, kit.NewShareBar().Set(0.65, kit.Active), kit.NewText("65 %", kit.DenseStrong, kit.ColorText),
		kit.NewPill(kit.State{Symbol: assets.StateHalf, Word: "På väg", Family: kit.Active}))
	return kit.NewRows(true,
		inset(kit.QuestionRow(kit.NewParagraph("Digital tillgänglighet", kit.Body, kit.ColorText), answer, kit.NewEntry(swedish(), "Kommentar", nil))),
		inset(kit.CellHead("Kommuner", "Gemensamt behov", "Anpassning")),
		inset(kit.CellRow(kit.NewText("Under 15 000", kit.DenseStrong, kit.ColorText), cell("Färdigt material på begripligt språk"), cell("Textpaket och bilder, en namngiven kontakt"))),
		inset(kit.QuestionRow(kit.NewText("M1 Fler känner till nära vård", kit.Dense, kit.ColorText), figures, nil)),
	)
}

func shapes() fyne.CanvasObject {
	m := kit.NewPointMap(mapWords(), nil)
	m.SetPoints(audiences())
	narrow := kit.NewPointMap(mapWords(), nil)
	narrow.SetPoints(audiences()[:3])
	pad := func(o fyne.CanvasObject) fyne.CanvasObject { return kit.Pad(kit.Around(16), o) }
	left := kit.Column(16,
		kit.NewCard("Inflytande och intresse", pad(m)), kit.NewCard("Ansvarsmatris (RACI)", raciMatrix(nil)), kit.NewCard("Rader", shapesRows()),
	)
	right := kit.Column(16, kit.NewCard("Smal", pad(narrow)), kit.NewCard("Risker", pad(shapesHeat())), shapesHouse())
	return kit.NewGround(kit.ColorWindow, pad(kit.Columns(16, []float32{720, 0}, left, right)))
}

func TestShapes(t *testing.T) {
	w, _ := open(t, kit.Light, shapes, fyne.NewSize(1240, 1180))
	w.Canvas().FocusNext()
	test.AssertImageMatches(t, "shapes-light.png", w.Canvas().Capture())
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Dark, 1))
	test.AssertImageMatches(t, "shapes-dark.png", w.Canvas().Capture())
}
