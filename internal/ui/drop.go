package ui

import (
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/exchange/spreadsheet"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// landing is what can be done with files where they were dropped.
type landing struct {
	open    bool // a file is open
	reads   bool // it can only be read
	attach  bool // appendices lie here
	locked  bool // none can be added to them
	rows    bool // a list is here
	already bool // what was dropped is the open file
}

// dropAct is what is done with what was dropped.
type dropAct uint8

const (
	dropNothing dropAct = iota
	dropOpen            // opens a plan file
	dropAsk             // asks whether it is opened or brought in
	dropAttach
	dropRows
)

// dropOf decides what is done with files; why is the key of the words where nothing is,
// "" where nothing need be said.
func dropOf(paths []string, on landing) (act dropAct, why string) {
	plans, sheets := 0, 0
	for _, p := range paths {
		switch end := strings.ToLower(filepath.Ext(p)); {
		case end == extension:
			plans++
		case slices.Contains(sheetEndings(), end):
			sheets++
		}
	}
	switch {
	case len(paths) == 0 || on.already:
		return dropNothing, ""
	case plans > 0 && len(paths) > 1:
		return dropNothing, "drop.one-plan"
	case plans > 0 && on.open && !on.reads:
		return dropAsk, ""
	case plans > 0:
		return dropOpen, ""
	case !on.open:
		return dropNothing, "drop.closed"
	case on.reads:
		return dropNothing, "drop.read-only"
	case on.attach && on.locked:
		return dropNothing, "drop.locked"
	case on.attach:
		return dropAttach, ""
	case on.rows && sheets == 1 && len(paths) == 1:
		return dropRows, ""
	}
	return dropNothing, "drop.where"
}

func (a *App) droppedURIs(at fyne.Position, uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, filepath.FromSlash(u.Path()))
		}
	}
	a.dropped(at, paths)
}

// dropped does what fits with files that were dropped at a position of the window. A
// dialog that is open is answered first.
func (a *App) dropped(at fyne.Position, paths []string) {
	if a.window.Canvas().Overlays().Top() != nil {
		return
	}
	on := landing{open: a.isOpen(), already: len(paths) == 1 && a.isOpen() && paths[0] == a.path}
	var attach func(path string)
	var rows exchanged
	if on.open {
		on.reads = a.desk.reads()
		attach, on.locked = a.attachAt(at)
		on.attach = attach != nil
		rows, on.rows = a.listInFront()
	}
	act, why := dropOf(paths, on)
	switch act {
	case dropOpen:
		a.openFile(paths[0])
	case dropAsk:
		a.askDropped(paths[0])
	case dropAttach:
		for _, p := range paths {
			attach(p)
		}
	case dropRows:
		a.planExchange(exchangeFrom{path: paths[0], list: rows.list, doc: rows.doc})
	case dropNothing:
		if why != "" {
			a.toaster.Show(assets.IconInfo, kit.Neutral, a.words.T(why), "", nil)
		}
	}
}

// attachAt returns what attaches a file there, nil where no appendices lie; locked
// where none can be added.
func (a *App) attachAt(at fyne.Position) (attach func(path string), locked bool) {
	switch v := a.front.(type) {
	case *documentView:
		if !v.inSectionWith(plan.KeyAppendices) {
			return nil, false
		}
		return func(path string) { a.attach(v, path, false) }, v.locked()
	case *packetsView:
		if it, ok := v.itemAt(at); ok {
			return func(path string) { v.attachFile(it, path, false) }, false
		}
	}
	return nil, false
}

// inSectionWith reports whether the section in front holds the field.
func (v *documentView) inSectionWith(key plan.Key) bool {
	for _, s := range plan.SectionsOf(v.about.Document.Kind, v.about.Document.Quick) {
		if s.Key == v.section {
			_, has := plan.FieldIn(s.Fields, key)
			return has
		}
	}
	return false
}

// itemAt is the item at a position, or the one whose form is open.
func (v *packetsView) itemAt(at fyne.Position) (packet.Item, bool) {
	if v.id == "" {
		return packet.Item{}, false
	}
	id := ""
	if len(v.row) > 0 {
		id = string(v.row[0].Row)
	} else {
		id = v.agenda.LineAt(at)
	}
	it, _, ok := v.line(id)
	return it, ok
}

// listInFront is the list in front that spreadsheets go into.
func (a *App) listInFront() (exchanged, bool) {
	switch v := a.front.(type) {
	case *documentView:
		return exchanged{spreadsheet.Activities, v.id}, v.inSectionWith(plan.KeyActivities)
	case *libraryView:
		return exchanged{list: v.list}, slices.Contains(spreadsheet.Lists(), v.list)
	}
	return exchanged{}, false
}

// askDropped asks whether a plan file is opened, or brought into the one that is open.
func (a *App) askDropped(path string) {
	w := a.words
	do := func(act func(string)) func() bool {
		return func() bool {
			a.work.Post(func() { act(path) })
			return true
		}
	}
	kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: w.T("drop.plan-title", "file", filepath.Base(path)), Width: 560,
		Content: kit.NewParagraph(w.T("drop.plan-text"), kit.Body, kit.ColorText),
		Confirm: kit.DialogAction{Label: w.T("drop.plan-open"), Run: do(a.openFile)},
		Cancel:  kit.DialogAction{Label: w.T("action.cancel")},
		Extra:   []kit.DialogAction{{Label: w.T("drop.plan-import"), Run: do(a.planImport)}},
	})
}
