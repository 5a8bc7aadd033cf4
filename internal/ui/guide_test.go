package ui

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// The guide's table of commands is this program's. Where it is not, write it anew
// with LEDSTJARNA_GUIDE=1 go test -tags ci -run TestTheGuideHasTheCommands ./internal/ui
func TestTheGuideHasTheCommands(t *testing.T) {
	a := window(t)
	want, err := json.MarshalIndent(a.guideCommands(), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, '\n')
	if os.Getenv("LEDSTJARNA_GUIDE") != "" {
		if err := os.WriteFile(filepath.Join("../../assets/guide", report.GuideCommandsFile), want, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := fs.ReadFile(assets.Guide(), report.GuideCommandsFile)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != string(want) {
		t.Error("assets/guide/commands.json is not the table of commands; see the comment above this test")
	}
}

// Every room and every section of every document has a chapter, and links from the
// guide lead to rooms that there are.
func TestEveryPlaceHasAChapter(t *testing.T) {
	a := window(t)
	g, err := a.readGuide()
	if err != nil {
		t.Fatal(err)
	}
	has := func(to place) {
		if name := chapterAt(to); !slices.ContainsFunc(g.Chapters, func(c report.GuideChapter) bool { return c.Name == name }) {
			t.Errorf("%+v: no chapter %q", to, name)
		}
	}
	for _, id := range rooms() {
		has(place{room: id})
	}
	sections := map[string]bool{}
	for _, k := range plan.DocumentKinds() {
		for _, s := range plan.SectionsOf(k, false) {
			to := place{room: roomOf(k), document: "x", section: s.Key}
			has(to)
			sections[chapterAt(to)] = true
		}
	}
	for _, chapter := range []string{"writing", "activities", "reviews"} {
		if !sections[chapter] {
			t.Errorf("no section leads to the chapter %s", chapter)
		}
	}
	for _, lang := range []string{"sv", "en"} {
		names, err := fs.Glob(assets.Guide(), lang+"/*.md")
		if err != nil || len(names) != len(g.Chapters) {
			t.Errorf("%s: %d chapters, %v", lang, len(names), err)
		}
		for _, name := range names {
			src, err := fs.ReadFile(assets.Guide(), name)
			if err != nil {
				t.Fatal(err)
			}
			for _, part := range strings.Split(string(src), "("+report.RoomLink)[1:] {
				id, _, _ := strings.Cut(part, ")")
				if !slices.Contains(rooms(), room(id)) {
					t.Errorf("%s leads to the room %q", name, id)
				}
			}
		}
	}
}

// press types a key into what has the keyboard, or into the window.
func press(w fyne.Window, name fyne.KeyName) {
	e := &fyne.KeyEvent{Name: name}
	if f := w.Canvas().Focused(); f != nil {
		f.TypedKey(e)
		return
	}
	w.Canvas().OnTypedKey()(e)
}

// F1 opens the chapter about where the person is: on the welcome page, in a room, in
// a field of a section.
func TestTheGuideOpensWhereThePersonIs(t *testing.T) {
	a := window(t)
	a.showWelcome()
	opens := func(want string) {
		t.Helper()
		press(a.window, fyne.KeyF1)
		if a.guide == nil || a.guide.at != want {
			t.Fatalf("the guide opens at %v, want %s", a.guide, want)
		}
	}
	opens("start")
	picture(t, a, "guide-welcome")
	a.guide.window.Close()
	if a.guide != nil {
		t.Fatal("the guide does not close")
	}
	a.openExample()
	for id, want := range map[room]string{roomReviews: "reviews", roomPackets: "packets", roomCalendar: "calendar", roomLibrary: "library", roomPlans: "together"} {
		a.open(place{room: id})
		a.window.Canvas().Unfocus() // the test driver knows only the last window's focus
		opens(want)
	}
	a.open(place{room: roomPlans, document: "doc-naravard", section: "activities"})
	a.window.Canvas().Unfocus()
	opens("activities")
	a.open(place{room: roomPlans, document: "doc-naravard", section: "background"})
	a.guide.window.Close()
	a.document().focusFirst()
	if a.window.Canvas().Focused() == nil {
		t.Fatal("no field has the keyboard")
	}
	opens("writing")
}

// The guide can be searched, its parts turn up in the search of the file, and its
// links lead to chapters and rooms.
func TestTheGuideIsFoundAndLeadsOn(t *testing.T) {
	a := window(t)
	a.openExample()
	a.openGuide("reviews")
	v := a.guide
	v.find.SetText("aterremittera")
	v.showList()
	if hits := v.guide.Find("aterremittera"); !slices.ContainsFunc(hits, func(h report.GuideHit) bool { return h.Chapter.Name == "words" }) {
		t.Errorf("the glossary is not among the %d parts found", len(hits))
	}
	v.find.SetText("bilagor")
	v.find.Focus()
	press(v.window, fyne.KeyReturn)
	if v.at != "packets" {
		t.Errorf("Return opens %s, not the first that is found", v.at)
	}
	v.turn("reviews", -1)
	press(v.window, fyne.KeyEscape)
	if v.find.Text() != "" || a.guide == nil {
		t.Error("Escape does not end the search first")
	}
	v.step(1)
	if v.at != "packets" {
		t.Errorf("after reviews comes %s", v.at)
	}
	v.turn("start", -1)
	room, chapter := false, false
	for _, b := range v.guide.Chapters[0].Blocks {
		items, ok := b.(report.Items)
		if !ok {
			continue
		}
		for _, item := range items.Items {
			p := kit.NewProse(v.runs(item.Text))
			chapter = chapter || p.Press("Filen") && v.at == "file"
			room = room || p.Press("Bibliotek") && a.at.room == roomLibrary
		}
	}
	if !room || !chapter {
		t.Errorf("links: to a room %v, to a chapter %v", room, chapter)
	}
	choices, run := a.guideChoices(v.guide, "komplettering")
	if len(choices) == 0 || len(choices) > mostGuide {
		t.Fatalf("the search offers %v", choices)
	}
	run[choices[0].Value]()
	if v.at != "packets" {
		t.Errorf("it opens %s", v.at)
	}
}

// The guide follows the language, and is written as a PDF without a file.
func TestTheGuideInBothLanguages(t *testing.T) {
	a := window(t)
	a.showWelcome()
	a.openGuide("packets")
	if got := a.guide.window.Title(); !strings.HasPrefix(got, "Användarhandbok") {
		t.Errorf("the window is called %q", got)
	}
	a.switchLanguage()
	if c, _, _ := a.guide.guide.Chapter(a.guide.at); c.Title != "Papers for a meeting" || !strings.HasPrefix(a.guide.window.Title(), "User guide") {
		t.Errorf("in English: %q, %q", c.Title, a.guide.window.Title())
	}
	path := filepath.Join(t.TempDir(), "guide.pdf")
	a.print(a.printedGuide(), path, i18n.Swedish, false)
	if b, err := os.ReadFile(path); err != nil || string(b) != "Användarhandbok" {
		t.Errorf("%q, %v", b, err)
	}
}

// Pictures of every chapter, for a person to look at.
func TestPicturesOfTheGuide(t *testing.T) {
	a := window(t)
	a.openExample()
	a.openGuide("start")
	for _, lang := range []string{"sv", "en"} {
		for _, dark := range []bool{false, true} {
			for _, c := range a.guide.guide.Chapters {
				a.guide.turn(c.Name, -1)
				if len(a.guide.heads) == 0 && c.Name != "shortcuts" && c.Name != "words" && c.Name != "command-line" {
					t.Errorf("%s has no headings", c.Name)
				}
				name := "guide-" + lang + "-" + c.Name
				if dark {
					name += "-dark"
				}
				guidePicture(t, a, name)
			}
			a.switchTheme()
		}
		a.switchLanguage()
	}
	a.guide.find.SetText("översyn")
	a.guide.showList()
	guidePicture(t, a, "guide-find")
	a.guide.window.Resize(fyne.NewSize(700, 500))
	guidePicture(t, a, "guide-small")
}

func guidePicture(t *testing.T, a *App, name string) {
	t.Helper()
	main := a.window
	a.window = a.guide.window
	picture(t, a, name)
	a.window = main
}
