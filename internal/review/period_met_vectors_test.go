package review

import (
	"testing"

	"ledstjarna/internal/plan"
)

// What meets the duty of a mandate period, and when it counts.
func TestPeriodMetVectors(t *testing.T) {
	given := adopted(plan.Strategy, "2008-03-01")
	included := func(day, from string) func(*world) plan.ID {
		return func(w *world) plan.ID {
			id := w.draft(plan.Strategy, nil)
			w.adopt(id, plan.Decision{Date: w.day(day), ValidFrom: w.day(from), IncludedReview: true, Reason: "prövad mot programmet"})
			return id
		}
	}
	decided := func(completed, day string, none bool) func(*world, plan.ID) {
		return func(w *world, id plan.ID) {
			w.reviewed(id, completed, first, func(rv *Review) {
				rv.NoFormalDecision, rv.Body, rv.Paragraph, rv.DecisionDate = none, board, "7", w.day(day)
			})
		}
	}
	checkVectors(t, "2007-01-01", []vector{
		{"reviewed on the first day in force", then(given, reviewedOn("2008-03-01", first)), []asked{
			{"2008-03-01", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 2496 2014-12-31"},
		}},
		{"reviewed the day before it was in force", then(given, reviewedOn("2008-02-29", first)), []asked{
			{"2008-03-01", "2007–2010 not-applicable 1035 2010-12-31"},
		}},
		{"reviewed the day before the last day", then(given, reviewedOn("2010-12-30", first)), []asked{
			{"2010-12-30", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 1462 2014-12-31"},
		}},
		{"reviewed on the last day", then(given, reviewedOn("2010-12-31", first)), []asked{
			{"2010-12-30", "2007–2010 urgent 1 2010-12-31"},
			{"2010-12-31", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 1461 2014-12-31"},
		}},
		{"reviewed the day after the last day", then(given, reviewedOn("2011-01-01", first)), []asked{
			{"2011-01-01", "2007–2010 done-late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
			{"2013-01-01", "2007–2010 done-late 1 2010-12-31; 2011–2014 not-applicable 729 2014-12-31"},
		}},
		{"the next period reviewed the day before it begins", then(given, reviewedOn("2010-12-31", second)), []asked{
			{"2011-01-01", "2007–2010 late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
		}},
		{"the next period reviewed on its first day closes no older one", then(given, reviewedOn("2011-01-01", second)), []asked{
			{"2011-01-01", "2007–2010 late 1 2010-12-31; 2011–2014 done 0 2014-12-31; 2023–2026 not-applicable 5843 2026-12-31"},
		}},
		{"decided the day after the last day, completed on it", then(given, decided("2010-12-31", "2011-01-01", false)), []asked{
			{"2010-12-31", "2007–2010 urgent 0 2010-12-31"},
			{"2011-01-01", "2007–2010 done-late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
		}},
		{"no formal decision, so the completion counts", then(given, decided("2011-01-05", "2010-12-31", true)), []asked{
			{"2011-01-05", "2007–2010 done-late 5 2010-12-31; 2011–2014 not-applicable 1456 2014-12-31"},
		}},
		{"met by every outcome: editorial", then(given, outcomeOn("2010-09-15", first, plan.Editorial)), []asked{
			{"2010-12-31", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 1461 2014-12-31"},
		}},
		{"met by every outcome: revise", then(given, outcomeOn("2010-09-15", first, plan.Revise)), []asked{
			{"2010-12-31", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 1461 2014-12-31"},
		}},
		{"met by every outcome: supersede", then(given, outcomeOn("2010-09-15", first, plan.Supersede)), []asked{
			{"2010-12-31", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 1461 2014-12-31"},
		}},
		{"met by every outcome: repeal, as long as no body has decided it", then(given, outcomeOn("2010-09-15", first, plan.Repeal)), []asked{
			{"2010-12-31", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 1461 2014-12-31"},
		}},
		{"not met where it could not be finished", then(given, outcomeOn("2010-09-15", first, plan.CannotComplete)), []asked{
			{"2010-12-31", "2007–2010 urgent 0 2010-12-31"},
			{"2011-01-01", "2007–2010 late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
		}},
		{"not met by a review that nobody made", then(given, func(w *world, id plan.ID) {
			w.reviewed(id, "2010-09-15", first, func(rv *Review) { rv.Reviewer = " " })
		}), []asked{{"2010-12-31", "2007–2010 urgent 0 2010-12-31"}}},
		{"not met by a review of a year", then(given, reviewedOn("2010-09-15", year(2010))), []asked{
			{"2010-12-31", "2007–2010 urgent 0 2010-12-31"},
		}},
		{"not met by a review of nothing, though ticked", then(given, tickedOn("2010-09-15", Concern{})), []asked{
			{"2010-12-31", "2007–2010 urgent 0 2010-12-31"},
		}},
		{"a revised version on the last day", then(given, revisedOn("2010-12-31")), []asked{
			{"2010-12-31", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 1461 2014-12-31"},
			{"2011-01-01", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
		}},
		{"a revised version the day after is of the next period", then(given, revisedOn("2011-01-01")), []asked{
			{"2011-01-01", "2007–2010 late 1 2010-12-31; 2011–2014 done 0 2014-12-31; 2023–2026 not-applicable 5843 2026-12-31"},
		}},
		{"a revised version in the last six months is a review", then(given, revisedOn("2010-09-01")), []asked{
			{"2010-12-01", "2007–2010 done 0 2010-12-31; 2011–2014 not-applicable 1491 2014-12-31"},
		}},
		{"an editorial change is none", then(given, editedOn("2010-09-01")), []asked{
			{"2010-12-01", "2007–2010 urgent 30 2010-12-31"},
		}},
		{"first adopted the day before the last six months", adopted(plan.PeriodPlan, "2026-06-29"), []asked{
			{"2026-06-30", "2023–2026 due 184 2026-12-31"},
		}},
		{"first adopted on the first day of the last six months", adopted(plan.PeriodPlan, "2026-06-30"), []asked{
			{"2026-06-30", "2023–2026 met-by-adoption 0 2026-12-31"},
		}},
		{"first adopted on the day after", adopted(plan.PeriodPlan, "2026-07-01"), []asked{
			{"2027-01-01", "2023–2026 met-by-adoption 0 2026-12-31"},
		}},
		{"the last six months of a period that ends 31 August, the day before", with(only("august", "2024-09-01", "2028-08-31"), adopted(plan.Strategy, "2028-02-28")), []asked{
			{"2028-03-01", "august due 183 2028-08-31"},
		}},
		{"the last six months of a period that ends 31 August", with(only("august", "2024-09-01", "2028-08-31"), adopted(plan.Strategy, "2028-02-29")), []asked{
			{"2028-03-01", "august met-by-adoption 0 2028-08-31"},
		}},
		{"an adoption that included a review, on the period's first day", included("2007-01-01", ""), []asked{
			{"2010-12-31", "2007–2010 met-by-adoption 0 2010-12-31; 2011–2014 not-applicable 1461 2014-12-31"},
		}},
		{"an adoption that included a review, the day before", included("2006-12-31", ""), []asked{
			{"2010-12-31", "2007–2010 urgent 0 2010-12-31"},
		}},
		{"it counts for its own period only", included("2009-05-18", ""), []asked{
			{"2015-01-01", "2007–2010 met-by-adoption 0 2010-12-31; 2011–2014 late 1 2014-12-31; 2023–2026 not-applicable 4382 2026-12-31"},
		}},
		{"an adoption before the last six months that is not said to have been one", adopted(plan.Strategy, "2009-05-18"), []asked{
			{"2010-12-31", "2007–2010 urgent 0 2010-12-31"},
		}},
	})
}

// What closes the duty of a mandate period.
func TestPeriodClosedVectors(t *testing.T) {
	given := adopted(plan.Strategy, "2008-03-01")
	checkVectors(t, "2007-01-01", []vector{
		{"repealed the day before the last day", then(given, repealedOn("2010-12-30")), []asked{
			{"2010-12-30", "2007–2010 urgent 1 2010-12-31"},
			{"2010-12-31", "2007–2010 closed 0 2010-12-31 repealed 2010-12-31"},
		}},
		{"repealed on the last day", then(given, repealedOn("2010-12-31")), []asked{
			{"2010-12-31", "2007–2010 urgent 0 2010-12-31"},
			{"2011-01-01", "2007–2010 closed 0 2010-12-31 repealed 2011-01-01"},
		}},
		{"repealed the day after the last day", then(given, repealedOn("2011-01-01")), []asked{
			{"2011-01-01", "2007–2010 late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
			{"2011-01-02", "2007–2010 closed 0 2010-12-31 repealed 2011-01-02; 2011–2014 closed 0 2014-12-31 repealed 2011-01-02"},
		}},
		{"superseded from the last day", then(given, supersededFrom("2010-12-31")), []asked{
			{"2010-12-30", "2007–2010 urgent 1 2010-12-31"},
			{"2010-12-31", "2007–2010 closed 0 2010-12-31 superseded 2010-12-31"},
		}},
		{"superseded from the day after", then(given, supersededFrom("2011-01-01")), []asked{
			{"2010-12-31", "2007–2010 urgent 0 2010-12-31"},
			{"2011-01-01", "2007–2010 closed 0 2010-12-31 superseded 2011-01-01"},
		}},
		{"superseded a day into the next period", then(given, supersededFrom("2011-01-02")), []asked{
			{"2011-01-01", "2007–2010 late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
			{"2011-01-02", "2007–2010 closed 0 2010-12-31 superseded 2011-01-02; 2011–2014 closed 0 2014-12-31 superseded 2011-01-02"},
		}},
		{"what was reviewed before stays so", then(given, reviewedOn("2010-09-15", first), repealedOn("2010-10-01")), []asked{
			{"2011-01-01", "2007–2010 done 0 2010-12-31"},
		}},
		{"expired, and repealed when it was late", then(until(plan.Strategy, "2008-03-01", "2010-12-31"), repealedOn("2012-03-01")), []asked{
			{"2012-03-01", "2007–2010 late 426 2010-12-31"},
			{"2012-03-02", "2007–2010 closed 0 2010-12-31 repealed 2012-03-02"},
		}},
		{"expired, and reviewed when it was late", then(until(plan.Strategy, "2008-03-01", "2010-12-31"), reviewedOn("2012-03-01", first)), []asked{
			{"2012-02-29", "2007–2010 late 425 2010-12-31"},
			{"2012-03-01", "2007–2010 done-late 426 2010-12-31"},
		}},
	})
}
