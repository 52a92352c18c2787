package politics

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"astute/model"
	"astute/ui/grid"
	"astute/ui/pane"
)

// toPower shows the way to the person of the cursor, whoever it is; with every
// further press the ways to the key players whom we do not know, one after the
// other (rule 14).
func (p *Pane) toPower() pane.Request {
	id := p.here()
	if p.path == nil || p.asked != id {
		if path, ok := model.PathTo(p.seen, id, p.data.Today); ok {
			return p.lead(path)
		}
	}
	paths := model.Paths(p.seen, p.data.Today)
	at := 0
	if p.path != nil {
		at = slices.IndexFunc(paths, func(other model.Path) bool { return other.Target == p.path.Target }) + 1
	}
	if len(paths) == 0 {
		p.path = nil
		p.arrange()
		return pane.Note{Text: "we know all key players: no other path is needed"}
	}
	return p.lead(paths[at%len(paths)])
}

// lead shows a path.
func (p *Pane) lead(path model.Path) pane.Request {
	p.path, p.asked = &path, p.here()
	p.arrange()
	return pane.Note{Text: capital(path.Sentence)}
}

// repath finds the path anew where the plan is another.
func (p *Pane) repath() {
	if p.path == nil {
		return
	}
	path, ok := model.PathTo(p.seen, p.path.Target, p.data.Today)
	if p.path = &path; !ok {
		p.path = nil
	}
}

// onPath are the people of the path that is shown.
func (p *Pane) onPath() map[model.ID]bool {
	if p.path == nil {
		return nil
	}
	on := map[model.ID]bool{p.path.Target: true}
	for _, leg := range p.path.Steps {
		on[leg.From], on[leg.To] = true, true
	}
	return on
}

// pathLines say the path: what to do, then why that is a way, or who would open
// one.
func (p *Pane) pathLines() []string {
	lines := grid.Wrap("Path to "+p.seen.Name(p.path.Target)+": "+p.path.Sentence, p.at.W-2)
	var more []string
	for _, text := range p.path.Careful {
		more = append(more, "! "+text)
	}
	for _, leg := range p.path.Steps {
		more = append(more, leg.Why)
	}
	for _, opening := range p.path.Meet[min(1, len(p.path.Meet)):] {
		more = append(more, "or "+opening.Why)
	}
	if room := p.details() - len(lines); room > 0 {
		return append(lines, flow(more, p.at.W-2, room)...)
	}
	return lines[:min(len(lines), p.details())]
}

// pathWhy says why the path cannot be made an action, "" when it can.
func (p *Pane) pathWhy() string {
	switch {
	case p.path == nil:
		return "no path is shown: p shows the one to this person, or to the next key player"
	case model.ActionForPath(p.seen, *p.path, p.data.Me, p.data.Today) == nil:
		return "there is no first step yet: " + p.path.Sentence
	}
	return ""
}

// firstStep makes the first step of the path an action.
func (p *Pane) firstStep() pane.Request {
	a := model.ActionForPath(p.seen, *p.path, p.data.Me, p.data.Today)
	return pane.Make{
		Records: []model.Record{a}, Label: "add action " + a.Name,
		Said: a.Name + ", due " + pane.Day(a.Due) + "  (u takes it back)", Stay: true,
	}
}

// capital begins a sentence.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
