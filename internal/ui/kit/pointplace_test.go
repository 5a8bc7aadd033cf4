package kit

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"pgregory.net/rapid"
)

func TestSnap(t *testing.T) {
	room := fyne.NewSize(500, 250)
	for _, c := range []struct {
		x, y      float32
		wantX, y2 int
		ok        bool
	}{
		{0, 0, 1, 5, true},
		{499, 249, 5, 1, true},
		{250, 125, 3, 3, true},
		{99, 51, 1, 4, true},
		{100, 49, 2, 5, true},
		{-1, 10, 0, 0, false},
		{10, 250, 0, 0, false},
		{500, 10, 0, 0, false},
	} {
		x, y, ok := snap(fyne.NewPos(c.x, c.y), room)
		if x != c.wantX || y != c.y2 || ok != c.ok {
			t.Errorf("snap(%v, %v) = %d, %d, %v", c.x, c.y, x, y, ok)
		}
	}
}

// drawPoints makes up to fourteen points, some of them without a place.
func drawPoints(t *rapid.T) []MapPoint {
	n := rapid.IntRange(0, 14).Draw(t, "points")
	var out []MapPoint
	for i := range n {
		out = append(out, MapPoint{ID: fmt.Sprint(i), X: rapid.IntRange(0, steps).Draw(t, "x"), Y: rapid.IntRange(0, steps).Draw(t, "y")})
	}
	return out
}

func TestSpreadKeepsPointsApartInTheirCells(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := drawPoints(t)
		room, radius := fyne.NewSize(450, 300), float32(5)
		at := spread(points, room, radius)
		for i, p := range points {
			if !p.placed() {
				if !at[i].IsZero() {
					t.Fatalf("point %d has no place but lies at %v", i, at[i])
				}
				continue
			}
			if x, y, ok := snap(at[i], room); !ok || x != p.X || y != p.Y {
				t.Fatalf("point %d of %d, %d lies at %v", i, p.X, p.Y, at[i])
			}
			for j := range i {
				d := at[i].Subtract(at[j])
				if points[j].placed() && d.X*d.X+d.Y*d.Y < 4*radius*radius {
					t.Fatalf("points %d and %d overlap: %v, %v", i, j, at[i], at[j])
				}
			}
		}
	})
}

func TestNamesOverlapNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		points := drawPoints(t)
		room, radius := fyne.NewSize(450, 300), float32(11)
		centres := spread(points, room, radius)
		sizes := make([]fyne.Size, len(points))
		for i := range sizes {
			sizes[i] = fyne.NewSize(rapid.Float32Range(10, 140).Draw(t, "width"), 15)
		}
		taken := []area{{fyne.NewPos(0, 0), fyne.NewSize(80, 20)}}
		at, ok := label(centres, sizes, taken, room, radius)
		var all []area
		all = append(all, taken...)
		for i := range points {
			if !ok[i] {
				continue
			}
			a := area{at[i], sizes[i]}
			if !a.within(room) || meetsAny(a, all) {
				t.Fatalf("the name of point %d lies at %v over something else", i, a)
			}
			for j, c := range centres {
				if points[j].placed() && a.meets(area{c.SubtractXY(radius, radius), fyne.NewSquareSize(2 * radius)}) {
					t.Fatalf("the name of point %d covers point %d", i, j)
				}
			}
			all = append(all, a)
		}
	})
}

func TestALonePointHasItsName(t *testing.T) {
	room := fyne.NewSize(450, 300)
	for x := 1; x <= steps; x++ {
		centres := spread([]MapPoint{{X: x, Y: 3}}, room, 11)
		if _, ok := label(centres, []fyne.Size{fyne.NewSize(120, 15)}, nil, room, 11); !ok[0] {
			t.Errorf("a point at %d has no name", x)
		}
	}
}

func TestPushed(t *testing.T) {
	for _, c := range []struct {
		p      MapPoint
		dx, dy int
		x, y   int
	}{
		{MapPoint{X: 2, Y: 2}, 1, 0, 3, 2},
		{MapPoint{X: 5, Y: 5}, 1, 1, 5, 5},
		{MapPoint{X: 1, Y: 1}, -1, -1, 1, 1},
		{MapPoint{}, 1, 0, 3, 3},
		{MapPoint{X: 4}, 0, -1, 3, 3},
	} {
		if p := pushed(c.p, c.dx, c.dy); p.X != c.x || p.Y != c.y {
			t.Errorf("%v pushed by %d, %d is at %d, %d", c.p, c.dx, c.dy, p.X, p.Y)
		}
	}
}
