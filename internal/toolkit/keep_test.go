package toolkit_test

import (
	"testing"
	"time"
	_ "unsafe" // for the name of the toolkit's

	_ "fyne.io/fyne/v2/test" // the toolkit

	_ "ledstjarna/internal/toolkit"
)

//go:linkname valid fyne.io/fyne/v2/internal/cache.ValidDuration
var valid time.Duration

// The toolkit has read how long it keeps what it has drawn.
func TestTheToolkitKeepsLittle(t *testing.T) {
	if valid != 15*time.Second {
		t.Errorf("it keeps it for %s", valid)
	}
}
