package main

import (
	"fmt"
	"io"

	"ledstjarna/internal/exchange"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// reviewsCommand lists the reviews that are owed and what the register lacks.
type reviewsCommand struct {
	File      string `arg:"" name:"file"`
	On        string `name:"on" placeholder:"date"`
	Ics       string `name:"ics" placeholder:"output"`
	Overwrite bool   `name:"overwrite"`
}

// owedReviews is what --json prints.
type owedReviews struct {
	On      plan.Date     `json:"on"`
	Duties  []owedReview  `json:"duties"`
	Prompts []foundPrompt `json:"prompts"`
}

type owedReview struct {
	Document    plan.ID         `json:"document"`
	Title       string          `json:"title"`
	Rule        plan.Rule       `json:"rule"`
	Period      plan.ID         `json:"period,omitempty"`
	Year        int             `json:"year,omitempty"`
	Need        plan.ID         `json:"need,omitempty"`
	Label       string          `json:"label"`
	Opens       plan.Date       `json:"opens"`
	Due         plan.Date       `json:"due"`
	State       review.State    `json:"state"`
	standing    review.Standing // as it is told
	Days        int             `json:"days"` // left to due, or past it where late
	Met         plan.Date       `json:"met"`
	MetBy       plan.ID         `json:"met-by,omitempty"`
	Ending      plan.Ending     `json:"ending,omitempty"`
	Ended       plan.Date       `json:"ended"` // first day on which nothing is owed any more
	Planned     plan.Date       `json:"planned"`
	LastMeeting plan.Date       `json:"last-meeting"`
	StopDate    plan.Date       `json:"stop-date"` // of the last meeting
	Snoozed     plan.Date       `json:"snoozed"`
	Recent      bool            `json:"recent"`
	Unfinished  plan.ID         `json:"unfinished,omitempty"` // the review that could not be completed
}

type foundPrompt struct {
	Kind       review.PromptKind `json:"kind"`
	Period     plan.ID           `json:"period,omitempty"`
	Assignment plan.ID           `json:"assignment,omitempty"`
	Document   plan.ID           `json:"document,omitempty"`
	Draft      plan.ID           `json:"draft,omitempty"`
	Name       string            `json:"name"` // of what it is about
	Date       plan.Date         `json:"date"`
	Days       int               `json:"days"`
}

// Run prints the duties and prompts as they stand on the day.
func (c *reviewsCommand) Run(a *app) error {
	on, err := dateOr(c.On, a.today())
	if err != nil {
		return err
	}
	return a.read(c.File, func(s *session) error {
		if c.Ics != "" {
			return c.calendar(s, on)
		}
		out := owedReviews{On: on, Duties: []owedReview{}, Prompts: []foundPrompt{}}
		for _, d := range review.Duties(s.register(), on) {
			out.Duties = append(out.Duties, s.owed(d))
		}
		for _, p := range review.Prompts(s.register(), on) {
			out.Prompts = append(out.Prompts, s.prompt(p))
		}
		if a.json {
			return a.printJSON(out)
		}
		return a.printReviews(out)
	})
}

// calendar writes the duties, windows, meetings and deadlines as a calendar file.
// One that stands there is updated: its events keep their sequence.
func (c *reviewsCommand) calendar(s *session, on plan.Date) error {
	previous, err := exchange.Previous(c.Ics)
	if err != nil {
		return refuse("error.write-file", "file", c.Ics)
	}
	cal := exchange.Calendar{Register: s.register(), Words: s.words, Today: on, Now: s.now, Version: s.app.version}
	out := output{Path: c.Ics, Overwrite: c.Overwrite}
	return out.write(s.path, func(w io.Writer) error { return cal.Write(w, previous) })
}

func (s *session) owed(d review.Duty) owedReview {
	return owedReview{
		Document: d.Document, Title: s.title(d.Document), Rule: d.Rule, Period: d.Concern.Period, Year: d.Concern.Year, Need: d.Concern.Need,
		Label: d.Label, Opens: d.Opens, Due: d.Due, State: d.State, standing: d.Standing(), Days: d.Days, Met: d.Met, MetBy: d.MetBy,
		Ending: d.Ending, Ended: d.Ended, Planned: d.Planned, LastMeeting: d.LastMeeting.Date, StopDate: d.LastMeeting.Stop, Snoozed: d.Snoozed, Recent: d.Recent,
		Unfinished: d.Unfinished,
	}
}

func (s *session) prompt(p review.Prompt) foundPrompt {
	out := foundPrompt{p.Kind, p.Period, p.Assignment, p.Document, p.Draft, "", p.Date, p.Days}
	r := s.register()
	switch {
	case p.Assignment != "":
		a, _ := r.Assignment(p.Assignment)
		out.Name = a.Name
	case p.Document != "":
		out.Name = s.title(p.Document)
	default:
		for _, x := range r.Periods() {
			if x.ID == p.Period {
				out.Name = x.Name
			}
		}
	}
	return out
}

func (s *session) title(id plan.ID) string {
	d, ok := s.register().Document(id)
	if !ok {
		return ""
	}
	return s.shown(d).Head.Title
}

func (a *app) printReviews(x owedReviews) error {
	var rows [][]string
	for _, d := range x.Duties {
		what := a.words.T("duty.annual", "year", d.Year)
		switch d.Rule {
		case plan.R1:
			what = a.words.T("duty.period", "period", d.Label)
		case plan.R3:
			what = a.words.T("rule.R3") + ": " + d.Label
		}
		rows = append(rows, []string{a.stateOf(d), a.day(d.Due), d.Title, what, a.daysOf(d)})
	}
	if len(rows) == 0 {
		a.note("reviews.none")
	} else if err := a.printTable(a.headings("cli.column.review", "column.due", "column.document", "cli.column.duty", "cli.column.days"), rows); err != nil {
		return err
	}
	rows = nil
	for _, p := range x.Prompts {
		rows = append(rows, []string{a.words.T("prompt." + string(p.Kind)), p.Name, a.day(p.Date)})
	}
	if len(rows) == 0 {
		return nil
	}
	fmt.Fprintln(a.out)
	return a.printTable(a.headings("prompt.missing-in-register", "cli.column.about", "column.date"), rows)
}

// stateOf is how the duty stands, whether a review of it could not be completed, when a postponed prompt comes back and for
// when a postponed review is planned.
func (a *app) stateOf(d owedReview) string {
	state := a.words.T("review." + string(d.standing))
	switch {
	case d.Unfinished != "":
		return a.words.T("cli.review.unfinished", "state", state)
	case !d.Snoozed.IsZero():
		return a.words.T("cli.review.snoozed", "state", state, "day", a.day(d.Snoozed))
	case !d.Planned.IsZero():
		return a.words.T("cli.review.planned", "state", state, "day", a.day(d.Planned))
	}
	return state
}

func (a *app) daysOf(d owedReview) string {
	switch {
	case d.Rule == plan.R3 && d.State.Open():
		return a.words.N("days.open", d.Days)
	case d.State == review.Late || d.State == review.Deviation:
		return a.words.N("days.past-due", d.Days)
	case d.State.Open():
		return a.words.N("days.left", d.Days)
	case !d.Met.IsZero():
		return a.day(d.Met)
	case !d.Ended.IsZero():
		return a.words.T("duty.since", "date", a.day(d.Ended))
	}
	return ""
}
