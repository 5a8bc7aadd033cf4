package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

func mapWords() kit.PointMapWords {
	return kit.PointMapWords{
		X: "Intresse, 1–5", Y: "Inflytande, 1–5", Unplaced: "inte placerad",
		Quarters: [4]string{"Håll nöjda", "Samarbeta nära", "Bevaka", "Håll informerade"},
		Describe: func(p kit.MapPoint) string { return fmt.Sprintf("%s: inflytande %d, intresse %d", p.Name, p.Y, p.X) },
	}
}

func audiences() []kit.MapPoint {
	return []kit.MapPoint{
		{ID: "a", Mark: "1", Name: "Kommunstyrelseordförande", X: 5, Y: 5, Heavy: true},
		{ID: "b", Mark: "2", Name: "Kommundirektör", X: 5, Y: 5, Heavy: true},
		{ID: "c", Mark: "3", Name: "Nämndordförande", X: 4, Y: 4, Heavy: true},
		{ID: "d", Mark: "4", Name: "Förvaltningschef", X: 4, Y: 3},
		{ID: "e", Mark: "5", Name: "Region", X: 2, Y: 4},
		{ID: "f", Mark: "6", Name: "Medier", X: 3, Y: 3},
		{ID: "g", Mark: "7", Name: "Andra myndigheter"},
	}
}

func TestPointsMoveByKeys(t *testing.T) {
	var told []string
	m := kit.NewPointMap(mapWords(), func(p kit.MapPoint) { told = append(told, fmt.Sprint(p.ID, p.X, p.Y)) })
	m.SetPoints(audiences())
	s := on(t, m, 700, 440)
	s.tab()
	s.press(fyne.KeyLeft, fyne.KeyUp, fyne.KeyDown) // up: already at the edge
	s.tab()
	s.press(fyne.KeyRight, fyne.KeyLeft)
	for range 5 {
		s.tab()
	}
	s.press(fyne.KeyUp, fyne.KeyUp)
	want := []string{"a4 5", "a4 4", "b4 5", "g3 3", "g3 4"}
	if diff := diffStrings(want, told); diff != "" {
		t.Error(diff)
	}
}

func TestAPointKeepsTheKeyboardWhenTheMapIsSetAnew(t *testing.T) {
	m := kit.NewPointMap(mapWords(), nil)
	m.SetPoints(audiences())
	s := on(t, m, 700, 440)
	s.tab()
	held := s.canvas.Focused()
	m.SetPoints(audiences()[:3])
	if held == nil || s.canvas.Focused() != held {
		t.Error("the point lost the keyboard")
	}
}

func TestPointsAreDragged(t *testing.T) {
	var told []string
	m := kit.NewPointMap(mapWords(), func(p kit.MapPoint) { told = append(told, fmt.Sprint(p.ID, p.X, p.Y)) })
	m.SetPoints([]kit.MapPoint{{ID: "a", Mark: "1", Name: "Medier", X: 3, Y: 3}, {ID: "b", Mark: "2", Name: "Region"}})
	s := on(t, m, 520, 600) // the names stand under the field, which is 500 wide
	test.Drag(s.canvas, fyne.NewPos(20+250, 22+160), 100, 128)
	test.Drag(s.canvas, fyne.NewPos(20+350, 22+288), 3, 2) // stays where it is
	test.Drag(s.canvas, fyne.NewPos(11, 22+320+48+28+14), 259, -260)
	want := []string{"a4 1", "b3 3"}
	if diff := diffStrings(want, told); diff != "" {
		t.Error(diff)
	}
	m.SetLocked(true)
	test.Drag(s.canvas, fyne.NewPos(20+350, 22+288), -200, 0)
	if len(told) != len(want) {
		t.Error("a locked point was moved")
	}
	s.window.Canvas().Unfocus()
	s.tab()
	if s.canvas.Focused() != nil {
		t.Error("the keyboard stops at a locked point")
	}
}

func raciCodes() []kit.Code {
	return []kit.Code{
		{Value: "responsible", Letter: "R", Word: "utför", Family: kit.Active},
		{Value: "accountable", Letter: "A", Word: "ytterst ansvarig", Strong: true},
		{Value: "consulted", Letter: "C", Word: "rådfrågas", Family: kit.Deviation},
		{Value: "informed", Letter: "I", Word: "informeras", Family: kit.Neutral},
	}
}

func raciMatrix(set func(row, column int, value string)) *kit.CodeMatrix {
	m := kit.NewCodeMatrix("Uppgift", raciCodes(), assets.StateUrgent, set)
	m.SetRows([]string{"Kommunikationsstrateg", "Projektledare Nära vård", "Webbredaktör", "Direktör"}, []kit.CodeRow{
		{Title: "Ta fram budskap", Values: []string{"responsible", "accountable", "", "informed"}},
		{Title: "Publicera nyheter på webbplatsen och i nyhetsbrevet", Values: []string{"consulted", "", "responsible"}, Problem: "Ingen är ytterst ansvarig"},
	})
	return m
}

func TestLettersAreTyped(t *testing.T) {
	var told []string
	m := raciMatrix(func(row, column int, value string) { told = append(told, fmt.Sprint(row, column, value)) })
	s := on(t, m, 700, 300)
	s.tab()
	s.write("rA-")
	s.press(fyne.KeyRight, fyne.KeyDelete, fyne.KeyDelete, fyne.KeyDown, fyne.KeyDown, fyne.KeySpace, fyne.KeySpace, fyne.KeyEnd)
	s.write("x")
	s.write("i")
	want := []string{"0 0accountable", "0 0", "0 1", "1 1responsible", "1 1accountable", "1 3informed"}
	if diff := diffStrings(want, told); diff != "" {
		t.Error(diff)
	}
}

func TestLettersByMouse(t *testing.T) {
	var told []string
	m := raciMatrix(func(row, column int, value string) { told = append(told, fmt.Sprint(row, column, value)) })
	s := on(t, m, 700, 300)
	// Four columns of 116: the first begins at 700-16-4*116.
	s.click(240, 46+17)        // takes the keyboard
	s.click(240, 46+17)        // goes on
	s.click(240+2*116, 46+17)  // an empty cell is written at once
	s.click(100, 46+17)        // a title
	s.click(240+116, 46+34+20) // the second row
	want := []string{"0 0accountable", "0 2responsible", "1 1responsible"}
	if diff := diffStrings(want, told); diff != "" {
		t.Error(diff)
	}
	m.SetLocked(true)
	s.click(240+116, 46+34+20)
	if len(told) != len(want) {
		t.Error("a locked matrix was written")
	}
	var _ desktop.Hoverable = m
}

func TestACellOfTheHeatIsChosen(t *testing.T) {
	var told []string
	h := kit.NewHeat(kit.HeatWords{X: "Konsekvens", Y: "Sannolikhet"}, func(x, y int) { told = append(told, fmt.Sprint(x, y)) })
	s := on(t, h, 500, 320)
	s.tab()
	s.press(fyne.KeyUp, fyne.KeyRight, fyne.KeyRight, fyne.KeyDown, fyne.KeySpace, fyne.KeyReturn)
	s.click(20+96*4+10, 22+44*4+10) // the last cell of the lowest row
	s.click(20+96*4+10, 22+44*4+10)
	s.click(20+96*5+10, 22+10) // beside the field
	want := []string{"3 4", "0 0", "5 1", "0 0"}
	if diff := diffStrings(want, told); diff != "" {
		t.Error(diff)
	}
}

func TestAPlainTextWrapsWithoutToolbar(t *testing.T) {
	text := kit.NewLongText(swedish(), 1, nil).Plain()
	tall := text.HeightForWidth(200)
	text.SetText("Saknar egen kommunikationsenhet och har få timmar för att anpassa material")
	if got := text.HeightForWidth(200); got <= tall {
		t.Errorf("a long text is %v high, an empty one %v", got, tall)
	}
	if with := kit.NewLongText(swedish(), 1, nil).HeightForWidth(200); with <= tall {
		t.Error("the toolbar takes no room")
	}
}
