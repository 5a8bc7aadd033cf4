package ui

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/sqlite"
)

// blankPages is a previewer of pages without anything on them.
func blankPages(context.Context, Paper) (Pages, error) { return fakePages{new(int), ""}, nil }

// asked is a screen that a dialog lies over.
func asked(name string, to place, ask func(t *testing.T, a *App)) screen {
	return screen{"dialog-" + name, func(t *testing.T, a *App) {
		a.open(to)
		ask(t, a)
		if a.window.Canvas().Overlays().Top() == nil {
			t.Errorf("%s: there is no dialog", name)
		}
	}}
}

// shownDuty is the review that is shown of a document.
func shownDuty(t *testing.T, a *App, id plan.ID) review.Duty {
	t.Helper()
	d, ok := review.Shown(review.Of(a.desk.register(), id, a.desk.today()))
	if !ok {
		t.Fatalf("%s has no review", id)
	}
	return d
}

func dialogScenes() []scene {
	return []scene{
		{"dialogs", func(t *testing.T, a *App) {
			a.openExample()
			takeBack(t, a)
			hangActivity(t, a, inCalendar(t, a))
		}, append(append(generalDialogs(), documentDialogs()...), reviewDialogs()...)},
		{"meeting", func(t *testing.T, a *App) { openedAfterMeeting(t, a) }, packetDialogs()},
	}
}

func generalDialogs() []screen {
	todo := place{room: roomTodo}
	return []screen{
		asked("about", todo, func(_ *testing.T, a *App) { a.about() }),
		asked("new-document", place{room: roomSteering}, func(_ *testing.T, a *App) { askNewDocument(a.desk, roomSteering) }),
		asked("new-plan", place{room: roomPlans}, func(_ *testing.T, a *App) { askNewDocument(a.desk, roomPlans) }),
		asked("dropped", todo, func(_ *testing.T, a *App) { a.askDropped("/home/eva/planer" + extension) }),
		asked("hand-over", todo, func(_ *testing.T, a *App) { a.askHandOver() }),
		asked("hand-over-part", todo, func(_ *testing.T, a *App) { a.askHandOver("doc-naravard") }),
		asked("dump", todo, func(_ *testing.T, a *App) { a.askDump() }),
		asked("restore", place{room: roomSettings}, func(t *testing.T, a *App) {
			a.backUp(func() {})
			all, err := a.setup.Files.Backups(a.path)
			if err != nil || len(all) == 0 {
				t.Fatal(all, err)
			}
			a.open(place{room: roomSettings})
			a.askRestore(backupLines(a.words, all)[0])
		}),
		asked("sheet-out", place{room: roomLibrary, list: plan.ListMembers}, func(_ *testing.T, a *App) { a.askExchangeOut(a.exchangedInFront()) }),
		asked("sheet-in", place{room: roomLibrary, list: plan.ListMembers}, func(_ *testing.T, a *App) { a.askExchangeIn(a.exchangedInFront()) }),
		asked("members", place{room: roomLibrary, list: plan.ListMembers}, func(t *testing.T, a *App) { fronted[*libraryView](t, a).askMembers() }),
		asked("new-entry", place{room: roomLibrary, list: plan.ListMeetings}, func(t *testing.T, a *App) { fronted[*libraryView](t, a).add() }),
		asked("remove-entry", place{room: roomLibrary, list: plan.ListAudiences}, func(t *testing.T, a *App) {
			fronted[*libraryView](t, a).askRemove([]plan.ID{"audience-kso"})
		}),
		asked("no-plan", place{room: roomLibrary, list: plan.ListAssignments}, func(_ *testing.T, a *App) { askNoPlan(a.desk, "assignment-klimat") }),
		asked("error", todo, func(_ *testing.T, a *App) { a.fail(errors.New("constraint failed")) }),
		asked("error-full", todo, func(_ *testing.T, a *App) { a.fail(sqlite.ErrDiskFull) }),
		asked("close", todo, func(_ *testing.T, a *App) { a.askClose(sqlite.ErrDiskFull, func() {}) }),
		asked("save-as", todo, func(_ *testing.T, a *App) { a.askSaveAs() }),
		{"exchange", func(t *testing.T, a *App) {
			a.open(place{room: roomLibrary, list: plan.ListRoles})
			before := a.desk.register().Entries(plan.ListRoles)
			path := rowsFile(t, "Roller.csv", "Namn;Person;Frukt\n"+before[0].Fields.Text(plan.KeyName)+";Åsa Ny;äpple\nTrycksaksansvarig;Bo Berg;\n;Ingen;\n")
			a.planExchange(exchangeFrom{path: path, list: plan.ListRoles})
		}},
		{"exchange-activities", func(t *testing.T, a *App) {
			a.open(place{room: roomPlans, document: "doc-naravard"})
			csv := rowsFile(t, "Planering.csv", "Aktivitet;Ansvarig;Start;Budget (kr);Status;Målgrupp\nInvigning av Hälsans hus;Kommunikatör;2027-03-01;12500;Planerad;\n"+
				"Öppet hus;;1/2/2027;;;\nMässa;;;mycket;Kanske;Rymdfarare\n")
			is := a.exchangedInFront()
			a.planExchange(exchangeFrom{path: csv, list: is.list, doc: is.doc})
		}},
	}
}

func documentDialogs() []screen {
	naravard := place{room: roomPlans, document: "doc-naravard", section: plan.KeyAudiences}
	return []screen{
		asked("export", naravard, func(_ *testing.T, a *App) { a.askExport() }),
		asked("copy", naravard, func(_ *testing.T, a *App) { a.desk.askCopy(a.document().about) }),
		asked("remove-document", naravard, func(_ *testing.T, a *App) { a.desk.askRemove(a.document().about.Document) }),
		asked("take-over", naravard, func(t *testing.T, a *App) {
			v := a.document()
			from, err := a.desk.sources(a.desk.register().Parents(v.id)...)
			if err != nil {
				t.Fatal(err)
			}
			for _, sec := range plan.SectionsOf(v.about.Document.Kind, v.about.Document.Quick) {
				for _, l := range takenLines(a.words, v.about, sec, from) {
					v.askOffers(l)
					return
				}
			}
		}),
		asked("decision", place{room: roomSteering, document: "doc-webbpolicy"}, func(_ *testing.T, a *App) {
			d, _ := a.desk.register().Document("doc-webbpolicy")
			askDecision(a.desk, d, d.Latest())
		}),
		asked("attach", place{room: roomPlans, document: "doc-naravard", section: plan.KeyAppendices}, func(_ *testing.T, a *App) { a.document().form.askAttach() }),
		asked("tick-off", place{room: roomPlans, document: "doc-bredband", section: plan.KeyActivities}, func(_ *testing.T, a *App) {
			v := a.document()
			askFollowUp(a.desk, v.about, followUpLines(a.words, v.about, plan.KeyActivities)[0])
		}),
		asked("goal", place{room: roomPlans, document: "doc-bredband", section: plan.KeyGoals}, func(_ *testing.T, a *App) {
			v := a.document()
			askFollowUp(a.desk, v.about, followUpLines(a.words, v.about, plan.KeyGoals)[0])
		}),
	}
}

func reviewDialogs() []screen {
	reviews := place{room: roomReviews}
	return []screen{
		asked("which-review", reviews, func(_ *testing.T, a *App) { askWhichReview(a.desk) }),
		asked("no-change", reviews, func(t *testing.T, a *App) { askNoChange(a.desk, shownDuty(t, a, "doc-itpolicy"), "It-policy") }),
		asked("snooze", reviews, func(t *testing.T, a *App) { askSnooze(a.desk, shownDuty(t, a, "doc-webbpolicy"), "Webbpolicy") }),
		asked("deviation", reviews, func(t *testing.T, a *App) { askDeviation(a.desk, shownDuty(t, a, "doc-webbpolicy"), "Webbpolicy") }),
		asked("need", reviews, func(_ *testing.T, a *App) { askNeed(a.desk, "doc-webbpolicy", "Webbpolicy") }),
		asked("rule", reviews, func(_ *testing.T, a *App) { askRule(a.desk, "doc-webbpolicy", "Webbpolicy") }),
		asked("annual-item", reviews, func(_ *testing.T, a *App) { askAnnualItem(a.desk, 2026) }),
		asked("annual-no-change", reviews, func(t *testing.T, a *App) {
			v := reviewsOf(t, a)
			v.mode = reviewsOverview
			v.modes.SetValue(reviewsOverview)
			v.fill()
			for i := range v.annual.model.rows {
				v.annual.tick(i, true)
			}
			v.annual.askNoChange()
		}),
		asked("move-meeting", place{room: roomCalendar}, func(t *testing.T, a *App) {
			for _, m := range a.desk.register().Meetings() {
				if m.Date.After(a.desk.today()) {
					askMoveMeeting(a.desk, m.ID, m.Date.AddDays(9))
					return
				}
			}
		}),
	}
}

// openedAfterMeeting opens the example on the day after its meeting.
func openedAfterMeeting(t *testing.T, a *App) {
	path := exampleAt(t, a)
	a.setup.Now = dayAfterMeeting
	a.openFile(path)
	if a.file == nil {
		t.Fatal("the file does not open")
	}
	e, _ := a.desk.register().Entry(plan.ListPackets, examplePacket)
	p, err := packet.Of(a.desk.register(), e, a.desk.today())
	if err != nil {
		t.Fatal(err)
	}
	a.exportPacket(p, packetExport{path: filepath.Join(t.TempDir(), "handlingar.pdf"), lang: "sv", dispatch: true})
}

func packetDialogs() []screen {
	to := place{room: roomPackets, packet: examplePacket}
	of := func(t *testing.T, a *App) *packetsView { return fronted[*packetsView](t, a) }
	return []screen{
		asked("item-decision", to, func(t *testing.T, a *App) {
			v := of(t, a)
			e, _ := a.desk.register().Entry(plan.ListPackets, v.id)
			askItemDecision(a.desk, e, v.about, v.about.Items[5])
		}),
		asked("item-changed", to, func(t *testing.T, a *App) {
			v := of(t, a)
			e, _ := a.desk.register().Entry(plan.ListPackets, v.id)
			askChanged(a.desk, e, v.about.Items[3], packet.Decision{Item: v.about.Items[3].Row})
		}),
		asked("new-packet", to, func(_ *testing.T, a *App) { askNewPacket(a.desk) }),
		asked("new-meeting", to, func(_ *testing.T, a *App) { askNewMeeting(a.desk) }),
		asked("new-item", to, func(_ *testing.T, a *App) { askNewItem(a.desk, examplePacket) }),
		asked("add-appendix", to, func(t *testing.T, a *App) {
			v := of(t, a)
			v.choose(string(v.about.Items[3].Row))
			v.attachToChosen()
		}),
		asked("export-packet", to, func(t *testing.T, a *App) { a.askExportPacket(of(t, a).about, false) }),
		{"packet-sent", func(t *testing.T, a *App) {
			a.open(to)
			v := of(t, a)
			v.stack()
			v.cards.ScrollTo(1e6)
		}},
	}
}
