package review

import (
	"testing"

	"ledstjarna/internal/plan"
)

// deviatedOn registers the decision, made on the day, to review by a later one.
func deviatedOn(day, until string, c Concern) func(*world, plan.ID) {
	return func(w *world, doc plan.ID) {
		f := c.fields()
		f[plan.KeyReason], f[plan.KeyDecidedBy] = plan.Text("valår"), plan.Text("Styrelsen")
		f[plan.KeyDecisionDate], f[plan.KeyUntil] = of(w, day), of(w, until)
		w.apply(plan.Edit{Events: []plan.Event{{ID: plan.ID("deviation " + day), Kind: plan.EventDeviation, At: noon, Document: doc, Fields: plan.NewContent(f)}}}, nil)
	}
}

// Avvikelse: past the due date, as long as the planned day has not passed. Days
// are counted from the due date.
func TestDeviationVectors(t *testing.T) {
	given := adopted(plan.Policy, "2020-03-01")
	checkVectors(t, "2025-09-01", []vector{
		{"decided before the due date, it takes effect after", then(given, deviatedOn("2025-11-20", "2026-01-15", year(2025))), []asked{
			{"2025-11-20", "2025 urgent 10 2025-11-30"},
			{"2025-11-30", "2025 urgent 0 2025-11-30"},
			{"2025-12-01", "2025 deviation 1 2025-11-30 planned 2026-01-15; 2026 not-applicable 364 2026-11-30"},
			{"2026-01-14", "2025 deviation 45 2025-11-30 planned 2026-01-15; 2026 not-applicable 320 2026-11-30"},
			{"2026-01-15", "2025 deviation 46 2025-11-30 planned 2026-01-15; 2026 not-applicable 319 2026-11-30"},
			{"2026-01-16", "2025 late 47 2025-11-30; 2026 not-applicable 318 2026-11-30"},
		}},
		{"decided on the due date", then(given, deviatedOn("2025-11-30", "2026-01-15", year(2025))), []asked{
			{"2025-11-30", "2025 urgent 0 2025-11-30"},
			{"2025-12-01", "2025 deviation 1 2025-11-30 planned 2026-01-15; 2026 not-applicable 364 2026-11-30"},
		}},
		{"decided the day after", then(given, deviatedOn("2025-12-02", "2026-01-15", year(2025))), []asked{
			{"2025-12-01", "2025 late 1 2025-11-30; 2026 not-applicable 364 2026-11-30"},
			{"2025-12-02", "2025 deviation 2 2025-11-30 planned 2026-01-15; 2026 not-applicable 363 2026-11-30"},
		}},
		{"planned for the day after the due date", then(given, deviatedOn("2025-11-20", "2025-12-01", year(2025))), []asked{
			{"2025-12-01", "2025 deviation 1 2025-11-30 planned 2025-12-01; 2026 not-applicable 364 2026-11-30"},
			{"2025-12-02", "2025 late 2 2025-11-30; 2026 not-applicable 363 2026-11-30"},
		}},
		{"planned for the due date", then(given, deviatedOn("2025-11-20", "2025-11-30", year(2025))), []asked{
			{"2025-12-01", "2025 late 1 2025-11-30; 2026 not-applicable 364 2026-11-30"},
		}},
		{"a second one, further on", then(given, deviatedOn("2025-11-20", "2026-01-15", year(2025)), deviatedOn("2026-01-20", "2026-03-01", year(2025))), []asked{
			{"2026-01-19", "2025 late 50 2025-11-30; 2026 not-applicable 315 2026-11-30"},
			{"2026-01-20", "2025 deviation 51 2025-11-30 planned 2026-03-01; 2026 not-applicable 314 2026-11-30"},
			{"2026-03-02", "2025 late 92 2025-11-30; 2026 not-applicable 273 2026-11-30"},
		}},
		{"it is about its own duty only", then(given, deviatedOn("2026-12-05", "2027-02-01", year(2025))), []asked{
			{"2026-12-05", "2025 deviation 370 2025-11-30 planned 2027-02-01; 2026 late 5 2026-11-30; 2027 not-applicable 360 2027-11-30"},
		}},
		{"one that names no duty is about those that were near or late", then(given, deviatedOn("2026-12-05", "2027-02-01", Concern{})), []asked{
			{"2026-12-05", "2025 deviation 370 2025-11-30 planned 2027-02-01; 2026 deviation 5 2026-11-30 planned 2027-02-01; 2027 not-applicable 360 2027-11-30"},
		}},
		{"one that names no duty, made on the first day that the year was near", then(given, deviatedOn("2025-08-02", "2026-01-15", Concern{})), []asked{
			{"2025-12-01", "2025 deviation 1 2025-11-30 planned 2026-01-15; 2026 not-applicable 364 2026-11-30"},
		}},
		{"one that names no duty, made the day before", then(given, deviatedOn("2025-08-01", "2026-01-15", Concern{})), []asked{
			{"2025-12-01", "2025 late 1 2025-11-30; 2026 not-applicable 364 2026-11-30"},
		}},
		{"reviewed by the planned day, it is done late", then(given, deviatedOn("2025-11-20", "2026-01-15", year(2025)), reviewedOn("2026-01-15", year(2025))), []asked{
			{"2026-01-14", "2025 deviation 45 2025-11-30 planned 2026-01-15; 2026 not-applicable 320 2026-11-30"},
			{"2026-01-15", "2025 done-late 46 2025-11-30; 2026 not-applicable 319 2026-11-30"},
		}},
		{"repealed, it is closed", then(given, deviatedOn("2025-11-20", "2026-01-15", year(2025)), repealedOn("2025-12-31")), []asked{
			{"2025-12-31", "2025 deviation 31 2025-11-30 planned 2026-01-15"},
			{"2026-01-01", "2025 closed 0 2025-11-30 repealed 2026-01-01"},
		}},
		{"annulled", then(given, deviatedOn("2025-11-20", "2026-01-15", year(2025)), correctedBy(plan.EventDeviation, "deviation 2025-11-20", nil)), []asked{
			{"2025-12-01", "2025 late 1 2025-11-30; 2026 not-applicable 364 2026-11-30"},
		}},
		{"corrected to another year", then(given, deviatedOn("2025-11-20", "2026-01-15", year(2025)), correctedBy(plan.EventDeviation, "deviation 2025-11-20", plan.Filled{
			plan.KeyConcernsYear: plan.Num(plan.Int(2026)), plan.KeyDecisionDate: plan.Day(plan.NewDate(2025, 11, 20)), plan.KeyUntil: plan.Day(plan.NewDate(2027, 1, 15)),
		})), []asked{
			{"2025-12-01", "2025 late 1 2025-11-30; 2026 not-applicable 364 2026-11-30"},
			{"2026-12-01", "2025 late 366 2025-11-30; 2026 deviation 1 2026-11-30 planned 2027-01-15; 2027 not-applicable 364 2027-11-30"},
		}},
		{"of a period", then(adopted(plan.Strategy, "2024-03-01"), deviatedOn("2026-12-10", "2027-02-28", period("2023–2026"))), []asked{
			{"2026-12-31", "2023–2026 urgent 0 2026-12-31"},
			{"2027-01-01", "2023–2026 deviation 1 2026-12-31 planned 2027-02-28"},
			{"2027-03-01", "2023–2026 late 60 2026-12-31"},
		}},
	})
}

// A corrected review counts as it says now, and an annulled one not at all.
func TestCorrectedReviewVectors(t *testing.T) {
	given := then(adopted(plan.Policy, "2020-03-01"), func(w *world, doc plan.ID) {
		rv := Review{Trigger: ForYear, Concern: year(2025), Reviewer: "Chefen", Outcome: plan.NoChange, Completed: w.day("2025-10-01")}
		w.apply(plan.Edit{Events: []plan.Event{{ID: "review", Kind: plan.EventReview, At: noon, Document: doc, Fields: rv.fields()}}}, nil)
	})
	corrected := func(change func(*Review)) func(*world, plan.ID) {
		return func(w *world, doc plan.ID) {
			rv := Review{Trigger: ForYear, Concern: year(2025), Reviewer: "Chefen", Outcome: plan.NoChange, Completed: w.day("2025-10-01")}
			change(&rv)
			w.apply(plan.Edit{Events: []plan.Event{{ID: "again", Kind: plan.EventReview, At: noon, Document: doc, Corrects: "review", Fields: rv.fields()}}}, nil)
		}
	}
	checkVectors(t, "2025-09-01", []vector{
		{"as it was", given, []asked{{"2025-12-10", "2025 done 0 2025-11-30; 2026 not-applicable 355 2026-11-30"}}},
		{"to a day after the window", then(given, corrected(func(rv *Review) { rv.Completed = plan.NewDate(2025, 12, 8) })), []asked{
			{"2025-12-10", "2025 done-late 8 2025-11-30; 2026 not-applicable 355 2026-11-30"},
		}},
		{"to a day before the window", then(given, corrected(func(rv *Review) { rv.Completed = plan.NewDate(2025, 8, 31) })), []asked{
			{"2025-12-10", "2025 late 10 2025-11-30; 2026 not-applicable 355 2026-11-30"},
		}},
		{"to another year", then(given, corrected(func(rv *Review) { rv.Concern = year(2024) })), []asked{
			{"2025-12-10", "2025 late 10 2025-11-30; 2026 not-applicable 355 2026-11-30"},
		}},
		{"to one that could not be finished", then(given, corrected(func(rv *Review) { rv.Outcome = plan.CannotComplete })), []asked{
			{"2025-11-10", "2025 urgent 20 2025-11-30"},
		}},
		{"annulled", then(given, correctedBy(plan.EventReview, "review", nil)), []asked{{"2025-11-10", "2025 urgent 20 2025-11-30"}}},
		{"annulled, and the annulment corrected", then(given, correctedBy(plan.EventReview, "review", nil), func(w *world, doc plan.ID) {
			rv := Review{Trigger: ForYear, Concern: year(2025), Reviewer: "Chefen", Outcome: plan.NoChange, Completed: w.day("2025-10-01")}
			w.apply(plan.Edit{Events: []plan.Event{{ID: "third", Kind: plan.EventReview, At: noon, Document: doc, Corrects: "review'", Fields: rv.fields()}}}, nil)
		}), []asked{{"2025-12-10", "2025 done 0 2025-11-30; 2026 not-applicable 355 2026-11-30"}}},
	})
}
