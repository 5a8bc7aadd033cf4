package ui

import (
	"context"
	"errors"
	"io"
	"path/filepath"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/ui/kit"
)

// printing is a PDF on its way to a file, and the window from which it goes there.
type printing struct {
	window fyne.Window
	title  string // of the question and of the progress
	make   func(words *i18n.Printer) (Paper, error)
	say    func(text string)
	fail   func(err error, file string) // file is the PDF's name, or "" where it is not about that
}

// fromWindow is a printing from the window with the work.
func (a *App) fromWindow(title string, make func(words *i18n.Printer) (Paper, error)) printing {
	return printing{window: a.window, title: title, make: make, say: a.say, fail: func(err error, file string) {
		if file == "" {
			file = fileName(a.path)
		}
		a.failAbout(err, file)
	}}
}

// askPrint asks where the PDF is to lie and in which language, proposing the path, and
// writes it.
func (a *App) askPrint(p printing, proposed, confirm string) {
	path := kit.NewEntry(a.kitWords, "", nil)
	path.SetText(proposed)
	lang := string(a.words.Language())
	language := kit.NewSegmented([]kit.Choice{
		{Value: "sv", Label: a.words.T("language.sv")}, {Value: "en", Label: a.words.T("language.en")},
	}, lang, func(s string) { lang = s })
	overwrite := kit.NewCheckbox(a.words.T("export.overwrite"), nil)
	kit.OpenDialog(p.window.Canvas(), kit.DialogSpec{
		Title: p.title, Width: 560,
		Content: kit.Column(14, a.placeOf("export.place", path, overwrite.SetChecked), kit.NewField(a.words.T("export.language"), language), overwrite),
		Confirm: kit.DialogAction{Label: confirm, Run: func() bool {
			a.work.Post(func() { a.print(p, path.Text(), i18n.Language(lang), overwrite.Checked()) })
			return true
		}},
		Cancel: kit.DialogAction{Label: a.words.T("action.cancel")},
	})
}

// print makes the blocks here, where the file is, and lays out and writes them
// beside the window.
func (a *App) print(p printing, path string, lang i18n.Language, overwrite bool) {
	words, err := i18n.New(lang)
	if err != nil {
		p.fail(err, "")
		return
	}
	paper, err := p.make(words)
	if err != nil {
		p.fail(err, "")
		return
	}
	write := a.setup.Print
	kit.Await(a.work, p.window.Canvas(), kit.Job{Title: p.title, Cancel: a.words.T("action.cancel")}, func(ctx context.Context, tell kit.Report) (string, error) {
		err := exchange.WriteFile(path, overwrite, func(w io.Writer) error {
			return write(ctx, w, paper, func(n, total int) {
				tell(float64(n)/float64(max(total, 1)), a.words.T("export.writing", "n", n, "total", total))
			})
		})
		return filepath.Base(path), err
	}, func(name string, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			p.say(a.words.T("export.cancelled"))
		case err != nil:
			p.fail(exportProblem{err}, name)
		default:
			p.say(a.words.T("export.done", "file", name))
		}
	})
}
