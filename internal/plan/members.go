package plan

import (
	"slices"
	"strings"
)

// MemberRow is a member as it stands in a row that is to be taken over.
type MemberRow struct {
	Line       int    // of the text it was read from, from 1
	Name       string // as written, without white space around
	Population Value  // a number, unfilled where the row has none
	Wrong      string // the code of why the row cannot be read, "" where it can
}

// The codes of why a row is refused.
const (
	WrongName    = "name"    // there is no name, or it is too long
	WrongNumber  = "number"  // the population is no whole number
	WrongBounds  = "bounds"  // the population is negative or beyond reason
	WrongTwice   = "twice"   // an earlier row has the same name
	WrongSum     = "sum"     // the row is a sum, not a member
	WrongUnclear = "unclear" // more than one member has the name
)

// RowWrongs returns the codes of why a row is refused.
func RowWrongs() []string {
	return []string{WrongName, WrongNumber, WrongBounds, WrongTwice, WrongSum, WrongUnclear}
}

// RowState is what taking over a row does.
type RowState string

// The states of a row.
const (
	RowNew       RowState = "new"
	RowChanged   RowState = "changed"
	RowUnchanged RowState = "unchanged"
	RowRefused   RowState = "refused"
)

// RowStates returns all states.
func RowStates() []RowState { return []RowState{RowNew, RowChanged, RowUnchanged, RowRefused} }

// MemberLine is one row of what taking over members will do.
type MemberLine struct {
	MemberRow
	State  RowState
	Entry  ID     // the member that it is about, "" for a new or refused one
	Called string // that member's name in the register, which stays
	Before Value  // that member's population
	First  int    // the earlier line with the name, where Wrong is WrongTwice
}

// MemberImport is what taking over rows will do, row by row, and the edit that
// does it as one step; the edit is empty where nothing would change.
type MemberImport struct {
	Lines []MemberLine
	Edit  Edit
	Kept  int // members that no row is about; they stay as they are
}

// Count returns how many rows are in the state.
func (m MemberImport) Count(s RowState) int {
	n := 0
	for _, l := range m.Lines {
		if l.State == s {
			n++
		}
	}
	return n
}

// maxMemberName is the number of characters that a member's name can have.
const maxMemberName = 200

// ImportMembers tells what taking over the rows does. A row is about the member
// of the same name, whether or not "kommun" or "stad" is written after it and a
// municipality's number before it; what it says of the population takes the
// place of what is known, and a row without one leaves it. No member is renamed
// or removed.
func (r Register) ImportMembers(rows []MemberRow) MemberImport {
	known := map[string][]Entry{}
	list := r.lists[ListMembers]
	for _, e := range list {
		k := memberKey(e.Fields.Text(KeyName))
		known[k] = append(known[k], e)
	}
	var out MemberImport
	seen, touched := map[string]int{}, map[ID]bool{}
	position := 0
	if n := len(list); n > 0 {
		position = list[n-1].Position
	}
	for _, row := range rows {
		l := memberLine(row, known, seen)
		switch l.State {
		case RowNew:
			position++
			e := Entry{ID: NewID(), Position: position, Fields: NewContent(Filled{KeyName: Text(row.Name), KeyPopulation: row.Population})}
			out.Edit.Changes = append(out.Edit.Changes, EntryChange{ListMembers, nil, &e})
		case RowChanged:
			before, _ := r.Entry(ListMembers, l.Entry)
			after := before
			after.Fields = before.Fields.With(KeyPopulation, row.Population)
			out.Edit.Changes = append(out.Edit.Changes, EntryChange{ListMembers, &before, &after})
		case RowUnchanged, RowRefused:
		}
		touched[l.Entry] = true
		out.Lines = append(out.Lines, l)
	}
	for _, e := range list {
		if !touched[e.ID] {
			out.Kept++
		}
	}
	return out
}

// memberLine says what one row does; seen are the lines of the names so far.
func memberLine(row MemberRow, known map[string][]Entry, seen map[string]int) MemberLine {
	l := MemberLine{MemberRow: row, State: RowRefused}
	k := memberKey(row.Name)
	people := row.Population.Number()
	switch {
	case row.Wrong != "":
		return l
	case k == "" || len([]rune(row.Name)) > maxMemberName:
		l.Wrong = WrongName
	case isSum(k):
		l.Wrong = WrongSum
	case !row.Population.IsZero() && people != Int(people.Round()):
		l.Wrong = WrongNumber
	case people < 0 || people > maxPopulation:
		l.Wrong = WrongBounds
	case seen[k] > 0:
		l.Wrong, l.First = WrongTwice, seen[k]
	case len(known[k]) > 1 && exactly(known[k], row.Name) < 0:
		l.Wrong = WrongUnclear
	}
	if l.Wrong != "" {
		return l
	}
	seen[k] = row.Line
	if len(known[k]) == 0 {
		l.State = RowNew
		return l
	}
	e := known[k][max(0, exactly(known[k], row.Name))]
	l.Entry, l.Called, l.Before, l.State = e.ID, e.Fields.Text(KeyName), e.Fields.Get(KeyPopulation), RowUnchanged
	if !row.Population.IsZero() && !row.Population.Equal(l.Before) {
		l.State = RowChanged
	}
	return l
}

// exactly returns the index of the only entry that is called just so, or -1.
func exactly(entries []Entry, name string) int {
	at := -1
	for i, e := range entries {
		if NameKey(e.Fields.Text(KeyName)) != NameKey(name) {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// memberKey returns what members are told apart by: "1440 Ale kommun" and "Ale"
// are the same, and so are "Borås stad" and "Borås".
func memberKey(name string) string {
	k := NameKey(name)
	if code, rest, ok := strings.Cut(k, " "); ok && len(code) <= 4 && len(code) >= 2 && strings.Trim(code, "0123456789") == "" {
		k = rest
	}
	for _, word := range []string{" kommun", " stad", " municipality"} {
		k = strings.TrimSuffix(k, word)
	}
	if s := strings.TrimSuffix(k, "s"); s != "" { // the genitive before "kommun"
		k = s
	}
	return k
}

// isSum tells a row of sums from a member.
func isSum(k string) bool {
	return slices.Contains([]string{"summa", "totalt", "total", "sum", "hela länet", "länet", "riket", "alla"}, k)
}
