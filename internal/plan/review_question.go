package plan

import (
	"slices"
	"strings"
)

// ReviewQuestion is one question of a review's checklist.
type ReviewQuestion struct {
	ID   ID
	Text string // "" for a standard question, whose words are those of its ID
}

// ReviewQuestions returns the questions that the organisation asks in a review,
// in their order: its own list, or the standard ones where it has none. A row of
// the list with the ID of a standard question is that question in other words.
func (r Register) ReviewQuestions() []ReviewQuestion {
	var out []ReviewQuestion
	for _, row := range r.Organisation().Get(KeyReviewQuestions).Rows() {
		if text := strings.TrimSpace(row.Cells.Text(KeyQuestion)); text != "" {
			out = append(out, ReviewQuestion{row.ID, text})
		}
	}
	if len(out) > 0 {
		return out
	}
	for _, id := range ReviewChecklist() {
		out = append(out, ReviewQuestion{ID: id})
	}
	return out
}

// StandardQuestions returns the rows of an own list that begins with the standard
// questions; text gives their words.
func StandardQuestions(text func(ID) string) Value {
	var rows []Row
	for _, id := range ReviewChecklist() {
		rows = append(rows, Row{ID: id, Cells: NewContent(Filled{KeyQuestion: Text(text(id))})})
	}
	return Rows(rows...)
}

// IsStandardQuestion reports whether the question has words of its own.
func IsStandardQuestion(id ID) bool { return slices.Contains(ReviewChecklist(), id) }
