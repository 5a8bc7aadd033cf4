package pdf

import (
	"strconv"

	"ledstjarna/internal/layout"
)

// content collects the drawing instructions of a page.
type content struct {
	drawing *drawing
	height  float64
	out     []byte
	err     error

	fill, stroke   layout.RGB
	filled, inked  bool // whether fill and stroke have been set on the page
	width          float64
	font           layout.Font
	hasFont, tight bool
}

func (c *content) raw(s string) { c.out = append(c.out, s...) }

// op writes numbers and an operator.
func (c *content) op(operator string, numbers ...float64) {
	for _, n := range numbers {
		c.number(n)
		c.out = append(c.out, ' ')
	}
	c.out = append(append(c.out, operator...), '\n')
}

// number writes a number with at most three decimals.
func (c *content) number(n float64) {
	c.out = strconv.AppendFloat(c.out, n, 'f', 3, 64)
	for c.out[len(c.out)-1] == '0' {
		c.out = c.out[:len(c.out)-1]
	}
	if c.out[len(c.out)-1] == '.' {
		c.out = c.out[:len(c.out)-1]
	}
}

// flush hands the instructions over to the file.
func (c *content) flush() {
	if len(c.out) > 0 {
		c.drawing.file.RawWriteStr(string(c.out))
		c.out = c.out[:0]
	}
}

// artifact draws items without meaning.
func (c *content) artifact(kind string, items []layout.Item) {
	if len(items) == 0 {
		return
	}
	c.raw("/Artifact <<" + kind + ">> BDC\n")
	c.items(items)
	c.raw("EMC\n")
}

func (c *content) items(items []layout.Item) {
	for _, item := range items {
		switch x := item.(type) {
		case layout.Run:
			c.text(x)
		case layout.Rule:
			c.line(x)
		case layout.Rect:
			c.setFill(x.Fill)
			c.op("re", x.X, c.height-x.Y-x.H, x.W, x.H)
			c.op("f")
		case layout.Path:
			c.path(x)
		case layout.Picture:
			c.picture(x)
		}
	}
}

func (c *content) setFill(colour layout.RGB) {
	if !c.filled || c.fill != colour {
		c.op("rg", float64(colour[0])/255, float64(colour[1])/255, float64(colour[2])/255)
		c.fill, c.filled = colour, true
	}
}

func (c *content) setStroke(colour layout.RGB, width float64) {
	if !c.inked || c.stroke != colour {
		c.op("RG", float64(colour[0])/255, float64(colour[1])/255, float64(colour[2])/255)
		c.stroke, c.inked = colour, true
	}
	if c.width != width {
		c.op("w", width)
		c.width = width
	}
}

func (c *content) line(r layout.Rule) {
	c.setStroke(r.Colour, r.Width)
	c.op("m", r.X1, c.height-r.Y1)
	c.op("l", r.X2, c.height-r.Y2)
	c.op("S")
}

func (c *content) path(p layout.Path) {
	if p.Fill != nil {
		c.setFill(*p.Fill)
	}
	if p.Stroke != nil {
		c.setStroke(*p.Stroke, p.Width)
	}
	for _, s := range p.Steps {
		switch s.Op {
		case layout.Move:
			c.op("m", s.X, c.height-s.Y)
		case layout.Line:
			c.op("l", s.X, c.height-s.Y)
		case layout.Curve:
			c.op("c", s.X1, c.height-s.Y1, s.X2, c.height-s.Y2, s.X, c.height-s.Y)
		case layout.Close:
			c.op("h")
		}
	}
	switch {
	case p.Fill != nil && p.Stroke != nil:
		c.op("B")
	case p.Fill != nil:
		c.op("f")
	default:
		c.op("S")
	}
}
