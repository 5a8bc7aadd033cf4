//go:build windows || darwin

package chooser

import "context"

// askPortal has no portal to ask.
func askPortal(context.Context, Question) (string, error) { return "", ErrNone }
