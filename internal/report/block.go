package report

// Print is what becomes one PDF file.
type Print struct {
	Title    string // of the file, shown in a viewer's title bar
	Author   string // the organisation
	Subject  string // registry number
	Language string // "sv", "en"
	Words    Words
	Parts    []Document // in their order; each begins on a new page
	Packet   bool       // whether the parts carry packet numbering in their footer
	Logo     Logo
}

// Words are the texts into which the layout puts numbers.
type Words struct {
	Page     func(n, total int) string // "Sida 7 (18)"
	Packet   func(n, total int) string // "Handlingar 111 (142)"
	Contents string                    // heading of the table of contents
	ToPage   func(n int) string        // what a link to a page says for those who cannot see it: "Till sidan 7"
	Repeated string                    // "forts." behind a caption repeated on the next page; "" for none
}

// Logo is the organisation's mark on first pages: a picture, or the name.
type Logo struct {
	Name    string // first line, semibold
	Name2   string // second line
	Picture []byte // PNG or JPEG; then no name is shown
	Alt     string
}

// Document is one paper of a Print.
type Document struct {
	Title      string // for the bookmark and the running header
	Version    string // beside it in the running header, "version 1.1"; may be ""
	Language   string
	FooterLeft string // "Direktionen 2026-12-03 · Ärende 9 · Bilaga 1", or organisation · dnr
	Logo       bool   // whether the first page carries the logo
	Level      int    // of its bookmark, from 1
	Anchor     string // that cross references name
	Contents   bool   // whether it gets a table of contents when it has 8 pages or more
	Unnumbered bool   // no number column: words start at the frame (status, plan on a page)
	Blocks     []Block
}

// Block is one thing in the flow of a document: one of the types in this package.
type Block interface{ block() }

// Span is a run of text in one style.
type Span struct {
	Text     string
	Bold     bool
	Italic   bool
	Muted    bool   // secondary colour
	Accent   bool   // the organisation's accent colour
	Link     string // address, or "" for none
	To       string // anchor in the same Print, or "" for none
	PageOf   string // anchor whose page number replaces Text
	Symbol   Symbol // status symbol before Text
	Language string // of a passage in another language, or ""
}

// Text is a line or paragraph of spans.
type Text []Span

// Plain returns s as a text in the ordinary style; "" gives no text.
func Plain(s string) Text {
	if s == "" {
		return nil
	}
	return Text{{Text: s}}
}

// String returns the words without styles.
func (t Text) String() string {
	var s string
	for _, x := range t {
		s += x.Text
	}
	return s
}

// Symbol is a status symbol; the word beside it carries the meaning.
type Symbol uint8

// The symbols.
const (
	NoSymbol     Symbol = iota
	Ring                // Planerad, Kommande
	Half                // Pågår, Dags, Delvis nått
	DiscCheck           // Klar, Genomförd, Nått
	RingCheck           // Genomförd sent
	SquareCheck         // Fullgjord genom fastställande
	Bars                // Pausad
	Cross               // Inställd, Ersatt/Upphävd
	Diamond             // Försenad, Under basvärdet
	Triangle            // Brådskande
	DiamondArrow        // Avvikelse
	Dash                // Ej aktuell
	Square              // Ändrat
	Plus                // Tillagt
	Minus               // Borttaget
)

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

// Panel is a tinted panel with a heading and numbered sentences ("Förslag till
// beslut"). It is never split over pages.
type Panel struct {
	Heading  string
	Anchor   string
	Numbered []Text
	Text     []Text // paragraphs, where nothing is numbered
}

// Align is how a column stands.
type Align uint8

// The alignments.
const (
	Left Align = iota
	Right
	Decimal // right, on the decimal sign
	Centre
)

// Column is a column of a table.
type Column struct {
	Head  string
	Align Align
	Fixed bool    // takes the width of its widest content: numbers, dates, dnr, status
	Width float64 // in mm, 0 = from the content
}

// Table is a table with a caption and one header row. A column that is empty in
// every row is left out by the layout, its width shared.
type Table struct {
	Caption string // after "Tabell n."; "" for none
	Number  string // "Tabell 3."
	Columns []Column
	Rows    []TableRow
	Sum     *TableRow
	Wide    bool   // on landscape pages
	Hanging bool   // the first column is a number and hangs in the number column
	Summary string // what the table shows, for those who cannot see it; may be ""
}

// TableRow is one row; there are as many cells as columns.
type TableRow struct {
	Cells  []Cell
	Group  bool // one cell over the whole width, as a subheading
	Anchor string
}

// Cell is a cell of a table.
type Cell struct {
	Text   Text
	Second Text // second line, secondary
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
