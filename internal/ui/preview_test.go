package ui

import (
	"context"
	"errors"
	"image"
	"image/color"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/pdf"
	"ledstjarna/internal/pdfium"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// realPreviewer shows pages as the program does.
func realPreviewer(t testing.TB) Previewer {
	t.Helper()
	fonts, err := pdf.NewFonts()
	if err != nil {
		t.Fatal(err)
	}
	dir, err := os.UserCacheDir()
	if err != nil {
		dir = os.TempDir()
	}
	engine := pdfium.New(filepath.Join(dir, "ledstjarna", "pdfium"))
	t.Cleanup(func() {
		if err := engine.Close(); err != nil {
			t.Error(err)
		}
	})
	return NewPreviewer(fonts, engine, "test")
}

// Only the latest wish is shown, whenever which of them is made, and there is
// never more than one under way.
func TestTheLatestWishIsShown(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var m previewModel
		var under []int // wishes that are being made
		shown := 0
		for range rapid.IntRange(1, 40).Draw(rt, "steps") {
			if len(under) == 0 || rapid.Bool().Draw(rt, "wish") {
				if m.wish() {
					under = append(under, m.wished)
				}
			} else {
				n := under[0]
				under = under[1:]
				var err error
				if rapid.IntRange(0, 4).Draw(rt, "fails") == 0 {
					err = errors.New("x")
				}
				show, again := m.done(n, err)
				if show {
					shown = n
				}
				if again {
					under = append(under, m.wished)
				}
				if show && n != m.wished || show && err != nil {
					rt.Fatalf("wish %d is shown, the latest is %d, error %v", n, m.wished, err)
				}
			}
			if len(under) > 1 {
				rt.Fatalf("%v are made at once", under)
			}
		}
		for len(under) > 0 {
			show, again := m.done(under[0], nil)
			if show {
				shown = under[0]
			}
			under = under[:0]
			if again {
				under = append(under, m.wished)
			}
		}
		if m.busy || shown != m.wished && !m.failed {
			rt.Fatalf("in the end wish %d is shown, the latest is %d", shown, m.wished)
		}
	})
}

func TestPagesInSightAreDrawnFirst(t *testing.T) {
	var m previewModel
	wide := func(int) int { return 100 }
	if _, ok := m.next(0, 3, 9, wide); ok {
		t.Error("a page is drawn before there are any")
	}
	m.wish()
	m.done(1, nil)
	var got []int
	for {
		p, ok := m.next(2, 4, 6, wide)
		if !ok {
			break
		}
		got = append(got, p)
		m.drawn(p, 100)
	}
	if !slices.Equal(got, []int{2, 3, 4, 5}) {
		t.Errorf("drawn %v", got)
	}
	if p, ok := m.next(2, 4, 6, func(int) int { return 200 }); !ok || p != 2 {
		t.Errorf("after another width %d, %v", p, ok)
	}
}

// fakePages are pages of one colour.
type fakePages struct {
	closed *int
	title  string
}

func (fakePages) Sizes() [][2]float64               { return [][2]float64{{595, 842}, {842, 595}, {595, 842}} }
func (fakePages) Place(string) (int, float64, bool) { return 1, 0.5, true }
func (fakePages) Image(_ context.Context, _, width int) (image.Image, error) {
	m := image.NewRGBA(image.Rect(0, 0, width, width))
	for i := range m.Pix {
		m.Pix[i] = 0x80
	}
	return m, nil
}

func (p fakePages) Close() error {
	*p.closed++
	return nil
}

// Pages follow what is written, are let go when others come or the document is
// left, and are remembered as shown.
func TestPreviewOfADocument(t *testing.T) {
	a := window(t)
	made, closed := []string{}, 0
	a.setup.Preview = func(_ context.Context, p Paper) (Pages, error) {
		made = append(made, p.Title)
		return fakePages{&closed, p.Title}, nil
	}
	a.openExample()
	a.open(place{room: roomPlans, document: "doc-naravard"})
	if len(made) != 0 {
		t.Fatal("pages are made that nobody asked for")
	}
	a.togglePreview()
	v := a.preview
	if len(made) != 1 || v.stack.Pages() != 3 {
		t.Fatalf("made %v, %d pages", made, v.stack.Pages())
	}
	title := plan.PathTo(plan.KeyTitle)
	a.document().set(editor.Op{Key: "op.edit", Field: "title"}, title, plan.Text("Nytt namn"), false)
	if len(made) != 2 || made[1] != "Nytt namn" || closed != 1 {
		t.Errorf("made %v, %d let go", made, closed)
	}
	a.open(place{room: roomPlans, document: "doc-kompetens"})
	if len(made) != 3 || closed != 2 || a.preview == v || !a.preview.open {
		t.Errorf("another document: made %v, %d let go", made, closed)
	}
	a.open(place{room: roomLibrary})
	if closed != 3 || a.preview != nil {
		t.Errorf("left, %d are let go", closed)
	}
	a.setup.Preview = func(context.Context, Paper) (Pages, error) { return nil, errors.New("x") }
	a.open(place{room: roomPlans, document: "doc-kompetens"})
	if a.preview.problem.Text() == "" {
		t.Error("that the pages cannot be shown is not told")
	}
}

// The real pages stand beside the fields, and those of the section in front are in
// sight.
func TestRealPagesBesideTheFields(t *testing.T) {
	a := window(t)
	a.setup.Preview = realPreviewer(t)
	a.openExample()
	a.prefs.setPreviews(true)
	a.window.Resize(fyne.NewSize(1400, 900))
	a.open(place{room: roomPlans, document: "doc-kompetens", section: "messages"})
	picture(t, a, "preview-editor")
	v := a.preview
	page, down, ok := v.pages.Place(sectionAnchors(a.document().about, "messages")[0])
	if !ok || page == 0 || down <= 0 || down >= 1 {
		t.Fatalf("the section stands on page %d, %g down, %v", page, down, ok)
	}
	if v.front() != page && v.front() != page-1 {
		t.Errorf("page %d is in front, the section stands on %d", v.front(), page)
	}
	if v.model.loaded[page] == 0 {
		t.Errorf("it has no picture: %v", v.model.loaded)
	}
	m, err := v.pages.Image(context.Background(), 0, 300)
	if err != nil {
		t.Fatal(err)
	}
	dark := 0
	for y := range m.Bounds().Dy() {
		for x := range m.Bounds().Dx() {
			if g := color.GrayModel.Convert(m.At(x, y)).(color.Gray); g.Y < 100 {
				dark++
			}
		}
	}
	if dark < 500 {
		t.Errorf("%d dark points on the first page", dark)
	}
	for _, mode := range []string{previewSmall, previewWhole, previewWidth} {
		v.setMode(mode)
		picture(t, a, "preview-"+mode)
	}
	a.open(place{room: roomReviews, review: "doc-webbpolicy"})
	picture(t, a, "preview-review")
	a.window.Resize(fyne.NewSize(1000, 700))
	picture(t, a, "preview-narrow")
}

// BenchmarkEditToPage is the way from a committed edit in a plan of some twenty
// pages to the picture of the page that it stands on.
func BenchmarkEditToPage(b *testing.B) {
	a := window(b)
	a.setup.Preview = realPreviewer(b)
	a.openExample()
	a.prefs.setPreviews(true)
	a.open(place{room: roomPlans, document: "doc-naravard", section: "background"})
	a.work = kit.NewBackgroundWith(func(work func()) { work() }, func(time.Duration, func()) func() bool { return func() bool { return true } })
	path := plan.PathTo("problem")
	var times []time.Duration
	n := 0
	for b.Loop() {
		n++
		begun := time.Now()
		a.document().set(editor.Op{Key: "op.edit", Field: "problem"}, path, plan.Text("Problemet beskrivs på nytt, gång "+time.Duration(n).String()), false)
		times = append(times, time.Since(begun))
	}
	slices.Sort(times)
	b.ReportMetric(float64(times[len(times)/2].Milliseconds()), "ms-median")
	b.ReportMetric(float64(times[len(times)*95/100].Milliseconds()), "ms-p95")
	b.ReportMetric(float64(a.preview.stack.Pages()), "pages")
}

// Pages that come when nobody wants them any more are let go: the engine has room
// for few at a time.
func TestPagesThatComeTooLateAreLetGo(t *testing.T) {
	for name, leave := range map[string]func(*App){
		"the document is left": func(a *App) { a.open(place{room: roomTodo}) },
		"the pane is hidden":   func(a *App) { a.togglePreview() },
	} {
		t.Run(name, func(t *testing.T) {
			a := window(t)
			made, closed := 0, 0
			a.setup.Preview = func(context.Context, Paper) (Pages, error) {
				made++
				return fakePages{&closed, ""}, nil
			}
			var queue []func()
			run := func() {
				for len(queue) > 0 {
					work := queue[0]
					queue = queue[1:]
					work()
				}
			}
			a.work = kit.NewBackgroundWith(func(work func()) { queue = append(queue, work) }, func(time.Duration, func()) func() bool { return func() bool { return true } })
			a.openExample()
			run()
			a.prefs.setPreviews(true)
			a.open(place{room: roomPlans, document: "doc-naravard", section: "background"})
			a.preview.changed() // a second wish while the first is under way
			leave(a)
			run()
			if made == 0 || made != closed {
				t.Errorf("%d made, %d let go", made, closed)
			}
			a.open(place{room: roomPlans, document: "doc-naravard", section: "background"})
			if !a.preview.open {
				a.togglePreview()
			}
			run()
			if made != closed+1 || a.preview.pages == nil {
				t.Errorf("shown again: %d made, %d let go", made, closed)
			}
		})
	}
}
