package kit

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"pgregory.net/rapid"
)

func TestTimelineDays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := TimelineDay(rapid.IntRange(-30000, 90000).Draw(t, "day"))
		y, m, day := d.Date()
		if back := TimelineDayOf(y, m, day); back != d {
			t.Fatalf("%d is %d-%d-%d, which is %d", d, y, m, day, back)
		}
		s := timeScale{left: float64(d) - 0.4, per: rapid.Float64Range(0.3, 30).Draw(t, "per")}
		if x := s.x(d); s.day(x+float32(s.per)/2) != d {
			t.Fatalf("day %d lies at %v, where day %d is", d, x, s.day(x+float32(s.per)/2))
		}
	})
}

// The head divides time by what has room, and tells the year where it begins.
func TestTimelineDivisions(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light, 1))
	words := TimelineWords{
		Month:   func(m time.Month) string { return m.String()[:3] },
		Quarter: func(q int) string { return fmt.Sprint("Q", q) },
	}
	for _, x := range []struct {
		months float64
		want   []string
	}{
		{3, []string{"Nov 2026", "Dec", "Jan 2027", "Feb"}},
		{12, []string{"Nov 2026", "Dec", "Jan 2027", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"}},
		{24, []string{"Q4 2026", "Q1 2027", "Q2", "Q3", "Q4", "Q1 2028", "Q2", "Q3", "Q4"}},
		{48, []string{"2026", "2027", "2028", "2029", "2030"}},
	} {
		s := timeScale{left: float64(TimelineDayOf(2026, 11, 3)), per: 760 / (x.months * daysOfMonth)}
		var got []string
		for _, d := range s.divisions(760, words) {
			got = append(got, d.words)
		}
		if got = got[:len(got)-1]; !slices.Equal(got, x.want) {
			t.Errorf("%v months: %q, want %q", x.months, got, x.want)
		}
	}
	for _, d := range (timeScale{left: float64(TimelineDayOf(2026, 11, 3)), per: 10}).mondays(300) {
		if d.time().Weekday() != time.Monday {
			t.Errorf("a week begins on a %v", d.time().Weekday())
		}
	}
}

// Objects flow into as many rows as they need, beside what stands at the end of the
// first.
func TestFlow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light, 1))
	box := func() fyne.CanvasObject { return Fixed(100, 30, Spring()) }
	end, a, b, c := box(), box(), box(), box()
	f := Flow(10, end, a, b, c)
	for _, x := range []struct{ width, height float32 }{{430, 30}, {429, 70}, {320, 70}, {210, 70}, {209, 110}} {
		if h := heightFor(f, x.width); h != x.height {
			t.Errorf("%v wide it is %v high, want %v", x.width, h, x.height)
		}
	}
	f.Resize(fyne.NewSize(320, 70))
	if end.Position() != fyne.NewPos(220, 0) || b.Position() != fyne.NewPos(110, 0) || c.Position() != fyne.NewPos(0, 40) {
		t.Errorf("they lie at %v %v %v", end.Position(), b.Position(), c.Position())
	}
}
