package model

import (
	"fmt"
	"slices"
	"strings"
)

// Question is one thing worth finding out next. What answers it is either a field
// or a new record: exactly one of Field and Kind is given.
type Question struct {
	ID    ID     // the record that the answer belongs to
	Field string // of that record, which it fills
	Kind  Kind   // of the record that it becomes, which goes with that record
	Text  string // the question as a person asks it
}

// OfOurselves reports whether a question is for us to find out, because it is
// our own judgement or plan: how somebody stands cannot be asked of them.
func (q Question) OfOurselves() bool {
	return slices.Contains(ourFields, q.Field) || q.Kind == KindAction || q.Kind == KindReview
}

// ourFields are those that nobody at the customer would be asked for.
var ourFields = []string{
	"influence", "support", "alignment", "political_status", "coverage", "confirmed", // of a contact
	"plan_type", "overall_health", "owner", "due", // of an account and an action
}

// Questions returns what is not known yet of a record, as questions in the order
// in which they matter: the core fields of any kind, and for a contact and an
// account what else the minimum path of the planning language wants. Nothing
// that is merely optional is asked, so that the list can become empty.
func Questions(p *Plan, r Record) []Question {
	list := blanks(r, p.Name)
	switch r := r.(type) {
	case *Contact:
		list = append(list, contactQuestions(p, r)...)
	case *Account:
		list = append(list, accountQuestions(p, r)...)
	}
	return list
}

// AllQuestions returns what is not known yet of a plan, each question once: the
// one that raises its completeness most, then those about the account, then those
// about the key players who are still there (rule 11). Contacts that belong to no
// account have no plan to complete.
func AllQuestions(p *Plan) []Question {
	var list []Question
	if !p.Account.ID.IsZero() {
		if next := CompletenessOf(p).Next; next != (Question{}) {
			list = append(list, next)
		}
		list = append(list, Questions(p, p.Account)...)
	}
	for _, c := range All[*Contact](p.Book) {
		if IsKeyPlayer(c) == Yes {
			list = append(list, Questions(p, c)...)
		}
	}
	asked := map[Question]bool{} // the map and a person may want to know the same
	return slices.DeleteFunc(list, func(q Question) bool {
		again := asked[q]
		asked[q] = true
		return again
	})
}

// blanks asks for each core field that is not known.
func blanks(r Record, names Names) []Question {
	var list []Question
	for _, f := range r.Fields() {
		if f.InCore && f.IsZero() && !answeredElsewhere(r, f) {
			list = append(list, fieldQuestion(r, f, names))
		}
	}
	return list
}

// answeredElsewhere reports whether another field answers as well: the size of
// an account is its employees or its revenue, and whoever has left is not
// classified any more.
func answeredElsewhere(r Record, f Field) bool {
	switch r := r.(type) {
	case *Account:
		return f.Name == "employees" && !r.AnnualRevenue.IsZero() || f.Name == "annual_revenue"
	case *Contact:
		return r.Left
	}
	return false
}

func fieldQuestion(r Record, f Field, names Names) Question {
	return Question{ID: r.Base().ID, Field: f.Name, Text: questionFor(r, f, names)}
}

// questionFor words the question for one blank field. A field without words of
// its own still gets a question, so that a core field added later is asked for.
func questionFor(r Record, f Field, names Names) string {
	if words, ok := fieldQuestions[r.Kind()][f.Name]; ok {
		return fmt.Sprintf(words, Title(r, names))
	}
	return fmt.Sprintf("%s of %s?", f.Label, Title(r, names))
}

// fieldQuestions words the questions for the core fields; %s is the name.
var fieldQuestions = map[Kind]map[string]string{
	KindAccount: {
		"plan_type":      "How much of a plan does %s get?",
		"industry":       "Which industry is %s in?",
		"employees":      "How large is %s: how many people, or what revenue?",
		"overall_health": "How do you judge the health of %s, all in all?",
		"owner":          "Who of us owns %s?",
	},
	KindContact: {
		"title":            "What is the job title of %s?",
		"decision_role":    "What part does %s play in the decision?",
		"influence":        "How much pull does %s have on the decision?",
		"support":          "How far does %s back us?",
		"alignment":        "How is the relationship with %s, all in all?",
		"political_status": "How near is %s to where outcomes are controlled?",
		"coverage":         "How well do we know %s?",
	},
	KindOpportunity: {
		"amount": "What is “%s” worth?",
	},
	KindRenewal: {
		"amount": "What is %s worth a year?",
		"on":     "On which day does %s come up?",
	},
	KindAction: {
		"owner": "Who does “%s”?",
		"due":   "By when is “%s” done?",
	},
}

// contactQuestions asks what is not core but places a person on the map, and
// what the person is measured by.
func contactQuestions(p *Plan, c *Contact) []Question {
	if c.Left {
		return nil
	}
	var list []Question
	key := IsKeyPlayer(c) == Yes
	for _, f := range c.Fields() {
		if asked := f.Name == "political_status" || f.Name == "coverage" && key && !p.metOnRecord(c); asked && f.IsZero() {
			list = append(list, fieldQuestion(c, f, p.Name))
		}
	}
	topics, measured := GoalTopics(c.Function), false
	for _, g := range All[*Goal](p.Book) {
		if g.Contact == c.ID {
			topics, measured = withoutMentioned(topics, g.Metric), true
		}
	}
	switch {
	case len(topics) > 0:
		list = append(list, Question{ID: c.ID, Kind: KindGoal, Text: fmt.Sprintf("Which matters most to %s: %s?", c.Name, OrList(topics))})
	case !measured:
		list = append(list, Question{ID: c.ID, Kind: KindGoal, Text: fmt.Sprintf("What is %s measured by?", c.Name)})
	}
	if key && c.Confirmed.IsZero() {
		list = append(list, Question{ID: c.ID, Field: "confirmed", Text: fmt.Sprintf("Who confirms what we noted of %s, and when?", c.Name)})
	}
	return list
}

// GoalTopics returns what people of a function are usually measured by, for
// asking; none when the function is not known (S3).
func GoalTopics(f Function) []string { return goalTopics[f] }

var goalTopics = map[Function][]string{
	FunctionIT:          {"security", "reliability", "scalability", "cost"},
	FunctionFinance:     {"return on investment", "margin", "cash flow", "savings"},
	FunctionMarketing:   {"pipeline", "brand awareness", "cost per customer won"},
	FunctionSales:       {"win rate", "deal size", "sales cycle"},
	FunctionOperations:  {"cost to serve", "throughput", "downtime"},
	FunctionProcurement: {"savings", "supplier risk", "contract terms"},
	FunctionLegal:       {"compliance", "liability", "data protection"},
	FunctionHR:          {"hiring", "retention", "skills"},
}

// withoutMentioned drops the topics that a text speaks of already.
func withoutMentioned(topics []string, text string) []string {
	var rest []string
	for _, topic := range topics {
		if !strings.Contains(strings.ToLower(text), topic) {
			rest = append(rest, topic)
		}
	}
	return rest
}

// accountQuestions asks what would settle the map, and then for the records of
// the minimum path that the plan does not hold yet, by plan type (rule 11).
func accountQuestions(p *Plan, a *Account) []Question {
	list := mapQuestions(p, a)
	facts := completenessFacts(p)
	plan := facts.Completeness().PlanType
	for _, w := range minimumPath {
		words, kind := recordQuestions[w.kinds[0]], w.kinds[0]
		if missing := w.missing(facts); missing == 0 || words == "" || !w.asked(plan) {
			continue
		} else if missing > 1 {
			words = fmt.Sprintf("What are the next %d things to do, by whom and by when?", missing)
		} else if strings.Contains(words, "%s") {
			words = fmt.Sprintf(words, a.Name)
		}
		list = append(list, Question{ID: a.ID, Kind: kind, Text: words})
	}
	return list
}

// recordQuestions words what asks for a record that is not there; %s is the
// account. People are asked for by the map.
var recordQuestions = map[Kind]string{
	KindInitiative:  "What does %s want to achieve, and why now?",
	KindGoal:        "What does %s measure its success by?",
	KindOpportunity: "What could %s buy next, and what would it be worth?",
	KindRenewal:     "Which contract of %s comes up next, on which day and for how much?",
	KindAction:      "What is one more thing to do, by whom and by when?",
	KindReview:      "When is this plan looked at next, and by whom?",
}

// mapQuestions asks what would settle a grey map (rule 3): a field of somebody
// who is on it, or else for somebody who is not.
func mapQuestions(p *Plan, a *Account) []Question {
	contacts := All[*Contact](p.Book)
	var list []Question
	for _, text := range MapStatusOf(contacts).Ask {
		q := Question{ID: a.ID, Kind: KindContact, Text: text}
		if c, field, ok := askedOf(contacts, text); ok {
			q = Question{ID: c.ID, Field: field, Text: text}
		}
		list = append(list, q)
	}
	return list
}

// askedOf returns the person and the field that a question which would settle
// the map is about.
func askedOf(contacts []*Contact, text string) (who *Contact, field string, ok bool) {
	for _, c := range contacts {
		if !strings.Contains(text, c.Name) {
			continue
		}
		for _, name := range settling {
			if f, _ := FieldNamed(c.Fields(), name); f.IsZero() && questionFor(c, f, nil) == text {
				return c, name, true
			}
		}
	}
	return nil, "", false
}

// settling are the fields that say who is a key player, and whether one supports
// us (rules 1 and 2).
var settling = []string{"support", "political_status", "influence", "decision_role"}
