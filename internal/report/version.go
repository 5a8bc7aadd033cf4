package report

import (
	"strconv"

	"ledstjarna/internal/plan"
)

// Version returns the paper of one version of a document: its head with the
// control box, and every section that has something to say.
func Version(s Source, d plan.Document, v plan.Version) (Document, error) {
	p, err := s.paper(d, v)
	if err != nil {
		return Document{}, err
	}
	doc := Document{
		Title: v.Head.Title, Version: s.Words.T("version.label", "version", s.version(d, v)),
		Language: string(s.Words.Language()), Logo: true, Level: 1, Anchor: string(v.ID), Contents: true,
		FooterLeft: s.footer(v.Head.Dnr),
	}
	doc.Blocks = append(doc.Blocks, p.title(), p.controlBox())
	for _, sec := range plan.SectionsOf(d.Kind, d.Quick) {
		if sec.Number == 0 {
			continue
		}
		if sec.Key == "one-page" {
			page := p.onePage()
			page.Number = strconv.Itoa(sec.Number)
			doc.Blocks = append(doc.Blocks, PageBreak{}, page, PageBreak{})
			continue
		}
		blocks := append(p.section(sec, p.subject.Content), p.followUp(sec.Key)...)
		if len(blocks) == 0 {
			continue
		}
		doc.Blocks = append(doc.Blocks, Heading{
			Level: 1, Number: strconv.Itoa(sec.Number), Text: s.Words.First(plan.SectionWords(d.Kind, sec.Key)...),
			Anchor: string(v.ID) + "-" + string(sec.Key),
		})
		doc.Blocks = append(doc.Blocks, blocks...)
	}
	return doc, nil
}

// One returns the print of a single version.
func One(s Source, d plan.Document, v plan.Version) (Print, error) {
	doc, err := Version(s, d, v)
	if err != nil {
		return Print{}, err
	}
	return s.print(v.Head.Title, v.Head.Dnr, doc), nil
}

func (s Source) print(title, dnr string, parts ...Document) Print {
	return Print{
		Title: title, Author: s.organisation(), Subject: dnr, Language: string(s.Words.Language()),
		Words: s.pageWords(), Parts: parts, Logo: s.logo(), Accent: s.accent(),
		Hyphenate: s.Register.Organisation().Text(plan.KeyHyphenate) == plan.Yes,
	}
}

// accent is the organisation's colour, the zero value where it has none that can
// be read.
func (s Source) accent() RGB {
	c, err := plan.ParseColour(s.Register.Organisation().Text(plan.KeyAccent))
	if err != nil {
		return RGB{}
	}
	return RGB(c)
}

func (s Source) organisation() string { return s.Register.Organisation().Text(plan.KeyName) }

func (s Source) footer(dnr string) string {
	if dnr == "" {
		return s.organisation()
	}
	return s.organisation() + " · " + dnr
}

func (s Source) pageWords() Words {
	return Words{
		Page:     func(n, total int) string { return s.Words.T("page.of", "n", n, "total", total) },
		Packet:   func(n, total int) string { return s.Words.T("page.packet-of", "n", n, "total", total) },
		Contents: s.Words.T("page.contents"),
		Sheet: func(title string, n, total int) string {
			return s.Words.T("enclosure.sheet", "title", title, "n", n, "total", total)
		},
		ToPage: func(n int) string { return s.Words.T("page.to", "n", n) },
	}
}

// logo is the organisation's name in two lines: all but its last word, and the
// last word, as organisations write themselves.
func (s Source) logo() Logo {
	name := s.organisation()
	short := s.Register.Organisation().Text(plan.KeyShortName)
	if short != "" && len(name) > len(short)+1 && name[len(name)-len(short):] == short {
		return Logo{Name: name[:len(name)-len(short)-1], Name2: short, Alt: name, Picture: s.Logo}
	}
	return Logo{Name: name, Alt: name, Picture: s.Logo}
}

func (p *paper) title() Title {
	d, c := p.subject.Document, p.subject.Content
	t := Title{Kicker: p.Words.T("kind." + string(d.Kind)), Text: c.Text(plan.KeyTitle)}
	for _, id := range p.Register.Subjects(d.ID, plan.Contains) {
		if parent, ok := p.Register.Document(id); ok {
			t.Subtitle = p.Words.T("print.contained-in", "title", p.shown(parent).Head.Title)
		}
	}
	if a, ok := p.Register.Assignment(c.Get(plan.KeyAssignment).ID()); ok {
		t.Subtitle = p.Words.T("print.assignment", "name", a.Name)
	}
	if c.Text(plan.KeySubtype) != "" && t.Subtitle == "" {
		t.Kicker = p.Words.T("kind.policy")
	}
	return t
}
