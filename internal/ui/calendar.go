package ui

import (
	"cmp"
	"context"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/editor"
	"ledstjarna/internal/plan"
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
	filter   calendarFilter
	mode     string
	months   int              // in sight
	left     kit.TimelineDay  // the first day in sight
	placed   bool             // left is told
	folded   map[plan.ID]bool // versions that were folded or opened
	contents map[string]calendarContent
}

func newCalendarMemory() *calendarMemory {
	return &calendarMemory{mode: calendarTimeline, months: usualMonths, folded: map[plan.ID]bool{}, contents: map[string]calendarContent{}}
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
	meetings []calendarMeeting
	at       calendarChoice            // the keyboard stands on
	chosen   calendarChoice            // the details tell about
	shown    calendarChoice            // they were last filled for
	fields   map[string]*kit.DateField // of the details, by their labels
	pill     *kit.Pill                 // of the details
	stop     func()                    // ends the reading that is under way
	refused  bool                      // the plans cannot be read
}

func newCalendar(d *desk) view {
	v := &calendarView{desk: d, memory: d.app.calendarMemory(), header: kit.NewPageHeader(d.words.T("nav.calendar")), stop: func() {}}
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
	top := kit.Column(0, v.header, kit.Pad(kit.Insets{Top: 6, Right: 24, Left: 24}, v.tools.object))
	v.frame = kit.Dock(kit.Edges{Top: top}, kit.Pad(kit.Insets{Top: 12, Right: 24, Bottom: 20, Left: 24}, v.body))
	v.whole = kit.NewGround(kit.ColorWindow, v.frame)
	return v
}

func (v *calendarView) object() fyne.CanvasObject { return v.whole }
func (v *calendarView) show(place)                { v.fill() }

func (v *calendarView) refresh(c editor.Change) {
	if v.model != nil {
		if plans, ok := afterEdit(v.desk.words, c.Register, v.desk.today(), v.model.plans, c.Edit); ok {
			for _, x := range c.Edit.Changes {
				after := x.(plan.ContentChange).After
				v.memory.contents[after.Hash] = calendarContentOf(after.Content)
			}
			v.showPlans(plans)
			return
		}
	}
	v.fill()
}

// mostAtOnce is how many plans are read at once; more are read while the window
// goes on.
const mostAtOnce = 100

// fill shows the plans as they now are, once they are read.
func (v *calendarView) fill() {
	v.stop()
	v.stop = func() {}
	r := v.desk.register()
	plans := calendarVersions(r, v.desk.today())
	missing := v.missing(r, plans)
	if len(missing) <= mostAtOnce {
		read, err := readCalendar(context.Background(), v.desk.file, missing)
		v.take(read, err)
		v.fillWith(plans)
		return
	}
	if v.model == nil {
		v.tools.object.Hide() // there is nothing to choose from yet
		v.front(kit.EmptyState(assets.IconCalendar, v.desk.words.T("calendar.reading"), v.desk.words.N("count.plans", len(plans)), nil))
	}
	file, replaced := v.desk.file, false
	cancel := kit.Do(v.desk.app.work, func(ctx context.Context) (map[string]calendarContent, error) {
		return readCalendar(ctx, file, missing)
	}, func(read map[string]calendarContent, err error) {
		v.take(read, err)
		if !replaced && v.desk.app.front == view(v) {
			v.fillWith(calendarVersions(v.desk.register(), v.desk.today()))
		}
	})
	v.stop = func() { replaced = true; cancel() }
}

// missing are the versions whose content has not been read.
func (v *calendarView) missing(r plan.Register, plans []calendarPlan) []plan.Version {
	var out []plan.Version
	for _, p := range plans {
		if _, ok := v.memory.contents[p.hash]; !ok {
			d, _ := r.Document(p.document)
			x, _ := d.Version(p.version)
			out = append(out, x)
		}
	}
	return out
}

// take keeps what was read, and says once where something could not be.
func (v *calendarView) take(read map[string]calendarContent, err error) {
	for hash, c := range read {
		v.memory.contents[hash] = c
	}
	if err != nil && !v.refused {
		v.desk.fail(err)
	}
	v.refused = err != nil
}

// readCalendar reads what the calendar needs of versions, by the hash of their
// contents. One that cannot be read does not keep it from the others; the error is the
// first one's.
func readCalendar(ctx context.Context, file *editor.Editor, versions []plan.Version) (map[string]calendarContent, error) {
	out, first := map[string]calendarContent{}, error(nil)
	for _, x := range versions {
		if ctx.Err() != nil {
			return out, nil
		}
		sealed, err := file.Content(x.ID)
		if err != nil {
			first = cmp.Or(first, err)
			continue
		}
		out[sealed.Hash] = calendarContentOf(sealed.Content)
	}
	return out, first
}

// fillWith shows the plans, whose contents are read.
func (v *calendarView) fillWith(plans []calendarPlan) {
	r, today := v.desk.register(), v.desk.today()
	used := map[string]calendarContent{}
	for _, p := range plans {
		used[p.hash] = v.memory.contents[p.hash]
	}
	v.memory.contents = used
	v.showPlans(filledPlans(v.desk.words, r, today, plans, used))
}

// showPlans shows the plans with what they hold.
func (v *calendarView) showPlans(plans []calendarPlan) {
	v.meetings = calendarMeetings(v.desk.register())
	v.tools.object.Show()
	folded := map[plan.ID]bool{}
	for _, p := range plans {
		was, told := v.memory.folded[p.version]
		folded[p.version] = told && was || !told && (p.ended || p.beside)
	}
	v.model = &calendarModel{words: v.desk.words, today: v.desk.today(), locked: v.desk.reads(), plans: plans, folded: folded}
	v.tools.fill()
	v.filter()
}

// filter shows what the filter lets by.
func (v *calendarView) filter() {
	w := v.desk.words
	shown := *v.model // the timeline goes on with the one that it has
	shown.rows = calendarRows(shown.plans, v.memory.filter, shown.folded, shown.today)
	v.model = &shown
	v.modes.SetValue(v.memory.mode)
	v.tools.turn()
	switch {
	case len(v.model.plans) == 0 && len(v.meetings) == 0:
		v.close()
		v.front(kit.EmptyState(assets.IconCalendar, w.T("calendar.none"), w.T("calendar.none.caption"), nil))
	case len(v.model.rows) == 0 && !v.memory.filter.isZero():
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
