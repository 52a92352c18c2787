//go:build !unix || solaris || aix

package store

// willNeed does nothing where there is no such hint.
func willNeed(_, _ []byte) {}
