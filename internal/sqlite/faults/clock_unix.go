//go:build unix

package main

import (
	"time"

	"golang.org/x/sys/unix"
)

// worked is how long this program has worked. Unlike the time of day it does not run on
// while other programs have the computer.
func worked() (time.Duration, error) {
	var u unix.Rusage
	if err := unix.Getrusage(unix.RUSAGE_SELF, &u); err != nil {
		return 0, err
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano()), nil
}
