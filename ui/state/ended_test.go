//go:build linux

package state_test

import (
	"os/exec"
	"testing"
	"time"

	"astute/ui/state"
)

func TestAProcessThatNobodyAskedHowItEndedIsNotAlive(t *testing.T) {
	c := exec.Command("sleep", "60")
	if err := c.Start(); err != nil {
		t.Skip(err)
	}
	if !state.Alive(state.Session(c.Process.Pid)) {
		t.Error("it is not alive while it runs")
	}
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	for range 500 { // until the system has ended it; nobody waits for it
		if !state.Alive(state.Session(c.Process.Pid)) {
			_ = c.Wait() // killed, as was wanted
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Error("it is alive after it was killed")
}
