package plan

// Dialogue counts what of a list is dialogue.
type Dialogue struct {
	Dialogue, Information int
	Open                  int // not yet told which
}

// All returns the number of rows.
func (d Dialogue) All() int { return d.Dialogue + d.Information + d.Open }

// Share returns the share of dialogue among the rows that tell, 0 to 1.
func (d Dialogue) Share() float64 {
	if d.Dialogue+d.Information == 0 {
		return 0
	}
	return float64(d.Dialogue) / float64(d.Dialogue+d.Information)
}

// DialogueOf counts the rows of a list with the column KeyMode.
func DialogueOf(rows []Row) Dialogue {
	var d Dialogue
	for _, r := range rows {
		switch r.Cells.Text(KeyMode) {
		case "dialogue":
			d.Dialogue++
		case "information":
			d.Information++
		default:
			d.Open++
		}
	}
	return d
}
