package ui

import (
	"os"
	"path/filepath"
	"testing"

	"ledstjarna/internal/plan"
)

// at is a screen that is a place of the window.
func at(name string, to place) screen {
	return screen{name, func(_ *testing.T, a *App) { a.open(to) }}
}

func example(_ *testing.T, a *App) { a.openExample() }

func startScenes() []scene {
	return []scene{
		{"welcome", func(_ *testing.T, a *App) { a.showWelcome() }, []screen{
			{"welcome-empty", func(*testing.T, *App) {}},
			{"welcome-recent", func(t *testing.T, a *App) {
				path := filepath.Join(t.TempDir(), "Kommunförbundet"+extension)
				if err := os.WriteFile(path, nil, 0o600); err != nil {
					t.Fatal(err)
				}
				a.prefs.opened("/home/eva/Dokument/Förbundets planer/Mälardalslänet 2023–2026 med bilagor" + extension)
				a.prefs.opened(path)
				a.showWelcome()
			}},
			{"welcome-new", func(_ *testing.T, a *App) { a.askNew() }},
			{"welcome-open", func(_ *testing.T, a *App) { a.askOpenPath() }},
			{"welcome-menu", func(_ *testing.T, a *App) { a.menu.Open(0) }},
			{"welcome-about", func(_ *testing.T, a *App) { a.about() }},
		}},
		{"guide", func(_ *testing.T, a *App) { a.showWelcome() }, []screen{
			{"guide", func(_ *testing.T, a *App) { a.openGuide("start") }},
			{"guide-shortcuts", func(_ *testing.T, a *App) { a.openGuide("shortcuts") }},
			{"guide-words", func(_ *testing.T, a *App) { a.openGuide("words") }},
			{"guide-find", func(_ *testing.T, a *App) {
				a.openGuide("reviews")
				a.guide.find.SetText("plan")
				a.guide.showList()
			}},
		}},
		{"empty", func(t *testing.T, a *App) {
			a.createFile(filepath.Join(t.TempDir(), "tom"+extension), "Kommunförbundet Mälardalslänet")
		}, emptyScreens()},
	}
}

func emptyScreens() []screen {
	out := []screen{}
	for _, r := range rooms() {
		out = append(out, at("empty-"+string(r), place{room: r}))
	}
	for _, l := range []plan.ListName{plan.ListMeetings, plan.ListMembers, plan.ListAssignments} {
		out = append(out, at("empty-library-"+string(l), place{room: roomLibrary, list: l}))
	}
	for _, k := range []plan.DocumentKind{plan.PeriodPlan, plan.AssignmentPlan} {
		out = append(out, screen{"empty-" + string(k), func(t *testing.T, a *App) {
			a.open(place{room: roomPlans, document: empty(t, a, k).ID, section: plan.KeyGoals})
		}})
	}
	return append(out, screen{"empty-activities", func(_ *testing.T, a *App) {
		a.open(place{room: roomPlans, document: a.at.document, section: plan.KeyActivities})
	}})
}

// fronted is the view in front.
func fronted[V view](t *testing.T, a *App) V {
	t.Helper()
	v, ok := a.front.(V)
	if !ok {
		t.Fatalf("%T is in front", a.front)
	}
	return v
}

func roomScenes() []scene {
	screens := []screen{at("todo", place{room: roomTodo})}
	screens = append(screens, listScreens()...)
	screens = append(screens, reviewScreens()...)
	screens = append(screens, calendarScreens()...)
	screens = append(screens, packetScreens()...)
	return []scene{
		{"rooms", func(t *testing.T, a *App) {
			a.setup.Preview = galleryPreviewer(t)
			a.openExample()
		}, screens},
		{"library", example, libraryScreens()},
	}
}

func listScreens() []screen {
	arranged := func(name string, r room, by documentOrder) screen {
		return screen{name, func(t *testing.T, a *App) {
			a.open(place{room: r})
			fronted[*documentsView](t, a).arrange(by)
		}}
	}
	return []screen{
		at("plans", place{room: roomPlans}),
		arranged("plans-by-state", roomPlans, documentOrder{group: groupState}),
		arranged("plans-by-owner", roomPlans, documentOrder{by: listsReview, group: groupOwner}),
		arranged("plans-list", roomPlans, documentOrder{by: listsTitle, group: groupNone}),
		{"plans-nothing", func(t *testing.T, a *App) {
			a.open(place{room: roomPlans})
			v := fronted[*documentsView](t, a)
			v.arrange(documentOrder{})
			v.bar.find.SetText("finns inte")
			v.bar.tell()
		}},
		{"steering", func(t *testing.T, a *App) {
			fronted[*documentsView](t, a).bar.take(documentFilter{})
			fronted[*documentsView](t, a).bar.tell()
			a.open(place{room: roomSteering})
		}},
		arranged("steering-by-state", roomSteering, documentOrder{group: groupState}),
	}
}

func reviewScreens() []screen {
	mode := func(mode string) screen {
		return screen{"reviews-" + mode, func(t *testing.T, a *App) {
			a.open(place{room: roomReviews})
			v := reviewsOf(t, a)
			v.mode = mode
			v.modes.SetValue(mode)
			v.fill()
		}}
	}
	return []screen{
		mode(reviewsOverview), mode(reviewsWheel), mode(reviewsHistory),
		{"reviews-annual", func(t *testing.T, a *App) {
			a.open(place{room: roomReviews})
			v := reviewsOf(t, a)
			v.mode = reviewsOverview
			v.modes.SetValue(reviewsOverview)
			v.fill()
			for i := range v.annual.model.rows {
				v.annual.tick(i, true)
			}
			v.body.ScrollTo(1e6)
		}},
		at("review-policy", place{room: roomReviews, review: "doc-webbpolicy"}),
		at("review-plan", place{room: roomReviews, review: "doc-plan-2023"}),
		at("review-changed", place{room: roomReviews, review: "doc-itpolicy", outcome: plan.NoChange}),
	}
}

func calendarScreens() []screen {
	shown := func(name string, change func(t *testing.T, a *App, v *calendarView)) screen {
		return screen{name, func(t *testing.T, a *App) {
			a.calendar = nil
			delete(a.views, roomCalendar)
			change(t, a, inCalendar(t, a))
		}}
	}
	return []screen{
		shown("calendar", func(*testing.T, *App, *calendarView) {}),
		shown("calendar-details", func(_ *testing.T, _ *App, v *calendarView) {
			for i := range v.model.rows {
				if _, x := v.model.thing(i); x != nil {
					v.timeline.Select(i)
					v.choose(i)
					return
				}
			}
		}),
		shown("calendar-near", func(_ *testing.T, _ *App, v *calendarView) { v.zoomTo(1) }),
		shown("calendar-far", func(_ *testing.T, _ *App, v *calendarView) { v.zoomTo(48) }),
		shown("calendar-filter", func(_ *testing.T, _ *App, v *calendarView) {
			v.memory.filter = calendarFilter{plan: "doc-kompetens", responsible: "Projektledare Kompetensförsörjning", status: statusRemaining}
			v.fill()
		}),
		shown("calendar-nothing", func(_ *testing.T, _ *App, v *calendarView) {
			v.memory.filter = calendarFilter{text: "finns inte"}
			v.tools.fill()
			v.filter()
		}),
		shown("calendar-months", func(_ *testing.T, _ *App, v *calendarView) {
			v.memory.mode = calendarMonths
			v.fill()
		}),
	}
}

const examplePacket = "packet-au-2026-12-03"

func packetScreens() []screen {
	return []screen{
		at("packets", place{room: roomPackets}),
		at("packet", place{room: roomPackets, packet: examplePacket}),
		{"packet-chosen", func(t *testing.T, a *App) {
			a.open(place{room: roomPackets, packet: examplePacket})
			v := fronted[*packetsView](t, a)
			v.choose(string(v.about.Items[3].Row))
			v.cards.ScrollTo(1e6)
		}},
		{"packet-preview", func(t *testing.T, a *App) {
			a.prefs.setPreviews(true)
			a.open(place{room: roomPackets})
			a.open(place{room: roomPackets, packet: examplePacket})
			a.prefs.setPreviews(false)
		}},
		{"packet-item", func(t *testing.T, a *App) {
			a.open(place{room: roomPackets})
			a.open(place{room: roomPackets, packet: examplePacket})
			v := fronted[*packetsView](t, a)
			v.row = plan.PathTo(plan.KeyItems).AtRow(v.about.Items[3].Row)
			v.fill()
		}},
	}
}

func libraryScreens() []screen {
	var out []screen
	for _, l := range libraryLists() {
		out = append(out, at("library-"+string(l), place{room: roomLibrary, list: l}))
		out = append(out, screen{"library-" + string(l) + "-entry", func(_ *testing.T, a *App) {
			all := a.desk.register().Entries(l)
			a.open(place{room: roomLibrary, list: l, entry: all[len(all)-1].ID})
		}})
	}
	settings := func(name string, down float32) screen {
		return screen{name, func(t *testing.T, a *App) {
			a.open(place{room: roomSettings})
			fronted[*settingsView](t, a).body.ScrollTo(down)
		}}
	}
	out = append(out, settings("settings", 0), settings("settings-middle", 600), settings("settings-end", 1e6))
	for i := range menuKeys() {
		out = append(out, screen{"menu-" + menuKeys()[i][len("menu."):], func(t *testing.T, a *App) {
			a.open(place{room: roomTodo})
			a.menu.Open(i)
			if a.window.Canvas().Overlays().Top() == nil {
				t.Errorf("%s is not open", menuKeys()[i])
			}
		}})
	}
	return append(out, screen{"search", func(t *testing.T, a *App) { searched(t, a, "") }},
		screen{"search-found", func(t *testing.T, a *App) { searched(t, a, "plan") }},
		screen{"search-nothing", func(t *testing.T, a *App) { searched(t, a, "xyzzy") }})
}
