package pdf

import (
	"encoding/hex"
	"strconv"

	"ledstjarna/internal/layout"
)

// fontName is the name of a face in the resources of the finished file.
func fontName(id layout.Face) string { return "L" + strconv.Itoa(int(id)) }

// text draws a run: one text object whose characters are their own codes, kerned
// by the numbers between them.
func (c *content) text(r layout.Run) {
	c.setFill(r.Colour)
	c.raw("BT\n")
	c.setTracking(tracking(r.Font.Size))
	opened := false
	x, y := r.X, c.height-r.Y
	for _, s := range c.drawing.fonts.shapes(r.Text, r.Font.Face) {
		if font := (layout.Font{Face: s.face, Size: r.Font.Size}); !c.hasFont || c.font != font {
			if opened {
				c.raw("] TJ\n")
				opened = false
			}
			c.raw("/" + fontName(s.face) + " ")
			c.op("Tf", r.Font.Size)
			c.font, c.hasFont = font, true
		}
		if !opened {
			if x != 0 || y != 0 {
				c.op("Td", x, y)
				x, y = 0, 0 // the following pieces go on where the last one ended
			}
			c.raw("[")
			opened = true
		}
		c.glyphs(s)
	}
	if opened {
		c.raw("] TJ\n")
	}
	c.raw("ET\n")
}

func (c *content) setTracking(points float64) {
	if tight := points != 0; tight != c.tight {
		c.op("Tc", points)
		c.tight = tight
	}
}

// glyphs writes the codes of a shaped stretch with the kerning between them.
func (c *content) glyphs(s shape) {
	used := c.drawing.used[s.face]
	open := false
	for i, r := range s.runes {
		used[r] = true
		if !open {
			c.out = append(c.out, '<')
			open = true
		}
		c.out = hex.AppendEncode(c.out, []byte{byte(r >> 8), byte(r)})
		if s.adjust[i] != 0 {
			c.out = strconv.AppendInt(append(c.out, '>'), int64(s.adjust[i]), 10)
			open = false
		}
	}
	if open {
		c.out = append(c.out, '>')
	}
}
