package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// attacher is a source whose content can be changed together with files.
type attacher interface {
	// reform changes the content as one step; files are what the change attaches.
	reform(op editor.Op, change func(plan.Content) (plan.Content, error), files ...plan.Attachment) bool
}

// fileLine is an attached file as a row of the card.
type fileLine struct {
	row     plan.ID
	file    plan.AttachedFile
	name    string
	caption string
	opens   bool // the system has a program for it, and it cannot be one itself
	removes bool
}

// fileLinesOf returns the rows of the card. Of a locked version files are only
// read.
func fileLinesOf(w *i18n.Printer, c plan.Content, locked bool) []fileLine {
	var out []fileLine
	for _, x := range plan.AppendicesIn(c) {
		parts := []string{w.T("media-type." + x.File.Type.Code()), w.FileSize(x.File.Size)}
		if x.No != "" {
			parts = append([]string{w.T("attachments.number", "no", x.No)}, parts...)
		}
		out = append(out, fileLine{
			row: x.Row, file: x.File, name: plan.SafeName(x.File.Name), caption: strings.Join(parts, " · "),
			opens: x.File.Opens(), removes: !locked,
		})
	}
	return out
}

// attachments shows the files of the appendices above their table.
func (f *form) attachments() *special {
	w := f.desk.words
	card := kit.NewCard(w.T("attachments.title"), kit.Spring())
	add := kit.NewButton(kit.Link, w.T("attachments.add"), f.askAttach).WithIcon(assets.IconPlus)
	card.SetActions(add)
	return &special{object: card, show: func() {
		lines := fileLinesOf(w, f.source.content(), f.source.locked())
		shownWhere(add, !f.source.locked())
		if len(lines) == 0 {
			card.SetBody(kit.Pad(kit.Around(16), kit.NewParagraph(w.T("attachments.none"), kit.Dense, kit.ColorText2)))
			return
		}
		var rows []fyne.CanvasObject
		for _, l := range lines {
			rows = append(rows, f.fileRow(l))
		}
		card.SetBody(kit.NewRows(true, rows...))
	}}
}

func (f *form) fileRow(l fileLine) fyne.CanvasObject {
	w, app := f.desk.words, f.desk.app
	parts := []fyne.CanvasObject{
		kit.NewIcon(assets.IconPaperclip, 16, kit.ColorText2),
		kit.Grow(kit.Column(2, kit.NewText(l.name, kit.DenseStrong, kit.ColorText).Elastic(),
			kit.NewText(l.caption, kit.Caption, kit.ColorText2).Elastic())),
	}
	if l.opens {
		parts = append(parts, kit.NewButton(kit.Outlined, w.T("attachments.open"), func() { app.openAttached(l.file) }).Small())
	}
	parts = append(parts, kit.NewButton(kit.Outlined, w.T("attachments.save"), func() { app.askSaveAttached(l.file) }).Small())
	if l.removes {
		parts = append(parts, kit.NewIconButton(assets.IconTrash, 26, w.T("attachments.remove", "file", l.name), func() { f.detach(l.row) }))
	}
	return kit.Pad(kit.Insets{Top: 8, Right: 16, Bottom: 8, Left: 16}, kit.Bar(10, parts...))
}

// askAttach asks for a file and attaches it as the last appendix.
func (f *form) askAttach() {
	source, ok := f.source.(attacher)
	if !ok {
		return
	}
	public := kit.NewCheckbox(f.desk.words.T("attachments.public"), nil)
	f.desk.app.askPath(pathQuestion{title: "attachments.add-title", confirm: "attachments.attach", extra: public}, func(path string) {
		f.desk.app.attach(source, path, public.Checked())
	})
}

// attach attaches the file at path as the last appendix, after it was examined.
func (a *App) attach(source attacher, path string, public bool) {
	a.examine(path, func(x plan.Attachment) {
		title := strings.TrimSuffix(x.Name, filepath.Ext(x.Name))
		source.reform(editor.Op{Key: "op.attach"}, func(c plan.Content) (plan.Content, error) {
			after, _, err := plan.Attach(c, x.AttachedFile, title, public)
			return after, err
		}, x)
	})
}

// detach takes the appendix away; it can be undone.
func (f *form) detach(row plan.ID) {
	if source, ok := f.source.(attacher); ok {
		source.reform(editor.Op{Key: "op.detach"}, func(c plan.Content) (plan.Content, error) { return plan.Detach(c, row) })
	}
}

var _ attacher = (*documentView)(nil)

// reform implements attacher.
func (v *documentView) reform(op editor.Op, change func(plan.Content) (plan.Content, error), files ...plan.Attachment) bool {
	if err := v.desk.file.Typing().Leave(); err != nil {
		v.desk.fail(err)
		return false
	}
	edit, err := v.reformed(change)
	edit.Files = files
	return v.desk.do(op, edit, err)
}
