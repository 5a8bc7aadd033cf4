package ui

// previewModel decides what a preview does when: only the latest wish is made, one
// at a time, and pages that are outdated stay in sight until others come.
type previewModel struct {
	wished int // number of the latest wish
	made   int // of the one that is shown, 0 before the first
	busy   bool
	failed bool
	loaded map[int]int // pages whose picture is of what is shown, with its width in pixels
}

// wish asks for the pages as they now are. It reports whether to begin at once;
// otherwise what is under way is to be broken off, and done tells to begin again.
func (m *previewModel) wish() (begin bool) {
	m.wished++
	begin = !m.busy
	m.busy = true
	return begin
}

// done takes over the outcome of the wish with the number. show tells to show it,
// again to begin anew because there has been another wish.
func (m *previewModel) done(number int, err error) (show, again bool) {
	m.busy = number != m.wished
	switch {
	case m.busy:
		return false, true
	case err != nil:
		m.failed = true
		return false, false
	}
	m.made, m.failed, m.loaded = number, false, map[int]int{}
	return true, false
}

// idle takes note that what was wished for is no longer wanted.
func (m *previewModel) idle() { m.busy = false }

// next returns the page that is to be drawn next: of those in sight the first
// without a picture of the width, then the one after them.
func (m *previewModel) next(first, last, pages int, width func(page int) int) (page int, ok bool) {
	if m.made == 0 {
		return 0, false
	}
	for i := max(first, 0); i <= min(last+1, pages-1); i++ {
		if m.loaded[i] != width(i) {
			return i, true
		}
	}
	return 0, false
}

// drawn notes that a page has its picture.
func (m *previewModel) drawn(page, width int) { m.loaded[page] = width }
