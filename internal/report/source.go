package report

import (
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
)

// Source is what papers are made from: the file, the words of the language, and
// the day on which everything that is counted from today is counted.
type Source struct {
	Register plan.Register
	Words    *i18n.Printer
	Today    plan.Date
	// Content returns a version's content.
	Content func(plan.Document, plan.Version) (plan.Content, error)
	// Enclosed tells how a file of another origin comes into the papers of a meeting; nil
	// where none can.
	Enclosed func(plan.AttachedFile) (Enclosure, error)
	Logo     []byte // the organisation's, a PNG or JPEG image; nil for its name alone
}

// paper is one version of a document, a record or a list of the register on its
// way to become blocks.
type paper struct {
	Source
	subject plan.Subject
	words   string // whose words its fields have, where it is no document
	tables  int    // numbered so far
	figures int
}

// scope is whose words the fields have: of the kind of document, the record or the
// list.
func (p *paper) scope() string {
	if p.words != "" {
		return p.words
	}
	return string(p.subject.Document.Kind)
}

func (s Source) paper(d plan.Document, v plan.Version) (*paper, error) {
	c, err := s.Content(d, v)
	if err != nil {
		return nil, err
	}
	p := &paper{Source: s, subject: plan.Subject{
		Register: s.Register, Document: d, Version: v, Content: c, Today: s.Today,
	}}
	for _, id := range s.Register.Subjects(d.ID, plan.ElaboratedIn) {
		parent, ok := s.Register.Document(id)
		if !ok {
			continue
		}
		if p.subject.Parent, err = s.Content(parent, s.shown(parent)); err != nil {
			return nil, err
		}
	}
	return p, nil
}

// shown returns the version of a document that speaks for it: the one in force,
// else the latest.
func (s Source) shown(d plan.Document) plan.Version {
	if v, _, ok := s.Register.Current(d, s.Today); ok {
		return v
	}
	return d.Latest()
}

// titleOf returns a document's title with its version, "Kommunikationsstrategi,
// version 3.0".
func (s Source) titleOf(id plan.ID) string {
	d, ok := s.Register.Document(id)
	if !ok {
		return ""
	}
	v := s.shown(d)
	return v.Head.Title + ", " + s.Words.T("version.label", "version", s.version(d, v))
}

// version returns the number of a version as it is written: "1.1", "0.2",
// "2.0 utkast 1".
func (s Source) version(d plan.Document, v plan.Version) string {
	if _, adopted := s.Register.AdoptionOf(d, v.ID); adopted || v.Major == 0 {
		return v.Number()
	}
	return s.Words.T("version.draft", "version", v.Number(), "n", v.Draft)
}

func (s Source) iso(d plan.Date) string { return s.Words.ISO(i18n.Day(d)) }

func (s Source) body(id plan.ID) string {
	e, ok := s.Register.Entry(plan.ListBodies, id)
	if !ok {
		return ""
	}
	return e.Fields.Text(plan.KeyName)
}
