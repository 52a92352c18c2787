package ui

import (
	"astute/model"
	"astute/model/report"
	"astute/ui/pane"
	"astute/ui/theme"

	tea "github.com/charmbracelet/bubbletea"
)

// briefed is the one screen before a call, on a record of the account that is
// open or of the one beside it: the same that the command line prints.
type briefed struct {
	account model.ID // whose plan it is from
	id      model.ID // of whom, or of what
	read    *reader
	whole   bool // all of it, not only what fits one screen
	rest    int  // how much is not shown
}

// itIsGone is said of a record that somebody removed meanwhile.
const itIsGone = "it is not here any more"

func newBrief(w *Workspace, account, id model.ID) *reader {
	b := &briefed{account: account, id: id}
	b.read = &reader{title: "Brief", brief: b, make: b.lines, extra: b.commands(w)}
	return b.read
}

// plan is the one that the record is in.
func (b *briefed) plan(w *Workspace) *model.Plan {
	if b.account == w.account {
		return w.plan
	}
	return w.beside
}

// record is what the brief is on; nil when it was removed meanwhile.
func (b *briefed) record(w *Workspace) model.Record {
	if p := b.plan(w); p != nil {
		return p.Get(b.id)
	}
	return nil
}

// brief is what there is to say, as things stand now.
func (b *briefed) brief(w *Workspace) (report.Brief, bool) {
	record := b.record(w)
	if record == nil {
		return report.Brief{}, false
	}
	return report.BriefOf(b.plan(w), record, w.today), true
}

func (b *briefed) lines(w *Workspace, width int) []textLine {
	brief, ok := b.brief(w)
	if !ok {
		return []textLine{{text: "It is not here any more: it was removed meanwhile.", style: theme.Faint}}
	}
	said := brief.Text(width)
	if b.rest = brief.More(); b.whole {
		said, b.rest = brief.Whole(width), 0
	}
	lines := make([]textLine, 0, len(said))
	for _, l := range said {
		lines = append(lines, textLine{text: l.Text, label: l.Label})
	}
	lines[0].style = theme.Strong
	return lines
}

// there does something where the record is: in the account that it belongs to,
// with the brief closed if that is another.
func (b *briefed) there(w *Workspace, do func(w *Workspace, record model.Record) tea.Cmd) func() pane.Request {
	return func() pane.Request {
		return pane.Own{Do: func() {
			record := b.record(w)
			if record == nil {
				w.say(itIsGone, true)
				return
			}
			if b.plan(w) == w.plan {
				w.outside = do(w, record)
				return
			}
			w.drop(b.read)
			w.outside = w.open(b.account, func(w *Workspace) tea.Cmd {
				w.seek(b.id)
				return do(w, record)
			})
		}}
	}
}

// commands are what can be done with a brief.
func (b *briefed) commands(w *Workspace) []pane.Command {
	return []pane.Command{
		{Name: "edit", Keys: []string{"e", "E"}, Hint: "edit", Help: "all of it as a form; of another account, there",
			Do: b.there(w, func(w *Workspace, record model.Record) tea.Cmd { return w.serve(pane.EditForm{Record: record}) })},
		{Name: "log a call or meeting", Keys: []string{"i"}, Hint: "log a call", Help: "what was said and promised, with the person of the brief",
			Do: b.there(w, (*Workspace).logCall)},
		{Name: "note", Keys: []string{"n"}, Hint: "note", Help: "the notes of the record", Do: b.there(w, (*Workspace).writeNote)},
		{Name: "go there", Keys: []string{"tab"}, Hint: "go there", Help: "closes the brief and puts the cursor where it stands",
			Do: b.there(w, func(w *Workspace, _ model.Record) tea.Cmd { w.drop(b.read); w.seek(b.id); return nil })},
		{Name: "more", Keys: []string{"m"}, Hint: "more", Help: "all that is known, or only what fits one screen", Do: func() pane.Request {
			b.whole = !b.whole
			b.read.offset = 0
			return pane.Own{Do: func() { b.read.resize(w) }}
		}},
		{Name: "copy", Keys: []string{"y"}, Hint: "copy", Help: "the brief as text, to the clipboard",
			Do: b.with(w, func(brief report.Brief) pane.Request {
				text := brief.Text(copyWidth)
				if b.whole {
					text = brief.Whole(copyWidth)
				}
				return pane.Copy{Text: report.PlainText(text), What: "brief"}
			})},
		{Name: "copy as Markdown", Keys: []string{"Y"}, Hint: "copy as Markdown", Help: "all of the brief, with headings, to the clipboard",
			Do: b.with(w, func(brief report.Brief) pane.Request {
				return pane.Copy{Text: brief.Markdown(), What: "brief as Markdown"}
			})},
		{Name: "export", Keys: []string{"x"}, Hint: "export", Help: "all of the brief to a Markdown file; asks which",
			Do: b.with(w, func(brief report.Brief) pane.Request {
				return pane.Own{Do: func() { w.push(newBriefExport(w, brief)) }}
			})},
	}
}

// copyWidth is how wide the text of a brief is on the clipboard.
const copyWidth = 80

// with does something with what the brief says now.
func (b *briefed) with(w *Workspace, do func(brief report.Brief) pane.Request) func() pane.Request {
	return func() pane.Request {
		brief, ok := b.brief(w)
		if !ok {
			return pane.Note{Text: itIsGone, Bad: true}
		}
		return do(brief)
	}
}
