package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"ledstjarna/internal/plan"
)

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

// DueActivities returns of the versions, as far as there are such, the activities that
// the span asks for, read from the projection: nothing of the contents is read or
// verified. Not more than some hundred versions should be asked for at once, so that
// other work with the file need not wait.
func (f *File) DueActivities(ctx context.Context, versions []plan.ID, span plan.DueSpan) ([]plan.DueActivities, error) {
	if len(versions) == 0 {
		return nil, nil
	}
	c, err := f.take(ctx)
	if err != nil {
		return nil, fmt.Errorf("read activities: %w", err)
	}
	defer giveBack(c)
	args := []any{span.To.String(), span.From.String()}
	for _, v := range versions {
		args = append(args, string(v))
	}
	var out []plan.DueActivities
	err = each(ctx, c, func(r *sql.Rows) error {
		var d dueRow
		if err := r.Scan(&d.version, &d.hash, &d.id, &d.text, &d.start, &d.end, &d.status, &d.responsible); err != nil {
			return err
		}
		if n := len(out); n == 0 || out[n-1].Version != d.version {
			out = append(out, plan.DueActivities{Version: d.version, Hash: d.hash})
		}
		if d.id.Valid {
			last := &out[len(out)-1]
			last.Activities = append(last.Activities, d.activity())
		}
		return nil
	}, `SELECT v.id, v.sha256, a.id, a.text, a.start_date, a.end_date, a.status, a.responsible
		FROM versions v LEFT JOIN activities a ON a.version = v.id
			AND CASE a.end_date WHEN '' THEN a.start_date ELSE a.end_date END BETWEEN '0' AND ?
			AND (CASE a.end_date WHEN '' THEN a.start_date ELSE a.end_date END >= ? OR a.status NOT IN ('done', 'paused', 'cancelled'))
		WHERE v.id IN (?`+strings.Repeat(", ?", len(versions)-1)+") ORDER BY v.id, a.nr", args...)
	if err != nil {
		return nil, fmt.Errorf("read activities: %w", translate(err))
	}
	return out, nil
}

// dueRow is a row of the query; a version without activities has one without any.
type dueRow struct {
	version                               plan.ID
	hash                                  string
	id                                    sql.NullString
	text, start, end, status, responsible sql.NullString
}

func (d dueRow) activity() plan.Activity {
	a := plan.Activity{ID: plan.ID(d.id.String), Name: d.text.String, Status: d.status.String, Responsible: d.responsible.String}
	a.Start, _ = plan.ParseDate(d.start.String) // no date where it is none
	a.End, _ = plan.ParseDate(d.end.String)
	return a
}
