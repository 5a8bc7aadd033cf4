package exchange

import "ledstjarna/internal/plan"

func fieldsOf(plan.DocumentKind) []plan.Field {
	return []plan.Field{{Key: plan.KeyTitle, Kind: plan.Line}}
}
