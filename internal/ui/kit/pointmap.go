package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// PointMapWords are the words of a PointMap.
type PointMapWords struct {
	X, Y     string    // what grows to the right and upwards
	Quarters [4]string // upper left, upper right, lower left, lower right
	Unplaced string    // stands beside a point without a place
	// Describe tells a point's name and values, for the tooltip.
	Describe func(p MapPoint) string
}

// PointMap is a field of five by five values on which points lie. A person
// drags them, or moves the one that has the keyboard with the arrow keys; Tab
// goes from point to point. Points that have not been placed wait beside it.
type PointMap struct {
	widget.BaseWidget
	words    PointMapWords
	points   []MapPoint
	marks    []*pointMark
	moved    func(p MapPoint)
	locked   bool
	field    frame
	quarter  *canvas.Rectangle // the one that weighs most
	grid     []*canvas.Rectangle
	quarters [4]*line
	ticks    [2][steps]*line
	axes     [2]*line
	names    []*line // in the field
	legend   *mapLegend
	parts    []fyne.CanvasObject
	before   MapPoint // the dragged point as it was
	tip      tip
	told     *line // whose tooltip is shown
}

var (
	_ HeightForWidth    = (*PointMap)(nil)
	_ desktop.Hoverable = (*PointMap)(nil)
)

// NewPointMap returns an empty map. Moved is called when a person has given a
// point another place.
func NewPointMap(words PointMapWords, moved func(p MapPoint)) *PointMap {
	m := &PointMap{words: words, moved: moved, field: newFrame(radiusSmall), quarter: newRect(), legend: newMapLegend()}
	for range 2 * (steps - 1) {
		m.grid = append(m.grid, newRect())
	}
	m.grid = append(m.grid, newRect(), newRect()) // the cross between the quarters
	for i := range m.quarters {
		m.quarters[i] = newLine(words.Quarters[i], Caption, ColorText2)
	}
	m.axes = [2]*line{newLine(words.X, CaptionStrong, ColorText2), newLine(words.Y, CaptionStrong, ColorText2)}
	for i := range steps {
		n := string(rune('1' + i))
		m.ticks[0][i], m.ticks[1][i] = newLine(n, Caption, ColorText2), newLine(n, Caption, ColorText2)
	}
	m.ExtendBaseWidget(m)
	m.collect()
	return m
}

// SetPoints shows other points, in the order of Tab. Those with the same ID
// keep the keyboard.
func (m *PointMap) SetPoints(points []MapPoint) {
	m.points = slices.Clone(points)
	old := m.marks
	m.marks, m.names = nil, nil
	for _, p := range points {
		i := slices.IndexFunc(old, func(k *pointMark) bool { return k.id == p.ID })
		mark := newPointMark(m, p.ID)
		if i >= 0 {
			mark = old[i]
		}
		mark.mark.full, mark.heavy = p.Mark, p.Heavy
		mark.setStop(!m.locked)
		m.marks = append(m.marks, mark)
		m.names = append(m.names, newLine(p.Name, Caption, ColorText))
	}
	m.legend.set(m.points, m.words.Unplaced)
	m.collect()
	m.Refresh()
}

// SetLocked shows the points but lets no one move them.
func (m *PointMap) SetLocked(locked bool) {
	m.locked = locked
	for _, k := range m.marks {
		k.setStop(!locked)
	}
}

func (m *PointMap) index(id string) int {
	return slices.IndexFunc(m.points, func(p MapPoint) bool { return p.ID == id })
}

func (m *PointMap) describe(id string) string {
	i := m.index(id)
	if i < 0 || m.words.Describe == nil {
		return ""
	}
	return m.words.Describe(m.points[i])
}

// push moves a point by steps; one without a place comes to the middle first.
func (m *PointMap) push(id string, dx, dy int) {
	i := m.index(id)
	if i < 0 || m.locked {
		return
	}
	p := pushed(m.points[i], dx, dy)
	if p == m.points[i] {
		return
	}
	m.put(i, p)
	m.tell(p)
}

// pushed returns the point moved by steps, within the field.
func pushed(p MapPoint, dx, dy int) MapPoint {
	if !p.placed() {
		p.X, p.Y = (steps+1)/2, (steps+1)/2
		return p
	}
	p.X, p.Y = min(max(p.X+dx, 1), steps), min(max(p.Y+dy, 1), steps)
	return p
}

func (m *PointMap) put(i int, p MapPoint) {
	m.points[i] = p
	m.legend.set(m.points, m.words.Unplaced)
	m.Refresh()
}

func (m *PointMap) tell(p MapPoint) {
	if m.moved != nil {
		m.moved(p)
	}
}

// drag puts a point on the value under a place of the map.
func (m *PointMap) drag(id string, at fyne.Position) {
	i := m.index(id)
	if i < 0 {
		return
	}
	if m.before.ID != id {
		m.before = m.points[i]
	}
	room := m.room(m.Size().Width)
	x, y, ok := snap(at.Subtract(m.field.group.Position()), room)
	p := m.points[i]
	if !ok || p.X == x && p.Y == y {
		return
	}
	p.X, p.Y = x, y
	m.put(i, p)
}

// drop tells where a dragged point was left.
func (m *PointMap) drop(id string) {
	before := m.before
	m.before = MapPoint{}
	i := m.index(id)
	if i >= 0 && before.ID == id && before != m.points[i] {
		m.tell(m.points[i])
		return
	}
	m.Refresh()
}

// MouseIn is MouseMoved.
func (m *PointMap) MouseIn(e *desktop.MouseEvent) { m.MouseMoved(e) }

// MouseMoved tells the whole of a name that is cut.
func (m *PointMap) MouseMoved(e *desktop.MouseEvent) {
	at := m.cutAt(e.Position)
	if at == m.told {
		return
	}
	m.told = at
	m.tip.leave()
	if at != nil {
		m.tip.enter(m, at.full, e.AbsolutePosition)
	}
}

// MouseOut takes the tooltip away.
func (m *PointMap) MouseOut() {
	m.told = nil
	m.tip.leave()
}

// cutAt is the name at a place that is not shown whole, nil for none.
func (m *PointMap) cutAt(at fyne.Position) *line {
	for _, l := range slices.Concat(m.names, m.legend.names) {
		from, size := l.Position(), l.Size()
		if l.cut && l.Visible() && at.X >= from.X && at.Y >= from.Y && at.X < from.X+size.Width && at.Y < from.Y+size.Height {
			return l
		}
	}
	return nil
}
