package sheet

import (
	"fmt"

	"astute/model"
)

// quarters are the quarters of a SWOT in reading order: what is ours above, what
// is around us below; what helps at the left, what harms at the right.
var quarters = []struct {
	quarter model.Quarter
	title   string
	tone    Tone
}{
	{model.Strength, "Strengths", Good}, {model.Weakness, "Weaknesses", Warn},
	{model.SwotChance, "Opportunities", Good}, {model.ThreatToUs, "Threats", Warn},
}

// leastQuarters is the width from which two quarters stand beside each other.
const leastQuarters = 64

// swot writes the four quarters.
func (s *strategist) swot(w *writer) {
	all := model.All[*model.Swot](s.plan.Book)
	s.begin(w, 3, len(all))
	across := 1
	if w.w >= leastQuarters {
		across = 2
	}
	width := (w.w - 2 - (across-1)*gutter) / across
	high := w.line
	for i := range quarters {
		column := i % across
		q := &writer{o: s.o, w: width}
		s.quarter(q, i, all)
		top := w.line
		if across == 2 && column == 1 {
			top = high
		}
		for _, p := range q.pieces {
			p.X, p.Line = p.X+2+column*(width+gutter), p.Line+top
			w.pieces = append(w.pieces, p)
		}
		high = top
		w.line = max(w.line, top+q.line)
	}
}

// quarter writes one quarter: what stands in it with its evidence.
func (s *strategist) quarter(w *writer, at int, all []*model.Swot) {
	q := quarters[at]
	n := 0
	for _, e := range all {
		if e.Quarter == q.quarter {
			n++
		}
	}
	head := run{q.title, q.tone, QuarterHead(q.quarter)}
	if n == 0 {
		w.say(0, head, faint(s.how(model.KindSwot, "none yet: a adds one")))
		return
	}
	w.say(0, head, faint(fmt.Sprint(n)))
	for _, e := range all {
		if e.Quarter != q.quarter {
			continue
		}
		w.say(0, s.field(e, "text", "- ", Plain))
		evidence := s.field(e, "evidence", "", Faint)
		if of := e.Of.String(); of != "" && evidence.tone != Unknown {
			evidence.text += " (" + of + ")"
		}
		w.say(2, evidence)
		s.whole(w, 2, e)
	}
}
