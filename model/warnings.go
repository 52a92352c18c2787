package model

import (
	"cmp"
	"slices"
)

// Warning is something about a plan that wants doing, in words: what one rule
// found. It is the one type for whatever is doubtful, missing or overdue.
type Warning struct {
	Rule     string // a short name that never changes: "no-champion"
	Area     Area   // what it is about
	Severity Level
	Text     string // who or what it is about and why, in one sentence without its stop
	IDs      []ID   // the records it is about, none when it is about the account
	Cure     string // what to do about it, as a request without its stop
}

// Subject returns the record that a warning is about: the only one, else the
// account.
func (w Warning) Subject(p *Plan) Record {
	if len(w.IDs) == 1 {
		if r := p.Get(w.IDs[0]); r != nil {
			return r
		}
	}
	return p.Account
}

// AboutMoney reports whether the warning is one of [MoneyWarnings].
func (w Warning) AboutMoney() bool { return w.Area == AreaMoney }

// Warnings returns what is doubtful about the people of a plan, worst first and
// at most one for each rule, so that a list of them is never a wall (rule 4). A
// rule whose values are not known stays silent: what is missing is for
// [Questions]. Whatever somebody silenced is left out.
func Warnings(p *Plan, today Date) []Warning {
	list, _ := newChecking(p, today).run(warningRules, true)
	return list
}

// MoneyWarnings returns what is doubtful about the money of a plan, worst first:
// a gap that no objective closes, two owners after one thing, and more earned
// than there is to spend (rules 7 and 8).
func MoneyWarnings(p *Plan, today Date) []Warning {
	list, _ := newChecking(p, today).run(moneyRules, true)
	return list
}

// AllWarnings returns what is doubtful about the people and the money of a plan,
// worst first, and of what is equally grave the people before the money (rules 4,
// 7 and 8).
func AllWarnings(p *Plan, today Date) []Warning {
	list, _ := newChecking(p, today).run(doubtRules(), true)
	return list
}

// Doubts is [AllWarnings] with what somebody silenced: what two days of a plan
// are compared by, since silence settles nothing.
func Doubts(p *Plan, today Date) []Warning {
	list, _ := newChecking(p, today).run(doubtRules(), false)
	return list
}

func doubtRules() []rule { return slices.Concat(warningRules, moneyRules) }

// Around is what the check of one plan needs to know of the others. The zero
// value knows nothing of them.
type Around struct {
	TopAccounts map[ID]int // how many accounts with a Top Account plan each teammate owns, those put away left out
}

// AroundOf counts what the summaries of all accounts say.
func AroundOf(summaries []Summary) Around {
	around := Around{map[ID]int{}}
	for _, s := range summaries {
		if owner, err := ParseID(s.AccountText("owner")); err == nil && !s.Archived() && s.AccountText("plan_type") == TopAccount.String() {
			around.TopAccounts[owner]++
		}
	}
	return around
}

// Findings returns whatever is doubtful, overdue or missing in a plan, by all
// rules, worst first, and of what is equally grave the people first; and how much
// else is silenced (rules 1 to 13).
func Findings(p *Plan, today Date, around Around) (list []Warning, silenced int) {
	c := newChecking(p, today)
	c.around = around
	return c.run(slices.Concat(warningRules, moneyRules, planRules), true)
}

// Silenced returns how much [Findings] leaves out because it is silenced. Where
// nothing is, no rule is asked.
func Silenced(p *Plan, today Date, around Around) int {
	if len(silencingOf(p, today)) == 0 {
		return 0
	}
	_, silenced := Findings(p, today, around)
	return silenced
}

// checking is one plan looked through by the rules.
type checking struct {
	plan   *Plan
	today  Date
	around Around
	sorted *people // see who
}

func newChecking(p *Plan, today Date) *checking { return &checking{plan: p, today: today} }

// who returns the contacts sorted out, once for all rules that need them.
func (c *checking) who() people {
	if c.sorted == nil {
		sorted := peopleOf(c.plan)
		c.sorted = &sorted
	}
	return *c.sorted
}

// run looks with each rule, and leaves out what is silenced where silences count.
func (c *checking) run(rules []rule, silences bool) (list []Warning, silenced int) {
	quiet := silencing{}
	if silences {
		quiet = silencingOf(c.plan, c.today)
	}
	for _, r := range rules {
		for _, found := range r.find(c) {
			heard, dropped := quiet.without(r.name, c.plan.Account.ID, found)
			silenced += dropped
			if w := r.warning(heard); w.Text != "" {
				list = append(list, w)
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Warning) int { return cmp.Compare(a.Severity, b.Severity) }) // High is the first level
	return list, silenced
}
