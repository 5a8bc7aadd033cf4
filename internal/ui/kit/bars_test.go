package kit_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

// bars is a table of two rows: a bar over both years, and a choice.
type bars struct{}

func (bars) Rows() int { return 2 }

func (bars) Cell(row int, column string) kit.Cell {
	state := kit.State{Symbol: assets.StateDone, Detail: "Genomförd 2026-10-01", Family: kit.Done}
	switch {
	case column == "name":
		return kit.Cell{Text: fmt.Sprint("Policy ", row)}
	case row == 0 && column == "2025":
		return kit.Cell{State: state, Filled: true, Span: 2}
	case row == 1 && column == "2026":
		return kit.Cell{Text: "Välj utfall", Choice: true}
	}
	return kit.Cell{}
}

func barColumns() []kit.TableColumn {
	return []kit.TableColumn{{ID: "name", Title: "Dokument", Width: 100}, {ID: "2025", Title: "2025"}, {ID: "2026", Title: "2026", Strong: true}}
}

// A bar covers the columns that it spans, and no more.
func TestABarSpansItsColumns(t *testing.T) {
	s := on(t, kit.NewTable(barColumns(), bars{}, kit.TableLook{}, kit.TableEvents{}), 500, 28+64)
	tint := func(x, y int) bool {
		return fmt.Sprint(s.canvas.Capture().At(x, y)) != fmt.Sprint(s.canvas.Capture().At(120, 28+32+16))
	}
	const inBar = 28 + 7
	for _, x := range []int{200, 310, 340, 470} {
		if !tint(x, inBar) {
			t.Errorf("at %d there is no bar", x)
		}
	}
	for _, x := range []int{112, 496} {
		if tint(x, inBar) {
			t.Errorf("at %d the bar goes too far", x)
		}
	}
}

// A choice is made with a press on it or Return on its row; other rows open.
func TestAChoiceInATable(t *testing.T) {
	var told []string
	table := kit.NewTable(barColumns(), bars{}, kit.TableLook{}, kit.TableEvents{
		Open: func(row int) { told = append(told, fmt.Sprint("open ", row)) },
		Choose: func(row int, column string, at fyne.Position) {
			told = append(told, fmt.Sprint("choose ", row, " ", column, " ", at.Y))
		},
	})
	s := on(t, table, 500, 28+64)
	s.click(400, 28+32+10)
	s.press(fyne.KeyReturn, fyne.KeyUp, fyne.KeyReturn)
	s.click(50, 28+32+10)
	if diff := diffStrings([]string{"choose 1 2026 92", "choose 1 2026 92", "open 0"}, told); diff != "" {
		t.Error(diff)
	}
}

// A legend breaks into rows where there is too little room.
func TestALegendBreaks(t *testing.T) {
	var states []kit.State
	for _, w := range []string{"Genomförd", "Brådskande", "Försenad", "Ej aktuell"} {
		states = append(states, kit.State{Symbol: assets.StateDone, Detail: w, Family: kit.Done})
	}
	l := kit.NewLegend(states...)
	on(t, l, 800, 60)
	if wide, narrow := l.HeightForWidth(800), l.HeightForWidth(160); wide != 20 || narrow <= wide {
		t.Errorf("%v high where there is room, %v where there is not", wide, narrow)
	}
}

// The wheel draws the span and the months in different colours.
func TestTheWheelShowsItsSpan(t *testing.T) {
	y := kit.WheelYear{Year: "2026", Spans: []kit.WheelSpan{{From: 8.0 / 12, To: 11.0 / 12}}, Today: 0.9}
	for i := range y.Months {
		y.Months[i], y.Ends[i] = "", float64(i+1)/12
	}
	s := on(t, kit.NewWheel(y), 360, 360)
	at := func(x, y int) string { return fmt.Sprint(s.canvas.Capture().At(x, y)) }
	// October lies to the left of the middle, April to the right.
	if october, april, outside := at(180-122, 200), at(180+122, 160), at(4, 4); october == april || october == outside || april == outside {
		t.Errorf("October %s, April %s, outside %s", october, april, outside)
	}
}
