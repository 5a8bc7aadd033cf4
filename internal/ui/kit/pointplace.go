package kit

import (
	"math"

	"fyne.io/fyne/v2"
)

// steps is how many values each side of a PointMap and of a Heat has.
const steps = 5

// MapPoint is something that lies on a PointMap.
type MapPoint struct {
	ID    string
	Mark  string // a number or letter, shown in the point
	Name  string
	X, Y  int  // 1 to 5; 0 where it has not been placed
	Heavy bool // of first weight: filled
}

// placed reports whether the point has both values.
func (p MapPoint) placed() bool { return p.X >= 1 && p.X <= steps && p.Y >= 1 && p.Y <= steps }

// snap returns the values under a place of a field; ok is false outside it. The
// first value grows to the right, the second upwards.
func snap(at fyne.Position, room fyne.Size) (x, y int, ok bool) {
	if at.X < 0 || at.Y < 0 || at.X >= room.Width || at.Y >= room.Height {
		return 0, 0, false
	}
	return int(at.X/room.Width*steps) + 1, steps - int(at.Y/room.Height*steps), true
}

// middleOf is where a point with the values lies when it is alone there.
func middleOf(x, y int, room fyne.Size) fyne.Position {
	return fyne.NewPos((float32(x)-0.5)*room.Width/steps, (float32(steps-y)+0.5)*room.Height/steps)
}

// spread returns the centres of the points in a field of a size. Points of the
// same values stand beside each other around their common place, in rows, no
// closer than fits; radius is that of a point. Points that are not placed are
// at zero.
func spread(points []MapPoint, room fyne.Size, radius float32) []fyne.Position {
	out := make([]fyne.Position, len(points))
	together := map[[2]int][]int{}
	for i, p := range points {
		if p.placed() {
			together[[2]int{p.X, p.Y}] = append(together[[2]int{p.X, p.Y}], i)
		}
	}
	for at, list := range together {
		across := int(math.Ceil(math.Sqrt(float64(len(list)))))
		down := (len(list) + across - 1) / across
		dx := gapIn(room.Width/steps, across, radius)
		dy := gapIn(room.Height/steps, down, radius)
		mid := middleOf(at[0], at[1], room)
		for n, i := range list {
			inRow := min(across, len(list)-n/across*across)
			out[i] = fyne.NewPos(
				mid.X+(float32(n%across)-float32(inRow-1)/2)*dx,
				mid.Y+(float32(n/across)-float32(down-1)/2)*dy,
			)
		}
	}
	return out
}

// gapIn is the distance between the centres of n points in a side of a cell.
func gapIn(side float32, n int, radius float32) float32 {
	if n < 2 {
		return 0
	}
	return min(2*radius+2, (side-2*radius)/float32(n-1))
}

// area is a rectangle of a field.
type area struct {
	at   fyne.Position
	size fyne.Size
}

func (a area) meets(b area) bool {
	return a.at.X < b.at.X+b.size.Width && b.at.X < a.at.X+a.size.Width &&
		a.at.Y < b.at.Y+b.size.Height && b.at.Y < a.at.Y+a.size.Height
}

func (a area) within(room fyne.Size) bool {
	return a.at.X >= 0 && a.at.Y >= 0 && a.at.X+a.size.Width <= room.Width && a.at.Y+a.size.Height <= room.Height
}

// label finds room for the names of points: right of the point, left of it,
// under or over it, or at a corner, never over another point, another name or what else is
// taken. ok is false where a name finds none.
func label(centres []fyne.Position, names []fyne.Size, taken []area, room fyne.Size, radius float32) (at []fyne.Position, ok []bool) {
	at, ok = make([]fyne.Position, len(centres)), make([]bool, len(centres))
	for _, c := range centres {
		if !c.IsZero() {
			taken = append(taken, area{c.SubtractXY(radius, radius), fyne.NewSquareSize(2 * radius)})
		}
	}
	for i, c := range centres {
		if c.IsZero() {
			continue
		}
		n, gap := names[i], radius+3
		for _, p := range []fyne.Position{
			{X: c.X + gap, Y: c.Y - n.Height/2},
			{X: c.X - gap - n.Width, Y: c.Y - n.Height/2},
			{X: c.X - n.Width/2, Y: c.Y + gap - 2},
			{X: c.X - n.Width/2, Y: c.Y - gap + 2 - n.Height},
			{X: c.X + radius*0.7, Y: c.Y - radius*1.1 - n.Height},
			{X: c.X + radius*0.7, Y: c.Y + radius*1.1},
			{X: c.X - radius*0.7 - n.Width, Y: c.Y - radius*1.1 - n.Height},
			{X: c.X - radius*0.7 - n.Width, Y: c.Y + radius*1.1},
		} {
			a := area{p, n}
			if a.within(room) && !meetsAny(a, taken) {
				at[i], ok[i] = p, true
				taken = append(taken, a)
				break
			}
		}
	}
	return at, ok
}

func meetsAny(a area, taken []area) bool {
	for _, t := range taken {
		if a.meets(t) {
			return true
		}
	}
	return false
}
