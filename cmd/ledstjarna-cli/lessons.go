package main

import (
	"strings"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
)

// lessonsCommand tells what closed plans have to teach a document, and adds it
// to the document's lessons.
type lessonsCommand struct {
	File     string `arg:"" name:"file"`
	Document string `arg:"" name:"document"`
	Add      string `name:"add" placeholder:"document"`
}

// foundLesson is a lesson as --json prints it.
type foundLesson struct {
	Document  plan.ID   `json:"document"`
	Title     string    `json:"title"`
	Date      plan.Date `json:"date"`
	Keep      string    `json:"keep,omitempty"`
	Change    string    `json:"change,omitempty"`
	Stop      string    `json:"stop,omitempty"`
	Audiences []string  `json:"audiences,omitempty"`
	Channels  []string  `json:"channels,omitempty"`
	Held      bool      `json:"held,omitempty"`
}

// Run prints the lessons, or adds those of a plan or of all.
func (c *lessonsCommand) Run(a *app) error {
	if c.Add != "" {
		return a.change(c.File, c.add)
	}
	return a.read(c.File, func(s *session) error {
		_, _, lessons, err := c.lessons(s)
		if err != nil {
			return err
		}
		out := []foundLesson{}
		var rows [][]string
		for _, l := range lessons {
			e := l.Evaluation
			f := foundLesson{l.Document, l.Title, e.Date, e.Keep, e.Change, e.Stop, l.Audiences, nil, l.Held}
			for _, id := range l.Channels {
				x, _ := s.register().Entry(plan.ListChannels, id)
				f.Channels = append(f.Channels, s.register().EntryName(plan.ListChannels, x))
			}
			out = append(out, f)
			shared := strings.Join(append(append([]string{}, f.Audiences...), f.Channels...), ", ")
			rows = append(rows, []string{string(f.Document), f.Title, s.day(e.Date), shared, report.LessonText(s.words, l)})
		}
		if a.json {
			return a.printJSON(out)
		}
		return a.printTable(a.headings("cli.column.id", "column.document", "column.date", "lesson.shared", "cli.column.detail"), rows)
	})
}

func (c *lessonsCommand) lessons(s *session) (plan.Document, plan.Sealed, []plan.Lesson, error) {
	d, err := s.document(c.Document)
	if err != nil {
		return d, plan.Sealed{}, nil, err
	}
	before, err := s.content(d.Latest())
	if err != nil {
		return d, before, nil, err
	}
	from, err := s.sources(s.register().Evaluated(s.today())...)
	return d, before, from.Lessons(d, before.Content), err
}

func (c *lessonsCommand) add(s *session) error {
	d, before, lessons, err := c.lessons(s)
	if err != nil {
		return err
	}
	if c.Add != all {
		var candidates []named
		for _, l := range lessons {
			candidates = append(candidates, named{l.Document, []string{l.Title}})
		}
		id, err := find(candidates, c.Add, "cli.error.lesson")
		if err != nil {
			return err
		}
		for _, l := range lessons {
			if l.Document == id {
				lessons = []plan.Lesson{l}
				break
			}
		}
	}
	after := before.Content
	for _, l := range lessons {
		if l.Held {
			continue
		}
		if after, err = plan.TakeLesson(d.Kind, after, report.LessonText(s.words, l)); err != nil {
			return refuse("cli.error.lessons", "document", d.Latest().Head.Title)
		}
	}
	return s.setContent("add-lesson", d, before, after)
}
