package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strconv"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// importView shows what bringing another file in would do, place by place where both
// sides have changed, and does it.
type importView struct {
	desk   *desk
	path   string // of the other file
	other  *editor.Editor
	plan   *plan.Import
	header *kit.PageHeader
	body   *kit.ScrollBox
	whole  fyne.CanvasObject
	ready  func(*plan.Import) // changes a plan before it is shown
}

var _ view = (*importView)(nil)

// askImport asks for the file to be brought in.
func (a *App) askImport() {
	path := kit.NewEntry(a.kitWords, filepath.Join(documentsFolder(), a.words.T("file.plans")+extension), nil)
	look := a.lookFor(path, a.planFiles()...)
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: a.words.T("import.ask"), Width: 560,
		Content: kit.Column(12, kit.NewParagraph(a.words.T("import.text"), kit.Body, kit.ColorText),
			kit.NewField(a.words.T("welcome.open.path"), path), kit.Bar(8, look)),
		Confirm: kit.DialogAction{Label: a.words.T("import.compare"), Run: func() bool {
			from := path.Text()
			a.work.Post(func() { a.planImport(from) })
			return true
		}},
		Cancel: kit.DialogAction{Label: a.words.T("action.cancel")},
	})
}

// importing is what is planned beside the window.
type importing struct {
	other *editor.Editor
	plan  *plan.Import
	ready func(*plan.Import)
}

// planImport opens the other file and compares it with this one. A file that somebody
// has open is refused: what is being written there is not finished.
func (a *App) planImport(path string) { a.compareWith(path, func(*plan.Import) {}) }

// compareWith plans the import; ready may change it before it is shown.
func (a *App) compareWith(path string, ready func(*plan.Import)) {
	if err := a.file.Typing().Leave(); err != nil {
		a.fail(err)
		return
	}
	files, owner, file := a.setup.Files, a.prefs.person(), a.file
	job := kit.Job{Title: a.words.T("import.comparing"), Cancel: a.words.T("action.cancel")}
	kit.Await(a.work, a.window.Canvas(), job, func(ctx context.Context, _ kit.Report) (importing, error) {
		store, err := files.Open(ctx, path, owner)
		if err != nil && readsInstead(err) && !takesOver(err) {
			store, err = files.OpenReadOnly(ctx, path, owner)
		}
		if err != nil {
			return importing{}, err
		}
		other, err := editor.Open(ctx, store, editor.Options{})
		if err != nil {
			return importing{}, err
		}
		im, err := file.PlanImport(other)
		if err != nil {
			_ = other.Close() // the first error is told
			return importing{}, err
		}
		ready(im)
		return importing{other, im, ready}, nil
	}, func(x importing, err error) {
		if err != nil {
			a.failAbout(err, filepath.Base(path))
			return
		}
		if a.file != file || x.plan.IsEmpty() {
			_ = x.other.Close() // it was only read
			a.say(a.words.T("import.nothing", "file", filepath.Base(path)))
			return
		}
		a.showImport(path, x)
	})
}

func (a *App) showImport(path string, x importing) {
	v := &importView{desk: a.desk, path: path, other: x.other, plan: x.plan, ready: x.ready}
	w := a.words
	v.header = kit.NewEditorHeader(w.T("import.title", "file", filepath.Base(path))).Captioned()
	leave := kit.NewButton(kit.Outlined, w.T("action.cancel"), v.leave)
	do := kit.NewButton(kit.Primary, w.T("import.do"), v.carryOut)
	if hasChoices(v.plan) {
		v.header.SetActions(
			kit.NewButton(kit.Link, w.T("import.all-mine"), func() { v.chooseAll(false) }),
			kit.NewButton(kit.Link, w.T("import.all-theirs"), func() { v.chooseAll(true) }), leave, do)
	} else {
		v.header.SetActions(leave, do)
	}
	v.body = kit.NewScrollBox(kit.Spring())
	v.whole = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Top: v.header}, v.body))
	a.closePreview()
	a.doc, a.front, a.at = nil, v, place{room: roomSettings}
	a.nav.Select("")
	a.shell.SetWork(v.whole)
	v.fill()
}

// hasChoices reports whether anything of an import is for the person to choose.
func hasChoices(im *plan.Import) bool {
	return slices.ContainsFunc(im.Items, func(i plan.ImportItem) bool {
		return len(i.Clashes) > 0 || i.Outcome == plan.ImportGoneHere || i.Outcome == plan.ImportGone
	})
}

func (v *importView) object() fyne.CanvasObject { return v.whole }
func (v *importView) show(place)                {}

// refresh plans the import anew, since the file has changed under it.
func (v *importView) refresh(editor.Change) {
	im, err := v.desk.file.PlanImport(v.other)
	if err != nil {
		v.desk.fail(err)
		return
	}
	v.ready(im)
	v.plan = im
	v.fill()
}

// leave closes the other file.
func (v *importView) leave() {
	v.close()
	v.desk.open(place{room: roomTodo})
}

func (v *importView) close() {
	if v.other != nil {
		_ = v.other.Close() // it was only read
		v.other = nil
	}
}

func (v *importView) chooseAll(theirs bool) {
	v.plan.ChooseAll(theirs)
	v.fill()
}

// importOutcomes are how each outcome looks.
var importOutcomes = map[plan.Outcome]struct {
	symbol assets.Icon
	family kit.Family
}{
	plan.ImportAdded:    {assets.IconPlus, kit.Done},
	plan.ImportTaken:    {assets.StateDone, kit.Done},
	plan.ImportMerged:   {assets.StateHalf, kit.Active},
	plan.ImportClash:    {assets.StateUrgent, kit.Urgent},
	plan.ImportDraft:    {assets.StateDraft, kit.Active},
	plan.ImportGoneHere: {assets.StateUrgent, kit.Urgent},
	plan.ImportGone:     {assets.StateUrgent, kit.Urgent},
	plan.ImportRefused:  {assets.StateLate, kit.Late},
}

// fill shows first what is to be chosen, then what comes by itself.
func (v *importView) fill() {
	w := v.desk.words
	open, theirs := v.plan.Open(), v.other.Register()
	var choose, rest []fyne.CanvasObject
	for i := range v.plan.Items {
		item := &v.plan.Items[i]
		switch {
		case len(item.Clashes) > 0:
			choose = append(choose, v.clashCard(item, theirs))
		case item.Outcome == plan.ImportGoneHere, item.Outcome == plan.ImportGone:
			choose = append(choose, v.goneCard(item))
		default:
			rest = append(rest, v.row(item))
		}
	}
	for key, n := range map[string]int{"import.relations": v.plan.Relations, "import.events": v.plan.Events} {
		if n > 0 {
			rest = append(rest, kit.NewTwoLineRow(kit.TwoLine{Title: w.N(key, n), Symbol: assets.IconLink}))
		}
	}
	if hasChoices(v.plan) {
		v.header.SetCaption(w.N("import.open", open))
	}
	if len(rest) > 0 {
		choose = append(choose, kit.NewCard(w.T("import.rest"), kit.NewRows(true, rest...)))
	}
	at := v.body.Offset()
	v.body.SetContent(kit.Pad(kit.Insets{Top: 14, Right: 24, Bottom: 24, Left: 24}, measured(measureTables, kit.Column(14, choose...))))
	v.body.ScrollTo(at)
}

// carryOut keeps a copy and imports what was chosen.
func (v *importView) carryOut() {
	a, file, other, im := v.desk.app, v.desk.file, v.other, v.plan
	from := plan.Source{File: filepath.Base(v.path), By: v.desk.who(), At: v.desk.now()}
	job := kit.Job{Title: a.words.T("import.doing")}
	v.other = nil
	kit.Await(a.work, a.window.Canvas(), job, func(ctx context.Context, _ kit.Report) (bool, error) {
		var err error
		if from.Hash, err = exchange.HashFile(v.path); err != nil {
			return false, err
		}
		if _, err := file.KeepCopy(ctx, plan.BeforeImport); err != nil {
			return false, err
		}
		return true, nil
	}, func(_ bool, err error) {
		if err == nil {
			a.front = nil // what comes is not shown piece by piece
			err = file.CarryOut(im, other, from)
		}
		_ = other.Close() // it was only read
		if err != nil {
			a.fail(err)
		} else {
			refused := 0
			for _, i := range im.Items {
				if i.Outcome == plan.ImportRefused {
					refused++
				}
			}
			said := a.words.T("import.done", "file", from.File)
			if refused > 0 {
				said += " " + a.words.T("import.refused", "n", strconv.Itoa(refused))
			}
			a.say(said)
		}
		a.open(place{room: roomTodo})
	})
}
