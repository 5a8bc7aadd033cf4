package kit

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// progressDelay is how long work may take before a dialog tells of it.
const progressDelay = 500 * time.Millisecond

// Job is work that may take a while, with words for the person who waits.
type Job struct {
	Title  string
	Cancel string // the button; empty where the work cannot be ended
}

// Report tells how far work is: a share of 1, or below 0 where it is not known,
// and what is being done.
type Report func(share float64, doing string)

// Await runs a job beside the window and shows its progress once it has taken
// half a second. Done is called with the outcome when the work ended; a job
// that was cancelled ends with the error of its context.
func Await[T any](b *Background, c fyne.Canvas, job Job, work func(context.Context, Report) (T, error), done func(T, error)) {
	meter := NewMeter()
	var dialog *Dialog
	var cancel, unwait func()
	ended := false
	spec := DialogSpec{Title: job.Title, Content: meter, Width: 380, Idle: true}
	if job.Cancel != "" {
		spec.Cancel = DialogAction{Label: job.Cancel, Run: func() bool {
			cancel()
			return false // it closes when the work has ended
		}}
	}
	unwait = b.After(progressDelay, func() {
		if !ended {
			dialog = OpenDialog(c, spec)
		}
	})
	report := func(share float64, doing string) { b.Post(func() { meter.Set(share, doing) }) }
	cancel = Do(b, func(ctx context.Context) (T, error) { return work(ctx, report) }, func(v T, err error) {
		ended = true
		unwait()
		if dialog != nil {
			dialog.Close()
		}
		done(v, err)
	})
}

// Meter is a bar that tells how far work is, over a line that says what is
// being done.
type Meter struct {
	widget.BaseWidget
	track, fill *canvas.Rectangle
	doing       *line
	share       float64
}

// NewMeter returns an empty bar.
func NewMeter() *Meter {
	m := &Meter{track: newRect(), fill: newRect(), doing: newLine("", Caption, ColorText2)}
	m.ExtendBaseWidget(m)
	return m
}

// Set shows a share of 1 and what is being done. Below 0 the bar stands at a
// third: under way, no telling how far.
func (m *Meter) Set(share float64, doing string) {
	m.share = min(share, 1)
	m.doing.full = doing
	m.Refresh()
}

// CreateRenderer is called by the toolkit.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(m, m.track, m.fill, m.doing.Text)
}

func (m *Meter) paint() {
	paintRect(m.track, ColorButton, 3)
	paintRect(m.fill, ColorPrimaryText, 3)
	m.doing.paint()
}

func (m *Meter) measure() fyne.Size { return fyne.NewSize(px(200), px(6+8)+m.doing.height()) }

func (m *Meter) arrange(s fyne.Size) {
	share := float32(m.share)
	if m.share < 0 {
		share = 1.0 / 3
	}
	put(m.track, 0, 0, s.Width, px(6))
	put(m.fill, 0, 0, round(s.Width*share), px(6))
	m.doing.place(0, px(6+8), s.Width)
}
