package ui

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// handOverView asks what is to be handed over and where the new file is to lie.
type handOverView struct {
	app    *App
	model  handOverModel
	base   string // path of the open file without its ending
	named  bool   // the person has written another name
	dialog *kit.Dialog
	body   *fyne.Container
	holds  *kit.Paragraph
	filter *kit.Entry
	count  *kit.Paragraph
	list   *kit.ScrollBox
	beside *kit.Paragraph
	also   *kit.Button
	path   *kit.Entry
	place  *kit.Field
	part   []fyne.CanvasObject // what stands there only where documents are chosen
}

// askHandOver asks where a copy of the file, or a file of the documents, is to lie,
// for somebody else to work in.
func (a *App) askHandOver(documents ...plan.ID) {
	if err := a.file.Typing().Leave(); err != nil {
		a.fail(err)
		return
	}
	newHandOverView(a, documents).open()
}

func newHandOverView(a *App, documents []plan.ID) *handOverView {
	v := &handOverView{
		app: a, model: handOverOf(a.words, a.desk.outlook(), documents...), base: strings.TrimSuffix(a.path, extension),
	}
	v.make()
	return v
}

func (v *handOverView) open() {
	w := v.app.words
	v.dialog = kit.OpenDialog(v.app.window.Canvas(), kit.DialogSpec{
		Title: w.T("hand-over.dialog"), Width: 620, Content: v.body,
		Confirm: kit.DialogAction{Label: w.T("hand-over.confirm"), Run: v.confirm},
		Cancel:  kit.DialogAction{Label: w.T("action.cancel")},
	})
	v.show()
}

func (v *handOverView) make() {
	w := v.app.words
	mode := "whole"
	if v.model.part {
		mode = "part"
	}
	what := kit.NewSegmented([]kit.Choice{
		{Value: "whole", Label: w.T("hand-over.whole")}, {Value: "part", Label: w.T("hand-over.chosen")},
	}, mode, func(s string) { v.model.part = s == "part"; v.show() })
	v.holds = kit.NewParagraph("", kit.Body, kit.ColorText)
	v.filter = kit.NewEntry(v.app.kitWords, w.T("hand-over.filter"), nil).Filter(assets.IconFilter).OnTyped(func(string) { v.fill() })
	v.count = kit.NewParagraph("", kit.DenseStrong, kit.ColorText)
	v.list = kit.NewScrollBox(kit.Spring())
	v.beside = kit.NewParagraph("", kit.Dense, kit.ColorText2)
	v.also = kit.NewButton(kit.Link, w.T("hand-over.take-beside"), v.takeBeside)
	v.path = kit.NewEntry(v.app.kitWords, "", nil).OnTyped(func(string) { v.named = true; v.place.SetError("") })
	v.place = kit.NewField(w.T("export.place"), v.path)
	all := kit.NewButton(kit.Link, w.T("hand-over.all"), func() { v.chooseAll(true) })
	none := kit.NewButton(kit.Link, w.T("hand-over.none"), func() { v.chooseAll(false) })
	v.part = []fyne.CanvasObject{
		v.filter, kit.NewCard("", kit.Fixed(0, 200, v.list)), kit.Bar(12, kit.Grow(v.count), all, none),
		kit.Dock(kit.Edges{Right: kit.Pad(kit.Insets{Left: 12}, v.also)}, v.beside),
	}
	objects := []fyne.CanvasObject{kit.Bar(0, what, kit.Spring()), v.holds}
	objects = append(objects, v.part...)
	v.body = kit.Column(12, append(objects, kit.NewParagraph(w.T("hand-over.text"), kit.Dense, kit.ColorText2), v.place)...)
}

// show fits the dialog to what is chosen to be handed over.
func (v *handOverView) show() {
	key := "hand-over.whole-holds"
	if v.model.part {
		key = "hand-over.chosen-holds"
	}
	v.holds.SetText(v.app.words.T(key))
	if !v.named {
		v.path.SetText(v.model.name(v.app.words, v.base))
	}
	v.fill()
}

// fill shows the documents that the filter lets through.
func (v *handOverView) fill() {
	w := v.app.words
	groups, more := v.model.shown(v.filter.Text())
	var rows []fyne.CanvasObject
	for i, g := range groups {
		rows = append(rows, kit.NewGroupRow(g.title, i == 0))
		for _, l := range g.lines {
			box := kit.NewCheckbox(l.label, func(on bool) { v.model.chosen[l.document] = on; v.tell() })
			box.SetChecked(v.model.chosen[l.document])
			rows = append(rows, kit.Pad(kit.Insets{Top: 6, Right: 14, Bottom: 6, Left: 14}, box))
		}
	}
	switch {
	case len(groups) == 0:
		rows = append(rows, kit.Pad(kit.Around(14), kit.NewParagraph(w.T("hand-over.nothing-found"), kit.Dense, kit.ColorText2)))
	case more > 0:
		rows = append(rows, kit.Pad(kit.Around(14), kit.NewParagraph(w.N("hand-over.more", more), kit.Dense, kit.ColorText2)))
	}
	v.list.SetContent(kit.Column(0, rows...))
	v.tell()
}

// tell says how many are chosen and what they are related to.
func (v *handOverView) tell() {
	w := v.app.words
	chosen := v.model.documents()
	v.count.SetText(w.N("hand-over.count", len(chosen)))
	_, said := v.model.beside(w, v.app.desk.register())
	v.beside.SetText(said)
	for i, o := range v.part {
		if v.model.part && (i < len(v.part)-1 || said != "") {
			o.Show()
		} else {
			o.Hide()
		}
	}
	v.body.Refresh()
	if v.dialog != nil {
		v.dialog.SetConfirmEnabled(v.model.ready())
		v.dialog.Fit()
	}
}

func (v *handOverView) chooseAll(on bool) {
	for _, id := range v.model.matching(v.filter.Text()) {
		v.model.chosen[id] = on
	}
	v.fill()
}

// takeBeside chooses what the chosen ones are related to as well.
func (v *handOverView) takeBeside() {
	ids, _ := v.model.beside(v.app.words, v.app.desk.register())
	for _, id := range ids {
		v.model.chosen[id] = true
	}
	at := v.list.Offset()
	v.fill()
	v.list.ScrollTo(at)
}

// confirm writes the file, unless something lies there.
func (v *handOverView) confirm() bool {
	to := strings.TrimSpace(v.path.Text())
	if filepath.Ext(to) == "" {
		to += extension
	}
	if _, err := os.Lstat(to); err == nil {
		v.place.SetError(v.app.words.T("hand-over.exists"))
		v.dialog.Fit()
		return false
	}
	a := v.app
	var documents []plan.ID
	if v.model.part {
		documents = v.model.documents()
	}
	a.work.Post(func() { a.handOver(to, documents) })
	return true
}

// handOver writes a copy of the file, or a file of the documents.
func (a *App) handOver(to string, documents []plan.ID) {
	w, file := a.words, a.file
	from := plan.Source{File: filepath.Base(a.path), By: a.desk.who(), At: a.desk.now()}
	kit.Await(a.work, a.window.Canvas(), kit.Job{Title: w.T("hand-over.dialog"), Cancel: w.T("action.cancel")},
		func(ctx context.Context, _ kit.Report) (bool, error) {
			if len(documents) == 0 {
				return true, file.CopyTo(ctx, to)
			}
			return true, file.HandOver(ctx, to, documents, from)
		},
		func(_ bool, err error) {
			if err != nil {
				a.failAbout(err, filepath.Base(to))
				return
			}
			a.say(w.T("hand-over.done", "file", filepath.Base(to)))
		})
}
