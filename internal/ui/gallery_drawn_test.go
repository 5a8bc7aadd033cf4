package ui

import (
	"image/color"
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/ui/kit"
)

// area is a part of a window.
type area struct{ left, top, right, bottom float32 }

func areaOf(at fyne.Position, s fyne.Size) area {
	return area{at.X, at.Y, at.X + s.Width, at.Y + s.Height}
}

func (a area) in(b area) area {
	return area{max(a.left, b.left), max(a.top, b.top), min(a.right, b.right), min(a.bottom, b.bottom)}
}

func (a area) empty() bool { return a.right <= a.left || a.bottom <= a.top }

func (a area) has(x, y float32) bool { return x >= a.left && x < a.right && y >= a.top && y < a.bottom }

// seen is a line of text as it stands in a window.
type seen struct {
	text  string
	words string      // the whole of a text of several lines
	ink   color.Color // of the letters
	box   area        // of the letters
	clip  area        // outside which nothing of it is drawn
	owner area        // the widget that it belongs to
	rolls bool        // it can be scrolled into sight
	typed bool        // it stands in a field that a person writes in
	order int         // among all that is painted
	what  string      // the widgets that it lies in
}

// patch is something filled, which hides what is under it or colours it.
type patch struct {
	box, clip area
	fill      color.NRGBA
	round     bool // it does not fill its box
	thumb     bool // it is dragged to scroll what lies under it
	arc       *canvas.Arc
	order     int
}

// pressed is something to press.
type pressed struct {
	box, clip area
	rolls     bool
	what      string
	off       bool
	flat      string // its words
}

// drawn is what a window shows, in the order in which it is painted.
type drawn struct {
	window  area
	texts   []seen
	patches []patch
	presses []pressed
	n       int
}

// drawnOn collects what is painted of o on a canvas of the size.
func drawnOn(o fyne.CanvasObject, size fyne.Size) *drawn {
	d := &drawn{window: areaOf(fyne.Position{}, size)}
	d.walk(o, place0(), within{clip: d.window, owner: d.window})
	return d
}

func place0() fyne.Position { return fyne.Position{} }

// within is what an object lies in.
type within struct {
	clip, owner area
	rolls       bool
	typed       bool
	words       string
	what        string
}

func (d *drawn) walk(o fyne.CanvasObject, from fyne.Position, in within) {
	if o == nil || !o.Visible() {
		return
	}
	at := from.Add(o.Position())
	box := areaOf(at, o.Size())
	d.n++
	var parts []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		parts = o.Objects
	case fyne.Widget:
		r := test.WidgetRenderer(o)
		parts = r.Objects()
		in = in.widget(o, box, r)
		d.press(o, box, in)
	case *canvas.Text:
		d.text(o, at, in)
	case *canvas.Rectangle:
		d.patch(o.FillColor, box, in, false)
	case *canvas.Circle:
		d.patch(o.FillColor, box, in, true)
	case *canvas.Arc:
		d.patch(o.FillColor, box, in, true)
		if n := len(d.patches); n > 0 && d.patches[n-1].order == d.n {
			d.patches[n-1].arc = o
		}
	}
	for _, p := range parts {
		d.walk(p, at, in)
	}
}

func (in within) widget(o fyne.Widget, box area, r fyne.WidgetRenderer) within {
	in.owner = box
	name := strings.TrimPrefix(typeName(o), "*")
	in.what = strings.TrimPrefix(in.what+" > "+name, " > ")
	_, rolls := o.(fyne.Scrollable)
	_, clips := r.(interface{ IsClip() })
	if rolls || clips {
		in.clip = in.clip.in(box)
		in.rolls = true
	}
	switch o := o.(type) {
	case *kit.Paragraph:
		in.words = o.Text()
	case fyne.Focusable:
		if name == "kit.input" {
			in.typed = true
		}
	}
	return in
}

func (d *drawn) text(o *canvas.Text, at fyne.Position, in within) {
	if o.Text == "" {
		return
	}
	s := o.MinSize()
	lead := s.Height * 0.2 // of the letters: what is above and below them is free
	box := area{at.X, at.Y + lead, at.X + s.Width, at.Y + s.Height - lead}
	switch o.Alignment {
	case fyne.TextAlignTrailing:
		box.left, box.right = at.X+o.Size().Width-s.Width, at.X+o.Size().Width
	case fyne.TextAlignCenter:
		box.left = at.X + (o.Size().Width-s.Width)/2
		box.right = box.left + s.Width
	case fyne.TextAlignLeading:
	}
	if box.in(in.clip).empty() {
		return
	}
	words := in.words
	if words == "" {
		words = o.Text
	}
	d.texts = append(d.texts, seen{
		text: o.Text, words: words, ink: o.Color, box: box, clip: in.clip, owner: in.owner, rolls: in.rolls, typed: in.typed, order: d.n, what: in.what,
	})
}

func (d *drawn) patch(fill color.Color, box area, in within, round bool) {
	if fill == nil {
		return
	}
	c := color.NRGBAModel.Convert(fill).(color.NRGBA)
	if c.A == 0 || box.in(in.clip).empty() {
		return
	}
	d.patches = append(d.patches, patch{box: box, clip: in.clip, fill: c, round: round, thumb: strings.HasSuffix(in.what, "Thumb"), order: d.n})
}

func (d *drawn) press(o fyne.Widget, box area, in within) {
	if strings.Contains(in.what, "kit.DateField > ") { // which is pressed as a whole
		return
	}
	p := pressed{box: box, clip: in.clip, rolls: in.rolls, what: in.what}
	switch o := o.(type) {
	case *kit.Button:
		p.off, p.flat = o.Disabled(), o.Label()
	case *kit.Select, *kit.IconButton, *kit.Segmented, *kit.Entry, *kit.Checkbox, *kit.DateField:
	default:
		return
	}
	d.presses = append(d.presses, p)
}

// visible are the texts that nothing opaque lies over.
func (d *drawn) visible() []seen {
	return slices.DeleteFunc(slices.Clone(d.texts), func(s seen) bool {
		box := s.box.in(s.clip)
		return d.over(s, func(p area) bool {
			return p.left <= box.left+1 && p.right >= box.right-1 && p.top <= box.top+1 && p.bottom >= box.bottom-1
		})
	})
}

// over reports whether something opaque that is painted after the text fits.
func (d *drawn) over(s seen, fits func(p area) bool) bool {
	return slices.ContainsFunc(d.patches, func(p patch) bool {
		slid := p.thumb && s.rolls // away with what it scrolls
		return p.order > s.order && p.fill.A == 0xff && !p.round && !slid && fits(p.box.in(p.clip))
	})
}

// ground is the colour under the text at a point, and whether there is any.
func (d *drawn) ground(s seen, x, y float32) (color.NRGBA, bool) {
	var under color.NRGBA
	any := false
	for _, p := range d.patches {
		if p.order < s.order && p.box.in(p.clip).has(x, y) && p.inArc(x, y) {
			under, any = blended(under, p.fill), true
		}
	}
	return under, any && under.A == 0xff
}

// inArc reports whether the point, which is in the box of the patch, is in its arc.
func (p patch) inArc(x, y float32) bool {
	if p.arc == nil {
		return true
	}
	dx, dy := float64(x-(p.box.left+p.box.right)/2), float64((p.box.top+p.box.bottom)/2-y)
	far, out := math.Hypot(dx, dy), float64(min(p.box.right-p.box.left, p.box.bottom-p.box.top)/2)
	if far > out || far < out*float64(p.arc.CutoutRatio) {
		return false
	}
	turn := math.Mod(math.Atan2(dx, dy)*180/math.Pi+720, 360)
	from, to := float64(min(p.arc.StartAngle, p.arc.EndAngle)), float64(max(p.arc.StartAngle, p.arc.EndAngle))
	for _, t := range []float64{turn - 360, turn, turn + 360} {
		if t >= from && t <= to {
			return true
		}
	}
	return false
}

// blended is a colour with another over it.
func blended(under, over color.NRGBA) color.NRGBA {
	if over.A == 0xff {
		return over
	}
	mix := func(u, o uint8) uint8 { return uint8((int(u)*(255-int(over.A)) + int(o)*int(over.A)) / 255) }
	return color.NRGBA{mix(under.R, over.R), mix(under.G, over.G), mix(under.B, over.B), max(under.A, over.A)}
}
