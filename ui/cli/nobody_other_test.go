//go:build !unix

package cli_test

import "os/exec"

// dropPrivileges does nothing where there is no root.
func dropPrivileges(*exec.Cmd) {}
