package ui

import (
	"strconv"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// influenceMap draws audiences or stakeholders by interest and influence.
func (f *form) influenceMap(x plan.Field, p plan.Path) *special {
	w := f.desk.words
	drawn := kit.NewPointMap(kit.PointMapWords{
		X: w.T("map.interest"), Y: w.T("map.influence"), Unplaced: w.T("map.unplaced"),
		Quarters: [4]string{w.T("map.keep-satisfied"), w.T("map.manage-closely"), w.T("map.monitor"), w.T("map.keep-informed")},
		Describe: func(p kit.MapPoint) string {
			if p.X == 0 || p.Y == 0 {
				return w.T("map.describe-unplaced", "name", p.Name)
			}
			return w.T("map.describe", "name", p.Name, "influence", p.Y, "interest", p.X)
		},
	}, func(pt kit.MapPoint) { f.placed(p, pt) })
	part := f.fold(w.T("map.title"), w.T("map.caption"), kit.Pad(kit.Insets{Top: 10, Bottom: 6}, drawn))
	opened := false
	return &special{object: part, show: func() {
		points := mapPoints(f, x, f.rowsOf(p))
		drawn.SetLocked(f.source.locked())
		drawn.SetPoints(points)
		n := placedPoints(points)
		part.SetCount(w.T("count.placed-of", "n", n, "total", len(points)))
		if !opened && n > 0 {
			part.SetOpen(true)
		}
		opened = true
	}}
}

// mapPoints returns the rows as points: numbered in their order, those of the
// first priority filled.
func mapPoints(f *form, x plan.Field, rows []plan.Row) []kit.MapPoint {
	var out []kit.MapPoint
	for i, r := range rows {
		out = append(out, kit.MapPoint{
			ID: string(r.ID), Mark: strconv.Itoa(i + 1), Name: f.rowName(x, r, i),
			X: scaleOf(r.Cells.Get(plan.KeyInterest)), Y: scaleOf(r.Cells.Get(plan.KeyInfluence)),
			Heavy: r.Cells.Text(plan.KeyPriority) == "primary",
		})
	}
	return out
}

// scaleOf reads a value of a scale from 1 to 5; 0 where there is none or it lies
// outside.
func scaleOf(v plan.Value) int {
	n := int(v.Number().Round())
	if n < 1 || n > 5 || v.Number() != plan.Int(int64(n)) {
		return 0
	}
	return n
}

func placedPoints(points []kit.MapPoint) int {
	n := 0
	for _, p := range points {
		if p.X > 0 && p.Y > 0 {
			n++
		}
	}
	return n
}

// placed gives a row the values of the place where its point was put. Where one
// of them alone has changed, further steps on the same axis belong to the same
// step of undo.
func (f *form) placed(p plan.Path, pt kit.MapPoint) {
	row, _, ok := f.source.content().At(p).Row(plan.ID(pt.ID))
	if !ok {
		return
	}
	x, y := plan.Num(plan.Int(int64(pt.X))), plan.Num(plan.Int(int64(pt.Y)))
	sameX, sameY := row.Cells.Get(plan.KeyInterest).Equal(x), row.Cells.Get(plan.KeyInfluence).Equal(y)
	switch {
	case sameX && sameY:
	case sameX:
		at := p.In(row.ID, plan.KeyInfluence)
		f.source.set(f.op(at), at, y, false)
	case sameY:
		at := p.In(row.ID, plan.KeyInterest)
		f.source.set(f.op(at), at, x, false)
	default:
		f.change("op.place-point", p, map[string]string{"name": pt.Name}, withRow(f.rowsOf(p), row.ID, func(c plan.Content) plan.Content {
			return c.With(plan.KeyInterest, x).With(plan.KeyInfluence, y)
		}))
	}
}
