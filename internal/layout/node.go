package layout

// Role is a standard structure type of PDF 1.7.
type Role string

// The roles in use.
const (
	Document  Role = "Document"
	Part      Role = "Part"
	H1        Role = "H1"
	H2        Role = "H2"
	H3        Role = "H3"
	H4        Role = "H4"
	P         Role = "P"
	Span      Role = "Span"
	LinkRole  Role = "Link"
	L         Role = "L"
	LI        Role = "LI"
	Lbl       Role = "Lbl"
	LBody     Role = "LBody"
	Table     Role = "Table"
	Caption   Role = "Caption"
	THead     Role = "THead"
	TBody     Role = "TBody"
	TR        Role = "TR"
	TH        Role = "TH"
	TD        Role = "TD"
	TOC       Role = "TOC"
	TOCI      Role = "TOCI"
	Reference Role = "Reference"
	Figure    Role = "Figure"
)

// Node is an element of the structure tree.
type Node struct {
	Role     Role
	Title    string
	Language string // "" inherits
	Alt      string // of a Figure
	Actual   string // the text that a drawing stands for
	Scope    string // of a TH: "Column" or "Row"
	Span     int    // columns that a cell covers, 0 = 1
	Number   string // ListNumbering of an L: "Disc", "Decimal" or ""
	Summary  string // of a Table
	BBox     *[4]float64
	Kids     []Kid
	Sheets   *Sheets // set where pages of another origin bring the kids along

	parent *Node
	joined bool
}

// Kid is a child of a Node: another Node, the Mark with an index on a page, or
// the Link with an index on a page. The unused index is -1.
type Kid struct {
	Node *Node
	Page *Page
	Mark int
	Link int
}

// under returns a new node that joins parent when its first item is drawn, so
// that the tree has the order of the pages.
func under(parent *Node, role Role) *Node { return &Node{Role: role, parent: parent} }

// join makes n and its ancestors part of the tree.
func (n *Node) join() {
	if n.joined || n.parent == nil {
		return
	}
	n.joined = true
	n.parent.join()
	n.parent.Kids = append(n.parent.Kids, Kid{Node: n, Mark: -1, Link: -1})
}

// heading returns the role of a heading; levels beyond the fourth stay there.
func heading(level int) Role {
	return [...]Role{H1, H2, H3, H4}[min(max(level, 1), 4)-1]
}
