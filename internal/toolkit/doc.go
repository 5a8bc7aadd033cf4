// Package toolkit sets what the window's toolkit reads when the program begins, before
// any of its packages is initialised. It is imported for that alone.
package toolkit

import "syscall"

// keep is how long the toolkit keeps what it has drawn after it was last on the screen.
// Its own minute comes to 100 MB for a person who works fast: every form, list and dialog
// that was shown in it, with all that is in them.
const keep = "15s"

// setting is the variable with which it is told.
const setting = "FYNE_CACHE"

// Packages are initialised in the order of their paths as soon as those that they import
// are. This one imports nothing that comes as late as what reads the variable does.
func init() {
	if _, told := syscall.Getenv(setting); !told {
		_ = syscall.Setenv(setting, keep) // else it keeps more
	}
}
