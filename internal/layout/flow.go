package layout

import "math"

// flow sets slabs on pages.
type flow struct {
	draft *draft
	frame frame
	pen   *pen
	y     float64 // where the last slab ended
	after float64 // the space it wants below
	fresh bool    // nothing stands on the page
	logo  bool    // the page carries the logo, so that the space above counts
}

// turn begins a new page.
func (f *flow) turn() {
	page := &Page{Width: f.frame.width, Height: f.frame.height}
	f.draft.pages = append(f.draft.pages, page)
	f.pen = &pen{page: page, frame: f.frame, draft: f.draft}
	f.logo = f.draft.logo && len(f.draft.pages) == 1
	f.y, f.after, f.fresh = f.frame.top, 0, true
}

// set places slabs in their order.
func (f *flow) set(slabs []slab) {
	for len(slabs) > 0 {
		n := 1
		for n < len(slabs) && slabs[n-1].keep {
			n++
		}
		f.chain(slabs[:n])
		slabs = slabs[n:]
	}
}

// chain places slabs that want to be on one page. Where no page holds them all,
// they are parted.
func (f *flow) chain(slabs []slab) {
	if !f.fits(slabs) && !f.fresh {
		empty := *f
		empty.y, empty.after, empty.fresh, empty.logo = f.frame.top, 0, true, false
		if empty.fits(slabs) || f.y > (f.frame.top+f.frame.bottom)/2 {
			f.turn()
		}
	}
	for _, s := range slabs {
		if top := f.top(s); top+s.height > f.frame.bottom+0.01 && !f.fresh {
			f.turn()
		}
		f.place(s)
	}
}

// fits reports whether slabs find room on the page.
func (f flow) fits(slabs []slab) bool {
	for _, s := range slabs {
		if f.fresh && s.head != nil {
			f.y, f.fresh = f.y+s.head.height, false
		}
		f.y = f.top(s) + s.height
		f.after, f.fresh = s.after, false
		if f.y > f.frame.bottom+0.01 {
			return false
		}
	}
	return true
}

// place draws a slab below the last one.
func (f *flow) place(s slab) {
	if f.fresh && s.head != nil {
		again := *f.pen
		again.repeat = true
		s.head.draw(&again, f.y)
		f.y, f.fresh = f.y+s.head.height, false
		s.before = 0
	}
	top := f.top(s)
	s.draw(f.pen, top)
	f.y, f.after, f.fresh = top+s.height, s.after, false
}

// top is where a slab begins.
func (f *flow) top(s slab) float64 {
	y := f.y
	if !f.fresh || f.logo {
		y += math.Max(f.after, s.before)
	}
	switch s.snap {
	case onGrid:
		return f.grid(y)
	case endGrid:
		rest := s.height + s.after
		return f.grid(y+rest) - rest
	}
	return y
}

// grid returns the next line of the baseline grid at or below y.
func (f *flow) grid(y float64) float64 {
	return f.frame.top + half*math.Ceil((y-f.frame.top)/half-0.001)
}
