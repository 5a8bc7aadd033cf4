package review

import (
	"slices"
	"testing"

	"ledstjarna/internal/plan"
)

// needOn registers a need with the ID, which is also its reason.
func needOn(id plan.ID, day string) func(*world, plan.ID) {
	return func(w *world, doc plan.ID) {
		w.apply(plan.Edit{Events: []plan.Event{{
			ID: id, Kind: plan.EventNeed, At: noon, Document: doc,
			Fields: plan.NewContent(plan.Filled{plan.KeyReason: plan.Text(string(id)), plan.KeyDate: of(w, day)}),
		}}}, nil)
	}
}

func need(id plan.ID) Concern { return Concern{Need: id} }

// R3: at any time, open until it is handled, with its age.
func TestNeedVectors(t *testing.T) {
	statutes := adopted(plan.Statutes, "2024-03-01")
	given := then(statutes, needOn("law", "2026-03-10"))
	elsewhere := func(w *world, _ plan.ID) {
		needOn("elsewhere", "2026-03-01")(w, w.inForce(plan.Statutes, "2024-03-01", nil))
	}
	checkVectors(t, "2023-01-01", []vector{
		{"its age in days", given, []asked{
			{"2026-03-09", ""},
			{"2026-03-10", "law due 0"},
			{"2026-03-11", "law due 1"},
			{"2026-04-09", "law due 30"},
			{"2036-03-10", "law due 3653"},
		}},
		{"a review of it on the day before", then(given, reviewedOn("2026-03-09", need("law"))), []asked{{"2026-03-10", "law due 0"}}},
		{"a review of it on its day", then(given, reviewedOn("2026-03-10", need("law"))), []asked{{"2026-03-10", "law done 0"}}},
		{"a review of it on the day after", then(given, reviewedOn("2026-03-11", need("law"))), []asked{
			{"2026-03-10", "law due 0"},
			{"2026-03-11", "law done 0"},
		}},
		{"a review of it years after is not late", then(given, reviewedOn("2030-03-11", need("law"))), []asked{
			{"2030-03-10", "law due 1461"},
			{"2031-01-01", "law done 0"},
		}},
		{"a review that concerns nothing", then(given, reviewedOn("2026-04-01", Concern{})), []asked{{"2026-04-01", "law due 22"}}},
		{"a review of a year", then(given, reviewedOn("2026-09-15", year(2026))), []asked{{"2026-09-15", "law due 189"}}},
		{"a review of a period", then(given, reviewedOn("2026-09-15", period("2023–2026"))), []asked{{"2026-09-15", "law due 189"}}},
		{"a review of another need", then(given, needOn("merger", "2026-03-12"), reviewedOn("2026-04-01", need("merger"))), []asked{
			{"2026-04-01", "law due 22; merger done 0"},
		}},
		{"a review that could not be finished", then(given, outcomeOn("2026-04-01", need("law"), plan.CannotComplete)), []asked{{"2026-04-01", "law due 22"}}},
		{"a need of another document", then(statutes, elsewhere), []asked{{"2026-04-01", ""}}},
		{"a revised version on the day before", then(given, revisedOn("2026-03-09")), []asked{{"2026-04-01", "law due 22"}}},
		{"a revised version on its day", then(given, revisedOn("2026-03-10")), []asked{{"2026-04-01", "law done 0"}}},
		{"a revised version on the day after", then(given, revisedOn("2026-03-11")), []asked{
			{"2026-03-10", "law due 0"},
			{"2026-03-11", "law done 0"},
		}},
		{"a revised version handles all that were registered before it", then(given, needOn("merger", "2026-03-12"), revisedOn("2026-03-12")), []asked{
			{"2026-03-12", "law done 0; merger done 0"},
		}},
		{"an editorial change", then(given, editedOn("2026-03-11")), []asked{{"2026-04-01", "law due 22"}}},
		{"the first adoption, on its day", then(adopted(plan.Statutes, "2026-03-10"), needOn("law", "2026-03-10")), []asked{{"2026-03-10", "law due 0"}}},
		{"repealed on its day", then(given, repealedOn("2026-03-10")), []asked{
			{"2026-03-10", "law due 0"},
			{"2026-03-11", "law closed 0 repealed 2026-03-11"},
		}},
		{"superseded", then(given, supersededFrom("2026-05-01")), []asked{
			{"2026-04-30", "law due 51"},
			{"2026-05-01", "law closed 0 superseded 2026-05-01"},
		}},
		{"the assignment ended", then(onAssignment("2025-01-01", "2026-04-30", "2025-01-10"), ruled(plan.R0), needOn("law", "2026-03-10")), []asked{
			{"2026-04-30", "law due 51"},
			{"2026-05-01", "law closed 0 assignment-ended 2026-05-01"},
		}},
		{"expired, it stays open", then(until(plan.Statutes, "2024-03-01", "2026-03-31"), needOn("law", "2026-03-10")), []asked{{"2026-05-01", "law due 52"}}},
		{"handled before the repeal, it stays so", then(given, reviewedOn("2026-03-15", need("law")), repealedOn("2026-03-20")), []asked{{"2026-05-01", "law done 0"}}},
		{"beside the duty of a year", then(adopted(plan.Policy, "2024-03-01"), reviewedOn("2024-09-15", year(2024)), reviewedOn("2025-09-15", year(2025)), needOn("law", "2026-03-10")), []asked{
			{"2026-03-10", "2024 done 0 2024-11-30; 2025 done 0 2025-11-30; 2026 not-applicable 265 2026-11-30; law due 0"},
			{"2026-12-01", "2024 done 0 2024-11-30; 2025 done 0 2025-11-30; 2026 late 1 2026-11-30; 2027 not-applicable 364 2027-11-30; law due 266"},
		}},
		{"the oldest first", then(statutes, needOn("second", "2026-04-02"), needOn("first", "2026-04-01")), []asked{{"2026-04-02", "first due 1; second due 0"}}},
		{"of one day, by their IDs", then(statutes, needOn("b", "2026-04-01"), needOn("a", "2026-04-01")), []asked{{"2026-04-02", "a due 1; b due 1"}}},
		{"older than what is watched", then(statutes, needOn("old", "2022-12-31")), []asked{{"2026-04-02", "old due 1188"}}},
		{"annulled", then(given, correctedBy(plan.EventNeed, "law", nil)), []asked{{"2026-04-01", ""}}},
		{"corrected to a later day", then(given, correctedBy(plan.EventNeed, "law", plan.Filled{
			plan.KeyReason: plan.Text("språklag"), plan.KeyDate: plan.Day(plan.NewDate(2026, 3, 20)),
		})), []asked{
			{"2026-03-19", ""},
			{"2026-03-20", "språklag due 0"},
		}},
		{"corrected, its review still handles it", then(given, correctedBy(plan.EventNeed, "law", plan.Filled{
			plan.KeyReason: plan.Text("språklag"), plan.KeyDate: plan.Day(plan.NewDate(2026, 3, 20)),
		}), reviewedOn("2026-03-20", need("law"))), []asked{{"2026-03-20", "språklag done 0"}}},
	})
}

// correctedBy stores a correction of the record that says the fields, or without
// any annuls it.
func correctedBy(k plan.EventKind, id plan.ID, f plan.Filled) func(*world, plan.ID) {
	if f == nil {
		f = plan.Filled{plan.KeyAnnulled: plan.Text(plan.Yes)}
	}
	return func(w *world, doc plan.ID) {
		w.apply(plan.Edit{Events: []plan.Event{{ID: id + "'", Kind: k, At: noon, Document: doc, Corrects: id, Fields: plan.NewContent(f)}}}, nil)
	}
}

// What a person is told of a document: its scheduled duty and each open need.
func TestWhatPressesVectors(t *testing.T) {
	reviewed := then(adopted(plan.Policy, "2024-03-01"), reviewedOn("2024-09-15", year(2024)), reviewedOn("2025-09-15", year(2025)))
	for _, tc := range []struct {
		name      string
		given     func(*world) plan.ID
		on        string
		presses   string
		standsFor string
	}{
		{"nothing", reviewed, "2026-04-01", "", "2025"},
		{"a need", then(reviewed, needOn("law", "2026-03-10")), "2026-04-01", "law", "law"},
		{"a need beside what is near", then(reviewed, needOn("law", "2026-03-10")), "2026-08-31", "law", "law"},
		{"a need beside what is due", then(reviewed, needOn("law", "2026-03-10")), "2026-09-01", "2026 law", "2026"},
		{"a need beside what is late", then(reviewed, needOn("law", "2026-03-10")), "2026-12-01", "2026 law", "2026"},
		{"two needs", then(reviewed, needOn("law", "2026-03-10"), needOn("merger", "2026-03-12")), "2026-04-01", "law merger", "law"},
		{"a handled need", then(reviewed, needOn("law", "2026-03-10"), reviewedOn("2026-03-10", need("law"))), "2026-04-01", "", "law"},
		{"two late years", adopted(plan.Policy, "2024-03-01"), "2025-12-01", "2024", "2024"},
		{"a late year and one that is due", adopted(plan.Policy, "2024-03-01"), "2025-10-01", "2024", "2024"},
		{"a late year that is planned, and a late one", then(adopted(plan.Policy, "2024-03-01"), deviatedOn("2025-01-10", "2026-06-01", year(2024))), "2025-12-01", "2025", "2025"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			w := newWorld(t, "2024-09-01")
			ds := Of(w.r, tc.given(w), w.day(tc.on))
			var labels string
			for _, d := range Pressing(ds) {
				if labels != "" {
					labels += " "
				}
				labels += d.Label
				if !d.State.Open() || !slices.Contains(ds, d) {
					t.Errorf("%s presses and is not open", brief(d))
				}
			}
			if labels != tc.presses {
				t.Errorf("%q presses, want %q of %s", labels, tc.presses, told(ds))
			}
			if d, _ := Shown(ds); d.Label != tc.standsFor {
				t.Errorf("%q stands for it, want %q of %s", d.Label, tc.standsFor, told(ds))
			}
		})
	}
}
