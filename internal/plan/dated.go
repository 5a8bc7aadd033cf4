package plan

import "slices"

// Dated is what of a version's content has days: of its activities and milestones what a
// calendar of many plans shows, with the audiences that they name. Fields that Activities
// and Milestones do not read for that are left out.
type Dated struct {
	Version ID
	Hash    string // of the whole content
	Content Content
	Err     error // why the content cannot be read; the others can be
}

// DatedFields returns the fields of a document of the kind that a Dated holds, with the
// columns of these.
func DatedFields(kind DocumentKind) []Field {
	var out []Field
	for _, f := range kindFields[kind] {
		switch f.Key {
		case KeyActivities:
			f.Columns = slices.DeleteFunc(slices.Clone(f.Columns), func(c Field) bool { return !isDated(c.Key) })
		case KeyAudiences:
			f.Columns = slices.DeleteFunc(slices.Clone(f.Columns), func(c Field) bool { return c.Key != KeyName })
		case KeyMilestones:
		default:
			continue
		}
		out = append(out, f)
	}
	return out
}

// isDated reports whether a calendar shows the column of the activities.
func isDated(k Key) bool {
	switch k {
	case KeyActivity, KeyAudience, KeyChannel, KeyResponsible, KeyStart, KeyEnd, KeyStatus, KeyDependsMtg, KeyDependsOn:
		return true
	}
	return false
}
