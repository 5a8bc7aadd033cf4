package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
	"ledstjarna/internal/review"
	"ledstjarna/internal/ui/kit"
)

// The ways in which the calendar shows what happens when.
const (
	calendarTimeline = "timeline"
	calendarMonths   = "months"
)

// calendarMemory is what the calendar keeps while a file is open, also while it is
// not in front.
type calendarMemory struct {
	filter calendarFilter
	mode   string
	months int              // in sight
	left   kit.TimelineDay  // the first day in sight
	placed bool             // left is told
	folded map[plan.ID]bool // versions that were folded or opened
	book   *calendarBook
	rows   calendarRowsKept
	many   int // as many plans are not kept while the calendar is not in front

	reading *calendarReading // that is under way, or nil
	waiting func()           // for what hangs on meetings, which is being read; or nil
	refused bool             // it was told that some plans cannot be read
}

func newCalendarMemory() *calendarMemory {
	return &calendarMemory{mode: calendarTimeline, months: usualMonths, folded: map[plan.ID]bool{}, book: newCalendarBook(), many: manyPlans}
}

// calendarChoice is what the details tell about: a thing, a plan, or a meeting.
type calendarChoice struct{ version, row, meeting plan.ID }

// calendarView shows what happens when, of all plans: on a timeline or month by
// month.
type calendarView struct {
	desk     *desk
	memory   *calendarMemory
	header   *kit.PageHeader
	modes    *kit.Segmented
	tools    *calendarTools
	meter    *kit.Meter // how far the reading is
	metering *fyne.Container
	timeline *kit.Timeline
	list     *kit.Table
	lines    *calendarLines
	card     *kit.Card
	pane     *fyne.Container // the details, hidden while nothing is chosen
	stage    *fyne.Container
	body     *fyne.Container // stage and details
	frame    *fyne.Container // tools and body
	whole    fyne.CanvasObject

	model    *calendarModel
	charted  []calendarPlace // rows that the timeline has
	meetings []calendarMeeting
	at       calendarChoice            // the keyboard stands on
	chosen   calendarChoice            // the details tell about
	shown    calendarChoice            // they were last filled for
	fields   map[string]*kit.DateField // of the details, by their labels
	pill     *kit.Pill                 // of the details
	seen     calendarSeen              // what is shown
}

func newCalendar(d *desk) view {
	v := &calendarView{desk: d, memory: d.app.calendarMemory(), header: kit.NewPageHeader(d.words.T("nav.calendar")), meter: kit.NewMeter()}
	w := d.words
	v.modes = kit.NewSegmented([]kit.Choice{
		{Value: calendarTimeline, Label: w.T("calendar.timeline"), Symbol: assets.IconTimeline},
		{Value: calendarMonths, Label: w.T("calendar.months-list"), Symbol: assets.IconList},
	}, v.memory.mode, func(mode string) { v.memory.mode = mode; v.fill() })
	export := kit.NewButton(kit.Outlined, w.T("calendar.export"), func() { d.app.statusExports()[4].Run() }).WithIcon(assets.IconExport)
	v.header.SetActions(v.modes, export)
	v.tools = newCalendarTools(v)
	v.timeline = kit.NewTimeline(v.timelineWords(), v.timelineEvents())
	v.timeline.SetLocked(d.reads())
	v.lines = &calendarLines{words: w, today: d.today()}
	v.list = kit.NewTable(nil, nil, kit.TableLook{Head: 28}, kit.TableEvents{Open: func(row int) { v.lines.open(d, row) }})
	v.card = kit.NewCard("", v.timeline)
	v.pane = kit.Deck()
	v.pane.Hide()
	v.stage = kit.Deck(v.card)
	v.body = kit.Dock(kit.Edges{Right: v.pane}, v.stage)
	v.metering = kit.Pad(kit.Insets{Top: 10, Right: 24, Left: 24}, v.meter)
	v.metering.Hide()
	top := kit.Column(0, v.header, kit.Pad(kit.Insets{Top: 6, Right: 24, Left: 24}, v.tools.object), v.metering)
	v.frame = kit.Dock(kit.Edges{Top: top}, kit.Pad(kit.Insets{Top: 12, Right: 24, Bottom: 20, Left: 24}, v.body))
	v.whole = kit.NewGround(kit.ColorWindow, v.frame)
	return v
}

func (v *calendarView) object() fyne.CanvasObject { return v.whole }
func (v *calendarView) show(place)                { v.fill() }

func (v *calendarView) refresh(c editor.Change) {
	for _, x := range c.Edit.Changes {
		if x, ok := x.(plan.ContentChange); ok && v.memory.book.shows(x.Version) && !x.After.IsZero() {
			v.memory.book.contents[x.After.Hash] = calendarContentOf(x.After.Content)
		}
	}
	if c.Edit.IsEmpty() || v.model == nil || !v.seen.same(v.now()) {
		v.fill()
	}
}

// calendarSeen tells one state of what the calendar shows from others.
type calendarSeen struct {
	plans    int // which state of the book
	today    plan.Date
	register plan.Register
}

func (s calendarSeen) same(other calendarSeen) bool {
	return s.plans == other.plans && s.today == other.today && !slices.ContainsFunc(other.register.Since(s.register).Lists, func(l plan.ListName) bool {
		return review.ConcernsAll(l) || l == plan.ListBodies || l == plan.ListChannels || l == plan.ListPackets
	})
}

func (v *calendarView) now() calendarSeen {
	o := v.desk.outlook()
	v.memory.book.plans(o)
	return calendarSeen{v.memory.book.state, o.today, o.register}
}

// fill shows the plans as they now are, and reads those that have not been read.
func (v *calendarView) fill() {
	v.read()
	v.showPlans()
}

// showPlans shows the plans with what is known of them.
func (v *calendarView) showPlans() {
	o := v.desk.outlook()
	plans := v.memory.book.plans(o)
	v.seen = v.now()
	v.meetings = calendarMeetings(o.register)
	folded := make(map[plan.ID]bool, len(plans))
	for _, p := range plans {
		was, told := v.memory.folded[p.version]
		folded[p.version] = told && was || !told && (p.ended || p.beside)
	}
	v.model = &calendarModel{
		words: v.desk.words, today: o.today, locked: v.desk.reads(), plans: plans, folded: folded, channels: channelNames(o.register),
	}
	v.tools.fill()
	v.progress()
	v.filter()
}

// filter shows what the filter lets by.
func (v *calendarView) filter() {
	w := v.desk.words
	shown := *v.model // the timeline goes on with the one that it has
	shown.rows = v.memory.rows.of(&shown, v.memory.filter)
	v.model = &shown
	v.modes.SetValue(v.memory.mode)
	v.tools.turn()
	switch {
	case len(v.model.plans) == 0 && len(v.meetings) == 0:
		v.close()
		v.front(kit.EmptyState(assets.IconCalendar, w.T("calendar.none"), w.T("calendar.none.caption"), nil))
	case len(v.model.rows) == 0 && !v.memory.filter.isZero() && v.memory.reading == nil:
		v.close()
		v.front(kit.EmptyState(assets.IconFilter, w.T("calendar.no-match"), w.T("calendar.no-match.caption"),
			kit.NewButton(kit.Primary, w.T("calendar.clear"), v.clear)))
	case v.memory.mode == calendarMonths:
		v.close()
		v.fillList()
	default:
		v.fillTimeline()
	}
}

func (v *calendarView) clear() {
	v.memory.filter = calendarFilter{}
	v.tools.fill()
	v.filter()
	v.timeline.Focus()
}

// front shows something in the place of the timeline and the list.
func (v *calendarView) front(o fyne.CanvasObject) {
	v.stage.Objects = []fyne.CanvasObject{kit.NewCard("", o)}
	v.stage.Refresh()
}

func (v *calendarView) frontCard(body fyne.CanvasObject) {
	v.card.SetBody(body)
	v.stage.Objects = []fyne.CanvasObject{v.card}
	v.stage.Refresh()
}
