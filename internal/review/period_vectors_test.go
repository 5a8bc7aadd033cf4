package review

import (
	"testing"

	"ledstjarna/internal/plan"
)

// R1: once per mandate period. Each threshold on its day, the day before and the
// day after.
func TestPeriodThresholdVectors(t *testing.T) {
	checkVectors(t, "2023-01-01", []vector{
		{"a period of calendar years", adopted(plan.PeriodPlan, "2023-03-01"), []asked{
			{"2025-12-30", "2023–2026 not-applicable 366 2026-12-31"},
			{"2025-12-31", "2023–2026 upcoming 365 2026-12-31"},
			{"2026-01-01", "2023–2026 upcoming 364 2026-12-31"},
			{"2026-06-29", "2023–2026 upcoming 185 2026-12-31"},
			{"2026-06-30", "2023–2026 due 184 2026-12-31"},
			{"2026-07-01", "2023–2026 due 183 2026-12-31"},
			{"2026-10-31", "2023–2026 due 61 2026-12-31"},
			{"2026-11-01", "2023–2026 urgent 60 2026-12-31"},
			{"2026-11-02", "2023–2026 urgent 59 2026-12-31"},
			{"2026-12-30", "2023–2026 urgent 1 2026-12-31"},
			{"2026-12-31", "2023–2026 urgent 0 2026-12-31"},
			{"2027-01-01", "2023–2026 late 1 2026-12-31"},
		}},
		{"15 October to 14 October", with(only("term", "2022-10-15", "2026-10-14"), adopted(plan.Strategy, "2023-03-01")), []asked{
			{"2025-10-13", "term not-applicable 366 2026-10-14"},
			{"2025-10-14", "term upcoming 365 2026-10-14"},
			{"2025-10-15", "term upcoming 364 2026-10-14"},
			{"2026-04-13", "term upcoming 184 2026-10-14"},
			{"2026-04-14", "term due 183 2026-10-14"},
			{"2026-04-15", "term due 182 2026-10-14"},
			{"2026-08-14", "term due 61 2026-10-14"},
			{"2026-08-15", "term urgent 60 2026-10-14"},
			{"2026-08-16", "term urgent 59 2026-10-14"},
			{"2026-10-14", "term urgent 0 2026-10-14"},
			{"2026-10-15", "term late 1 2026-10-14"},
		}},
		{"one that ends on 29 February", with(only("leap", "2024-03-01", "2028-02-29"), adopted(plan.Strategy, "2024-04-01")), []asked{
			{"2027-02-27", "leap not-applicable 367 2028-02-29"},
			{"2027-02-28", "leap upcoming 366 2028-02-29"}, // there is no 29th
			{"2027-03-01", "leap upcoming 365 2028-02-29"},
			{"2027-08-28", "leap upcoming 185 2028-02-29"},
			{"2027-08-29", "leap due 184 2028-02-29"},
			{"2027-12-30", "leap due 61 2028-02-29"},
			{"2027-12-31", "leap urgent 60 2028-02-29"},
			{"2028-02-29", "leap urgent 0 2028-02-29"},
			{"2028-03-01", "leap late 1 2028-02-29"},
		}},
		{"one that ends on 28 February keeps the 28th", with(only("short", "2023-03-01", "2027-02-28"), adopted(plan.Strategy, "2024-04-01")), []asked{
			{"2026-02-27", "short not-applicable 366 2027-02-28"},
			{"2026-02-28", "short upcoming 365 2027-02-28"},
			{"2026-08-27", "short upcoming 185 2027-02-28"},
			{"2026-08-28", "short due 184 2027-02-28"},
			{"2026-08-29", "short due 183 2027-02-28"},
		}},
		{"one that ends on 31 August, six months before in February", with(only("august", "2022-09-01", "2026-08-31"), adopted(plan.Strategy, "2023-04-01")), []asked{
			{"2026-02-27", "august upcoming 185 2026-08-31"},
			{"2026-02-28", "august due 184 2026-08-31"},
			{"2026-03-01", "august due 183 2026-08-31"},
		}},
		{"the same in a leap year", with(only("august", "2024-09-01", "2028-08-31"), adopted(plan.Strategy, "2024-10-01")), []asked{
			{"2028-02-28", "august upcoming 185 2028-08-31"},
			{"2028-02-29", "august due 184 2028-08-31"},
			{"2028-03-01", "august due 183 2028-08-31"},
		}},
		{"one year, near from its first day", with(only("year", "2030-01-01", "2030-12-31"), adopted(plan.Strategy, "2029-04-01")), []asked{
			{"2029-12-30", "year not-applicable 366 2030-12-31"},
			{"2030-01-01", "year upcoming 364 2030-12-31"},
			{"2030-06-29", "year upcoming 185 2030-12-31"},
			{"2030-06-30", "year due 184 2030-12-31"},
			{"2031-01-01", "year late 1 2030-12-31"},
		}},
		{"two months, urgent from its first day", with(only("interim", "2031-01-01", "2031-02-28"), adopted(plan.Strategy, "2029-04-01")), []asked{
			{"2030-12-31", "interim not-applicable 59 2031-02-28"},
			{"2031-01-01", "interim urgent 58 2031-02-28"},
			{"2031-03-01", "interim late 1 2031-02-28"},
		}},
	})
}

// only leaves the register one mandate period.
func only(id plan.ID, start, end string) func(*world) {
	return func(w *world) {
		for _, e := range w.r.Entries(plan.ListPeriods) {
			w.apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListPeriods, Before: &e}}}, nil)
		}
		w.period(id, start, end)
	}
}

func added(id plan.ID, start, end string) func(*world) {
	return func(w *world) { w.period(id, start, end) }
}

// Which periods a document owes a review of: those that its time in force
// touches.
func TestPeriodsTouchedVectors(t *testing.T) {
	checkVectors(t, "2007-01-01", []vector{
		{"in force across several periods and the years between them", adopted(plan.Strategy, "2008-03-01"), []asked{
			{"2010-12-31", "2007–2010 urgent 0 2010-12-31"},
			{"2011-01-01", "2007–2010 late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"},
			{"2014-12-31", "2007–2010 late 1461 2010-12-31; 2011–2014 urgent 0 2014-12-31"},
			{"2018-01-01", "2007–2010 late 2558 2010-12-31; 2011–2014 late 1097 2014-12-31; 2023–2026 not-applicable 3286 2026-12-31"},
			{"2026-07-01", "2007–2010 late 5661 2010-12-31; 2011–2014 late 4200 2014-12-31; 2023–2026 due 183 2026-12-31"},
		}},
		{"each period reviewed in its time", then(adopted(plan.Strategy, "2008-03-01"), reviewedOn("2010-09-15", first), reviewedOn("2014-11-20", second)), []asked{
			{"2018-01-01", "2007–2010 done 0 2010-12-31; 2011–2014 done 0 2014-12-31; 2023–2026 not-applicable 3286 2026-12-31"},
		}},
		{"adopted in a gap between periods", adopted(plan.Strategy, "2016-05-01"), []asked{
			{"2016-04-30", ""},
			{"2016-05-01", "2023–2026 not-applicable 3896 2026-12-31"},
		}},
		{"a time in force that lies in a gap", until(plan.Strategy, "2016-05-01", "2022-12-31"), []asked{{"2017-01-01", ""}, {"2027-01-01", ""}}},
		{"one that reaches into a period by a day", until(plan.Strategy, "2016-05-01", "2023-01-01"), []asked{
			{"2023-01-02", "2023–2026 not-applicable 1459 2026-12-31"},
			{"2027-01-01", "2023–2026 late 1 2026-12-31"},
		}},
		{"adopted on the last day of a period", adopted(plan.Strategy, "2010-12-31"), []asked{
			{"2010-12-31", "2007–2010 met-by-adoption 0 2010-12-31; 2011–2014 not-applicable 1461 2014-12-31"},
		}},
		{"adopted on the first day of a period", adopted(plan.Strategy, "2011-01-01"), []asked{
			{"2011-01-01", "2011–2014 not-applicable 1460 2014-12-31"},
			{"2015-01-01", "2011–2014 late 1 2014-12-31; 2023–2026 not-applicable 4382 2026-12-31"},
		}},
		{"adopted for the next period from the day before", func(w *world) plan.ID {
			return w.inForce(plan.Strategy, "2010-10-01", plan.Filled{plan.KeyValidFrom: of(w, "2010-12-31")})
		}, []asked{{"2010-12-30", "2007–2010 met-by-adoption 0 2010-12-31; 2011–2014 not-applicable 1462 2014-12-31"}}},
		{"adopted for the next period", func(w *world) plan.ID {
			return w.inForce(plan.Strategy, "2010-10-01", plan.Filled{plan.KeyValidFrom: of(w, "2011-01-01")})
		}, []asked{{"2010-12-31", "2011–2014 not-applicable 1461 2014-12-31"}}},
		{"until further notice goes on", func(w *world) plan.ID {
			return w.inForce(plan.Strategy, "2008-03-01", plan.Filled{
				plan.KeyValidity: plan.Text(string(plan.ValidUntilFurtherNotice)), plan.KeyValidTo: of(w, "2009-12-31"),
			})
		}, []asked{{"2011-01-01", "2007–2010 late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"}}},
		{"up to a date but until superseded goes on", func(w *world) plan.ID {
			return w.inForce(plan.Strategy, "2008-03-01", plan.Filled{plan.KeyValidTo: of(w, "2009-12-31")})
		}, []asked{{"2011-01-01", "2007–2010 late 1 2010-12-31; 2011–2014 not-applicable 1460 2014-12-31"}}},
		{"up to the day before the next period", until(plan.Strategy, "2008-03-01", "2010-12-31"), []asked{
			{"2011-01-01", "2007–2010 late 1 2010-12-31"},
			{"2016-01-01", "2007–2010 late 1827 2010-12-31"},
		}},
		{"up to the first day of the next period", until(plan.Strategy, "2008-03-01", "2011-01-01"), []asked{
			{"2011-01-02", "2007–2010 late 2 2010-12-31; 2011–2014 not-applicable 1459 2014-12-31"},
			{"2016-01-01", "2007–2010 late 1827 2010-12-31; 2011–2014 late 366 2014-12-31"},
		}},
		{"expired long before the period ends, the review is still owed", until(plan.Strategy, "2008-03-01", "2009-06-30"), []asked{
			{"2009-12-30", "2007–2010 not-applicable 366 2010-12-31"},
			{"2009-12-31", "2007–2010 upcoming 365 2010-12-31"},
			{"2011-01-01", "2007–2010 late 1 2010-12-31"},
		}},
		{"overlapping periods have each its duty", with(added("2009–2012", "2009-01-01", "2012-12-31"), adopted(plan.Strategy, "2008-03-01")), []asked{
			{"2009-06-01", "2007–2010 not-applicable 578 2010-12-31; 2009–2012 not-applicable 1309 2012-12-31"},
			{"2010-07-01", "2007–2010 due 183 2010-12-31; 2009–2012 not-applicable 914 2012-12-31"},
			{"2011-12-31", "2007–2010 late 365 2010-12-31; 2009–2012 upcoming 366 2012-12-31; 2011–2014 not-applicable 1096 2014-12-31"},
		}},
		{"overlapping periods with none after them", with(func(w *world) {
			only("2007–2010", "2007-01-01", "2010-12-31")(w)
			w.period("2009–2012", "2009-01-01", "2012-12-31")
		}, adopted(plan.Strategy, "2008-03-01")), []asked{
			{"2008-12-31", "2007–2010 not-applicable 730 2010-12-31"},
			{"2009-01-01", "2007–2010 not-applicable 729 2010-12-31; 2009–2012 not-applicable 1460 2012-12-31"},
			{"2010-12-31", "2007–2010 urgent 0 2010-12-31; 2009–2012 not-applicable 731 2012-12-31"},
		}},
		{"a period that ends before it starts is none", with(added("back", "2010-06-30", "2009-06-30"), adopted(plan.Strategy, "2008-03-01")), []asked{
			{"2010-07-01", "2007–2010 due 183 2010-12-31"},
		}},
		{"a review meets only the one of two overlapping periods that it names", then(with(added("2009–2012", "2009-01-01", "2012-12-31"), adopted(plan.Strategy, "2008-03-01")), reviewedOn("2010-07-01", period("2009–2012"))), []asked{
			{"2010-07-01", "2007–2010 due 183 2010-12-31; 2009–2012 done 0 2012-12-31"},
		}},
		{"a revised version meets both of two overlapping periods", then(with(added("2009–2012", "2009-01-01", "2012-12-31"), adopted(plan.Strategy, "2008-03-01")), revisedOn("2010-07-01")), []asked{
			{"2010-07-01", "2007–2010 done 0 2010-12-31; 2009–2012 done 0 2012-12-31; 2011–2014 not-applicable 1644 2014-12-31"},
		}},
		{"a period within another", with(added("2008", "2008-01-01", "2008-12-31"), adopted(plan.Strategy, "2007-03-01")), []asked{
			{"2007-06-01", "2007–2010 not-applicable 1309 2010-12-31"},
			{"2009-01-01", "2007–2010 not-applicable 729 2010-12-31; 2008 late 1 2008-12-31"},
		}},
	})
}
