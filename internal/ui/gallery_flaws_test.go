package ui

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/ui/kit"
)

// shownBy is what the gallery says of a window of 400 × 300 with the objects on white.
func shownBy(t *testing.T, lang i18n.Language, objects ...fyne.CanvasObject) string {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(kit.NewTheme(kit.Light, 1))
	w := test.NewWindow(nil)
	t.Cleanup(w.Close)
	ground := canvas.NewRectangle(color.White)
	kit.NewRoot(&fyne.Container{Layout: filling{}, Objects: append([]fyne.CanvasObject{ground}, objects...)}).Mount(w, nil)
	w.Resize(fyne.NewSize(400, 300))
	c := w.Canvas()
	return strings.Join(flawsOn(c, c.Content(), wordingOf(t, lang)), "\n")
}

// filling gives the first object all the room and leaves the others where they are.
type filling struct{}

func (filling) Layout(objects []fyne.CanvasObject, s fyne.Size) { objects[0].Resize(s) }
func (filling) MinSize([]fyne.CanvasObject) fyne.Size           { return fyne.Size{} }

func line(text string, c color.Color, x, y float32) *canvas.Text {
	t := canvas.NewText(text, c)
	t.Resize(t.MinSize())
	t.Move(fyne.NewPos(x, y))
	return t
}

func placed[O fyne.CanvasObject](o O, x, y, w, h float32) O {
	o.Resize(fyne.NewSize(w, h))
	o.Move(fyne.NewPos(x, y))
	return o
}

// What the gallery is there to find it finds, and it finds nothing where all is well.
func TestTheGalleryFindsFlaws(t *testing.T) {
	grey := color.NRGBA{0xa0, 0xa0, 0xa0, 0xff}
	long := "Kommunstyrelsens ordförande"
	for _, c := range []struct {
		name    string
		lang    i18n.Language
		objects []fyne.CanvasObject
		want    string // "" for no flaw
	}{
		{"sound", "sv", []fyne.CanvasObject{line("Planer", color.Black, 10, 10), line("Kalender", color.Black, 10, 40)}, ""},
		{"pale", "sv", []fyne.CanvasObject{line("Planer", grey, 10, 10)}, "contrast of 2.6"},
		{"pale on a patch", "sv", []fyne.CanvasObject{placed(canvas.NewRectangle(color.Black), 0, 0, 100, 100), line("Planer", color.Black, 10, 10)}, "contrast of 1.00"},
		{"over one another", "sv", []fyne.CanvasObject{line("Planer", color.Black, 10, 10), line("Kalender", color.Black, 30, 12)}, "lie over one another"},
		{"half covered", "sv", []fyne.CanvasObject{line("Planer", color.Black, 10, 10), placed(canvas.NewRectangle(color.White), 30, 0, 200, 100)}, "in part under"},
		{"wholly covered", "sv", []fyne.CanvasObject{line("Planer", color.Black, 10, 10), placed(canvas.NewRectangle(color.White), 0, 0, 200, 100)}, ""},
		{"out of the window", "sv", []fyne.CanvasObject{line("Planer", color.Black, 380, 10)}, "cut off at an edge"},
		{"under the window", "sv", []fyne.CanvasObject{line("Planer", color.Black, 10, 290)}, "cut off at the top or foot"},
		{"a button out of the window", "sv", []fyne.CanvasObject{placed(kit.NewButton(kit.Outlined, "", nil), 350, 10, 100, 30)}, "is cut off"},
		{"buttons over one another", "sv", []fyne.CanvasObject{
			placed(kit.NewButton(kit.Outlined, "", nil), 10, 10, 100, 30), placed(kit.NewButton(kit.Outlined, "", nil), 90, 20, 100, 30),
		}, "lie over one another"},
		{"cut with a tooltip", "sv", []fyne.CanvasObject{placed(kit.NewText(long, kit.Body, kit.ColorText).Elastic(), 10, 10, 60, 18)}, ""},
		{"cut without one", "sv", []fyne.CanvasObject{line("Kommunst…", color.Black, 10, 10)}, "the tooltip says"},
		{"the program's words cut", "sv", []fyne.CanvasObject{placed(kit.NewText("Klar för beslut", kit.Body, kit.ColorText).Elastic(), 10, 10, 60, 18)}, `is cut of "Klar för beslut"`},
		{"an ellipsis of its own", "sv", []fyne.CanvasObject{line("Ny plan …", color.Black, 10, 10)}, ""},
		{"English in Swedish", "sv", []fyne.CanvasObject{line("Ready for decision", color.Black, 10, 10)}, "of the other language"},
		{"English with a gap", "sv", []fyne.CanvasObject{line("12 inhabitants", color.Black, 10, 10)}, "of the other language"},
		{"English behind a dot", "sv", []fyne.CanvasObject{line("Webbpolicy · Ready for decision", color.Black, 10, 10)}, "of the other language"},
		{"Swedish in English", "en", []fyne.CanvasObject{line("Klar för beslut", color.Black, 10, 10)}, "of the other language"},
		{"a person's Swedish", "en", []fyne.CanvasObject{line("Kommunikationschef", color.Black, 10, 10)}, ""},
		{"a key", "sv", []fyne.CanvasObject{line("action.new-plan", color.Black, 10, 10)}, "is a key"},
		{"a gap", "sv", []fyne.CanvasObject{line("Ångra: ändra ⟨field⟩", color.Black, 10, 10)}, "is not complete"},
	} {
		got := shownBy(t, c.lang, c.objects...)
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("%s: found %q, want %q", c.name, got, c.want)
		}
	}
}
