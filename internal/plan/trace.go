package plan

import (
	"slices"
	"strings"
)

// TraceEnd is one thing in a plan that others lead to or from.
type TraceEnd struct {
	Path Path // of its row, empty where it stands in the parent plan
	Name string
}

// TraceLine follows one goal: the direction that it serves, the audience that it
// concerns, what is said to that audience and what is done for the goal.
type TraceLine struct {
	Direction  TraceEnd // no name where the goal has none
	Goal       TraceEnd
	Audience   TraceEnd   // no name where the goal has none
	Messages   []TraceEnd // said to that audience; the main message, which is for everyone, is not among them
	Activities []TraceEnd // of a period plan, its milestones in that direction
}

// Trace is how a plan hangs together from direction to activity, and what in it
// leads nowhere.
type Trace struct {
	Lines       []TraceLine // one for each goal, in their order
	Main        TraceEnd    // the main message
	Directions  []TraceEnd  // that no goal serves
	Audiences   []TraceEnd  // that no goal or activity concerns
	Unaddressed []TraceEnd  // audiences that a goal concerns and to which nothing of their own is said
	Activities  []TraceEnd  // that serve no goal; of a period plan, milestones in no direction
}

// TraceOf follows the links in a period or assignment plan. Documents of other
// kinds have none.
func TraceOf(s Subject) Trace {
	if !s.Document.Kind.IsPlan() {
		return Trace{}
	}
	t := tracer{Subject: s, served: map[ID]bool{}, meant: map[ID]bool{}}
	var out Trace
	goals := t.list(KeyGoals)
	for i, g := range goals.rows {
		line := TraceLine{Goal: t.end(goals, i), Messages: t.messages(g.Cells), Activities: t.steps(g)}
		line.Direction = t.direction(g.Cells.Get(KeyDirection).ID())
		line.Audience = t.audience(g.Cells.Get(KeyAudience).ID())
		t.meant[g.Cells.Get(KeyAudience).ID()] = true
		t.served[g.Cells.Get(KeyDirection).ID()] = true
		out.Lines = append(out.Lines, line)
	}
	steps := t.list(t.stepList())
	for i, r := range steps.rows {
		t.meant[r.Cells.Get(KeyAudience).ID()] = true
		if link := r.Cells.Get(t.stepLink()); link.IsZero() {
			out.Activities = append(out.Activities, t.end(steps, i))
		}
	}
	if s.Document.Kind == PeriodPlan {
		out.Directions = t.loose(KeyDirections, t.served)
	}
	out.Audiences = t.loose(KeyAudiences, t.meant)
	out.Unaddressed = unaddressed(out.Lines)
	if text := strings.TrimSpace(s.Content.Text(KeyMainMessage)); text != "" {
		out.Main = TraceEnd{PathTo(KeyMainMessage), text}
	}
	return out
}

// unaddressed are the audiences of the goals without a message of their own, each
// once.
func unaddressed(lines []TraceLine) []TraceEnd {
	var out []TraceEnd
	for _, l := range lines {
		same := func(e TraceEnd) bool { return e.Path.String() == l.Audience.Path.String() }
		if l.Audience.Name != "" && len(l.Messages) == 0 && !slices.ContainsFunc(out, same) {
			out = append(out, l.Audience)
		}
	}
	return out
}

type tracer struct {
	Subject
	served map[ID]bool // directions
	meant  map[ID]bool // audiences
}

// traced is a list of the content with its rows.
type traced struct {
	field Field
	rows  []Row
}

func (t tracer) list(k Key) traced {
	f, _ := FieldIn(FieldsOf(t.Document.Kind), k)
	return traced{f, t.Content.Get(k).rows}
}

func (t tracer) end(l traced, i int) TraceEnd {
	return TraceEnd{PathTo(l.field.Key).AtRow(l.rows[i].ID), RowName(l.field, l.rows[i])}
}

// stepList is where a plan says what is done.
func (t tracer) stepList() Key {
	if t.Document.Kind == PeriodPlan {
		return KeyMilestones
	}
	return KeyActivities
}

// stepLink is the column by which that serves something.
func (t tracer) stepLink() Key {
	if t.Document.Kind == PeriodPlan {
		return KeyDirection
	}
	return KeyGoal
}

// steps are what is done for a goal.
func (t tracer) steps(goal Row) []TraceEnd {
	want := goal.ID
	if t.Document.Kind == PeriodPlan {
		if want = goal.Cells.Get(KeyDirection).ID(); want == "" {
			return nil
		}
	}
	l := t.list(t.stepList())
	var out []TraceEnd
	for i, r := range l.rows {
		if r.Cells.Get(t.stepLink()).ID() == want {
			out = append(out, t.end(l, i))
		}
	}
	return out
}

// direction stands in the plan itself or in the one above it.
func (t tracer) direction(id ID) TraceEnd {
	content, own := t.Parent, false
	if t.Document.Kind == PeriodPlan {
		content, own = t.Content, true
	}
	f, _ := FieldIn(FieldsOf(PeriodPlan), KeyDirections)
	r, _, ok := content.Get(KeyDirections).Row(id)
	if !ok {
		return TraceEnd{}
	}
	e := TraceEnd{Name: RowName(f, r)}
	if own {
		e.Path = PathTo(KeyDirections).AtRow(id)
	}
	return e
}

func (t tracer) audience(id ID) TraceEnd {
	l := t.list(KeyAudiences)
	for i, r := range l.rows {
		if r.ID == id {
			return t.end(l, i)
		}
	}
	return TraceEnd{}
}

// messages are what is said to the goal's audience: its own angles and what the
// activities for it say.
func (t tracer) messages(goal Content) []TraceEnd {
	audience := goal.Get(KeyAudience).ID()
	var out []TraceEnd
	add := func(p Path, text string) {
		if text = strings.TrimSpace(text); text != "" {
			out = append(out, TraceEnd{p, text})
		}
	}
	if audience != "" {
		for _, r := range t.Content.Get("angles").rows {
			if r.Cells.Get(KeyAudience).ID() == audience {
				add(PathTo("angles").AtRow(r.ID), r.Cells.Text("angle"))
			}
		}
		for _, r := range t.Content.Get(KeyActivities).rows {
			if r.Cells.Get(KeyAudience).ID() == audience {
				add(PathTo(KeyActivities).AtRow(r.ID), r.Cells.Text(KeyMessage))
			}
		}
	}
	return out
}

// loose are the rows that nothing links to.
func (t tracer) loose(k Key, linked map[ID]bool) []TraceEnd {
	l := t.list(k)
	var out []TraceEnd
	for i, r := range l.rows {
		if !linked[r.ID] {
			out = append(out, t.end(l, i))
		}
	}
	return out
}

// traceRules: a direction that no goal serves, and an audience that neither a
// goal nor an activity concerns, is unlinked. That an audience has no message of
// its own is only a hint, since a plan may speak to all with one voice.
func traceRules(s Subject) []Finding {
	t := TraceOf(s)
	if len(t.Lines) == 0 {
		return nil // that there are no goals is told already
	}
	var out []Finding
	add := func(sev Severity, rule string, list, column Key, ends []TraceEnd) {
		for _, e := range ends {
			_, i, _ := s.Content.Get(list).Row(e.Path[0].Row)
			section, _ := SectionWith(s.Document.Kind, list)
			out = append(out, Finding{
				Severity: sev, Rule: rule, Section: section.Key, Path: PathTo(list).In(e.Path[0].Row, column), Row: i + 1, Name: e.Name,
			})
		}
	}
	add(Warning, "direction-without-goal", KeyDirections, KeyHeading, t.Directions)
	add(Warning, "audience-unlinked", KeyAudiences, KeyName, t.Audiences)
	add(Hint, "audience-without-message", KeyAudiences, KeyName, t.Unaddressed)
	return out
}
