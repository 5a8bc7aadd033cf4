package ui

import (
	"context"
	"errors"
	"image"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
	"ledstjarna/internal/report"
	"ledstjarna/internal/ui/kit"
)

// How pages stand in the preview.
const (
	previewWidth = "width" // as wide as the pane
	previewWhole = "whole" // each page whole
	previewSmall = "small" // thumbnails
)

// Designed widths of the preview, and of all beside it below which it is left out.
const (
	previewAt    = 398
	previewMin   = 280
	previewMax   = 720
	previewLeast = 960
)

// preview shows the pages of a paper as they will be printed, beside where it is
// written. It never waits: pages are made beside the window, and what is outdated
// is broken off.
type preview struct {
	desk  *desk
	make  func(report.Source) (report.Print, error)
	place func() []string // anchors of what is worked on, and of what follows it

	model previewModel
	pages Pages
	stop  func() // breaks off what is being made

	number func(n, total int) string // what the page in front is called
	shown  func()                    // told when other pages are shown; may be nil

	turn    *kit.Button     // shows and hides the pages
	head    *kit.PageHeader // that it stands in
	title   *kit.Text
	zoom    *kit.Select
	stack   *kit.PageStack
	box     *kit.ScrollBox
	problem *kit.Text
	whole   fyne.CanvasObject
	split   *kit.Split
	open    bool
	drawing bool
	mode    string
}

// newPreview returns the pane beside rest; the whole of both is in split. make
// builds the paper as it now is.
func newPreview(d *desk, rest fyne.CanvasObject, make func(report.Source) (report.Print, error), place func() []string) *preview {
	v := &preview{desk: d, make: make, place: place, stop: func() {}, mode: previewWidth}
	w := d.words
	v.number = func(n, total int) string { return w.T("page.of", "n", n, "total", total) }
	v.turn = kit.NewButton(kit.Outlined, w.T("preview.title"), v.toggle).WithIcon(assets.IconPanel)
	v.title = kit.NewText(w.T("preview.title"), kit.DenseStrong, kit.ColorText)
	v.zoom = kit.NewSelect("", []kit.Choice{
		{Value: previewWidth, Label: w.T("preview.width")}, {Value: previewWhole, Label: w.T("preview.whole")}, {Value: previewSmall, Label: w.T("preview.small")},
	}, v.setMode).Compact()
	v.zoom.SetValue(v.mode)
	v.stack = kit.NewPageStack(v.goTo)
	v.box = kit.NewScrollBox(v.stack)
	v.box.OnMoved(v.moved)
	v.problem = kit.NewText("", kit.Dense, kit.ColorText2).Elastic()
	head := kit.Pad(kit.Insets{Top: 5, Right: 12, Bottom: 5, Left: 14}, kit.Bar(6,
		kit.Grow(v.title.Elastic()),
		kit.NewIconButton(assets.IconChevronUp, 26, w.T("preview.back"), func() { v.goTo(v.front() - 1) }),
		kit.NewIconButton(assets.IconChevronDown, 26, w.T("preview.on"), func() { v.goTo(v.front() + 1) }),
		kit.Fixed(116, 0, v.zoom),
	))
	v.whole = kit.NewGround(kit.ColorDesk, kit.Dock(kit.Edges{Top: kit.NewGround(kit.ColorWindow, kit.Column(0, head, kit.NewDivider()))}, v.box))
	v.split = kit.NewSplitEnd(rest, v.whole, kit.Widths{At: previewAt, Min: previewMin, Max: previewMax}, nil)
	v.split.SetLeast(previewLeast, v.offer)
	v.split.SetPaneShown(false)
	d.app.closePreview()
	d.app.preview = v
	if d.app.setup.Preview != nil && d.app.prefs.previews() {
		v.setOpen(true)
	}
	return v
}

// closePreview lets the pages go that are shown, if any are.
func (a *App) closePreview() {
	if a.preview != nil {
		a.preview.close()
		a.preview = nil
	}
}

// togglePreview shows or hides the pages of what is in front.
func (a *App) togglePreview() {
	if a.preview != nil {
		a.preview.toggle()
	}
}

// button shows and hides the pages; nothing where there are none to show.
func (v *preview) button() []fyne.CanvasObject {
	if v.desk.app.setup.Preview == nil {
		return nil
	}
	return []fyne.CanvasObject{v.turn}
}

// offer shows the button only where there is room for the pages.
func (v *preview) offer(fits bool) {
	if v.turn.Visible() == fits {
		return
	}
	v.turn.Hidden = !fits
	if v.head != nil {
		v.head.Refresh()
	}
}

// toggle shows or hides the pages, and remembers it.
func (v *preview) toggle() {
	v.desk.app.prefs.setPreviews(!v.open)
	v.setOpen(!v.open)
}

func (v *preview) setOpen(open bool) {
	v.open = open
	v.split.SetPaneShown(open)
	if open {
		v.changed()
	}
}

// changed makes the pages anew.
func (v *preview) changed() {
	if !v.open || v.desk.app.setup.Preview == nil {
		return
	}
	if !v.model.wish() {
		v.stop()
		return
	}
	v.begin()
}

// begin builds the paper here, where the file is, and makes its pages beside the
// window.
func (v *preview) begin() {
	a, number := v.desk.app, v.model.wished
	src, err := a.source(a.words)
	if err != nil {
		v.finish(number, nil, err)
		return
	}
	p, err := v.make(src)
	if err != nil {
		v.finish(number, nil, err)
		return
	}
	paper, show := a.paper(p), a.setup.Preview
	v.stop = kit.Do(a.work, func(ctx context.Context) (Pages, error) { return show(ctx, paper) }, func(x Pages, err error) { v.finish(number, x, err) })
}

// finish takes over pages that have been made.
func (v *preview) finish(number int, x Pages, err error) {
	show, again := v.model.done(number, err)
	show = show && v.open // it may have been closed meanwhile
	if !show && x != nil {
		v.discard(x)
	}
	switch {
	case again && v.open:
		v.begin()
	case again:
		v.model.idle()
	case show:
		if v.pages != nil {
			v.discard(v.pages)
		}
		v.pages = x
		var ratios []float32
		for _, s := range x.Sizes() {
			ratios = append(ratios, float32(s[1]/s[0]))
		}
		v.stack.SetPages(ratios)
		v.box.SetContent(v.stack)
		v.follow()
		v.box.Refresh()
		v.draw()
		if v.shown != nil {
			v.shown()
		}
	case err != nil && !errors.Is(err, context.Canceled):
		v.problem.SetText(v.desk.words.T("preview.failed"))
		v.box.SetContent(kit.Pad(kit.Around(20), v.problem))
	}
}

// discard closes pages beside the window: a picture of them may be under way.
func (v *preview) discard(x Pages) {
	kit.Do(v.desk.app.work, func(context.Context) (struct{}, error) { return struct{}{}, x.Close() }, func(struct{}, error) {})
}

// close lets the pages go.
func (v *preview) close() {
	v.open = false
	v.stop()
	if v.pages != nil {
		v.discard(v.pages)
		v.pages = nil
	}
}

// draw has the pictures of the pages in sight made, one at a time.
func (v *preview) draw() {
	if v.drawing || v.pages == nil || !v.open {
		return
	}
	width := v.box.Size().Width
	top := v.box.Offset()
	first, last := v.stack.PageAt(top, width), v.stack.PageAt(top+v.box.Size().Height, width)
	page, ok := v.model.next(first, last, v.stack.Pages(), v.pixels)
	if !ok || width < 2 {
		return
	}
	v.drawing = true
	x, made, wide := v.pages, v.model.made, v.pixels(page)
	kit.Do(v.desk.app.work, func(ctx context.Context) (image.Image, error) { return x.Image(ctx, page, wide) }, func(m image.Image, err error) {
		v.drawing = false
		switch {
		case made != v.model.made: // of pages that are outdated
		case err != nil:
			v.model.drawn(page, wide) // it is not tried again; the paper stays white
		default:
			v.model.drawn(page, wide)
			v.stack.SetImage(page, m)
		}
		v.draw()
	})
}
