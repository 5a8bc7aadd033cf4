package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// timeLabel tells the days of what is dragged, beside it.
type timeLabel struct {
	widget.BaseWidget
	frame frame
	text  *line
}

func newTimeLabel() *timeLabel {
	l := &timeLabel{frame: newFrame(radiusSmall), text: newLine("", CaptionStrong, ColorText)}
	l.Hidden = true
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is called by the toolkit.
func (l *timeLabel) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(l, l.frame.group, l.text.Text)
}

func (l *timeLabel) paint() {
	l.frame.paint(ColorCard, ColorPrimaryText)
	l.text.paint()
}

func (l *timeLabel) measure() fyne.Size { return fyne.Size{} }

func (l *timeLabel) arrange(s fyne.Size) {
	l.frame.put(0, 0, s.Width, s.Height)
	l.text.place(px(8), round((s.Height-l.text.height())/2), s.Width-px(12))
}

// placeLabel shows the days of what is dragged over it, inside the chart.
func (t *Timeline) placeLabel() {
	d := t.drag
	if d == nil || !d.moves() {
		setShown(t.label, false)
		return
	}
	scale, names, head := t.scale(), t.nameWidth()+1, t.headHeight()
	x, y := scale.x(d.from), head+px(4)
	text := ""
	if d.part == dragMark {
		if t.words.Day != nil {
			text = t.words.Day(d.to)
		}
	} else {
		if t.words.Span != nil {
			text = t.words.Span(d.row, d.from, d.to)
		}
		y = head + t.middle(d.row) - px(timeRow/2+24)
		if y < head {
			y = head + t.middle(d.row) + px(timeRow/2+2)
		}
	}
	t.label.text.full = text
	w := t.label.text.width() + px(18)
	put(t.label, names+max(px(2), min(x, t.room().Width-w-px(2))), y, w, px(22))
	setShown(t.label, true)
	t.label.Refresh()
}
