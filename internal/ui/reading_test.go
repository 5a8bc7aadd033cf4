package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/sqlite"
	"ledstjarna/internal/ui/kit"
)

// readingKeys are the words of the buttons that change nothing.
func readingKeys() []string {
	return []string{
		"sheet.button", "action.export-pdf", "action.export", "preview.title", "action.open-draft", "action.open-document", "reviews.export",
		"todo.open-packet", "todo.open-reviews", "todo.open-calendar", "backup.now", "sheet.columns", "attachments.open", "attachments.save", "action.more",
		"reviews.back", "packets.export-supplement", "action.export-onepage", "standing.again", "take-over.ask", "compare.back",
		"trace.open", "action.all-activities", "calendar.export", "calendar.today", "documents.arrange", "documents.clear",
	}
}

// pressable returns the words of the enabled buttons on the screen.
func (a *App) pressable() []string {
	var out []string
	for _, o := range test.LaidOutObjects(a.window.Canvas().Content()) {
		if b, ok := o.(*kit.Button); ok && b.Visible() && !b.Disabled() && b.Label() != "" {
			out = append(out, b.Label())
		}
	}
	return out
}

// reading opens the example as a file that somebody else has open.
func reading(t *testing.T) *App {
	t.Helper()
	a := window(t)
	path := exampleAt(t, a)
	by(t, "Maria Holm", sqlite.Open, path)
	a.openFile(path)
	if a.file == nil || !a.file.ReadOnly() {
		t.Fatal("it is not open for reading")
	}
	return a
}

// Whoever walks through every room of a file that can only be read meets no button that
// would change it, and no command.
func TestNothingThatChangesAFileCanBePressedWhereItIsRead(t *testing.T) {
	a := reading(t)
	allowed := map[string]bool{}
	for _, key := range readingKeys() {
		allowed[a.words.T(key)] = true
	}
	places := []place{{room: roomTodo}, {room: roomReviews}, {room: roomCalendar}, {room: roomPackets}, {room: roomLibrary}, {room: roomSettings}}
	r := a.desk.register()
	for _, d := range r.Documents() {
		places = append(places, place{room: roomOf(d.Kind)}, place{room: roomOf(d.Kind), document: d.ID}, place{room: roomReviews, review: d.ID})
	}
	for _, e := range r.Entries(plan.ListPackets) {
		places = append(places, place{room: roomPackets, packet: e.ID})
	}
	for _, l := range plan.ListNames() {
		places = append(places, place{room: roomLibrary, list: l})
	}
	seen := map[string]bool{}
	for _, p := range places {
		a.open(p)
		for _, label := range a.pressable() {
			seen[label] = true
		}
	}
	compare, _, _ := strings.Cut(a.words.T("action.compare", "version", "#"), "#")
	var odd []string
	for label := range seen {
		if !allowed[label] && !strings.HasPrefix(label, compare) {
			odd = append(odd, label)
		}
	}
	slices.Sort(odd)
	if len(odd) > 0 {
		t.Errorf("these can be pressed: %q", odd)
	}
	if len(seen) < 5 {
		t.Errorf("only %d buttons were seen", len(seen))
	}
	for _, c := range a.commands {
		if c.edits && c.can() {
			t.Errorf("the command %s can be run", c.id)
		}
	}
}

// The menus of rows offer nothing that changes the file, and quick actions are not
// shown.
func TestMenusOfAReadFileOnlyShow(t *testing.T) {
	a := reading(t)
	a.open(place{room: roomPackets})
	v := a.views[roomPackets].(*packetsView)
	for _, e := range a.desk.register().Entries(plan.ListPackets) {
		a.open(place{room: roomPackets, packet: e.ID})
		for _, it := range v.about.Items {
			for _, m := range v.itemMenu(string(it.Row), it) {
				onlyShows(t, a, m)
			}
			for _, x := range it.Papers {
				for _, m := range v.paperMenu(string(x.Row), it, x) {
					onlyShows(t, a, m)
				}
			}
		}
	}
	for _, m := range a.exchangeItems(exchanged{list: plan.ListRoles}) {
		onlyShows(t, a, m)
	}
	lines, _ := pressing(a.words, a.desk.outlook(), 100)
	for _, l := range lines {
		for _, m := range dutyMenu(a.desk, l.duty.Document, l.duty, l.title) {
			onlyShows(t, a, m)
		}
	}
	rows, _ := dutyRows(a.desk, lines)
	for _, row := range rows {
		for _, o := range test.LaidOutObjects(container.NewStack(row)) {
			if b, ok := o.(*kit.Button); ok && b.Label() == a.words.T("action.no-change") {
				t.Error("a quick action is shown")
			}
		}
	}
}

func onlyShows(t *testing.T, a *App, m kit.MenuItem) {
	t.Helper()
	for _, key := range []string{"packets.open-item", "packets.open-paper", "attachments.save", "packets.extract", "action.open-document", "sheet.ask-out"} {
		if m.Label == a.words.T(key) {
			return
		}
	}
	if m.Label != "" && !m.Off {
		t.Errorf("%q can be run", m.Label)
	}
}
