package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// desk is what a view works with. It lives as long as one file is open in one
// language; when either changes, the shell makes a new desk and new views.
type desk struct {
	file   *editor.Editor
	words  *i18n.Printer
	kit    *kit.Words
	window fyne.Window
	now    func() time.Time // of the run's clock
	who    func() string    // name and role of the person at the computer
	// open shows a place.
	open func(place)
	// fail shows what went wrong, what was kept and what to do.
	fail func(error)
	// say shows a short message that goes away by itself.
	say func(string)
	// hint says in the status line what can be done now; "" for nothing in
	// particular.
	hint func(string)
	// book is what lists ask of the documents.
	book factBook
	// papers is how the papers of the next meeting stand.
	papers papersBook
	// app gives settings their say over the whole window.
	app *App
}

// view is what fills the window beside the navigation.
type view interface {
	// object returns the view's content; always the same object.
	object() fyne.CanvasObject
	// show brings the view to the place, when it comes to the front.
	show(place)
	// refresh takes over what has changed in the file.
	refresh(editor.Change)
}

// today returns the day of the run's clock.
func (d *desk) today() plan.Date { return plan.DateOf(d.now()) }

// register returns the register as it now is.
func (d *desk) register() plan.Register { return d.file.Register() }

// do carries out an edit that a function of the domain made, or shows why there
// is none. It reports whether the file now holds it.
func (d *desk) do(op editor.Op, e plan.Edit, err error) bool {
	if err == nil {
		err = d.file.Do(op, e)
	}
	if err != nil {
		d.fail(err)
		return false
	}
	return true
}

// subject returns what findings and references of a version are made from.
func (d *desk) subject(doc plan.Document, v plan.Version) (plan.Subject, error) {
	sealed, err := d.file.Content(v.ID)
	if err != nil {
		return plan.Subject{}, err
	}
	s := plan.Subject{Register: d.register(), Document: doc, Version: v, Content: sealed.Content, Today: d.today()}
	for _, id := range s.Register.Subjects(doc.ID, plan.ElaboratedIn) {
		parent, ok := s.Register.Document(id)
		if !ok {
			continue
		}
		pv := shownVersion(s.Register, parent, s.Today)
		if sealed, err = d.file.Content(pv.ID); err != nil {
			return plan.Subject{}, err
		}
		s.Parent = sealed.Content
	}
	return s, nil
}

// shownVersion is the version that speaks for a document in lists: the one in
// force, else the latest.
func shownVersion(r plan.Register, d plan.Document, today plan.Date) plan.Version {
	if v, _, ok := r.Current(d, today); ok {
		return v
	}
	return d.Latest()
}
