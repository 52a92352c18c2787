//go:build unix

package cli_test

import (
	"os/exec"
	"syscall"
)

// dropPrivileges has a command run as nobody.
func dropPrivileges(cmd *exec.Cmd) {
	const nobody = 65534
	cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
}
