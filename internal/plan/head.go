package plan

// The keys of the document details that lists and rules read.
const (
	KeyTitle      Key = "title"
	KeySubtype    Key = "subtype"
	KeyPeriod     Key = "period"
	KeyAssignment Key = "assignment"
	KeyValidFrom  Key = "valid-from"
	KeyValidity   Key = "validity"
	KeyValidTo    Key = "valid-to"
	KeyDnr        Key = "dnr"
	KeyOwner      Key = "owner"
)

// HeadOf derives a version's head from its content.
func HeadOf(c Content) Head {
	return Head{
		Title:      c.Text(KeyTitle),
		Subtype:    c.Text(KeySubtype),
		Period:     c.Get(KeyPeriod).ID(),
		Assignment: c.Get(KeyAssignment).ID(),
		ValidFrom:  c.Get(KeyValidFrom).Date(),
		ValidTo:    c.Get(KeyValidTo).Date(),
		Validity:   Validity(c.Text(KeyValidity)),
		Owner:      c.Text(KeyOwner),
		Dnr:        c.Text(KeyDnr),
	}
}
