package sheet

import (
	"fmt"

	"astute/model"
)

// steps writes the way the customer buys, first things first.
func (s *strategist) steps(w *writer) {
	steps := model.BuyingProcess(s.plan)
	done, late := 0, 0
	for _, x := range steps {
		if x.Status == model.StepComplete {
			done++
		}
		if x.Late(s.today) {
			late++
		}
	}
	rest := []run{faint(fmt.Sprintf("%d complete", done))}
	if late > 0 {
		rest = append(rest, run{text: fmt.Sprintf("! %d late", late), tone: Bad})
	}
	s.begin(w, 4, len(steps), rest...)
	for i, x := range steps {
		s.step(w, i+1, x)
	}
}

func (s *strategist) step(w *writer, n int, x *model.BuyingStep) {
	name, expected := s.field(x, "name", "", Plain), s.field(x, "expected", "", Plain)
	status := s.field(x, "status", "", Faint)
	mark := x.Status.Mark()
	if mark == "" {
		mark = "?"
	}
	switch {
	case x.Status == model.StepComplete:
		name.tone, expected.tone = Done, Done
	case x.Late(s.today):
		mark = "!"
		name.tone, expected.tone = Bad, Bad
		fallthrough
	case !x.Expected.IsZero():
		expected.text += ", " + s.off(x.Expected, true)
	}
	name.text = fmt.Sprintf("%d [%s] %s", n, mark, name.text)
	w.say(0, name, s.person(x, "owner", ""), expected, status)
	s.whole(w, 2, x)
}
