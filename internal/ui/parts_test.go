package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// press gives keys to what has the keyboard, or to the window where nothing has.
func (a *App) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		c := a.window.Canvas()
		if f := c.Focused(); f != nil {
			f.TypedKey(&fyne.KeyEvent{Name: k})
		} else {
			c.OnTypedKey()(&fyne.KeyEvent{Name: k})
		}
	}
}

// onScreen reports whether what has the keyboard is on the screen.
func onScreen(a *App) bool {
	for _, o := range test.LaidOutObjects(a.window.Canvas().Content()) {
		if f, ok := o.(fyne.Focusable); ok && f == a.window.Canvas().Focused() {
			return o.Visible()
		}
	}
	return false
}

// statusOf is how it goes with an activity of the start page.
func statusOf(t *testing.T, a *App, name string) string {
	t.Helper()
	for _, v := range weekVersions(a.desk.outlook()) {
		sealed, err := a.file.Content(v.version)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range a.desk.register().ActivitiesOn(v.document, sealed.Content, a.desk.today()) {
			if x.Name == name {
				return x.Status
			}
		}
	}
	t.Fatalf("there is no activity %q", name)
	return ""
}

// From the start an activity is ticked off by two keys, and the keyboard stays among
// the activities.
func TestAnActivityIsTickedOffOnTheStartPage(t *testing.T) {
	a := window(t)
	a.openExample()
	picture(t, a, "todo-start")
	const late, week = "Samrådsmöte med äldreråden", "Bildspel för medarbetarmöten"
	a.press(fyne.KeyF6, fyne.KeySpace)
	if got := statusOf(t, a, late); got != "done" {
		t.Fatalf("it is %s", got)
	}
	if a.toaster.Text() != a.words.T("todo.ticked", "name", late) {
		t.Errorf("it says %q", a.toaster.Text())
	}
	if !onScreen(a) {
		t.Fatal("what has the keyboard is gone")
	}
	picture(t, a, "todo-ticked")
	for _, o := range test.LaidOutObjects(a.root) { // the message's link
		if b, ok := o.(*kit.Button); ok && b.Label() == a.words.T("action.undo") {
			b.Tapped(nil)
		}
	}
	if got := statusOf(t, a, late); got != "planned" {
		t.Errorf("taken back it is %s", got)
	}
	a.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	a.press(fyne.KeySpace)
	if got := statusOf(t, a, week); got != "done" {
		t.Fatalf("%s is %s", week, got)
	}
	a.press(fyne.KeySpace) // it is still the same row
	if got := statusOf(t, a, week); got == "done" {
		t.Errorf("%s is %s after the tick was taken away", week, got)
	}
}

// Where a file is only read there is nothing to tick.
func TestNothingIsTickedWhereTheFileIsRead(t *testing.T) {
	a := reading(t)
	const late = "Samrådsmöte med äldreråden"
	before := statusOf(t, a, late)
	a.press(fyne.KeyF6, fyne.KeySpace) // opens the row
	if got := statusOf(t, a, late); got != before {
		t.Errorf("it became %s", got)
	}
}

// Every room that is opened by a key has the keyboard in what one comes for, and F6
// goes from there round the parts of the window and back.
func TestEveryRoomIsEnteredByKeyboard(t *testing.T) {
	a := window(t)
	a.openExample()
	for _, id := range rooms() {
		a.goTo(id)
		first := a.window.Canvas().Focused()
		if first == nil || !onScreen(a) {
			t.Errorf("%s: the keyboard is nowhere", id)
			continue
		}
		n := 0
		for a.press(fyne.KeyF6); a.window.Canvas().Focused() != first && n < 9; n++ {
			if !onScreen(a) {
				t.Errorf("%s: what has the keyboard is not on the screen", id)
			}
			a.press(fyne.KeyF6)
		}
		if n == 0 || n == 9 {
			t.Errorf("%s: F6 comes back after %d parts", id, n)
		}
	}
}

// A document that is opened by a key has the keyboard in its form, or among its
// sections where it is frozen; a section that is chosen by a key, in its form.
func TestADocumentIsEnteredByKeyboard(t *testing.T) {
	a := window(t)
	a.openExample()
	for _, d := range a.desk.register().Documents() {
		a.goTo(roomTodo)
		a.open(place{room: roomOf(d.Kind), document: d.ID})
		if !onScreen(a) {
			t.Errorf("%s: the keyboard is nowhere", a.document().about.Version.Head.Title)
			continue
		}
		_, atSections := a.window.Canvas().Focused().(*kit.SectionRow)
		if locked := a.document().locked(); locked != atSections {
			t.Errorf("%s: locked is %t, among the sections is %t", a.document().about.Version.Head.Title, locked, atSections)
		}
	}
	a.open(place{room: roomPlans, document: titled(t, a, "Kommunikationsplan Nära vård i länet").ID})
	a.window.Canvas().Focus(a.document().sections["details"])
	a.press(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn)
	if a.document().section != "purpose" || !onScreen(a) {
		t.Fatalf("the section is %s", a.document().section)
	}
	if _, still := a.window.Canvas().Focused().(*kit.SectionRow); still {
		t.Error("a section that was chosen leaves the keyboard among the sections")
	}
}

// What is clicked in the navigation opens without anything having the keyboard, and
// the first key goes to the work.
func TestTheFirstKeyGoesToTheWork(t *testing.T) {
	a := window(t)
	a.openExample()
	a.fromNavigation(roomPlans)
	if a.window.Canvas().Focused() != nil {
		t.Fatal("a click gave something the keyboard")
	}
	a.press(fyne.KeyDown)
	if a.window.Canvas().Focused() != fyne.Focusable(a.front.(*documentsView).table) {
		t.Error("an arrow does not go to the list")
	}
	a.fromNavigation(roomTodo)
	a.window.Canvas().(interface{ FocusNext() }).FocusNext()
	if _, ok := a.window.Canvas().Focused().(*kit.TwoLineRow); !ok {
		t.Errorf("Tab goes to %T", a.window.Canvas().Focused())
	}
}

// With the keyboard on a review's row, "Ingen ändring" is about that document and not
// about the one that presses most.
func TestACommandIsAboutTheRowThatHasTheKeyboard(t *testing.T) {
	a := window(t)
	a.openExample()
	for name, reach := range map[string]func(){
		"Kommunikationsplan Nära vård i länet": func() { a.press(fyne.KeyDown) },
		"Webbpolicy": func() { a.goTo(roomReviews); a.press(fyne.KeyF6, fyne.KeyDown, fyne.KeyDown) },
		"It-policy":  func() { a.window.Canvas().Unfocus() },
	} {
		a.goTo(roomTodo)
		reach()
		if _, title, ok := a.dutyInFront(); !ok || title != name {
			t.Errorf("it is about %q, want %q", title, name)
		}
	}
	a.goTo(roomSteering)
	a.press(fyne.KeyDown)
	v := a.front.(*documentsView)
	if want := v.rows.rows[v.table.Selected()].line.document; a.documentInFront() != want {
		t.Errorf("in the list it is about %s, want %s", a.documentInFront(), want)
	}
}

// A new assignment plan is begun from the keyboard in the order of the dialog: kind,
// assignment, and Return where the proposed title will do. What a person has written
// is not replaced.
func TestANewAssignmentPlanIsNamedAfterItsAssignment(t *testing.T) {
	for typed, want := range map[string]string{"": "Kommunikationsplan Klimatanpassning i skärgården", "X": "X"} {
		a := window(t)
		a.openExample()
		c := a.window.Canvas()
		askNewDocument(a.desk, roomPlans)
		write := func(text string) {
			for _, r := range text {
				c.Focused().TypedRune(r)
			}
		}
		write("det")
		c.FocusNext()
		if typed != "" {
			c.FocusNext()
			write(typed)
			c.FocusPrevious()
		}
		write("klima")
		c.FocusNext()
		a.press(fyne.KeyReturn)
		v := a.document()
		if v == nil {
			t.Fatal("Return in the title makes no plan")
		}
		if v.about.Version.Head.Title != want || v.about.Document.Kind != plan.AssignmentPlan {
			t.Errorf("it is called %q, want %q", v.about.Version.Head.Title, want)
		}
		if e, _ := a.desk.register().Entry(plan.ListAssignments, v.about.Version.Head.Assignment); a.desk.register().EntryName(plan.ListAssignments, e) != "Klimatanpassning i skärgården" {
			t.Error("it has another assignment")
		}
	}
}

// What is opened by Return in a list of its own has the keyboard, and Escape leaves it
// for the row that it was opened from.
func TestEscapeLeavesWhatReturnOpened(t *testing.T) {
	a := window(t)
	a.openExample()
	var packet plan.Entry
	for _, e := range a.desk.register().Entries(plan.ListPackets) {
		packet = e
	}
	a.goTo(roomPackets)
	a.press(fyne.KeyReturn)
	papers, ok := a.front.(*packetsView)
	if !ok || papers.id != packet.ID || !onScreen(a) {
		t.Fatal("Return does not open the papers with the keyboard in them")
	}
	a.press(fyne.KeyDown, fyne.KeyDown)
	row := a.window.Canvas().Focused()
	a.press(fyne.KeyReturn)
	if len(papers.row) == 0 || !onScreen(a) {
		t.Fatal("the form of the item has not got the keyboard")
	}
	a.press(fyne.KeyEscape)
	if len(papers.row) != 0 || a.window.Canvas().Focused() != row || !onScreen(a) {
		t.Error("Escape does not lead back to the item's row")
	}

	a.goTo(roomTodo)
	a.press(fyne.KeyReturn)
	reviews, ok := a.front.(*reviewsView)
	if !ok || reviews.page == nil || !onScreen(a) {
		t.Fatal("the page of the review has not got the keyboard")
	}
	a.press(fyne.KeyEscape)
	if reviews = a.front.(*reviewsView); reviews.page != nil || !onScreen(a) {
		t.Error("Escape does not lead to all reviews")
	}

	a.goTo(roomLibrary)
	a.press(fyne.KeyDown, fyne.KeyReturn)
	library := a.front.(*libraryView)
	if library.entry == "" || !onScreen(a) {
		t.Fatal("the form of the entry has not got the keyboard")
	}
	a.press(fyne.KeyEscape)
	if table, ok := a.window.Canvas().Focused().(*kit.Table); !ok || library.entry != "" || table.Selected() != 1 {
		t.Error("Escape does not lead back to the entry's row")
	}

	a.goTo(roomSettings)
	settings := a.front.(*settingsView)
	settings.openRow(plan.PathTo(plan.KeyMission).AtRow(a.desk.register().Organisation().Get(plan.KeyMission).Rows()[0].ID))
	if !onScreen(a) {
		t.Fatal("the form of the row has not got the keyboard")
	}
	a.press(fyne.KeyEscape)
	if len(settings.row) != 0 || !onScreen(a) {
		t.Error("Escape does not lead back to the settings")
	}
}
