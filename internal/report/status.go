package report

import (
	"cmp"
	"slices"
	"strconv"

	"ledstjarna/internal/i18n"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
)

// mostYears is how many years the table has room for.
const mostYears = 5

// StatusOverview returns the overview that the paper "Status för styrdokument"
// shows by itself: of the years of the mandate period of the day, at most five of
// them, or where there is none of those of review.YearsShown.
func StatusOverview(r plan.Register, on plan.Date) review.Overview {
	first, last := review.YearsShown(r, on)
	if p, ok := r.PeriodOn(on); ok {
		last = p.End.Year
	}
	if last-first >= mostYears {
		last = min(last, max(on.Year+1, first+mostYears-1))
		first = last - mostYears + 1
	}
	return review.OverviewOf(r, first, last, on)
}

// OneStatus returns the print "Status för styrdokument" of an overview.
func OneStatus(s Source, o review.Overview) Print {
	doc := Status(s, o)
	return s.print(doc.Title, "", doc)
}

// Status returns the paper "Status för styrdokument": how many documents are in
// which state, a row for each with the years of the overview, what was registered
// beside the rules, the wheel of the year, and what the register lacks. Documents
// that neither applied in the years nor owe a review are left out. Of an overview
// with more than five years, those around its day are shown.
func Status(s Source, o review.Overview) Document {
	p := statusPaper{Source: s, o: o}
	p.choose()
	doc := Document{
		Title: s.Words.T("packet.status-part"), Language: string(s.Words.Language()), FooterLeft: s.footer(""), Level: 1,
		Anchor: "status", Unnumbered: true,
	}
	doc.Blocks = []Block{Title{Kind: TitlePacket, Text: doc.Title, Subtitle: p.asOf()}}
	if len(p.rows) == 0 {
		doc.Blocks = append(doc.Blocks, Paragraph{Text: Plain(s.Words.T("status-paper.none"))})
	} else {
		doc.Blocks = append(doc.Blocks, p.counts(), p.table(), p.legend())
	}
	doc.Blocks = append(doc.Blocks, p.needs()...)
	doc.Blocks = append(doc.Blocks, Columns{Left: []Block{p.wheel()}, Right: p.prompts()})
	return doc
}

// statusPaper is an overview on its way to become a paper.
type statusPaper struct {
	Source
	o     review.Overview
	years [2]int // indices of the first and last year shown
	rows  []statusRow
}

// statusRow is a document of the table.
type statusRow struct {
	review.OverviewRow
	title    string
	standing review.Standing
}

// choose picks the years and rows of the paper and puts the rows in their order:
// by severity, what is open by its due date, then by title.
func (p *statusPaper) choose() {
	p.years = [2]int{0, len(p.o.Years) - 1}
	if len(p.o.Years) > mostYears {
		first := p.o.Years[0]
		last := min(p.o.Years[len(p.o.Years)-1], max(p.o.On.Year+1, first+mostYears-1))
		p.years = [2]int{last - mostYears + 1 - first, last - first}
	}
	for _, row := range p.o.Rows {
		d, ok := p.Register.Document(row.Document)
		if !ok {
			continue
		}
		x := statusRow{OverviewRow: row, title: p.shown(d).Head.Title, standing: row.Standing()}
		if p.concerns(x) {
			p.rows = append(p.rows, x)
		}
	}
	order := standingOrder()
	slices.SortStableFunc(p.rows, func(a, b statusRow) int {
		byState := cmp.Compare(slices.Index(order, a.standing), slices.Index(order, b.standing))
		if byState == 0 && a.standing.State().Open() && a.Owes && b.Owes {
			byState = dueFirst(a.Shown.Due, b.Shown.Due)
		}
		return cmp.Or(byState, p.Words.Compare(a.title, b.title))
	})
}

// dueFirst compares due dates; what has none comes last.
func dueFirst(a, b plan.Date) int {
	switch {
	case a.IsZero() == b.IsZero():
		return a.Compare(b)
	case a.IsZero():
		return 1
	}
	return -1
}

// concerns reports whether a document belongs in the paper: it applied in a year
// that is shown and did not end before this one, or presses all the same.
func (p *statusPaper) concerns(row statusRow) bool {
	if row.standing.State().Pressing() {
		return true
	}
	if to := p.Register.ForceOf(row.Document).To; !to.IsZero() && to.Year < p.o.On.Year {
		return false
	}
	return slices.ContainsFunc(row.Spans, func(s review.Span) bool { return s.From <= p.years[1] && s.To >= p.years[0] })
}

// standingOrder lists the standings, the most severe first.
func standingOrder() []review.Standing {
	var out []review.Standing
	for _, s := range []review.State{
		review.Late, review.Deviation, review.Urgent, review.Due, review.Upcoming,
		review.Done, review.DoneLate, review.DoneByAdoption, review.NotDue, review.Closed,
	} {
		out = append(out, review.Standing(s))
	}
	return append(out, review.Lapsed, review.Unwatched, review.Exempt)
}

// asOf says of which day the paper is, and what comes first in it.
func (p *statusPaper) asOf() string {
	day := p.Words.DateInText(i18n.Day(p.o.On))
	if len(p.rows) == 0 || p.rows[0].standing.State() != review.Late {
		return p.Words.T("status-paper.day", "date", day)
	}
	return p.Words.T("status-paper.as-of", "date", day)
}

// stateText is a standing's symbol and word.
func (p *statusPaper) stateText(s review.Standing) Span {
	return Span{Text: p.Words.T("review." + string(s)), Symbol: stateSymbols[s.State()]}
}

// counts are the states of the documents, only those that occur.
func (p *statusPaper) counts() Counts {
	var out Counts
	for _, standing := range standingOrder() {
		n := 0
		for _, row := range p.rows {
			if row.standing == standing {
				n++
			}
		}
		if n > 0 {
			out.Counts = append(out.Counts, Count{Number: strconv.Itoa(n), Word: Text{p.stateText(standing)}})
		}
	}
	return out
}
