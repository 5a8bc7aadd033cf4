package ui

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/exchange"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// packetExport is how a meeting's papers are exported.
type packetExport struct {
	path      string
	lang      i18n.Language
	public    bool
	folder    bool // with what is delivered separately
	documents bool // each as a file of its own too; only in a folder
	dispatch  bool // it is noted in the log
	overwrite bool
}

// variantOf is the packet in the variant, and makes the source one for it.
func variantOf(s *report.Source, p packet.Packet, public bool) (packet.Packet, error) {
	if !public {
		return p, nil
	}
	r, out, err := packet.Public(s.Register, p)
	if err != nil {
		return p, publicProblem{err}
	}
	s.Register = r
	return out, nil
}

// suggestion is the name that an export is suggested to have.
func (x packetExport) suggestion(w *i18n.Printer, p packet.Packet) string {
	p.Public = x.public
	name := report.PacketFileName(report.Source{Words: w}, p)
	if x.folder {
		return strings.TrimSuffix(name, ".pdf")
	}
	return name
}

// askExportPacket asks how the papers are to be exported, and exports them.
func (a *App) askExportPacket(p packet.Packet, public bool) {
	if err := a.file.Typing().Leave(); err != nil {
		a.fail(err)
		return
	}
	w := a.words
	x := packetExport{lang: w.Language(), public: public, dispatch: true}
	path := kit.NewEntry(a.kitWords, "", nil)
	named := func() { path.SetText(filepath.Join(filepath.Dir(a.path), x.suggestion(w, p))) }
	named()
	shown := "full"
	if public {
		shown = "public"
	}
	variant := kit.NewSegmented([]kit.Choice{{Value: "full", Label: w.T("packet.full")}, {Value: "public", Label: w.T("packet.public")}}, shown,
		func(s string) { x.public = s == "public"; named() })
	language := kit.NewSegmented([]kit.Choice{{Value: "sv", Label: w.T("language.sv")}, {Value: "en", Label: w.T("language.en")}}, string(x.lang),
		func(s string) { x.lang = i18n.Language(s) })
	var documents *kit.Checkbox
	folder := kit.NewCheckbox(w.T("packets.export-folder"), func(on bool) { x.folder = on; documents.SetChecked(on && x.documents); named() })
	documents = kit.NewCheckbox(w.T("packets.export-documents"), func(on bool) {
		x.documents = on
		if on && !x.folder {
			x.folder = true
			folder.SetChecked(true)
			named()
		}
	})
	dispatch := kit.NewCheckbox(w.T("packets.export-log"), func(on bool) { x.dispatch = on })
	dispatch.SetChecked(true)
	var logged fyne.CanvasObject = dispatch
	if a.file.ReadOnly() {
		x.dispatch = false
		logged = kit.NewParagraph(w.T("packets.export-not-logged"), kit.Dense, kit.ColorText2)
	}
	overwrite := kit.NewCheckbox(w.T("export.overwrite"), func(on bool) { x.overwrite = on })
	replaces := func(on bool) {
		x.overwrite = on
		overwrite.SetChecked(on)
	}
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: w.T("packets.export-title"), Width: 560,
		Content: kit.Column(14, a.placeOf("export.place", path, replaces),
			kit.Bar(24, kit.NewField(w.T("packets.variant"), variant), kit.NewField(w.T("export.language"), language), kit.Spring()),
			kit.Column(8, folder, documents, logged, overwrite)),
		Confirm: kit.DialogAction{Label: w.T("export.title"), Run: func() bool {
			x.path = path.Text()
			a.work.Post(func() { a.withEnclosures(p, func() { a.exportPacket(p, x) }) })
			return true
		}},
		Cancel: kit.DialogAction{Label: w.T("action.cancel")},
	})
}

// exported is what was written.
type exported struct {
	made    packet.Made
	remarks []report.Remark
}

// exportPacket writes the papers beside the window, notes it and tells what was lost
// of files of other origin.
func (a *App) exportPacket(p packet.Packet, x packetExport) {
	words, err := i18n.New(x.lang)
	if err != nil {
		a.fail(err)
		return
	}
	src, err := a.source(words)
	if err != nil {
		a.fail(err)
		return
	}
	shown, err := variantOf(&src, p, x.public)
	if err != nil {
		a.fail(err)
		return
	}
	remarks, err := report.Remarks(src, shown)
	if err != nil {
		a.fail(err)
		return
	}
	var files []report.Bundled
	if x.folder {
		files, err = report.Bundle(src, shown, x.documents)
	} else {
		var whole report.Print
		whole, err = report.Packet(src, shown)
		files = []report.Bundled{{Name: filepath.Base(x.path), Print: &whole}}
	}
	if err != nil {
		a.fail(err)
		return
	}
	a.writePapers(x, files, func(m packet.Made) {
		m.Public = x.public
		a.exportedPacket(p, x, exported{m, remarks})
	})
}

// writePapers writes the files, the first of which is that of all papers, and tells
// of it.
func (a *App) writePapers(x packetExport, files []report.Bundled, done func(packet.Made)) {
	write, file, papers := a.setup.Print, a.file, make([]Paper, len(files))
	for i, f := range files {
		if f.Print != nil {
			papers[i] = a.paper(*f.Print)
		}
	}
	job := kit.Job{Title: a.words.T("export.title"), Cancel: a.words.T("action.cancel")}
	kit.Await(a.work, a.window.Canvas(), job, func(ctx context.Context, tell kit.Report) (packet.Made, error) {
		var made packet.Made
		one := func(i int) func(io.Writer) error {
			return func(w io.Writer) error {
				if files[i].Print == nil {
					return file.CopyFile(files[i].File.Hash, w)
				}
				sum := sha256.New()
				pages := 0
				err := write(ctx, io.MultiWriter(w, sum), papers[i], func(n, total int) {
					pages = total
					tell(float64(n)/float64(max(total, 1)), a.words.T("export.writing", "n", n, "total", total))
				})
				if i == 0 {
					made = packet.Made{File: files[0].Name, Hash: hex.EncodeToString(sum.Sum(nil)), Pages: pages}
				}
				return err
			}
		}
		if !x.folder {
			err := exchange.WriteFile(x.path, x.overwrite, one(0))
			return made, err
		}
		err := exchange.WriteFolder(x.path, x.overwrite, func(dir string) error {
			for i, f := range files {
				if err := exchange.WriteFile(filepath.Join(dir, f.Name), false, one(i)); err != nil {
					return err
				}
			}
			return nil
		})
		return made, err
	}, func(m packet.Made, err error) {
		switch {
		case errors.Is(err, context.Canceled):
			a.say(a.words.T("export.cancelled"))
		case err != nil:
			a.failAbout(exportProblem{err}, filepath.Base(x.path))
		case a.file != nil:
			done(m)
		}
	})
}

// exportedPacket notes an export in the log and tells what was lost on the way.
func (a *App) exportedPacket(p packet.Packet, x packetExport, e exported) {
	w := a.words
	said := w.T("export.done", "file", filepath.Base(x.path))
	if a.file.ReadOnly() {
		said += " · " + w.T("packets.not-logged")
	}
	if x.dispatch {
		edit := packet.Log(a.desk.register(), p, e.made, a.desk.who(), a.now())
		if !a.desk.do(editor.Op{Key: "op.dispatch"}, edit, nil) {
			return
		}
		if !x.public {
			said += " · " + w.T("packets.logged", "n", len(packet.Dispatches(a.desk.register(), p.ID)))
		}
	}
	if len(e.remarks) == 0 {
		a.say(said)
		return
	}
	rows := []fyne.CanvasObject{kit.NewParagraph(said, kit.Dense, kit.ColorText)}
	inside := false
	for _, r := range e.remarks {
		inside = inside || r.Enclosure.Apart == ""
		rows = append(rows, kit.Column(2,
			kit.NewText(w.T("packets.remark", "item", r.Item, "appendix", r.Appendix, "title", r.Title), kit.DenseStrong, kit.ColorText).Elastic(),
			kit.NewParagraph(report.RemarkText(report.Source{Words: w}, r.Enclosure), kit.Dense, kit.ColorText2)))
	}
	if inside {
		rows = append(rows, kit.NewParagraph(w.T("cli.no-claims"), kit.Dense, kit.ColorText))
	}
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: w.T("packets.exported"), Width: 560, Content: kit.Column(12, rows...),
		Confirm: kit.DialogAction{Label: w.T("action.close"), Run: func() bool { return true }},
	})
}
