package ui

import (
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"

	tea "github.com/charmbracelet/bubbletea"
)

// mostCopied is how much text goes to the clipboard, in bytes: terminals drop
// larger sequences without a word.
const mostCopied = 70_000

// copied is the answer to sending text to the clipboard.
type copied struct {
	what string
	err  error
}

// copy sends text to the clipboard: through tmux where it runs there, because
// tmux keeps the escape sequence to itself as it is set up by default, else by
// the escape sequence that terminals take. No terminal says whether it took it,
// so the workspace says "sent".
func (w *Workspace) copy(text, what string) tea.Cmd {
	if len(text) > mostCopied {
		w.say("the "+what+" is too long for the clipboard: export it to a file", true)
		return nil
	}
	out, tmux := w.o.Out, w.o.Getenv("TMUX") != ""
	if out == nil {
		out = os.Stdout
	}
	return func() tea.Msg { return copied{what, send(out, text, tmux)} }
}

func send(out io.Writer, text string, tmux bool) error {
	if tmux {
		load := exec.Command("tmux", "load-buffer", "-w", "-")
		load.Stdin = strings.NewReader(text)
		if load.Run() == nil {
			return nil
		}
	}
	_, err := io.WriteString(out, "\x1b]52;c;"+base64.StdEncoding.EncodeToString([]byte(text))+"\x07")
	return err
}

func (m copied) arrive(w *Workspace) tea.Cmd {
	if m.err != nil {
		w.say(fmt.Sprintf("the %s could not be sent to the clipboard: %v", m.what, m.err), true)
		return nil
	}
	w.say("the "+m.what+" was sent to the clipboard", false)
	return nil
}
