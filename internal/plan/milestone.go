package plan

import "time"

// Milestone is one row of the milestones of a plan. A detailed plan tells its day,
// a period plan the year and perhaps the quarter.
type Milestone struct {
	ID          ID
	Name        string
	Audience    ID // row of the audiences
	Responsible string
	Status      string // of an activity; "" where the plan tells none
	From, To    Date   // the day, or the first and last of the quarter or year; no dates where none is told
	Quarter     int    // 1 to 4, 0 where a day or only a year is told
}

// Milestones returns the rows of the content's milestones in their order.
func Milestones(c Content) []Milestone {
	rows := c.Get(KeyMilestones).rows
	out := make([]Milestone, 0, len(rows))
	for _, r := range rows {
		f := r.Cells
		m := Milestone{
			ID: r.ID, Name: f.Text(KeyActivity) + f.Text(KeyText), Audience: f.Get(KeyAudience).ID(),
			Responsible: f.Text(KeyResponsible), Status: f.Text(KeyStatus),
		}
		m.From = f.Get(KeyDate).Date()
		m.To = m.From
		if year := int(f.Get(KeyYear).Number().Round()); m.From.IsZero() && year > 0 {
			m.From, m.To = Date{year, time.January, 1}, Date{year, time.December, 31}
			if q := int(f.Get(KeyQuarter).Number().Round()); q >= 1 && q <= 4 {
				m.Quarter, m.From = q, Date{year, time.Month(3*q - 2), 1}
				m.To = m.From.AddMonths(3).AddDays(-1)
			}
		}
		out = append(out, m)
	}
	return out
}

// Activity returns the milestone as an activity that is to be done by its last day,
// so that the same rules tell whether it is late.
func (m Milestone) Activity() Activity {
	return Activity{ID: m.ID, Name: m.Name, Audience: m.Audience, Responsible: m.Responsible, Status: m.Status, End: m.To}
}

// quarterOf is the quarter of the year that the day lies in.
func quarterOf(d Date) int { return (int(d.Month) + 2) / 3 }
