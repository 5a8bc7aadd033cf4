package kit

import "fyne.io/fyne/v2"

// CaptionedCell is a cell of a CellRow with the words that stand over its column,
// or over itself where the cells do not fit beside each other.
type CaptionedCell struct {
	Caption string
	Object  fyne.CanvasObject
}

// CellRow puts a head and cells beside each other as a row of a table that
// wraps. Where there is too little room they stand under each other, each with
// its caption.
func CellRow(head fyne.CanvasObject, cells ...CaptionedCell) *fyne.Container {
	c := &fyne.Container{Layout: cellsLayout{}, Objects: []fyne.CanvasObject{head}}
	for _, cell := range cells {
		caption := NewText(cell.Caption, CaptionStrong, ColorText2)
		c.Objects = append(c.Objects, caption, cell.Object)
	}
	return c
}

// CellHead is the row of captions over CellRows. It takes no room where the cells
// stand under each other.
func CellHead(head string, captions ...string) *fyne.Container {
	c := &fyne.Container{Layout: cellsLayout{captions: true}, Objects: []fyne.CanvasObject{NewText(head, CaptionStrong, ColorText2).Elastic()}}
	for _, s := range captions {
		c.Objects = append(c.Objects, NewText("", CaptionStrong, ColorText2), NewText(s, CaptionStrong, ColorText2).Elastic())
	}
	return c
}

const (
	cellHead  = 150
	cellLeast = 130 // a cell beside others
	cellGap   = 10
)

type cellsLayout struct{ captions bool }

// beside reports whether the cells stand in a row, and how wide each is then.
func (l cellsLayout) beside(objects []fyne.CanvasObject, w float32) (float32, bool) {
	n := float32(len(objects) / 2)
	if n == 0 {
		return 0, true
	}
	cell := round((w - px(cellHead) - n*px(cellGap)) / n)
	return cell, cell >= px(cellLeast)
}

func (l cellsLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	cell, beside := l.beside(objects, s.Width)
	if !beside {
		l.stacked(objects, s.Width, func(o fyne.CanvasObject, y, h float32) {
			setShown(o, !l.captions)
			put(o, 0, y, s.Width, h)
		})
		return
	}
	put(objects[0], 0, 0, px(cellHead), heightFor(objects[0], px(cellHead)))
	setShown(objects[0], true)
	x := px(cellHead + cellGap)
	for i := 1; i+1 < len(objects); i += 2 {
		setShown(objects[i], false)
		setShown(objects[i+1], true)
		put(objects[i+1], x, 0, cell, heightFor(objects[i+1], cell))
		x += cell + px(cellGap)
	}
}

func (l cellsLayout) stacked(objects []fyne.CanvasObject, w float32, place func(o fyne.CanvasObject, y, h float32)) float32 {
	y := float32(0)
	for i, o := range objects {
		h := heightFor(o, w)
		place(o, y, h)
		y += h + px(4)
		if i%2 == 0 {
			y += px(4)
		}
	}
	return y - px(8)
}

func (l cellsLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := px(cellHead)
	for _, o := range objects {
		w = max(w, o.MinSize().Width)
	}
	return fyne.NewSize(w, l.heightForWidth(objects, w))
}

func (l cellsLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	cell, beside := l.beside(objects, w)
	if !beside {
		if l.captions {
			return 0
		}
		return l.stacked(objects, w, func(fyne.CanvasObject, float32, float32) {})
	}
	h := heightFor(objects[0], px(cellHead))
	for i := 2; i < len(objects); i += 2 {
		h = max(h, heightFor(objects[i], cell))
	}
	return h
}
