package exchange

import (
	"bytes"
	"strings"
	"testing"
	"time"

	ical "github.com/arran4/golang-ical"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// planned is the calendar of a draft with the activities.
func plannedActivities(t *testing.T, rows ...plan.Row) ActivityCalendar {
	t.Helper()
	w, err := i18n.New(i18n.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	c := plan.NewContent(plan.Filled{plan.KeyTitle: plan.Text("Bron"), plan.KeyActivities: plan.Rows(rows...)})
	e, d := plan.NewDocument(plan.AssignmentPlan, false, c, clock)
	return ActivityCalendar{
		Register: plan.Register{}.Apply(e).From("fil"), Document: d.ID, Words: w, Today: plan.NewDate(2027, 1, 1), Now: clock, Version: "test",
		Content: func(plan.Document, plan.Version) (plan.Sealed, error) { return plan.Seal(c), nil },
	}
}

func (c ActivityCalendar) written(t *testing.T, previous []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := c.Write(&b, previous); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func activity(id plan.ID, fields plan.Filled) plan.Row {
	return plan.Row{ID: id, Cells: plan.NewContent(fields)}
}

func TestActivitiesInTheCalendar(t *testing.T) {
	day := func(m time.Month, d int) plan.Value { return plan.Day(plan.NewDate(2027, m, d)) }
	rows := []plan.Row{
		activity("a", plan.Filled{
			plan.KeyActivity: plan.Text("Invigning"), plan.KeyStart: day(3, 1), plan.KeyEnd: day(3, 5), plan.KeyResponsible: plan.Text("Kommunikatör"),
			plan.KeyActive: plan.Text("Åsa Andersson"), plan.KeyApprovedBy: plan.Text("Bo Berg"), plan.KeyStatus: plan.Text("planned"),
		}),
		activity("b", plan.Filled{plan.KeyActivity: plan.Text("Brev"), plan.KeyEnd: day(2, 1)}),
		activity("c", plan.Filled{plan.KeyActivity: plan.Text("Bakvänd"), plan.KeyStart: day(5, 2), plan.KeyEnd: day(5, 1)}),
		activity("d", plan.Filled{plan.KeyActivity: plan.Text("Inställd"), plan.KeyEnd: day(6, 1), plan.KeyStatus: plan.Text("cancelled")}),
		activity("e", plan.Filled{plan.KeyActivity: plan.Text("Utan datum")}),
	}
	c := plannedActivities(t, rows...)
	first := c.written(t, nil)
	uid := func(id string) string { return "activity-" + string(c.Document) + "/" + id + "@fil.ledstjarna" }
	lines := linesOf(t, first)
	want := map[string]string{
		uid("a"): "20270301 20270306 0 CONFIRMED Invigning", uid("b"): "20270201 20270202 0 CONFIRMED Brev", uid("c"): "20270501 20270502 0 CONFIRMED Bakvänd",
	}
	for id, line := range want {
		if lines[id] != line {
			t.Errorf("%s: %q, want %q", id, lines[id], line)
		}
	}
	if len(lines) != len(want) {
		t.Errorf("%d events", len(lines))
	}
	cal, err := ical.ParseCalendar(bytes.NewReader(first))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range cal.Events() {
		if v.Id() == uid("a") {
			if said := v.GetProperty(ical.ComponentPropertyDescription).Value; said != "Bron\nAnsvarig: Kommunikatör\nStatus: Planerad" {
				t.Errorf("it tells %q", said)
			}
		}
	}
	if s := string(first); strings.Contains(s, "Andersson") || strings.Contains(s, "Berg") {
		t.Error("it tells of persons")
	}
	later := c
	later.Now = clock.Add(time.Hour)
	if again := later.written(t, first); !bytes.Equal(again, first) {
		t.Error("nothing has changed, and the file has")
	}
	rows[0].Cells = rows[0].Cells.With(plan.KeyEnd, day(3, 8))
	changed := plannedActivities(t, rows[0], rows[3])
	changed.Document, changed.Register, changed.Now = c.Document, c.Register, later.Now
	lines = linesOf(t, changed.written(t, first))
	if lines[uid("a")] != "20270301 20270309 1 CONFIRMED Invigning" || lines[uid("b")] != "20270201 20270202 1 CANCELLED Brev" {
		t.Errorf("afterwards %v", lines)
	}
}

// The calendar of reviews and that of activities do not take each other's events back.
func TestCalendarsLeaveEachOtherAlone(t *testing.T) {
	reviews := exampleCalendar(t)
	activities := ActivityCalendar{
		Register: reviews.Register, Words: reviews.Words, Today: reviews.Today, Now: reviews.Now, Version: "test",
		Content: func(plan.Document, plan.Version) (plan.Sealed, error) {
			return plan.Seal(plan.NewContent(plan.Filled{plan.KeyActivities: plan.Rows(
				activity("a", plan.Filled{plan.KeyActivity: plan.Text("Brev"), plan.KeyEnd: plan.Day(plan.NewDate(2027, 1, 1))}))})), nil
		},
	}
	for name, b := range map[string][]byte{
		"activities over reviews": activities.written(t, reviews.written(t, nil)), "reviews over activities": reviews.written(t, activities.written(t, nil)),
	} {
		if bytes.Contains(b, []byte("CANCELLED")) {
			t.Errorf("%s: something is taken back", name)
		}
	}
}
