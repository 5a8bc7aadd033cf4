package kit

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"ledstjarna/assets"
)

const (
	dayWidth  = 32
	dayHeight = 28
	monthHead = 34
	weekHead  = 22
	monthFoot = 34
)

// calendar is one month with weeks from Monday and their numbers. Arrows move
// by days and weeks, PageUp and PageDown by months, Home and End within a week.
type calendar struct {
	widget.BaseWidget
	words   *Words
	at      time.Time // the day the keyboard stands on
	chosen  time.Time
	today   time.Time
	pick    func(day time.Time)
	close   func()
	title   *line
	back    *IconButton
	forth   *IconButton
	now     *Button
	clear   *Button
	week    *line
	heads   [7]*line
	numbers [6]*line
	days    [42]*calendarDay
}

// calendarDay is one cell.
type calendarDay struct {
	ground *canvas.Rectangle
	edge   *canvas.Rectangle
	number *line
}

var (
	_ fyne.Focusable    = (*calendar)(nil)
	_ fyne.Tappable     = (*calendar)(nil)
	_ desktop.Hoverable = (*calendar)(nil)
)

func newCalendar(words *Words, pick func(day time.Time)) *calendar {
	c := &calendar{words: words, pick: pick, title: newLine("", BodyStrong, ColorText), week: newLine("", Caption, ColorText2)}
	c.back = NewIconButton(assets.IconChevronLeft, 28, words.PreviousMonth, func() { c.month(-1) })
	c.forth = NewIconButton(assets.IconChevronRight, 28, words.NextMonth, func() { c.month(1) })
	c.now = NewButton(LinkStrong, words.Today, func() { c.pick(c.today) })
	c.clear = NewButton(Link, words.Clear, func() { c.pick(time.Time{}) })
	for i := range c.heads {
		c.heads[i] = newLine("", Caption, ColorText2)
	}
	for i := range c.numbers {
		c.numbers[i] = newLine("", Caption, ColorText2)
	}
	for i := range c.days {
		c.days[i] = &calendarDay{ground: newRect(), edge: newRect(), number: newLine("", Dense, ColorText)}
	}
	c.ExtendBaseWidget(c)
	return c
}

// show opens the month of the chosen day, or of today.
func (c *calendar) show(chosen time.Time, given bool, today time.Time) {
	c.today = dayOf(today)
	c.at, c.chosen = c.today, time.Time{}
	if given {
		c.at, c.chosen = chosen, chosen
	}
	c.Refresh()
}

// dayOf is the day of a moment, without its time and place.
func dayOf(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// first is the Monday of the topmost week.
func (c *calendar) first() time.Time {
	first := time.Date(c.at.Year(), c.at.Month(), 1, 0, 0, 0, 0, time.UTC)
	return first.AddDate(0, 0, -(int(first.Weekday())+6)%7)
}

// month moves by months and keeps the day where the month has it.
func (c *calendar) month(by int) {
	first := time.Date(c.at.Year(), c.at.Month()+time.Month(by), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	c.at = first.AddDate(0, 0, min(c.at.Day(), last)-1)
	c.Refresh()
}

func (c *calendar) step(by int) {
	c.at = c.at.AddDate(0, 0, by)
	c.Refresh()
}

// TypedKey moves, picks and closes.
func (c *calendar) TypedKey(e *fyne.KeyEvent) {
	weekday := (int(c.at.Weekday()) + 6) % 7
	switch e.Name {
	case fyne.KeyLeft:
		c.step(-1)
	case fyne.KeyRight:
		c.step(1)
	case fyne.KeyUp:
		c.step(-7)
	case fyne.KeyDown:
		c.step(7)
	case fyne.KeyHome:
		c.step(-weekday)
	case fyne.KeyEnd:
		c.step(6 - weekday)
	case fyne.KeyPageUp:
		c.month(-1)
	case fyne.KeyPageDown:
		c.month(1)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		c.pick(c.at)
	case fyne.KeyDelete, fyne.KeyBackspace:
		c.pick(time.Time{})
	case fyne.KeyEscape:
		c.close()
	}
}

// TypedRune does nothing; letters mean nothing to a calendar.
func (c *calendar) TypedRune(rune) {}

// FocusGained does nothing; the day itself is marked.
func (c *calendar) FocusGained() {}

// FocusLost does nothing.
func (c *calendar) FocusLost() {}

// cellAt returns the day under a place.
func (c *calendar) cellAt(at fyne.Position) (int, bool) {
	column := int((at.X - px(dayWidth)) / px(dayWidth))
	row := int((at.Y - px(monthHead+weekHead)) / px(dayHeight))
	if at.X < px(dayWidth) || at.Y < px(monthHead+weekHead) || column > 6 || row > 5 {
		return 0, false
	}
	return row*7 + column, true
}

// Tapped picks the day under the mouse.
func (c *calendar) Tapped(e *fyne.PointEvent) {
	if i, ok := c.cellAt(e.Position); ok {
		c.pick(c.first().AddDate(0, 0, i))
	}
}

// MouseIn does nothing.
func (c *calendar) MouseIn(*desktop.MouseEvent) {}

// MouseMoved marks the day under the mouse, within the month.
func (c *calendar) MouseMoved(e *desktop.MouseEvent) {
	i, ok := c.cellAt(e.Position)
	if !ok {
		return
	}
	if day := c.first().AddDate(0, 0, i); day.Month() == c.at.Month() && day != c.at {
		c.at = day
		c.Refresh()
	}
}

// MouseOut does nothing.
func (c *calendar) MouseOut() {}

// CreateRenderer is called by the toolkit.
func (c *calendar) CreateRenderer() fyne.WidgetRenderer {
	parts := []fyne.CanvasObject{c.title.Text, c.back, c.forth, c.week.Text}
	for _, h := range c.heads {
		parts = append(parts, h.Text)
	}
	for _, n := range c.numbers {
		parts = append(parts, n.Text)
	}
	for _, d := range c.days {
		parts = append(parts, d.ground, d.edge, d.number.Text)
	}
	return newDrawing(c, append(parts, c.now, c.clear)...)
}

func (c *calendar) paint() {
	c.title.full = c.words.Months[c.at.Month()-1] + " " + strconv.Itoa(c.at.Year())
	c.title.paint()
	c.week.full = c.words.Week
	c.week.paint()
	for i, h := range c.heads {
		h.full = c.words.Days[i]
		h.paint()
	}
	first := c.first()
	for i, n := range c.numbers {
		_, week := first.AddDate(0, 0, 7*i).ISOWeek()
		n.full = strconv.Itoa(week)
		n.paint()
	}
	for i, d := range c.days {
		c.paintDay(d, first.AddDate(0, 0, i))
	}
}

func (c *calendar) paintDay(d *calendarDay, day time.Time) {
	d.number.full = strconv.Itoa(day.Day())
	d.number.style, d.number.ink = Dense, ColorText
	if day.Month() != c.at.Month() {
		d.number.ink = ColorText2
	}
	ground := colorClear
	switch {
	case day.Equal(c.chosen):
		ground = ColorPrimaryFill
		d.number.style, d.number.ink = DenseStrong, ColorOnPrimary
	case day.Equal(c.at):
		ground = ColorSelection
	}
	if day.Equal(c.today) && !day.Equal(c.chosen) {
		d.number.style, d.number.ink = DenseStrong, ColorPrimaryText
	}
	paintRect(d.ground, ground, radiusSmall)
	paintRing(d.edge, radiusSmall, day.Equal(c.at))
	d.number.paint()
}

func (c *calendar) measure() fyne.Size {
	return fyne.NewSize(px(8*dayWidth), px(monthHead+weekHead+6*dayHeight+monthFoot))
}

func (c *calendar) arrange(s fyne.Size) {
	put(c.back, s.Width-px(60), 0, px(28), px(28))
	put(c.forth, s.Width-px(30), 0, px(28), px(28))
	c.title.place(px(6), px(5), s.Width-px(70))
	y := px(monthHead)
	cell := px(dayWidth)
	c.week.placeMid(0, y, cell)
	for i, h := range c.heads {
		h.placeMid(cell*float32(i+1), y, cell)
	}
	y += px(weekHead)
	for i, n := range c.numbers {
		n.placeMid(0, y+px(dayHeight)*float32(i)+round((px(dayHeight)-n.height())/2), cell)
	}
	for i, d := range c.days {
		x, top := cell*float32(1+i%7), y+px(dayHeight)*float32(i/7)
		put(d.ground, x+1, top+1, cell-2, px(dayHeight)-2)
		put(d.edge, x+2, top+2, cell-4, px(dayHeight)-4)
		d.number.placeMid(x, top+round((px(dayHeight)-d.number.height())/2), cell)
	}
	foot := s.Height - px(24)
	now, none := c.now.MinSize(), c.clear.MinSize()
	put(c.now, px(6), foot, now.Width, now.Height)
	put(c.clear, s.Width-none.Width-px(6), foot, none.Width, none.Height)
}
