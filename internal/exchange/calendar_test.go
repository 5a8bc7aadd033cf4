package exchange

import (
	"bytes"
	"fmt"
	"strings"
	"testing"
	"time"

	ical "github.com/arran4/golang-ical"
	"github.com/google/go-cmp/cmp"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// exampleCalendar is that of the example, on its day.
func exampleCalendar(t testing.TB) Calendar {
	t.Helper()
	data, err := LoadFS(assets.Example(), DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	w, err := i18n.New(i18n.Swedish)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC)
	return Calendar{Register: plan.Register{}.Apply(data.Edit()), Words: w, Today: plan.DateOf(now), Now: now, Version: "test"}
}

func (c Calendar) written(t testing.TB, previous []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := c.Write(&b, previous); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// lineOf is an event of the file in one line: when it begins and ends, its
// sequence and status, and what it is called.
func linesOf(t testing.TB, b []byte) map[string]string {
	t.Helper()
	cal, err := ical.ParseCalendar(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, v := range cal.Events() {
		get := func(p ical.ComponentProperty) string {
			if x := v.GetProperty(p); x != nil {
				return x.Value
			}
			return ""
		}
		if _, twice := out[v.Id()]; twice {
			t.Errorf("two events are %s", v.Id())
		}
		out[v.Id()] = strings.Join([]string{
			get(ical.ComponentPropertyDtStart), get(ical.ComponentPropertyDtEnd), get(ical.ComponentPropertySequence), get(ical.ComponentPropertyStatus),
			get(ical.ComponentPropertySummary),
		}, " ")
	}
	return out
}

func TestCalendarOfTheExample(t *testing.T) {
	lines := linesOf(t, exampleCalendar(t).written(t, nil))
	for uid, want := range map[string]string{
		"review-doc-webbpolicy-2026@ledstjarna": "20261130 20261201 0 CONFIRMED Översyn senast: Webbpolicy",
		"review-doc-webbpolicy-2025@ledstjarna": "20251009 20251010 0 CONFIRMED Översyn genomförd: Webbpolicy",
		"review-doc-bredband-2026@ledstjarna":   "", // its assignment has ended
		"window-2026@ledstjarna":                "20260901 20261201 0 CONFIRMED Årlig översyn av styrdokument 2026",
	} {
		if lines[uid] != want {
			t.Errorf("%s: %q, want %q", uid, lines[uid], want)
		}
	}
	for _, m := range exampleCalendar(t).Register.Meetings() {
		for _, kind := range []string{"meeting-", "stop-", "dispatch-"} {
			if lines[kind+string(m.ID)+"@ledstjarna"] == "" {
				t.Errorf("no %s%s", kind, m.ID)
			}
		}
	}
}

// Lines are folded at 75 bytes and end as the format wants; what is written is
// read back as it was.
func TestCalendarIsWellFormed(t *testing.T) {
	c := exampleCalendar(t)
	long := "Länets råd, \"äldre\"; ett \\ namn\nsom är långt " + strings.Repeat("åäö ", 40)
	c = c.with(t, plan.ListMeetings, "m-long", plan.Filled{plan.KeyDate: plan.Day(plan.NewDate(2027, 3, 28)), plan.KeyTime: plan.Text("01.30–03.30"), plan.KeyPlace: plan.Text(long)})
	b := c.written(t, nil)
	for line := range bytes.SplitSeq(bytes.TrimSuffix(b, []byte("\r\n")), []byte("\r\n")) {
		if len(line) > 75 || bytes.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	cal, err := ical.ParseCalendar(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	for _, v := range cal.Events() {
		if v.Id() == "meeting-m-long"+c.domain() {
			if got := v.GetProperty(ical.ComponentPropertyLocation).Value; got != long {
				t.Errorf("the place is %q", got)
			}
			if got := v.GetProperty(ical.ComponentPropertyDtStart).Value; got != "20270328T013000" {
				t.Errorf("it begins %s", got)
			}
			return
		}
	}
	t.Error("the meeting is not there")
}

func (c Calendar) with(t testing.TB, l plan.ListName, id plan.ID, f plan.Filled) Calendar {
	t.Helper()
	e := plan.Entry{ID: id, Position: 99, Fields: plan.NewContent(f)}
	change := plan.EntryChange{List: l, After: &e}
	if old, ok := c.Register.Entry(l, id); ok {
		change.Before = &old
	}
	c.Register = c.Register.Apply(plan.Edit{Changes: []plan.Change{change}})
	return c
}

// The same calendar has the same bytes; a moved meeting has the next sequence,
// the others keep theirs; one that is gone is cancelled once.
func TestCalendarUpdates(t *testing.T) {
	c := exampleCalendar(t)
	first := c.written(t, nil)
	c.Now = c.Now.Add(24 * time.Hour)
	if diff := cmp.Diff(string(first), string(c.written(t, first))); diff != "" {
		t.Errorf("nothing has changed but the file has:\n%s", diff)
	}
	all := c.Register.Meetings()
	m := all[len(all)-1] // no review waits for it
	e, _ := c.Register.Entry(plan.ListMeetings, m.ID)
	moved := c.with(t, plan.ListMeetings, m.ID, plan.Filled{plan.KeyBody: e.Fields.Get(plan.KeyBody), plan.KeyDate: plan.Day(m.Date.AddDays(7))})
	second := moved.written(t, first)
	before, after := linesOf(t, first), linesOf(t, second)
	for uid, line := range after {
		sequence := strings.Fields(line)[2]
		switch changed := strings.HasSuffix(uid, string(m.ID)+c.domain()); {
		case changed && sequence != "1", !changed && (sequence != "0" || before[uid] != line):
			t.Errorf("%s: %s", uid, line)
		}
	}
	gone := c
	old := e
	gone.Register = c.Register.Apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListMeetings, Before: &old}}})
	third := gone.written(t, second)
	if line := linesOf(t, third)["meeting-"+string(m.ID)+c.domain()]; !strings.Contains(line, " 2 CANCELLED ") {
		t.Errorf("a meeting that is gone: %s", line)
	}
	if line, there := linesOf(t, gone.written(t, third))["meeting-"+string(m.ID)+c.domain()]; there {
		t.Errorf("it is cancelled again: %s", line)
	}
	if line := linesOf(t, c.written(t, third))["meeting-"+string(m.ID)+c.domain()]; !strings.Contains(line, " 3 CONFIRMED ") {
		t.Errorf("a meeting that is back: %s", line)
	}
}

// Two files that lie in the same folder do not tell of the same events, and the
// calendar of one does not cancel those of the other.
func TestCalendarsOfTwoFiles(t *testing.T) {
	one, two := exampleCalendar(t), exampleCalendar(t)
	one.Register, two.Register = one.Register.From("4f1c"), two.Register.From("9b2e")
	first := one.written(t, nil)
	mine, other := linesOf(t, first), linesOf(t, two.written(t, first))
	if len(mine) != len(other) || len(mine) == 0 {
		t.Errorf("%d and %d events", len(mine), len(other))
	}
	for uid, line := range other {
		if _, both := mine[uid]; both || strings.Contains(line, "CANCELLED") {
			t.Errorf("%s: %s", uid, line)
		}
	}
	if mine["window-2026@4f1c.ledstjarna"] == "" {
		t.Error("the first has no window of the year")
	}
}

// A window that has passed is not taken back at the turn of the year.
func TestPassedWindowsStayInTheCalendar(t *testing.T) {
	c := exampleCalendar(t)
	b := c.written(t, nil)
	was := linesOf(t, b)["window-2025@ledstjarna"]
	for range 3 {
		c.Now = c.Now.AddDate(1, 0, 0)
		c.Today = plan.DateOf(c.Now)
		b = c.written(t, b)
	}
	if got := linesOf(t, b)["window-2025@ledstjarna"]; got != was || !strings.Contains(got, " 0 CONFIRMED ") {
		t.Errorf("%q has become %q", was, got)
	}
}

// What an event says of a review follows from how it stands.
func TestCalendarTellsHowAReviewStands(t *testing.T) {
	c := exampleCalendar(t)
	says := func(uid string) string {
		for _, e := range c.events() {
			if e.uid == uid+c.domain() {
				return e.description
			}
		}
		return ""
	}
	late := says("review-doc-webbpolicy-2026")
	for _, want := range []string{"Årlig översyn 2026", "Sista möjliga sammanträde 2026-10-08", "Inget möte kvar före förfallodagen"} {
		if !strings.Contains(late, want) {
			t.Errorf("it does not say %q: %q", want, late)
		}
	}
	if strings.Contains(late, "Stoppdatum") {
		t.Errorf("a stop date that has passed is told: %q", late)
	}
	c.Today = plan.NewDate(2026, 8, 1)
	if s := says("review-doc-webbpolicy-2026"); strings.Contains(s, c.Words.T("review.not-due")) || !strings.Contains(s, c.Words.T("packet.stop-date")) {
		t.Errorf("before its window it says %q", s)
	}
}

func TestClocks(t *testing.T) {
	for text, want := range map[string]string{
		"13.00–15.30": "780 930", "09:30": "570 630", "kl. 9": "540 600", "9–11": "540 660", "23.30": "1410 1439",
		"": "0 0", "eftermiddag": "0 0", "15–13": "0 0", "sal 12": "0 0", "9.00, 10.00 och 11.00": "0 0", "25.00": "0 0",
	} {
		from, to := clocks(text)
		if got := fmt.Sprint(int(from), int(to)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// Whatever lay where the calendar is written, a whole calendar comes of it.
func FuzzPreviousCalendar(f *testing.F) {
	c := exampleCalendar(f)
	f.Add(c.written(f, nil))
	f.Add([]byte("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x@ledstjarna\r\nSEQUENCE:-1\r\nX-LEDSTJARNA-DIGEST:y\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"))
	f.Add([]byte("BEGIN:VCALENDAR"))
	f.Fuzz(func(t *testing.T, previous []byte) {
		lines := linesOf(t, c.written(t, previous))
		if !strings.HasPrefix(lines["window-2026@ledstjarna"], "20260901 20261201 ") {
			t.Errorf("the window is %q", lines["window-2026@ledstjarna"])
		}
	})
}
