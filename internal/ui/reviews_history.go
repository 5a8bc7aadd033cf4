package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// historyLine is something that was registered about a document's reviews.
type historyLine struct {
	event    plan.Event
	title    string // of the document
	what     string
	concerns string
}

// historyKinds are the kinds of record that the history of reviews holds.
func historyKinds() []plan.EventKind {
	return []plan.EventKind{plan.EventReview, plan.EventDecision, plan.EventNeed, plan.EventDeviation, plan.EventSnooze}
}

// historyOf lists the records, what happened last first; of one document, or of
// all for "". Corrected ones are shown as they are now.
func historyOf(p *i18n.Printer, r plan.Register, doc plan.ID, today plan.Date) []historyLine {
	var out []historyLine
	for _, e := range r.Events() {
		if !slices.Contains(historyKinds(), e.Kind) || !r.Correctable(e) || doc != "" && e.Document != doc {
			continue
		}
		d, ok := r.Document(e.Document)
		if !ok {
			continue
		}
		out = append(out, historyLine{event: e, title: shownVersion(r, d, today).Head.Title, what: recordWords(p, e), concerns: concernWords(p, r, e)})
	}
	slices.SortStableFunc(out, func(a, b historyLine) int { return b.event.Day().Compare(a.event.Day()) })
	return out
}

// recordWords say what a record is and what it came to.
func recordWords(p *i18n.Printer, e plan.Event) string {
	what := p.T("registration." + string(e.Kind))
	switch e.Kind {
	case plan.EventNeed:
		what += ": " + e.Fields.Text(plan.KeyReason)
	case plan.EventDeviation, plan.EventSnooze:
		what += ": " + p.T("history.until", "date", p.ISO(i18n.Day(e.Fields.Get(plan.KeyUntil).Date())))
	case plan.EventDecision, plan.EventReview, plan.EventNoPlanNeeded, plan.EventFollowUp, plan.EventItem, plan.EventExport, plan.EventImport, plan.EventRestore:
		if code := e.Fields.Text(plan.KeyOutcome); code != "" {
			what += ": " + p.First(plan.ChoiceWords(string(e.Kind), plan.PathTo(plan.KeyOutcome), code)...)
		}
	}
	if e.Annuls() {
		what += " (" + p.T("history.annulled") + ")"
	}
	return what
}

// concernWords name the duty that a record is about.
func concernWords(p *i18n.Printer, r plan.Register, e plan.Event) string {
	f := e.Fields
	if x, ok := r.Entry(plan.ListPeriods, f.Get(plan.KeyConcernsPeriod).ID()); ok {
		return r.EntryName(plan.ListPeriods, x)
	}
	if need, ok := r.Event(plan.ID(f.Text(plan.KeyConcernsNeed))); ok {
		return need.Fields.Text(plan.KeyReason)
	}
	if y := f.Get(plan.KeyConcernsYear); !y.IsZero() {
		return y.Number().String()
	}
	return ""
}

// historyList is the list with a choice of document.
type historyList struct {
	desk  *desk
	doc   plan.ID
	lines []historyLine
	table *kit.Table
	card  *kit.Card
}

const (
	columnDay      = "day"
	columnWhat     = "what"
	columnConcerns = "concerns"
	columnBy       = "by"
)

func newHistoryList(d *desk) *historyList {
	h := &historyList{desk: d}
	t := d.words.T
	h.table = kit.NewTable([]kit.TableColumn{
		{ID: columnDay, Title: t("column.date"), Width: 80},
		{ID: columnDocument, Title: t("column.document"), Min: 160},
		{ID: columnWhat, Title: t("column.record"), Min: 200},
		{ID: columnConcerns, Title: t("column.concerns"), Width: 110},
		{ID: columnBy, Title: t("column.registered-by"), Width: 150},
	}, nil, kit.TableLook{}, kit.TableEvents{Open: h.open, Menu: h.menu})
	h.card = kit.NewCard(" ", kit.Fixed(0, 560, h.table))
	return h
}

func (h *historyList) object() fyne.CanvasObject { return h.card }

func (h *historyList) fill() {
	w, r := h.desk.words, h.desk.register()
	h.lines = historyOf(w, r, h.doc, h.desk.today())
	choices := []kit.Choice{{Value: "", Label: w.T("history.all")}}
	for _, d := range r.Documents() {
		choices = append(choices, kit.Choice{Value: string(d.ID), Label: shownVersion(r, d, h.desk.today()).Head.Title})
	}
	slices.SortStableFunc(choices[1:], func(a, b kit.Choice) int { return w.Compare(a.Label, b.Label) })
	pick := kit.NewSelect(w.T("history.all"), choices, func(id string) { h.doc = plan.ID(id); h.fill() }).Compact()
	pick.SetValue(string(h.doc))
	h.card.SetTitle(w.T("reviews.history"))
	h.card.SetCount(w.Int(len(h.lines)))
	h.card.SetActions(kit.Fixed(260, 0, pick))
	h.table.SetSource(h)
}

// Rows counts the records.
func (h *historyList) Rows() int { return len(h.lines) }

// Cell is what the table shows.
func (h *historyList) Cell(row int, column string) kit.Cell {
	l := h.lines[row]
	switch column {
	case columnDay:
		return kit.Cell{Text: h.desk.words.ISO(i18n.Day(l.event.Day())), Ink: kit.ColorText2}
	case columnDocument:
		return kit.Cell{Text: l.title}
	case columnWhat:
		return kit.Cell{Text: l.what}
	case columnConcerns:
		return kit.Cell{Text: l.concerns, Ink: kit.ColorText2}
	case columnBy:
		return kit.Cell{Text: strings.TrimSpace(l.event.By), Ink: kit.ColorText2}
	}
	return kit.Cell{}
}

func (h *historyList) open(row int) {
	if !h.desk.reads() {
		askCorrection(h.desk, h.lines[row].event, h.lines[row].what)
	}
}

func (h *historyList) menu(row int, at fyne.Position) {
	l := h.lines[row]
	t := h.desk.words.T
	items := []kit.MenuItem{
		{Label: t("correction.action"), Off: h.desk.reads(), Run: func() { h.open(row) }},
		{Label: t("action.show-reviews-of"), Run: func() { h.doc = l.event.Document; h.fill() }},
		{Label: t("action.open-document"), Run: func() {
			if d, ok := h.desk.register().Document(l.event.Document); ok {
				h.desk.open(place{room: roomOf(d.Kind), document: d.ID})
			}
		}},
	}
	if l.event.Kind == plan.EventReview && !l.event.Annuls() {
		items = append(items, kit.MenuItem{}, kit.MenuItem{Label: t("reviews.export-record"), Run: func() { h.desk.app.exportReview(l.event, l.title) }})
	}
	kit.PopUpMenu(h.desk.window.Canvas(), at, items)
}

// lastReviews are the records of one document's reviews, for the page of a new
// one.
func lastReviews(p *i18n.Printer, r plan.Register, doc plan.ID) []string {
	var out []string
	for _, rv := range slices.Backward(review.Reviews(r, doc)) {
		words := p.ISO(i18n.Day(rv.Date())) + " · " + p.First(outcomeWords(rv.Outcome)...)
		if rv.Conclusion != "" {
			words += ". " + rv.Conclusion
		}
		out = append(out, words)
	}
	return out
}
