package sqlite

import "ledstjarna/internal/plan"

func activityProjection() projection {
	return projection{
		table:   "activities",
		columns: []string{"nr", "text", "start_date", "end_date", "status", "responsible"},
		rows: func(c plan.Content) []projected {
			return projectedRows(c, "activities", "activity", "start", "end", "status", "responsible")
		},
	}
}

func goalProjection() projection {
	return projection{
		table:   "goals",
		columns: []string{"nr", "code", "text", "level", "target_date", "responsible"},
		rows: func(c plan.Content) []projected {
			return projectedRows(c, "goals", "code", "text", "level", "target-date", "responsible")
		},
	}
}
