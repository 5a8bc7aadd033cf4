package ui

import (
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"ledstjarna/assets"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// guideWindow is the user guide in a window of its own, so that it can be read
// beside the work.
type guideWindow struct {
	app    *App
	window fyne.Window
	root   *kit.Root
	guide  report.Guide
	at     string // name of the chapter in front
	toasts *kit.Toaster

	header *kit.PageHeader
	find   *kit.Entry
	list   *kit.ScrollBox
	page   *kit.ScrollBox
	heads  map[int]fyne.CanvasObject // the chapter's headings, by block
}

// readGuide reads the guide in the window's language.
func (a *App) readGuide() (report.Guide, error) {
	return report.ReadGuide(assets.Guide(), a.words, runtime.GOOS == "darwin")
}

// openGuide shows a chapter of the guide; "" for the one that belongs to where the
// person is.
func (a *App) openGuide(chapter string) {
	if chapter == "" {
		chapter = a.chapterHere()
	}
	if a.guide == nil {
		g, err := a.readGuide()
		if err != nil {
			a.failAbout(err, "")
			return
		}
		a.guide = newGuideWindow(a, g)
		a.guide.window.Show()
	}
	a.guide.turn(chapter, -1)
	a.guide.window.RequestFocus()
}

func newGuideWindow(a *App, g report.Guide) *guideWindow {
	v := &guideWindow{app: a, window: a.toolkit.NewWindow(a.words.T("guide.title") + " – " + a.words.T("app.name"))}
	larger := a.prefs.textSize()
	v.window.Resize(fyne.NewSize(min(980*larger, 1240), min(680*larger, 760)))
	v.window.SetOnClosed(func() { a.guide = nil })
	v.root = kit.NewRoot(kit.Spring())
	v.toasts = kit.NewToaster(v.root, a.work)
	v.root.Mount(v.window, v.typed)
	v.shortcuts()
	v.fill(g)
	return v
}

// fill builds the window for a guide.
func (v *guideWindow) fill(g report.Guide) {
	words := v.app.words
	v.guide = g
	v.window.SetTitle(words.T("guide.title") + " – " + words.T("app.name"))
	v.header = kit.NewEditorHeader(words.T("guide.title"))
	v.header.SetActions(
		kit.NewIconButton(assets.IconChevronUp, 30, words.T("guide.previous"), func() { v.step(-1) }),
		kit.NewIconButton(assets.IconChevronDown, 30, words.T("guide.next"), func() { v.step(1) }),
		kit.NewButton(kit.Outlined, words.T("action.export-pdf"), v.app.exportGuide).WithIcon(assets.IconExport),
	)
	v.find = kit.NewEntry(v.app.kitWords, words.T("guide.find"), nil).OnTyped(func(string) { v.showList() }).Filter(assets.IconSearch)
	v.list, v.page = kit.NewScrollBox(kit.Spring()), kit.NewScrollBox(kit.Spring())
	left := kit.Dock(kit.Edges{Top: kit.Pad(kit.Insets{Top: 12, Right: 12, Bottom: 4, Left: 12}, v.find)}, v.list)
	split := kit.NewSplit(kit.NewGround(kit.ColorWindow, left), kit.NewGround(kit.ColorCard, v.page), kit.Widths{At: 280, Min: 220, Max: 420}, nil)
	v.root.SetContent(kit.NewGround(kit.ColorWindow, kit.Dock(kit.Edges{Top: v.header}, split)))
}

// shortcuts are those of the guide's own window.
func (v *guideWindow) shortcuts() {
	c := v.window.Canvas()
	on := func(s *desktop.CustomShortcut, do func()) {
		c.AddShortcut(s, func(fyne.Shortcut) {
			if c.Overlays().Top() == nil {
				do()
			}
		})
	}
	on(kit.Keys(fyne.KeyF, false), func() { v.find.Focus() })
	on(kit.Keys(fyne.KeyK, false), func() { v.find.Focus() })
	on(kit.Keys(fyne.KeyW, false), v.window.Close)
	on(kit.Keys(fyne.KeyE, false), v.app.exportGuide)
	on(kit.Keys(fyne.KeyPageDown, false), func() { v.step(1) })
	on(kit.Keys(fyne.KeyPageUp, false), func() { v.step(-1) })
}

func (v *guideWindow) typed(e *fyne.KeyEvent) {
	page := max(40, v.page.Size().Height-60)
	switch e.Name {
	case fyne.KeyEscape:
		if v.find.Text() != "" {
			v.find.SetText("")
			v.showList()
			return
		}
		v.window.Close()
	case fyne.KeyReturn, fyne.KeyEnter:
		if hits := v.guide.Find(v.find.Text()); len(hits) > 0 {
			v.turn(hits[0].Chapter.Name, hits[0].Block)
		}
	case fyne.KeyDown:
		v.page.ScrollTo(v.page.Offset() + 40)
	case fyne.KeyUp:
		v.page.ScrollTo(v.page.Offset() - 40)
	case fyne.KeyPageDown, fyne.KeySpace:
		v.page.ScrollTo(v.page.Offset() + page)
	case fyne.KeyPageUp:
		v.page.ScrollTo(v.page.Offset() - page)
	case fyne.KeyHome:
		v.page.ScrollTo(0)
	}
}

// step goes to the chapter after or before the one in front.
func (v *guideWindow) step(by int) {
	_, i, _ := v.guide.Chapter(v.at)
	if i+by >= 0 && i+by < len(v.guide.Chapters) {
		v.turn(v.guide.Chapters[i+by].Name, -1)
	}
}

// relabelGuide shows the guide in another language, where it is open.
func (a *App) relabelGuide() {
	if a.guide == nil {
		return
	}
	g, err := a.readGuide()
	if err != nil {
		a.failAbout(err, "")
		return
	}
	at := a.guide.at
	a.guide.fill(g)
	a.guide.turn(at, -1)
}

// sayOfGuide says something that concerns the guide in its window, or in the one with
// the work while that is not open.
func (a *App) sayOfGuide(text string) {
	if a.guide == nil {
		a.say(text)
		return
	}
	a.guide.toasts.Show(assets.StateDone, kit.Done, text, "", nil)
}

// openRoom shows a room in the window with the work.
func (v *guideWindow) openRoom(id room) {
	a := v.app
	if a.file == nil {
		a.sayOfGuide(a.words.T("guide.no-file"))
		return
	}
	a.open(place{room: id})
	a.window.RequestFocus()
}

// chapterHere is the chapter about where the person is.
func (a *App) chapterHere() string {
	if a.file == nil {
		return "start"
	}
	to := a.at
	if v := a.document(); v != nil {
		to.section = v.section
	}
	if _, ok := a.front.(*importView); ok {
		return "file"
	}
	return chapterAt(to)
}

// chapterAt is the chapter about a place of the window.
func chapterAt(to place) string {
	switch {
	case to.document != "" && slices.Contains([]plan.Key{plan.KeyActivities, "schedule", "follow-up", plan.KeyMilestones}, to.section):
		return "activities"
	case to.document != "" && to.section == "reviews":
		return "reviews"
	case to.document != "":
		return "writing"
	}
	switch to.room {
	case roomPlans, roomSteering:
		return "together"
	case roomReviews:
		return "reviews"
	case roomCalendar:
		return "calendar"
	case roomPackets:
		return "packets"
	case roomLibrary, roomSettings:
		return "library"
	}
	return "start"
}

// roomOfLink returns the room that a span leads to.
func roomOfLink(s report.Span) (room, bool) {
	id, ok := strings.CutPrefix(s.Link, report.RoomLink)
	return room(id), ok && slices.Contains(rooms(), room(id))
}
