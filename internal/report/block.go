package report

// Block is one thing in the flow of a document: one of the types in this package.
type Block interface{ block() }

// TitleKind is the size of a title.
type TitleKind uint8

// The titles.
const (
	TitleDocument TitleKind = iota // 28/33.75: plan, strategy, policy
	TitlePacket                    // 24/30: kallelse, status
	TitleCompact                   // 20/25: tjänsteskrivelse, comparison
)

// Title is the head of a document's first page.
type Title struct {
	Kind     TitleKind
	Kicker   string
	Text     string
	Subtitle string
}

// Heading is a heading of level 1 to 3. Number hangs in the number column.
type Heading struct {
	Level  int
	Number string
	Text   string
	Anchor string // for cross references, the contents and bookmarks; may be ""
	Small  bool   // the first-level heading of a tjänsteskrivelse, 14/17.5
}

// Paragraph is running text.
type Paragraph struct {
	Text  Text
	Label bool // 9/12, secondary: a note
}

// Items is a list, bulleted or numbered from 1.
type Items struct {
	Numbered bool
	Items    []Item
}

// Item is one point of a list, with points beneath it.
type Item struct {
	Text Text
	Sub  *Items
}

// Facts are labels with values, one a row: label 30 mm, value 96 mm.
type Facts struct {
	Pairs []Pair
}

// Pair is a label with its value.
type Pair struct {
	Label string
	Value Text
}

// ControlBox is the panel of document details on page 1, three columns.
type ControlBox struct{ Pairs []Pair }

// HeaderBlock is the row of label over value under a tjänsteskrivelse's title.
type HeaderBlock struct{ Pairs []Pair }

// Papers is a list of appendices: "Bilaga 1", then the title.
type Papers struct{ Pairs []Pair }

// Counts are big numbers with a word below each, a column apiece.
type Counts struct{ Counts []Count }

// Count is one of them.
type Count struct {
	Number string
	Word   Text
}

// Legend explains symbols in words, one after the other as the page is wide.
type Legend struct{ Entries []Text }

// Columns are two strands of blocks. The layout sets them side by side, the right
// one under a rule, or below each other where the right one is far longer than
// the left one. A block in them may not be wide, nor begin a page.
type Columns struct {
	Left, Right []Block
	Bare        bool // no rule over the right strand
}

// Placeholder stands in for a paper that is not shown, on a page of its own.
type Placeholder struct {
	Heading string
	Text    Text
}

// Panel is a tinted panel with a heading and numbered sentences ("Förslag till
// beslut"). It is never split over pages.
type Panel struct {
	Heading  string
	Anchor   string
	Lead     Text // before the numbered sentences, "Direktionen beslutar"
	Numbered []Text
	Text     []Text // paragraphs, where nothing is numbered
}

// Signatures are the columns of names under a tjänsteskrivelse.
type Signatures struct{ Pairs []Pair } // Label = name, Value = title

// PageBreak begins a new page.
type PageBreak struct{}

func (Title) block()       {}
func (Heading) block()     {}
func (Paragraph) block()   {}
func (Items) block()       {}
func (Facts) block()       {}
func (ControlBox) block()  {}
func (HeaderBlock) block() {}
func (Panel) block()       {}
func (Table) block()       {}
func (Signatures) block()  {}
func (PageBreak) block()   {}
func (Papers) block()      {}
func (Counts) block()      {}
func (Legend) block()      {}
func (Columns) block()     {}
func (Wheel) block()       {}
func (Placeholder) block() {}
