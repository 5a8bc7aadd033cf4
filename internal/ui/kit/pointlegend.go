package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// mapLegend lists the points of a PointMap by number and name.
type mapLegend struct {
	discs []*canvas.Circle
	marks []*line
	names []*line
	notes []*line
	heavy []bool
}

func newMapLegend() *mapLegend { return &mapLegend{} }

// set shows other points; note stands beside those without a place, whose own
// mark lies in the line instead of the legend's.
func (l *mapLegend) set(points []MapPoint, note string) {
	if len(l.marks) != len(points) {
		*l = mapLegend{}
		for range points {
			l.discs = append(l.discs, &canvas.Circle{})
			l.marks = append(l.marks, newLine("", CaptionStrong, ColorText))
			l.names = append(l.names, newLine("", Dense, ColorText))
			l.notes = append(l.notes, newLine(note, Caption, ColorText2))
			l.heavy = append(l.heavy, false)
		}
	}
	for i, p := range points {
		l.marks[i].full, l.names[i].full, l.heavy[i] = p.Mark, p.Name, p.Heavy
		setShown(l.discs[i], p.placed())
		setShown(l.marks[i].Text, p.placed())
		setShown(l.notes[i].Text, !p.placed())
	}
}

func (l *mapLegend) parts() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i := range l.marks {
		out = append(out, l.discs[i], l.marks[i].Text, l.names[i].Text, l.notes[i].Text)
	}
	return out
}

func (l *mapLegend) paint() {
	for i := range l.marks {
		paintDisc(l.discs[i], l.marks[i], l.heavy[i], false)
		l.names[i].paint()
		l.notes[i].paint()
	}
}

func (l *mapLegend) put(x, y, w float32) {
	side := px(markSide)
	for i := range l.marks {
		row := y + px(legendLine)*float32(i)
		mid := func(h float32) float32 { return row + round((px(legendLine)-h)/2) }
		put(l.discs[i], x, mid(side), side, side)
		l.marks[i].placeMid(x, mid(l.marks[i].height()), side)
		end := w
		if l.notes[i].Visible() {
			end -= l.notes[i].placeEnd(x, mid(l.notes[i].height()), w) + px(8)
		}
		l.names[i].place(x+side+px(8), mid(l.names[i].height()), end-side-px(8))
	}
}
