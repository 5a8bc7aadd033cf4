package kit

import "fyne.io/fyne/v2/canvas"

// agendaDrag is a line under way to another place.
type agendaDrag struct {
	id string
	to int // among the lines that move
}

// dragged moves the mark of where a line would come to stand.
func (a *Agenda) dragged(id string, y float32) {
	movers := a.movers()
	if a.place(id) < 0 || len(movers) == 0 {
		return
	}
	if a.drag == nil {
		a.drag = &agendaDrag{id: id}
	}
	to, line := len(movers), float32(0)
	for i, r := range movers {
		if y < r.Position().Y+r.height()/2 {
			to, line = i, r.Position().Y
			break
		}
	}
	if to == len(movers) {
		line = a.Size().Height - 1
	}
	a.drag.to = to
	a.gap.Hidden = false
	put(a.gap, px(4), line-2, a.Size().Width-px(8), 3)
	canvas.Refresh(a.gap)
}

// dropped puts the line where the mark showed.
func (a *Agenda) dropped() {
	d := a.drag
	a.drag, a.gap.Hidden = nil, true
	canvas.Refresh(a.gap)
	if d == nil {
		return
	}
	at, to := a.place(d.id), d.to
	if to > at {
		to--
	}
	if at >= 0 && to != at && a.tell.Moved != nil {
		a.tell.Moved(d.id, to)
	}
}
