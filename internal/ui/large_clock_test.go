//go:build !linux

package ui

import "time"

var began = time.Now()

// threadTime is the time that has passed.
func threadTime() time.Duration { return time.Since(began) }

// resident is not known.
func resident() string { return "" }
