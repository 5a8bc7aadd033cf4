package kit

import "fyne.io/fyne/v2"

// Problem is an error as a person is told of it.
type Problem struct {
	Title    string
	Happened string
	Kept     string // what was kept; may be empty
	Todo     string // what to do now; may be empty
	Details  string // for whoever helps; copied, not shown; may be empty
}

// OpenProblem tells of an error in a dialog. The technical details can be
// copied.
func OpenProblem(c fyne.Canvas, words *Words, p Problem) *Dialog {
	content := Column(12)
	for _, part := range []struct{ head, text string }{
		{words.Happened, p.Happened}, {words.Kept, p.Kept}, {words.Todo, p.Todo},
	} {
		if part.text == "" {
			continue
		}
		content.Add(Column(2, NewText(part.head, DenseStrong, ColorText2), NewParagraph(part.text, Body, ColorText)))
	}
	spec := DialogSpec{Title: p.Title, Content: content, Confirm: DialogAction{Label: words.Close}}
	if p.Details != "" {
		var copied *Button
		copied = NewButton(Link, words.CopyDetails, func() {
			clipboard().SetContent(p.Details)
			copied.SetLabel(words.DetailsCopied)
		})
		content.Add(Bar(0, copied, Spring()))
	}
	d := OpenDialog(c, spec)
	c.Focus(d.card.confirm) // Return closes; nobody copies details by mistake
	return d
}

// Question is asked before something that is better not done by mistake.
type Question struct{ Title, Text, Confirm, Cancel string }

// OpenQuestion asks. Answered is called only when the question is confirmed.
func OpenQuestion(c fyne.Canvas, q Question, answered func()) *Dialog {
	return OpenDialog(c, DialogSpec{
		Title:   q.Title,
		Content: NewParagraph(q.Text, Body, ColorText),
		Cancel:  DialogAction{Label: q.Cancel},
		Confirm: DialogAction{Label: q.Confirm, Run: func() bool {
			answered()
			return true
		}},
	})
}
