package kit_test

import (
	"fmt"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"ledstjarna/assets"
	"ledstjarna/internal/ui/kit"
)

// on2026 is a day of 2026, or of 2027 where the month is over 12.
func on2026(month time.Month, day int) kit.TimelineDay { return kit.TimelineDayOf(2026, month, day) }

// schedule is a timeline's source.
type schedule []kit.TimelineRow

func (s schedule) Rows() int                   { return len(s) }
func (s schedule) Group(row int) bool          { return s[row].Group }
func (s schedule) Row(row int) kit.TimelineRow { return s[row] }

func group(title string) kit.TimelineRow {
	return kit.TimelineRow{Title: title, Group: true, Open: true, Tip: title}
}

func bar(title string, look kit.State, from, to kit.TimelineDay) kit.TimelineRow {
	return kit.TimelineRow{Title: title, Symbol: look.Symbol, Family: look.Family, Tip: title, Item: kit.TimelineItem{
		Shape: kit.TimelineBar, From: from, To: to, Family: look.Family, Words: look.Word, Before: look.Family == kit.Late,
	}}
}

func programme() schedule {
	planned, ongoing := kit.State{Symbol: assets.StateRing, Word: "Planerad"}, kit.State{Symbol: assets.StateHalf, Family: kit.Active, Word: "Pågår"}
	done := kit.State{Symbol: assets.StateDone, Family: kit.Done, Word: "Klar"}
	due := group("Nära vård i länet")
	due.Item = kit.TimelineItem{Shape: kit.TimelineSign, From: on2026(11, 30), To: on2026(11, 30), Symbol: assets.StateUrgent, Family: kit.Urgent, Words: "Översyn senast 30 nov"}
	point := bar("Förslag till styrelsen", planned, on2026(12, 17), on2026(12, 17))
	point.Item.Shape, point.Item.Words = kit.TimelinePoint, "17 dec"
	off := bar("Mässa för e-tjänster", kit.State{Symbol: assets.StateCancelled, Word: "Inställd"}, on2026(15, 6), on2026(15, 8))
	off.Item.Dashed, off.Item.Fixed = true, true
	none := bar("Uppföljning utan dag", planned, 0, 0)
	none.Item = kit.TimelineItem{Words: "Utan datum"}
	return schedule{
		group("Övergripande kommunikationsplan"),
		bar("Länsdialog i sju kommuner", done, on2026(9, 14), on2026(10, 16)),
		bar("Samlad uppföljning av perioden", ongoing, on2026(10, 19), on2026(12, 11)),
		point, due,
		bar("Samrådsmöte med äldreråden i länets alla kommuner och regionen", kit.State{Symbol: assets.StateLate, Family: kit.Late, Word: "Försenad 10 dagar"}, on2026(11, 2), on2026(11, 12)),
		bar("Annonser i lokaltidningar", planned, on2026(11, 30), on2026(12, 18)),
		bar("Lättläst broschyr på fem språk", kit.State{Symbol: assets.StatePaused, Family: kit.Deviation, Word: "Pausad"}, on2026(13, 11), on2026(15, 12)),
		off, none,
		bar("Första mötet", done, on2026(2, 2), on2026(2, 4)),
		bar("Slutmätning", planned, on2026(21, 2), on2026(22, 4)),
	}
}

func timelineWords() kit.TimelineWords {
	months := []string{"jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}
	return kit.TimelineWords{
		Names: "Plan och aktivitet", Marks: "Sammanträden", Weeks: "Vecka", Today: "I dag",
		Month:   func(m time.Month) string { return months[m-1] },
		Quarter: func(q int) string { return fmt.Sprint("kv ", q) },
		Span: func(_ int, from, to kit.TimelineDay) string {
			return fmt.Sprint(iso(from), " – ", iso(to))
		},
		Day: iso,
	}
}

func iso(d kit.TimelineDay) string {
	y, m, day := d.Date()
	return fmt.Sprintf("%04d-%02d-%02d", y, m, day)
}

func meetings() []kit.TimelineMark {
	return []kit.TimelineMark{
		{on2026(9, 10), "AU 10", "AU 2026-09-10"},
		{on2026(10, 1), "Styrelsen 1", "Styrelsen 2026-10-01"},
		{on2026(12, 3), "AU 3", "AU 2026-12-03"},
		{on2026(12, 6), "Nämnden 6", ""},
		{on2026(12, 17), "Styrelsen 17", "Styrelsen 2026-12-17"},
	}
}

// staged is a timeline of seven months on a stage, and what it tells.
func staged(t *testing.T, source kit.TimelineSource) (*stage, *kit.Timeline, *[]string) {
	t.Helper()
	told := &[]string{}
	note := func(format string, v ...any) { *told = append(*told, fmt.Sprintf(format, v...)) }
	line := kit.NewTimeline(timelineWords(), kit.TimelineEvents{
		Selected: func(row int) { note("at %d", row) }, Chosen: func(row int) { note("choose %d", row) },
		Open: func(row int) { note("open %d", row) }, Fold: func(row int, open bool) { note("fold %d %v", row, open) },
		Move: func(row int, from, to kit.TimelineDay, keys bool) {
			note("move %d %s %s %v", row, iso(from), iso(to), keys)
		},
		Refused: func(row int) { note("refused %d", row) }, MoveMark: func(m int, to kit.TimelineDay) { note("mark %d %s", m, iso(to)) },
		Mark: func(m int) { note("open mark %d", m) }, Zoom: func(by int) { note("zoom %d", by) },
	})
	s := on(t, line, 1023, 592)
	line.SetSource(source)
	line.SetTime(on2026(11, 22), meetings(), []kit.TimelineBand{{on2026(9, 1), on2026(11, 30)}}, on2026(1, 1), on2026(24, 31))
	line.View(on2026(9, 1), 7)
	return s, line, told
}

func TestTimelineGallery(t *testing.T) {
	s, line, _ := staged(t, programme())
	line.SetFoot(kit.NewLegend(kit.State{Symbol: assets.StateRing, Word: "Planerad"}, kit.State{Symbol: kit.Milestone(), Word: "Milstolpe"}))
	s.window.Canvas().SetContent(kit.NewCard("", line))
	line.Select(2)
	line.SetTies([]kit.TimelineTie{{FromRow: -1, ToRow: 2, FromDay: on2026(10, 1), ToDay: on2026(10, 19)}})
	test.AssertImageMatches(t, "timeline-light.png", s.canvas.Capture())
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Dark, 1))
	line.SetTies(nil)
	line.Select(-1)
	line.View(on2026(11, 10), 2)
	test.AssertImageMatches(t, "timeline-near-dark.png", s.canvas.Capture())
}

func TestTimelineByKeys(t *testing.T) {
	s, _, told := staged(t, programme())
	alt := func(k fyne.KeyName) { s.shortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt}) }
	s.tab()
	s.press(fyne.KeyDown, fyne.KeyRight, fyne.KeyLeft, fyne.KeyDown, fyne.KeyReturn, fyne.KeySpace, fyne.KeyLeft, fyne.KeyEnd, fyne.KeyHome)
	s.press(fyne.KeyDown)
	alt(fyne.KeyRight)
	alt(fyne.KeyUp)
	s.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDown, Modifier: fyne.KeyModifierAlt | fyne.KeyModifierShift})
	s.press(fyne.KeyUp, fyne.KeyUp, fyne.KeyRight, fyne.KeyReturn)
	alt(fyne.KeyRight)
	s.press(fyne.KeyDown)
	want := []string{
		"at 0", "fold 0 false", "at 1", "open 1", "choose 1", "at 0", "at 11", "at 0", "at 1",
		"move 1 2026-09-15 2026-10-17 true", "move 1 2026-09-07 2026-10-09 true", "move 1 2026-09-14 2026-10-23 true",
		"at 0", "at -1", "at -1", "open mark 1", "mark 1 2026-10-02", "at 0",
	}
	if diff := diffStrings(want, *told); diff != "" {
		t.Error(diff)
	}
}

// place is where a day of a row is drawn on the stage.
func timePlace(day kit.TimelineDay, row float32) fyne.Position {
	per := float32(1023-263) / (7 * 365.25 / 12)
	return fyne.NewPos(263+(float32(day-on2026(9, 1))+0.5)*per, row)
}

// dragTimeline drags as a window does: the position is where the mouse has come to.
func dragTimeline(line *kit.Timeline, from, to fyne.Position) {
	for _, part := range []float32{0.25, 0.75} {
		by := fyne.NewDelta((to.X-from.X)*part, (to.Y-from.Y)*part)
		at := from.AddXY(by.DX, by.DY)
		if part > 0.5 {
			at = to
		}
		line.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: by})
	}
	line.DragEnd()
}

func TestTimelineByMouse(t *testing.T) {
	s, line, told := staged(t, programme())
	first := float32(52 + 34 + 13)
	drag := func(from, to kit.TimelineDay, y float32) { dragTimeline(line, timePlace(from, y), timePlace(to, y)) }
	drag(on2026(9, 28), on2026(10, 5), first)   // whole
	drag(on2026(9, 14), on2026(9, 7), first)    // its start
	drag(on2026(10, 16), on2026(10, 20), first) // its end
	drag(on2026(10, 16), on2026(9, 9), first)   // its end, no further than its start
	drag(on2026(12, 17), on2026(12, 18), first+52)
	drag(on2026(15, 7), on2026(15, 1), 52+34+3*26+34+3*26+13) // cannot
	drag(on2026(10, 1), on2026(10, 8), 39)                    // a mark
	s.click(timePlace(on2026(9, 28), first).X, first)
	want := []string{
		"move 1 2026-09-21 2026-10-23 false", "move 1 2026-09-07 2026-10-16 false", "move 1 2026-09-14 2026-10-20 false",
		"move 1 2026-09-14 2026-09-14 false", "move 3 2026-12-18 2026-12-18 false", "refused 8", "mark 1 2026-10-08", "at 1", "choose 1",
	}
	if diff := diffStrings(want, *told); diff != "" {
		t.Error(diff)
	}
}

// The wheel scrolls, with the command key it brings time closer.
func TestTimelineByWheel(t *testing.T) {
	s, line, told := staged(t, programme())
	s.tab()
	at := line.Left()
	test.Scroll(s.canvas, fyne.NewPos(500, 300), -100, 0)
	if line.Left() <= at {
		t.Error("it does not scroll")
	}
	line.KeyDown(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
	test.Scroll(s.canvas, fyne.NewPos(500, 300), 0, 10)
	test.Scroll(s.canvas, fyne.NewPos(500, 300), 0, -10)
	line.KeyUp(&fyne.KeyEvent{Name: desktop.KeyControlLeft})
	test.Scroll(s.canvas, fyne.NewPos(500, 300), 0, -10)
	if diff := diffStrings([]string{"zoom 1", "zoom -1"}, *told); diff != "" {
		t.Error(diff)
	}
}

// Zooming keeps the day under the mouse where it is.
func TestZoomingKeepsTheDayUnderTheMouse(t *testing.T) {
	s, line, _ := staged(t, programme())
	p := timePlace(on2026(12, 17), 300)
	s.hover(p.X, p.Y)
	for _, months := range []float32{3, 24, 7} {
		line.Zoom(float64(months))
		per := (1023 - 263) / (months * 365.25 / 12)
		if day := line.Left() + kit.TimelineDay((p.X-263)/per); day < on2026(12, 16) || day > on2026(12, 18) {
			t.Errorf("%v months: under the mouse is %s", months, iso(day))
		}
	}
}

// Escape leaves what is dragged where it was, also when the mouse goes on.
func TestEscapeCancelsADrag(t *testing.T) {
	s, line, told := staged(t, programme())
	before := s.canvas.Capture()
	p := timePlace(on2026(9, 28), 52+34+13)
	move := func(by float32) {
		p = p.AddXY(by, 0)
		line.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: p}, Dragged: fyne.NewDelta(by, 0)})
	}
	move(40)
	if same(before, s.canvas.Capture()) {
		t.Fatal("nothing is seen of the drag")
	}
	s.press(fyne.KeyEscape)
	move(40)
	line.DragEnd()
	if len(*told) > 0 {
		t.Errorf("it told %v", *told)
	}
}

func TestALockedTimelineMovesNothing(t *testing.T) {
	s, line, told := staged(t, programme())
	line.SetLocked(true)
	dragTimeline(line, timePlace(on2026(9, 28), 52+34+13), timePlace(on2026(10, 28), 52+34+13))
	dragTimeline(line, timePlace(on2026(10, 1), 39), timePlace(on2026(10, 8), 39))
	line.Select(1)
	s.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt})
	if diff := diffStrings([]string{"refused 1", "refused 1"}, *told); diff != "" {
		t.Error(diff)
	}
}

// long is a source of many rows that counts how often it is asked.
type long struct {
	n     int
	asked *int
}

func (l long) Rows() int          { return l.n }
func (l long) Group(row int) bool { return row%11 == 0 }
func (l long) Row(row int) kit.TimelineRow {
	*l.asked++
	if row%11 == 0 {
		return group(fmt.Sprint("Plan ", row/11))
	}
	from := on2026(1, 1) + kit.TimelineDay(row*37%700)
	return bar(fmt.Sprint("Aktivitet ", row), kit.State{Symbol: assets.StateHalf, Family: kit.Active, Word: "Pågår"}, from, from+30)
}

func TestTimelineAsksOnlyForRowsInSight(t *testing.T) {
	asked := 0
	s, line, _ := staged(t, long{55000, &asked})
	asked = 0
	line.SetSource(long{55000, &asked})
	if asked > 30 {
		t.Errorf("%d rows were asked for", asked)
	}
	asked = 0
	test.Scroll(s.canvas, fyne.NewPos(500, 300), 0, -52)
	if asked == 0 || asked > 3 {
		t.Errorf("two rows came into sight, %d were asked for", asked)
	}
	asked = 0
	test.Scroll(s.canvas, fyne.NewPos(500, 300), -200, 0)
	if asked > 0 {
		t.Errorf("scrolling in time asked for %d rows", asked)
	}
}

func BenchmarkTimelineScroll(b *testing.B) {
	test.NewTempApp(b)
	fyne.CurrentApp().Settings().SetTheme(kit.NewTheme(kit.Light, 1))
	asked := 0
	line := kit.NewTimeline(timelineWords(), kit.TimelineEvents{})
	w := test.NewWindow(line)
	defer w.Close()
	w.Resize(fyne.NewSize(1023, 592))
	line.SetSource(long{55000, &asked})
	line.SetTime(on2026(11, 22), meetings(), nil, on2026(1, 1), on2026(36, 31))
	line.View(on2026(9, 1), 7)
	for name, by := range map[string]fyne.Delta{"rows": {DY: -60}, "time": {DX: -25}} {
		b.Run(name, func(b *testing.B) {
			i := 0
			for b.Loop() {
				if i++; i%200 == 0 {
					line.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-200*by.DX, -200*by.DY)})
				}
				line.Scrolled(&fyne.ScrollEvent{Scrolled: by})
			}
		})
	}
}

// Away from the chart the mouse says nothing: then today stays where it is, while it is
// in sight, and else the middle.
func TestZoomingKeepsTodayInSight(t *testing.T) {
	_, line, _ := staged(t, programme())
	const width = 1023 - 263
	at := func(day kit.TimelineDay, months float32) float32 {
		return float32(day-line.Left()) * width / (months * 365.25 / 12)
	}
	today := on2026(11, 22)
	line.View(on2026(10, 1), 7)
	was := at(today, 7)
	for _, months := range []float32{1, 24, 3} {
		line.Zoom(float64(months))
		if now, day := at(today, months), width/(months*365.25/12); now < was-2-day || now > was+2+day {
			t.Errorf("%v months: today has moved from %v to %v", months, was, now)
		}
	}
	line.View(on2026(1, 1), 3)
	line.Zoom(1)
	if from := line.Left(); from < on2026(1, 29) || from > on2026(2, 2) {
		t.Errorf("today is out of sight, the middle is not kept: begins at %s", iso(from))
	}
}
