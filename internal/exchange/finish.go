package exchange

import "ledstjarna/internal/plan"

// finish checks what refers to something else, when everything is read.
func (l *loader) finish() (Data, error) {
	if err := l.checkFiles(); err != nil {
		return Data{}, err
	}
	e := plan.Edit{Changes: l.changes, Files: l.files}
	r := plan.Register{}.Apply(e)
	for _, x := range l.relations {
		step, err := r.Relate(x.value)
		if err != nil {
			return Data{}, x.refuse(err)
		}
		r, e = r.Apply(step), e.Then(step)
	}
	earlier := map[plan.ID]bool{}
	for _, x := range l.events {
		if err := checkEvent(r, x.value, earlier); err != nil {
			return Data{}, x.refuse(err)
		}
		earlier[x.value.ID] = true
		e.Events = append(e.Events, x.value)
	}
	return Data{e}, nil
}

func (x placed[T]) refuse(err error) error {
	at := x.at
	at.Err = err
	return &at
}

// checkEvent refuses an event about something that is not there.
func checkEvent(r plan.Register, e plan.Event, earlier map[plan.ID]bool) error {
	d, ok := r.Document(e.Document)
	_, found := d.Version(e.Version)
	switch {
	case e.Corrects != "" && !earlier[e.Corrects]:
		return plan.ErrEntry
	case e.Document != "" && !ok:
		return plan.ErrDocument
	case e.Version != "" && !found:
		return plan.ErrVersion
	}
	return nil
}
