package cli

import (
	"bufio"
	"bytes"
	"io"
	"os"
	"os/exec"

	"astute/ui/config"

	"golang.org/x/term"
)

// output is where results go: straight on, or, on a terminal whose user named a
// $PAGER, kept until it is known whether they fit the screen.
type output struct {
	*bufio.Writer
	kept  *bytes.Buffer // nil when nothing is kept
	wrote bool
}

// Write notes that there was a result.
func (o *output) Write(b []byte) (int, error) {
	o.wrote = o.wrote || len(b) > 0
	return o.Writer.Write(b)
}

// WriteString is Write of a string.
func (o *output) WriteString(s string) (int, error) { return o.Write([]byte(s)) }

func (p *program) openOutput() *output {
	if _, ok := terminal(p.Stdout); ok && p.Getenv("PAGER") != "" {
		kept := new(bytes.Buffer)
		return &output{Writer: bufio.NewWriter(kept), kept: kept}
	}
	return &output{Writer: bufio.NewWriterSize(p.Stdout, 1<<16)}
}

// closeOutput writes out what is left, through the pager where it is longer
// than the screen.
func (p *program) closeOutput() error {
	if err := p.out.Flush(); err != nil {
		return cannotWrite("the results", err)
	}
	if p.out.kept == nil {
		return nil
	}
	screen, _ := terminal(p.Stdout)
	_, height, err := term.GetSize(int(screen.Fd()))
	if err == nil && bytes.Count(p.out.kept.Bytes(), []byte("\n")) >= height {
		if words, err := config.SplitCommand(p.Getenv("PAGER")); err == nil {
			pager := exec.Command(words[0], words[1:]...)
			pager.Stdin, pager.Stdout, pager.Stderr = bytes.NewReader(p.out.kept.Bytes()), p.Stdout, p.Stderr
			if p.tidy.lend(pager.Run, os.Interrupt) == nil {
				return nil
			}
		}
	}
	_, err = io.Copy(p.Stdout, p.out.kept)
	return err
}
