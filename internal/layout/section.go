package layout

import "ledstjarna/internal/report"

// section is a part of a document that begins on a new page: blocks on pages of
// one orientation, or the table of contents.
type section struct {
	from, to int // blocks
	wide     bool
	contents bool
}

// sections divides a document at page breaks and where wide tables begin and
// end. contents is the block before which the table of contents stands, -1 if
// there is none.
func sections(doc *report.Document, contents int) []section {
	wide := wideBlocks(doc.Blocks)
	var out []section
	open := section{}
	cut := func(i int) {
		if open.from < i {
			open.to = i
			out = append(out, open)
		}
		open = section{from: i}
	}
	for i, block := range doc.Blocks {
		if i == contents {
			cut(i)
			out = append(out, section{contents: true})
		}
		if i > open.from && wide[i] != open.wide {
			cut(i)
		}
		if _, ok := block.(report.PageBreak); ok {
			cut(i)
			open.from = i + 1
			continue
		}
		open.wide = wide[i]
	}
	cut(len(doc.Blocks))
	if len(out) == 0 {
		out = []section{{}}
	}
	return out
}

// wideBlocks tells which blocks stand on landscape pages: wide tables, the
// headings and one introduction before them, the notes after them.
func wideBlocks(blocks []report.Block) []bool {
	wide := make([]bool, len(blocks))
	for i, block := range blocks {
		if !isWide(block) {
			continue
		}
		wide[i] = true
		from := i
		if i >= 2 && isParagraph(blocks[i-1]) && isHeading(blocks[i-2]) {
			from = i - 2
		}
		for from > 0 && isHeading(blocks[from-1]) {
			from--
		}
		for j := from; j < i; j++ {
			wide[j] = true
		}
		for j := i + 1; j < len(blocks) && (isNote(blocks[j]) || isGanttLegend(blocks[j])); j++ {
			wide[j] = true
		}
	}
	return wide
}

// isWide reports whether a block itself stands on a landscape page.
func isWide(b report.Block) bool {
	t, table := b.(report.Table)
	_, gantt := b.(report.Gantt)
	return gantt || table && t.Wide
}

func isGanttLegend(b report.Block) bool {
	_, ok := b.(report.GanttLegend)
	return ok
}

func isHeading(b report.Block) bool {
	_, ok := b.(report.Heading)
	return ok
}

func isParagraph(b report.Block) bool {
	_, ok := b.(report.Paragraph)
	return ok
}

func isTable(b report.Block) bool {
	_, ok := b.(report.Table)
	return ok
}

func isNote(b report.Block) bool {
	p, ok := b.(report.Paragraph)
	return ok && p.Label
}
