package kit_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

func late(detail string) kit.State {
	return kit.State{Symbol: assets.StateLate, Word: "Försenad", Detail: detail, Family: kit.Late}
}

func urgent(detail string) kit.State {
	return kit.State{Symbol: assets.StateUrgent, Word: "Brådskande", Detail: detail, Family: kit.Urgent}
}

func navigation(at string) *kit.Navigation {
	n := kit.NewNavigation(assets.IconStar, func() {}, func(string) {})
	n.SetOrganisation("Mälardalslänet", "Mandatperiod 2023–2026")
	n.SetSearch("Sök", "Ctrl+K")
	n.SetItems([]kit.NavItem{
		{ID: "todo", Label: "Att göra", Symbol: assets.IconTodo, Count: "15"},
		{ID: "plans", Label: "Planer", Symbol: assets.IconPlan, Count: "6"},
		{ID: "steering", Label: "Styrdokument", Symbol: assets.IconSteering, Count: "9"},
		{ID: "reviews", Label: "Översyn", Symbol: assets.IconReview, Count: "6"},
		{ID: "calendar", Label: "Kalender", Symbol: assets.IconCalendar, Count: "4"},
		{ID: "packets", Label: "Handlingar", Symbol: assets.IconPacket, Count: "2"},
		{ID: "library", Label: "Bibliotek", Symbol: assets.IconLibrary},
	}, []kit.NavItem{{ID: "settings", Label: "Inställningar", Symbol: assets.IconSettings}})
	n.Select(at)
	return n
}

func menus() []kit.Menu {
	items := func() []kit.MenuItem {
		return []kit.MenuItem{
			{Label: "Ny fil", Mnemonic: 'N', Shortcut: "Ctrl+N", Run: func() {}},
			{Label: "Öppna", Mnemonic: 'Ö', Shortcut: "Ctrl+O", Run: func() {}},
			{},
			{Label: "Spara en kopia", Off: true},
		}
	}
	var out []kit.Menu
	for _, title := range []string{"Arkiv", "Redigera", "Visa", "Dokument", "Översyn", "Handlingar", "Hjälp"} {
		out = append(out, kit.Menu{Title: title, Mnemonic: []rune(title)[0], Items: items})
	}
	return out
}

func statusLine() *kit.StatusLine {
	s := kit.NewStatusLine()
	s.SetState(assets.StateDone, kit.Done, "Sparad 14:32")
	s.SetFile("malardalslanet.ledstjarna")
	return s
}

func todoScene() fyne.CanvasObject {
	two := func(title, caption string, s kit.State) fyne.CanvasObject {
		return kit.NewTwoLineRow(kit.TwoLine{
			Title: title, Caption: caption, State: s, Pills: true, Open: func() {}, Action: "Ingen ändring", Act: func() {},
		})
	}
	reviews := kit.NewCard("Översyn", kit.NewRows(true,
		two("It-policy", "Årlig översyn 2025 · stängde 2025-11-30", late("357 dagar")),
		two("Webbpolicy", "Årlig översyn 2026 · stänger 2026-11-30", urgent("8 dagar kvar")),
		two("Kommunikationsplan Nära vård i länet", "Årlig översyn 2026 · stänger 2026-11-30", urgent("8 dagar kvar")),
		two("Övergripande kommunikationsplan 2023–2026", "En gång per mandatperiod · sista möjliga sammanträde 2026-12-17", urgent("39 dagar kvar")),
		two("Kommunikationsstrategi 2023–2026", "En gång per mandatperiod · sista möjliga sammanträde 2026-12-17", urgent("39 dagar kvar")),
		two("Samverkansavtal", "När behoven ändras · ny arbetsordning för nätverken", kit.State{
			Symbol: assets.StateHalf, Word: "Dags", Detail: "öppen 12 dagar", Family: kit.Due,
		}),
	))
	reviews.SetCount("6")
	reviews.SetActions(kit.NewButton(kit.Link, "Öppna Översyn", func() {}).WithChevron(assets.IconChevronRight))
	one := func(title, role, note string, s kit.State, done bool) fyne.CanvasObject {
		return kit.NewOneLineRow(kit.OneLine{Title: title, Role: role, Note: note, State: s, Ticked: done, Tick: func(bool) {}})
	}
	activities := kit.NewCard("Aktiviteter denna vecka", kit.NewRows(false,
		kit.NewGroupRow("Försenade", true),
		one("Samrådsmöte med äldreråden", "Kommunikationsstrateg", "", late("10 dagar"), false),
		one("Frågor och svar till 1177", "Webbredaktör", "", late("3 dagar"), false),
		kit.NewGroupRow("Vecka 47, 16–22 november", false),
		one("Nyhetsbrev 4 till kommundirektörerna", "Kommunikatör", "Tisdag 17 november", kit.State{}, true),
		one("Underlag till nämndordförande", "Projektledare Nära vård", "Torsdag 19 november", kit.State{}, true),
		one("Bildspel för medarbetarmöten", "Kommunikatör", "I dag, 22 november", kit.State{}, false),
		one("Startsidan om kollektivtrafik", "Webbredaktör", "I dag, 22 november", kit.State{}, false),
	))
	activities.SetCount("4")
	activities.SetActions(kit.NewButton(kit.Link, "Öppna Kalender", func() {}).WithChevron(assets.IconChevronRight))
	finding := func(symbol kit.Symbol, f kit.Family, title, caption string) fyne.CanvasObject {
		return kit.NewTwoLineRow(kit.TwoLine{Title: title, Caption: caption, Symbol: symbol, SymbolInk: f.Ink(), Height: 47})
	}
	due := func(label string, s kit.State) fyne.CanvasObject {
		return kit.Bar(8, kit.NewText(label, kit.Caption, kit.ColorText2), kit.Spring(), kit.NewPill(s))
	}
	meeting := kit.NewCard("Handlingar till nästa sammanträde", kit.Column(0,
		kit.Pad(kit.Insets{Top: 12, Right: 16, Bottom: 8, Left: 16}, kit.Column(4,
			kit.NewText("Arbetsutskottet, torsdag 3 december", kit.BodyStrong, kit.ColorText),
			due("Stoppdatum 2026-11-19", late("3 dagar")),
			due("Utskick 2026-11-26", urgent("4 dagar kvar")),
		)),
		kit.NewDivider(),
		kit.Pad(kit.Insets{Top: 6}, kit.NewRows(false,
			finding(assets.StateLate, kit.Late, "Tjänsteskrivelse saknas", "Ärende 5 · Årlig översyn av styrdokument 2026"),
			finding(assets.StateLate, kit.Late, "Bilaga 2 saknas", "Ärende 6 · Slututvärdering Digital samverkan"),
			finding(assets.StateDone, kit.Done, "5 av 7 handlingar är klara", "Ärende 1–4 och 7"),
		)),
		kit.Pad(kit.Insets{Top: 8, Left: 16, Bottom: 14, Right: 16},
			kit.Bar(0, kit.NewButton(kit.Primary, "Öppna handlingarna", func() {}), kit.Spring())),
	))
	meeting.SetCount("2")
	head := kit.NewPageHeader("Att göra")
	head.SetCaption("Söndag 22 november 2026, vecka 47")
	page := kit.Dock(kit.Edges{Top: head}, kit.NewScrollBox(kit.Pad(kit.Insets{Left: 24, Right: 24, Bottom: 20},
		kit.Columns(16, []float32{0, 358},
			kit.Column(16, reviews, activities),
			kit.Column(16, meeting),
		))))
	shell := kit.NewShell(kit.NewMenuBar(menus()), navigation("todo"), statusLine(), nil)
	shell.SetWork(page)
	return shell
}

// open shows content in a window of the reference size.
func open(t *testing.T, mode kit.Mode, build func() fyne.CanvasObject, size fyne.Size) (fyne.Window, *kit.Root) {
	t.Helper()
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(mode, 1))
	w := test.NewWindow(nil)
	t.Cleanup(w.Close)
	root := kit.NewRoot(build())
	root.Mount(w, nil)
	w.Resize(size)
	return w, root
}
