package plan

// The keys of the activity plan.
const (
	KeyActivities Key = "activities"
	KeyMessage    Key = "message"
	KeyGoal       Key = "goal"
	KeyDependsOn  Key = "depends-on"
	KeyDependsMtg Key = "depends-on-meeting"
	KeyApprovedBy Key = "approved-by"
	KeyActive     Key = "participants"
)

func activities() Field {
	return list(KeyActivities, Mandatory,
		line(KeyNo, Optional),
		line(KeyActivity, Mandatory),
		refer(KeyAudience, Mandatory, inRows(KeyAudiences)),
		line(KeyMessage, Optional),
		refer(KeyChannel, Mandatory, inList(ListChannels)),
		refer(KeyGoal, Recommended, inRows(KeyGoals)),
		choice(KeyMode, Recommended, "dialogue", "information"),
		role(KeyResponsible, Mandatory),
		line(KeyActive, Optional),
		dateField(KeyStart, Recommended).ahead(),
		dateField(KeyEnd, Recommended).ahead(),
		refers(KeyDependsOn, Optional, inRows(KeyActivities)),
		refer(KeyDependsMtg, Optional, inList(ListMeetings)).past(),
		choice(KeyStatus, Recommended, ActivityStatuses()...).anew(),
		decimal(KeyBudget, Optional),
		decimal(KeyCost, Optional).past(),
		decimal(KeyHours, Optional),
		yesNo("accessibility-done", Optional).past(),
		role(KeyApprovedBy, Optional).past(),
		line(KeyResult, Optional).past(),
		line(KeyLink, Optional).past(),
	)
}

// Activity is one row of an activity plan as the rules and lists read it.
type Activity struct {
	ID          ID
	No          string
	Name        string
	Audience    ID // row of the audiences
	Channel     ID // entry of ListChannels
	Goal        ID // row of the goals
	Dialogue    bool
	Responsible string
	Start, End  Date // End is the day of publication where there is no span
	Status      string
	Budget      Number
	Meeting     ID   // that it hangs on, entry of ListMeetings
	After       []ID // rows of the activity plan that it hangs on
}

// Activities returns the rows of the content's activity plan in their order.
func Activities(c Content) []Activity {
	rows := c.Get(KeyActivities).rows
	out := make([]Activity, 0, len(rows))
	for _, r := range rows {
		f := r.Cells
		out = append(out, Activity{
			ID: r.ID, No: f.Text(KeyNo), Name: f.Text(KeyActivity), Audience: f.Get(KeyAudience).ID(),
			Channel: f.Get(KeyChannel).ID(), Goal: f.Get(KeyGoal).ID(), Dialogue: f.Text(KeyMode) == "dialogue",
			Responsible: f.Text(KeyResponsible), Start: f.Get(KeyStart).Date(), End: f.Get(KeyEnd).Date(),
			Status: f.Text(KeyStatus), Budget: f.Get(KeyBudget).Number(),
			Meeting: f.Get(KeyDependsMtg).ID(), After: idsOf(f.Get(KeyDependsOn)),
		})
	}
	return out
}

func idsOf(v Value) []ID {
	var out []ID
	for _, s := range v.texts() {
		out = append(out, ID(s))
	}
	return out
}

// Settled reports whether nothing more will happen to the activity: it is done or
// cancelled.
func (a Activity) Settled() bool { return a.Status == "done" || a.Status == "cancelled" }

// Days returns the first and the last day: the same where only one is told, and
// never backwards. Without any day both are no date.
func (a Activity) Days() (from, to Date) {
	from, to = a.Start, a.Last()
	if from.IsZero() {
		from = to
	}
	return from, latest(from, to)
}

// Last returns the day by which the activity is to be done: its end, else its
// start.
func (a Activity) Last() Date {
	if a.End.IsZero() {
		return a.Start
	}
	return a.End
}

// Late reports whether the activity should be done by now and is neither done,
// paused nor cancelled. Being late is computed and never stored.
func (a Activity) Late(today Date) bool {
	switch a.Status {
	case "done", "paused", "cancelled":
		return false
	}
	return !a.Last().IsZero() && a.Last().Before(today)
}
