package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/i18n"
)

// screen is something that the window shows; show brings it to the front.
type screen struct {
	name string
	show func(t *testing.T, a *App)
}

// scene is a file in some state with the screens of it.
type scene struct {
	name    string
	open    func(t *testing.T, a *App)
	screens []screen
}

// scenes are all screens of the program, in the order of the gallery.
func scenes() []scene {
	return slices.Concat(startScenes(), roomScenes(), documentScenes(), dialogScenes(), troubleScenes())
}

// look is how a screen is shown.
type look struct {
	mode string
	size fyne.Size
}

func (l look) String() string {
	return fmt.Sprintf("%s-%.0fx%.0f", l.mode, l.size.Width, l.size.Height)
}

var (
	large = fyne.NewSize(1280, 800)
	small = fyne.NewSize(1000, 700)
)

// looksOf are those in which the screens are looked at in a language: all of them where
// pictures are made, else both sizes in one mode. Another mode takes the most time.
func looksOf(lang i18n.Language, pictures bool) []look {
	switch {
	case pictures:
		return []look{{"light", large}, {"light", small}, {"dark", small}, {"dark", large}}
	case lang == i18n.Swedish:
		return []look{{"light", large}, {"light", small}}
	}
	return []look{{"dark", large}, {"dark", small}}
}

// Every screen is looked at: nothing is cut off, under something else, pale, out of
// sight, or in the other language. Where LEDSTJARNA_GALLERY names a folder, all screens
// are kept in it as pictures, in every language, look and size.
func TestGallery(t *testing.T) {
	b := newAlbum(t)
	total := 0
	for _, lang := range i18n.Languages() {
		w := wordingOf(t, lang)
		n := 0
		for _, s := range scenes() {
			t.Run(string(lang)+"/"+s.name, func(t *testing.T) {
				g := &gallery{album: b, lang: lang, words: w}
				g.hang(t, s, n)
			})
			n += len(s.screens)
		}
		total = n
	}
	if b != nil {
		b.close()
	}
	if total < 100 {
		t.Errorf("only %d screens", total)
	}
}

// gallery looks at screens in a language.
type gallery struct {
	album *album
	lang  i18n.Language
	words *wording
	mode  string // of the window
}

// hang shows the screens of a scene, the first of which has the number n.
func (g *gallery) hang(t *testing.T, s scene, n int) {
	a := window(t)
	a.prefs.setLanguage(string(g.lang))
	if err := a.setLanguage(); err != nil {
		t.Fatal(err)
	}
	looks := looksOf(g.lang, g.album != nil)
	g.dress(a, looks[0])
	s.open(t, a)
	for i, x := range s.screens {
		a.clearAway()
		x.show(t, a)
		over := a.window.Canvas().Overlays()
		for _, l := range looks {
			opened := over.Top() != nil
			g.dress(a, l)
			if opened && over.Top() == nil { // a menu closes when the window changes
				x.show(t, a)
			}
			name := fmt.Sprintf("%03d-%s", n+i+1, x.name)
			g.look(t, a, name, l)
		}
		slices.Reverse(looks) // the next screen begins as this one ends
	}
}

// clearAway takes away what the screen before has left open.
func (a *App) clearAway() {
	a.menu.Close()
	for top := a.window.Canvas().Overlays().Top(); top != nil; top = a.window.Canvas().Overlays().Top() {
		a.window.Canvas().Overlays().Remove(top)
	}
	if a.guide != nil {
		a.guide.window.Close()
	}
	a.toaster.Hide()
	a.window.Canvas().Unfocus()
}

func (g *gallery) dress(a *App, l look) {
	if g.mode != l.mode {
		g.mode = l.mode
		if a.dark() != (l.mode == "dark") {
			a.switchTheme()
		}
	}
	a.window.Resize(l.size)
	if a.guide != nil {
		a.guide.window.Resize(l.size)
	}
}

// look looks at what the window, or the guide before it, shows.
func (g *gallery) look(t *testing.T, a *App, name string, as look) {
	t.Helper()
	c := a.window.Canvas()
	if a.guide != nil {
		c = a.guide.window.Canvas()
	}
	if g.album != nil {
		g.album.put(name, g.lang, as, c.Capture())
	}
	o := c.Content()
	if top := c.Overlays().Top(); top != nil {
		o = top
	}
	for _, f := range flawsOn(c, o, g.words) {
		t.Errorf("%s-%s-%s: %s", name, g.lang, as, f)
	}
}

// flawsOn are all flaws of what a canvas shows.
func flawsOn(c fyne.Canvas, o fyne.CanvasObject, words *wording) []string {
	d := drawnOn(o, c.Size())
	flaws := d.flaws()
	for _, s := range d.visible() {
		if f := words.flaw(s.words); f != "" && !s.typed && !s.cut(words.ends) {
			flaws = append(flaws, fmt.Sprintf("%q %s (%s)", s.words, f, s.what))
		}
	}
	for _, s := range d.cutTexts(c, o, words.ends) {
		if f := words.flawOfCut(s); f != "" {
			flaws = append(flaws, fmt.Sprintf("%q %s (%s)", s.text, f, s.what))
		}
	}
	slices.Sort(flaws)
	return slices.Compact(flaws)
}
