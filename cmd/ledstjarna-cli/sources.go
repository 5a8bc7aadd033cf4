package main

import "ledstjarna/internal/plan"

// sources reads the contents of the documents.
func (s *session) sources(docs ...plan.ID) (plan.Sources, error) {
	r := s.register()
	out := plan.Sources{Register: r, Contents: map[plan.ID]plan.Content{}, Today: s.today()}
	for _, id := range docs {
		d, ok := r.Document(id)
		if _, read := out.Contents[id]; !ok || read {
			continue
		}
		c, err := s.content(s.shown(d))
		if err != nil {
			return out, err
		}
		out.Contents[id] = c.Content
	}
	return out, nil
}

// setContent gives the latest version of the document another content.
func (s *session) setContent(op string, d plan.Document, before plan.Sealed, after plan.Content) error {
	e, err := s.register().SetContent(d, d.Latest(), before, after)
	if err != nil {
		return err
	}
	return s.do(op, e)
}
