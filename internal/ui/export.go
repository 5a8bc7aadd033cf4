package ui

import (
	"errors"
	"io"
	"path/filepath"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// canExport tells whether what is in front can be printed.
func (a *App) canExport() bool {
	return a.file != nil && (a.at.document != "" || a.at.packet != "")
}

// askExport exports what is in front: the open document or packet.
func (a *App) askExport() {
	r := a.desk.register()
	if d, ok := r.Document(a.at.document); ok {
		v, found := d.Version(a.at.version)
		if !found {
			v = d.Latest()
		}
		a.exportDocument(d, v)
		return
	}
	if e, ok := r.Entry(plan.ListPackets, a.at.packet); ok {
		p, err := packet.Of(r, e, a.desk.today())
		if err != nil {
			a.fail(err)
			return
		}
		a.askExportPacket(p, false)
	}
}

func (a *App) exportDocument(d plan.Document, v plan.Version) {
	name := packet.DocumentFileName(v.Head.Title, versionWords(a.words, a.desk.register(), d, v))
	a.export(name, func(s report.Source) (report.Print, error) { return report.One(s, d, v) })
}

// exportOnePage exports a plan as one page.
func (a *App) exportOnePage(d plan.Document, v plan.Version) {
	name := packet.DocumentFileName(a.words.T("page.file", "title", v.Head.Title), versionWords(a.words, a.desk.register(), d, v))
	a.export(name, func(s report.Source) (report.Print, error) { return report.OnePageOf(s, d, v) })
}

// exportReview exports the record of a review.
func (a *App) exportReview(e plan.Event, title string) {
	name := packet.DocumentFileName(a.words.T("review-paper.title", "title", title), e.Day().String())
	a.export(name, func(s report.Source) (report.Print, error) { return report.OneReview(s, e), nil })
}

// exportRegister exports an extract of one list of the register.
func (a *App) exportRegister(l plan.ListName) {
	name := packet.DocumentFileName(a.words.T("extract.title")+" "+a.words.T("register."+string(l)), a.desk.today().String())
	a.export(name, func(s report.Source) (report.Print, error) { return report.OneExtract(s, l), nil })
}

// export asks where the PDF is to lie and in which language, and writes it.
func (a *App) export(name string, make func(report.Source) (report.Print, error)) {
	if err := a.file.Typing().Leave(); err != nil {
		a.fail(err)
		return
	}
	a.askPrint(a.printed(make), filepath.Join(filepath.Dir(a.path), name), a.words.T("export.title"))
}

// printed is the printing of what is made from the open file.
func (a *App) printed(make func(report.Source) (report.Print, error)) printing {
	return a.fromWindow(a.words.T("export.title"), func(words *i18n.Printer) (Paper, error) {
		src, err := a.source(words)
		if err != nil {
			return Paper{}, err
		}
		p, err := make(src)
		return a.paper(p), err
	})
}

// statusExports are the forms in which the overview of reviews leaves the file.
func (a *App) statusExports() []kit.MenuItem {
	base := a.words.T("packet.status-part") + " " + a.desk.today().String()
	table := func() exchange.Status {
		return exchange.Status{Register: a.desk.register(), Words: a.words, Overview: report.StatusOverview(a.desk.register(), a.desk.today()), Now: a.now()}
	}
	return []kit.MenuItem{
		{Label: a.words.T("reviews.as-pdf"), Run: func() {
			a.export(base+".pdf", func(s report.Source) (report.Print, error) {
				return report.OneStatus(s, report.StatusOverview(s.Register, s.Today)), nil
			})
		}},
		{Label: a.words.T("reviews.as-xlsx"), Run: func() { a.askWrite(base+".xlsx", func(w io.Writer, _ []byte) error { return table().WriteXLSX(w) }) }},
		{Label: a.words.T("reviews.as-csv"), Run: func() { a.askWrite(base+".csv", func(w io.Writer, _ []byte) error { return table().WriteCSV(w) }) }},
		{},
		{Label: a.words.T("reviews.as-ics"), Run: func() {
			a.askWrite(a.words.T("reviews.ics-name")+".ics", func(w io.Writer, previous []byte) error {
				return exchange.Calendar{
					Register: a.desk.register(), Words: a.words, Today: a.desk.today(), Now: a.now(), Version: a.setup.Version,
				}.Write(w, previous)
			})
		}},
	}
}

// askWrite asks where a file is to lie and writes it; fill gets what lies there
// now.
func (a *App) askWrite(name string, fill func(w io.Writer, previous []byte) error) {
	path := kit.NewEntry(a.kitWords, "", nil)
	path.SetText(filepath.Join(filepath.Dir(a.path), name))
	overwrite := kit.NewCheckbox(a.words.T("export.overwrite"), nil)
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: a.words.T("export.write-title"), Width: 560,
		Content: kit.Column(14, a.placeOf("export.place", path, overwrite.SetChecked), overwrite),
		Confirm: kit.DialogAction{Label: a.words.T("export.write"), Run: func() bool { return a.writeTo(path.Text(), overwrite.Checked(), fill) }},
		Cancel:  kit.DialogAction{Label: a.words.T("action.cancel")},
	})
}

// writeTo writes a small file at once and reports whether it is written.
func (a *App) writeTo(path string, overwrite bool, fill func(w io.Writer, previous []byte) error) bool {
	previous, err := exchange.Previous(path)
	if err == nil {
		err = exchange.WriteFile(path, overwrite, func(w io.Writer) error { return fill(w, previous) })
	}
	if err != nil {
		a.failAbout(exportProblem{err}, filepath.Base(path))
		return false
	}
	a.say(a.words.T("export.done", "file", filepath.Base(path)))
	return true
}

// content returns a version's content for printing.
func (a *App) content(_ plan.Document, v plan.Version) (plan.Content, error) {
	s, err := a.file.Content(v.ID)
	return s.Content, err
}

// exportProblem gives an error of writing its words.
type exportProblem struct{ error }

func (e exportProblem) Unwrap() error { return e.error }

// MessageKey is the key of the words for a person.
func (e exportProblem) MessageKey() string {
	if errors.Is(e.error, exchange.ErrExists) {
		return "error.file-exists"
	}
	return "error.write-file"
}
