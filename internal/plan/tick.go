package plan

import (
	"fmt"
	"time"
)

// Tick is that an activity is done, or that it is not done after all, and who says so.
type Tick struct {
	Activity ID // row of the activity plan
	Done     bool
	By       string
}

// Tickable tells why the activities of a version cannot be ticked off, nil when they
// can: in a draft, which is edited, and in the last adopted version of its document,
// beside which it is registered. Else it is ErrFrozen or ErrLocked.
func (r Register) Tickable(d Document, v Version) error {
	if as := r.Adoptions(d.ID); len(as) > 0 && as[len(as)-1].Version == v.ID {
		return nil
	}
	return r.Editable(d, v)
}

// TickActivity returns the edit by which an activity is done, or where the tick is
// taken away as it was planned or else ongoing: of an adopted version a follow-up on
// the day of now, of a draft the status in its content. It refuses as Tickable does,
// and with ErrRow.
func (r Register) TickActivity(s Scheduled, t Tick, now time.Time) (Edit, error) {
	if err := r.Tickable(s.Document, s.Version); err != nil {
		return Edit{}, fmt.Errorf("tick activity %s: %w", t.Activity, err)
	}
	row, _, ok := s.Content.Content.Get(KeyActivities).Row(t.Activity)
	if !ok {
		return Edit{}, fmt.Errorf("tick activity %s: %w", t.Activity, ErrRow)
	}
	status := "done"
	if !t.Done {
		if status = row.Cells.Text(KeyStatus); status == "done" || status == "" {
			status = "ongoing"
		}
	}
	if r.Frozen(s.Document, s.Version) {
		return r.RecordActivity(s.Version, s.Content.Content, FollowUp{Activity: t.Activity, Date: DateOf(now), Status: status}, t.By, now)
	}
	c, err := s.Content.Content.SetIn(FieldsOf(s.Document.Kind), PathTo(KeyActivities).In(t.Activity, KeyStatus), Text(status))
	if err != nil {
		return Edit{}, err
	}
	return r.SetContent(s.Document, s.Version, s.Content, c)
}
