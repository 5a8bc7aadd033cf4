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
	// Hyphenate asks for Swedish words of running text to be divided at the ends of
	// lines.
	Hyphenate bool
	Accent    RGB // the organisation's accent colour; the zero value gives the program's own
}

// RGB is a colour: red, green, blue.
type RGB [3]uint8

// Words are the texts into which the layout puts numbers.
type Words struct {
	Page     func(n, total int) string               // "Sida 7 (18)"
	Packet   func(n, total int) string               // "Handlingar 111 (142)"
	Contents string                                  // heading of the table of contents
	ToPage   func(n int) string                      // what a link to a page says for those who cannot see it: "Till sidan 7"
	Sheet    func(title string, n, total int) string // what a page of another origin is to those who cannot see it
	Repeated string                                  // "forts." behind a caption repeated on the next page; "" for none
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
	Bookmark   string // its text; "" gives the title
	Anchor     string // that cross references name
	Contents   bool   // whether it gets a table of contents when it has 8 pages or more
	Unnumbered bool   // no number column: words start at the frame (status, plan on a page)
	Blocks     []Block
	// Enclosed, where it is set, is the file of another origin whose pages the
	// document consists of; it then has no Blocks.
	Enclosed *Enclosed
}

// Enclosed is a file of another origin with its pages.
type Enclosed struct {
	Enclosure
	File string // names it to the renderer
}
