package ui

import (
	"math"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// dialogueWords tell how much of a list is dialogue: a sentence and a share in
// per cent.
func dialogueWords(f *form, list plan.Key, d plan.Dialogue) (sentence, percent string) {
	w := f.desk.words
	key := "dialogue.channels"
	if list == plan.KeyActivities {
		key = "dialogue.activities"
	}
	told := d.Dialogue + d.Information
	sentence = w.T(key, "n", d.Dialogue, "total", told)
	if d.Dialogue == 0 && told > 0 {
		sentence += " " + w.T("dialogue.none")
	}
	if d.Open > 0 {
		sentence += " " + w.N("dialogue.open", d.Open)
	}
	return sentence, w.T("goal.percent", "percent", int(math.Round(d.Share()*100)))
}

// dialogueShare shows the share of dialogue of a list as a line with a bar.
func (f *form) dialogueShare(x plan.Field, p plan.Path) *special {
	text := kit.NewParagraph("", kit.Dense, kit.ColorText2)
	percent := kit.NewText("", kit.DenseStrong, kit.ColorText).AlignEnd()
	bar := kit.NewShareBar()
	line := kit.QuestionRow(text, kit.Bar(10, bar, kit.Fixed(48, 0, percent)), nil)
	return &special{object: line, show: func() {
		d := plan.DialogueOf(f.rowsOf(p))
		sentence, share := dialogueWords(f, x.Key, d)
		text.SetText(sentence)
		percent.SetText(share)
		family := kit.Active
		if d.Dialogue == 0 {
			family = kit.Urgent
		}
		bar.Set(d.Share(), family)
		shownWhere(line, d.Dialogue+d.Information > 0)
	}}
}
