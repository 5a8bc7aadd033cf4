package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// parted is a view that the keyboard can go about in by its parts.
type parted interface {
	// parts returns the parts as they now are, in the order in which they are read.
	parts() []kit.Part
}

// parts are those of the view in front, and the navigation.
func (a *App) parts() []kit.Part {
	var out []kit.Part
	if v, ok := a.front.(parted); ok {
		out = v.parts()
	}
	if a.nav != nil {
		out = append(slices.Clone(out), a.nav.Part())
	}
	return out
}

// enter brings the keyboard to what one comes to the view in front for.
func (a *App) enter() {
	if c := a.window.Canvas(); !kit.EnterParts(c, a.parts()) {
		c.Unfocus()
	}
}

// follow brings the keyboard along to what was opened in its place. Where nothing had
// it, as after a click, nothing gets it.
func (a *App) follow() {
	if a.window.Canvas().Focused() != nil {
		a.enter()
	}
}

// goTo opens a room with the keyboard in it.
func (a *App) goTo(id room) {
	a.open(place{room: id})
	a.enter()
}

// fromNavigation opens a room. The keyboard goes along where it chose the room; a
// click leaves it nowhere.
func (a *App) fromNavigation(id room) {
	c := a.window.Canvas()
	byKey := a.nav.Focused()
	c.Unfocus()
	a.open(place{room: id})
	if byKey {
		a.enter()
	}
}

// typedStep goes to another stop of the view with an arrow that nothing else wanted.
func (a *App) typedStep(e *fyne.KeyEvent) bool {
	by := map[fyne.KeyName]int{fyne.KeyDown: 1, fyne.KeyUp: -1}[e.Name]
	v, ok := a.front.(parted)
	return ok && by != 0 && kit.StepStop(a.window.Canvas(), v.parts(), by)
}

func (a *App) stepPart(by int) { kit.StepPart(a.window.Canvas(), a.parts(), by) }

// stopOn is a part that is a stop itself, as a table.
func stopOn(o interface {
	fyne.CanvasObject
	fyne.Focusable
},
) kit.Part {
	return kit.Part{Box: o, Stops: []kit.Stop{{On: o}}}
}

func (v *documentsView) parts() []kit.Part {
	if !v.card.Visible() {
		return []kit.Part{{Box: v.header, Stops: []kit.Stop{{On: v.start}}}}
	}
	table := stopOn(v.table)
	table.Main = true
	return []kit.Part{{Box: v.bar.object, Enter: v.bar.find.Focus}, table}
}

// parts of a document are its sections, the form and what is to be mended. One comes
// for the form, or where nothing can be written for the sections.
func (v *documentView) parts() []kit.Part {
	form := kit.Part{Box: v.body, Main: true}
	if v.form.first != nil {
		form.Enter = v.focusFirst
	}
	switch {
	case v.aside != nil:
		return nil
	case v.wide != nil:
		form.Box = v.wide.sheet.grid
		return []kit.Part{stopOn(v.wide.sections), form}
	}
	sections := kit.Part{Box: v.list}
	for i, s := range plan.SectionsOf(v.about.Document.Kind, v.about.Document.Quick) {
		if row := v.sections[s.Key]; row != nil {
			sections.Stops = append(sections.Stops, kit.Stop{ID: string(s.Key), On: row})
			if s.Key == v.section {
				sections.At = i
			}
		}
	}
	findings := kit.Part{Box: v.findings}
	switch {
	case !v.lower.Visible():
	case v.findings.Open():
		for _, row := range v.foundRows[:len(v.found)] {
			findings.Stops = append(findings.Stops, kit.Stop{On: row})
		}
	default:
		findings.Stops = []kit.Stop{{On: v.findings.Stop()}}
	}
	return []kit.Part{sections, form, findings}
}

func (v *reviewsView) parts() []kit.Part {
	switch {
	case v.page != nil && v.page.rec.form.first != nil:
		return []kit.Part{{Box: v.page.form, Enter: v.page.rec.form.first}}
	case v.page != nil:
		return nil
	case v.mode == reviewsHistory:
		return []kit.Part{stopOn(v.history.table)}
	case v.mode == reviewsWheel:
		return []kit.Part{stopOn(v.modes)}
	}
	var out []kit.Part
	if len(v.model.rows) > 0 {
		out = append(out, stopOn(v.matrix))
	}
	if len(v.annual.model.rows) > 0 {
		out = append(out, kit.Part{Box: v.annual.card, Stops: []kit.Stop{{On: v.annual.table}}})
	}
	return append(out, stopOn(v.modes))
}

func (v *calendarView) parts() []kit.Part {
	if v.memory.mode == calendarMonths {
		return []kit.Part{stopOn(v.list)}
	}
	return []kit.Part{stopOn(v.timeline)}
}

func (v *packetsView) parts() []kit.Part {
	switch {
	case v.id == "":
		return v.meetings
	case len(v.row) > 0:
		if v.form == nil || v.form.first == nil {
			return nil
		}
		return []kit.Part{{Box: v.body, Enter: v.form.first}}
	}
	agenda := kit.Part{Box: v.agenda, Stops: v.agenda.Stops()}
	agenda.At = max(0, slices.IndexFunc(agenda.Stops, func(s kit.Stop) bool { return s.ID == v.chosen }))
	out := []kit.Part{agenda}
	if v.mend.Visible() {
		out = append(out, kit.Part{Box: v.mend, Stops: v.mends})
	}
	return out
}

func (v *libraryView) parts() []kit.Part {
	lists := kit.Part{Box: v.names}
	for i, l := range libraryLists() {
		lists.Stops = append(lists.Stops, kit.Stop{ID: string(l), On: v.rows[l]})
		if l == v.list {
			lists.At = i
		}
	}
	entries := kit.Part{Box: v.body, Main: true}
	if v.table != nil && v.entry == "" {
		entries.Stops = []kit.Stop{{On: v.table.stop()}}
	} else if v.entry != "" {
		entries.Enter = v.first
	}
	return []kit.Part{lists, entries}
}

func (v *settingsView) parts() []kit.Part {
	return []kit.Part{{Box: v.body, Enter: v.first}}
}
