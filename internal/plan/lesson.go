package plan

import (
	"cmp"
	"slices"
	"strings"
)

// Lesson is what the closing evaluation of another plan says to keep, change and
// stop.
type Lesson struct {
	Document   ID
	Title      string
	Evaluation Evaluation
	Audiences  []string // names of those that both plans have
	Channels   []ID     // entries of ListChannels that both plans use
	// Held tells that the lessons of the plan say it already.
	Held bool
}

// Lessons returns what closed plans have to teach the document d with the content
// c: those with an audience or a channel in common, and the one that it was made
// from; the latest first. s has the contents of the documents with Evaluated.
func (s Sources) Lessons(d Document, c Content) []Lesson {
	var out []Lesson
	mine, told := themesOf(d.Kind, c), c.Text(KeyLessons)
	for _, id := range s.Register.Evaluated(s.Today) {
		other, _ := s.Register.Document(id)
		theirs, ok := s.Contents[id]
		if id == d.ID || !ok {
			continue
		}
		l := Lesson{Document: id, Title: s.Register.SpeaksFor(other, s.Today).Head.Title}
		l.Evaluation, _ = s.Register.EvaluationOf(id, s.Today)
		l.Audiences, l.Channels = mine.shared(themesOf(other.Kind, theirs))
		if len(l.Audiences) == 0 && len(l.Channels) == 0 && !slices.Contains(s.Register.Objects(d.ID, MadeFrom), id) {
			continue
		}
		l.Held = true
		for _, part := range l.Evaluation.lessons() {
			l.Held = l.Held && strings.Contains(told, strings.TrimSpace(part))
		}
		out = append(out, l)
	}
	slices.SortStableFunc(out, func(a, b Lesson) int { return b.Evaluation.Date.Compare(a.Evaluation.Date) })
	return out
}

// Evaluated returns the documents whose closing evaluation says something to
// keep, change or stop.
func (r Register) Evaluated(on Date) []ID {
	var out []ID
	for _, d := range r.Documents() {
		if e, ok := r.EvaluationOf(d.ID, on); ok && len(e.lessons()) > 0 {
			out = append(out, d.ID)
		}
	}
	return out
}

func (e Evaluation) lessons() []string {
	return slices.DeleteFunc([]string{e.Keep, e.Change, e.Stop}, func(s string) bool { return strings.TrimSpace(s) == "" })
}

// TakeLesson returns the content with the text added to its lessons; one that
// stands there already is not added again.
func TakeLesson(kind DocumentKind, c Content, text string) (Content, error) {
	if f, ok := FieldIn(FieldsOf(kind), KeyLessons); !ok || !f.Stored() {
		return c, ErrField
	}
	return c.withLessons(text, kind), nil
}

func (c Content) withLessons(text string, kind DocumentKind) Content {
	old, text := c.Text(KeyLessons), strings.TrimSpace(text)
	if _, ok := FieldIn(FieldsOf(kind), KeyLessons); !ok || text == "" || strings.Contains(old, text) {
		return c
	}
	return c.With(KeyLessons, Text(strings.TrimSpace(strings.TrimSpace(old)+"\n\n"+text)))
}

// themes are the audiences and channels of a plan. Audiences are known by their
// name and by the entry of the library from which they were taken over.
type themes struct {
	audiences map[string]string // name or entry to name
	channels  map[string]bool
}

func themesOf(kind DocumentKind, c Content) themes {
	t := themes{map[string]string{}, map[string]bool{}}
	entry := map[ID]ID{}
	for _, o := range Origins(kind, c) {
		if o.Field == KeyAudiences && o.From.List == ListAudiences {
			entry[o.Row] = o.From.Row
		}
	}
	for _, r := range c.Get(KeyAudiences).rows {
		name := strings.TrimSpace(r.Cells.Text(KeyName))
		t.audiences[strings.ToLower(name)] = name
		t.audiences[string(cmp.Or(entry[r.ID], r.Cells.Get(KeyOrigin).ID()))] = name
	}
	delete(t.audiences, "")
	for _, list := range []Key{KeyChannels, KeyActivities, KeyAudiences} {
		for _, r := range c.Get(list).rows {
			for _, id := range append(r.Cells.Get(KeyChannels).Texts(), r.Cells.Text(KeyChannel)) {
				t.channels[id] = true
			}
		}
	}
	delete(t.channels, "")
	return t
}

func (t themes) shared(with themes) (audiences []string, channels []ID) {
	for k, name := range t.audiences {
		if _, ok := with.audiences[k]; ok && !slices.Contains(audiences, name) {
			audiences = append(audiences, name)
		}
	}
	for id := range t.channels {
		if with.channels[id] {
			channels = append(channels, ID(id))
		}
	}
	slices.Sort(audiences)
	slices.Sort(channels)
	return audiences, channels
}
