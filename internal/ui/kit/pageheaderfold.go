package kit

import (
	"slices"

	"fyne.io/fyne/v2"

	"ledstjarna/assets"
)

// SetFolding says which of the buttons given with SetActions go into one menu, where the
// title would be cut beside all of them. More is what the menu's button says. They are of
// that one SetActions only.
func (h *PageHeader) SetFolding(more string, buttons ...*Button) {
	h.folding, h.more = buttons, nil
	if len(buttons) < 2 { // a menu of one hides more than it gives room for
		h.folding = nil
		h.Refresh()
		return
	}
	h.more = NewButton(Outlined, more, nil).WithChevron(assets.IconChevronDown)
	h.more.SetPress(func() { MenuUnder(h.more, h.folded()) })
	h.more.Hide()
	last := slices.IndexFunc(h.actions.Objects, func(o fyne.CanvasObject) bool { return o == fyne.CanvasObject(buttons[len(buttons)-1]) })
	h.actions.Objects = slices.Insert(h.actions.Objects, last+1, fyne.CanvasObject(h.more))
	h.Refresh()
}

// folded are the buttons as items of the menu.
func (h *PageHeader) folded() []MenuItem {
	var out []MenuItem
	for _, b := range h.folding {
		out = append(out, MenuItem{Label: b.Label(), Off: b.Disabled(), Run: b.press})
	}
	return out
}

// fold shows the buttons, or the menu in their place where they and a title of a width
// have no room.
func (h *PageHeader) fold(room, title float32) {
	if h.more == nil {
		return
	}
	h.setFolded(false)
	if h.actions.MinSize().Width+title > room {
		h.setFolded(true)
	}
}

func (h *PageHeader) setFolded(folded bool) {
	for _, b := range h.folding {
		setShown(b, !folded)
	}
	setShown(h.more, folded)
}

// least is the width of the buttons where they are folded.
func (h *PageHeader) least() float32 {
	w := h.actions.MinSize().Width
	if h.more == nil || h.more.Visible() {
		return w
	}
	for _, b := range h.folding {
		w -= b.MinSize().Width + px(actionGap)
	}
	return w + h.more.MinSize().Width + px(actionGap)
}
