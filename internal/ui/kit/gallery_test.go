package kit_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

// day is the day of the pictures.
func day() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }

// activities are invented rows for a table.
type activities int

func (a activities) Rows() int { return int(a) }

func (a activities) Cell(row int, column string) kit.Cell {
	states := []kit.State{
		{Symbol: assets.StateDone, Word: "Klar", Family: kit.Done},
		late(""),
		{Symbol: assets.StateHalf, Word: "Pågår", Family: kit.Active},
		{Symbol: assets.StateRing, Word: "Planerad", Family: kit.Neutral},
		{Symbol: assets.StatePaused, Word: "Pausad", Family: kit.Deviation},
	}
	names := []string{"Startmöte med nätverket för nära vård", "Samrådsmöte med äldreråden i länets alla kommuner", "Bildspel för medarbetarmöten", "Annonser i lokaltidningar", "Lättläst broschyr på fem språk"}
	switch column {
	case "check":
		return kit.Cell{Tick: []kit.Tick{kit.Empty, kit.Ticked}[row%4/3]}
	case "nr":
		return kit.Cell{Text: fmt.Sprint(row + 1), Ink: kit.ColorText2}
	case "name":
		return kit.Cell{Text: names[row%5]}
	case "who":
		return kit.Cell{Text: "Kommunikatör"}
	case "start":
		return kit.Cell{Text: day().AddDate(0, 0, row).Format(time.DateOnly)}
	case "state":
		return kit.Cell{State: states[row%5]}
	case "cost":
		return kit.Cell{Text: fmt.Sprint(18+row, " 000")}
	}
	return kit.Cell{}
}

func activityColumns() []kit.TableColumn {
	return []kit.TableColumn{
		{ID: "check", Check: true},
		{ID: "nr", Title: "Nr", Width: 24, End: true},
		{ID: "name", Title: "Aktivitet", Min: 160, Sort: true},
		{ID: "who", Title: "Ansvarig", Width: 96, Sort: true},
		{ID: "start", Title: "Start", Width: 76, Sort: true},
		{ID: "state", Title: "Status", Width: 100},
		{ID: "cost", Title: "Budget, kr", Width: 76, End: true},
	}
}

func channels() []kit.Choice {
	return []kit.Choice{
		{Value: "web", Label: "Webb"},
		{Value: "intranet", Label: "Intranät"},
		{Value: "press", Label: "Press"},
		{Value: "mobile", Label: "Målgruppsmöte"},
		{Value: "letter", Label: "Nyhetsbrev till kommundirektörerna"},
	}
}

func buttons() fyne.CanvasObject {
	blocked := kit.NewButton(kit.Outlined, "Klar för beslut: 1 fel", func() {})
	blocked.SetSign(assets.StateLate, kit.Late)
	off := kit.NewButton(kit.Primary, "Avstängd", nil)
	off.Disable()
	outlinedOff := kit.NewButton(kit.Outlined, "Avstängd", nil)
	outlinedOff.Disable()
	on := kit.NewIconButton(assets.IconBold, 26, "Fet", func() {})
	on.SetOn(true)
	return kit.Column(10,
		kit.Bar(12, kit.NewButton(kit.Primary, "Ny aktivitet", func() {}).WithIcon(assets.IconPlus),
			kit.NewButton(kit.Outlined, "Förhandsvisning", func() {}).WithIcon(assets.IconPanel), blocked,
			kit.NewButton(kit.Quiet, "11 Aktivitetsplan", func() {}).WithChevron(assets.IconChevronDown), kit.Spring()),
		kit.Bar(12, off, outlinedOff, kit.NewButton(kit.LinkStrong, "Ändrat sedan 1.0", func() {}),
			kit.NewButton(kit.Link, "Dölj", func() {}), kit.NewButton(kit.Outlined, "Litet", func() {}).Small(),
			kit.NewIconButton(assets.IconChevronUp, 28, "Upp", func() {}), on, kit.Spring()),
		kit.Bar(12, kit.NewSegmented([]kit.Choice{
			{Value: "t", Label: "Tabell", Symbol: assets.IconList}, {Value: "l", Label: "Tidslinje", Symbol: assets.IconCalendar},
		}, "t", nil), kit.NewYesNo("Ja", "Nej", "Ej aktuellt", nil), kit.Spring()),
	)
}

func pills() fyne.CanvasObject {
	pill := func(s kit.Symbol, word string, f kit.Family) fyne.CanvasObject {
		return kit.NewPill(kit.State{Symbol: s, Word: word, Family: f})
	}
	return kit.Column(8,
		kit.Bar(8, kit.NewPill(late("357 dagar")), kit.NewPill(urgent("8 dagar kvar")), pill(assets.StateHalf, "Dags", kit.Due),
			pill(assets.StateRing, "Kommande", kit.Active), pill(assets.StateHalf, "Pågår", kit.Active), kit.Spring()),
		kit.Bar(8, pill(assets.StateDone, "Genomförd", kit.Done), pill(assets.StateDeviation, "Avvikelse", kit.Deviation),
			pill(assets.StateDash, "Ej aktuell", kit.Neutral), pill(assets.StateDraft, "Utkast", kit.Neutral),
			pill(assets.StateClosed, "Upphävd", kit.Neutral), kit.Spring()),
	)
}

func form() fyne.CanvasObject {
	w := swedish()
	message := kit.NewLongText(w, 2, nil).WithLimit(25)
	message.SetText("Vården kommer närmare: du vet vem du ska kontakta, får hjälp i tid och slipper berätta din historia om igen.")
	long := kit.NewField("Huvudbudskap", message)
	long.SetNote("Krävs före beslut")
	long.SetHelp("En mening som går att säga högt, högst 25 ord.")
	name := kit.NewEntry(w, "Skriv ett namn", nil)
	bad := kit.NewDateField(w, day, nil)
	bad.SetValue("2026-13-01")
	wrong := kit.NewField("Slutdatum", bad)
	wrong.SetError("Skriv dagen som 2026-11-22.")
	date := kit.NewDateField(w, day, nil)
	date.SetValue("2026-11-22")
	cost := kit.NewNumberField(w, kit.Numbers{Decimals: 2, Format: func(v float64) string { return strings.ReplaceAll(fmt.Sprintf("%.2f", v), ".", ",") }}, nil)
	cost.SetValue(18000.5, true)
	chosen := kit.NewSelect("Välj utfall", channels(), nil)
	chosen.SetValue("press")
	many := kit.NewMultiSelect(w, "Välj kanaler", channels(), nil)
	many.SetValues([]string{"web", "press", "letter"})
	owner := kit.NewReferenceField(w, "Sök en målgrupp", channels(), nil)
	off := kit.NewEntry(w, "", nil)
	off.SetText("Går inte att ändra")
	off.Disable()
	return kit.Column(14,
		long,
		kit.NewExampleBox("Exempel", "Bussen går när du behöver den: tätare turer på kvällar, samma biljett i hela länet.", "Dölj", func() {}),
		kit.Columns(12, []float32{0, 0}, kit.NewField("Namn", name), kit.NewField("Utfall", chosen)),
		kit.Columns(12, []float32{0, 0}, kit.NewField("Startdatum", date), wrong),
		kit.Columns(12, []float32{0, 0}, kit.NewField("Kostnad, kr", cost), kit.NewField("Ändras inte", off)),
		kit.NewField("Kanaler", many),
		kit.NewField("Målgrupp", owner),
		kit.NewCheckbox("Beslutas av styrelsen", nil),
	)
}

func sections() fyne.CanvasObject {
	row := func(mark kit.Symbol, f kit.Family, number, title string) *kit.SectionRow {
		return kit.NewSectionRow(kit.Section{Mark: mark, Family: f, Number: number, Title: title}, func() {})
	}
	on := row(assets.StateHalf, kit.Urgent, "8", "Budskap")
	on.SetSelected(true)
	return kit.Column(0,
		row(assets.StateDone, kit.Done, "0", "Dokumentuppgifter"),
		row(assets.StateDerived, kit.Neutral, "1", "Planen på en sida"),
		row(assets.StateLate, kit.Late, "13", "Roller och ansvar"), on,
		row(assets.StateRing, kit.Neutral, "17", "Juridik"),
	)
}

func findings() fyne.CanvasObject {
	card := kit.NewCard("Att rätta före beslut", kit.NewRows(true,
		kit.NewFindingRow(kit.Finding{Symbol: assets.StateLate, Family: kit.Late, Sentence: "Den som godkänner publicering saknas", Place: "13 Roller och ansvar"}),
		kit.NewFindingRow(kit.Finding{Symbol: assets.StateUrgent, Family: kit.Urgent, Sentence: "Pelare 3 saknar bevis", Place: "8 Budskap"}),
	))
	card.SetActions(kit.NewText("1 fel, 2 varningar", kit.Caption, kit.ColorText2))
	return card
}

func gallery() fyne.CanvasObject {
	columns := activityColumns()
	table := kit.NewTable(columns, activities(9), kit.TableLook{Head: 32}, kit.TableEvents{})
	table.SetAllTicked(kit.Mixed)
	table.SetSorted("start", true)
	table.Select(3)
	table.SetSums(func(column string) kit.Cell {
		switch column {
		case "name":
			return kit.Cell{Text: "9 aktiviteter", Bold: true}
		case "cost":
			return kit.Cell{Text: "198 000", Bold: true}
		}
		return kit.Cell{}
	})
	fold := kit.NewFolded("Fördjupning", "Per målgrupp, frågor och svar", kit.Column(0), nil)
	fold.SetCount("2 av 3 ifyllda")
	meter := kit.NewMeter()
	meter.Set(0.6, "Skriver sida 8 av 14")
	header := kit.NewEditorHeader("Nära vård i länet")
	header.SetCaption("Detaljerad kommunikationsplan · version 2.0 utkast 1 · 1.0 gäller tills vidare")
	header.SetState(kit.State{Symbol: assets.StateDraft, Word: "Utkast", Family: kit.Neutral})
	header.SetActions(kit.NewButton(kit.LinkStrong, "Ändrat sedan 1.0", func() {}), kit.NewButton(kit.Outlined, "Förhandsvisning", func() {}).WithIcon(assets.IconPanel))
	left := kit.Column(16,
		kit.Fixed(0, 420, kit.NewCard("", table)), buttons(), pills(), findings(), sections(), meter,
		kit.NewCard("Bibliotek", kit.EmptyState(assets.IconLibrary, "Inga målgrupper ännu", "Lägg till den första, så kan planerna hänvisa till den.",
			kit.NewButton(kit.Primary, "Ny målgrupp", func() {}))),
	)
	right := kit.NewGround(kit.ColorCard, kit.Column(0, kit.Pad(kit.Around(20), form()), fold))
	page := kit.Dock(kit.Edges{Top: header}, kit.Pad(kit.Insets{Top: 16, Left: 20, Right: 20}, kit.Columns(16, []float32{0, 412}, left, right)))
	shell := kit.NewShell(kit.NewMenuBar(menus()), navigation("plans"), statusLine(), nil)
	shell.SetWork(page)
	return shell
}

func TestGallery(t *testing.T) {
	w, _ := open(t, kit.Light, gallery, fyne.NewSize(1280, 1200))
	test.AssertImageMatches(t, "gallery-light.png", w.Canvas().Capture())
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Dark, 1))
	test.AssertImageMatches(t, "gallery-dark.png", w.Canvas().Capture())
}
