package kit

// groupAt returns the words of a row that is the head of others.
func (t *Table) groupAt(row int) (words string, is bool) {
	if groups, ok := t.source.(TableGroups); ok && row >= 0 && row < groups.Rows() {
		return groups.Group(row)
	}
	return "", false
}

// besideGroups is the row, or where it is the head of others the next one in the way
// the keyboard goes. There is none before the first head.
func (t *Table) besideGroups(row int) int {
	by := 1
	if t.at >= 0 && row < t.at {
		by = -1
	}
	for i := row; i >= 0 && i < t.rows(); i += by {
		if _, head := t.groupAt(i); !head {
			return i
		}
	}
	for i := row; i >= 0 && i < t.rows(); i -= by {
		if _, head := t.groupAt(i); !head {
			return i
		}
	}
	return t.at
}
