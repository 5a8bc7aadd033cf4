package kit

import (
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"ledstjarna/assets"
)

// cellEditor is the field in which one cell is written, over the cell.
type cellEditor struct {
	widget.BaseWidget
	g      *Grid
	column GridColumn
	row    int
	place  int    // index of the column
	before string // the cell's text
	values []string
	box    box
	input  *input
	button *IconButton // of days and choices
	list   *picker
	float  *panel
	layer  *layer // while suggestions are shown
	found  []Choice
	chosen []string // of several
	moved  bool     // a suggestion was moved to
	reason *Paragraph
	bubble *panel
	over   *overlay // the calendar
	month  *calendar
	// ending and busy keep the loss of the keyboard from ending the writing:
	// while it ends already, and while list or calendar have it.
	ending, busy bool
	taking       bool // Return ends it, which takes the suggestion before free text
}

func newCellEditor(g *Grid, c GridColumn, text string, values []string) *cellEditor {
	e := &cellEditor{
		g: g, column: c, row: g.at, place: g.column, before: text, values: values, chosen: slices.Clone(values),
		box: newBox(), input: newInput(g.words, false), reason: NewParagraph("", Caption, ColorLate),
	}
	e.input.tabs, e.input.takes, e.input.takesRune = true, e.key, e.rune
	e.input.OnChanged = func(string) { e.typed() }
	e.input.gained = e.Refresh
	e.input.lost = e.lost
	e.bubble = newPanel(6, e.reason)
	switch c.Kind {
	case ChoiceCell, SeveralCell:
		e.button = NewIconButton(assets.IconChevronDown, 22, "", func() { focus(e.input); e.suggest("") })
		e.list = newPicker(e.pick)
		e.list.down = func() { e.busy = true }
		e.list.out = func() { e.busy = false }
		e.list.empty, e.list.enter = g.words.NoMatch, g.words.Enter
		if c.Kind == SeveralCell {
			e.list.ticked = func(i int) bool { return slices.Contains(e.chosen, e.found[i].Value) }
			e.input.SetPlaceHolder(text)
		}
		e.float = newPanel(3, e.list)
	case DayCell:
		e.button = NewIconButton(assets.IconCalendarSmall, 22, g.words.OpenCalendar, e.openCalendar)
		e.month = newCalendar(g.words, e.pickDay)
		e.month.close = e.shut
		e.over = newOverlay(newPanel(8, e.month))
		e.over.beside = e.shut
		e.over.where = func(room fyne.Size) (fyne.Position, fyne.Size) {
			size := e.over.panel.MinSize()
			return below(e.spot(), e.Size().Height, size, room), size
		}
	case TextCell, NumberCell, OpeningCell, FixedCell:
	}
	e.ExtendBaseWidget(e)
	return e
}

// spot is where the field lies on the canvas, also before it has been drawn.
func (e *cellEditor) spot() fyne.Position { return positionOf(e.g).Add(e.Position()) }

// begin fills the field: anew with nothing, else with what the cell holds.
func (e *cellEditor) begin(anew bool) {
	if !anew && e.column.Kind != SeveralCell {
		changed := e.input.OnChanged
		e.input.OnChanged = nil
		e.input.write(e.before)
		e.input.OnChanged = changed
	}
	if !anew && e.list != nil {
		e.suggest("")
		e.list.move(slices.IndexFunc(e.found, func(c Choice) bool { return slices.Contains(e.values, c.Value) }))
	}
}

// typed follows the text.
func (e *cellEditor) typed() {
	e.say("")
	if e.list != nil {
		e.moved = false
		e.suggest(e.input.Text)
	}
}

func (e *cellEditor) toggle(value string) {
	if i := slices.Index(e.chosen, value); i >= 0 {
		e.chosen = slices.Delete(e.chosen, i, i+1)
	} else {
		e.chosen = append(e.chosen, value)
	}
	e.list.Refresh()
}

// value is what is written, and what is wrong with it.
func (e *cellEditor) value() (in CellInput, wrong string) {
	text := strings.TrimSpace(e.input.Text)
	switch e.column.Kind {
	case SeveralCell:
		if text != "" && len(e.found) > 0 && !slices.Contains(e.chosen, e.found[max(0, e.list.at)].Value) {
			e.chosen = append(e.chosen, e.found[max(0, e.list.at)].Value)
		} else if text != "" && len(e.found) == 0 {
			return in, e.g.words.NoMatch
		}
		return CellInput{Values: e.inOrder()}, ""
	case ChoiceCell:
		return e.choice(text)
	case TextCell, NumberCell, DayCell, OpeningCell, FixedCell:
	}
	return CellInput{Text: text}, ""
}

// choice settles which choice a text means: the one moved to, the one so named,
// or the first whose name holds it.
func (e *cellEditor) choice(text string) (CellInput, string) {
	if e.moved && e.list.at >= 0 && e.list.at < len(e.found) {
		c := e.found[e.list.at]
		return CellInput{Text: c.Label, Values: []string{c.Value}}, ""
	}
	if text == "" {
		return CellInput{}, ""
	}
	if text == e.before {
		return CellInput{Text: text, Values: e.values}, ""
	}
	for _, c := range e.column.Choices() {
		if fold(c.Label) == fold(text) {
			return CellInput{Text: c.Label, Values: []string{c.Value}}, ""
		}
	}
	if e.layer != nil && len(e.found) > 0 && (e.taking || !e.column.Free) {
		c := e.found[max(0, e.list.at)]
		return CellInput{Text: c.Label, Values: []string{c.Value}}, ""
	}
	if e.column.Free {
		return CellInput{Text: text}, ""
	}
	return CellInput{}, e.g.words.NoMatch
}

// inOrder are the chosen values in the order of the choices; what is none of
// them any more stays, last.
func (e *cellEditor) inOrder() []string {
	var out []string
	for _, c := range e.column.Choices() {
		if slices.Contains(e.chosen, c.Value) {
			out = append(out, c.Value)
		}
	}
	for _, v := range e.chosen {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

func (e *cellEditor) openCalendar() {
	c := canvasOf(e.g)
	if c == nil || e.over.isOpen() {
		return
	}
	chosen, ok := ParseDay(strings.TrimSpace(e.input.Text))
	e.month.show(chosen, ok, e.g.today())
	e.busy = true
	e.over.open(c, e.month)
}

func (e *cellEditor) shut() {
	e.over.close()
	e.busy = false
	focus(e.input)
}

func (e *cellEditor) pickDay(day time.Time) {
	text := ""
	if !day.IsZero() {
		text = day.Format(time.DateOnly)
	}
	e.shut()
	e.input.write(text)
	if e.g.commit() {
		focus(e.g)
	}
}

// lost ends the writing when the keyboard goes elsewhere.
func (e *cellEditor) lost() {
	if !e.ending && !e.busy && e.g.edit == e {
		e.g.commit()
	}
}

// end takes away what floats around the field.
func (e *cellEditor) end() {
	e.ending = true
	e.hide()
	e.say("")
	if e.over != nil && e.over.isOpen() {
		e.over.close()
	}
}

// say shows what is wrong under the field; "" takes it away.
func (e *cellEditor) say(wrong string) {
	e.box.bad = wrong != ""
	l := layerOf(e.g)
	if l == nil {
		return
	}
	if wrong == "" {
		l.remove(e.bubble)
		e.Refresh()
		return
	}
	e.hide()
	e.reason.SetText(wrong)
	w := min(px(320), Caption.width(wrong)+2)
	size := fyne.NewSize(w+px(14)+2, e.reason.HeightForWidth(w)+px(12)+2)
	l.add(e.bubble, below(e.spot(), e.Size().Height, size, l.Size()), size)
	e.bubble.Refresh()
	e.Refresh()
}
