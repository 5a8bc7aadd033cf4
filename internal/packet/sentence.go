package packet

import (
	"strconv"
	"strings"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// Sentences returns the points of the proposed decision: those that a person has
// written, one a line, else those that follow from what the item is about.
// Each stands on its own and is understood without the appendices.
func Sentences(r plan.Register, p Packet, it Item, w *i18n.Printer) []string {
	if own := written(it.Texts.Text(plan.KeyProposal)); len(own) > 0 {
		return own
	}
	s := sentences{r, p, it, w}
	switch {
	case it.Type == plan.ItemFormality:
		return nil
	case it.Type != plan.ItemDecision:
		return []string{s.say("note", "body", p.Body)}
	case it.Subject == plan.SubjectAnnual:
		return s.annual()
	}
	d, ok := r.Document(it.Document)
	if !ok {
		return nil
	}
	v, _ := d.Version(it.Version)
	if own := s.proposed(v); own != nil {
		return own
	}
	if a, adopted := r.AdoptionOf(d, v.ID); adopted {
		return []string{s.reaffirm(d, v, a)}
	}
	return s.adopt(d, v)
}

// proposed are the points that the person has chosen what is to come of; nil where
// it follows from the document.
func (s sentences) proposed(v plan.Version) []string {
	pairs := []any{"body", s.p.Body, "title", v.Head.Title}
	switch s.it.Proposes {
	case plan.ProposeNote:
		return []string{s.say("note", "body", s.p.Body)}
	case plan.ProposeRepeal:
		from := s.it.Until
		if from.IsZero() {
			from = s.p.Meeting.Date
		}
		return []string{s.say("repeal", append(pairs, "date", s.date(from))...)}
	case plan.ProposeExtend:
		return []string{s.say("extend", append(pairs, "to", s.date(s.it.Until))...)}
	}
	return nil
}

// written splits a person's own points, with or without their numbers.
func written(text string) []string {
	var out []string
	for line := range strings.SplitSeq(text, "\n") {
		line = strings.TrimSpace(line)
		line = strings.TrimSpace(strings.TrimLeft(strings.TrimLeft(line, "0123456789"), ".)"))
		if line != "" {
			out = append(out, line)
		}
	}
	return out
}

type sentences struct {
	r  plan.Register
	p  Packet
	it Item
	w  *i18n.Printer
}

// say is one point: a sentence, or where the organisation writes so the clause that
// follows its lead.
func (s sentences) say(key string, pairs ...any) string {
	if s.r.Clauses() {
		return s.w.T("clause."+key, pairs...)
	}
	return s.w.T("sentence."+key, pairs...)
}

// Lead is what stands before the points of an item where the organisation writes its
// decisions as clauses, "Direktionen beslutar"; "" where the points are sentences, or
// a person's own.
func Lead(r plan.Register, p Packet, it Item, w *i18n.Printer) string {
	if !r.Clauses() || len(written(it.Texts.Text(plan.KeyProposal))) > 0 || len(Sentences(r, p, it, w)) == 0 {
		return ""
	}
	return w.T("clause.lead", "body", p.Body)
}

func (s sentences) date(d plan.Date) string {
	return strings.ReplaceAll(s.w.DateInText(i18n.Day(d)), " ", "\u00a0")
}

// appendix is how a sentence points at an appendix of the item.
func (s sentences) appendix(n int) string {
	return strings.ReplaceAll(s.w.T("page.appendix-inline", "n", Appendix(s.r, n)), " ", "\u00a0")
}

func (s sentences) adopt(d plan.Document, v plan.Version) []string {
	key, number := "adopt", "1.0"
	if len(s.r.Adoptions(d.ID)) > 0 {
		key, number = "revise", v.Number()
	}
	main := 1
	for _, x := range s.it.Papers {
		if x.Version == v.ID && x.Changes == "" {
			main = x.Number
			break
		}
	}
	out := []string{s.say(key, "body", s.p.Body, "title", v.Head.Title, "version", number, "appendix", s.appendix(main))}
	from := v.Head.ValidFrom
	if from.Before(s.p.Meeting.Date) {
		from = s.p.Meeting.Date
	}
	pairs := []any{"title", v.Head.Title, "from", s.date(from), "to", s.date(v.Head.ValidTo)}
	switch {
	case v.Head.Validity == plan.ValidUntil && !v.Head.ValidTo.IsZero():
		out = append(out, s.say("in-force", pairs...))
	case v.Head.Validity == plan.ValidUntilSuperseded && !v.Head.ValidTo.IsZero():
		out = append(out, s.say("in-force-until-superseded", pairs...))
	case v.Head.Validity == plan.ValidUntilFurtherNotice:
		out = append(out, s.say("in-force-until-further-notice", pairs[:4]...))
	}
	for _, x := range s.it.Papers {
		if x.Changes != "" {
			out = append(out, s.say("changes", "appendix", s.appendix(x.Number)))
		}
	}
	for _, id := range s.r.Objects(d.ID, plan.Supersedes) {
		if old, ok := s.r.Document(id); ok {
			out = append(out, s.say("ends", "title", old.Latest().Head.Title, "date", s.date(from)))
		}
	}
	return out
}

func (s sentences) reaffirm(d plan.Document, v plan.Version, a plan.Adoption) string {
	first := a
	for _, x := range s.r.Adoptions(d.ID) { // an editorial change is not what the body decided
		if !x.Editorial() {
			first = x
		}
	}
	pairs := []any{"body", s.p.Body, "title", v.Head.Title, "date", s.date(first.Date), "paragraph", "§\u00a0" + first.Paragraph}
	if a.Validity == plan.ValidUntilFurtherNotice || a.ValidTo.IsZero() {
		return s.say("reaffirm-until-further-notice", pairs...)
	}
	return s.say("reaffirm", append(pairs, "to", s.date(a.ValidTo))...)
}

// annual is one decision over the documents that go on as they are, and a point
// about those that the year's review changes.
func (s sentences) annual() []string {
	var same, other, open []string
	for _, l := range AnnualLines(s.r, s.it.Year, s.p.Meeting.Date) {
		switch title := l.Version.Head.Title; {
		case l.Continues():
			same = append(same, title)
		case l.Changes():
			other = append(other, title+" ("+AnnualOutcome(s.w, l)+")")
		case l.Unfinished():
			open = append(open, title)
		}
	}
	var out []string
	if len(same) > 0 {
		out = append(out, s.say("annual", "body", s.p.Body, "year", s.it.Year, "documents", s.w.List(s.w.Sorted(same))))
	}
	if len(other) > 0 {
		out = append(out, s.say("annual-changes", "body", s.p.Body, "year", s.it.Year, "documents", s.w.List(s.w.Sorted(other))))
	}
	if len(open) > 0 {
		out = append(out, s.say("annual-unfinished", "body", s.p.Body, "year", s.it.Year, "documents", s.w.List(s.w.Sorted(open))))
	}
	return out
}

// AnnualOutcome says what the review of a line came to; that it is tried by the
// decision where it is not made.
func AnnualOutcome(w *i18n.Printer, l AnnualLine) string {
	switch {
	case l.Unfinished():
		return w.T("annual.cannot-complete")
	case l.Duty.State.Open():
		return w.T("annual.by-decision")
	case l.Review.Outcome == "":
		return w.T("annual.new-version", "date", w.ISO(i18n.Day(l.Duty.Met)))
	}
	return w.T("annual." + l.Review.Outcome)
}

// Appendix is the number of an appendix as it is printed: "2", or "b" where the
// organisation counts in letters; after z comes aa.
func Appendix(r plan.Register, n int) string {
	if !r.AppendixLetters() || n < 1 {
		return strconv.Itoa(n)
	}
	out := ""
	for ; n > 0; n = (n - 1) / 26 {
		out = string(rune('a'+(n-1)%26)) + out
	}
	return out
}
