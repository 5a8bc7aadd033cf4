package kit

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Wheel shows a year as a ring of twelve months with spans in it and marks around
// it, clockwise from the top. It says nothing that does not stand in words beside
// it.
type Wheel struct {
	widget.BaseWidget
	year   *line
	months [12]wheelMonth
	ends   [12]float64 // of the months, as parts of the year
	spans  []wheelSpan
	marks  []wheelMark
	needle *canvas.Line
	today  float64 // part of the year, or less than 0
}

type wheelMonth struct {
	arc  *canvas.Arc
	name *line
}

type wheelSpan struct {
	arc      *canvas.Arc
	from, to float64
}

type wheelMark struct {
	symbol *picture
	at     float64
}

// WheelSpan is a time of the year, as parts of it from 0 to 1.
type WheelSpan struct{ From, To float64 }

// WheelMark is a day of the year as a part of it, with its symbol.
type WheelMark struct {
	At     float64
	Symbol Symbol
	Family Family
}

// WheelYear is what a wheel shows.
type WheelYear struct {
	Year   string
	Months [12]string
	Ends   [12]float64 // of the months, as parts of the year; the last is 1
	Spans  []WheelSpan
	Marks  []WheelMark
	Today  float64 // less than 0 where the year is another
}

const (
	wheelSide  = 360
	wheelRing  = 0.62 // of the radius is cut out
	wheelInset = 30   // room for the marks
	wheelHair  = 0.6  // degrees between the months
)

// NewWheel returns the wheel of a year.
func NewWheel(y WheelYear) *Wheel {
	w := &Wheel{year: newLine(y.Year, Heading, ColorText), ends: y.Ends, needle: canvas.NewLine(nil), today: y.Today}
	start := 0.0
	for i := range w.months {
		arc := canvas.NewArc(degrees(start)+wheelHair/2, degrees(y.Ends[i])-wheelHair/2, wheelRing, nil)
		w.months[i] = wheelMonth{arc, newLine(y.Months[i], Dense, ColorText)}
		start = y.Ends[i]
	}
	for _, s := range y.Spans {
		w.spans = append(w.spans, wheelSpan{canvas.NewArc(degrees(s.From), degrees(s.To), wheelRing, nil), s.From, s.To})
	}
	for _, m := range y.Marks {
		w.marks = append(w.marks, wheelMark{newPicture(m.Symbol, 14, m.Family.Ink()), m.At})
	}
	w.ExtendBaseWidget(w)
	return w
}

func degrees(part float64) float32 { return float32(part * 360) }

// CreateRenderer is called by the toolkit.
func (w *Wheel) CreateRenderer() fyne.WidgetRenderer {
	var parts []fyne.CanvasObject
	for _, m := range w.months {
		parts = append(parts, m.arc)
	}
	for _, s := range w.spans {
		parts = append(parts, s.arc)
	}
	for _, m := range w.months {
		parts = append(parts, m.name.Text)
	}
	for _, m := range w.marks {
		parts = append(parts, m.symbol.Image)
	}
	return newDrawing(w, append(parts, w.needle, w.year.Text)...)
}

func (w *Wheel) paint() {
	w.year.paint()
	for i, m := range w.months {
		m.arc.FillColor = theme.Color(ColorNeutralTint)
		m.name.ink = ColorText
		if w.covered(i) {
			m.name.ink = ColorOnPrimary
		}
		m.name.paint()
	}
	for _, s := range w.spans {
		s.arc.FillColor = theme.Color(ColorPrimaryFill)
	}
	for _, m := range w.marks {
		m.symbol.paint()
	}
	w.needle.StrokeColor, w.needle.StrokeWidth = theme.Color(ColorText), px(2)
	w.needle.Hidden = w.today < 0
}

// covered reports whether a month's name stands on a span.
func (w *Wheel) covered(month int) bool {
	mid := w.middle(month)
	for _, s := range w.spans {
		if mid >= s.from && mid <= s.to {
			return true
		}
	}
	return false
}

// middle is the middle of a month as a part of the year.
func (w *Wheel) middle(month int) float64 {
	start := 0.0
	if month > 0 {
		start = w.ends[month-1]
	}
	return (start + w.ends[month]) / 2
}

func (w *Wheel) measure() fyne.Size { return fyne.NewSquareSize(px(wheelSide)) }

func (w *Wheel) arrange(s fyne.Size) {
	side := min(s.Width, s.Height)
	centre := fyne.NewPos(s.Width/2, s.Height/2)
	radius := side/2 - px(wheelInset)
	ring := func(a *canvas.Arc) { put(a, centre.X-radius, centre.Y-radius, 2*radius, 2*radius) }
	for i, m := range w.months {
		ring(m.arc)
		at := onWheel(centre, radius*(1+wheelRing)/2, w.middle(i))
		m.name.placeMid(at.X-px(24), round(at.Y-m.name.height()/2), px(48))
	}
	for _, x := range w.spans {
		ring(x.arc)
	}
	for _, m := range w.marks {
		at := onWheel(centre, radius+px(14), m.at)
		m.symbol.place(round(at.X-px(7)), round(at.Y-px(7)), px(14))
	}
	w.year.placeMid(0, round(centre.Y-w.year.height()/2), s.Width)
	if w.today >= 0 {
		w.needle.Position1, w.needle.Position2 = onWheel(centre, radius*wheelRing*0.5, w.today), onWheel(centre, radius*wheelRing-px(3), w.today)
	}
}

// onWheel is the point at a distance from the centre for a part of the year.
func onWheel(centre fyne.Position, distance float32, part float64) fyne.Position {
	sin, cos := math.Sincos(2 * math.Pi * part)
	return centre.AddXY(distance*float32(sin), -distance*float32(cos))
}
