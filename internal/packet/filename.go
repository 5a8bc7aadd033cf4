package packet

import (
	"strings"

	"ledstjarna/internal/plan"
)

// SafeName makes a name of a file of a text that may come from anybody, as a title:
// plan.SafeName of it, where a stroke stands for itself and begins no folder.
func SafeName(name string) string {
	return plan.SafeName(strings.NewReplacer("/", "-", `\`, "-", ":", "-").Replace(name))
}
