package kit

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// toastTime is how long a message stays.
const toastTime = 8 * time.Second

// Toaster shows short messages over the foot of the work, one at a time. They
// take neither mouse nor keyboard from the work and go by themselves.
type Toaster struct {
	root *Root
	wait *Background
	line *toast
	stop func()
}

// NewToaster returns one that shows messages in a root.
func NewToaster(root *Root, b *Background) *Toaster {
	t := &Toaster{root: root, wait: b, stop: func() {}}
	t.line = newToast(t.Hide)
	return t
}

// Show shows a message in place of the last one, with a link if action is not
// empty; run is called by it.
func (t *Toaster) Show(symbol Symbol, f Family, text, action string, run func()) {
	t.stop()
	t.line.set(symbol, f, text)
	t.line.action.SetLabel(action)
	setShown(t.line.action, action != "")
	t.line.action.press = func() {
		t.Hide()
		run()
	}
	room := t.root.Size()
	size := t.line.MinSize()
	size.Width = min(size.Width, room.Width-px(48))
	at := fyne.NewPos(round((room.Width-size.Width)/2), room.Height-size.Height-px(26+16))
	t.root.layer.remove(t.line)
	t.root.layer.add(t.line, at, size)
	t.line.Refresh()
	t.stop = t.wait.After(toastTime, t.Hide)
}

// Hide takes the message away.
func (t *Toaster) Hide() {
	t.stop()
	t.root.layer.remove(t.line)
}

// Text returns the message that is shown, or "".
func (t *Toaster) Text() string {
	for _, o := range t.root.layer.floats {
		if o == fyne.CanvasObject(t.line) {
			return t.line.text.full
		}
	}
	return ""
}

// toast is one message.
type toast struct {
	widget.BaseWidget
	panel  *panel
	sign   *picture
	text   *line
	action *Button
}

func newToast(hide func()) *toast {
	t := &toast{sign: newPicture(nil, 12, ColorDone), text: newLine("", Dense, ColorText), action: NewButton(LinkStrong, "", hide)}
	t.panel = newPanel(0, Column(0))
	t.ExtendBaseWidget(t)
	return t
}

func (t *toast) set(symbol Symbol, f Family, text string) {
	t.sign.symbol, t.sign.ink = symbol, f.Ink()
	t.sign.Hidden = symbol == nil
	t.text.full = text
}

// CreateRenderer is called by the toolkit.
func (t *toast) CreateRenderer() fyne.WidgetRenderer {
	return newDrawing(t, t.panel, t.sign.Image, t.text.Text, t.action)
}

func (t *toast) paint() {
	t.sign.paint()
	t.text.paint()
}

func (t *toast) measure() fyne.Size {
	w := px(16+16) + t.text.width()
	if t.sign.symbol != nil {
		w += px(12 + 8)
	}
	if t.action.Visible() {
		w += px(16) + t.action.MinSize().Width
	}
	return fyne.NewSize(w, px(40))
}

func (t *toast) arrange(s fyne.Size) {
	put(t.panel, 0, 0, s.Width, s.Height)
	x, end := px(16), s.Width-px(16)
	if t.sign.symbol != nil {
		t.sign.place(x, 0, s.Height)
		x += px(12 + 8)
	}
	if t.action.Visible() {
		size := t.action.MinSize()
		put(t.action, end-size.Width, round((s.Height-size.Height)/2), size.Width, size.Height)
		end -= size.Width + px(16)
	}
	t.text.place(x, round((s.Height-t.text.height())/2), end-x)
}
