package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/i18n"
)

// whole looks for flaws of what the window shows.
func whole(t *testing.T, a *App, words *wording, name string) {
	t.Helper()
	for _, f := range flawsOn(a.window.Canvas(), a.window.Canvas().Content(), words) {
		t.Errorf("%s: %s", name, f)
	}
}

// Pictures of the calendar, for a person to look at; whatever the size and the
// language, all that can be pressed is in sight.
func TestPicturesOfTheCalendar(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		words := wordingOf(t, i18n.Language(lang))
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
				whole(t, a, words, name)
				row, _, _ := draftRow(t, v)
				v.timeline.Focus()
				v.timeline.Select(row)
				v.choose(row)
				picture(t, a, name+"-details")
				whole(t, a, words, name+"-details")
				v.close()
				for _, n := range []int{1, 24, 48} {
					v.zoomTo(n)
					picture(t, a, name+"-"+string(rune('a'+n%26)))
				}
				v.zoomTo(usualMonths)
				v.memory.filter = calendarFilter{plan: "doc-kompetens", responsible: "Projektledare Kompetensförsörjning", status: statusRemaining}
				v.fill()
				picture(t, a, name+"-filter")
				whole(t, a, words, name+"-filter")
				v.memory.filter.text = "finns inte"
				v.tools.fill()
				v.filter()
				picture(t, a, name+"-nothing")
				v.clear()
				v.memory.mode = calendarMonths
				v.fill()
				whole(t, a, words, name+"-list")
				picture(t, a, name+"-list")
				v.memory.mode = calendarTimeline
			}
		}
		a.prefs.setMode("light")
		a.prefs.setLanguage("sv")
	}
}
