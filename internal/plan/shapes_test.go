package plan

import (
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// goalWith is a goal with values as they are written, "" for none, and results
// by year.
func goalWith(baseline, target string, results ...[2]string) Content {
	number := func(s string) Value {
		if s == "" {
			return Value{}
		}
		n, err := ParseNumber(s)
		if err != nil {
			panic(err)
		}
		return Num(n)
	}
	var rows []Row
	for i, r := range results {
		rows = append(rows, Row{ID: ID(fmt.Sprint(i)), Cells: NewContent(Filled{KeyYear: number(r[0]), KeyResult: number(r[1])})})
	}
	return NewContent(Filled{KeyBaseline: number(baseline), KeyTarget: number(target), KeyResults: Rows(rows...)})
}

func TestAttainment(t *testing.T) {
	for _, c := range []struct {
		name             string
		baseline, target string
		results          [][2]string
		want             Attainment
	}{
		{"no result", "40", "60", nil, Attainment{}},
		{"no target", "40", "", [][2]string{{"2025", "50"}}, Attainment{}},
		{"half way", "40", "60", [][2]string{{"2025", "50"}}, Attainment{Known: true, Share: 0.5, Result: Int(50), Year: 2025}},
		{"reached", "40", "60", [][2]string{{"2025", "60"}}, Attainment{Known: true, Share: 1, Result: Int(60), Year: 2025, Reached: true}},
		{"more than reached", "40", "60", [][2]string{{"2025", "70"}}, Attainment{Known: true, Share: 1.5, Result: Int(70), Year: 2025, Reached: true}},
		{"the wrong way", "40", "60", [][2]string{{"2025", "35"}}, Attainment{Known: true, Share: -0.25, Result: Int(35), Year: 2025}},
		{"falling", "20", "5", [][2]string{{"2025", "14"}}, Attainment{Known: true, Share: 0.4, Result: Int(14), Year: 2025, Falling: true}},
		{"falling, reached", "20", "5", [][2]string{{"2025", "2"}}, Attainment{Known: true, Share: 1.2, Result: Int(2), Year: 2025, Falling: true, Reached: true}},
		{"falling to 0", "20", "0", [][2]string{{"2025", "20"}}, Attainment{Known: true, Result: Int(20), Year: 2025, Falling: true}},
		{"no baseline", "", "80", [][2]string{{"2025", "20"}}, Attainment{Known: true, Share: 0.25, Result: Int(20), Year: 2025, Assumed: true}},
		{"level held", "60", "60", [][2]string{{"2025", "61"}}, Attainment{Known: true, Share: 1, Result: Int(61), Year: 2025, Reached: true}},
		{"level lost", "60", "60", [][2]string{{"2025", "59.5"}}, Attainment{Known: true, Result: 595000, Year: 2025}},
		{"the latest year counts", "0", "10", [][2]string{{"2026", "5"}, {"2024", "9"}, {"", "10"}}, Attainment{Known: true, Share: 0.5, Result: Int(5), Year: 2026}},
	} {
		if diff := cmp.Diff(c.want, AttainmentOf(goalWith(c.baseline, c.target, c.results...)), closeTo()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func closeTo() cmp.Option {
	return cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-9 })
}

func TestAttainmentHoldsTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		value := rapid.IntRange(-1000, 1000)
		base, target, result := value.Draw(t, "baseline"), value.Draw(t, "target"), value.Draw(t, "result")
		a := AttainmentOf(goalWith(fmt.Sprint(base), fmt.Sprint(target), [2]string{"2025", fmt.Sprint(result)}))
		if !a.Known || math.IsNaN(a.Share) || math.IsInf(a.Share, 0) {
			t.Fatalf("from %d over %d to %d: %+v", base, result, target, a)
		}
		if a.Reached != (a.Share >= 1) {
			t.Fatalf("from %d over %d to %d: %+v", base, result, target, a)
		}
	})
}

func TestResultsByYear(t *testing.T) {
	got := ResultsOf(goalWith("", "", [2]string{"2025", "3"}, [2]string{"2023", "1"}, [2]string{"2025", "4"}, [2]string{"2024", ""}))
	if diff := cmp.Diff([]YearResult{{2023, Int(1)}, {2025, Int(4)}}, got); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
	goal := goalWith("0", "10", [2]string{"2025", "3"}, [2]string{"2026", "4"})
	recorded := []GoalResult{
		{Date: NewDate(2026, 3, 1), Value: Num(Int(8))}, {Date: NewDate(2027, 3, 1)}, {Date: NewDate(2024, 3, 1), Value: Num(Int(1))},
	}
	want := []YearResult{{2024, Int(1)}, {2025, Int(3)}, {2026, Int(8)}}
	if diff := cmp.Diff(want, ResultsOf(goal, recorded...)); diff != "" {
		t.Errorf("with what is recorded (-want +got):\n%s", diff)
	}
	if a := AttainmentOf(goal, recorded...); a.Share != 0.8 || a.Year != 2026 {
		t.Errorf("with what is recorded: %+v", a)
	}
}

func memberEntry(name string, population int64, class string) Entry {
	f := Filled{KeyName: Text(name), KeySizeClass: Text(class)}
	if population > 0 {
		f[KeyPopulation] = Num(Int(population))
	}
	return Entry{ID: ID(name), Fields: NewContent(f)}
}

func TestSegments(t *testing.T) {
	r := Register{lists: map[ListName][]Entry{ListMembers: {
		memberEntry("Stor", 150000, ""), memberEntry("Liten", 9000, ""), memberEntry("Mellan", 15000, ""), memberEntry("Okänd", 0, ""),
		memberEntry("Utan antal", 0, "under-15000"), memberEntry("Egen klass", 90000, "15000-50000"),
	}}}
	want := []Segment{
		{"under-15000", []string{"Liten", "Utan antal"}, Int(9000)},
		{"15000-50000", []string{"Mellan", "Egen klass"}, Int(105000)},
		{"over-100000", []string{"Stor"}, Int(150000)},
	}
	if diff := cmp.Diff(want, r.Segments()); diff != "" {
		t.Errorf("segments (-want +got):\n%s", diff)
	}
}

func TestWithSegmentsAddsOnlyWhatIsMissing(t *testing.T) {
	row := func(id, class string) Row {
		return Row{ID: ID(id), Cells: NewContent(Filled{KeySegment: Text(class), KeyAdaptation: Text(id)})}
	}
	rows := []Row{row("c", "50000-100000"), row("x", ""), row("a", "under-15000")}
	var segments []Segment
	for _, c := range SizeClasses() {
		segments = append(segments, Segment{Class: c})
	}
	var got []string
	after := WithSegments(rows, segments)
	for _, r := range after {
		got = append(got, r.Cells.Text(KeySegment)+r.Cells.Text(KeyAdaptation))
	}
	want := []string{"15000-50000", "50000-100000c", "x", "under-15000a", "over-100000"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("rows (-want +got):\n%s", diff)
	}
	if again := WithSegments(after, segments); len(again) != len(after) {
		t.Errorf("%d rows the second time, %d the first", len(again), len(after))
	}
}

func TestBudgetSums(t *testing.T) {
	row := func(year, amount, hours, cost int64) Row {
		f := Filled{KeyAmount: Num(Int(amount)), KeyHours: Num(Int(hours)), KeyCost: Num(Int(cost))}
		if year > 0 {
			f[KeyYear] = Num(Int(year))
		}
		return Row{ID: NewID(), Cells: NewContent(f)}
	}
	activity := func(budget, cost int64) Row {
		return Row{ID: NewID(), Cells: NewContent(Filled{KeyBudget: Num(Int(budget)), KeyCost: Num(Int(cost))})}
	}
	got := BudgetSumsOf(NewContent(Filled{
		KeyBudget:     Rows(row(2025, 100, 10, 0), row(2024, 50, 0, 40), row(2025, 7, 1, 2)),
		KeyActivities: Rows(activity(120, 30), activity(60, 5), Row{ID: "z"}),
	}))
	want := BudgetSums{
		Years: []BudgetYear{{2024, Int(50), 0, Int(40)}, {2025, Int(107), Int(11), Int(2)}},
		Total: BudgetYear{0, Int(157), Int(11), Int(42)}, Planned: Int(180), Spent: Int(35), Activities: true,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("sums (-want +got):\n%s", diff)
	}
	if got.Left() != Int(-23) {
		t.Errorf("%s is left", got.Left())
	}
	if s := BudgetSumsOf(NewContent(Filled{KeyBudget: Rows(row(0, 5, 0, 0), row(0, 6, 0, 0))})); s.Years != nil || s.Total.Amount != Int(11) || s.Activities {
		t.Errorf("without years and activities: %+v", s)
	}
}

func TestDialogueShare(t *testing.T) {
	mode := func(m string) Row { return Row{ID: NewID(), Cells: NewContent(Filled{KeyMode: Text(m)})} }
	d := DialogueOf([]Row{mode("dialogue"), mode("information"), mode("information"), mode(""), mode("information")})
	if d != (Dialogue{1, 3, 1}) || d.All() != 5 || d.Share() != 0.25 {
		t.Errorf("%+v, share %v", d, d.Share())
	}
	if s := (Dialogue{Open: 3}).Share(); s != 0 {
		t.Errorf("share %v where nothing is told", s)
	}
}
