package cli

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"astute/model"
	"astute/model/report"
)

// audiences are for whom a plan is written; the first is meant when none is named.
var audiences = []string{"internal", "customer"}

// forCustomerRefusal says what of what is wanted cannot be put before the
// customer, with the cure; nil when all can.
func forCustomerRefusal(want wanted, f format, t report.Template) error {
	if want.audience != audiences[report.Customer] {
		return nil
	}
	switch {
	case !f.customer:
		return fmt.Errorf("--audience customer is for --format %s: %s is for ourselves", model.OrList(formatNames(forCustomer)), f.name)
	case byTemplate(f) && !t.ForCustomer():
		return fmt.Errorf("--audience customer is for --template %s: %s %w", model.OrList(customerTemplates()), t.Title, report.ErrInternal)
	case want.opportunity != "":
		return errors.New("--opportunity is for ourselves: leave it out for --audience customer")
	case want.all && f.data != nil && (want.to == "" || want.to == "-" || !isFolder(want.to)):
		return errors.New("one customer must not read of another: name a folder with -o, or an account instead of --all")
	}
	return nil
}

func forCustomer(f format) bool { return f.customer }

// customerTemplates are the words of the templates of which there is a copy for
// the customer.
func customerTemplates() []string {
	var names []string
	for _, t := range report.Templates() {
		if t.ForCustomer() {
			names = append(names, t.Name)
		}
	}
	return names
}

// explained answers --explain, of the account that is named if one is.
func (p *program) explained(want wanted, args []string) error {
	if !slices.Contains(audiences, want.audience) {
		return fmt.Errorf("--audience must be %s, not %q", model.OrList(audiences), want.audience)
	}
	if len(args) == 0 {
		return p.explain(nil)
	}
	s, err := p.reader()
	if err != nil {
		return err
	}
	account, err := p.accountNamed(s, strings.Join(args, " "), false)
	if err != nil {
		return err
	}
	plan, _, err := s.Plan(account)
	if err != nil {
		return err
	}
	return p.explain(plan)
}

// explain says, kind by kind and field by field, what a copy for the customer
// shows and what it withholds; of an account also how many of its records.
func (p *program) explain(plan *model.Plan) error {
	var b strings.Builder
	said := func(lead, text string) {
		b.WriteString(strings.Join(hanging(lead, text, explainWidth), "\n") + "\n")
	}
	var copied *model.Plan
	if plan != nil {
		copied = plan.ForCustomer(p.today())
		fmt.Fprintf(&b, "%s, as the customer sees it\n\n", plan.Account.Name)
	}
	var whole []string
	for _, kind := range model.Kinds() {
		if !kind.Shown() {
			whole = append(whole, kind.Plural())
			continue
		}
		head := model.Capital(kind.Plural())
		if when := kind.ShownWhen(); when != "" {
			head += ": " + when
		}
		if plan != nil && kind.Scope() == model.ScopeAccount {
			head += fmt.Sprintf(" (%d of %d)", len(copied.Of(kind)), len(plan.Of(kind)))
		}
		var shown, withheld []string
		for _, f := range model.New(kind, model.ID{}).Fields() {
			switch {
			case f.Hidden || f.Num < model.FirstOwn: // those of every record are said once
			case f.ForCustomer:
				shown = append(shown, f.Name)
			default:
				withheld = append(withheld, f.Name)
			}
		}
		fmt.Fprintf(&b, "%s\n", head)
		for _, part := range []struct {
			word  string
			names []string
		}{{"shown", shown}, {"withheld", withheld}} {
			said("  "+fmt.Sprintf("%-10s", part.word), strings.Join(part.names, ", "))
		}
		b.WriteByte('\n')
	}
	if plan != nil {
		if telling := plan.TellingTexts(p.today()); len(telling) > 0 {
			said("Left out because of whom they name: ", strings.Join(telling, "; ")+".")
			b.WriteByte('\n')
		}
	}
	said("Withheld of every record: ", "its tags and notes, its id in other systems, and when it was written.")
	said("Withheld too: ", "any record with the tag "+model.InternalTag+", and what hangs on it.")
	said("Withheld whole: ", strings.Join(whole, ", "))
	said("Never in it: ", "what rules make of the plan (health, warnings, the map), the journal, where a record was imported from, and whatever a newer version wrote.")
	_, err := fmt.Fprint(p.out, b.String())
	return err
}

// sayTelling says how many texts of an account the copy for the customer leaves out
// for whom they name.
func (e exporting) sayTelling(account model.ID) error {
	plan, err := e.plan(account)
	if err != nil {
		return err
	}
	if n := len(plan.TellingTexts(e.options.Today)); n > 0 {
		e.p.note("%s a competitor or somebody tagged %s: left out; --explain lists them", counted(n, "text names", "texts name"), model.InternalTag)
	}
	return nil
}

// explainWidth is how long the lines of the explanation are at most.
const explainWidth = 100
