package ui

import (
	"errors"
	"io"
	"os"
	"os/signal"
	"slices"
	"sync"
	"time"

	"astute/model"
	"astute/model/search"
	"astute/ui/config"
	"astute/ui/state"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// Options are what the workspace needs from outside.
type Options struct {
	Store   Store
	Now     func() time.Time
	Today   func() model.Date
	Me      string // the name of the teammate at the keyboard, "" when not said
	Config  config.Config
	Account model.ID // the account to open; none: the one edited last
	In      io.Reader
	Out     io.Writer
	Size    func() (columns, rows int) // of the terminal, 0 for not known: then the first frame waits
	Getenv  func(string) string        // nil is the environment of the process
	Timer   func() tea.Cmd             // brings the next [Tick]; nil is every second
	State   state.Dir                  // where places and drafts are kept; "" keeps none
	Session state.Session              // tells this run's drafts from others'
	Warned  func() []string            // what the file warned of since it was asked last; nil for nothing
	Example bool                       // the file is the worked example: nothing said in it is about the person
	Tour    bool                       // begin with the tour of the worked example
}

// framesPerSecond is how often the screen may be drawn anew. At 120 a key shows
// after 7 ms where it takes 10 at 60.
const framesPerSecond = 120

// Run opens the workspace and returns when it is left. Whatever happens inside,
// the terminal is as it was before when Run returns.
func Run(o Options) error {
	options := []tea.ProgramOption{tea.WithAltScreen(), tea.WithFPS(framesPerSecond)}
	if o.In != nil {
		options = append(options, tea.WithInput(o.In))
	}
	if o.Out != nil {
		options = append(options, tea.WithOutput(o.Out))
	}
	if o.Config.UseMouse() {
		options = append(options, tea.WithMouseCellMotion())
	}
	if o.Getenv == nil {
		o.Getenv = os.Getenv
	}
	if o.State == "" {
		o.State = state.Home(o.Getenv)
	}
	if o.Session == 0 {
		o.Session = state.Session(os.Getpid())
	}
	again := sync.OnceFunc(uncollected())
	defer again()
	w := New(o)
	w.first.shown = again
	if o.Size != nil {
		w.openAt(o.Size())
	}
	program := tea.NewProgram(w, options...)
	stop := heed(program)
	defer stop()
	_, err := program.Run()
	return w.left(err)
}

// heed has the program leave when its terminal goes away, and take the terminal
// again when it was stopped and goes on. What else there is to heed Bubble Tea
// sees to. The function returned ends it.
func heed(program *tea.Program) (stop func()) {
	signals, done := make(chan os.Signal, 2), make(chan struct{})
	if !signal.Ignored(hangUp) { // as under nohup
		signal.Notify(signals, hangUp)
	}
	if goOn != nil {
		signal.Notify(signals, goOn)
	}
	go func() {
		for {
			select {
			case s := <-signals:
				if s == hangUp {
					program.Quit()
				} else {
					program.Send(continued{})
				}
			case <-done:
				return
			}
		}
	}()
	return func() { signal.Stop(signals); close(done) }
}

// errFault ends a workspace in which something went wrong that should not have.
var errFault = errors.New("a fault in astute ended the workspace, and what is above says where: everything saved is safe, and what was being typed is offered at the next start")

// left does what is to be done when the workspace was left, however that came.
func (w *Workspace) left(err error) error {
	kept := w.keepTyped()
	switch {
	case errors.Is(err, tea.ErrProgramPanic):
		return errors.Join(errFault, kept)
	case err != nil && !errors.Is(err, tea.ErrInterrupted):
		return errors.Join(err, kept)
	}
	// Where one stood is comfort: that it could not be kept is no fault of
	// what was done.
	_ = w.Leave()
	if err := errors.Join(kept, w.backUpOnLeaving()); err != nil {
		return err
	}
	if w.wantsTour {
		return ErrTour
	}
	return nil
}

// New returns the workspace with its first plan read, ready for a size.
func New(o Options) *Workspace {
	if o.Getenv == nil {
		o.Getenv = os.Getenv
	}
	if o.Timer == nil {
		o.Timer = every
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Today == nil {
		o.Today = func() model.Date { return model.DateOf(o.Now()) }
	}
	style := theme.Around(o.Getenv)
	style.Name = o.Config.Theme
	if o.Config.Borders != "" {
		style.Borders = o.Config.Borders // who says it knows better
	}
	look, err := theme.New(style)
	w := newWorkspace(o, look)
	if err != nil {
		w.say(err.Error(), true)
	}
	w.start()
	for _, warning := range slices.Concat(o.Config.Warnings, w.keyTrouble) {
		w.say(warning, true)
	}
	w.sayWarned()
	if o.Tour && w.plan != nil {
		w.startTour()
	}
	return w
}

// fold makes letters comparable wherever something is typed to find something.
func fold(text string) string { return search.Fold(text) }
