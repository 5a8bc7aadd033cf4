package review

import (
	"testing"

	"ledstjarna/internal/plan"
)

// R2: every year in the operations planning. Each threshold on its day, the day
// before and the day after.
func TestYearThresholdVectors(t *testing.T) {
	checkVectors(t, "2026-09-01", []vector{
		{"the usual window", adopted(plan.Agreement, "2020-03-01"), []asked{
			{"2026-08-01", "2026 not-applicable 121 2026-11-30"},
			{"2026-08-02", "2026 upcoming 120 2026-11-30"},
			{"2026-08-03", "2026 upcoming 119 2026-11-30"},
			{"2026-08-31", "2026 upcoming 91 2026-11-30"},
			{"2026-09-01", "2026 due 90 2026-11-30"},
			{"2026-09-02", "2026 due 89 2026-11-30"},
			{"2026-11-08", "2026 due 22 2026-11-30"},
			{"2026-11-09", "2026 urgent 21 2026-11-30"},
			{"2026-11-10", "2026 urgent 20 2026-11-30"},
			{"2026-11-29", "2026 urgent 1 2026-11-30"},
			{"2026-11-30", "2026 urgent 0 2026-11-30"},
			{"2026-12-01", "2026 late 1 2026-11-30; 2027 not-applicable 364 2027-11-30"},
		}},
		{"a window of its own in March of a leap year", with(windowOf(2028, "2028-03-01", "2028-03-31"), then(adopted(plan.Other, "2020-03-01"), reviewedOn("2027-10-01", year(2027)))), []asked{
			{"2028-01-30", "2026 done-late 305 2026-11-30; 2027 done 0 2027-11-30; 2028 not-applicable 61 2028-03-31"},
			{"2028-01-31", "2026 done-late 305 2026-11-30; 2027 done 0 2027-11-30; 2028 upcoming 60 2028-03-31"},
			{"2028-03-01", "2026 done-late 305 2026-11-30; 2027 done 0 2027-11-30; 2028 due 30 2028-03-31"},
			{"2028-03-09", "2026 done-late 305 2026-11-30; 2027 done 0 2027-11-30; 2028 due 22 2028-03-31"},
			{"2028-03-10", "2026 done-late 305 2026-11-30; 2027 done 0 2027-11-30; 2028 urgent 21 2028-03-31"},
			{"2028-04-01", "2026 done-late 305 2026-11-30; 2027 done 0 2027-11-30; 2028 late 1 2028-03-31; 2029 not-applicable 608 2029-11-30"},
		}},
		{"the organisation's own window", with(windows("02-01", "04-30"), adopted(plan.Policy, "2020-03-01")), []asked{
			{"2027-01-01", "2027 not-applicable 119 2027-04-30"},
			{"2027-01-02", "2027 upcoming 118 2027-04-30"},
			{"2027-02-01", "2027 due 88 2027-04-30"},
			{"2027-04-09", "2027 urgent 21 2027-04-30"},
			{"2027-05-01", "2027 late 1 2027-04-30; 2028 not-applicable 365 2028-04-30"},
		}},
		{"a window across the new year is of the year in which it opens", with(windows("12-01", "01-31"), adopted(plan.Policy, "2020-03-01")), []asked{
			{"2026-10-31", "2026 not-applicable 92 2027-01-31"},
			{"2026-11-01", "2026 upcoming 91 2027-01-31"},
			{"2026-12-01", "2026 due 61 2027-01-31"},
			{"2026-12-31", "2026 due 31 2027-01-31"},
			{"2027-01-09", "2026 due 22 2027-01-31"},
			{"2027-01-10", "2026 urgent 21 2027-01-31"},
			{"2027-01-31", "2026 urgent 0 2027-01-31"},
			{"2027-02-01", "2026 late 1 2027-01-31; 2027 not-applicable 364 2028-01-31"},
		}},
		{"such a window reviewed in the new year", with(windows("12-01", "01-31"), then(adopted(plan.Policy, "2020-03-01"), reviewedOn("2027-01-15", year(2026)))), []asked{
			{"2027-01-31", "2026 done 0 2027-01-31; 2027 not-applicable 365 2028-01-31"},
		}},
		{"one year's window moved, the others as usual", with(windowOf(2027, "2027-10-01", "2027-12-15"), then(adopted(plan.Policy, "2020-03-01"), reviewedOn("2026-09-02", year(2026)))), []asked{
			{"2027-08-31", "2026 done 0 2026-11-30; 2027 not-applicable 106 2027-12-15"},
			{"2027-09-01", "2026 done 0 2026-11-30; 2027 upcoming 105 2027-12-15"},
			{"2027-10-01", "2026 done 0 2026-11-30; 2027 due 75 2027-12-15"},
			{"2027-12-16", "2026 done 0 2026-11-30; 2027 late 1 2027-12-15; 2028 not-applicable 350 2028-11-30"},
		}},
		{"one day's window", with(windowOf(2026, "2026-10-01", "2026-10-01"), adopted(plan.Policy, "2020-03-01")), []asked{
			{"2026-09-30", "2026 upcoming 1 2026-10-01"},
			{"2026-10-01", "2026 urgent 0 2026-10-01"},
			{"2026-10-02", "2026 late 1 2026-10-01; 2027 not-applicable 424 2027-11-30"},
		}},
	})
}

// windows is the organisation's own planning window.
func windows(opens, closes string) func(*world) {
	return func(w *world) {
		o, _ := w.r.Entry(plan.ListOrganisation, plan.OrganisationID)
		after := o
		after.Fields = o.Fields.With(plan.KeyWindowOpens, plan.Text(opens)).With(plan.KeyWindowEnds, plan.Text(closes))
		w.apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListOrganisation, Before: &o, After: &after}}}, nil)
	}
}

func windowOf(year int64, opens, closes string) func(*world) {
	return func(w *world) { w.window(year, opens, closes) }
}

// Which years a document owes a review of: those whose window opened while it
// applied.
func TestYearsOwedVectors(t *testing.T) {
	validFrom := func(adopted, from string) func(*world) plan.ID {
		return func(w *world) plan.ID {
			return w.inForce(plan.Policy, adopted, plan.Filled{plan.KeyValidFrom: of(w, from)})
		}
	}
	checkVectors(t, "2026-09-01", []vector{
		{"first adopted the day before the window opens", adopted(plan.Other, "2026-08-31"), []asked{
			{"2026-09-01", "2026 due 90 2026-11-30 recent"},
		}},
		{"first adopted on the day it opens", adopted(plan.Other, "2026-09-01"), []asked{{"2026-09-01", "2027 not-applicable 455 2027-11-30"}}},
		{"first adopted the day after", adopted(plan.Other, "2026-09-02"), []asked{{"2026-12-01", "2027 not-applicable 364 2027-11-30"}}},
		{"first adopted on the day it closes", adopted(plan.Other, "2026-11-30"), []asked{{"2027-08-02", "2027 upcoming 120 2027-11-30"}}},
		{"in force from the day it opens", validFrom("2026-06-20", "2026-09-01"), []asked{{"2026-09-01", "2026 due 90 2026-11-30 recent"}}},
		{"in force from the day after", validFrom("2026-06-20", "2026-09-02"), []asked{{"2026-10-01", "2027 not-applicable 425 2027-11-30"}}},
		{"in force in years", validFrom("2026-06-20", "2030-01-01"), []asked{{"2026-10-01", "2030 not-applicable 1521 2030-11-30"}}},
		{"expired on the day before it opens", until(plan.Policy, "2020-03-01", "2026-08-31"), []asked{{"2026-09-01", ""}, {"2027-12-01", ""}}},
		{"expired on the day it opens", until(plan.Policy, "2020-03-01", "2026-09-01"), []asked{
			{"2026-09-02", "2026 due 89 2026-11-30"},
			{"2027-12-01", "2026 late 366 2026-11-30"},
		}},
		{"adopted 89 days before the window", adopted(plan.Policy, "2026-06-04"), []asked{{"2026-09-01", "2026 due 90 2026-11-30 recent"}}},
		{"adopted 90 days before the window", adopted(plan.Policy, "2026-06-03"), []asked{
			{"2026-08-31", "2026 upcoming 91 2026-11-30"},
			{"2026-09-01", "2026 due 90 2026-11-30 recent"},
			{"2026-12-01", "2026 late 1 2026-11-30 recent; 2027 not-applicable 364 2027-11-30"},
		}},
		{"adopted 91 days before the window", adopted(plan.Policy, "2026-06-02"), []asked{{"2026-09-01", "2026 due 90 2026-11-30"}}},
		{"revised 90 days before the window", then(adopted(plan.Policy, "2020-03-01"), revisedOn("2026-06-03")), []asked{
			{"2026-09-01", "2026 due 90 2026-11-30 recent"},
		}},
		{"edited 90 days before the window", then(adopted(plan.Policy, "2020-03-01"), editedOn("2026-06-03")), []asked{
			{"2026-09-01", "2026 due 90 2026-11-30"},
		}},
		{"a draft owes nothing", func(w *world) plan.ID { return w.draft(plan.Policy, nil) }, []asked{{"2026-09-01", ""}}},
		{"a programme owes nothing", adopted(plan.Programme, "2020-03-01"), []asked{{"2026-12-01", ""}}},
		{"statutes owe nothing", adopted(plan.Statutes, "2020-03-01"), []asked{{"2026-12-01", ""}}},
		{"a policy with the rule of periods", then(adopted(plan.Policy, "2024-03-01"), ruled(plan.R1)), []asked{
			{"2026-06-30", "2023–2026 due 184 2026-12-31"},
		}},
		{"a strategy with the rule of years", then(adopted(plan.Strategy, "2024-03-01"), ruled(plan.R2)), []asked{
			{"2026-09-01", "2026 due 90 2026-11-30"},
		}},
		{"statutes with the rule of years", then(adopted(plan.Statutes, "2024-03-01"), ruled(plan.R2)), []asked{
			{"2026-09-01", "2026 due 90 2026-11-30"},
		}},
		{"an agreement with none", then(adopted(plan.Agreement, "2024-03-01"), ruled(plan.R0)), []asked{{"2026-12-01", ""}}},
		{"a kind set to the rule of years", with(kindRule(plan.Programme, plan.R2), adopted(plan.Programme, "2024-03-01")), []asked{
			{"2026-09-01", "2026 due 90 2026-11-30"},
		}},
		{"a kind set to none", with(kindRule(plan.Other, plan.R0), adopted(plan.Other, "2024-03-01")), []asked{{"2026-12-01", ""}}},
		{"a rule of its own goes before its kind's", with(kindRule(plan.Other, plan.R0), then(adopted(plan.Other, "2024-03-01"), ruled(plan.R1))), []asked{
			{"2026-12-31", "2023–2026 urgent 0 2026-12-31"},
		}},
		{"an assignment that ends the day before the window opens", onAssignment("2025-01-01", "2026-08-31", "2025-01-10"), []asked{{"2026-08-15", ""}, {"2026-12-01", ""}}},
		{"an assignment that ends on the day it opens", onAssignment("2025-01-01", "2026-09-01", "2025-01-10"), []asked{
			{"2026-09-01", "2026 due 90 2026-11-30"},
			{"2026-09-02", "2026 closed 0 2026-11-30 assignment-ended 2026-09-02"},
		}},
		{"an assignment that ends the day after it opens", onAssignment("2025-01-01", "2026-09-02", "2025-01-10"), []asked{
			{"2026-09-02", "2026 due 89 2026-11-30"},
			{"2026-09-03", "2026 closed 0 2026-11-30 assignment-ended 2026-09-03"},
		}},
		{"an assignment that ends when the review is late", onAssignment("2025-01-01", "2026-12-31", "2025-01-10"), []asked{
			{"2026-12-31", "2026 late 31 2026-11-30"},
			{"2027-01-01", "2026 closed 0 2026-11-30 assignment-ended 2027-01-01"},
		}},
		{"an assignment that starts on the day the window opens", onAssignment("2026-09-01", "2027-12-31", "2026-08-01"), []asked{
			{"2026-09-01", "2026 due 90 2026-11-30 recent"},
		}},
		{"an assignment that starts the day after", onAssignment("2026-09-02", "2027-12-31", "2026-08-01"), []asked{
			{"2026-09-02", "2027 not-applicable 454 2027-11-30"},
		}},
		{"an assignment's plan with the rule of periods", then(onAssignment("2025-01-01", "2026-10-31", "2025-01-10"), ruled(plan.R1)), []asked{
			{"2026-10-31", "2023–2026 due 61 2026-12-31"},
			{"2026-11-01", "2023–2026 closed 0 2026-12-31 assignment-ended 2026-11-01"},
		}},
	})
}

// kindRule sets the rule of a kind of document.
func kindRule(k plan.DocumentKind, rule plan.Rule) func(*world) {
	return func(w *world) {
		o, _ := w.r.Entry(plan.ListOrganisation, plan.OrganisationID)
		after := o
		after.Fields = o.Fields.With(plan.KeyRules, plan.Rows(plan.Row{ID: plan.ID(k), Cells: plan.NewContent(plan.Filled{plan.KeyRule: plan.Text(string(rule))})}))
		w.apply(plan.Edit{Changes: []plan.Change{plan.EntryChange{List: plan.ListOrganisation, Before: &o, After: &after}}}, nil)
	}
}
