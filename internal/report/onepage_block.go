package report

// OnePage is a page that is never more than one, whatever its data: the layout
// takes the first of its forms that fits.
type OnePage struct {
	Kicker string
	Mark   string // beside the kicker: "Utkast" of what is not adopted; may be ""
	Title  string
	Anchor string     // for cross references, the contents and bookmarks; may be ""
	Number string     // before the bookmark's words; may be ""
	Forms  []PageForm // from the fullest to the smallest, which is short enough for any page
}

// PageForm is what such a page says: rows with a label at the left, and what has
// been left out.
type PageForm struct {
	Rows []PageRow
	Note []Text // over the page's last line
}

// PageRow is one of them. Rows without text and table are left out.
type PageRow struct {
	Label string
	Lead  bool // the message: 16/21, semibold
	Text  []Text
	Table *Table
}

func (OnePage) block() {}
