package ui

import "ledstjarna/internal/plan"

// sources reads the contents of the documents, each in the version that speaks
// for it.
func (d *desk) sources(docs ...plan.ID) (plan.Sources, error) {
	r := d.register()
	out := plan.Sources{Register: r, Contents: map[plan.ID]plan.Content{}, Today: d.today()}
	for _, id := range docs {
		doc, ok := r.Document(id)
		if !ok {
			continue
		}
		sealed, err := d.file.Content(r.SpeaksFor(doc, out.Today).ID)
		if err != nil {
			return out, err
		}
		out.Contents[id] = sealed.Content
	}
	return out, nil
}

// drift returns what has changed where the content of the document took it over.
func (d *desk) drift(doc plan.Document, c plan.Content) ([]plan.Difference, error) {
	from, err := d.sources(d.register().SourcesOf(doc, c)...)
	if err != nil {
		return nil, err
	}
	return from.DriftOf(doc.Kind, c), nil
}

// driftCount is how much has changed where the version of the document that
// speaks for it took it over.
func (d *desk) driftCount(doc plan.Document) int {
	sealed, err := d.file.Content(d.register().SpeaksFor(doc, d.today()).ID)
	if err != nil {
		d.fail(err)
		return 0
	}
	list, err := d.drift(doc, sealed.Content)
	if err != nil {
		d.fail(err)
	}
	return len(list)
}
