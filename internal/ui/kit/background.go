package kit

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
)

// Background runs work beside the window and brings its outcome back to the
// toolkit's goroutine. It is the only place that starts goroutines: everything
// else in the window runs on that one.
type Background struct {
	start func(work func())
	after func(d time.Duration, do func()) (stop func() bool)
	fell  func() // nil for nothing
	held  []func()
	hold  bool
}

// rescueTime is how long a program that falls waits for what is to be saved.
const rescueTime = 3 * time.Second

// OnFall has something done before the program ends because of a panic in Guard or in
// work of Do. It runs on a goroutine of its own and must touch nothing that is shown;
// a panic in it is no other one, and what takes long is not waited for.
func (b *Background) OnFall(do func()) { b.fell = do }

// Guard does something. Where it panics, what OnFall was given is done first; then the
// program ends as it would.
func (b *Background) Guard(do func()) {
	ended := false
	defer func() {
		if !ended {
			b.rescue()
		}
	}()
	do()
	ended = true
}

func (b *Background) rescue() {
	if b.fell == nil {
		return
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { _ = recover() }() // the first panic is the one that is told of
		b.fell()
	}()
	select {
	case <-done:
	case <-time.After(rescueTime):
	}
}

// NewBackground returns one that starts goroutines.
func NewBackground() *Background {
	return &Background{
		start: func(work func()) { go work() },
		after: func(d time.Duration, do func()) func() bool {
			return time.AfterFunc(d, func() { fyne.Do(do) }).Stop
		},
	}
}

// NewBackgroundWith returns one for tests: start gets every piece of work and
// runs it where and when the test likes; after gets what is to be done later.
func NewBackgroundWith(start func(work func()), after func(d time.Duration, do func()) (stop func() bool)) *Background {
	return &Background{start: start, after: after}
}

// Hold keeps back the work of Do until release is called, both on the toolkit's
// goroutine: work beside a window that is not yet painted takes its time.
func (b *Background) Hold() (release func()) {
	b.hold = true
	return func() {
		held := b.held
		b.hold, b.held = false, nil
		for _, work := range held {
			b.start(work)
		}
	}
}

func (b *Background) begin(work func()) {
	if b.hold {
		b.held = append(b.held, work)
		return
	}
	b.start(work)
}

// After does something on the toolkit's goroutine after a while, unless it is
// stopped first.
func (b *Background) After(d time.Duration, do func()) (stop func()) {
	end := b.after(d, do)
	return func() { end() }
}

// Do runs work that gets only values, then done with its outcome on the
// toolkit's goroutine. The context ends when cancel is called; done is called
// all the same.
func Do[T any](b *Background, work func(context.Context) (T, error), done func(T, error)) (cancel func()) {
	ctx, cancel := context.WithCancel(context.Background())
	b.begin(func() {
		b.Guard(func() {
			v, err := work(ctx)
			fyne.Do(func() {
				cancel()
				done(v, err)
			})
		})
	})
	return cancel
}

// Post runs do on the toolkit's goroutine; work calls it to tell how far it is.
func (b *Background) Post(do func()) { fyne.Do(do) }
