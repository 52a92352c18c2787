package ui

import (
	"os"
	"slices"

	"astute/model"
	"astute/store"
	"astute/ui/actions"
	"astute/ui/contacts"
	"astute/ui/layout"
	"astute/ui/money"
	"astute/ui/overview"
	"astute/ui/pane"
	"astute/ui/politics"
	"astute/ui/portfolio"
	"astute/ui/reviews"
	"astute/ui/strategy"
	"astute/ui/theme"
	"astute/ui/timeline"

	tea "github.com/charmbracelet/bubbletea"
)

// Workspace is the whole screen and what it shows. It implements [tea.Model].
type Workspace struct {
	o     Options
	theme theme.Theme

	// What was read last, and which account is wanted.
	account    model.ID
	plan       *model.Plan // nil until something could be read
	sight      store.Sight
	accounts   []store.AccountSummary
	standings  standings
	currency   model.Currency
	today      model.Date
	keys       map[string][]string // that the settings give to commands, by their names
	keyTrouble []string            // what of these could not be had
	partial    bool                // accounts holds only the one that is open: the others are being read
	newest     store.Entry         // the newest edit that stands: what undo takes back
	beside     *model.Plan         // of another account whose brief is open, nil for none
	broken     error               // why the file cannot be read, nil when it can
	file       os.FileInfo         // that was read, nil when there was none
	gone       error               // set while the file that was read is not there
	readOnly   error               // why nothing can be written, nil when it can

	began    uint64            // the version that the session began with
	mine     map[uint64]string // what this workspace wrote: the edits' labels by version
	tookBack map[uint64]bool   // what it took back, by version

	panes  []pane.Pane // that are always there, four to a page
	page   pane.Pane   // records of one kind over all of the body, nil for none
	focus  int
	zoom   bool
	split  layout.Split
	size   layout.Rect // of the terminal
	screen layout.Screen
	inner  layout.Rect // of the page

	first    atOnce    // the first frame, while it waits for its terminal
	frame    string    // as it was drawn last, "" when something changed since
	overlays []overlay // the last one has the keys
	header   header

	spelling *fieldEdit // was saved by a letter: the rest of its word is no command

	waiting bool     // for the file: keys are held
	held    []stroke // typed and not had their turn
	doing   string   // what a page waits for that keeps the keys meanwhile, "" for none
	burst   burst    // came in one go, and may be a paste
	polling bool     // a look at the file's version is under way

	memory   memory
	rest     resting
	said     said
	who      who
	outside  tea.Cmd // what a command of the workspace's own wants run outside
	quitting bool

	tour      *tour // nil while there is none
	wantsTour bool  // it was left for the tour
	exports   int   // how often a plan was written to a file
	stopping  bool  // suspended, and not going on yet
}

// The places of the panes.
const (
	paneOverview = iota
	paneMap
	paneContacts
	paneActions
	panePortfolio = 8
)

func newWorkspace(o Options, look theme.Theme) *Workspace {
	w := &Workspace{
		o: o, theme: look, today: o.Today(),
		panes: []pane.Pane{overview.New(), politics.New(), contacts.New(), actions.New(), strategy.New(), money.New(), timeline.New(), reviews.New(), portfolio.New()},
		focus: paneContacts, mine: map[uint64]string{}, tookBack: map[uint64]bool{},
	}
	w.checkKeys(o.Config.Keys)
	return w
}

// Init implements [tea.Model].
func (w *Workspace) Init() tea.Cmd {
	return tea.Batch(w.first.show(w.o.Out), w.o.Timer(), w.lookAround())
}

// arrival is a message from outside: something was read, written or found.
type arrival interface{ arrive(w *Workspace) tea.Cmd }

// Update implements [tea.Model]. The order is always the same: what comes from
// outside; then keys, to the overlay on top, to the commands that hold
// everywhere, to the focused pane.
func (w *Workspace) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	var cmd tea.Cmd
	bursting, shown := w.burst.messages, w.shows()
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		if same := w.size == (layout.Rect{W: msg.Width, H: msg.Height}); same {
			return w, nil // as known beforehand: Bubble Tea draws the frame again
		}
		w.resize(msg.Width, msg.Height)
	case arrival:
		cmd = msg.arrive(w)
	case tea.KeyMsg:
		cmd = w.typed(msg)
	case tea.MouseMsg:
		w.spelling = nil
		cmd = w.mouse(msg)
	}
	if w.quiet(msg, bursting) {
		return w, cmd
	}
	cmd = tea.Batch(cmd, w.release(), w.keepDrafts())
	w.offerNext()
	w.sayWarned()
	w.tend()
	cmd = tea.Batch(cmd, w.standing(), w.freshenToday())
	w.watch()
	if w.quitting {
		return w, tea.Quit
	}
	if !idle(msg) || w.shows() != shown || w.clockRuns() {
		w.frame = ""
	}
	return w, cmd
}

// shows is what a message that mostly changes nothing changes when it does.
type shows struct {
	said     *message
	overlays int
	top      overlay
	version  uint64
	today    model.Date
	broken   bool
	gone     bool
	account  model.ID
}

func (w *Workspace) shows() shows {
	return shows{w.said.now, len(w.overlays), w.top(), w.sight.Version, w.today, w.broken != nil, w.gone != nil, w.account}
}

// idle reports whether a message comes again and again while nobody does anything:
// the screen is drawn anew only when one of these brought something.
func idle(msg tea.Msg) bool {
	switch m := msg.(type) {
	case Tick, placeKept, draftsKept:
		return true
	case synced:
		return m.snap == nil
	}
	return false
}

// resize divides the screen anew and tells everybody.
func (w *Workspace) resize(width, height int) {
	w.size = layout.Rect{W: width, H: height}
	w.arrange()
}

// arrange divides the screen as it is and gives every pane its place.
func (w *Workspace) arrange() {
	w.split.Foot = w.tourRows()
	w.screen = layout.Divide(w.size.W, w.size.H, len(w.panes), w.focus, w.zoom || w.page != nil, w.split)
	if w.screen.TooLow {
		return
	}
	for i, p := range w.panes {
		if !w.screen.Panes[i].Empty() {
			p.Resize(w.screen.Panes[i].Inset(1))
			w.memory.unseen.meet(p, w.account)
		}
	}
	if w.page != nil {
		w.page.Resize(w.screen.Body.Inset(1))
	}
	for _, o := range w.overlays {
		o.resize(w)
	}
}

// show gives every pane what was read.
func (w *Workspace) show() {
	if w.plan == nil {
		return
	}
	d := w.data()
	for _, p := range w.panes {
		p.Show(d)
	}
	if w.page != nil {
		w.page.Show(d)
	}
	w.header = w.headerOf()
	if w.partial {
		// How many accounts there are is not known yet.
		w.header.segments = slices.DeleteFunc(w.header.segments, func(s segment) bool { return s.text == "1 of 1" })
	}
	w.header.warn(w)
}

// data is what panes and pages show.
func (w *Workspace) data() pane.Data {
	return pane.Data{Plan: w.plan, Today: w.today, Me: w.me(), Glyphs: w.theme.Glyphs, Accounts: w.standings.accounts}
}

// me is the teammate at the keyboard, none when the book does not know the name.
func (w *Workspace) me() model.ID {
	if w.plan == nil || w.o.Me == "" {
		return model.ID{}
	}
	for _, t := range model.All[*model.Teammate](w.plan.Book) {
		if fold(t.Name) == fold(w.o.Me) {
			return t.ID
		}
	}
	return model.ID{}
}

// focused is the pane that has the keys while no overlay is open.
func (w *Workspace) focused() pane.Pane {
	if w.page != nil {
		return w.page
	}
	return w.panes[w.focus]
}

// goTo gives a pane the keys.
func (w *Workspace) goTo(i int) {
	w.page = nil
	w.focus = (i + len(w.panes)) % len(w.panes)
	w.arrange()
}

// names answers what a record of the plan is called.
func (w *Workspace) names(id model.ID) string {
	if w.plan == nil {
		return ""
	}
	return w.plan.Name(id)
}

// tended is a pane that keeps its rows in their places while it has the keys.
type tended interface{ Tend(keys bool) }

// tend tells every pane whether it has the keys, after everything that may have
// changed it: drawing only looks.
func (w *Workspace) tend() {
	for i, p := range w.panes {
		w.noteLook(p)
		if t, ok := p.(tended); ok {
			t.Tend(i == w.focus && w.page == nil)
		}
	}
	w.noteLook(w.page)
	if t, ok := w.page.(tended); ok {
		t.Tend(true)
	}
}
