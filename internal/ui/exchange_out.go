package ui

import (
	"context"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/exchange/spreadsheet"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// exchangeOut is the dialog that asks what is to be written as a spreadsheet, and
// where.
type exchangeOut struct {
	app       *App
	pick      *exchangePick
	kind      string // ".xlsx", ".csv" or ".ics"
	kinds     *fyne.Container
	path      *kit.Entry
	named     bool // the person has written another name
	overwrite *kit.Checkbox
	dialog    *kit.Dialog
}

func (a *App) askExchangeOut(is exchanged) {
	w := a.words
	x := &exchangeOut{app: a, kind: ".xlsx", kinds: kit.Column(0)}
	x.pick = a.newExchangePick(is, x.show)
	x.path = kit.NewEntry(a.kitWords, "", nil).OnTyped(func(string) { x.named = true })
	x.overwrite = kit.NewCheckbox(w.T("export.overwrite"), nil)
	x.dialog = kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: w.T("sheet.ask-out"), Width: 560,
		Content: kit.Column(14, kit.NewField(w.T("sheet.what"), x.pick.list), x.pick.part, x.kinds,
			a.placeOf("export.place", x.path, func(replaces bool) {
				x.named = true
				x.overwrite.SetChecked(replaces)
			}), x.overwrite),
		Confirm: kit.DialogAction{Label: w.T("export.write"), Run: func() bool {
			to, overwrite, is := strings.TrimSpace(x.path.Text()), x.overwrite.Checked(), x.pick.chosen()
			kind := x.kind
			a.work.Post(func() { a.exchangeOut(is, kind, to, overwrite) })
			return true
		}},
		Cancel: kit.DialogAction{Label: w.T("action.cancel")},
	})
	x.pick.show()
}

// show fits the dialog to what is chosen.
func (x *exchangeOut) show() {
	w, is := x.app.words, x.pick.chosen()
	choices := []kit.Choice{{Value: ".xlsx", Label: w.T("sheet.as-xlsx")}, {Value: ".csv", Label: w.T("sheet.as-csv")}}
	if is.list == spreadsheet.Activities {
		choices = append(choices, kit.Choice{Value: ".ics", Label: w.T("sheet.as-ics")})
	} else if x.kind == ".ics" {
		x.kind = ".xlsx"
	}
	kinds := kit.NewSegmented(choices, x.kind, func(s string) { x.kind = s; x.name() })
	x.kinds.Objects = []fyne.CanvasObject{kit.NewField(w.T("sheet.as"), kit.Bar(0, kinds, kit.Spring()))}
	x.kinds.Refresh()
	x.name()
	if x.dialog != nil {
		x.dialog.Fit()
	}
}

// name proposes a name for the file; of one that the person has written, only the
// ending follows what is chosen.
func (x *exchangeOut) name() {
	if x.named {
		x.path.SetText(strings.TrimSuffix(x.path.Text(), filepath.Ext(x.path.Text())) + x.kind)
		return
	}
	a, is := x.app, x.pick.chosen()
	name := exchangedName(a.words, is.list)
	if d, ok := a.desk.register().Document(is.doc); ok {
		name += " " + d.Latest().Head.Title
	}
	name = strings.TrimSuffix(packet.DocumentFileName(name, a.desk.today().String()), ".pdf")
	x.path.SetText(filepath.Join(filepath.Dir(a.path), name+x.kind))
}

// exchangeOut writes a list beside the window.
func (a *App) exchangeOut(is exchanged, kind, path string, overwrite bool) {
	if err := a.file.Typing().Leave(); err != nil {
		a.fail(err)
		return
	}
	fill, err := a.exchangeWriter(is, kind, path)
	if err != nil {
		a.failAbout(err, filepath.Base(path))
		return
	}
	a.writeBeside(path, overwrite, fill)
}

// exchangeWriter returns what writes the file from values.
func (a *App) exchangeWriter(is exchanged, kind, path string) (func(io.Writer) error, error) {
	now := a.now()
	if kind == ".ics" {
		previous, err := exchange.Previous(path)
		if err != nil {
			return nil, exportProblem{err}
		}
		file := a.file
		c := exchange.ActivityCalendar{
			Register: a.desk.register(), Content: func(_ plan.Document, v plan.Version) (plan.Sealed, error) { return file.Content(v.ID) },
			Document: is.doc, Words: a.words, Today: a.desk.today(), Now: now, Version: a.setup.Version,
		}
		return func(w io.Writer) error { return c.Write(w, previous) }, nil
	}
	book, err := a.book(is.list, is.doc)
	if err != nil {
		return nil, err
	}
	return func(w io.Writer) error {
		b, err := book()
		if err != nil {
			return err
		}
		t, err := b.Table(is.list, is.doc, now)
		if err != nil {
			return err
		}
		if kind == ".csv" {
			return t.WriteCSV(w)
		}
		return t.WriteXLSX(w)
	}, nil
}

// writeBeside writes a file beside the window and tells when it is done.
func (a *App) writeBeside(path string, overwrite bool, fill func(io.Writer) error) {
	name := filepath.Base(path)
	kit.Await(a.work, a.window.Canvas(), kit.Job{Title: a.words.T("sheet.writing", "file", name)}, func(context.Context, kit.Report) (bool, error) {
		return true, exchange.WriteFile(path, overwrite, fill)
	}, func(_ bool, err error) {
		if err != nil {
			a.failAbout(exportProblem{err}, name)
			return
		}
		a.say(a.words.T("export.done", "file", name))
	})
}

// askDump asks where the whole file is to be written as JSON.
func (a *App) askDump() {
	w := a.words
	path := kit.NewEntry(a.kitWords, "", nil)
	path.SetText(strings.TrimSuffix(a.path, extension) + ".json")
	overwrite := kit.NewCheckbox(w.T("export.overwrite"), nil)
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: w.T("dump.title"), Width: 560,
		Content: kit.Column(14, kit.NewParagraph(w.T("dump.text"), kit.Body, kit.ColorText), a.placeOf("export.place", path, overwrite.SetChecked), overwrite),
		Confirm: kit.DialogAction{Label: w.T("export.write"), Run: func() bool {
			to, over := strings.TrimSpace(path.Text()), overwrite.Checked()
			a.work.Post(func() { a.dump(to, over) })
			return true
		}},
		Cancel: kit.DialogAction{Label: w.T("action.cancel")},
	})
}

func (a *App) dump(path string, overwrite bool) {
	if err := a.file.Typing().Leave(); err != nil {
		a.fail(err)
		return
	}
	file := a.file
	r := file.Register()
	a.writeBeside(path, overwrite, func(w io.Writer) error {
		return exchange.Dump(w, r, func(_ plan.Document, v plan.Version) (plan.Sealed, error) { return file.Content(v.ID) }, file.CopyFile)
	})
}
