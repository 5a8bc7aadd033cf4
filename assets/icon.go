package assets

// Icon names a drawing of one colour: filled outlines in #000, so that a theme
// can recolour it, and a glyph inside a filled shape is a hole that shows what
// lies behind. The files in icons are made from those in drawings.
type Icon string

//go:generate go run ./outline

// The icons of the window, in a box of 20 units with strokes of 1.5.
const (
	IconTodo     Icon = "todo"
	IconPlan     Icon = "plan"
	IconSteering Icon = "steering"
	IconReview   Icon = "review"
	IconCalendar Icon = "calendar"
	IconTimeline Icon = "timeline"
	IconPacket   Icon = "packet"
	IconLibrary  Icon = "library"
	IconSettings Icon = "settings"
	IconSearch   Icon = "search"
	IconFilter   Icon = "filter"

	IconPlus          Icon = "plus"
	IconChevronRight  Icon = "chevron-right"
	IconChevronDown   Icon = "chevron-down"
	IconChevronUp     Icon = "chevron-up"
	IconChevronLeft   Icon = "chevron-left"
	IconPencil        Icon = "pencil"
	IconTrash         Icon = "trash"
	IconUndo          Icon = "undo"
	IconRedo          Icon = "redo"
	IconExport        Icon = "export"
	IconDownload      Icon = "download"
	IconPrint         Icon = "print"
	IconFolderOpen    Icon = "folder-open"
	IconFileNew       Icon = "file-new"
	IconStar          Icon = "star" // the guiding star: the mark and the example
	IconLink          Icon = "link"
	IconBold          Icon = "bold"
	IconItalic        Icon = "italic"
	IconList          Icon = "list"
	IconGrip          Icon = "grip"
	IconClose         Icon = "close"
	IconCheck         Icon = "check"
	IconInfo          Icon = "info"
	IconCalendarSmall Icon = "calendar-small" // heavier, for 14 pixels and less
	IconEye           Icon = "eye"
	IconPaperclip     Icon = "paperclip"
	IconPanel         Icon = "panel"
	IconCopy          Icon = "copy"
	IconMore          Icon = "more"
)

// The symbols of states, in a box of 12 units. Each stands for several states;
// the word beside it says which.
const (
	StateLate        Icon = "state-late"         // filled diamond with !
	StateUrgent      Icon = "state-urgent"       // filled triangle with !
	StateHalf        Icon = "state-half"         // ring, right half filled: due, ongoing, partly
	StateRing        Icon = "state-ring"         // upcoming, planned, empty
	StateReady       Icon = "state-ready"        // arrow in ring
	StateUnderReview Icon = "state-under-review" // two arrows
	StateDone        Icon = "state-done"         // filled disc with check
	StateDoneLate    Icon = "state-done-late"    // ring with check
	StateMet         Icon = "state-met"          // filled square with check: met by adoption, adopted
	StateDeviation   Icon = "state-deviation"    // open diamond with arrow
	StatePaused      Icon = "state-paused"       // ring with two bars
	StateDash        Icon = "state-dash"         // not applicable
	StateCancelled   Icon = "state-cancelled"    // ring with cross
	StateDraft       Icon = "state-draft"        // pencil
	StateClosed      Icon = "state-closed"       // slashed ring: superseded, repealed
	StateDerived     Icon = "state-derived"      // two dashes
)

// Icons lists every icon and symbol.
func Icons() []Icon {
	return []Icon{
		IconTodo, IconPlan, IconSteering, IconReview, IconCalendar, IconTimeline, IconPacket, IconLibrary, IconSettings, IconSearch, IconFilter,
		IconPlus, IconChevronRight, IconChevronDown, IconChevronUp, IconChevronLeft, IconPencil, IconTrash, IconUndo,
		IconRedo, IconExport, IconDownload, IconPrint, IconFolderOpen, IconFileNew, IconStar, IconLink, IconBold,
		IconItalic, IconList, IconGrip, IconClose, IconCheck, IconInfo, IconCalendarSmall, IconEye, IconPaperclip,
		IconPanel, IconCopy, IconMore,
		StateLate, StateUrgent, StateHalf, StateRing, StateReady, StateUnderReview, StateDone, StateDoneLate, StateMet,
		StateDeviation, StatePaused, StateDash, StateCancelled, StateDraft, StateClosed, StateDerived,
	}
}

// SVG returns the drawing.
func (i Icon) SVG() []byte { return read("icons/" + string(i) + ".svg") }

// AppIconSVG returns the program's own icon, which keeps its colours.
func AppIconSVG() []byte { return read("Icon.svg") }

// AppIconPNG returns the program's own icon as a picture of 512 × 512 pixels.
func AppIconPNG() []byte { return read("Icon.png") }
