package review

import (
	"testing"

	"ledstjarna/internal/plan"
)

// What meets and closes the duty of a year, and when it counts.
func TestYearMetVectors(t *testing.T) {
	given := adopted(plan.Policy, "2020-03-01")
	checkVectors(t, "2024-09-01", []vector{
		{"reviewed the day before the window", then(given, reviewedOn("2024-08-31", year(2024))), []asked{
			{"2024-09-01", "2024 due 90 2024-11-30"},
		}},
		{"reviewed on the day it opens", then(given, reviewedOn("2024-09-01", year(2024))), []asked{
			{"2024-09-01", "2024 done 0 2024-11-30; 2025 not-applicable 455 2025-11-30"},
		}},
		{"reviewed on the day it closes", then(given, reviewedOn("2024-11-30", year(2024))), []asked{
			{"2024-12-01", "2024 done 0 2024-11-30; 2025 not-applicable 364 2025-11-30"},
		}},
		{"reviewed the day after", then(given, reviewedOn("2024-12-01", year(2024))), []asked{
			{"2024-12-01", "2024 done-late 1 2024-11-30; 2025 not-applicable 364 2025-11-30"},
		}},
		{"counted, 59 days before the window", then(given, tickedOn("2024-07-04", year(2024))), []asked{
			{"2024-09-01", "2024 done 0 2024-11-30; 2025 not-applicable 455 2025-11-30"},
		}},
		{"counted, 60 days before the window", then(given, tickedOn("2024-07-03", year(2024))), []asked{
			{"2024-07-03", "2024 done 0 2024-11-30; 2025 not-applicable 515 2025-11-30"},
			{"2024-09-01", "2024 done 0 2024-11-30; 2025 not-applicable 455 2025-11-30"},
		}},
		{"counted, 61 days before the window", then(given, tickedOn("2024-07-02", year(2024))), []asked{
			{"2024-09-01", "2024 due 90 2024-11-30"},
		}},
		{"60 days before the window, not counted", then(given, reviewedOn("2024-07-03", year(2024))), []asked{
			{"2024-09-01", "2024 due 90 2024-11-30"},
		}},
		{"counted without naming the year, 60 days before", then(given, tickedOn("2024-07-03", Concern{})), []asked{
			{"2024-09-01", "2024 done 0 2024-11-30; 2025 not-applicable 455 2025-11-30"},
		}},
		{"counted without naming the year, 61 days before", then(given, tickedOn("2024-07-02", Concern{})), []asked{
			{"2024-09-01", "2024 due 90 2024-11-30"},
		}},
		{"counted, but as another year's", then(given, tickedOn("2025-07-10", year(2024))), []asked{
			{"2025-09-01", "2024 done-late 222 2024-11-30; 2025 due 90 2025-11-30"},
		}},
		{"counted, but not finished", then(given, func(w *world, id plan.ID) {
			w.reviewed(id, "2024-07-10", year(2024), func(rv *Review) { rv.CountsAsYears, rv.Outcome = true, plan.CannotComplete })
		}), []asked{{"2024-09-01", "2024 due 90 2024-11-30"}}},
		{"counted 60 days before a window of its own", with(windowOf(2025, "2025-05-01", "2025-06-30"), then(given, tickedOn("2025-03-02", year(2025)))), []asked{
			{"2025-03-02", "2024 done-late 92 2024-11-30; 2025 done 0 2025-06-30; 2026 not-applicable 638 2026-11-30"},
		}},
		{"counted in the year before the window opens", with(windowOf(2025, "2025-01-10", "2025-02-28"), then(given, tickedOn("2024-11-20", year(2025)))), []asked{
			{"2024-11-20", "2024 done 0 2024-11-30; 2025 done 0 2025-02-28; 2026 not-applicable 740 2026-11-30"},
		}},
		{"revised the day before the window", then(given, revisedOn("2024-08-31")), []asked{
			{"2024-09-01", "2024 due 90 2024-11-30 recent"},
		}},
		{"revised on the day it opens", then(given, revisedOn("2024-09-01")), []asked{
			{"2024-09-01", "2024 done 0 2024-11-30; 2025 not-applicable 455 2025-11-30"},
		}},
		{"revised on the day it closes", then(given, revisedOn("2024-11-30")), []asked{
			{"2024-11-30", "2024 done 0 2024-11-30; 2025 not-applicable 365 2025-11-30"},
		}},
		{"revised the day after", then(given, revisedOn("2024-12-01")), []asked{
			{"2024-12-01", "2024 late 1 2024-11-30; 2025 not-applicable 364 2025-11-30"},
		}},
		{"edited in the window", then(given, editedOn("2024-10-01")), []asked{{"2024-10-01", "2024 due 60 2024-11-30"}}},
		{"a later year's review closes the older ones late", then(given, reviewedOn("2026-09-01", year(2026))), []asked{
			{"2026-08-31", "2024 late 639 2024-11-30; 2025 late 274 2025-11-30; 2026 upcoming 91 2026-11-30"},
			{"2026-09-01", "2024 done-late 640 2024-11-30; 2025 done-late 275 2025-11-30; 2026 done 0 2026-11-30; 2027 not-applicable 455 2027-11-30"},
		}},
		{"a later year's review closes no year that was done", then(given, reviewedOn("2024-10-01", year(2024)), reviewedOn("2026-09-01", year(2026))), []asked{
			{"2026-09-01", "2024 done 0 2024-11-30; 2025 done-late 275 2025-11-30; 2026 done 0 2026-11-30; 2027 not-applicable 455 2027-11-30"},
		}},
		{"a revised version in a later window closes the older ones late", then(given, revisedOn("2025-09-01")), []asked{
			{"2025-09-01", "2024 done-late 275 2024-11-30; 2025 done 0 2025-11-30; 2026 not-applicable 455 2026-11-30"},
		}},
		{"a later year's review that was late itself", then(given, reviewedOn("2025-12-05", year(2025))), []asked{
			{"2025-12-05", "2024 done-late 370 2024-11-30; 2025 done-late 5 2025-11-30; 2026 not-applicable 360 2026-11-30"},
		}},
		{"a later year's review that could not be finished closes none", then(given, outcomeOn("2025-09-01", year(2025), plan.CannotComplete)), []asked{
			{"2025-09-01", "2024 late 275 2024-11-30; 2025 due 90 2025-11-30"},
		}},
		{"an older year's review closes no later one", then(given, reviewedOn("2025-09-01", year(2024))), []asked{
			{"2025-09-01", "2024 done-late 275 2024-11-30; 2025 due 90 2025-11-30"},
		}},
		{"a review of a period closes no year", then(given, reviewedOn("2025-09-01", period("2023–2026"))), []asked{
			{"2025-09-01", "2024 late 275 2024-11-30; 2025 due 90 2025-11-30"},
		}},
		{"repealed the day before the window closes", then(given, repealedOn("2024-11-29")), []asked{
			{"2024-11-29", "2024 urgent 1 2024-11-30"},
			{"2024-11-30", "2024 closed 0 2024-11-30 repealed 2024-11-30"},
		}},
		{"repealed on the day it closes", then(given, repealedOn("2024-11-30")), []asked{
			{"2024-11-30", "2024 urgent 0 2024-11-30"},
			{"2024-12-01", "2024 closed 0 2024-11-30 repealed 2024-12-01"},
		}},
		{"repealed the day after", then(given, repealedOn("2024-12-01")), []asked{
			{"2024-12-01", "2024 late 1 2024-11-30"},
			{"2024-12-02", "2024 closed 0 2024-11-30 repealed 2024-12-02"},
		}},
		{"repealed the day before the window opens", then(given, repealedOn("2024-08-31")), []asked{{"2024-09-01", ""}}},
		{"repealed on the day it opens", then(given, repealedOn("2024-09-01")), []asked{
			{"2024-09-01", "2024 due 90 2024-11-30"},
			{"2024-09-02", "2024 closed 0 2024-11-30 repealed 2024-09-02"},
		}},
		{"superseded from the day the window opens", then(given, supersededFrom("2024-09-01")), []asked{{"2024-09-01", ""}, {"2025-09-01", ""}}},
		{"superseded from the day after", then(given, supersededFrom("2024-09-02")), []asked{
			{"2024-09-01", "2024 due 90 2024-11-30"},
			{"2024-09-02", "2024 closed 0 2024-11-30 superseded 2024-09-02"},
		}},
		{"an assignment's plan reviewed before the assignment ended", then(onAssignment("2024-01-01", "2024-10-31", "2024-01-10"), reviewedOn("2024-10-31", year(2024))), []asked{
			{"2025-09-01", "2024 done 0 2024-11-30"},
		}},
		{"an assignment's plan reviewed the day after", then(onAssignment("2024-01-01", "2024-10-31", "2024-01-10"), reviewedOn("2024-11-01", year(2024))), []asked{
			{"2025-09-01", "2024 closed 0 2024-11-30 assignment-ended 2024-11-01"},
		}},
	})
}

// "Bevaka översyn från" keeps what was due before it out, whatever it was.
func TestWatchedVectors(t *testing.T) {
	given := adopted(plan.Policy, "2022-03-01")
	for _, x := range []struct{ watch, want string }{
		{"2024-11-29", "2024 late 367 2024-11-30; 2025 late 2 2025-11-30; 2026 not-applicable 363 2026-11-30"},
		{"2024-11-30", "2024 late 367 2024-11-30; 2025 late 2 2025-11-30; 2026 not-applicable 363 2026-11-30"},
		{"2024-12-01", "2025 late 2 2025-11-30; 2026 not-applicable 363 2026-11-30"},
		{"2027-01-01", "2027 not-applicable 728 2027-11-30"},
		{"2031-12-01", "2032 not-applicable 2555 2032-11-30"}, // the first one that is watched
	} {
		checkVectors(t, x.watch, []vector{{"from " + x.watch, given, []asked{{"2025-12-02", x.want}}}})
	}
	strategy := adopted(plan.Strategy, "2008-03-01")
	for _, x := range []struct{ watch, want string }{
		{"2010-12-30", "2007–2010 late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
		{"2010-12-31", "2007–2010 late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
		{"2011-01-01", "2011–2014 not-applicable 1460 2014-12-31"},
	} {
		checkVectors(t, x.watch, []vector{{"from " + x.watch, strategy, []asked{{"2011-01-01", x.want}}}})
	}
}
