package plan

import "slices"

// Attainment tells how far a goal has come from its baseline to its target.
type Attainment struct {
	Known   bool    // there is a target and a result, and a way between them
	Share   float64 // of the way: 0 at the baseline, 1 at the target; below 0 where it has gone the wrong way
	Result  Number  // the latest one
	Year    int     // of the result; 0 where none is told
	Reached bool
	Falling bool // the target lies below the baseline
	// Assumed tells that there is no baseline and the way is counted from 0.
	Assumed bool
}

// AttainmentOf returns the attainment of a goal: of the result of its latest
// year, in its own rows or in what has been recorded of it beside the plan. A
// target below the baseline is reached from above. Where target and baseline are
// the same the goal is to hold the level: it is reached as long as the result is
// no lower, and there is no share below that. Without a baseline the way is
// counted from 0.
func AttainmentOf(goal Content, recorded ...GoalResult) Attainment {
	results := ResultsOf(goal, recorded...)
	target := goal.Get(KeyTarget)
	if len(results) == 0 || target.IsZero() {
		return Attainment{}
	}
	last := results[len(results)-1]
	a := Attainment{
		Known: true, Result: last.Result, Year: last.Year,
		Assumed: goal.Get(KeyBaseline).IsZero(),
	}
	base, end := goal.Get(KeyBaseline).Number(), target.Number()
	span := end - base
	switch {
	case span == 0:
		a.Reached = a.Result >= end
		if a.Reached {
			a.Share = 1
		}
		return a
	case span < 0:
		a.Falling = true
		a.Reached = a.Result <= end
	default:
		a.Reached = a.Result >= end
	}
	a.Share = (a.Result - base).Float() / span.Float()
	return a
}

// YearResult is the result of a goal in a year.
type YearResult struct {
	Year   int
	Result Number
}

// ResultsOf returns the goal's results with a year, oldest first; of several in
// a year the last written counts, and what has been recorded beside the plan
// goes before its own rows.
func ResultsOf(goal Content, recorded ...GoalResult) []YearResult {
	var out []YearResult
	add := func(y YearResult) {
		if i := slices.IndexFunc(out, func(x YearResult) bool { return x.Year == y.Year }); i >= 0 {
			out[i] = y
			return
		}
		out = append(out, y)
	}
	for _, r := range goal.Get(KeyResults).rows {
		if r.Cells.Get(KeyResult).IsZero() || r.Cells.Get(KeyYear).IsZero() {
			continue
		}
		add(YearResult{int(r.Cells.Get(KeyYear).Number().Round()), r.Cells.Get(KeyResult).Number()})
	}
	for _, r := range recorded {
		if !r.Value.IsZero() {
			add(YearResult{r.Date.Year, r.Value.Number()})
		}
	}
	slices.SortStableFunc(out, func(a, b YearResult) int { return a.Year - b.Year })
	return out
}
