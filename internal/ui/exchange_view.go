package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/exchange/spreadsheet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// exchangeView shows what a spreadsheet would change, row by row, and does it.
type exchangeView struct {
	desk   *desk
	from   exchangeFrom
	back   place // where the person came from
	model  exchangeModel
	only   plan.RowState
	left   []int
	header *kit.PageHeader
	table  *kit.Table
	whole  fyne.CanvasObject
	body   *fyne.Container // all under the header
	notes  *kit.Paragraph  // the columns that are not taken in
	filter *fyne.Container
}

// exchangeFrom is what is taken in: the rows of a file, and the list that they are of.
type exchangeFrom struct {
	path  string
	list  plan.ListName
	doc   plan.ID // the plan whose activities they are; "" for all
	grids []spreadsheet.Grid
}

var _ view = (*exchangeView)(nil)

// planExchange reads the file beside the window and shows what comes of it.
func (a *App) planExchange(from exchangeFrom) {
	if err := a.file.Typing().Leave(); err != nil {
		a.fail(err)
		return
	}
	file, name := a.file, filepath.Base(from.path)
	book, err := a.book(from.list, from.doc)
	if err != nil {
		a.fail(err)
		return
	}
	job := kit.Job{Title: a.words.T("sheet.reading"), Cancel: a.words.T("action.cancel")}
	kit.Await(a.work, a.window.Canvas(), job, func(context.Context, kit.Report) (spreadsheet.Plan, error) {
		var err error
		if from.grids, err = readGrids(from.path); err != nil {
			return spreadsheet.Plan{}, err
		}
		b, err := book()
		if err != nil {
			return spreadsheet.Plan{}, err
		}
		return b.Plan(from.list, from.doc, from.grids)
	}, func(p spreadsheet.Plan, err error) {
		switch {
		case err != nil:
			a.failAbout(exchangeProblem{err, from.list, a.words}, name)
		case a.file != file:
		case p.Does() == 0 && p.Count(plan.RowRefused) == 0:
			a.say(a.words.T("sheet.nothing", "file", name))
		default:
			a.showExchange(from, p)
		}
	})
}

// book is the open file as rows of the list are written from it and held against it.
// What it holds are values, for a worker.
func (a *App) book(l plan.ListName, doc plan.ID) (func() (spreadsheet.Book, error), error) {
	b := spreadsheet.Book{Register: a.file.Register()}
	contents := map[plan.ID]plan.Sealed{}
	if l == spreadsheet.Activities {
		for _, d := range b.Plans() {
			if doc != "" && d.ID != doc {
				continue
			}
			s, err := a.file.Content(d.Latest().ID)
			if err != nil {
				return nil, err
			}
			contents[d.Latest().ID] = s
		}
	}
	words, today := a.words, a.desk.today()
	return func() (spreadsheet.Book, error) {
		spoken, err := spreadsheet.Spoken(words)
		if err != nil {
			return spreadsheet.Book{}, err
		}
		return spreadsheet.NewBook(b.Register, func(_ plan.Document, v plan.Version) (plan.Sealed, error) { return contents[v.ID], nil }, spoken, today), nil
	}, nil
}

func (a *App) showExchange(from exchangeFrom, p spreadsheet.Plan) {
	w := a.words
	v := &exchangeView{desk: a.desk, from: from, back: a.at, model: exchangeModelOf(w, p, "")}
	v.header = kit.NewEditorHeader(w.T("sheet.title", "file", filepath.Base(from.path))).Captioned()
	v.table = kit.NewTable(v.model.columns(), v.model, kit.TableLook{}, kit.TableEvents{Tick: v.tick, TickAll: v.tickAll})
	v.notes, v.filter = kit.NewParagraph("", kit.Dense, kit.ColorText2), kit.Bar(0)
	top := kit.Pad(kit.Insets{Top: 12, Right: 20, Bottom: 12, Left: 20}, kit.Column(10, v.filter, v.notes))
	v.body = kit.Dock(kit.Edges{Top: top}, kit.Pad(kit.Insets{Right: 20, Bottom: 16, Left: 20}, kit.NewCard("", v.table)))
	v.whole = kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Top: v.header}, v.body))
	a.closePreview()
	a.doc, a.front, a.at = nil, v, place{room: a.at.room}
	a.shell.SetWork(v.whole)
	v.fill()
}

func (v *exchangeView) object() fyne.CanvasObject { return v.whole }
func (v *exchangeView) show(place)                {}

// refresh holds the rows against the file anew, which has changed.
func (v *exchangeView) refresh(editor.Change) { v.again(v.left) }

// again holds the rows against the file with other rows left out.
func (v *exchangeView) again(left []int) {
	a, from := v.desk.app, v.from
	book, err := a.book(from.list, from.doc)
	if err != nil {
		a.fail(err)
		return
	}
	kit.Await(a.work, a.window.Canvas(), kit.Job{Title: a.words.T("sheet.reading")}, func(context.Context, kit.Report) (spreadsheet.Plan, error) {
		b, err := book()
		if err != nil {
			return spreadsheet.Plan{}, err
		}
		return b.Plan(from.list, from.doc, from.grids, left...)
	}, func(p spreadsheet.Plan, err error) {
		switch {
		case err != nil:
			v.desk.fail(err)
		case a.front == view(v):
			v.left, v.model.plan = left, p
			v.fill()
		}
	})
}

// fill shows what the rows do.
func (v *exchangeView) fill() {
	w := v.desk.words
	v.model = exchangeModelOf(w, v.model.plan, v.only)
	v.header.SetCaption(v.model.summary())
	take := v.desk.editing(kit.NewButton(kit.Primary, v.model.doLabel(), v.carryOut))
	if v.model.plan.Does() == 0 {
		take.Disable()
	}
	v.header.SetActions(kit.NewButton(kit.Outlined, w.T("action.cancel"), v.leave), take)
	pick := kit.NewSegmented(v.model.filters(), string(v.only), func(s string) {
		v.only = plan.RowState(s)
		v.fill()
	})
	v.filter.Objects = kit.Bar(0, pick, kit.Spring()).Objects
	v.filter.Refresh()
	strangers := v.model.strangers()
	v.notes.SetText(strangers)
	shownWhere(v.notes, strangers != "")
	v.table.SetColumns(v.model.columns())
	v.table.SetSource(v.model)
	v.table.SetAllTicked(v.model.ticks())
	v.body.Refresh()
}

func (v *exchangeView) tick(row int, on bool) {
	if l := v.model.lines[row]; tickOf(l.row.State) != kit.NoBox {
		v.again(v.model.left(l.row.Number, on))
	}
}

func (v *exchangeView) tickAll(on bool) {
	var left []int
	if !on {
		left = v.model.all()
	}
	v.again(left)
}

// leave goes back to where the person came from.
func (v *exchangeView) leave() { v.desk.open(v.back) }

// carryOut does what is shown, as one step that can be undone.
func (v *exchangeView) carryOut() {
	a, p := v.desk.app, v.model.plan
	if p.Edit.IsEmpty() {
		return
	}
	a.front = nil // what comes is not shown here any more
	if !v.desk.do(editor.Op{Key: "op.exchange"}, p.Edit, nil) {
		a.front = v
		return
	}
	a.open(v.back)
	a.say(v.desk.words.N("sheet.taken", p.Does()))
}
