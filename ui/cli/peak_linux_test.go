package cli_test

import (
	"os"
	"syscall"
)

// peakMemory returns how many bytes a process that ended held at most.
func peakMemory(s *os.ProcessState) int64 {
	if usage, ok := s.SysUsage().(*syscall.Rusage); ok {
		return usage.Maxrss << 10
	}
	return 0
}
