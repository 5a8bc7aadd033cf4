package ui

import (
	"errors"
	"path/filepath"
	"strings"

	"ledstjarna/internal/chooser"
	"ledstjarna/internal/exchange"
	"ledstjarna/internal/exchange/spreadsheet"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// exchanged is a list, and of activities the plan that they are of; "" for all.
type exchanged struct {
	list plan.ListName
	doc  plan.ID
}

// exchangedInFront is what the person has in front of them.
func (a *App) exchangedInFront() exchanged {
	r := a.desk.register()
	if d, ok := r.Document(a.at.document); ok {
		if _, has := plan.FieldIn(plan.FieldsOf(d.Kind), plan.KeyActivities); has {
			return exchanged{spreadsheet.Activities, d.ID}
		}
	}
	if v, ok := a.front.(*libraryView); ok {
		for _, l := range spreadsheet.Lists() {
			if l == v.list {
				return exchanged{list: l}
			}
		}
	}
	return exchanged{list: spreadsheet.Activities}
}

// exchangePick lets the person choose a list and, of activities, a plan.
type exchangePick struct {
	is   exchanged
	list *kit.Select
	plan *kit.Select
	part *kit.Field // the plan's
	told func()
}

func (a *App) newExchangePick(is exchanged, told func()) *exchangePick {
	w := a.words
	x := &exchangePick{is: is, told: told}
	var lists []kit.Choice
	for _, l := range spreadsheet.Lists() {
		lists = append(lists, kit.Choice{Value: string(l), Label: exchangedName(w, l)})
	}
	x.list = kit.NewSelect("", lists, func(s string) { x.is.list = plan.ListName(s); x.show() })
	x.list.SetValue(string(is.list))
	plans := []kit.Choice{{Value: "", Label: w.T("sheet.all-plans")}}
	for _, d := range (spreadsheet.Book{Register: a.desk.register()}).Plans() {
		plans = append(plans, kit.Choice{Value: string(d.ID), Label: d.Latest().Head.Title})
	}
	x.plan = kit.NewSelect("", plans, func(s string) { x.is.doc = plan.ID(s); x.show() })
	x.plan.SetValue(string(is.doc))
	x.part = kit.NewField(w.T("register.plan"), x.plan)
	return x
}

// chosen is what is chosen; a list of the register has no plan.
func (x *exchangePick) chosen() exchanged {
	if x.is.list != spreadsheet.Activities {
		return exchanged{list: x.is.list}
	}
	return x.is
}

func (x *exchangePick) show() {
	shownWhere(x.part, x.is.list == spreadsheet.Activities)
	x.told()
}

func exchangedName(w *i18n.Printer, l plan.ListName) string {
	if l == spreadsheet.Activities {
		return w.T("field.activities")
	}
	return w.T("register." + string(l))
}

// exchangeItems are what can be done with a list and spreadsheets.
func (a *App) exchangeItems(is exchanged) []kit.MenuItem {
	return a.desk.editingItems([]kit.MenuItem{
		{Label: a.words.T("sheet.ask-out"), Run: func() { a.askExchangeOut(is) }},
		{Label: a.words.T("sheet.ask-in"), Run: func() { a.askExchangeIn(is) }},
	}, 0)
}

// askExchangeIn asks for a spreadsheet whose rows are to be taken in.
func (a *App) askExchangeIn(is exchanged) {
	w := a.words
	path := kit.NewEntry(a.kitWords, filepath.Join(documentsFolder(), w.T("sheet.example-file")), nil)
	var d *kit.Dialog
	pick := a.newExchangePick(is, func() {
		if d != nil {
			d.Fit()
		}
	})
	look := a.lookFor(path, chooser.Filter{Name: w.T("choose.sheets"), Endings: sheetEndings()})
	d = kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: w.T("sheet.ask-in"), Width: 560,
		Content: kit.Column(12, kit.NewParagraph(w.T("sheet.in-text"), kit.Body, kit.ColorText),
			kit.NewField(w.T("sheet.what"), pick.list), pick.part,
			kit.NewField(w.T("welcome.open.path"), path), kit.Bar(8, look)),
		Confirm: kit.DialogAction{Label: w.T("sheet.look"), Run: func() bool {
			x := pick.chosen()
			from := exchangeFrom{path: strings.TrimSpace(path.Text()), list: x.list, doc: x.doc}
			a.work.Post(func() { a.planExchange(from) })
			return true
		}},
		Cancel: kit.DialogAction{Label: w.T("action.cancel")},
	})
	pick.show()
}

// readGrids reads the rows of a file, which must be one.
func readGrids(path string) ([]spreadsheet.Grid, error) {
	f, err := exchange.OpenFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return spreadsheet.Read(f)
}

// exchangeProblem gives what a file of rows is refused for its words.
type exchangeProblem struct {
	error
	list  plan.ListName
	words *i18n.Printer
}

func (e exchangeProblem) Unwrap() error { return e.error }

// MessageKey is the key of the words for a person.
func (e exchangeProblem) MessageKey() string {
	for _, known := range []struct {
		err error
		key string
	}{
		{spreadsheet.ErrNotSheet, "sheet.not-sheet"},
		{spreadsheet.ErrProtected, "sheet.protected"},
		{spreadsheet.ErrTooLong, "sheet.too-long"},
		{spreadsheet.ErrNoRows, "sheet.no-rows"},
		{spreadsheet.ErrNoHead, "sheet.no-head"},
	} {
		if errors.Is(e.error, known.err) {
			return known.key
		}
	}
	var w worded
	if errors.As(e.error, &w) {
		return w.MessageKey()
	}
	return "error.read-file"
}

// MessageArgs are what fills the words.
func (e exchangeProblem) MessageArgs() map[string]any {
	return map[string]any{"columns": strings.Join(spreadsheet.Heads(e.list, e.words), ", ")}
}
