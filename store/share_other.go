//go:build !linux && !darwin

package store

import "strings"

// shareKind returns which kind of network share a folder lies on, "" for none as
// far as its name tells.
func shareKind(dir string) string {
	if strings.HasPrefix(dir, `\\`) {
		return "UNC path"
	}
	return ""
}
