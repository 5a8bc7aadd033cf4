package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// settingsView holds the settings of the organisation, which lie in the file,
// and those of the computer.
type settingsView struct {
	desk  *desk
	body  *kit.ScrollBox
	whole fyne.CanvasObject
	row   plan.Path
	first func() // gives the first field the keyboard; nil for none
	look  *kit.Segmented

	backups bool // all copies are listed
}

func newSettings(d *desk) view {
	v := &settingsView{desk: d, body: kit.NewScrollBox(kit.Spring())}
	header := kit.NewPageHeader(d.words.T("nav.settings"))
	v.whole = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Top: header}, v.body))
	return v
}

func (v *settingsView) object() fyne.CanvasObject { return v.whole }
func (v *settingsView) show(place)                { v.row = nil; v.fill() }

func (v *settingsView) refresh(c editor.Change) {
	if c.Op.Field == "" || c.Undone || c.Redone {
		v.fill()
	}
}

func (v *settingsView) fill() {
	src := &entrySource{desk: v.desk, list: plan.ListOrganisation, id: plan.OrganisationID}
	src.row = v.openRow
	f := newForm(v.desk, src)
	var form fyne.CanvasObject
	if len(v.row) > 0 && !src.content().At(v.row).IsZero() {
		x, _ := plan.FieldIn(plan.ListFields(plan.ListOrganisation), v.row[0].Key)
		back := func() { v.back() }
		bar := append([]fyne.CanvasObject{kit.NewButton(kit.Link, f.labelOf(plan.PathTo(x.Key)), back), kit.Spring()}, f.rowActions(v.row, back)...)
		form = kit.Column(14, kit.Bar(8, bar...), f.object(x.Columns, v.row))
	} else {
		form = f.object(plan.ListFields(plan.ListOrganisation), nil)
	}
	v.first = f.first
	organisation := kit.NewCard(v.desk.words.T("register.organisation"), kit.Column(0, v.findings(), kit.Pad(kit.Around(16), form)))
	v.body.SetContent(kit.Pad(pageInsets(),
		kit.Columns(16, []float32{0, 358}, organisation, kit.Column(16, v.desk.logo(), v.backupsCard(), v.computer()))))
}

// organisationFindings are what is to be mended in the organisation's fields,
// but not what is only recommended.
func organisationFindings(r plan.Register, today plan.Date) []plan.RegisterFinding {
	all := plan.FindingsOf(plan.RegisterFindings(r, today), plan.ListOrganisation, plan.OrganisationID)
	return slices.DeleteFunc(all, func(f plan.RegisterFinding) bool { return f.Severity == plan.Hint })
}

func (v *settingsView) findings() fyne.CanvasObject {
	r := v.desk.register()
	var rows []fyne.CanvasObject
	for _, f := range organisationFindings(r, v.desk.today()) {
		symbol, family := severityLook(f.Severity)
		rows = append(rows, kit.NewFindingRow(kit.Finding{Symbol: symbol, Family: family, Sentence: report.RegisterFinding(v.desk.words, r, f)}))
	}
	return kit.NewRows(true, rows...)
}

// lookValue is the choice that stands for how the program looks.
func lookValue(p preferences) string {
	switch p.mode() {
	case kit.Light:
		return "light"
	case kit.Dark:
		return "dark"
	case kit.FollowSystem:
	}
	return "system"
}

// computer are the settings of this computer.
func (v *settingsView) computer() fyne.CanvasObject {
	a, p := v.desk.app, v.desk.words
	who := kit.NewEntry(v.desk.kit, a.prefs.person(), a.prefs.setPerson)
	who.SetText(a.prefs.person())
	language := kit.NewSegmented([]kit.Choice{{Value: "sv", Label: p.T("language.sv")}, {Value: "en", Label: p.T("language.en")}},
		string(p.Language()), func(s string) {
			a.prefs.setLanguage(s)
			a.relabel()
		})
	v.look = kit.NewSegmented([]kit.Choice{
		{Value: "light", Label: p.T("theme.light")}, {Value: "dark", Label: p.T("theme.dark")}, {Value: "system", Label: p.T("theme.system")},
	}, lookValue(a.prefs), func(s string) {
		a.prefs.setMode(s)
		a.applyTheme()
	})
	size := kit.NewSegmented([]kit.Choice{{Value: "1", Label: p.T("settings.size-normal")}, {Value: "1.15", Label: p.T("settings.size-large")}, {Value: "1.3", Label: p.T("settings.size-larger")}},
		sizeValue(a.prefs.textSize()), func(s string) {
			a.prefs.setTextSize(map[string]float64{"1": 1, "1.15": 1.15, "1.3": 1.3}[s])
			a.applyTheme()
		})
	reminds := "no"
	if a.prefs.reminds() {
		reminds = "yes"
	}
	remind := kit.NewSegmented([]kit.Choice{{Value: "yes", Label: p.T("settings.remind-yes")}, {Value: "no", Label: p.T("settings.remind-no")}},
		reminds, func(s string) { a.wantReminders(s == "yes") })
	told := kit.NewField(p.T("settings.remind"), remind)
	told.SetHelp(p.T("settings.remind.help"))
	name := kit.NewField(p.T("settings.person"), who)
	name.SetHelp(p.T("settings.person.help"))
	return kit.NewCard(p.T("settings.computer"), kit.Pad(kit.Around(16), kit.Column(14, name,
		kit.NewField(p.T("settings.language"), language), kit.NewField(p.T("settings.theme"), v.look), kit.NewField(p.T("settings.text-size"), size), told)))
}

func sizeValue(f float32) string {
	switch {
	case f > 1.2:
		return "1.3"
	case f > 1.05:
		return "1.15"
	}
	return "1"
}
