package sqlite

import "ledstjarna/internal/plan"

// fieldsOf declares what the head and the projections read.
func fieldsOf(plan.DocumentKind) []plan.Field {
	line := func(k plan.Key) plan.Field { return plan.Field{Key: k, Kind: plan.Line} }
	return []plan.Field{
		line(plan.KeyTitle), line(plan.KeyPeriod),
		{Key: "activities", Kind: plan.List, Columns: []plan.Field{
			line("activity"), {Key: "start", Kind: plan.DateField}, {Key: "end", Kind: plan.DateField}, line("status"), line("responsible"), line(plan.KeyNote),
		}},
	}
}
