package plan

import "time"

// CopyReason is why a copy of a plan file was kept.
type CopyReason string

// The reasons. The copy of a day has none in its name.
const (
	CopyOfDay     CopyReason = ""
	BeforeMigrate CopyReason = "schema"
	BeforeImport  CopyReason = "import"
	BeforeRestore CopyReason = "restore"
	CopyByHand    CopyReason = "manual"
)

// Backup is a kept copy of a plan file.
type Backup struct {
	Path   string
	Time   time.Time // local; of a day's copy midnight
	Reason CopyReason
	Size   int64
}
