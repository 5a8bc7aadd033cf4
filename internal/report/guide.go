package report

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"ledstjarna/internal/i18n"
)

// Guide is the user guide in one language.
type Guide struct {
	Chapters []GuideChapter
}

// GuideChapter is one chapter. Its blocks are headings of level 2 and 3,
// paragraphs, lists and tables. A span that leads to another chapter has
// ChapterAnchor of it in To; one that leads to a room of the window has RoomLink
// of it in Link. Bold words are words of the interface.
type GuideChapter struct {
	Name   string // in links; never translated
	Title  string
	Blocks []Block
}

// RoomLink begins the link of a span that leads to a room of the window.
const RoomLink = "room:"

// chapterLink begins the address of a link to another chapter.
const chapterLink = "chapter:"

// ChapterAnchor is the anchor of a chapter by its name.
func ChapterAnchor(name string) string { return "guide-" + name }

// ChapterOf returns the name of the chapter that an anchor is of, "" for none.
func ChapterOf(anchor string) string {
	name, ok := strings.CutPrefix(anchor, ChapterAnchor(""))
	if !ok {
		return ""
	}
	return name
}

// GuideCommand is a line of the table of commands, as the guide keeps it.
type GuideCommand struct {
	ID    string `json:"id"`
	Menu  string `json:"menu"`           // key of the menu's words
	Label string `json:"label"`          // key of its own words
	Keys  string `json:"keys,omitempty"` // "ctrl+shift+E"; "" for none. ctrl is Cmd on a Mac
}

// GuideCommandsFile is the name of the table of commands beside the chapters.
const GuideCommandsFile = "commands.json"

// ReadGuide reads the guide in the language of the words: the chapters in the
// folder named by it, in the order of their numbers. In them, {key:ID} stands for
// the keys of a command and a line {commands} for the table of all that have
// some. Where mac is set, keys are named as on a Mac.
func ReadGuide(files fs.FS, words *i18n.Printer, mac bool) (Guide, error) {
	data, err := fs.ReadFile(files, GuideCommandsFile)
	if err != nil {
		return Guide{}, fmt.Errorf("read the guide's commands: %w", err)
	}
	r := guideKeys{words: words, mac: mac}
	if err := json.Unmarshal(data, &r.commands); err != nil {
		return Guide{}, fmt.Errorf("read the guide's commands: %w", err)
	}
	names, err := fs.Glob(files, path.Join(string(words.Language()), "*.md"))
	if err != nil {
		return Guide{}, fmt.Errorf("list the guide's chapters: %w", err)
	}
	var g Guide
	for _, name := range names {
		src, err := fs.ReadFile(files, name)
		if err != nil {
			return Guide{}, fmt.Errorf("read a chapter of the guide: %w", err)
		}
		_, base, _ := strings.Cut(strings.TrimSuffix(path.Base(name), ".md"), "-")
		g.Chapters = append(g.Chapters, r.chapter(base, string(src)))
	}
	return g, nil
}

// Chapter returns the chapter of a name and its place.
func (g Guide) Chapter(name string) (GuideChapter, int, bool) {
	i := slices.IndexFunc(g.Chapters, func(c GuideChapter) bool { return c.Name == name })
	if i < 0 {
		return GuideChapter{}, 0, false
	}
	return g.Chapters[i], i, true
}

// guideKeys puts what the table of commands says into chapters.
type guideKeys struct {
	words    *i18n.Printer
	mac      bool
	commands []GuideCommand
}

func (k guideKeys) chapter(name, source string) GuideChapter {
	for _, c := range k.commands {
		source = strings.ReplaceAll(source, "{key:"+c.ID+"}", k.text(c.Keys))
	}
	src := []byte(source)
	parser := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser()
	blocks := markdownReader{src: src, guide: true}.blocks(parser.Parse(text.NewReader(src)))
	out := GuideChapter{Name: name}
	for _, b := range blocks {
		switch x := b.(type) {
		case Heading:
			if x.Level == 1 && out.Title == "" {
				out.Title = x.Text
				continue
			}
		case Paragraph:
			if x.Text.String() == "{commands}" {
				out.Blocks = append(out.Blocks, k.tables()...)
				continue
			}
		}
		out.Blocks = append(out.Blocks, b)
	}
	return out
}

// tables lists the commands that have keys, menu by menu.
func (k guideKeys) tables() []Block {
	var out []Block
	var menus []string
	for _, c := range k.commands {
		if !slices.Contains(menus, c.Menu) {
			menus = append(menus, c.Menu)
		}
	}
	for _, menu := range menus {
		t := Table{Named: true, Columns: []Column{{Head: k.words.T("guide.command"), Width: 90}, {Head: k.words.T("guide.keys")}}}
		for _, c := range k.commands {
			if c.Menu == menu && c.Keys != "" {
				t.Rows = append(t.Rows, TableRow{Cells: []Cell{{Text: Plain(k.words.T(c.Label))}, {Text: Plain(k.text(c.Keys))}}})
			}
		}
		if len(t.Rows) > 0 {
			out = append(out, Heading{Level: 2, Text: k.words.T(menu)}, t)
		}
	}
	return out
}

// text writes keys as a menu does.
func (k guideKeys) text(keys string) string {
	parts := strings.Split(keys, "+")
	for i, p := range parts {
		switch p {
		case "ctrl":
			if k.mac {
				p = "super"
			}
			parts[i] = k.words.T("key." + p)
		case "shift", "alt":
			parts[i] = k.words.T("key." + p)
		case "Prior":
			parts[i] = k.words.T("key.page-up")
		case "Next":
			parts[i] = k.words.T("key.page-down")
		}
	}
	if k.mac {
		return strings.Join(parts, "")
	}
	return strings.Join(parts, "+")
}
