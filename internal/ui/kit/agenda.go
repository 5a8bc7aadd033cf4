package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// AgendaLine is one row of an agenda: an item, or with Sub what belongs to the item
// above it.
type AgendaLine struct {
	ID     string // tells rows apart when they change; "" for rows that cannot be chosen
	Number string
	Title  string
	Icon   Symbol // before the title of a paper, and in the place of a number
	Mark   Symbol // after the title: what is to be mended
	Family Family // of Mark
	Hint   string // what Mark means
	Dnr    string
	Type   string
	Papers string // numbers of the appendices
	Sound  bool   // a sign in the place of Papers that the paper is there
	Page   string
	State  State // in the place of Dnr, Type and Papers
	Sub    bool
	Moves  bool // it can be moved among the items
}

// AgendaWords are the heads of an agenda's columns.
type AgendaWords struct{ Number, Title, Dnr, Type, Papers, Page string }

// AgendaEvents are what a person does in an agenda. Lines are named by their IDs;
// places are counted among the lines that move, from 0.
type AgendaEvents struct {
	Chosen func(id string)
	Opened func(id string) // Return, or a click on a line that is chosen already
	Moved  func(id string, to int)
	Remove func(id string) // Delete
	Menu   func(id string, at fyne.Position)
}

// Agenda shows a meeting's items in their order, with the papers of the one that is
// chosen. Items are moved by dragging and with Alt and the arrow keys.
type Agenda struct {
	widget.BaseWidget
	words  AgendaWords
	tell   AgendaEvents
	head   []*line
	ground *canvas.Rectangle
	rule   *canvas.Rectangle
	rows   []*agendaRow
	gap    *canvas.Rectangle
	chosen string
	drag   *agendaDrag
	bottom bool
}

// NewAgenda returns an agenda without lines.
func NewAgenda(words AgendaWords, tell AgendaEvents) *Agenda {
	a := &Agenda{words: words, tell: tell, ground: newRect(), rule: newRect(), gap: newRect()}
	for _, s := range []string{words.Number, words.Title, words.Dnr, words.Type, words.Papers, words.Page} {
		a.head = append(a.head, newLine(s, CaptionStrong, ColorText2))
	}
	a.gap.Hidden = true
	a.ExtendBaseWidget(a)
	return a
}

// SetLines shows other lines. A row that has the keyboard gives it to the line of the
// same ID.
func (a *Agenda) SetLines(lines []AgendaLine, chosen string) {
	focused := ""
	for _, r := range a.rows {
		if r.focused {
			focused = r.what.ID
		}
	}
	a.chosen = chosen
	for len(a.rows) < len(lines) {
		a.rows = append(a.rows, newAgendaRow(a))
	}
	a.rows = a.rows[:len(lines)]
	for i, l := range lines {
		a.rows[i].take(l)
	}
	a.Refresh()
	for _, r := range a.rows {
		if focused != "" && r.what.ID == focused && !r.focused {
			focus(r)
		}
	}
}

// Focus gives the keyboard to a line.
func (a *Agenda) Focus(id string) {
	for _, r := range a.rows {
		if r.what.ID == id && id != "" {
			focus(r)
		}
	}
}

// Stops are the lines that the keyboard stops at.
func (a *Agenda) Stops() []Stop {
	var out []Stop
	for _, r := range a.rows {
		if r.what.ID != "" {
			out = append(out, Stop{ID: r.what.ID, On: r})
		}
	}
	return out
}

// LineAt returns the line at a position of the window, "" where there is none.
func (a *Agenda) LineAt(at fyne.Position) string {
	driver := fyne.CurrentApp().Driver()
	for _, r := range a.rows {
		from, size := driver.AbsolutePositionForObject(r), r.Size()
		if at.X >= from.X && at.X < from.X+size.Width && at.Y >= from.Y && at.Y < from.Y+size.Height {
			return r.what.ID
		}
	}
	return ""
}

func (a *Agenda) roundCorners(_, bottom bool) { a.bottom = bottom }

// CreateRenderer is called by the toolkit.
func (a *Agenda) CreateRenderer() fyne.WidgetRenderer {
	a.paint()
	return &agendaRenderer{drawing: drawing{of: a}, a: a}
}

type agendaRenderer struct {
	drawing
	a *Agenda
}

func (d *agendaRenderer) Objects() []fyne.CanvasObject {
	d.objects = append(d.objects[:0], d.a.ground, d.a.rule)
	for _, l := range d.a.head {
		d.objects = append(d.objects, l.Text)
	}
	for _, r := range d.a.rows {
		d.objects = append(d.objects, r)
	}
	return append(d.objects, d.a.gap)
}

func (a *Agenda) paint() {
	paintRect(a.ground, ColorSub, 0)
	paintRect(a.rule, ColorLine, 0)
	paintRect(a.gap, ColorPrimaryFill, 1)
	for _, l := range a.head {
		l.paint()
	}
	for i, r := range a.rows {
		r.last = a.bottom && i == len(a.rows)-1
		r.Refresh()
	}
}

// Designed lengths of an agenda.
const (
	agendaHead = 28
	agendaItem = 35
	agendaSub  = 30
	agendaGrip = 36 // from the edge to the number
	agendaText = 64 // and to the title

	agendaPapers = 68 // numbers of appendices, and their head
	agendaPage   = 34
)

// agendaColumns are where the columns begin, from the right edge; a narrow agenda has
// no registry numbers.
func agendaColumns(w float32) (dnr, kind, papers float32) {
	papers = w - px(agendaPapers+gutter+agendaPage)
	kind = papers - px(84)
	dnr = kind
	if w >= px(600) {
		dnr = kind - px(102)
	}
	return dnr, kind, papers
}

func (a *Agenda) measure() fyne.Size {
	return fyne.NewSize(px(420), a.HeightForWidth(0))
}

// HeightForWidth is the height of all lines.
func (a *Agenda) HeightForWidth(float32) float32 {
	h := px(agendaHead)
	for _, r := range a.rows {
		h += r.height()
	}
	return h
}

func (a *Agenda) arrange(s fyne.Size) {
	put(a.ground, 0, 0, s.Width, px(agendaHead))
	put(a.rule, 0, px(agendaHead)-1, s.Width, 1)
	dnr, kind, papers := agendaColumns(s.Width)
	y := round((px(agendaHead) - a.head[0].height()) / 2)
	a.head[0].place(px(agendaGrip), y, px(agendaText-agendaGrip))
	a.head[1].place(px(agendaText), y, dnr-px(agendaText))
	a.head[2].place(dnr, y, max(0, kind-dnr-px(4)))
	setShown(a.head[2].Text, dnr < kind)
	a.head[3].place(kind, y, papers-kind-px(4))
	a.head[4].place(papers, y, px(agendaPapers))
	a.head[5].placeEnd(papers+px(agendaPapers), y, px(agendaPage))
	at := px(agendaHead)
	for _, r := range a.rows {
		put(r, 0, at, s.Width, r.height())
		at += r.height()
	}
}

// movers are the rows that can be moved, in their order.
func (a *Agenda) movers() []*agendaRow {
	var out []*agendaRow
	for _, r := range a.rows {
		if r.what.Moves {
			out = append(out, r)
		}
	}
	return out
}

// place is where a line stands among those that move, -1 for none.
func (a *Agenda) place(id string) int {
	for i, r := range a.movers() {
		if r.what.ID == id {
			return i
		}
	}
	return -1
}

// shift moves a line by some places.
func (a *Agenda) shift(id string, by int) {
	at := a.place(id)
	if to := at + by; at >= 0 && to >= 0 && to < len(a.movers()) && a.tell.Moved != nil {
		a.tell.Moved(id, to)
	}
}

// step gives the keyboard to the line above or below.
func (a *Agenda) step(from *agendaRow, by int) {
	for i, r := range a.rows {
		if r != from {
			continue
		}
		for j := i + by; j >= 0 && j < len(a.rows); j += by {
			if a.rows[j].what.ID != "" {
				focus(a.rows[j])
				return
			}
		}
	}
}
