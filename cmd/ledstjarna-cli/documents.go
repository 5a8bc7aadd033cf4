package main

import (
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// documentsCommand lists the documents.
type documentsCommand struct {
	File string `arg:"" name:"file"`
	Kind string `name:"kind" placeholder:"kind"`
}

// listedDocument is a document as --json prints it. Version, status and
// validity are those of the version in force, else of the latest.
type listedDocument struct {
	ID         plan.ID           `json:"id"`
	Kind       plan.DocumentKind `json:"kind"`
	Quick      bool              `json:"quick"`
	Title      string            `json:"title"`
	Version    string            `json:"version"`
	VersionID  plan.ID           `json:"version-id"`
	Status     plan.Status       `json:"status"`
	ValidFrom  plan.Date         `json:"valid-from"`
	ValidTo    plan.Date         `json:"valid-to"`
	Validity   plan.Validity     `json:"validity"`
	InForce    span              `json:"in-force"` // of the document, all versions
	Draft      *listedDraft      `json:"draft"`    // beside the version in force
	Review     *listedReview     `json:"review"`
	NextReview plan.Date         `json:"next-review"`
	Findings   severities        `json:"findings"` // of the latest version
}

// span is when a document applies. Until is the last day, as far as it has been
// decided: a successor that is only drafted ends nothing. A plan whose assignment
// ends applies no longer than that.
type span struct {
	From   plan.Date   `json:"from"`
	Until  plan.Date   `json:"until"`
	Ending plan.Ending `json:"ending,omitempty"`
}

type listedDraft struct {
	Version   string      `json:"version"`
	VersionID plan.ID     `json:"version-id"`
	Status    plan.Status `json:"status"`
}

type listedReview struct {
	State    review.State    `json:"state"`
	Due      plan.Date       `json:"due"`
	Label    string          `json:"label"`
	standing review.Standing // as it is told
}

// Run prints the list.
func (c *documentsCommand) Run(a *app) error {
	var kind plan.DocumentKind
	if c.Kind != "" {
		var err error
		if kind, err = kindNamed(c.Kind); err != nil {
			return err
		}
	}
	return a.read(c.File, func(s *session) error {
		out := []listedDocument{}
		for _, d := range s.register().Documents() {
			if kind != "" && d.Kind != kind {
				continue
			}
			x, err := s.listed(d)
			if err != nil {
				return err
			}
			out = append(out, x)
		}
		if a.json {
			return a.printJSON(out)
		}
		return a.printDocuments(out)
	})
}

func (s *session) listed(d plan.Document) (listedDocument, error) {
	r, today := s.register(), s.today()
	v := s.shown(d)
	x := listedDocument{
		ID: d.ID, Kind: d.Kind, Quick: d.Quick, Title: v.Head.Title, Version: v.Number(), VersionID: v.ID,
		Status: r.StatusOf(d, v, today), ValidFrom: v.Head.ValidFrom, ValidTo: v.Head.ValidTo, Validity: v.Head.Validity,
	}
	if a, ok := r.AdoptionOf(d, v.ID); ok {
		x.ValidFrom, x.ValidTo, x.Validity = a.ValidFrom, a.ValidTo, a.Validity
	}
	x.InForce = spanOf(r, d, x, today)
	if last := d.Latest(); last.ID != v.ID {
		x.Draft = &listedDraft{last.Number(), last.ID, r.StatusOf(d, last, today)}
	}
	if duty, ok := review.Shown(review.Of(r, d.ID, today)); ok {
		x.Review = &listedReview{duty.State, duty.Due, duty.Label, duty.Standing()}
	}
	x.NextReview, _ = review.NextDue(r, d.ID, today)
	var err error
	x.Findings, err = s.severities(d)
	return x, err
}

// spanOf is when the document applies. One that applies until it is superseded has
// no end once the day to which it was meant has passed.
func spanOf(r plan.Register, d plan.Document, x listedDocument, today plan.Date) span {
	f := r.ForceOf(d.ID)
	if f.From.IsZero() {
		return span{From: x.ValidFrom, Until: x.ValidTo}
	}
	out := span{f.From, f.To, f.Ending}
	if out.Until.IsZero() && !x.ValidTo.Before(today) {
		out.Until = x.ValidTo
	}
	if v, _, ok := r.Current(d, today); ok && d.Kind == plan.AssignmentPlan {
		if a, known := r.Assignment(v.Head.Assignment); known && !a.End.IsZero() && (out.Until.IsZero() || a.End.Before(out.Until)) {
			out.Until = a.End
			if a.End.Before(today) {
				out.Ending = review.AssignmentEnded
			}
		}
	}
	return out
}

func (a *app) printDocuments(list []listedDocument) error {
	var rows [][]string
	for _, x := range list {
		state := ""
		if x.Review != nil {
			state = a.words.T("review." + string(x.Review.standing))
		}
		rows = append(rows, []string{
			string(x.ID), a.words.T("kind." + string(x.Kind)), x.Title, x.Version, a.words.T("status." + string(x.Status)),
			a.span(x.ValidFrom, x.InForce.Until), state, a.day(x.NextReview), a.counted(x.Findings),
		})
	}
	return a.printTable(a.headings("cli.column.id", "column.kind", "column.title", "column.version", "column.status",
		"cli.column.validity", "cli.column.review", "cli.column.next-review", "cli.column.findings"), rows)
}

func (a *app) headings(keys ...string) []string {
	out := make([]string, 0, len(keys))
	for _, k := range keys {
		out = append(out, a.words.T(k))
	}
	return out
}

func (a *app) day(d plan.Date) string { return a.words.ISO(i18n.Day(d)) }

// span is a time of validity as a table has it: "2023-01-01–2026-12-31".
func (a *app) span(from, to plan.Date) string {
	if from.IsZero() && to.IsZero() {
		return ""
	}
	return a.day(from) + "–" + a.day(to)
}

func (a *app) counted(n severities) string {
	if n.Errors > 0 {
		return a.words.N("count.errors", n.Errors)
	}
	if n.Warnings > 0 {
		return a.words.N("count.warnings", n.Warnings)
	}
	return ""
}
