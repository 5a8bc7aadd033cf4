package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/ui/kit"
)

// whole looks for anything to press that is outside the window or under another.
func whole(t *testing.T, a *App, v *calendarView, name string) {
	t.Helper()
	size := a.window.Canvas().Size()
	for _, o := range test.LaidOutObjects(a.window.Canvas().Content()) {
		switch o.(type) {
		case *kit.Button, *kit.Select, *kit.IconButton, *kit.Segmented, *kit.Entry:
		default:
			continue
		}
		at := a.toolkit.Driver().AbsolutePositionForObject(o)
		if o.Visible() && (at.X < 0 || at.Y < 0 || at.X+o.Size().Width > size.Width+0.5 || at.Y+o.Size().Height > size.Height+0.5) {
			t.Errorf("%s: %T at %v, %v is outside", name, o, at, o.Size())
		}
	}
	tools := v.tools.object.Objects
	for i, o := range tools {
		for _, x := range tools[:i] {
			if o.Visible() && x.Visible() && overlap(o, x) {
				t.Errorf("%s: two tools overlap at %v and %v", name, o.Position(), x.Position())
			}
		}
	}
	foot := a.toolkit.Driver().AbsolutePositionForObject(v.tools.object).Y + v.tools.object.Size().Height
	if top := a.toolkit.Driver().AbsolutePositionForObject(v.stage).Y; top < foot {
		t.Errorf("%s: the tools reach to %v, the calendar begins at %v", name, foot, top)
	}
}

func overlap(a, b fyne.CanvasObject) bool {
	p, q := a.Position(), b.Position()
	return p.X < q.X+b.Size().Width && q.X < p.X+a.Size().Width && p.Y < q.Y+b.Size().Height && q.Y < p.Y+a.Size().Height
}

// Pictures of the calendar, for a person to look at; whatever the size and the
// language, all that can be pressed is in sight.
func TestPicturesOfTheCalendar(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		a := window(t)
		a.openExample()
		takeBack(t, a)
		hangActivity(t, a, inCalendar(t, a))
		if lang == "en" {
			a.switchLanguage()
		}
		for _, size := range []fyne.Size{fyne.NewSize(1280, 800), fyne.NewSize(1000, 700)} {
			a.window.Resize(size)
			for _, mode := range []string{"light", "dark"} {
				a.prefs.setMode(mode)
				a.applyTheme()
				v := inCalendar(t, a)
				name := "calendar-" + lang + "-" + mode
				if size.Width < 1200 {
					name += "-small"
				}
				v.memory.mode = calendarTimeline
				v.fill()
				picture(t, a, name)
				whole(t, a, v, name)
				row, _, _ := draftRow(t, v)
				v.timeline.Focus()
				v.timeline.Select(row)
				v.choose(row)
				picture(t, a, name+"-details")
				whole(t, a, v, name+"-details")
				v.close()
				for _, n := range []int{1, 24, 48} {
					v.zoomTo(n)
					picture(t, a, name+"-"+string(rune('a'+n%26)))
				}
				v.zoomTo(usualMonths)
				v.memory.filter = calendarFilter{plan: "doc-kompetens", responsible: "Projektledare Kompetensförsörjning", status: statusRemaining}
				v.fill()
				picture(t, a, name+"-filter")
				whole(t, a, v, name+"-filter")
				v.memory.filter.text = "finns inte"
				v.tools.fill()
				v.filter()
				picture(t, a, name+"-nothing")
				v.clear()
				v.memory.mode = calendarMonths
				v.fill()
				whole(t, a, v, name+"-list")
				picture(t, a, name+"-list")
				v.memory.mode = calendarTimeline
			}
		}
		a.prefs.setMode("light")
		a.prefs.setLanguage("sv")
	}
}
