package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

const (
	navWidth  = 208
	navFolded = 56
)

// Navigation is the column at the left of the window: the organisation, the
// search, and the places one can go to.
type Navigation struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	rule   *canvas.Rectangle
	tile   *canvas.Rectangle
	mark   *picture
	name   *line
	period *line
	search *searchButton
	rows   []*navRow
	foot   []*navRow
	open   func(id string)
	at     string
	folded bool
	tip    tip
}

var _ desktop.Hoverable = (*Navigation)(nil)

// NewNavigation returns a column without places. Find is called by the search
// field, open with the ID of a place that is chosen.
func NewNavigation(mark Symbol, find func(), open func(id string)) *Navigation {
	n := &Navigation{
		ground: newRect(), rule: newRect(), tile: newRect(), mark: newPicture(mark, 16, ColorOnPrimary),
		name: newLine("", BodyStrong, ColorText), period: newLine("", Caption, ColorText2), open: open,
	}
	n.search = newSearchButton(find)
	n.ExtendBaseWidget(n)
	return n
}

// SetOrganisation shows whose plans are open and for which period.
func (n *Navigation) SetOrganisation(name, period string) {
	n.name.full, n.period.full = name, period
	n.Refresh()
}

// SetSearch gives the search field its words: what to do and by which keys.
func (n *Navigation) SetSearch(label, keys string) {
	n.search.label.full, n.search.keys.full = label, keys
	n.search.Refresh()
}

// SetItems gives the places and those at the foot of the column. Rows are
// reused.
func (n *Navigation) SetItems(items, foot []NavItem) {
	n.rows = n.fill(n.rows, items)
	n.foot = n.fill(n.foot, foot)
	n.markRows()
	n.Refresh()
}

func (n *Navigation) fill(rows []*navRow, items []NavItem) []*navRow {
	rows = rows[:min(len(rows), len(items))]
	for i, item := range items {
		if i < len(rows) {
			rows[i].set(item)
			continue
		}
		var row *navRow
		row = newNavRow(item, func() { n.open(row.item.ID) }, func(by int) { n.step(row, by) })
		rows = append(rows, row)
	}
	return rows
}

// step gives the keyboard to the place above or below.
func (n *Navigation) step(from *navRow, by int) {
	all := n.all()
	if to := slices.Index(all, from) + by; to >= 0 && to < len(all) {
		focus(all[to])
	}
}

// Focused reports whether a place has the keyboard.
func (n *Navigation) Focused() bool {
	return slices.ContainsFunc(n.all(), func(r *navRow) bool { return r.focused })
}

// Part is the column as a part of the window; the keyboard comes in at the marked
// place.
func (n *Navigation) Part() Part {
	p := Part{Box: n}
	for i, row := range n.all() {
		p.Stops = append(p.Stops, Stop{ID: row.item.ID, On: row})
		if row.on {
			p.At = i
		}
	}
	return p
}

func (n *Navigation) all() []*navRow { return slices.Concat(n.rows, n.foot) }

// Select marks the place that is shown; "" for none.
func (n *Navigation) Select(id string) {
	n.at = id
	n.markRows()
}

// Count returns what the item with the ID says that waits there; "" for nothing.
func (n *Navigation) Count(id string) string {
	for _, r := range n.all() {
		if r.item.ID == id {
			return r.item.Count
		}
	}
	return ""
}

// Selected returns the ID of the marked place.
func (n *Navigation) Selected() string { return n.at }

func (n *Navigation) markRows() {
	for _, row := range n.all() {
		if on := row.item.ID == n.at; on != row.on || n.folded != row.folded {
			row.on, row.folded = on, n.folded
			row.Refresh()
		}
	}
}

// SetFolded makes the column one of symbols.
func (n *Navigation) SetFolded(folded bool) {
	if n.folded == folded {
		return
	}
	n.folded = folded
	n.search.folded = folded
	n.search.Refresh()
	n.markRows()
	n.Refresh()
}

// MouseIn tells after a while whose plans are open, where there is no room to show it.
func (n *Navigation) MouseIn(e *desktop.MouseEvent) {
	if n.folded {
		n.tip.enter(n, strings.TrimSuffix(n.name.full+"\n"+n.period.full, "\n"), e.AbsolutePosition)
		return
	}
	if text := cutOf(n.name, n.period); text != "" {
		n.tip.enter(n, text, e.AbsolutePosition)
	}
}

// MouseMoved does nothing; the tooltip stays where it came.
func (n *Navigation) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the tooltip away.
func (n *Navigation) MouseOut() { n.tip.leave() }

// CreateRenderer is called by the toolkit.
func (n *Navigation) CreateRenderer() fyne.WidgetRenderer {
	n.paint()
	return &navRenderer{drawing: drawing{of: n}, n: n}
}

// navRenderer follows a change of places.
type navRenderer struct {
	drawing
	n *Navigation
}

func (r *navRenderer) Objects() []fyne.CanvasObject {
	n := r.n
	r.objects = append(r.objects[:0], n.ground, n.rule, n.tile, n.mark.Image, n.name.Text, n.period.Text, n.search)
	for _, row := range n.all() {
		r.objects = append(r.objects, row)
	}
	return r.objects
}

func (n *Navigation) paint() {
	paintRect(n.ground, ColorNav, 0)
	paintRect(n.rule, ColorLine, 0)
	paintRect(n.tile, ColorPrimaryFill, radiusField)
	n.mark.paint()
	n.name.paint()
	n.period.paint()
	setShown(n.name.Text, !n.folded)
	setShown(n.period.Text, !n.folded)
}

func (n *Navigation) measure() fyne.Size {
	h := px(112 + 16 + 34*float32(len(n.rows)+len(n.foot)))
	if n.folded {
		return fyne.NewSize(px(navFolded), h)
	}
	return fyne.NewSize(px(navWidth), h)
}

func (n *Navigation) arrange(s fyne.Size) {
	put(n.ground, 0, 0, s.Width, s.Height)
	put(n.rule, s.Width-1, 0, 1, s.Height)
	left, inner := px(8), s.Width-px(17)
	tile := px(14)
	if n.folded {
		tile = px(13)
	}
	put(n.tile, tile, px(16), px(30), px(30))
	n.mark.place(tile+px(7), px(16), px(30))
	n.name.place(px(54), px(14), s.Width-px(62))
	n.period.place(px(54), px(32), s.Width-px(62))
	if n.folded {
		put(n.search, left, px(59), inner, px(fieldHeight))
	} else {
		put(n.search, px(10), px(59), s.Width-px(21), px(fieldHeight))
	}
	y := px(99)
	for _, row := range n.rows {
		put(row, left, y, inner, px(32))
		y += px(34)
	}
	y = s.Height - px(10) - px(34)*float32(len(n.foot)) + px(2)
	for _, row := range n.foot {
		put(row, left, y, inner, px(32))
		y += px(34)
	}
}
