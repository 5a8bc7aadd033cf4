package plan

import "github.com/google/uuid"

// ID names one thing in a file: a document, a version, a row, an entry, an
// event. It is a UUID in lower-case text, or, for the fixed rows of a
// checklist, the row's code in the catalogue. The zero ID names nothing.
type ID string

// NewID returns a new random ID.
func NewID() ID { return ID(uuid.NewString()) }
