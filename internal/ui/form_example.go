package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/plan"
	"ledstjarna/internal/ui/kit"
)

// mostInField is how many letters an example may have to be shown in the empty
// field itself, as there is room for; a longer one stands in a box beneath.
const mostInField = 42

// exampleOf returns a field's worked example, "" for none.
func (f *form) exampleOf(p plan.Path) string {
	example, _ := f.desk.words.Find(plan.ExampleWords(f.source.scope(), p)...)
	return example
}

// inField is what an empty line shows of its example: all of it where it is short.
func (f *form) inField(x plan.Field, p plan.Path) string {
	example := f.exampleOf(p)
	if x.Kind != plan.Line || example == "" || len([]rune(example)) > mostInField {
		return ""
	}
	return f.desk.words.T("form.for-example", "example", example)
}

// boxedExample returns a box with the example of an empty field that is not shown in
// the field itself; nil for none.
func (f *form) boxedExample(x plan.Field, p plan.Path) fyne.CanvasObject {
	example := f.exampleOf(p)
	if x.Kind != plan.LongText && (x.Kind != plan.Line || f.inField(x, p) != "") {
		example = ""
	}
	if example == "" || !f.source.content().At(p).IsZero() || f.source.locked() {
		return nil
	}
	return f.exampleBox(example)
}

func (f *form) exampleBox(example string) *kit.ExampleBox {
	var box *kit.ExampleBox
	box = kit.NewExampleBox(f.desk.words.T("form.example"), example, f.desk.words.T("action.hide"), func() { box.Hide() })
	return box
}

// mostOfRow is how many columns a worked row tells before those that may be left out
// are.
const mostOfRow = 6

// exampleRow is a worked row of a list: the examples of its columns, each after its
// label, without what is only filled in afterwards. "" where none has any.
func (f *form) exampleRow(x plan.Field, p plan.Path) string {
	type line struct {
		text string
		need plan.Need
	}
	var lines []line
	for _, col := range x.Columns {
		at := p.In("", col.Key)
		example := f.exampleOf(at)
		if col.Kind == plan.List && len(col.Columns) == 1 {
			example = f.exampleRow(col, at)
		}
		if example != "" && !col.Retired && col.Copied != plan.CopyCleared {
			lines = append(lines, line{f.labelOf(at) + ": " + example, col.Need})
		}
	}
	if len(lines) > mostOfRow {
		lines = slices.DeleteFunc(lines, func(l line) bool { return l.need == plan.Optional })
	}
	if len(lines) == 1 {
		_, example, _ := strings.Cut(lines[0].text, ": ")
		return example
	}
	var said []string
	for _, l := range lines {
		said = append(said, l.text)
	}
	return strings.Join(said, "\n")
}

// rowExamples are a box with a worked row, shown while the list is empty, and before it
// that of the main message over a house; nothing where there is none.
func (f *form) rowExamples(x plan.Field, p plan.Path) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if f.source.locked() {
		return nil
	}
	if _, house := houseKeysOf(x.Key); house {
		main := plan.PathTo(plan.KeyMainMessage)
		if example := f.exampleOf(main); example != "" {
			out = append(out, f.watchedExample(example, func() bool { return f.source.content().At(main).IsZero() }))
		}
	}
	if example := f.exampleRow(x, p); example != "" {
		out = append(out, f.watchedExample(example, func() bool { return f.source.content().At(p).Len() == 0 }))
	}
	return out
}

// watchedExample is a box that is shown while empty says so and it is not put away.
func (f *form) watchedExample(example string, empty func() bool) fyne.CanvasObject {
	hidden := false
	var box *kit.ExampleBox
	box = kit.NewExampleBox(f.desk.words.T("form.example"), example, f.desk.words.T("action.hide"), func() {
		hidden = true
		box.Hide()
	})
	show := func() {
		if !hidden && empty() {
			box.Show()
		} else {
			box.Hide()
		}
	}
	show()
	f.watch(show)
	return box
}
