package report

import (
	"cmp"
	"strings"

	"ledstjarna/internal/plan"
)

// controlBox is the panel of document details on the first page. A detail
// without a value is left out.
func (p *paper) controlBox() ControlBox {
	d, v, c := p.subject.Document, p.subject.Version, p.subject.Content
	var box ControlBox
	add := func(key string, value string, bold bool) {
		if value != "" {
			box.Pairs = append(box.Pairs, Pair{p.Words.T(key), Text{{Text: value, Bold: bold}}})
		}
	}
	a, adopted := p.Register.AdoptionOf(d, v.ID)
	add("box.document-type", p.kindName(), false)
	add("field.subtype-other", c.Text("subtype-other"), false)
	if adopted {
		add("box.adopted-by", cmp.Or(p.body(a.Body), a.Officer), false)
		add("box.date-and-paragraph", strings.TrimSpace(p.iso(a.Date)+" "+p.paragraph(a.Paragraph)), false)
	} else {
		add("box.status", p.Words.T("status."+string(p.Register.StatusOf(d, v, p.Today))), true)
		add("box.proposal-to", p.proposalTo(d), false)
	}
	add("box.dnr", cmp.Or(a.Dnr, c.Text(plan.KeyDnr)), false)
	add("box.version", p.version(d, v), false)
	add("box.validity", p.validity(a, adopted), false)
	add("box.owner", withName(c.Text(plan.KeyOwner), c.Text(plan.KeyOwnerName)), false)
	add("report.case-officer", c.Text(plan.KeyCaseOfficer), false)
	r := p.reviewDates(d)
	add("box.last-revised", p.lastRevised(d), false)
	add("box.last-reviewed", p.iso(r.last), false)
	add("box.next-review", p.iso(r.next), false)
	add("box.supersedes", p.titles(p.Register.Objects(d.ID, plan.Supersedes)), false)
	add("box.governed-by", p.titles(p.Register.Subjects(d.ID, plan.Governs)), false)
	if e, ok := p.Register.Entry(plan.ListPeriods, c.Get(plan.KeyPeriod).ID()); ok {
		add("field.period", p.Register.EntryName(plan.ListPeriods, e), false)
	}
	return box
}

func withName(role, name string) string {
	if name == "" {
		return role
	}
	return strings.TrimPrefix(role+", "+name, ", ")
}

func (p *paper) kindName() string {
	d := p.subject.Document
	name := p.Words.T("kind." + string(d.Kind))
	if sub := p.subject.Content.Text(plan.KeySubtype); sub != "" && sub != "other" {
		name = p.Words.First(plan.ChoiceWords(string(d.Kind), plan.PathTo(plan.KeySubtype), sub)...)
	}
	if d.Quick {
		name = p.Words.T("print.quick-plan")
	}
	return name
}

func (p *paper) paragraph(s string) string {
	if s == "" {
		return ""
	}
	return "§\u00a0" + s
}

// proposalTo names the meeting that has the document on its packet.
func (p *paper) proposalTo(d plan.Document) string {
	for _, e := range p.Register.Entries(plan.ListPackets) {
		for _, item := range e.Fields.Get(plan.KeyItems).Rows() {
			if item.Cells.Get(plan.KeyDocument).ID() != d.ID {
				continue
			}
			for _, m := range p.Register.Meetings() {
				if m.ID == e.Fields.Get(plan.KeyMeeting).ID() && !m.Date.Before(p.Today) {
					return p.body(m.Body) + " " + p.iso(m.Date)
				}
			}
		}
	}
	return ""
}

func (p *paper) validity(a plan.Adoption, adopted bool) string {
	h := p.subject.Version.Head
	from, to, kind := h.ValidFrom, h.ValidTo, h.Validity
	if adopted {
		from, to, kind = a.ValidFrom, a.ValidTo, a.Validity
	}
	switch {
	case kind == "":
		return ""
	case kind == plan.ValidUntilFurtherNotice && from.IsZero():
		return p.Words.T("validity.until-further-notice")
	case kind == plan.ValidUntilFurtherNotice:
		return p.Words.T("validity.from-until-further-notice", "from", p.iso(from))
	case to.IsZero():
		return p.Words.T("validity.from", "date", p.iso(from))
	case from.IsZero() && kind == plan.ValidUntilSuperseded:
		return p.Words.T("validity.until-superseded", "date", p.iso(to))
	case from.IsZero():
		return p.Words.T("validity.until", "date", p.iso(to))
	case kind == plan.ValidUntilSuperseded:
		return p.Words.T("validity.span-until-superseded", "from", p.iso(from), "to", p.iso(to))
	}
	return p.Words.T("validity.span", "from", p.iso(from), "to", p.iso(to))
}

// lastRevised is the day of the latest adoption after the first.
func (p *paper) lastRevised(d plan.Document) string {
	as := p.Register.Adoptions(d.ID)
	if len(as) < 2 {
		return ""
	}
	return p.iso(as[len(as)-1].Date)
}

func (p *paper) titles(ids []plan.ID) string {
	var out []string
	for _, id := range ids {
		if t := p.titleOf(id); t != "" {
			out = append(out, t)
		}
	}
	return strings.Join(out, "; ")
}
