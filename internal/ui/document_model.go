package ui

import (
	"strconv"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// documentModel is what the editor of a version shows beside its fields.
type documentModel struct {
	title    string
	caption  string
	state    kit.State
	sections []sectionLine
	findings []plan.Finding      // the most severe first
	titles   map[plan.Key]string // of the sections, with their numbers
	errors   int
}

type sectionLine struct {
	key  plan.Key
	mark plan.Mark
	look kit.Section
}

type findingLine struct {
	severity plan.Severity
	sentence string
	place    string
	section  plan.Key
	path     plan.Path
}

// documentModelOf makes the model of a version.
func documentModelOf(p *i18n.Printer, s plan.Subject) documentModel {
	found := plan.Findings(s)
	marks := plan.Marks(s, found)
	m := documentModel{
		title:  s.Content.Text(plan.KeyTitle),
		state:  statusState(p, s.Register.StatusOf(s.Document, s.Version, s.Today)),
		errors: plan.Errors(found),
	}
	if m.title == "" {
		m.title = p.T("document.untitled")
	}
	m.caption = p.T("kind."+string(s.Document.Kind)) + " · " + p.T("version.label", "version", versionWords(p, s.Register, s.Document, s.Version))
	if cur, _, ok := s.Register.Current(s.Document, s.Today); ok && cur.ID != s.Version.ID {
		m.caption += " · " + p.T("document.in-force", "version", cur.Number())
	}
	m.titles = map[plan.Key]string{}
	for _, sec := range plan.SectionsOf(s.Document.Kind, s.Document.Quick) {
		symbol, family, word := markLook(marks[sec.Key])
		name := p.First(plan.SectionWords(s.Document.Kind, sec.Key)...)
		m.titles[sec.Key] = strconv.Itoa(sec.Number) + " " + name
		m.sections = append(m.sections, sectionLine{key: sec.Key, mark: marks[sec.Key], look: kit.Section{
			Mark: symbol, Family: family, MarkWord: p.T(word), Number: strconv.Itoa(sec.Number), Title: name,
		}})
	}
	for _, sev := range []plan.Severity{plan.Error, plan.Warning, plan.Hint} {
		for _, f := range found {
			if f.Severity == sev {
				m.findings = append(m.findings, f)
			}
		}
	}
	return m
}

// lineOf puts a finding into words.
func (m documentModel) lineOf(p *i18n.Printer, kind plan.DocumentKind, f plan.Finding) findingLine {
	return findingLine{f.Severity, report.Finding(p, kind, f), m.titles[f.Section], f.Section, f.Path}
}

// versionWords writes a version's number: "1.1", "0.2", "2.0 utkast 1".
func versionWords(p *i18n.Printer, r plan.Register, d plan.Document, v plan.Version) string {
	if _, adopted := r.AdoptionOf(d, v.ID); adopted || v.Major == 0 {
		return v.Number()
	}
	return p.T("version.draft", "version", v.Number(), "n", v.Draft)
}

func sectionTitle(p *i18n.Printer, kind plan.DocumentKind, sec plan.Section) string {
	return strconv.Itoa(sec.Number) + "  " + p.First(plan.SectionWords(kind, sec.Key)...)
}

// roomOf is the room in which documents of the kind are listed.
func roomOf(k plan.DocumentKind) room {
	if k == plan.PeriodPlan || k == plan.AssignmentPlan {
		return roomPlans
	}
	return roomSteering
}
