package kit

import (
	"errors"
	"math"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Numbers says which numbers a field takes.
type Numbers struct {
	Decimals int      // at most
	Min, Max *float64 // nil for no limit
	// Format writes a number as the person's language does; nil writes it plain.
	Format func(v float64) string
}

// NumberField is a field for a number. It takes a comma or a point before the
// decimals and spaces between thousands.
type NumberField struct {
	widget.BaseWidget
	entry  *Entry
	words  *Words
	take   Numbers
	told   func(wrong string)
	commit func(v float64, given bool)
}

// NewNumberField returns an empty field. Commit is called when a changed number
// is left; given is false where the field was emptied. A text that is no number
// is kept in the field, named as wrong, and not committed.
func NewNumberField(words *Words, take Numbers, commit func(v float64, given bool)) *NumberField {
	n := &NumberField{words: words, take: take, commit: commit}
	n.entry = NewEntry(words, "", n.left)
	n.ExtendBaseWidget(n)
	return n
}

func (n *NumberField) onJudged(told func(wrong string)) { n.told = told }

// SetValue writes a number, or nothing.
func (n *NumberField) SetValue(v float64, given bool) {
	text := ""
	if given {
		text = n.format(v)
	}
	n.entry.SetText(text)
	n.judge("")
}

func (n *NumberField) format(v float64) string {
	if n.take.Format != nil {
		return n.take.Format(v)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func (n *NumberField) left(text string) {
	if strings.TrimSpace(text) == "" {
		n.judge("")
		n.send(0, false)
		return
	}
	v, err := ParseNumber(text, n.take.Decimals)
	switch {
	case err != nil:
		n.judge(n.words.BadNumber)
	case n.take.Min != nil && v < *n.take.Min:
		n.judge(n.words.NumberTooSmall + " " + n.format(*n.take.Min))
	case n.take.Max != nil && v > *n.take.Max:
		n.judge(n.words.NumberTooLarge + " " + n.format(*n.take.Max))
	default:
		n.judge("")
		n.entry.SetText(n.format(v))
		n.send(v, true)
	}
}

func (n *NumberField) send(v float64, given bool) {
	if n.commit != nil {
		n.commit(v, given)
	}
}

func (n *NumberField) judge(wrong string) {
	n.entry.SetBad(wrong != "")
	if n.told != nil {
		n.told(wrong)
	}
}

// Entry is the field's text, for placeholder, focus and disabling.
func (n *NumberField) Entry() *Entry { return n.entry }

// Enable lets a person write again.
func (n *NumberField) Enable() { n.entry.Enable() }

// Disable keeps the number but lets no one change it.
func (n *NumberField) Disable() { n.entry.Disable() }

// Focus gives the field the keyboard.
func (n *NumberField) Focus() { n.entry.Focus() }

// CreateRenderer is called by the toolkit.
func (n *NumberField) CreateRenderer() fyne.WidgetRenderer { return newDrawing(n, n.entry) }

func (n *NumberField) paint()              {}
func (n *NumberField) measure() fyne.Size  { return n.entry.MinSize() }
func (n *NumberField) arrange(s fyne.Size) { put(n.entry, 0, 0, s.Width, s.Height) }

// errNumber says that a text is no number.
var errNumber = errors.New("kit: not a number")

// ParseNumber reads a number as people write it: a comma or a point before at
// most decimals digits, spaces of any kind between thousands, a minus or a dash
// before it.
func ParseNumber(text string, decimals int) (float64, error) {
	clean := strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\u00a0', '\u2009', '\u202f', '\t':
			return -1
		case ',':
			return '.'
		case '−', '–':
			return '-'
		}
		return r
	}, text)
	digits := strings.TrimPrefix(clean, "-")
	whole, rest, point := strings.Cut(digits, ".")
	if whole == "" || point && (rest == "" || len(rest) > decimals) || !allDigits(whole) || !allDigits(rest) {
		return 0, errNumber
	}
	v, err := strconv.ParseFloat(clean, 64)
	if err != nil || math.IsInf(v, 0) {
		return 0, errNumber
	}
	return v, nil
}

func allDigits(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r < '0' || r > '9' }) < 0
}
