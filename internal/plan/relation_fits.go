package plan

// Fits reports whether the relation is meant to stand between documents of the
// kinds, read from subject to object. Relate takes others too: what an
// organisation's documents say of each other is theirs to know.
func (k RelationKind) Fits(from, to DocumentKind) bool {
	switch k {
	case GroundFor:
		return (from == Programme || from == Statutes) && to == Strategy
	case Governs:
		return from == Strategy && to != Strategy && to != Programme && to != Statutes
	case TiedTo:
		return from == Policy && to == Strategy
	case Contains:
		return from == Programme && to == PeriodPlan
	case ElaboratedIn:
		return from == PeriodPlan && to == AssignmentPlan
	case Describes:
		return from == Agreement && to != Agreement
	case Supersedes:
		return from == to
	case MadeFrom: // written by copying, never by hand
	}
	return false
}
