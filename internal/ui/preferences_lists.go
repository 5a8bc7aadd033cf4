package ui

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

const (
	prefWidths = "widths." // and the list
	prefOrder  = "order."  // and the room
)

// widths returns the designed widths that a person gave the columns of a list.
func (p preferences) widths(list string) map[string]float32 {
	out := map[string]float32{}
	for _, s := range p.p.StringList(prefWidths + list) {
		id, width, _ := strings.Cut(s, "=")
		if w, err := strconv.ParseFloat(width, 32); err == nil {
			out[id] = float32(w)
		}
	}
	return out
}

func (p preferences) setWidths(list string, widths map[string]float32) {
	var out []string
	for _, id := range slices.Sorted(maps.Keys(widths)) {
		out = append(out, id+"="+strconv.FormatFloat(float64(widths[id]), 'f', 1, 32))
	}
	if len(out) == 0 {
		p.p.RemoveValue(prefWidths + list)
		return
	}
	p.p.SetStringList(prefWidths+list, out)
}

// order returns how a person has the documents of a room arranged.
func (p preferences) order(in room) documentOrder {
	var by documentOrder
	for _, s := range p.p.StringList(prefOrder + string(in)) {
		key, value, _ := strings.Cut(s, "=")
		switch {
		case key == "by" && slices.Contains(sortedColumns(), value):
			by.by = value
		case key == "down":
			by.down = value == "yes"
		case key == "group" && slices.Contains(groupings(), value):
			by.group = value
		}
	}
	by.down = by.down && by.by != ""
	return by
}

func (p preferences) setOrder(in room, by documentOrder) {
	if by == (documentOrder{}) {
		p.p.RemoveValue(prefOrder + string(in))
		return
	}
	out := []string{"by=" + by.by, "group=" + by.group}
	if by.down {
		out = append(out, "down=yes")
	}
	p.p.SetStringList(prefOrder+string(in), out)
}
