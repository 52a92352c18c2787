package strategy

import (
	"astute/model"
	"astute/model/sheet"
	"astute/ui/pane"
)

// Commands implements [pane.Pane].
func (p *Pane) Commands() []pane.Command {
	r := p.Current()
	beside := ""
	if r == nil {
		beside = "the cursor stands on no record: a adds one here"
	}
	list := []pane.Command{
		{Name: "add below", Keys: []string{"a"}, Hint: "add", Weight: 55, Do: p.add,
			Help: "on a heading one of what stands below it; on an initiative a challenge, on a challenge a solution; a criterion is for all accounts"},
		{Name: "add another like it", Keys: []string{"b"}, Why: beside, Do: p.another,
			Help: "one more of what is under the cursor: an initiative, a challenge of the same initiative"},
		{Name: "confirm or complete", Keys: []string{"c"}, Hint: "confirm", Why: p.settleWhy(), Do: p.settle,
			Help: "an initiative: the customer has said so; a step of the buying process: it is behind us; again takes it back"},
		{Name: "next part", Keys: []string{"J"}, Hint: "part", Weight: 45, Do: func() pane.Request { return p.jump(1) },
			Help: "from initiatives to goals, competitors, SWOT, buying process, profile"},
		{Name: "previous part", Keys: []string{"K"}, Do: func() pane.Request { return p.jump(-1) }, Help: "back to the heading, then to the part before"},
		{Name: "later in the process", Keys: []string{"shift+down"}, Why: p.moveWhy(), Do: func() pane.Request { return p.move(1) },
			Help: "the step of the buying process changes places with the next one"},
		{Name: "earlier in the process", Keys: []string{"shift+up"}, Why: p.moveWhy(), Do: func() pane.Request { return p.move(-1) },
			Help: "the step of the buying process changes places with the one before"},
		{Name: "unanswered first", Keys: []string{"s"}, Why: p.openWhy(), Do: p.turn,
			Help: "the questions of the profile that nobody has answered, the weightiest first; again in their groups"},
	}
	list = append(list, p.answers()...)
	for _, c := range p.SheetCommands("what is", "a adds the first") {
		switch c.Name {
		case "edit the field":
			c.Why, c.Do = p.recordWhy(), p.edit
		case "edit all fields", "remove", "open":
			c.Why = p.recordWhy()
		case "copy":
			c.Why = ""
		case "left":
			c.Do = func() pane.Request { p.Sideways(-1); return nil }
		case "right":
			c.Do = func() pane.Request { p.Sideways(1); return nil }
		}
		list = append(list, c)
	}
	return list
}

// answers are the commands that answer a question of the profile, a capital
// letter each.
func (p *Pane) answers() []pane.Command {
	var list []pane.Command
	c := p.criterion()
	for v := model.AnswerIdeal; v <= model.AnswerNo; v++ {
		why := "the cursor stands on no question of the profile"
		if c != nil {
			why = cannotAnswer(c, v)
		}
		list = append(list, pane.Command{Name: "answer " + v.String(), Keys: []string{sheet.AnswerKey(v)}, Why: why, Help: v.Meaning(),
			Do: func() pane.Request { return p.answer(c, v) }})
	}
	return list
}

// recordWhy says why nothing can be done to a record, "" when it can.
func (p *Pane) recordWhy() string {
	if p.Current() == nil {
		return "the cursor stands on a heading: j goes to what is below, a adds to it"
	}
	return ""
}

// settleWhy says why nothing can be confirmed or completed.
func (p *Pane) settleWhy() string {
	if p.initiative() == nil && p.step() == nil {
		return "only an initiative is confirmed, and a step of the buying process completed"
	}
	return ""
}

func (p *Pane) moveWhy() string {
	if p.step() == nil {
		return "only a step of the buying process is moved"
	}
	return ""
}

func (p *Pane) openWhy() string {
	if p.Data().Plan == nil || len(p.Data().Plan.Of(model.KindCriterion)) == 0 {
		return "there is no profile yet: J goes to it, and a adds the first criterion"
	}
	return ""
}

// turn shows the unanswered questions first, or each in its group again; the
// cursor goes to the first of them.
func (p *Pane) turn() pane.Request {
	p.open = !p.open
	p.Arrange()
	fit := model.FitOf(p.Data().Plan, model.ID{})
	if !p.open {
		return pane.Note{Text: "every question stands in its group again"}
	}
	for _, stop := range p.Page().Stops {
		for _, c := range fit.Open {
			if stop.Target.ID == c.ID {
				p.Go(stop.Target)
				return pane.Note{Text: model.Count(len(fit.Open), "question is", "questions are") + " not answered yet: a capital letter answers"}
			}
		}
	}
	return pane.Note{Text: "every question is answered"}
}
