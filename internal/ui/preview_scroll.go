package ui

import "ledstjarna/internal/plan"

// pixels is how wide the picture of a page is to be.
func (v *preview) pixels(page int) int {
	scale := float32(1)
	if c := v.desk.window.Canvas(); c != nil {
		scale = c.Scale()
	}
	return max(int(v.stack.PageWidth(page, v.box.Size().Width)*scale+0.5), 1)
}

// moved follows the scrolling.
func (v *preview) moved() {
	v.showNumber()
	if v.mode == previewWhole {
		v.stack.SetRoom(v.box.Size().Height)
	}
	v.draw()
}

// front is the page in front, from 0.
func (v *preview) front() int {
	return v.stack.PageAt(v.box.Offset()+v.box.Size().Height/3, v.box.Size().Width)
}

func (v *preview) showNumber() {
	n := v.stack.Pages()
	if n == 0 {
		return
	}
	at := v.front()
	v.stack.SetCurrent(at)
	v.title.SetText(v.number(at+1, n))
}

// goTo brings a page to the top; a press on a thumbnail shows it as wide as the
// pane.
func (v *preview) goTo(page int) {
	page = max(0, min(page, v.stack.Pages()-1))
	if v.mode == previewSmall {
		v.zoom.SetValue(previewWidth)
		v.setMode(previewWidth)
	}
	v.box.ScrollTo(v.stack.Top(page, v.box.Size().Width) - 1)
	v.moved()
}

func (v *preview) setMode(mode string) {
	at := v.front()
	v.mode = mode
	v.stack.SetThumbnails(mode == previewSmall)
	v.stack.SetRoom(0)
	if mode == previewWhole {
		v.stack.SetRoom(v.box.Size().Height)
	}
	v.box.Refresh()
	if mode != previewSmall {
		v.box.ScrollTo(v.stack.Top(at, v.box.Size().Width) - 1)
	}
	v.moved()
}

// follow marks what is worked on and brings it into sight.
func (v *preview) follow() {
	if v.pages == nil || !v.open {
		return
	}
	anchors := v.place()
	if len(anchors) == 0 {
		return
	}
	page, down, ok := v.pages.Place(anchors[0])
	if !ok {
		v.stack.SetMark(-1, 0, 0)
		return
	}
	to := 0.94 // to the lower margin, or where the next one begins
	for _, next := range anchors[1:] {
		if n, y, there := v.pages.Place(next); there {
			if n == page && y > down {
				to = y
			}
			break
		}
	}
	v.stack.SetMark(page, float32(down), float32(to))
	width := v.box.Size().Width
	top := v.stack.Top(page, width)
	high := v.stack.Top(page+1, width) - top
	if page+1 >= v.stack.Pages() {
		high = v.stack.HeightForWidth(width) - top
	}
	at := top + float32(down)*high
	if offset, room := v.box.Offset(), v.box.Size().Height; at < offset || at > offset+room*0.7 {
		v.box.ScrollTo(at - 24)
	}
	v.moved()
}

// sectionAnchors are the anchors of a version's sections, from one on.
func sectionAnchors(s plan.Subject, section plan.Key) []string {
	var out []string
	begun := false
	for _, sec := range plan.SectionsOf(s.Document.Kind, s.Document.Quick) {
		begun = begun || sec.Key == section
		switch {
		case !begun:
		case sec.Number == 0:
			out = append(out, string(s.Version.ID))
		default:
			out = append(out, string(s.Version.ID)+"-"+string(sec.Key))
		}
	}
	return out
}

// pageOf tells on which page, from 0, an anchor stands; false while that is not known.
func (v *preview) pageOf(anchor string) (int, bool) {
	if v.pages == nil || !v.open {
		return 0, false
	}
	page, _, ok := v.pages.Place(anchor)
	return page, ok
}
