package kit

import "fyne.io/fyne/v2"

// QuestionRow puts a question, its answer and a note to it on one row. Where there
// is too little room the note stands under them, and where there is less still
// the answer too. The note may be nil.
func QuestionRow(question, answer, note fyne.CanvasObject) *fyne.Container {
	c := &fyne.Container{Layout: questionLayout{}, Objects: []fyne.CanvasObject{question, answer}}
	if note != nil {
		c.Objects = append(c.Objects, note)
	}
	return c
}

const (
	questionGap   = 12
	questionLeast = 150 // beside an answer
	questionMost  = 250 // beside an answer and a note
	noteLeast     = 130
)

type questionLayout struct{}

// each places the parts and returns the height.
func (questionLayout) each(objects []fyne.CanvasObject, w float32, place func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	gap, question, answer := px(questionGap), objects[0], objects[1]
	own := answer.MinSize()
	if w < own.Width+gap+px(questionLeast) {
		y := stack(objects[:1], w, 0, place)
		place(answer, 0, y+px(6), min(own.Width, w), own.Height)
		return stack(objects[2:], w, y+px(6)+own.Height, place)
	}
	beside := len(objects) > 2 && w >= own.Width+2*gap+px(questionLeast+noteLeast)
	left := w - own.Width - gap
	if beside {
		left = min(px(questionMost), left-gap-px(noteLeast))
	}
	asked := heightFor(question, left)
	h, noted := max(asked, own.Height), float32(0)
	if beside {
		noted = objects[2].MinSize().Height
		h = max(h, noted)
	}
	place(question, 0, round((h-asked)/2), left, asked)
	place(answer, left+gap, round((h-own.Height)/2), own.Width, own.Height)
	if beside {
		x := left + gap + own.Width + gap
		place(objects[2], x, round((h-noted)/2), w-x, noted)
		return h
	}
	return stack(objects[2:], w, h, place)
}

// stack places objects under each other from a height and returns where they
// end.
func stack(objects []fyne.CanvasObject, w, y float32, place func(o fyne.CanvasObject, x, y, w, h float32)) float32 {
	for _, o := range objects {
		if y > 0 {
			y += px(6)
		}
		h := heightFor(o, w)
		place(o, 0, y, w, h)
		y += h
	}
	return y
}

func (l questionLayout) Layout(objects []fyne.CanvasObject, s fyne.Size) {
	l.each(objects, s.Width, put)
}

func (l questionLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := objects[1].MinSize().Width
	return fyne.NewSize(w, l.heightForWidth(objects, w))
}

func (l questionLayout) heightForWidth(objects []fyne.CanvasObject, w float32) float32 {
	return l.each(objects, w, func(fyne.CanvasObject, float32, float32, float32, float32) {})
}
