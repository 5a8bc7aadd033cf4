package kit

import (
	"strings"

	"fyne.io/fyne/v2"
)

// What the widgets tell an assistive technology, where the toolkit is built to
// speak with one. It knows four roles and no states, so what can be chosen
// tells its value in its label.

var (
	_ fyne.Accessible = (*Text)(nil)
	_ fyne.Accessible = (*Paragraph)(nil)
	_ fyne.Accessible = (*Icon)(nil)
	_ fyne.Accessible = (*Pill)(nil)
	_ fyne.Accessible = (*Button)(nil)
	_ fyne.Accessible = (*IconButton)(nil)
	_ fyne.Accessible = (*Checkbox)(nil)
	_ fyne.Accessible = (*Select)(nil)
	_ fyne.Accessible = (*TwoLineRow)(nil)
	_ fyne.Accessible = (*OneLineRow)(nil)
	_ fyne.Accessible = (*SectionRow)(nil)
	_ fyne.Accessible = (*FindingRow)(nil)
	_ fyne.Accessible = (*Card)(nil)
	_ fyne.Accessible = (*Field)(nil)
	_ fyne.Accessible = (*PageHeader)(nil)
	_ fyne.Accessible = (*navRow)(nil)
	_ fyne.Accessible = (*foldHead)(nil)
)

// spoken joins what is not empty.
func spoken(parts ...string) string {
	var said []string
	for _, p := range parts {
		if p != "" {
			said = append(said, p)
		}
	}
	return strings.Join(said, ", ")
}

// AccessibilityLabel is the text.
func (t *Text) AccessibilityLabel() string { return t.line.full }

// AccessibilityRole is text.
func (t *Text) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the text.
func (p *Paragraph) AccessibilityLabel() string { return p.text }

// AccessibilityRole is text.
func (p *Paragraph) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the tooltip.
func (i *Icon) AccessibilityLabel() string { return i.text }

// AccessibilityRole is text.
func (i *Icon) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the state.
func (p *Pill) AccessibilityLabel() string { return p.shape.full() }

// AccessibilityRole is text.
func (p *Pill) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the button's words.
func (b *Button) AccessibilityLabel() string { return b.label.full }

// AccessibilityRole is link or button.
func (b *Button) AccessibilityRole() fyne.AccessibleRole {
	if b.isLink() {
		return fyne.AccessibleRoleLink
	}
	return fyne.AccessibleRoleButton
}

// AccessibilityLabel is the tooltip.
func (b *IconButton) AccessibilityLabel() string { return b.text() }

// AccessibilityRole is button.
func (b *IconButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the label.
func (c *Checkbox) AccessibilityLabel() string { return c.label.full }

// AccessibilityRole is button.
func (c *Checkbox) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the chosen value, or the placeholder.
func (s *Select) AccessibilityLabel() string { return s.label.full }

// AccessibilityRole is button.
func (s *Select) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is title, caption and state.
func (r *TwoLineRow) AccessibilityLabel() string {
	return spoken(r.title.full, r.caption.full, r.pill.full(), r.note.full)
}

// AccessibilityRole is button, or text where there is nothing to open.
func (r *TwoLineRow) AccessibilityRole() fyne.AccessibleRole { return rowRole(r.press != nil) }

// AccessibilityLabel is title, role and date or state.
func (r *OneLineRow) AccessibilityLabel() string {
	return spoken(r.title.full, r.role.full, r.note.full, r.pill.full())
}

// AccessibilityRole is button, or text where there is nothing to open.
func (r *OneLineRow) AccessibilityRole() fyne.AccessibleRole { return rowRole(r.press != nil) }

func rowRole(opens bool) fyne.AccessibleRole {
	if opens {
		return fyne.AccessibleRoleButton
	}
	return fyne.AccessibleRoleText
}

// AccessibilityLabel is number, title and mark.
func (r *SectionRow) AccessibilityLabel() string {
	return spoken(r.what.Number, r.what.Title, r.what.MarkWord)
}

// AccessibilityRole is button.
func (r *SectionRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the sentence and the place.
func (r *FindingRow) AccessibilityLabel() string { return spoken(r.what.Sentence, r.what.Place) }

// AccessibilityRole is link.
func (r *FindingRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// AccessibilityLabel is title, count and caption.
func (c *Card) AccessibilityLabel() string {
	return spoken(c.title.full, c.badge.count.full, c.caption.full)
}

// AccessibilityRole is container.
func (c *Card) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is label, note, and what is wrong or the help.
func (f *Field) AccessibilityLabel() string {
	return spoken(f.label.full, f.note.full, f.wrong.text, f.help.text)
}

// AccessibilityRole is container.
func (f *Field) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is title, state and caption.
func (h *PageHeader) AccessibilityLabel() string {
	return spoken(h.title.full, h.pill.full(), h.caption.full)
}

// AccessibilityRole is container.
func (h *PageHeader) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

// AccessibilityLabel is the place and how much waits there.
func (r *navRow) AccessibilityLabel() string { return spoken(r.item.Label, r.item.Count) }

// AccessibilityRole is button.
func (r *navRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the part's title and caption.
func (h *foldHead) AccessibilityLabel() string { return spoken(h.title.full, h.caption.full) }

// AccessibilityRole is button.
func (h *foldHead) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }
