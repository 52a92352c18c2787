package sheet

import (
	"fmt"
	"slices"
	"strings"

	"astute/model"
)

// groups head the criteria of each group.
var groups = []struct {
	group model.CriterionGroup
	title string
}{
	{model.Firmographic, "What they are"}, {model.Pressure, "What presses them"}, {model.ImpactPotential, "What we could do for them"},
	{0, "Of no group"},
}

// fitTones say how a fit looks.
var fitTones = map[model.FitBand]Tone{model.FitUnknown: Unknown, model.FitIdeal: Good, model.FitCaution: Warn, model.FitOffStrategy: Bad}

// profile writes the ideal customer profile as a questionnaire with the answers
// of the account, and what they come to (rule 12).
func (s *strategist) profile(w *writer) {
	criteria := model.All[*model.Criterion](s.plan.Book)
	s.begin(w, 5, len(criteria), faint("shared by all accounts"))
	if len(criteria) == 0 {
		w.say(2, faint("The profile is ours: all accounts share it, each with its own answers."))
		return
	}
	fit := model.FitOf(s.plan, model.ID{})
	s.fit(w, fit)
	q := questionnaire{strategist: s, w: w, answers: map[model.ID]*model.ICPAnswer{}}
	for _, a := range fit.Answered {
		q.answers[a.Criterion.ID] = a.Answer
	}
	if s.o.Open && len(fit.Open) > 0 {
		w.say(2, faint("Not answered yet"))
		open := slices.Clone(fit.Open)
		slices.SortStableFunc(open, func(a, b *model.Criterion) int { return b.Pull().Compare(a.Pull()) })
		for _, c := range open {
			q.criterion(c)
		}
		criteria = slices.DeleteFunc(criteria, func(c *model.Criterion) bool { return q.answers[c.ID] == nil })
	}
	for _, g := range groups {
		headed := false
		for _, c := range criteria {
			if c.Group != g.group {
				continue
			}
			if !headed {
				w.say(2, faint(g.title))
				headed = true
			}
			q.criterion(c)
		}
	}
}

// fit writes what the answers come to, of the account and of each unit that
// answers for itself.
func (s *strategist) fit(w *writer, f model.Fit) {
	w.say(2, run{text: fitWords(f), tone: fitTones[f.Band]}, faint(strings.Join(f.Reasons, "; ")))
	for _, u := range model.All[*model.Unit](s.plan.Book) {
		if slices.ContainsFunc(model.All[*model.ICPAnswer](s.plan.Book), func(a *model.ICPAnswer) bool { return a.Unit == u.ID }) {
			own := model.FitOf(s.plan, u.ID)
			w.say(2, faint(u.Name+":"), run{text: fitWords(own), tone: fitTones[own.Band]})
		}
	}
}

// fitWords say a fit in a few words.
func fitWords(f model.Fit) string {
	switch {
	case f.Band == model.FitUnknown && len(f.Answered) > 0:
		return "too little answered to tell the fit"
	case f.Band == model.FitUnknown:
		return "fit not known yet"
	}
	text := fmt.Sprintf("fit %d %%, %s, confidence %d %%", f.Percent, strings.ToLower(f.Band.String()), f.Confidence)
	if len(f.KnockOuts) > 0 {
		text += ", knocked out"
	}
	return text
}

// questionnaire writes criteria with their answers.
type questionnaire struct {
	*strategist
	w       *writer
	answers map[model.ID]*model.ICPAnswer
}

// criterion writes one question and how the account answers it, by its letter;
// where nobody has, which letters there are.
func (q *questionnaire) criterion(c *model.Criterion) {
	name := q.field(c, "name", "", Plain)
	if c.KnockOut {
		name.text += " (knock-out)"
	}
	a := q.answers[c.ID]
	if a == nil {
		q.w.say(2, run{"[?]", Unknown, Target{ID: c.ID}}, name, faint(letters(c.Group)))
	} else {
		tone := answerTone(a.Value)
		value := q.field(a, "value", "", tone)
		value.text = "[" + a.Value.Mark() + "]"
		q.w.say(2, value, name, run{text: said(c, a.Value), tone: tone}, q.field(a, "evidence", "", Faint))
		q.whole(q.w, 6, a)
	}
	q.whole(q.w, 6, c)
	for _, x := range model.All[*model.ICPAnswer](q.plan.Book) {
		if unit, ok := model.Lookup[*model.Unit](q.plan.Book, x.Unit); ok && x.Criterion == c.ID {
			value := q.field(x, "value", "", answerTone(x.Value))
			value.text = unit.Name + " [" + x.Value.Mark() + "] " + x.Value.String()
			q.w.say(6, value, q.field(x, "evidence", "", Faint))
		}
	}
}

// said is an answer in words, with what the profile says of it.
func said(c *model.Criterion, v model.AnswerValue) string {
	meant := map[model.AnswerValue]string{model.AnswerIdeal: c.Ideal, model.AnswerCaution: c.Caution, model.AnswerOffStrategy: c.OffStrategy}[v]
	if meant == "" {
		return v.String()
	}
	return v.String() + ": " + meant
}

// letters lists the answers that a group takes, each behind the key that gives
// it.
func letters(g model.CriterionGroup) string {
	var list []string
	for _, v := range model.Answers(g) {
		list = append(list, AnswerKey(v)+" "+v.String())
	}
	return strings.Join(list, ", ")
}

// AnswerKey returns the capital letter that stands for an answer.
func AnswerKey(v model.AnswerValue) string {
	f, _ := model.FieldNamed((&model.ICPAnswer{Value: v}).Fields(), "value")
	for _, w := range f.Words() {
		if w.Name == v.String() {
			return strings.ToUpper(string(w.Key))
		}
	}
	return ""
}

// answerTone says how an answer looks, by what it counts.
func answerTone(v model.AnswerValue) Tone {
	switch {
	case v == model.AnswerOffStrategy:
		return Bad
	case model.Score(v) == 10:
		return Good
	}
	return Warn
}
