package report

// Enclosure is what is known of a file of another origin that goes with an item:
// how its pages come into the papers, or why they do not.
type Enclosure struct {
	// Sheets are its pages in their order; none where it is delivered as a file of
	// its own.
	Sheets []Sheet
	// Tagged says that its pages bring a structure that a screen reader can follow.
	Tagged bool
	Notes  []EnclosureNote // what a reader of the papers must know, in the order below
	Apart  ApartReason     // why it is delivered as a file of its own, "" where it is not
}

// Sheet is a page of another origin, as it is shown.
type Sheet struct {
	Width, Height float64 // in points
	Edge          Edge    // where there is room for a line of numbers
	// Picture is what stands on the page, a PNG or JPEG; nil where the page is taken
	// in as it is.
	Picture []byte
	// X, Y, W and H are where the picture stands, in points from the top left corner.
	X, Y, W, H float64
}

// Edge is a side of a page.
type Edge uint8

// The edges, in the order in which they are preferred.
const (
	BottomEdge Edge = iota
	TopEdge
	LeftEdge
	RightEdge
)

// EnclosureNote is something that was lost or changed when pages were taken in.
type EnclosureNote string

// The notes.
const (
	NoteRestricted EnclosureNote = "restricted" // it was locked against changes
	NoteForm       EnclosureNote = "form"       // fields are drawn as they were filled in
	NoteSignature  EnclosureNote = "signature"  // its signature does not hold for these pages
	NoteActive     EnclosureNote = "active"     // scripts, attached files, sound and film are left out
	NoteComments   EnclosureNote = "comments"   // marks that have no drawing of their own are left out
	NoteCopied     EnclosureNote = "copied"     // it is damaged; its pages were copied by another reader
	NotePictures   EnclosureNote = "pictures"   // it is damaged; its pages are shown as pictures
	NoteUntagged   EnclosureNote = "untagged"   // a screen reader cannot read its pages
)

// ApartReason is why a file is not taken into the papers.
type ApartReason string

// The reasons.
const (
	ApartAsked      ApartReason = "asked"      // the person wants it so
	ApartKind       ApartReason = "kind"       // it is neither a PDF nor a picture
	ApartXFA        ApartReason = "xfa"        // an XFA form, which only its own program shows
	ApartForm       ApartReason = "form"       // fields that only the reader's program draws
	ApartPassword   ApartReason = "password"   // it opens with a password
	ApartUnreadable ApartReason = "unreadable" // it is damaged
	ApartEmpty      ApartReason = "empty"      // it has no pages
	ApartPages      ApartReason = "pages"      // some of its pages are gone
	ApartLarge      ApartReason = "large"      // it takes more than there is room for
	ApartGone       ApartReason = "gone"       // the plan file no longer holds it
)

// Refuses reports whether a file is refused where a person wants it among the papers;
// for the other reasons it is delivered as a file of its own without asking.
func (r ApartReason) Refuses() bool {
	switch r {
	case "", ApartAsked, ApartXFA, ApartForm:
		return false
	}
	return true
}
