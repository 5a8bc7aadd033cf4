package plan

// Copying is what becomes of a field's value in a plan that is made of another.
type Copying uint8

// The ways of copying.
const (
	CopyKept      Copying = iota // as it is; a date that tells what has been
	CopyShifted                  // a day or a year that lies ahead, moved as far as the period has
	CopyCleared                  // of the old plan alone: results, costs, approvals
	CopyRestarted                // a status, which begins anew
)

func (f Field) copied(how Copying) Field { f.Copied = how; return f }

// ahead is a day or a year that lies in the plan's time.
func (f Field) ahead() Field { return f.copied(CopyShifted) }

// past is what belongs to one plan alone.
func (f Field) past() Field { return f.copied(CopyCleared) }

func (f Field) anew() Field { return f.copied(CopyRestarted) }
