package kit

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Designed lengths of a timeline.
const (
	timeNames     = 262 // the column of names
	timeNamesLow  = 190 // where there is little room
	timeRow       = 26
	timeGroup     = 34
	timeHeadRow   = 26
	timeWeekRow   = 20
	timeBarHeight = 16
	timeFoot      = 10 // under the last row
	timeFootRow   = 34
)

// Timeline shows rows over time: bars, points and signs under a head of months,
// with marks that concern all rows. Names and head stay while it is scrolled. Only
// what is in sight is drawn. What can be moved is dragged, or moved by keys.
type Timeline struct {
	widget.BaseWidget
	words  TimelineWords
	tell   TimelineEvents
	source TimelineSource
	tops   []float32 // designed top of every row, and of what follows the last
	marks  []TimelineMark
	bands  []TimelineBand
	ties   []TimelineTie
	today  TimelineDay
	first  TimelineDay // what sideways scrolling reaches
	last   TimelineDay

	left   float64 // the day at the chart's left edge
	months float64 // on the chart's width
	offset float32
	at     int // the row the keyboard stands on, -1 for none, inHead for the marks
	mark   int // the mark the keyboard stands on
	over   int // the row under the mouse, or -1
	lit    timeHit

	focused bool
	locked  bool
	ctrl    bool
	shift   bool
	clock   func() time.Time
	clicked time.Time
	drag    *timeDrag
	tip     tip

	head  *timeHead
	names *timeBody
	chart *timeBody
	rows  []*timeLine
	back  *timeBack
	stale bool
	down  *tableThumb
	along *tableThumb
	edge  *canvas.Rectangle // between names and chart
	ring  *canvas.Rectangle
	label *timeLabel
	top   bool

	foot   fyne.CanvasObject // explains the symbols; may be nil
	ground *canvas.Rectangle // of the foot
	rule   *canvas.Rectangle
	bottom bool
}

// inHead is the place of the keyboard where it is among the marks.
const inHead = -2

var (
	_ fyne.Focusable         = (*Timeline)(nil)
	_ fyne.Tappable          = (*Timeline)(nil)
	_ fyne.SecondaryTappable = (*Timeline)(nil)
	_ fyne.Scrollable        = (*Timeline)(nil)
	_ fyne.Draggable         = (*Timeline)(nil)
	_ fyne.Shortcutable      = (*Timeline)(nil)
	_ desktop.Hoverable      = (*Timeline)(nil)
	_ desktop.Cursorable     = (*Timeline)(nil)
	_ desktop.Keyable        = (*Timeline)(nil)
	_ fyne.Accessible        = (*Timeline)(nil)
)

// NewTimeline returns an empty timeline.
func NewTimeline(words TimelineWords, tell TimelineEvents) *Timeline {
	t := &Timeline{words: words, tell: tell, at: -1, mark: -1, over: -1, lit: noHit(), months: 12, clock: time.Now, edge: newRect(), ring: newRect(), ground: newRect(), rule: newRect()}
	t.head, t.back, t.label = newTimeHead(t), newTimeBack(t), newTimeLabel()
	t.names, t.chart = newTimeBody(t.nameParts), newTimeBody(t.chartParts)
	t.down = newTableThumb(false, func(by float32) {
		t.scrollTo(t.offset + by*(t.full()-t.room().Height)/max(1, t.room().Height-t.down.Size().Height))
	})
	t.along = newTableThumb(true, func(by float32) {
		t.scrollAlong(float64(by) * (float64(t.last-t.first) - t.shownDays()) / max(1, float64(t.room().Width-t.along.Size().Width)))
	})
	t.tops = []float32{0}
	t.ExtendBaseWidget(t)
	return t
}

// SetSource shows other rows. The keyboard stays on the row with the same number;
// Select puts it elsewhere.
func (t *Timeline) SetSource(source TimelineSource) {
	t.source = source
	n := t.count()
	t.tops = slices.Grow(t.tops[:0], n+1)
	y := float32(0)
	for i := range n {
		t.tops = append(t.tops, y)
		y += timeRow
		if source.Group(i) {
			y += timeGroup - timeRow
		}
	}
	t.tops = append(t.tops, y)
	t.Renew(source)
}

// Renew shows what the rows now say, of which neither the number nor the groups are
// others than those of the source before.
func (t *Timeline) Renew(source TimelineSource) {
	t.source = source
	t.at, t.over = min(t.at, t.count()-1), -1
	t.stale = true
	t.Refresh()
}

// SetTime tells what concerns all rows: today, the marks in the order of their
// days, the bands, and the days between which one can scroll.
func (t *Timeline) SetTime(today TimelineDay, marks []TimelineMark, bands []TimelineBand, first, last TimelineDay) {
	t.today, t.marks, t.bands = today, marks, bands
	t.first, t.last = min(first, today), max(last, today)
	t.mark = min(t.mark, len(marks)-1)
	t.Refresh()
}

// SetTies shows what hangs on what; the marks among it stand out.
func (t *Timeline) SetTies(ties []TimelineTie) {
	t.ties = ties
	t.arrange(t.Size())
}

// SetLocked keeps everything where it is, in a file that can only be read.
func (t *Timeline) SetLocked(locked bool) { t.locked = locked }

// View brings so many months into sight, from the day on.
func (t *Timeline) View(from TimelineDay, months float64) {
	t.left, t.months = float64(from), months
	t.Refresh()
}

// Zoom shows so many months around what is under the mouse where it is over the chart,
// else around today where that is in sight, else around what stands in the middle.
func (t *Timeline) Zoom(months float64) {
	s := t.scale()
	at := t.room().Width / 2
	if today := s.x(t.today); today >= 0 && today <= t.room().Width {
		at = today
	}
	if t.lit.x > 0 {
		at = t.lit.x
	}
	day := s.left + float64(at)/s.per
	t.months = months
	t.left = day - float64(at)/t.scale().per
	t.Refresh()
}

// Left returns the first day in sight.
func (t *Timeline) Left() TimelineDay { return t.scale().day(0) }

// Step scrolls by units of the head, back where n is less than 0.
func (t *Timeline) Step(n int) { t.scrollAlong(float64(n) * t.scale().step()) }

// Reveal brings days into sight.
func (t *Timeline) Reveal(from, to TimelineDay) {
	shown := t.shownDays()
	if shown <= 0 {
		return
	}
	margin := shown / 12
	switch {
	case float64(to-from) > shown-2*margin || float64(from) < t.left+margin:
		t.left = float64(from) - margin
	case float64(to) > t.left+shown-margin:
		t.left = float64(to) - shown + margin
	default:
		return
	}
	t.Refresh()
}

// Selected returns the row the keyboard stands on, or -1.
func (t *Timeline) Selected() int { return max(-1, t.at) }

// Select puts the keyboard on a row and brings the row into sight; -1 on none. It is
// not told.
func (t *Timeline) Select(row int) {
	t.at = max(-1, min(row, t.count()-1))
	t.revealRow()
	t.arrange(t.Size())
}

// SelectMark puts the keyboard on a mark. It is not told.
func (t *Timeline) SelectMark(mark int) {
	if mark >= 0 && mark < len(t.marks) {
		t.at, t.mark = inHead, mark
		t.arrange(t.Size())
	}
}

// Focus gives the timeline the keyboard.
func (t *Timeline) Focus() { focus(t) }

// SetFoot puts something under the chart that explains its symbols.
func (t *Timeline) SetFoot(foot fyne.CanvasObject) {
	t.foot = foot
	t.Refresh()
}

func (t *Timeline) roundCorners(top, bottom bool) { t.top, t.bottom = top, bottom }

// footHeight is what stands under the chart.
func (t *Timeline) footHeight() float32 {
	if t.foot == nil {
		return 0
	}
	return max(px(timeFootRow), heightFor(t.foot, t.Size().Width-px(2*gutter))+px(14))
}
