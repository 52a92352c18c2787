package timeline

import (
	"fmt"
	"strings"

	"astute/model"
	"astute/model/chart"
	"astute/ui/grid"
	"astute/ui/pane"
	"astute/ui/theme"
)

// axis draws what happened around a day on an axis of time. Above it stands how
// much lies out of sight on either side.
func axis(d pane.Data, centre model.Date, scale chart.Scale, size chart.Size) pane.Page {
	var events []chart.Event
	for _, r := range happenings(d.Plan) {
		events = append(events, chart.Event{ID: r.Base().ID, On: model.EventDay(r), Text: model.EventTitle(r, d.Plan.Name), Below: r.Kind() == model.KindInteraction})
	}
	if len(events) == 0 {
		return pane.Page{}
	}
	const top = 1 // rows above the picture
	size.H, size.Measure = max(0, size.H-top), grid.Width
	t := chart.NewTimeline(events, centre, d.Today, scale, size)
	p := pane.Page{Lines: size.H + top}
	if n := len(t.Before); n > 0 {
		p.Put(0, 0, theme.Faint, fmt.Sprintf("< %d earlier", n), pane.Target{})
	}
	if n := len(t.After); n > 0 {
		later := fmt.Sprintf("%d later >", n)
		p.Put(0, t.W-grid.Width(later), theme.Faint, later, pane.Target{})
	}
	drawAxis(&p, t, top, d.Glyphs)
	for _, e := range t.Events {
		style := theme.Plain
		if d.Today.Before(e.On) {
			style = theme.Accent
		}
		target := pane.Target{ID: e.ID}
		if e.Y >= 0 {
			p.Put(top+e.Y, e.LabelX, style, e.Label, target)
		}
		p.Put(top+t.Axis, e.X, style, mark(e), target)
	}
	return p
}

// drawAxis draws the axis with its ticks, and the stems.
func drawAxis(p *pane.Page, t *chart.Timeline, top int, glyphs theme.Glyphs) {
	p.Put(top+t.Axis, 0, theme.Frame, strings.Repeat(glyphs.Across, t.W), pane.Target{})
	for _, tick := range t.Ticks {
		p.Put(top+t.Axis, tick.X, theme.Frame, glyphs.Down, pane.Target{})
		p.Put(top+t.Axis+1, tick.X, theme.Heading, tick.Text, pane.Target{})
	}
	if t.Today >= 0 {
		p.Put(top+t.Axis+1, t.Today, theme.Strong, "^", pane.Target{})
	}
	t.Stems(func(x, y int) { p.Put(top+y, x, theme.Frame, glyphs.Down, pane.Target{}) })
}

// mark is what stands for an event on the axis.
func mark(e chart.Placed) string {
	if e.Below {
		return "o"
	}
	return "*"
}
