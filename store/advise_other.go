//go:build !unix || solaris || aix

package store

// willNeed tells the system what will be read soon where it takes such hints: not
// here.
func willNeed([]byte) {}
