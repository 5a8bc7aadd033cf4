package layout

import "ledstjarna/internal/report"

// Enclosure and the types and values below are what is said of a file of another
// origin, for the renderer that finds it out.
type Enclosure = report.Enclosure

// Sheet is a page of such a file.
type Sheet = report.Sheet

// Edge is a side of a page.
type Edge = report.Edge

// EnclosureNote is something that was lost when pages were taken in.
type EnclosureNote = report.EnclosureNote

// ApartReason is why a file is not taken into the papers.
type ApartReason = report.ApartReason

// Their values.
const (
	BottomEdge = report.BottomEdge
	TopEdge    = report.TopEdge
	LeftEdge   = report.LeftEdge
	RightEdge  = report.RightEdge

	NoteRestricted = report.NoteRestricted
	NoteForm       = report.NoteForm
	NoteSignature  = report.NoteSignature
	NoteActive     = report.NoteActive
	NoteComments   = report.NoteComments
	NoteCopied     = report.NoteCopied
	NotePictures   = report.NotePictures
	NoteUntagged   = report.NoteUntagged

	ApartKind       = report.ApartKind
	ApartXFA        = report.ApartXFA
	ApartForm       = report.ApartForm
	ApartPassword   = report.ApartPassword
	ApartUnreadable = report.ApartUnreadable
	ApartEmpty      = report.ApartEmpty
	ApartPages      = report.ApartPages
	ApartLarge      = report.ApartLarge
)
