//go:build !unix || solaris || aix

package store

// advice is given where the system takes such hints: not here.
type advice struct{ mapped []byte }

func (*advice) willNeed([]byte) {}
func (*advice) give()           {}
