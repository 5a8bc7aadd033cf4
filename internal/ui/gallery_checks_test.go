package ui

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"ledstjarna/internal/ui/kit"
	"ledstjarna/internal/ui/kit/kittest"
)

// slack is how much texts may be out of place, in the toolkit's units.
const slack = 1.5

func typeName(o any) string { return fmt.Sprintf("%T", o) }

// flaws are what is wrong with the look of a window: texts cut off or under one
// another, pale ones, controls out of sight or over one another.
func (d *drawn) flaws() []string {
	var out []string
	texts := d.visible()
	for i, s := range texts {
		if f := d.flawOf(s); f != "" {
			out = append(out, fmt.Sprintf("%q %s (%s)", s.text, f, s.what))
		}
		for _, x := range texts[:i] {
			both := s.box.in(s.clip).in(x.box.in(x.clip))
			if both.right-both.left > slack && both.bottom-both.top > slack {
				out = append(out, fmt.Sprintf("%q and %q lie over one another (%s, %s)", x.text, s.text, x.what, s.what))
			}
		}
	}
	return append(out, d.pressFlaws()...)
}

func (d *drawn) flawOf(s seen) string {
	box := s.box.in(s.clip)
	if !s.typed && !s.slides() && (s.box.left < s.clip.left-slack || s.box.right > s.clip.right+slack) {
		return "is cut off at an edge"
	}
	if !s.rolls && (s.box.top < d.window.top-slack || s.box.bottom > d.window.bottom+slack) {
		return "is cut off at the top or foot"
	}
	if !s.typed && !s.slides() && s.box.right > s.owner.right+slack {
		return fmt.Sprintf("sticks out of its widget by %.0f", s.box.right-s.owner.right)
	}
	under := d.over(s, func(p area) bool {
		both := p.in(box)
		return both.right-both.left > 2*slack && both.bottom-both.top > 2*slack
	})
	if under {
		return "lies in part under something"
	}
	for _, x := range []float32{box.left + 1, (box.left + box.right) / 2, box.right - 1} {
		ground, ok := d.ground(s, x, (box.top+box.bottom)/2)
		if !ok {
			return "has no ground"
		}
		if c := kittest.Contrast(s.ink, ground); c < 4.5 {
			return fmt.Sprintf("has a contrast of %.2f to what it stands on", c)
		}
	}
	return ""
}

// slides reports whether the text lies in something that is slid sideways: a wide table
// or a timeline, which go on beyond their edges.
func (s seen) slides() bool {
	return strings.Contains(s.what, "kit.Grid > ") || strings.Contains(s.what, "kit.timeBody")
}

func (d *drawn) pressFlaws() []string {
	var out []string
	for i, p := range d.presses {
		box := p.box.in(p.clip)
		if box.empty() {
			if !p.rolls || p.box.left >= p.clip.right || p.box.right <= p.clip.left {
				out = append(out, fmt.Sprintf("%s %q is out of sight", p.what, p.flat))
			}
			continue
		}
		if p.box.left < p.clip.left-slack || p.box.right > p.clip.right+slack ||
			!p.rolls && (p.box.top < p.clip.top-slack || p.box.bottom > p.clip.bottom+slack) {
			out = append(out, fmt.Sprintf("%s %q is cut off", p.what, p.flat))
		}
		for _, q := range d.presses[:i] {
			both := box.in(q.box.in(q.clip))
			if both.right-both.left > slack && both.bottom-both.top > slack && !strings.HasPrefix(p.what, q.what+" > ") {
				out = append(out, fmt.Sprintf("%s %q and %s %q lie over one another", q.what, q.flat, p.what, p.flat))
			}
		}
	}
	return out
}

// cut reports whether a widget has cut the text to its room; whole tells of a text that
// ends in an ellipsis by itself.
func (s seen) cut(whole func(string) bool) bool {
	return strings.HasSuffix(s.text, "…") && !s.typed && !whole(s.text)
}

// excerpt reports whether the text is a part of a longer one on purpose: of what was
// found, or of what differs.
func (s seen) excerpt() bool {
	return strings.Contains(s.what, "kit.Finder > kit.picker") || strings.Contains(s.what, "kit.MarkedText") || strings.HasSuffix(s.what, "kit.Paragraph")
}

// cutText is a text that a widget has cut to its room, with what its tooltip says of
// it; "" where there is none.
type cutText struct {
	seen
	told string
}

func (d *drawn) cutTexts(c fyne.Canvas, o fyne.CanvasObject, whole func(string) bool) []cutText {
	var out []cutText
	for _, s := range d.visible() {
		if !s.cut(whole) || s.excerpt() {
			continue
		}
		box := s.box.in(s.clip)
		before := paragraphs(o)
		for range 2 { // into the widget, and within it
			test.MoveMouse(c, fyne.NewPos((box.left+box.right)/2, (box.top+box.bottom)/2))
		}
		told := ""
		for p := range paragraphs(o) {
			if !before[p] {
				told = p.Text()
			}
		}
		test.MoveMouse(c, fyne.NewPos(-1, -1))
		out = append(out, cutText{s, told})
	}
	return out
}

// paragraphs are the ones that are shown in o.
func paragraphs(o fyne.CanvasObject) map[*kit.Paragraph]bool {
	out := map[*kit.Paragraph]bool{}
	var walk func(fyne.CanvasObject)
	walk = func(o fyne.CanvasObject) {
		if o == nil || !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *kit.Paragraph:
			out[o] = true
		case *fyne.Container:
			for _, c := range o.Objects {
				walk(c)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(o).Objects() {
				walk(c)
			}
		}
	}
	walk(o)
	return out
}
