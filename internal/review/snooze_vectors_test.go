package review

import (
	"testing"

	"ledstjarna/internal/plan"
)

// snoozedOn postpones the prompt on the day, at the level.
func snoozedOn(day, until string, level State, c Concern) func(*world, plan.ID) {
	return func(w *world, doc plan.ID) {
		f := c.fields()
		f[plan.KeyDate], f[plan.KeyUntil], f[plan.KeyLevel] = of(w, day), of(w, until), plan.Text(string(level))
		w.apply(plan.Edit{Events: []plan.Event{{ID: plan.ID("snooze " + day), Kind: plan.EventSnooze, At: noon, Document: doc, Fields: plan.NewContent(f)}}}, nil)
	}
}

func meetingOn(date, stop string) func(*world, plan.ID) {
	return func(w *world, _ plan.ID) { w.meeting(date, stop) }
}

// A snooze postpones the prompt of its own duty, up to its day and never past
// the next level.
func TestSnoozeVectors(t *testing.T) {
	given := adopted(plan.Policy, "2020-03-01")
	checkVectors(t, "2025-09-01", []vector{
		{"up to its day", then(given, snoozedOn("2025-09-10", "2025-09-24", Due, year(2025))), []asked{
			{"2025-09-09", "2025 due 82 2025-11-30"},
			{"2025-09-10", "2025 due 81 2025-11-30 snoozed to 2025-09-24"},
			{"2025-09-23", "2025 due 68 2025-11-30 snoozed to 2025-09-24"},
			{"2025-09-24", "2025 due 67 2025-11-30"},
			{"2025-09-25", "2025 due 66 2025-11-30"},
		}},
		{"never past the next level", then(given, snoozedOn("2025-11-05", "2025-11-15", Due, year(2025))), []asked{
			{"2025-11-08", "2025 due 22 2025-11-30 snoozed to 2025-11-15"},
			{"2025-11-09", "2025 urgent 21 2025-11-30"},
			{"2025-11-14", "2025 urgent 16 2025-11-30"},
		}},
		{"never past the due date", then(given, snoozedOn("2025-11-25", "2025-12-05", Urgent, year(2025))), []asked{
			{"2025-11-30", "2025 urgent 0 2025-11-30 snoozed to 2025-12-05"},
			{"2025-12-01", "2025 late 1 2025-11-30; 2026 not-applicable 364 2026-11-30"},
		}},
		{"the latest of two", then(given, snoozedOn("2025-09-10", "2025-09-20", Due, year(2025)), snoozedOn("2025-09-12", "2025-09-26", Due, year(2025))), []asked{
			{"2025-09-11", "2025 due 80 2025-11-30 snoozed to 2025-09-20"},
			{"2025-09-12", "2025 due 79 2025-11-30 snoozed to 2025-09-26"},
			{"2025-09-25", "2025 due 66 2025-11-30 snoozed to 2025-09-26"},
		}},
		{"of another year", then(given, snoozedOn("2025-09-10", "2025-09-24", Due, year(2026))), []asked{{"2025-09-11", "2025 due 80 2025-11-30"}}},
		{"of nothing", then(given, snoozedOn("2025-09-10", "2025-09-24", Due, Concern{})), []asked{{"2025-09-11", "2025 due 80 2025-11-30"}}},
		{"of the year beside a need", then(given, needOn("law", "2025-09-05"), snoozedOn("2025-09-10", "2025-09-24", Due, year(2025))), []asked{
			{"2025-09-11", "2025 due 80 2025-11-30 snoozed to 2025-09-24; law due 6"},
		}},
		{"of the need beside a year", then(given, needOn("law", "2025-09-05"), snoozedOn("2025-09-10", "2025-09-24", Due, need("law"))), []asked{
			{"2025-09-11", "2025 due 80 2025-11-30; law due 6 snoozed to 2025-09-24"},
			{"2025-09-24", "2025 due 67 2025-11-30; law due 19"},
		}},
		{"of a need that was corrected since", then(given, needOn("law", "2025-09-05"), snoozedOn("2025-09-10", "2025-09-24", Due, need("law")), correctedBy(plan.EventNeed, "law", plan.Filled{
			plan.KeyReason: plan.Text("språklag"), plan.KeyDate: plan.Day(plan.NewDate(2025, 9, 5)),
		})), []asked{{"2025-09-11", "2025 due 80 2025-11-30; språklag due 6 snoozed to 2025-09-24"}}},
		{"reviewed, nothing is left of it", then(given, snoozedOn("2025-09-10", "2025-09-24", Due, year(2025)), reviewedOn("2025-09-15", year(2025))), []asked{
			{"2025-09-15", "2025 done 0 2025-11-30; 2026 not-applicable 441 2026-11-30"},
		}},
		{"annulled", then(given, snoozedOn("2025-09-10", "2025-09-24", Due, year(2025)), correctedBy(plan.EventSnooze, "snooze 2025-09-10", nil)), []asked{
			{"2025-09-11", "2025 due 80 2025-11-30"},
		}},
		{"a meeting makes the duty urgent before the snooze is over", then(given, snoozedOn("2025-09-15", "2025-09-29", Due, year(2025)), meetingOn("2025-10-20", "")), []asked{
			{"2025-09-21", "2025 due 70 2025-11-30 snoozed to 2025-09-29"},
			{"2025-09-22", "2025 urgent 69 2025-11-30"},
		}},
		{"a meeting makes it urgent from before the snooze was made", then(given, snoozedOn("2025-09-24", "2025-10-08", Due, year(2025)), meetingOn("2025-10-20", "")), []asked{
			{"2025-09-24", "2025 urgent 67 2025-11-30"},
			{"2025-10-07", "2025 urgent 54 2025-11-30"},
		}},
		{"postponed when the meeting had made it urgent", then(given, meetingOn("2025-10-20", ""), snoozedOn("2025-09-24", "2025-10-08", Urgent, year(2025))), []asked{
			{"2025-10-07", "2025 urgent 54 2025-11-30 snoozed to 2025-10-08"},
			{"2025-10-08", "2025 urgent 53 2025-11-30"},
		}},
		{"the meeting that made it urgent is cancelled", then(given, snoozedOn("2025-09-24", "2025-10-08", Urgent, year(2025))), []asked{
			{"2025-09-24", "2025 due 67 2025-11-30"},
		}},
		{"a record from before the level was kept", then(given, snoozedOn("2025-09-10", "2025-09-24", "", year(2025))), []asked{
			{"2025-09-11", "2025 due 80 2025-11-30 snoozed to 2025-09-24"},
		}},
		{"of a period", then(adopted(plan.Strategy, "2024-03-01"), snoozedOn("2026-07-01", "2026-07-15", Due, period("2023–2026"))), []asked{
			{"2026-07-14", "2023–2026 due 170 2026-12-31 snoozed to 2026-07-15"},
			{"2026-07-15", "2023–2026 due 169 2026-12-31"},
		}},
	})
}

// The last possible meeting: of the body that adopted the document, in time, and
// urgent fourteen days before its papers are due, never before it is time.
func TestMeetingVectors(t *testing.T) {
	given := adopted(plan.Policy, "2020-03-01")
	period := adopted(plan.PeriodPlan, "2024-03-01")
	of := func(id plan.ID, body plan.ID, date string) func(*world, plan.ID) {
		return func(w *world, _ plan.ID) {
			w.entry(plan.ListMeetings, id, plan.Filled{plan.KeyBody: plan.Text(string(body)), plan.KeyDate: plan.Day(w.day(date))})
		}
	}
	checkVectors(t, "2025-09-01", []vector{
		{"fourteen days before the stop date", then(given, meetingOn("2025-11-14", "2025-11-03")), []asked{
			{"2025-10-19", "2025 due 42 2025-11-30"},
			{"2025-10-20", "2025 urgent 41 2025-11-30"},
			{"2025-10-21", "2025 urgent 40 2025-11-30"},
		}},
		{"a stop date fourteen days before the meeting, where none is said", then(given, meetingOn("2025-11-14", "")), []asked{
			{"2025-10-16", "2025 due 45 2025-11-30"},
			{"2025-10-17", "2025 urgent 44 2025-11-30"},
		}},
		{"never before it is due", then(given, meetingOn("2025-09-20", "")), []asked{
			{"2025-08-31", "2025 upcoming 91 2025-11-30"},
			{"2025-09-01", "2025 urgent 90 2025-11-30"},
		}},
		{"never later than without a meeting", then(given, meetingOn("2025-11-30", "2025-11-29")), []asked{
			{"2025-11-08", "2025 due 22 2025-11-30"},
			{"2025-11-09", "2025 urgent 21 2025-11-30"},
		}},
		{"the last of several", then(given, meetingOn("2025-09-20", ""), meetingOn("2025-11-14", ""), meetingOn("2025-10-10", "")), []asked{
			{"2025-10-16", "2025 due 45 2025-11-30"},
			{"2025-10-17", "2025 urgent 44 2025-11-30"},
		}},
		{"one on the last day counts", then(given, meetingOn("2025-10-20", ""), meetingOn("2025-11-30", "2025-11-16")), []asked{
			{"2025-11-01", "2025 due 29 2025-11-30"},
			{"2025-11-02", "2025 urgent 28 2025-11-30"},
		}},
		{"one the day after does not", then(given, meetingOn("2025-10-20", ""), meetingOn("2025-12-01", "2025-09-20")), []asked{
			{"2025-09-21", "2025 due 70 2025-11-30"},
			{"2025-09-22", "2025 urgent 69 2025-11-30"},
		}},
		{"of another body", then(given, of("other", "committee", "2025-10-01")), []asked{
			{"2025-11-08", "2025 due 22 2025-11-30"},
			{"2025-11-09", "2025 urgent 21 2025-11-30"},
		}},
		{"one before the window, of a calendar that goes no further", then(given, meetingOn("2025-08-31", "")), []asked{
			{"2025-11-08", "2025 due 22 2025-11-30"},
			{"2025-11-09", "2025 urgent 21 2025-11-30"},
		}},
		{"of a period, 14 days before the stop date", then(period, meetingOn("2026-10-20", "2026-10-01")), []asked{
			{"2026-09-16", "2023–2026 due 106 2026-12-31"},
			{"2026-09-17", "2023–2026 urgent 105 2026-12-31"},
		}},
		{"of a period, never before it is due", then(period, meetingOn("2026-07-10", "2026-06-20")), []asked{
			{"2026-06-29", "2023–2026 upcoming 185 2026-12-31"},
			{"2026-06-30", "2023–2026 urgent 184 2026-12-31"},
		}},
		{"a met duty has no last meeting to wait for", then(period, meetingOn("2026-07-10", "2026-06-20"), reviewedOn("2026-07-01", Concern{Period: "2023–2026"})), []asked{
			{"2026-07-01", "2023–2026 done 0 2026-12-31"},
		}},
	})
}
