package layout

import "ledstjarna/internal/report"

// RGB is a colour.
type RGB = report.RGB

// Book is everything that stands in one file.
type Book struct {
	Title, Author, Subject, Language string
	Pages                            []*Page
	Root                             *Node
	Bookmarks                        []Bookmark
	Places                           map[string]Place // by the anchors of the print
}

// Place is where an anchor stands: the number of its page, from 1, and how far
// down on it.
type Place struct {
	Page int
	Y    float64
}

// Bookmark is an entry of the file's outline. Levels begin at 1 and never skip.
type Bookmark struct {
	Level int
	Title string
	Page  *Page
	Y     float64
}

// Page is one page. Artifacts are drawn before Marks.
type Page struct {
	Number        int // in the Book, from 1
	Document      string
	Width, Height float64
	Artifacts     []Item // rules, tints, symbols
	Header        []Item // artifacts of the page's upper margin
	Footer        []Item // artifacts of its lower margin
	Marks         []Mark // content, in reading order; their index is their id
	Links         []Link
	Sheet         *SheetRef // set where a page of another origin stands in its place
}

// Mark is a sequence of items with one meaning.
type Mark struct {
	Owner *Node
	Items []Item
}

// Link is a place to click on. Either URL is set, or it leads to a page.
type Link struct {
	Owner      *Node
	X, Y, W, H float64
	URL        string
	Page       *Page
	ToY        float64
	Contents   string // what it says to those who cannot see it

	anchor string // resolved to Page when all documents are set
}

// Item is something drawn: Run, Rule, Rect, Path or Picture.
type Item interface{ item() }

// Run is a text on one line. A space at its end only separates it from the next
// line for those who read the file by machine.
type Run struct {
	X, Y   float64 // start of the baseline
	Text   string
	Font   Font
	Colour RGB
	Width  float64 // without spaces at the end
}

// Rule is a straight line.
type Rule struct {
	X1, Y1, X2, Y2, Width float64
	Colour                RGB
}

// Rect is a filled rectangle.
type Rect struct {
	X, Y, W, H float64
	Fill       RGB
}

// Path is a drawing. It is filled, stroked or both.
type Path struct {
	Steps        []Step
	Fill, Stroke *RGB
	Width        float64 // of the stroke
}

// Step is one segment of a path.
type Step struct {
	Op     Op
	X, Y   float64 // where it ends
	X1, Y1 float64 // control points of a curve
	X2, Y2 float64
}

// Op says how a Step gets to its end.
type Op uint8

// The operations.
const (
	Move Op = iota
	Line
	Curve
	Close
)

// Picture is an image, PNG or JPEG.
type Picture struct {
	X, Y, W, H float64
	Data       []byte
}

func (Run) item()     {}
func (Rule) item()    {}
func (Rect) item()    {}
func (Path) item()    {}
func (Picture) item() {}
