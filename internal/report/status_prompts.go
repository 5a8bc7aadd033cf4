package report

import (
	"slices"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// prompts lists what the register lacks, grouped by kind.
func (p *statusPaper) prompts() []Block {
	var heads []string
	lines := map[string][]Text{}
	for _, x := range review.Prompts(p.Register, p.o.On) {
		head := p.promptHead(x.Kind)
		if !slices.Contains(heads, head) {
			heads = append(heads, head)
		}
		if t := p.promptLine(x); len(t) > 0 {
			lines[head] = append(lines[head], t)
		}
	}
	if len(heads) == 0 {
		return nil
	}
	out := []Block{Heading{Level: 2, Text: p.Words.T("status-paper.to-do")}}
	for _, head := range heads {
		out = append(out, Heading{Level: 3, Text: head})
		for _, t := range lines[head] {
			out = append(out, Paragraph{Text: t})
		}
	}
	return out
}

// promptHead is the heading of a kind; a missing plan is one, wherever it is
// missing.
func (p *statusPaper) promptHead(k review.PromptKind) string {
	if k == review.PlanMissingInProgramme || k == review.PlanMissingInAssignment {
		return p.Words.T("prompt.plan-missing")
	}
	return p.Words.T("prompt." + string(k))
}

// promptLine names what a prompt is about, and the day it counts from.
func (p *statusPaper) promptLine(x review.Prompt) Text {
	w, date := p.Words, p.iso(x.Date)
	name, since := "", ""
	switch x.Kind {
	case review.PeriodMissing:
		if name = p.period(x.Period); name != "" {
			since = w.T("prompt.last-ends", "date", date)
		}
	case review.ProgrammeMissing:
		name, since = p.period(x.Period), w.T("prompt.starts", "date", date)
	case review.PlanMissingInProgramme:
		if d, ok := p.Register.Document(x.Document); ok {
			name = p.shown(d).Head.Title
		}
	case review.PlanMissingInAssignment:
		name, since = p.assignment(x.Assignment), w.T("prompt.described", "date", date)
	case review.EvaluationMissing:
		name, since = p.assignment(x.Assignment), w.T("prompt.ended", "date", date)
	}
	out := Plain(name)
	for _, more := range []string{since, p.draftOf(x)} {
		if more != "" {
			out = append(out, Span{Text: sentenceGap(out) + more, Muted: true})
		}
	}
	return out
}

// sentenceGap stands between parts of a line.
func sentenceGap(before Text) string {
	if len(before) == 0 {
		return ""
	}
	return ", "
}

func (p *statusPaper) draftOf(x review.Prompt) string {
	if x.Draft == "" {
		return ""
	}
	return p.Words.T("prompt.draft")
}

func (p *statusPaper) period(id plan.ID) string {
	e, ok := p.Register.Entry(plan.ListPeriods, id)
	if !ok {
		return ""
	}
	return p.Register.EntryName(plan.ListPeriods, e)
}

// assignment names an assignment, with its number where it has one.
func (p *statusPaper) assignment(id plan.ID) string {
	e, ok := p.Register.Entry(plan.ListAssignments, id)
	if !ok {
		return ""
	}
	name, no := e.Fields.Text(plan.KeyName), e.Fields.Text(plan.KeyNo)
	if no == "" {
		return name
	}
	return p.Words.T("status-paper.assignment", "no", no, "name", name)
}
