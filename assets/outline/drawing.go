package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode"
)

// drawing is an SVG made of shapes only.
type drawing struct {
	ViewBox string  `xml:"viewBox,attr"`
	Shapes  []shape `xml:",any"`
}

// shape is a path or a circle that is either filled or has a round stroke.
type shape struct {
	XMLName xml.Name
	Fill    string  `xml:"fill,attr"`
	Stroke  string  `xml:"stroke,attr"`
	Width   float64 `xml:"stroke-width,attr"`
	D       string  `xml:"d,attr"`
	X       float64 `xml:"cx,attr"`
	Y       float64 `xml:"cy,attr"`
	R       float64 `xml:"r,attr"`
}

var errShape = errors.New("a drawing holds paths and circles only, each filled or with a stroke")

// outlined returns a drawing with every fill and stroke as a filled path, one
// for each colour in turn. All contours run clockwise but those of holes.
func outlined(data []byte) ([]byte, error) {
	var d drawing
	if err := xml.Unmarshal(data, &d); err != nil {
		return nil, fmt.Errorf("read drawing: %w", err)
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"%s\">", d.ViewBox)
	colour := ""
	for _, s := range d.Shapes {
		path, err := s.outline()
		if err != nil {
			return nil, err
		}
		if c := s.colour(); c != colour {
			if colour != "" {
				out.WriteString("\"/>")
			}
			fmt.Fprintf(&out, "\n<path fill=\"%s\" d=\"", c)
			colour = c
		}
		out.WriteString(path)
	}
	out.WriteString("\"/>\n</svg>\n")
	return out.Bytes(), nil
}

func (s shape) colour() string {
	if s.Fill == "none" {
		return s.Stroke
	}
	return s.Fill
}

// outline returns the contours of the shape as path data.
func (s shape) outline() (string, error) {
	var p pen
	stroked := s.Fill == "none" && s.Width > 0
	filled := s.Fill != "" && s.Fill != "none" && s.Stroke == ""
	switch {
	case stroked == filled:
		return "", errShape
	case s.XMLName.Local == "circle" && stroked:
		p.disc(point{s.X, s.Y}, s.R+s.Width/2, true)
		p.disc(point{s.X, s.Y}, s.R-s.Width/2, false)
	case s.XMLName.Local == "circle":
		p.disc(point{s.X, s.Y}, s.R, true)
	case s.XMLName.Local == "path":
		if err := s.trace(&p, stroked); err != nil {
			return "", err
		}
	default:
		return "", errShape
	}
	return p.data.String(), nil
}

// trace draws a path, or the outline of its stroke.
func (s shape) trace(p *pen, stroked bool) error {
	ways, err := parsePath(s.D)
	if err != nil {
		return err
	}
	for _, way := range ways {
		if stroked {
			stroke(p, way, s.Width/2)
		} else {
			fill(p, way)
		}
	}
	return nil
}

// parsePath reads path data of the commands M, L, H, V, A and Z with absolute
// coordinates into its ways, each with a segment at least. Arcs are of circles.
func parsePath(d string) ([][]segment, error) {
	var ways [][]segment
	var at, start point
	moved := false
	for _, command := range commands(d) {
		n, err := numbers(command[1:])
		if err != nil {
			return nil, fmt.Errorf("read path %q: %w", command, err)
		}
		g := segment{from: at}
		switch {
		case command[0] == 'M' && len(n) == 2:
			at, start, moved = point{n[0], n[1]}, point{n[0], n[1]}, true
			continue
		case command[0] == 'L' && len(n) == 2:
			at = point{n[0], n[1]}
		case command[0] == 'H' && len(n) == 1:
			at.x = n[0]
		case command[0] == 'V' && len(n) == 1:
			at.y = n[0]
		case command[0] == 'Z' && len(n) == 0:
			at = start
		case command[0] == 'A' && len(n) == 7 && n[0] == n[1]:
			at = point{n[5], n[6]}
			g.radius, g.large, g.clockwise = n[0], n[3] == 1, n[4] == 1
		default:
			return nil, fmt.Errorf("read path: command %q is not for drawings", command)
		}
		if g.to = at; g.from == g.to {
			continue
		}
		if moved || len(ways) == 0 {
			ways, moved = append(ways, nil), false
		}
		ways[len(ways)-1] = append(ways[len(ways)-1], g)
	}
	return ways, nil
}

// commands cuts path data before every letter.
func commands(d string) []string {
	var out []string
	for i, r := range d {
		if unicode.IsLetter(r) {
			out = append(out, "")
		}
		if len(out) > 0 {
			out[len(out)-1] += d[i : i+len(string(r))]
		}
	}
	return out
}

func numbers(s string) ([]float64, error) {
	var out []float64
	for _, field := range strings.Fields(strings.ReplaceAll(s, ",", " ")) {
		v, err := strconv.ParseFloat(field, 64)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
	return out, nil
}
