package report

import (
	"slices"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// OneReview returns the print of a review's record. The event is a review that
// counts: the latest of those that correct each other.
func OneReview(s Source, e plan.Event) Print {
	rv := review.FromEvent(e)
	return s.print(s.reviewTitle(rv), rv.Dnr, Review(s, e))
}

func (s Source) reviewTitle(rv review.Review) string {
	return s.Words.T("review-paper.title", "title", s.titleAt(rv))
}

// titleAt is the title of the version that was reviewed.
func (s Source) titleAt(rv review.Review) string {
	d, ok := s.Register.Document(rv.Document)
	if !ok {
		return ""
	}
	if v, known := d.Version(rv.Version); known {
		return v.Head.Title
	}
	return s.shown(d).Head.Title
}

// Review returns the paper of a review's record: what it came to first, then what
// was reviewed and by whom, the questions with their answers, and what was found.
func Review(s Source, e plan.Event) Document {
	rv := review.FromEvent(e)
	p := &paper{Source: s, words: string(plan.EventReview), subject: plan.Subject{Register: s.Register, Today: s.Today}}
	doc := Document{
		Title: s.reviewTitle(rv), Language: string(s.Words.Language()), Logo: true, Level: 1, Anchor: string(e.ID), FooterLeft: s.footer(rv.Dnr),
	}
	doc.Blocks = append(doc.Blocks, Title{Kind: TitleCompact, Kicker: s.Words.T("review-paper.kicker"), Text: s.titleAt(rv)}, p.reviewHead(rv))
	doc.Blocks = append(doc.Blocks, p.reviewResult(rv))
	doc.Blocks = append(doc.Blocks, Heading{Level: 1, Small: true, Text: s.Words.T("review-paper.facts")}, p.reviewFacts(rv))
	for _, part := range []struct {
		key  plan.Key
		text string
	}{
		{plan.KeyConsultation, rv.Consultation},
		{plan.KeyObservations, rv.Observations},
		{plan.KeyConclusion, rv.Conclusion},
		{plan.KeyProposedAction, rv.Proposed},
		{plan.KeyChangeSummary, rv.Summary},
	} {
		if part.text != "" {
			doc.Blocks = append(doc.Blocks, Heading{Level: 1, Small: true, Text: p.label(plan.PathTo(part.key))})
			doc.Blocks = append(doc.Blocks, Markdown(part.text)...)
		}
	}
	if t, ok := p.answers(rv); ok {
		doc.Blocks = append(doc.Blocks, Heading{Level: 1, Small: true, Text: p.label(plan.PathTo(plan.KeyChecklist))}, t)
	}
	doc.Blocks = append(doc.Blocks, p.recordedBy(e)...)
	if rv.Reviewer != "" {
		name := rv.ReviewerName
		if name == "" {
			name = rv.Reviewer
		}
		title := Text(nil)
		if name != rv.Reviewer {
			title = Plain(rv.Reviewer)
		}
		doc.Blocks = append(doc.Blocks, Signatures{Pairs: []Pair{{name, title}}})
	}
	return doc
}

// reviewHead is the row of day, dnr and outcome under the title.
func (p *paper) reviewHead(rv review.Review) HeaderBlock {
	h := HeaderBlock{Pairs: []Pair{{p.Words.T("report.date"), Plain(p.iso(rv.Date()))}}}
	if rv.Dnr != "" {
		h.Pairs = append(h.Pairs, Pair{p.Words.T("column.dnr"), Plain(rv.Dnr)})
	}
	if rv.Reviewer != "" {
		h.Pairs = append(h.Pairs, Pair{p.label(plan.PathTo(plan.KeyReviewer)), Plain(rv.Reviewer)})
	}
	return h
}

// reviewed are the words of a field of the record.
func (p *paper) reviewed(k plan.Key, v plan.Value) Text {
	f, _ := plan.FieldIn(plan.EventFields(plan.EventReview), k)
	return p.value(f, plan.PathTo(k), v)
}

// reviewResult is the panel with the outcome and what was decided.
func (p *paper) reviewResult(rv review.Review) Panel {
	w := p.Words
	panel := Panel{Heading: w.T("review-paper.result")}
	panel.Text = append(panel.Text, Text{{Text: p.reviewed(plan.KeyOutcome, plan.Text(rv.Outcome)).String(), Bold: true}})
	switch decided := joined(" ", p.body(rv.Body), p.paragraph(rv.Paragraph)); {
	case rv.NoFormalDecision:
		panel.Text = append(panel.Text, Plain(w.T("review-paper.no-decision")))
	case decided != "" || rv.Officer != "":
		panel.Text = append(panel.Text, Plain(w.T("review-paper.decided", "by", joined(", ", decided, rv.Officer), "date", p.iso(rv.DecisionDate))))
	}
	if d, v, ok := p.Register.VersionOf(rv.Draft); ok {
		panel.Text = append(panel.Text, Plain(w.T("review-paper.led-to", "title", v.Head.Title, "version", p.version(d, v))))
	}
	return panel
}

// reviewFacts tell what was reviewed, why, when and by whom.
func (p *paper) reviewFacts(rv review.Review) Facts {
	w := p.Words
	var facts Facts
	add := func(label string, t Text) {
		if len(t) > 0 && t.String() != "" {
			facts.Pairs = append(facts.Pairs, Pair{label, t})
		}
	}
	if d, ok := p.Register.Document(rv.Document); ok {
		add(w.T("review-paper.document"), Plain(p.titleAt(rv)))
		add(w.T("column.kind"), Plain(w.T("kind."+string(d.Kind))))
		if v, known := d.Version(rv.Version); known {
			add(w.T("column.version"), Plain(p.version(d, v)))
			if a, adopted := p.Register.AdoptionOf(d, v.ID); adopted {
				add(w.T("review-paper.adopted"), Plain(joined(" ", p.iso(a.Date), p.body(a.Body), p.paragraph(a.Paragraph))))
			}
		}
	}
	add(w.T("review-paper.concerns"), Plain(p.concern(rv.Concern)))
	add(p.label(plan.PathTo(plan.KeyTrigger)), p.reviewed(plan.KeyTrigger, plan.Text(string(rv.Trigger))))
	add(p.label(plan.PathTo(plan.KeyStarted)), Plain(p.iso(rv.Started)))
	add(p.label(plan.PathTo(plan.KeyCompleted)), Plain(p.iso(rv.Completed)))
	add(p.label(plan.PathTo(plan.KeyReviewer)), Plain(joined(", ", rv.Reviewer, rv.ReviewerName)))
	if rv.CountsAsYears {
		add(p.label(plan.PathTo(plan.KeyCountsAsYears)), Plain(w.T("choice.yes")))
	}
	if next, ok := review.NextDue(p.Register, rv.Document, p.Today); ok {
		add(w.T("duty.next"), Plain(p.iso(next)))
	}
	return facts
}

// concern is what the review answers for: the period, the year or the need.
func (p *paper) concern(c review.Concern) string {
	switch {
	case c.Period != "":
		e, _ := p.Register.Entry(plan.ListPeriods, c.Period)
		return p.Words.T("duty.period", "period", p.Register.EntryName(plan.ListPeriods, e))
	case c.Year != 0:
		return p.Words.T("duty.annual", "year", c.Year)
	}
	if e, ok := p.Register.Event(c.Need); ok {
		return e.Fields.Text(plan.KeyReason)
	}
	return ""
}

// answers is the table of the questions that were answered; false where none was.
func (p *paper) answers(rv review.Review) (Table, bool) {
	w := p.Words
	t := Table{Columns: []Column{{Head: w.T("print.question")}, {Head: w.First("field.answer"), Fixed: true}, {Head: w.First("field.note")}}}
	standard := plan.ReviewChecklist()
	list, _ := plan.FieldIn(plan.EventFields(plan.EventReview), plan.KeyChecklist)
	answer, _ := plan.FieldIn(list.Columns, plan.KeyAnswer)
	path := column(plan.PathTo(plan.KeyChecklist), plan.KeyAnswer)
	for _, a := range rv.Checklist {
		if a.Answer == "" && a.Note == "" {
			continue
		}
		question := a.Text
		if question == "" && slices.Contains(standard, a.Question) {
			question = w.T(plan.CheckWords(plan.KeyChecklist, a.Question))
		}
		t.Rows = append(t.Rows, TableRow{Cells: []Cell{{Text: Plain(question)}, {Text: p.value(answer, path, plan.Text(a.Answer))}, {Text: Plain(a.Note)}}})
	}
	return t, len(t.Rows) > 0
}

// recordedBy tells who registered the record and when, and why it was corrected.
func (p *paper) recordedBy(e plan.Event) []Block {
	out := []Block{Paragraph{Label: true, Text: Plain(p.Words.T("review-paper.recorded", "by", e.By, "date", p.iso(plan.DateOf(e.At))))}}
	if e.Corrects != "" {
		out = append(out, Paragraph{Label: true, Text: Plain(p.Words.T("review-paper.corrected", "reason", e.Fields.Text(plan.KeyCorrectionReason)))})
	}
	return out
}
