package state

import "os"

// Alive reports whether a process of that number runs.
func Alive(s Session) bool {
	p, err := os.FindProcess(int(s))
	if err != nil {
		return false
	}
	return p.Release() == nil
}
