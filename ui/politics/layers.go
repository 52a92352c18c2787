package politics

import (
	"fmt"

	"astute/model"
	"astute/model/chart"
	"astute/ui/pane"
)

// layering says which lines the map draws.
type layering int

const (
	standard layering = iota
	everyLine
	ownLines
	noLines
)

// layerNames are what people read; the first two words fit on a border.
var layerNames = [...]string{standard: "standard lines", everyLine: "all lines", ownLines: "lines of the person", noLines: "no lines"}

// drawn is what of each kind of line the map shows: of all, and of the person of
// the cursor only.
func (p *Pane) drawn() (all, own chart.Layers) {
	switch {
	case p.layers == noLines, p.moving != nil: // while somebody moves, lines would jump with every step
		return 0, 0
	case p.layers == ownLines:
		return 0, chart.AllLayers
	case p.layers == everyLine:
		return chart.AllLayers, 0
	}
	return chart.StandardLayers(len(p.people), len(p.lines))
}

// layMap lays the map out in the room that there is; its lines come when it is
// known whose they are.
func (p *Pane) layMap() { p.chart = chart.LayMap(p.people, p.lines, p.size(), p.mapOptions()) }

// mapIn draws the map in a room.
func (p *Pane) mapIn(size chart.Size) *chart.Map {
	return chart.NewMap(p.people, p.lines, size, p.mapOptions())
}

// mapOptions says what the map shows.
func (p *Pane) mapOptions() chart.Options {
	all, own := p.drawn()
	o := chart.Options{Layers: all, Own: own, Focus: p.cursor, ASCII: p.ascii()}
	if p.path != nil {
		for _, leg := range p.path.Steps {
			o.Path = append(o.Path, chart.Edge{From: leg.From, To: leg.To})
		}
	}
	return o
}

// cycle shows the next choice of lines.
func (p *Pane) cycle() pane.Request {
	p.layers = (p.layers + 1) % layering(len(layerNames))
	p.arrange()
	text := map[layering]string{
		standard: "standard lines: as many as can be followed, and all of the person under the cursor",
		ownLines: "the lines of the person under the cursor only",
	}[p.layers]
	if text == "" {
		text = layerNames[p.layers]
	}
	if n := len(p.chart.Unrouted); n > 0 && p.view == onMap {
		text += fmt.Sprintf(": %s no room", model.Count(n, "one has", "have"))
	}
	return pane.Note{Text: text}
}
