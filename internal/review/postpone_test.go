package review

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"ledstjarna/internal/plan"
)

// unplanned is a policy that owes the years 2024, late, and 2025, due in
// September, with a need of March 2025.
func unplanned(w *world) plan.ID {
	return then(adopted(plan.Policy, "2020-03-01"), needOn("law", "2025-03-10"))(w)
}

func TestRecordSnooze(t *testing.T) {
	reviewed := then(unplanned, reviewedOn("2024-10-01", year(2024)))
	stop := meetingOn("2025-10-20", "") // stop date 6 October, urgent from 22 September
	for _, tc := range []struct {
		name    string
		given   func(*world) plan.ID
		on      string
		concern Concern
		until   string
		err     error
		last    string // that a refusal names
	}{
		{"13 days", reviewed, "2025-09-10", year(2025), "2025-09-23", nil, ""},
		{"14 days", reviewed, "2025-09-10", year(2025), "2025-09-24", nil, ""},
		{"15 days", reviewed, "2025-09-10", year(2025), "2025-09-25", ErrSnoozeLong, "2025-09-24"},
		{"to tomorrow", reviewed, "2025-09-10", year(2025), "2025-09-11", nil, ""},
		{"to today", reviewed, "2025-09-10", year(2025), "2025-09-10", ErrSnoozeLong, "2025-09-24"},
		{"to yesterday", reviewed, "2025-09-10", year(2025), "2025-09-09", ErrSnoozeLong, "2025-09-24"},
		{"to no day", reviewed, "2025-09-10", year(2025), "", ErrSnoozeLong, "2025-09-24"},
		{"to the day before the next level", reviewed, "2025-11-01", year(2025), "2025-11-08", nil, ""},
		{"to the first day of the next level", reviewed, "2025-11-01", year(2025), "2025-11-09", nil, ""},
		{"to the day after", reviewed, "2025-11-01", year(2025), "2025-11-10", ErrSnoozeLong, "2025-11-09"},
		{"to the first day of the next level, which a meeting moved", then(reviewed, stop), "2025-09-15", year(2025), "2025-09-22", nil, ""},
		{"to the day after that", then(reviewed, stop), "2025-09-15", year(2025), "2025-09-23", ErrSnoozeLong, "2025-09-22"},
		{"urgent, to the day after the last", reviewed, "2025-11-25", year(2025), "2025-12-01", nil, ""},
		{"urgent, to the day after that", reviewed, "2025-11-25", year(2025), "2025-12-02", ErrSnoozeLong, "2025-12-01"},
		{"on the last day", reviewed, "2025-11-30", year(2025), "2025-12-01", nil, ""},
		{"what is late", unplanned, "2025-09-10", year(2024), "2025-09-11", ErrSnoozeLate, ""},
		{"what is late, by itself", unplanned, "2025-09-10", Concern{}, "2025-09-11", ErrSnoozeLate, ""},
		{"what is late and planned", then(unplanned, deviatedOn("2025-01-10", "2025-12-31", year(2024))), "2025-09-10", year(2024), "2025-09-11", ErrSnoozeLate, ""},
		{"what is due beside what is late", unplanned, "2025-09-10", year(2025), "2025-09-11", nil, ""},
		{"what is near, the day before it is due", reviewed, "2025-08-31", year(2025), "2025-09-01", ErrNothingDue, ""},
		{"what is due, on its first day", reviewed, "2025-09-01", year(2025), "2025-09-02", nil, ""},
		{"what was done", reviewed, "2025-09-10", year(2024), "2025-09-11", ErrNothingDue, ""},
		{"a need, 14 days", reviewed, "2025-09-10", need("law"), "2025-09-24", nil, ""},
		{"a need, 15 days", reviewed, "2025-09-10", need("law"), "2025-09-25", ErrSnoozeLong, "2025-09-24"},
		{"a need by itself, where nothing scheduled presses", reviewed, "2025-05-01", Concern{}, "2025-05-02", nil, ""},
		{"another year", reviewed, "2025-09-10", year(2031), "2025-09-11", ErrConcern, ""},
		{"another need", reviewed, "2025-09-10", need("x"), "2025-09-11", ErrConcern, ""},
		{"a document that owes nothing", adopted(plan.Statutes, "2020-03-01"), "2025-09-10", Concern{}, "2025-09-11", ErrNothingDue, ""},
		{"a draft", func(w *world) plan.ID { return w.draft(plan.Policy, nil) }, "2025-09-10", Concern{}, "2025-09-11", ErrNothingDue, ""},
		{"no document", func(*world) plan.ID { return "x" }, "2025-09-10", Concern{}, "2025-09-11", plan.ErrDocument, ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld(t, "2024-09-01")
			s := Snooze{Document: tc.given(w), Concern: tc.concern, Until: w.day(tc.until), Officer: " Webbredaktör "}
			before := Of(w.r, s.Document, w.day(tc.on))
			e, err := RecordSnooze(w.r, s, "Sekreteraren", w.on(tc.on))
			if !errors.Is(err, tc.err) || (err == nil) != (tc.err == nil) {
				t.Fatalf("got %v, want %v", err, tc.err)
			}
			var long *SnoozeError
			if errors.As(err, &long) && long.Last != w.day(tc.last) {
				t.Errorf("the last day is %s, want %s", long.Last, tc.last)
			}
			if err != nil {
				if !e.IsEmpty() {
					t.Error("a refusal leaves something to do")
				}
				return
			}
			w.apply(e, nil)
			w.checkSnoozed(before, s, tc.on, e.Events[0])
		})
	}
}

// checkSnoozed looks at what the snooze stored and that it changed the one duty.
func (w *world) checkSnoozed(before []Duty, s Snooze, on string, e plan.Event) {
	w.Helper()
	if e.Kind != plan.EventSnooze || e.By != "Sekreteraren" || e.Fields.Text(plan.KeyOfficer) != "Webbredaktör" || e.Fields.Get(plan.KeyDate).Date() != w.day(on) {
		w.Errorf("it is stored as %+v", e)
	}
	concern, n := concernOf(e.Fields), 0
	for i, d := range Of(w.r, s.Document, w.day(on)) {
		if d.Snoozed == s.Until && d.Concern == concern {
			n, d.Snoozed = n+1, plan.Date{}
		}
		if !cmp.Equal(d, before[i]) {
			w.Errorf("it changed %+v", d)
		}
	}
	if n != 1 {
		w.Errorf("%d duties are postponed to %s", n, s.Until)
	}
}

func TestRecordDeviation(t *testing.T) {
	all := Postponement{Reason: " valår ", DecidedBy: " Styrelsen ", Concern: year(2025)}
	for _, tc := range []struct {
		name           string
		change         func(*Postponement)
		on             string
		decided, until string
		err            error
		about          Concern
	}{
		{"late", nil, "2026-01-10", "2026-01-08", "2026-03-01", nil, year(2025)},
		{"before the due date", nil, "2025-11-20", "2025-11-20", "2025-12-01", nil, year(2025)},
		{"when it was only near", nil, "2025-08-02", "2025-08-02", "2025-12-01", nil, year(2025)},
		{"when it was far off", nil, "2025-08-01", "2025-08-01", "2025-12-01", ErrNothingDue, Concern{}},
		{"planned for the day before the due date", nil, "2025-11-20", "2025-11-20", "2025-11-29", ErrOrder, Concern{}},
		{"planned for the due date", nil, "2025-11-20", "2025-11-20", "2025-11-30", ErrOrder, Concern{}},
		{"planned for the day of the decision", nil, "2026-01-10", "2026-01-08", "2026-01-08", nil, year(2025)},
		{"planned for the day before the decision", nil, "2026-01-10", "2026-01-08", "2026-01-07", ErrOrder, Concern{}},
		{"decided today", nil, "2026-01-10", "2026-01-10", "2026-03-01", nil, year(2025)},
		{"decided tomorrow", nil, "2026-01-10", "2026-01-11", "2026-03-01", ErrFuture, Concern{}},
		{"of the oldest that is open, by itself", func(p *Postponement) { p.Concern = Concern{} }, "2026-01-10", "2026-01-10", "2026-03-01", nil, year(2024)},
		{"of one that is done", func(p *Postponement) { p.Concern = year(2023) }, "2026-01-10", "2026-01-10", "2026-03-01", ErrNothingDue, Concern{}},
		{"of one that is to come", func(p *Postponement) { p.Concern = year(2026) }, "2026-01-10", "2026-01-10", "2026-12-01", ErrNothingDue, Concern{}},
		{"of a need", func(p *Postponement) { p.Concern = need("law") }, "2026-01-10", "2026-01-10", "2026-03-01", ErrNothingDue, Concern{}},
		{"of another year", func(p *Postponement) { p.Concern = year(2031) }, "2026-01-10", "2026-01-10", "2026-03-01", ErrConcern, Concern{}},
		{"of a period", func(p *Postponement) { p.Concern = period("2023–2026") }, "2026-01-10", "2026-01-10", "2026-03-01", ErrConcern, Concern{}},
		{"of no document", func(p *Postponement) { p.Document = "x" }, "2026-01-10", "2026-01-10", "2026-03-01", plan.ErrDocument, Concern{}},
		{"for no reason", func(p *Postponement) { p.Reason = "  " }, "2026-01-10", "2026-01-10", "2026-03-01", plan.ErrIncomplete, Concern{}},
		{"decided by nobody", func(p *Postponement) { p.DecidedBy = "" }, "2026-01-10", "2026-01-10", "2026-03-01", plan.ErrIncomplete, Concern{}},
		{"decided on no day", nil, "2026-01-10", "", "2026-03-01", plan.ErrIncomplete, Concern{}},
		{"planned for no day", nil, "2026-01-10", "2026-01-10", "", plan.ErrIncomplete, Concern{}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld(t, "2023-09-01")
			p := all
			p.Document = then(unplanned, reviewedOn("2023-10-01", year(2023)))(w)
			p.Date, p.Until = w.day(tc.decided), w.day(tc.until)
			if tc.change != nil {
				tc.change(&p)
			}
			e, err := RecordDeviation(w.r, p, "Sekreteraren", w.on(tc.on))
			if !errors.Is(err, tc.err) || (err == nil) != (tc.err == nil) || err != nil && !e.IsEmpty() {
				t.Fatalf("got %v, want %v", err, tc.err)
			}
			if err != nil {
				return
			}
			w.apply(e, nil)
			f := e.Events[0].Fields
			if concernOf(f) != tc.about || f.Text(plan.KeyReason) != "valår" || f.Text(plan.KeyDecidedBy) != "Styrelsen" || e.Events[0].By != "Sekreteraren" {
				t.Errorf("it is stored as %+v", e.Events[0])
			}
			for _, d := range Of(w.r, p.Document, p.Until) {
				if planned := d.Planned == p.Until && d.State == Deviation; planned != (d.Concern == tc.about) {
					t.Errorf("on the planned day %s", told([]Duty{d}))
				}
			}
		})
	}
}

func TestRecordDeviationNamesWhatItLacks(t *testing.T) {
	w := newWorld(t, "2023-09-01")
	_, err := RecordDeviation(w.r, Postponement{Document: unplanned(w)}, "S", w.on("2026-01-10"))
	var m *MissingError
	if !errors.As(err, &m) {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]plan.Key{plan.KeyReason, plan.KeyDecidedBy, plan.KeyDecisionDate, plan.KeyUntil}, m.Keys); diff != "" {
		t.Error(diff)
	}
}

func TestRecordNeed(t *testing.T) {
	for _, tc := range []struct {
		name   string
		given  func(*world) plan.ID
		reason string
		day    string
		err    error
	}{
		{"today", adopted(plan.Statutes, "2020-03-01"), "ny lag", "2025-05-01", nil},
		{"some time ago", adopted(plan.Policy, "2020-03-01"), "ny lag", "2025-04-01", nil},
		{"tomorrow", adopted(plan.Policy, "2020-03-01"), "ny lag", "2025-05-02", ErrFuture},
		{"on the first day in force", adopted(plan.Policy, "2020-03-01"), "ny lag", "2020-03-01", nil},
		{"the day before", adopted(plan.Policy, "2020-03-01"), "ny lag", "2020-02-29", ErrNotInForce},
		{"of a draft", func(w *world) plan.ID { return w.draft(plan.Policy, nil) }, "ny lag", "2025-05-01", ErrNotInForce},
		{"on the last day of its validity", until(plan.Policy, "2020-03-01", "2025-04-30"), "ny lag", "2025-04-30", nil},
		{"the day after", until(plan.Policy, "2020-03-01", "2025-04-30"), "ny lag", "2025-05-01", ErrNotInForce},
		{"on the day of the repeal", then(adopted(plan.Policy, "2020-03-01"), repealedOn("2025-04-30")), "ny lag", "2025-04-30", nil},
		{"the day after the repeal", then(adopted(plan.Policy, "2020-03-01"), repealedOn("2025-04-30")), "ny lag", "2025-05-01", ErrNotInForce},
		{"on the assignment's last day", onAssignment("2024-01-01", "2025-04-30", "2024-01-10"), "ny lag", "2025-04-30", nil},
		{"the day after the assignment", onAssignment("2024-01-01", "2025-04-30", "2024-01-10"), "ny lag", "2025-05-01", ErrNotInForce},
		{"of an assignment without an end", onAssignment("2024-01-01", "", "2024-01-10"), "ny lag", "2025-05-01", nil},
		{"without a reason", adopted(plan.Policy, "2020-03-01"), " ", "2025-05-01", plan.ErrIncomplete},
		{"without a day", adopted(plan.Policy, "2020-03-01"), "ny lag", "", plan.ErrIncomplete},
		{"of no document", func(*world) plan.ID { return "x" }, "ny lag", "2025-05-01", plan.ErrDocument},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld(t, "")
			n := Need{Document: tc.given(w), Reason: tc.reason, Officer: " Chefen ", Date: w.day(tc.day)}
			e, err := RecordNeed(w.r, n, "Sekreteraren", w.on("2025-05-01"))
			if !errors.Is(err, tc.err) || (err == nil) != (tc.err == nil) || err != nil && !e.IsEmpty() {
				t.Fatalf("got %v, want %v", err, tc.err)
			}
			if err != nil {
				return
			}
			w.apply(e, nil)
			ds := Of(w.r, n.Document, n.Date)
			d := ds[len(ds)-1]
			if d.Rule != plan.R3 || d.State != Due || d.Days != 0 || d.Label != "ny lag" || d.Concern.Need != e.Events[0].ID || e.Events[0].Fields.Text(plan.KeyOfficer) != "Chefen" {
				t.Errorf("on its day it is %+v", d)
			}
		})
	}
}
