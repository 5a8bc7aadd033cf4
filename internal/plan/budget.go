package plan

// BudgetSums are the sums of a plan's budget beside those of its activities.
type BudgetSums struct {
	Years []BudgetYear // in order; empty where the budget has no years
	Total BudgetYear   // of all rows
	// Planned and Spent are the budgets and costs of the activities.
	Planned, Spent Number
	Activities     bool // there are activities with a budget or a cost
}

// BudgetYear is the sum of a year's rows.
type BudgetYear struct {
	Year                int // 0 for rows without one
	Amount, Hours, Cost Number
}

func (b *BudgetYear) add(c Content) {
	b.Amount += c.Get(KeyAmount).Number()
	b.Hours += c.Get(KeyHours).Number()
	b.Cost += c.Get(KeyCost).Number()
}

// Left is what the budget has over when the activities have taken theirs;
// negative where they want more.
func (b BudgetSums) Left() Number { return b.Total.Amount - b.Planned }

// BudgetSumsOf adds up the content's budget and activities.
func BudgetSumsOf(c Content) BudgetSums {
	var out BudgetSums
	years := false
	for _, r := range c.Get(KeyBudget).rows {
		out.Total.add(r.Cells)
		year := int(r.Cells.Get(KeyYear).Number().Round())
		years = years || year != 0
		out.year(year).add(r.Cells)
	}
	if !years {
		out.Years = nil
	}
	for _, r := range c.Get(KeyActivities).rows {
		budget, cost := r.Cells.Get(KeyBudget), r.Cells.Get(KeyCost)
		out.Planned += budget.Number()
		out.Spent += cost.Number()
		out.Activities = out.Activities || !budget.IsZero() || !cost.IsZero()
	}
	return out
}

// year returns the sum of a year, making it in its place.
func (b *BudgetSums) year(year int) *BudgetYear {
	at := 0
	for at < len(b.Years) && b.Years[at].Year < year {
		at++
	}
	if at == len(b.Years) || b.Years[at].Year != year {
		b.Years = append(b.Years[:at], append([]BudgetYear{{Year: year}}, b.Years[at:]...)...)
	}
	return &b.Years[at]
}
