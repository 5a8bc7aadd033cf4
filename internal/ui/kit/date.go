package kit

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ledstjarna/assets"
)

// DateField is a field for a day, written as 2026-11-22, with a calendar behind
// its button and the key down.
type DateField struct {
	widget.BaseWidget
	entry  *Entry
	button *IconButton
	words  *Words
	today  func() time.Time
	month  *calendar
	over   *overlay
	told   func(wrong string)
	commit func(day string)
}

// NewDateField returns an empty field. Today gives the day that the calendar
// marks. Commit is called with a day as 2026-11-22, or "" where the field was
// emptied. A text that is no day is kept in the field, named as wrong, and not
// committed.
func NewDateField(words *Words, today func() time.Time, commit func(day string)) *DateField {
	d := &DateField{words: words, today: today, commit: commit}
	d.entry = NewEntry(words, "", d.left)
	d.entry.input.takes = d.key
	d.button = NewIconButton(assets.IconCalendarSmall, 24, words.OpenCalendar, d.open)
	d.month = newCalendar(words, d.pick)
	d.month.close = d.shut
	d.over = newOverlay(newPanel(8, d.month))
	d.over.beside = d.shut
	d.over.where = func(room fyne.Size) (fyne.Position, fyne.Size) {
		size := d.over.panel.MinSize()
		return below(positionOf(d), d.Size().Height, size, room), size
	}
	d.ExtendBaseWidget(d)
	return d
}

func (d *DateField) onJudged(told func(wrong string)) { d.told = told }

// SetValue writes a day as 2026-11-22, or nothing.
func (d *DateField) SetValue(day string) {
	d.entry.SetText(day)
	d.judge("")
}

// Text returns what is written, a day or not.
func (d *DateField) Text() string { return d.entry.Text() }

// Entry is the field's text, for focus and placeholder.
func (d *DateField) Entry() *Entry { return d.entry }

// Enable lets a person write again.
func (d *DateField) Enable() {
	d.entry.Enable()
	d.button.Enable()
}

// Disable keeps the day but lets no one change it.
func (d *DateField) Disable() {
	d.entry.Disable()
	d.button.Disable()
}

func (d *DateField) left(text string) {
	text = strings.TrimSpace(text)
	if text == "" {
		d.judge("")
		d.send("")
		return
	}
	day, ok := ParseDay(text)
	if !ok {
		d.judge(d.words.BadDate)
		return
	}
	d.judge("")
	iso := day.Format(time.DateOnly)
	d.entry.SetText(iso)
	d.send(iso)
}

func (d *DateField) send(day string) {
	if d.commit != nil {
		d.commit(day)
	}
}

func (d *DateField) judge(wrong string) {
	d.entry.SetBad(wrong != "")
	if d.told != nil {
		d.told(wrong)
	}
}

// key opens the calendar on the key down.
func (d *DateField) key(e *fyne.KeyEvent) bool {
	if e.Name != fyne.KeyDown {
		return false
	}
	d.open()
	return true
}

func (d *DateField) open() {
	c := canvasOf(d)
	if c == nil || d.over.isOpen() || d.entry.Disabled() {
		return
	}
	chosen, ok := ParseDay(strings.TrimSpace(d.entry.Text()))
	d.month.show(chosen, ok, d.today())
	d.over.open(c, d.month)
}

func (d *DateField) shut() { d.over.close() }

// pick writes the chosen day; a zero day empties the field.
func (d *DateField) pick(day time.Time) {
	d.shut()
	text := ""
	if !day.IsZero() {
		text = day.Format(time.DateOnly)
	}
	if text == d.entry.Text() {
		return
	}
	d.entry.SetText(text)
	d.judge("")
	d.send(text)
}

// Focused reports whether the keyboard, which is at the widget given, is in the field.
func (d *DateField) Focused(at fyne.Focusable) bool {
	return at != nil && (at == fyne.Focusable(d.entry.input) || at == fyne.Focusable(d.button))
}

// Focus gives the field the keyboard.
func (d *DateField) Focus() { d.entry.Focus() }

// CreateRenderer is called by the toolkit.
func (d *DateField) CreateRenderer() fyne.WidgetRenderer { return newDrawing(d, d.entry, d.button) }

func (d *DateField) paint()             {}
func (d *DateField) measure() fyne.Size { return fyne.NewSize(px(128), d.entry.MinSize().Height) }

func (d *DateField) arrange(s fyne.Size) {
	put(d.entry, 0, 0, s.Width, s.Height)
	put(d.button, s.Width-px(27), round((s.Height-px(24))/2), px(24), px(24))
}

// ParseDay reads a day as 2026-11-22, 20261122, 2026-1-2 or as spreadsheets give
// it with a time of day.
func ParseDay(text string) (time.Time, bool) {
	for _, layout := range []string{time.DateOnly, "20060102", "2006-1-2", time.DateTime} {
		if day, err := time.Parse(layout, text); err == nil {
			return day, true
		}
	}
	return time.Time{}, false
}
