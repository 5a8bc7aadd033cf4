package ui

import (
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"ledstjarna/internal/editor"
	"ledstjarna/internal/packet"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// line is the item, and the paper of it, that a line of the agenda stands for; paper is
// nil for the item itself and its report.
func (v *packetsView) line(id string) (it packet.Item, paper *packet.Paper, ok bool) {
	row, sub, _ := strings.Cut(id, "/")
	for _, it := range v.about.Items {
		if string(it.Row) != row {
			continue
		}
		if i, err := strconv.Atoi(sub); err == nil && i < len(it.Papers) {
			return it, &it.Papers[i], true
		}
		return it, nil, true
	}
	return packet.Item{}, nil, false
}

// change edits the packet's fields as one step.
func (v *packetsView) change(op editor.Op, change func(plan.Content) (plan.Content, error), files ...plan.Attachment) bool {
	e, ok := v.desk.register().Entry(plan.ListPackets, v.id)
	if !ok {
		return false
	}
	fields, err := change(e.Fields)
	if err != nil {
		v.desk.fail(err)
		return false
	}
	edit, err := v.desk.register().SetEntry(plan.ListPackets, v.id, fields)
	edit.Files = files
	return v.desk.do(op, edit, err)
}

// move puts an item at a place, from 0.
func (v *packetsView) move(id string, to int) {
	it, _, ok := v.line(id)
	if !ok {
		return
	}
	v.change(editor.Op{Key: "op.move-item", Args: map[string]string{"item": strconv.Itoa(it.Number)}}, func(c plan.Content) (plan.Content, error) { return packet.Move(c, it.Row, to+1) })
}

// removeLine takes an item away, or a paper that was added to it. It can be undone.
func (v *packetsView) removeLine(id string) {
	it, paper, ok := v.line(id)
	switch {
	case !ok:
	case paper == nil:
		v.change(editor.Op{Key: "op.remove-item"}, func(c plan.Content) (plan.Content, error) { return packet.Remove(c, it.Row) })
	case paper.Row != "":
		v.change(editor.Op{Key: "op.detach"}, func(c plan.Content) (plan.Content, error) { return c.RemoveRow(paperPath(it, *paper)) })
	default:
		v.desk.say(v.desk.words.T("packets.own-paper"))
	}
}

func paperPath(it packet.Item, x packet.Paper) plan.Path {
	return plan.PathTo(plan.KeyItems).In(it.Row, plan.KeyPapers).AtRow(x.Row)
}

// openLine opens what a line stands for: an item's form, a document, a file.
func (v *packetsView) openLine(id string) {
	it, paper, ok := v.line(id)
	if !ok {
		return
	}
	if paper == nil {
		v.source().row(plan.PathTo(plan.KeyItems).AtRow(it.Row))
		return
	}
	switch d, isDocument := v.desk.register().Document(paper.Document); {
	case paper.Foreign():
		v.desk.app.openAttached(paper.File)
	case isDocument:
		v.desk.open(place{room: roomOf(d.Kind), document: d.ID, version: paper.Version})
	}
}

// lineMenu is what can be done with a line.
func (v *packetsView) lineMenu(id string, at fyne.Position) {
	it, paper, ok := v.line(id)
	if !ok {
		return
	}
	items := v.itemMenu(id, it)
	if paper != nil {
		items = v.paperMenu(id, it, *paper)
	}
	kit.PopUpMenu(v.desk.window.Canvas(), at, items)
}

func (v *packetsView) itemMenu(id string, it packet.Item) []kit.MenuItem {
	w, r := v.desk.words, v.desk.register()
	n := slices.IndexFunc(v.about.Items, func(x packet.Item) bool { return x.Row == it.Row })
	decision, decided := packet.DecidedOn(r, v.id, it.Row)
	const open, extract = 0, 7 // what changes nothing
	return v.desk.editingItems([]kit.MenuItem{
		{Label: w.T("packets.open-item"), Run: func() { v.openLine(id) }},
		{Label: w.T("action.add-appendix"), Run: func() { v.attach(it) }},
		{},
		{Label: w.T("packets.move-up"), Off: n <= 0, Run: func() { v.move(id, n-1) }},
		{Label: w.T("packets.move-down"), Off: n < 0 || n+1 >= len(v.about.Items), Run: func() { v.move(id, n+1) }},
		{},
		{Label: w.T("action.register-decision"), Off: !canDecide(r, v.about, it, v.desk.today()), Run: func() { v.decide(it) }},
		{Label: w.T("packets.extract"), Off: !decided, Run: func() { v.extract(it, decision) }},
		{},
		{Label: w.T("packets.remove-item"), Run: func() { v.removeLine(id) }},
	}, open, extract)
}

func (v *packetsView) paperMenu(id string, it packet.Item, x packet.Paper) []kit.MenuItem {
	w := v.desk.words
	set := func(op string, key plan.Key, on bool) func() {
		return func() {
			v.change(editor.Op{Key: op}, func(c plan.Content) (plan.Content, error) {
				value := plan.Value{}
				if on {
					value = plan.Text(plan.Yes)
				}
				return c.Set(plan.PathTo(plan.KeyItems).In(it.Row, plan.KeyPapers).In(x.Row, key), value)
			})
		}
	}
	separate, protect := "packets.as-file", "packets.protect"
	if x.Separate {
		separate = "packets.as-pages"
	}
	if x.Protected {
		protect = "packets.unprotect"
	}
	const open, save = 0, 1 // what changes nothing
	return v.desk.editingItems([]kit.MenuItem{
		{Label: w.T("packets.open-paper"), Run: func() { v.openLine(id) }},
		{Label: w.T("attachments.save"), Off: !x.Foreign(), Run: func() { v.desk.app.askSaveAttached(x.File) }},
		{},
		{Label: w.T(separate), Off: !x.Foreign(), Run: set("op.set-delivery", plan.KeySeparate, !x.Separate)},
		{Label: w.T(protect), Off: x.Row == "", Run: set("op.protect", plan.KeyProtected, !x.Protected)},
		{},
		{Label: w.T("packets.remove-paper"), Off: x.Row == "", Run: func() { v.removeLine(id) }},
	}, open, save)
}

// attachToChosen adds a file to the item that is chosen.
func (v *packetsView) attachToChosen() {
	if it, _, ok := v.line(v.chosen); ok {
		v.attach(it)
		return
	}
	v.desk.say(v.desk.words.T("packets.choose-item"))
}

// attach asks for a file and adds it to an item. How it comes into the papers is found
// out first, and told.
func (v *packetsView) attach(it packet.Item) {
	w, app := v.desk.words, v.desk.app
	separate := kit.NewCheckbox(w.T("packets.separate"), nil)
	app.askPath(pathQuestion{title: "packets.attach-title", confirm: "attachments.attach", extra: separate}, func(path string) {
		v.attachFile(it, path, separate.Checked())
	})
}

// attachFile adds the file at path to an item.
func (v *packetsView) attachFile(it packet.Item, path string, separate bool) {
	v.desk.app.probe(path, separate, func(a plan.Attachment, e report.Enclosure) { v.enclose(it, a, separate, e) })
}

func (v *packetsView) enclose(it packet.Item, a plan.Attachment, separate bool, e report.Enclosure) {
	w := v.desk.words
	if e.Apart.Refuses() {
		v.desk.app.failAbout(enclosureProblem{w.T("enclosure.because." + string(e.Apart))}, a.Name)
		return
	}
	title := strings.TrimSuffix(a.Name, filepath.Ext(a.Name))
	done := v.change(editor.Op{Key: "op.attach"}, func(c plan.Content) (plan.Content, error) {
		out, _, err := plan.Enclose(c, it.Row, a.AttachedFile, title, separate)
		return out, err
	}, a)
	if !done {
		return
	}
	v.chosen = string(it.Row)
	v.fillAgenda()
	if told := report.RemarkText(report.Source{Words: w}, e); told != "" {
		v.desk.say(a.Name + ": " + told)
	}
}

// decide registers what was decided on an item.
func (v *packetsView) decide(it packet.Item) {
	if e, ok := v.desk.register().Entry(plan.ListPackets, v.id); ok {
		askItemDecision(v.desk, e, v.about, it)
	}
}

// extract exports what an extract of the minutes is made from.
func (v *packetsView) extract(it packet.Item, d packet.Decided) {
	w, p := v.desk.words, v.about
	name := packet.DocumentFileName(w.T("minutes.title"), p.Meeting.Date.String()+" § "+d.Paragraph)
	v.desk.app.export(name, func(s report.Source) (report.Print, error) { return report.MinutesExtract(s, p, it, d), nil })
}

// enclosureProblem is a file that cannot be taken into the papers.
type enclosureProblem struct{ reason string }

func (e enclosureProblem) Error() string { return e.reason }

// MessageKey is the key of the words for a person.
func (enclosureProblem) MessageKey() string { return "error.enclosure" }

// MessageArgs fill the gaps of the words.
func (e enclosureProblem) MessageArgs() map[string]any { return map[string]any{"reason": e.reason} }

// publicProblem gives what keeps a public variant from being made its words.
type publicProblem struct{ error }

func (e publicProblem) Unwrap() error { return e.error }

// MessageKey is the key of the words for a person.
func (e publicProblem) MessageKey() string {
	if errors.Is(e.error, packet.ErrPublicHeading) {
		return "error.public-heading"
	}
	return "error.open-elsewhere"
}

// MessageArgs fill the gaps of the words.
func (e publicProblem) MessageArgs() map[string]any {
	var about *packet.ItemError
	if errors.As(e.error, &about) {
		return map[string]any{"n": about.Number}
	}
	return nil
}
