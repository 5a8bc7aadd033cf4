package exchange

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// ActivityCalendar is the dated activities of plans as an iCalendar file. They are
// events of whole days and not tasks (VTODO), which Outlook and Google's calendar leave
// out of what they import; and they leave the days free. An event tells the plan, who is
// responsible, the audience, the channel and how it stands, and nothing else of persons.
// Of a plan it tells the version that applies, with what was recorded since it was
// adopted, or else the newest draft.
type ActivityCalendar struct {
	Register plan.Register
	Content  func(plan.Document, plan.Version) (plan.Sealed, error)
	Document plan.ID // the plan; "" for all
	Words    *i18n.Printer
	Today    plan.Date
	Now      time.Time
	Version  string // of the program
}

// activityEvent begins the UID of an activity, before its plan.
const activityEvent = "activity-"

// Write writes the calendar; previous is the file that was written before, as of
// Calendar.Write. An activity that is called off, or has no date any longer, is taken
// back.
func (c ActivityCalendar) Write(w io.Writer, previous []byte) error {
	events, err := c.events()
	if err != nil {
		return err
	}
	name := c.Register.Organisation().Text(plan.KeyName)
	begins := activityEvent
	if d, ok := c.Register.Document(c.Document); ok {
		name, begins = d.Latest().Head.Title, activityEvent+string(d.ID)+"/"
	}
	f := calendarFile{
		name: c.Words.T("ics.activities", "name", name), version: c.Version, now: c.Now,
		ours: func(uid string) bool {
			return strings.HasPrefix(uid, begins) && strings.HasSuffix(uid, domainOf(c.Register))
		},
		goneBy: func(string) bool { return false },
	}
	return f.write(w, events, previous)
}

func (c ActivityCalendar) events() ([]calendarEvent, error) {
	var out []calendarEvent
	for _, d := range c.Register.Documents() {
		v, applies := c.version(d)
		if !applies || c.Document != "" && c.Document != d.ID {
			continue
		}
		content, err := c.Content(d, v)
		if err != nil {
			return nil, fmt.Errorf("write calendar: activities of %s: %w", d.ID, err)
		}
		all := plan.Activities(content.Content)
		if c.Register.Frozen(d, v) {
			all = c.Register.ActivitiesOn(d.ID, content.Content, c.Today)
		}
		s := plan.Subject{Register: c.Register, Document: d, Version: v, Content: content.Content, Today: c.Today}
		for _, a := range all {
			if !a.Last().IsZero() && a.Status != "cancelled" {
				out = append(out, c.event(s, a))
			}
		}
	}
	slices.SortStableFunc(out, func(a, b calendarEvent) int {
		if n := a.first.Compare(b.first); n != 0 {
			return n
		}
		return strings.Compare(a.uid, b.uid)
	})
	return out, nil
}

// version is the version of a plan that is told of; none of one that has ceased to
// apply.
func (c ActivityCalendar) version(d plan.Document) (plan.Version, bool) {
	if _, ok := plan.FieldIn(plan.FieldsOf(d.Kind), plan.KeyActivities); !ok {
		return plan.Version{}, false
	}
	if v, _, ok := c.Register.Current(d, c.Today); ok {
		return v, true
	}
	f := c.Register.ForceOf(d.ID)
	return d.Latest(), f.Ending != plan.EndedRepealed && f.Ending != plan.EndedSuperseded
}

func (c ActivityCalendar) event(s plan.Subject, a plan.Activity) calendarEvent {
	e := calendarEvent{
		uid:     activityEvent + string(s.Document.ID) + "/" + string(a.ID) + domainOf(c.Register),
		summary: a.Name, first: a.Start, last: a.Last(),
	}
	if e.first.IsZero() || e.last.Before(e.first) {
		e.first = e.last
	}
	list, _ := plan.FieldIn(plan.FieldsOf(s.Document.Kind), plan.KeyActivities)
	lines := []string{s.Version.Head.Title}
	for _, k := range []plan.Key{plan.KeyResponsible, plan.KeyAudience, plan.KeyChannel, plan.KeyStatus} {
		f, _ := plan.FieldIn(list.Columns, k)
		path := plan.PathTo(plan.KeyActivities).In("", k)
		said := ""
		switch k {
		case plan.KeyResponsible:
			said = a.Responsible
		case plan.KeyAudience:
			said, _ = s.Resolve(f.Target, a.Audience)
		case plan.KeyChannel:
			said, _ = s.Resolve(f.Target, a.Channel)
		default:
			if a.Status != "" {
				said = c.Words.First(plan.ChoiceWords(string(s.Document.Kind), path, a.Status)...)
			}
		}
		if said != "" {
			lines = append(lines, c.Words.First(plan.FieldWords(string(s.Document.Kind), path)...)+": "+said)
		}
	}
	e.description = strings.Join(lines, "\n")
	return e
}
