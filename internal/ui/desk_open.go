package ui

import (
	"strconv"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/ui/kit"
)

// showDesk builds the window around the open file.
func (a *App) showDesk() {
	a.desk = &desk{
		file: a.file, words: a.words, kit: a.kitWords, window: a.window, now: a.now,
		who: a.prefs.person, open: a.open, fail: a.fail, say: a.say, hint: a.sayHint, app: a,
	}
	a.views, a.doc, a.front = map[room]view{}, nil, nil
	a.menu = kit.NewMenuBar(a.menus())
	a.menu.Bind(a.window.Canvas())
	a.nav = kit.NewNavigation(assets.IconStar, a.search, func(id string) { a.fromNavigation(room(id)) })
	a.nav.SetSearch(a.words.T("nav.search"), a.keysFor("search"))
	a.status = kit.NewStatusLine()
	a.status.SetFile(fileName(a.path))
	a.shell = kit.NewShell(a.menu, a.nav, a.status, nil)
	a.root.SetContent(a.shell)
	a.window.SetTitle(fileName(a.path) + " – " + a.words.T("app.name"))
	a.showNavigation()
	a.showState()
	a.showStanding()
	a.goTo(roomTodo)
}

var roomIcons = map[room]assets.Icon{
	roomTodo: assets.IconTodo, roomPlans: assets.IconPlan, roomSteering: assets.IconSteering, roomReviews: assets.IconReview,
	roomCalendar: assets.IconCalendar, roomPackets: assets.IconPacket, roomLibrary: assets.IconLibrary, roomSettings: assets.IconSettings,
}

// showNavigation fills the column at the left: whose file it is and how much
// waits in each room.
func (a *App) showNavigation() {
	r := a.desk.register()
	name := r.Organisation().Text("short-name")
	if name == "" {
		name = r.Organisation().Text("name")
	}
	period := ""
	if p, ok := r.PeriodOn(a.desk.today()); ok {
		period = a.words.T("nav.period", "period", p.Name)
	}
	a.nav.SetOrganisation(name, period)
	counts := navigationCounts(a.desk.outlook())
	if known := a.knowWeek(); known.whole {
		counts[roomCalendar] = known.waiting
		counts[roomTodo] += known.waiting
	}
	if next, ok := a.desk.nextPapers(); ok {
		counts[roomTodo] += len(next.errors)
	}
	var items, foot []kit.NavItem
	for _, id := range rooms() {
		item := kit.NavItem{ID: string(id), Label: a.words.T("nav." + string(id)), Symbol: roomIcons[id]}
		if n := counts[id]; n > 0 {
			item.Count = strconv.Itoa(n)
		}
		if id == roomSettings {
			foot = append(foot, item)
			continue
		}
		items = append(items, item)
	}
	a.nav.SetItems(items, foot)
	a.nav.Select(string(a.at.room))
}

// open shows a place of the window.
func (a *App) open(to place) {
	if a.file == nil {
		return
	}
	switch v := a.front.(type) {
	case *documentView:
		v.leave()
	case *importView:
		v.close()
	}
	if err := a.file.Typing().Leave(); err != nil {
		a.fail(err)
		return
	}
	a.file.EndStep()
	v := a.viewAt(to)
	if v == nil {
		return
	}
	if _, left := a.front.(*calendarView); left && v != a.front {
		a.leftCalendar()
	}
	moved := !a.at.same(to)
	a.at, a.front = to, v
	a.nav.Select(string(to.room))
	a.shell.SetWork(v.object())
	v.show(to)
	if moved && len(to.path) == 0 {
		a.follow()
	}
}

func (a *App) viewAt(to place) view {
	if to.document != "" {
		if d, ok := a.doc.(*documentView); !ok || d.id != to.document {
			a.doc = newDocument(a.desk, to.document)
		}
		return a.doc
	}
	if a.doc != nil {
		a.doc = nil
		a.closePreview()
	}
	if v, ok := a.views[to.room]; ok {
		return v
	}
	v := newRoom(a.desk, to.room)
	if v != nil {
		a.views[to.room] = v
	}
	return v
}

// newRoom makes the view of a room.
func newRoom(d *desk, id room) view {
	switch id {
	case roomTodo:
		return newTodo(d)
	case roomPlans:
		return newDocuments(d, roomPlans)
	case roomSteering:
		return newDocuments(d, roomSteering)
	case roomReviews:
		return newReviews(d)
	case roomCalendar:
		return newCalendar(d)
	case roomPackets:
		return newPackets(d)
	case roomLibrary:
		return newLibrary(d)
	case roomSettings:
		return newSettings(d)
	}
	return nil
}

// changed takes over a change of the file: the view in front at once, the others
// when they come to the front.
func (a *App) changed(c editor.Change) {
	if a.desk == nil {
		return
	}
	a.showNavigation()
	a.showState()
	for id, v := range a.views {
		if v != a.front {
			delete(a.views, id)
		}
	}
	if a.front != nil {
		a.front.refresh(c)
	}
}

// relabel builds the window anew, after another language was chosen.
func (a *App) relabel() {
	if err := a.setLanguage(); err != nil {
		a.fail(err)
		return
	}
	a.relabelGuide()
	at := a.here()
	if a.file == nil {
		a.showWelcome()
		return
	}
	a.showDesk()
	a.open(at)
}
