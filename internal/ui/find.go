package ui

import (
	"context"
	"maps"
	"slices"
	"strconv"
	"strings"

	"ledstjarna/assets"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

const (
	mostFound     = 60 // texts that a search lists
	mostTitles    = 8  // documents that it lists by their titles
	excerptInList = 64 // letters of a text in the list
)

// finding is a search in the window: what is offered, and what picking it does.
type finding struct {
	app    *App
	finder *kit.Finder
	dialog *kit.Dialog
	guide  report.Guide
	run    map[string]func()
	stop   func() // ends the search that is under way
}

// search lets a person go to a document or a text, or run a command, by typing some
// of its words.
func (a *App) search() {
	if a.file == nil {
		return
	}
	guide, err := a.readGuide()
	if err != nil {
		a.fail(err)
	}
	f := &finding{app: a, guide: guide, run: map[string]func(){}, stop: func() {}}
	f.finder = kit.NewFinder(a.kitWords, a.words.T("search.placeholder"), a.words.T("search.nothing"), assets.IconSearch, f.ask, f.open)
	f.dialog = kit.OpenDialog(a.window.Canvas(), kit.DialogSpec{
		Title: a.words.T("search.title"), Width: 760, Content: f.finder,
		Cancel: kit.DialogAction{Label: a.words.T("action.close"), Run: func() bool { f.stop(); return true }},
	})
	f.ask("")
	f.finder.Focus()
}

// ask lists documents and commands at once, and texts when they are found.
func (f *finding) ask(typed string) {
	f.stop()
	f.stop = func() {}
	named := f.named(strings.TrimSpace(typed))
	f.finder.SetFound(typed, named)
	if len(plan.SearchWords(typed)) == 0 {
		return
	}
	file, day := f.app.file, f.app.desk.today()
	f.stop = kit.Do(f.app.work, func(ctx context.Context) ([]plan.Found, error) {
		return file.Search(ctx, typed, mostFound, day)
	}, func(found []plan.Found, err error) {
		if f.finder.Text() != typed || err != nil { // another search is under way, or none can be
			return
		}
		texts := f.texts(typed, found)
		i := slices.IndexFunc(named, func(c kit.Choice) bool { return strings.HasPrefix(c.Value, "command/") })
		if i < 0 {
			i = len(named)
		}
		f.finder.SetFound(typed, slices.Concat(named[:i], texts, named[i:]))
	})
}

// named are the documents and the commands by their names, documents first.
func (f *finding) named(typed string) []kit.Choice {
	a := f.app
	r := a.desk.register()
	clear(f.run) // what is not listed any more cannot be picked
	var documents, commands []kit.Choice
	for _, d := range r.Documents() {
		documents = append(documents, kit.Choice{
			Value: string(d.ID), Label: shownVersion(r, d, a.desk.today()).Head.Title, Hint: a.words.T("kind." + string(d.Kind)), Symbol: assets.IconPlan,
		})
	}
	documents = kit.Matching(documents, typed)
	documents = documents[:min(len(documents), mostTitles)]
	for _, c := range documents {
		if d, ok := r.Document(plan.ID(c.Value)); ok {
			to := place{room: roomOf(d.Kind), document: d.ID}
			f.run[c.Value] = func() { a.open(to) }
		}
	}
	for _, c := range a.commands {
		if c.can() && c.id != "search" {
			commands = append(commands, kit.Choice{Value: "command/" + c.id, Label: a.nameOf(c), Hint: a.keysOf(c)})
			f.run["command/"+c.id] = c.run
		}
	}
	guide, run := a.guideChoices(f.guide, typed)
	maps.Copy(f.run, run)
	return slices.Concat(documents, kit.Matching(commands, typed), guide)
}

// texts are what was found in the file, but not the titles, by which documents are
// listed already.
func (f *finding) texts(typed string, found []plan.Found) []kit.Choice {
	a := f.app
	r := a.desk.register()
	var out []kit.Choice
	for i, x := range found {
		if x.Field == plan.KeyTitle && x.List == "" {
			continue
		}
		in, at := report.Place(a.words, r, x)
		if at != "" {
			in += " · " + at
		}
		id := "text/" + strconv.Itoa(i)
		out = append(out, kit.Choice{Value: id, Label: plan.Excerpt(x.Text, typed, excerptInList), Hint: in, Symbol: assets.IconSearch})
		f.run[id] = func() { a.openFound(x) }
	}
	return out
}

// open goes where the person has picked.
func (f *finding) open(value string) {
	f.stop()
	f.dialog.Close()
	if run, ok := f.run[value]; ok {
		f.app.work.Post(run)
	}
}

// openFound opens the place where something was found.
func (a *App) openFound(x plan.Found) {
	d, ok := a.desk.register().Document(x.Document)
	switch {
	case ok && x.List == "":
		to := place{room: roomOf(d.Kind), document: d.ID, version: x.Owner, path: x.Path()}
		if sec, ok := report.SectionWith(d, x.Field); ok {
			to.section = sec.Key
		}
		if f, ok := plan.FieldIn(plan.FieldsOf(d.Kind), x.Field); ok && x.Row != "" { // the row's first text
			for _, c := range f.Columns {
				if c.Kind == plan.Line || c.Kind == plan.LongText {
					to.path = plan.PathTo(x.Field).In(x.Row, c.Key)
					break
				}
			}
		}
		a.open(to)
	case ok:
		a.open(place{room: roomReviews, review: d.ID})
	case x.List == plan.ListOrganisation:
		a.open(place{room: roomSettings})
	case x.List == plan.ListPackets:
		a.open(place{room: roomPackets, packet: x.Owner})
	default:
		a.open(place{room: roomLibrary, list: x.List, entry: x.Owner})
	}
}
