package ui

import (
	"strconv"
	"strings"

	"ledstjarna/assets"
	"ledstjarna/internal/i18n"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// pageOf tells on which page, from 0, an anchor of the papers stands; false while that
// is not known.
type pageOf func(anchor string) (page int, ok bool)

// agendaModel is what the list of a packet's items is made from.
type agendaModel struct {
	words    *i18n.Printer
	register plan.Register
	packet   packet.Packet
	found    []packet.Finding
	chosen   plan.ID // of the item whose papers are shown
	page     pageOf
	pages    int // of all papers, 0 while that is not known
}

// notice is the ID of the line of the notice with the agenda.
const noticeLine = "notice"

// lines are the rows of the list.
func (m agendaModel) lines() []kit.AgendaLine {
	starts := m.starts()
	out := []kit.AgendaLine{{
		ID: noticeLine, Icon: assets.IconSteering, Title: m.words.T("packet.notice-and-agenda"), Page: m.pagesFrom("notice", starts),
	}}
	for _, it := range m.packet.Items {
		anchor, papers := report.ItemAnchors(it)
		line := kit.AgendaLine{
			ID: string(it.Row), Number: strconv.Itoa(it.Number), Title: it.Heading, Dnr: it.Dnr, Type: m.words.T("item." + it.Type),
			Papers: appendixSpan(m.register, it.Papers), Moves: true, State: decidedState(m.words, m.register, m.packet, it),
			Page: m.firstPage(append([]string{anchor}, papers...)),
		}
		m.mark(&line, it)
		out = append(out, line)
		if it.Row != m.chosen {
			continue
		}
		if page := m.pagesFrom(anchor, starts); page != "" {
			out = append(out, kit.AgendaLine{
				ID: string(it.Row) + "/report", Sub: true, Icon: assets.IconPlan, Title: m.words.T("packet.report"),
				Type: m.words.T("packets.kind-report"), Sound: true, Page: page,
			})
		}
		for i, x := range it.Papers {
			page := m.pagesFrom(papers[i], starts)
			out = append(out, kit.AgendaLine{
				ID: string(it.Row) + "/" + strconv.Itoa(i), Sub: true, Icon: assets.IconPaperclip, Title: paperName(m.words, x),
				Type: m.words.T("page.appendix", "n", packet.Appendix(m.register, x.Number)), Sound: page != "", Page: page,
			})
		}
	}
	return out
}

// mark shows the gravest thing that is to be mended in an item.
func (m agendaModel) mark(line *kit.AgendaLine, it packet.Item) {
	worst := plan.Severity(0)
	for _, f := range m.found {
		if f.Item != it.Row || worst != 0 && f.Severity != plan.Error {
			continue
		}
		if worst == plan.Error {
			continue
		}
		worst = f.Severity
		line.Mark, line.Family = severityLook(f.Severity)
		line.Hint = m.words.T("lint."+f.Rule, "point", f.Point, "word", f.Word)
	}
}

// appendixSpan is how an item's appendices are numbered, "1–3".
func appendixSpan(r plan.Register, papers []packet.Paper) string {
	switch n := len(papers); n {
	case 0:
		return ""
	case 1:
		return packet.Appendix(r, papers[0].Number)
	default:
		return packet.Appendix(r, papers[0].Number) + "–" + packet.Appendix(r, papers[n-1].Number)
	}
}

// starts are the pages on which papers begin, in the order of the print.
func (m agendaModel) starts() []int {
	var out []int
	add := func(anchor string) {
		if at, ok := m.page(anchor); ok {
			out = append(out, at)
		}
	}
	add("notice")
	for _, it := range m.packet.Items {
		anchor, papers := report.ItemAnchors(it)
		add(anchor)
		for _, p := range papers {
			add(p)
		}
	}
	return append(out, m.pages)
}

// pagesFrom is the span of pages of the paper that begins at the anchor, "6–17".
func (m agendaModel) pagesFrom(anchor string, starts []int) string {
	at, ok := m.page(anchor)
	if !ok {
		return ""
	}
	last := at
	for _, s := range starts {
		if s > at {
			last = s - 1
			break
		}
	}
	if last <= at {
		return strconv.Itoa(at + 1)
	}
	return strconv.Itoa(at+1) + "–" + strconv.Itoa(last+1)
}

// firstPage is where the first of the anchors that is there stands.
func (m agendaModel) firstPage(anchors []string) string {
	for _, a := range anchors {
		if at, ok := m.page(a); ok {
			return strconv.Itoa(at + 1)
		}
	}
	return ""
}

// anchorOf is where a line of the list leads in the print.
func anchorOf(p packet.Packet, line string) []string {
	row, sub, isSub := strings.Cut(line, "/")
	for _, it := range p.Items {
		if string(it.Row) != row {
			continue
		}
		anchor, papers := report.ItemAnchors(it)
		if i, err := strconv.Atoi(sub); isSub && err == nil && i < len(papers) {
			return []string{papers[i]}
		}
		return append([]string{anchor}, papers...)
	}
	return []string{"notice"}
}

// findingCounts is how many errors and warnings there are, in words.
func findingCounts(w *i18n.Printer, found []packet.Finding) string {
	errors, warnings := 0, 0
	for _, f := range found {
		if f.Severity == plan.Error {
			errors++
		} else {
			warnings++
		}
	}
	var parts []string
	if errors > 0 {
		parts = append(parts, w.N("count.errors", errors))
	}
	if warnings > 0 {
		parts = append(parts, w.N("count.warnings", warnings))
	}
	return strings.Join(parts, ", ")
}

// papersTitle names the meeting whose papers they are.
func papersTitle(w *i18n.Printer, p packet.Packet) string {
	return p.Body + " " + w.Date(i18n.Day(p.Meeting.Date))
}

// dispatchCaption says when the papers are to be sent, "utskick 2026-11-26, om 4
// dagar".
func dispatchCaption(w *i18n.Printer, m plan.Meeting, today plan.Date) string {
	if m.Dispatch.IsZero() {
		return ""
	}
	out := strings.ToLower(w.T("packet.dispatch-date")) + " " + w.ISO(i18n.Day(m.Dispatch))
	if n := today.DaysUntil(m.Dispatch); n >= 0 {
		out += ", " + w.N("days.in", n)
	}
	return out
}
