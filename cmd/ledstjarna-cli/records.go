package main

import (
	"encoding/json"
	"errors"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// recordsCommand lists what is registered: decisions, reviews, follow-ups.
type recordsCommand struct {
	File     string `arg:"" name:"file"`
	Document string `arg:"" name:"document" optional:""`
}

// listedRecord is a record as --json prints it.
type listedRecord struct {
	ID       plan.ID         `json:"id"`
	Kind     plan.EventKind  `json:"kind"`
	Day      plan.Date       `json:"day"` // on which what it records happened
	Document plan.ID         `json:"document,omitempty"`
	Version  plan.ID         `json:"version,omitempty"`
	By       string          `json:"by"`
	Corrects plan.ID         `json:"corrects,omitempty"`
	Annuls   bool            `json:"annuls,omitempty"`
	Counts   bool            `json:"counts"` // false: corrected by a later one
	Fields   json.RawMessage `json:"fields"`
}

// Run prints the records in the order in which they were registered.
func (c *recordsCommand) Run(a *app) error {
	return a.read(c.File, func(s *session) error {
		var only plan.ID
		if c.Document != "" {
			d, err := s.document(c.Document)
			if err != nil {
				return err
			}
			only = d.ID
		}
		out := []listedRecord{}
		var rows [][]string
		for _, e := range s.register().Events() {
			if only != "" && e.Document != only || len(plan.EventFields(e.Kind)) == 0 {
				continue
			}
			b, err := e.Fields.MarshalJSON()
			if err != nil {
				return err
			}
			last := s.register().Correctable(e)
			out = append(out, listedRecord{e.ID, e.Kind, e.Day(), e.Document, e.Version, e.By, e.Corrects, e.Annuls(), last, b})
			if last {
				rows = append(rows, []string{string(e.ID), a.day(e.Day()), a.words.T("registration." + string(e.Kind)), s.title(e.Document), s.recorded(e)})
			}
		}
		if a.json {
			return a.printJSON(out)
		}
		return a.printTable(a.headings("cli.column.id", "column.date", "cli.column.record", "column.document", "cli.column.detail"), rows)
	})
}

// recorded says in a word what the record came to.
func (s *session) recorded(e plan.Event) string {
	if e.Annuls() {
		return s.words.T("registration.annulled", "reason", e.Fields.Text(plan.KeyCorrectionReason))
	}
	for _, k := range []plan.Key{plan.KeyOutcome, plan.KeySubject} {
		if code := e.Fields.Text(k); code != "" {
			return s.words.First(plan.ChoiceWords(string(e.Kind), plan.PathTo(k), code)...)
		}
	}
	f := e.Fields
	until := s.day(f.Get(plan.KeyUntil).Date())
	if e.Kind == plan.EventSnooze {
		return s.words.T("cli.record.until", "day", until)
	}
	if e.Kind == plan.EventDeviation {
		return s.words.T("cli.record.until-because", "day", until, "reason", f.Text(plan.KeyReason))
	}
	return f.Text(plan.KeyReason)
}

// correctCommand corrects a record, or annuls one that was made by mistake.
type correctCommand struct {
	File   string   `arg:"" name:"file"`
	Record string   `arg:"" name:"record"`
	Fields []string `arg:"" name:"fields" optional:""`
	Reason string   `name:"reason" required:"" placeholder:"text"`
	Annul  bool     `name:"annul"`
}

// Run registers the correction and prints its ID.
func (c *correctCommand) Run(a *app) error {
	if c.Annul == (len(c.Fields) > 0) {
		return refuse("cli.error.correct")
	}
	return a.change(c.File, func(s *session) error {
		e, err := s.record(c.Record)
		if err != nil {
			return err
		}
		fields, err := s.fillEvent(e.Fields.With(plan.KeyCorrectionReason, plan.Value{}).With(plan.KeyAnnulled, plan.Value{}), e.Kind, c.Fields)
		if err != nil {
			return err
		}
		edit, err := review.Correct(s.register(), plan.Correction{Event: e.ID, Fields: fields, Annul: c.Annul, Reason: c.Reason}, s.by, s.now)
		if err != nil {
			return s.wordCorrection(e, err)
		}
		if edit.IsEmpty() {
			a.note("correction.nothing")
			return nil
		}
		if err := s.do("correct", edit); err != nil {
			return err
		}
		return s.printID(edit.Events[0].ID)
	})
}

// record is the one with the ID or the beginning of it.
func (s *session) record(word string) (plan.Event, error) {
	var all []named
	for _, e := range s.register().Events() {
		all = append(all, named{e.ID, nil})
	}
	id, err := find(all, word, "cli.error.record")
	e, _ := s.register().Event(id)
	return e, err
}

// wordCorrection gives the reasons for which a record is not corrected their words.
func (s *session) wordCorrection(e plan.Event, err error) error {
	if errors.Is(err, review.ErrNothingDue) {
		return refuse("cli.error.snooze.was-not-due")
	}
	return s.wordRegistration(e.Kind, err)
}
