package kit

// Words are the words that widgets show of their own, in the person's language.
// One value is shared by pointer: after a change of language the caller fills
// it anew and refreshes the window. No field may be empty.
type Words struct {
	// The menu of a text field.
	Undo, Redo, Cut, Copy, Paste, SelectAll string
	// Tooltips of a long text's toolbar.
	Bold, Italic, List, Link string
	// Count tells a number of words; limit is 0 where there is none.
	Count func(words, limit int) string

	// The calendar: tooltips, the head of the week numbers, buttons, names of
	// the months from January and short names of the days from Monday.
	OpenCalendar, PreviousMonth, NextMonth string
	Week, Today, Clear                     string
	Months                                 [12]string
	Days                                   [7]string

	// Said under a field whose text cannot be read.
	BadDate, BadNumber, NumberTooSmall, NumberTooLarge string

	// The commands of a grid for its rows.
	OpenRow, CopyRows, InsertRow, MoveUp, MoveDown, RemoveRows string

	NoMatch string // a list of suggestions without any
	Remove  string // tooltip of a tag's cross; followed by the tag

	// Names of keys as they stand on the keyboard.
	Ctrl, Shift, Alt, Super                            string
	Enter, Escape, Delete, Backspace, Space, Tab       string
	Up, Down, Left, Right, Home, End, PageUp, PageDown string

	// Dialogs.
	OK, Cancel, Close          string
	Happened, Kept, Todo       string // heads of an error's three parts
	CopyDetails, DetailsCopied string
}
