package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/exchange/spreadsheet"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// rowsFile writes a file of rows.
func rowsFile(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func (a *App) exchangeFront(t *testing.T) *exchangeView {
	t.Helper()
	v, ok := a.front.(*exchangeView)
	if !ok {
		t.Fatalf("in front stands %T; %q", a.front, a.toaster.Text())
	}
	return v
}

func TestASpreadsheetIsTakenInAndUndone(t *testing.T) {
	a := window(t)
	a.openFile(exampleAt(t, a))
	a.open(place{room: roomLibrary, list: plan.ListRoles})
	before := a.desk.register().Entries(plan.ListRoles)
	path := rowsFile(t, "Roller.csv", "Namn;Person;Frukt\n"+before[0].Fields.Text(plan.KeyName)+";Åsa Ny;äpple\nTrycksaksansvarig;Bo Berg;\nRådgivare;Eva Ek;\n;Ingen;\n"+
		before[1].Fields.Text(plan.KeyName)+";"+before[1].Fields.Text(plan.KeyPerson)+";\n")
	a.planExchange(exchangeFrom{path: path, list: plan.ListRoles})
	v := a.exchangeFront(t)
	picture(t, a, "exchange")
	a.said(t, "2 nya · 1 ändras · 1 oförändrad · 1 tas inte in · 10 andra är kvar som de är")
	a.said(t, "Kolumn C, Frukt, känns inte igen")
	a.said(t, "Ta in 3 rader")
	v.tick(lineOf(t, v.model, "Rådgivare"), false)
	a.said(t, "Ta in 2 rader")
	a.said(t, "1 hoppas över")
	picture(t, a, "exchange-left")
	v.only = plan.RowRefused
	v.fill()
	if v.model.Rows() != 1 || !v.model.lines[0].wrong || v.model.lines[0].row.Number != 5 {
		t.Errorf("of what is refused it shows %+v", v.model.lines)
	}
	v.carryOut()
	if a.at.room != roomLibrary {
		t.Errorf("it went to %v", a.at)
	}
	after := a.desk.register().Entries(plan.ListRoles)
	if len(after) != len(before)+1 || after[0].Fields.Text(plan.KeyPerson) != "Åsa Ny" || after[len(before)].Fields.Text(plan.KeyName) != "Trycksaksansvarig" {
		t.Fatalf("%d roles, the first %v", len(after), after[0].Fields.Text(plan.KeyPerson))
	}
	if !strings.Contains(a.toaster.Text(), "2 rader är intagna") || a.undoName() != "Ångra: ta in rader ur kalkylblad" {
		t.Errorf("it says %q, and %q", a.toaster.Text(), a.undoName())
	}
	a.undo()
	if now := a.desk.register().Entries(plan.ListRoles); len(now) != len(before) || !now[0].Fields.Equal(before[0].Fields) {
		t.Error("it was not undone as one step")
	}
}

// asks expects the dialog over the window to say the text.
func (a *App) asks(t *testing.T, text string) {
	t.Helper()
	var all []string
	for _, o := range test.LaidOutObjects(a.window.Canvas().Overlays().Top()) {
		if x, ok := o.(*canvas.Text); ok {
			all = append(all, x.Text)
		}
	}
	if !strings.Contains(strings.Join(all, " "), text) {
		t.Errorf("the dialog does not say %q but %q", text, all)
	}
}

// lineOf is the first line of the row about the name.
func lineOf(t *testing.T, m exchangeModel, name string) int {
	t.Helper()
	for i, l := range m.lines {
		if l.first && l.row.Name == name {
			return i
		}
	}
	t.Fatalf("no row is about %s", name)
	return 0
}

func TestActivitiesGoOutAndInAgain(t *testing.T) {
	a := window(t)
	a.openFile(exampleAt(t, a))
	a.open(place{room: roomPlans, document: "doc-naravard"})
	is := a.exchangedInFront()
	if is != (exchanged{spreadsheet.Activities, "doc-naravard"}) {
		t.Fatalf("in front stands %+v", is)
	}
	path := filepath.Join(t.TempDir(), "Aktiviteter.xlsx")
	a.exchangeOut(is, ".xlsx", path, false)
	if a.toaster.Text() != "Aktiviteter.xlsx är klar" {
		t.Fatalf("it says %q", a.toaster.Text())
	}
	a.planExchange(exchangeFrom{path: path, list: is.list, doc: is.doc})
	if !strings.Contains(a.toaster.Text(), "ingenting som inte redan finns här") {
		t.Errorf("it says %q", a.toaster.Text())
	}
	calendar := filepath.Join(filepath.Dir(path), "Aktiviteter.ics")
	a.exchangeOut(is, ".ics", calendar, false)
	if b, err := os.ReadFile(calendar); err != nil || !strings.Contains(string(b), "BEGIN:VEVENT") {
		t.Errorf("the calendar: %v", err)
	}
	dump := filepath.Join(filepath.Dir(path), "allt.json")
	a.dump(dump, false)
	if info, err := os.Stat(dump); err != nil || info.Size() < 100_000 {
		t.Errorf("the dump: %v %v", info, err)
	}
	csv := rowsFile(t, "Planering.csv", "Aktivitet;Ansvarig;Start;Budget (kr);Status;Målgrupp\nInvigning av Hälsans hus;Kommunikatör;2027-03-01;12500;Planerad;\n"+
		"Öppet hus;;1/2/2027;;;\nMässa;;;mycket;Kanske;Rymdfarare\n")
	a.planExchange(exchangeFrom{path: csv, list: is.list, doc: is.doc})
	v := a.exchangeFront(t)
	picture(t, a, "exchange-activities")
	if l := v.model.lines[lineOf(t, v.model, "Öppet hus")]; !l.wrong || l.place != "C  Start" || !strings.HasPrefix(l.to, "Inget datum: ”1/2/2027”") {
		t.Errorf("%+v", l)
	}
}

func TestTheDialogsOfSpreadsheets(t *testing.T) {
	a := window(t)
	a.openFile(exampleAt(t, a))
	a.open(place{room: roomPlans, document: "doc-naravard", section: "activities"})
	picture(t, a, "exchange-button")
	a.askExchangeOut(a.exchangedInFront())
	picture(t, a, "exchange-ask-out")
	a.asks(t, "Kalender (ics)")
	a.window.Canvas().Overlays().Remove(a.window.Canvas().Overlays().Top())
	a.open(place{room: roomLibrary, list: plan.ListMembers})
	picture(t, a, "exchange-library")
	a.askExchangeIn(a.exchangedInFront())
	picture(t, a, "exchange-ask-in")
	a.window.Canvas().Overlays().Remove(a.window.Canvas().Overlays().Top())
	a.askDump()
	picture(t, a, "exchange-dump")
	a.window.Canvas().Overlays().Remove(a.window.Canvas().Overlays().Top())
	a.planExchange(exchangeFrom{path: rowsFile(t, "frukt.csv", "a;b\n1;2\n"), list: plan.ListMembers})
	a.asks(t, "Skriv rubriker på första raden: Namn")
	picture(t, a, "exchange-problem")
}

func TestSpreadsheetsInEveryLook(t *testing.T) {
	for _, look := range []struct {
		name, mode, language string
		size                 fyne.Size
	}{
		{"dark-en", "dark", "en", fyne.NewSize(1280, 800)},
		{"dark-sv-small", "dark", "sv", fyne.NewSize(1000, 700)},
		{"light-en-small", "light", "en", fyne.NewSize(1000, 700)},
	} {
		t.Run(look.name, func(t *testing.T) {
			a := window(t)
			a.prefs.setLanguage(look.language)
			a.relabel()
			a.prefs.setMode(look.mode)
			a.applyTheme()
			a.window.Resize(look.size)
			a.openFile(exampleAt(t, a))
			a.open(place{room: roomPlans, document: "doc-naravard", section: "activities"})
			picture(t, a, "exchange-button-"+look.name)
			a.open(place{room: roomLibrary, list: plan.ListMembers})
			picture(t, a, "exchange-library-"+look.name)
			path := rowsFile(t, "Activities.csv", "Activity,Fruit,Plan,Start,Budget,Status\nOpening,pear,,2027-03-01,\"12,500.5\",Planned\n"+
				"Fair,,,soon,,Perhaps\nOpen house,,Kommunikationsplan Bredband i hela länet,,,\n")
			a.planExchange(exchangeFrom{path: path, list: spreadsheet.Activities})
			v := a.exchangeFront(t)
			if v.model.plan.Does() != 0 || !v.model.lines[0].wrong {
				t.Errorf("rows of no plan do %+v", v.model.lines[0])
			}
			a.planExchange(exchangeFrom{path: path, list: spreadsheet.Activities, doc: "doc-naravard"})
			if v := a.exchangeFront(t); v.model.plan.Does() != 1 || v.model.strangers() == "" || v.model.plans {
				t.Errorf("%d rows do something, %q", v.model.plan.Does(), v.model.strangers())
			}
			picture(t, a, "exchange-"+look.name)
			a.askExchangeOut(exchanged{spreadsheet.Activities, "doc-naravard"})
			picture(t, a, "exchange-out-"+look.name)
		})
	}
}

func TestContrastsBeginWhereTextsDiffer(t *testing.T) {
	long := strings.Repeat("samma ord ", 20)
	from, to := contrastExcerpts(long+"gammalt slut", long+"nytt\nslut")
	if !strings.HasPrefix(from, "… ") || !strings.HasSuffix(from, "gammalt slut") || !strings.HasSuffix(to, "nytt slut") || len(from) > 60 {
		t.Errorf("%q and %q", from, to)
	}
	if from, to := contrastExcerpts("kort", "kortare"); from != "kort" || to != "kortare" {
		t.Errorf("%q and %q", from, to)
	}
}

func TestBoxesFollowTheRows(t *testing.T) {
	w, err := i18n.New(i18n.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	change := []spreadsheet.Change{{Label: "Namn", At: 2, To: "x"}}
	p := spreadsheet.Plan{Rows: []spreadsheet.Row{
		{Number: 2, State: plan.RowNew, Changes: change},
		{Number: 3, State: spreadsheet.RowLeft, Fresh: true, Changes: change},
		{Number: 4, State: plan.RowRefused, Problems: []spreadsheet.Problem{{Code: "no-name"}}},
		{Number: 5, State: plan.RowUnchanged},
	}}
	m := exchangeModelOf(w, p, "")
	if m.ticks() != kit.Mixed || m.Rows() != 3 || m.doLabel() != "Ta in 1 rad" {
		t.Errorf("ticks %v, %d lines, %q", m.ticks(), m.Rows(), m.doLabel())
	}
	if got := m.left(2, false); len(got) != 2 || got[0] != 2 || got[1] != 3 {
		t.Errorf("left are %v", got)
	}
	if got := m.left(3, true); len(got) != 0 {
		t.Errorf("left are %v", got)
	}
	if got := exchangeModelOf(w, p, plan.RowNew).Rows(); got != 2 {
		t.Errorf("%d lines of new rows", got)
	}
}
