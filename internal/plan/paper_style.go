package plan

import "slices"

// How decisions are written: as sentences that each name the body, or as clauses
// under "The body decides" (att-satser).
const (
	DecisionSentences = "sentences"
	DecisionClauses   = "clauses"
)

// How the appendices of an item are counted.
const (
	AppendixNumbers = "numbers" // Bilaga 1, 2, 3
	AppendixLetters = "letters" // Bilaga a, b, c
)

// reportHeadings are the parts of an officer's report that an organisation may put
// in its own order; the proposed decision always comes first.
func reportHeadings() []string {
	return []string{string(KeySummary), string(KeyMatter), string(KeyAssessment), string(KeyEconomy), string(KeyOtherEffects)}
}

// Clauses reports whether the organisation writes decisions as clauses.
func (r Register) Clauses() bool {
	return r.Organisation().Text(KeyDecisionForm) == DecisionClauses
}

// AppendixLetters reports whether the organisation counts appendices in letters.
func (r Register) AppendixLetters() bool {
	return r.Organisation().Text(KeyAppendixNumbering) == AppendixLetters
}

// ReportParts returns the parts of an officer's report in the organisation's order;
// parts that it does not name follow in the usual one.
func (r Register) ReportParts() []Key {
	var out []Key
	for _, row := range r.Organisation().Get(KeyReportHeadings).Rows() {
		if k := Key(row.Cells.Text(KeyHeading)); slices.Contains(reportHeadings(), string(k)) && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	for _, s := range reportHeadings() {
		if !slices.Contains(out, Key(s)) {
			out = append(out, Key(s))
		}
	}
	return out
}
