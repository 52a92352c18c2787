package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/store"
)

// sinceReview is the word for the review that was held last.
const sinceReview = "last-review"

// diff says what changed in an account between two days.
func (p *program) diff() *cobra.Command {
	var since, until string
	var limit int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "diff ACCOUNT [--since DATE|last-review] [--until DATE] [--limit N] [--json]",
		Short: "what changed: since the last review, or between two days",
		Long: `Who turned, what money moved, which actions were done or slipped, which warnings
came and which were settled, the weightiest first; + is good for us, - is not.

--since counts from the beginning of its day, --until to the end of its own. It
exits with 0 also where nothing changed.`,
		Example: `astute diff freshkart
astute diff freshkart --since -2w
astute diff freshkart --since 2026-01-01 --until 2026-03-31 --json`,
		Args:              takes(1, -1),
		ValidArgsFunction: p.completeNames(model.KindAccount),
		RunE: func(_ *cobra.Command, args []string) error {
			if limit < 0 {
				return fmt.Errorf("--limit cannot be %d: give how many lines of each part to show, 0 for all", limit)
			}
			d, plan, err := p.diffNamed(strings.Join(args, " "), since, until)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(p.out, diffAsJSON(plan, d))
			}
			_, err = p.out.WriteString(strings.Join(diffText(plan, d, limit, p.width()), "\n") + "\n")
			return err
		},
	}
	cmd.Flags().StringVar(&since, "since", sinceReview, "what changed from this `DATE` on, or since the "+sinceReview+": "+model.WhenHint)
	cmd.Flags().StringVar(&until, "until", "", "and up to the end of this `DATE`; now, when it is left out")
	cmd.Flags().IntVar(&limit, "limit", 25, "at most `N` lines of each part, 0 for all")
	jsonFlag(cmd, &asJSON)
	_ = cmd.RegisterFlagCompletionFunc("since", words(sinceReview, "-1w", "-1m", "yesterday"))
	return cmd
}

// diffNamed compares the account of a name on two days, and returns its plan on
// the later one.
func (p *program) diffNamed(name, since, until string) (model.Diff, *model.Plan, error) {
	none := model.Diff{}
	s, plan, err := p.planNamed(name)
	if err != nil {
		return none, nil, err
	}
	from, before, err := p.begins(s, plan, since)
	if err != nil {
		return none, nil, err
	}
	to := p.today()
	if until != "" {
		day, err := p.pastDay("--until", until)
		if err != nil {
			return none, nil, err
		}
		if day.Before(from) {
			return none, nil, fmt.Errorf("--until %s lies before --since %s: change one of them", day, from)
		}
		if day != to {
			to = day
			if plan, err = p.planOn(s, plan.Account.ID, day); err != nil {
				return none, nil, err
			}
		}
	}
	then, err := s.PlanAt(plan.Account.ID, before)
	if errors.Is(err, store.ErrNotFound) {
		then, err = nil, nil // it came into the book since
	}
	if err != nil {
		return none, nil, err
	}
	return model.DiffOf(then, from, plan, to), plan, nil
}

// begins returns the day from which changes count, and the place in the journal
// before them.
func (p *program) begins(s *store.Store, plan *model.Plan, since string) (model.Date, uint64, error) {
	if strings.EqualFold(since, sinceReview) {
		last := model.LastHeld(model.All[*model.Review](plan.Book), 0)
		if last == nil {
			return model.Date{}, 0, fmt.Errorf("no review of %s was held yet: give --since a day, like -1m, or note when one was held: astute add review type=... held=today account=%q", plan.Account.Name, plan.Account.Name)
		}
		seq, err := store.HeldAt(last, p.Now().Location()).Place(s)
		return last.Held, seq, err
	}
	day, err := p.pastDay("--since", since)
	if err != nil {
		return day, 0, err
	}
	seq, err := store.BeginOf(day, p.Now().Location()).Place(s)
	return day, seq, err
}

// pastDay reads a day that is not ahead.
func (p *program) pastDay(flag, typed string) (model.Date, error) {
	day, err := model.ParseWhen(typed, p.today())
	switch {
	case err != nil:
		return day, fmt.Errorf("%s %w", flag, err)
	case day.IsZero():
		return day, fmt.Errorf("%s needs a day: %s", flag, model.WhenHint)
	case p.today().Before(day):
		return day, fmt.Errorf("%s %s lies ahead: give a day up to today, like -1m", flag, day)
	}
	return day, nil
}

// planOn returns the plan of an account as it stood at the end of a day.
func (p *program) planOn(s *store.Store, account model.ID, day model.Date) (*model.Plan, error) {
	seq, err := store.EndOf(day, p.Now().Location()).Place(s)
	if err != nil {
		return nil, err
	}
	return s.PlanAt(account, seq)
}

// diffText says in lines what changed; width 0 breaks none of them.
func diffText(plan *model.Plan, d model.Diff, limit, width int) []string {
	lines := []string{fmt.Sprintf("%s: what changed from %s to %s", plan.Account.Name, d.From, d.To)}
	switch {
	case d.IsEmpty():
		return []string{fmt.Sprintf("%s: nothing changed from %s to %s", plan.Account.Name, d.From, d.To)}
	case d.Began:
		lines = append(lines, "It came into the book since then: all of it is new.")
	}
	if len(d.Figures) > 0 {
		lines = append(lines, "", "How it stands")
		var t table
		for _, f := range d.Figures {
			t.add(toneMark(f.Tone), f.Name, f.Is, "was "+f.Was)
		}
		lines = append(lines, strings.Split(strings.TrimRight(t.text(width), "\n"), "\n")...)
	}
	for _, part := range d.Parts {
		lines = append(lines, "", part.Area.String())
		shown := part.Lines
		if limit > 0 && len(shown) > limit {
			shown = shown[:limit]
		}
		for _, l := range shown {
			lines = append(lines, hanging(toneMark(l.Tone)+" ", oneLine(l.Text), width)...)
		}
		if more := len(part.Lines) - len(shown); more > 0 {
			lines = append(lines, fmt.Sprintf("  and %d more: --limit 0 shows all", more))
		}
	}
	return lines
}

// toneMark is a letter for good and bad, beside which stands neither.
func toneMark(tone model.Wellbeing) string {
	if tone == 0 {
		return " "
	}
	return tone.Mark()
}

// hanging writes a text behind a mark, further lines below the text.
func hanging(mark, text string, width int) []string {
	if width == 0 {
		return []string{mark + text}
	}
	lines := wrappedText(text, max(width-len(mark), 20))
	for i := range lines {
		if i == 0 {
			lines[i] = mark + lines[i]
		} else {
			lines[i] = strings.Repeat(" ", len(mark)) + strings.TrimLeft(lines[i], " ")
		}
	}
	return lines
}

// diffJSON is what changed as scripts read it. Tone is Good, Poor or empty; what
// is said of a warning names one of its records, or none.
type diffJSON struct {
	Account string           `json:"account"`
	From    string           `json:"from"`
	To      string           `json:"to"`
	Began   bool             `json:"began"`
	Figures []diffFigureJSON `json:"figures"`
	Changes []diffLineJSON   `json:"changes"`
}

type diffFigureJSON struct {
	Name string `json:"name"`
	Was  string `json:"was"`
	Is   string `json:"is"`
	Tone string `json:"tone"`
}

type diffLineJSON struct {
	Area   string      `json:"area"`
	Change string      `json:"change"`
	Kind   string      `json:"kind"`
	ID     string      `json:"id"`
	Text   string      `json:"text"`
	Tone   string      `json:"tone"`
	Fields []fieldJSON `json:"fields,omitempty"`
}

func diffAsJSON(plan *model.Plan, d model.Diff) diffJSON {
	out := diffJSON{Account: plan.Account.Name, From: d.From.String(), To: d.To.String(), Began: d.Began, Changes: []diffLineJSON{}}
	out.Figures = each(d.Figures, func(f model.DiffFigure) diffFigureJSON {
		return diffFigureJSON{f.Name, f.Was, f.Is, f.Tone.String()}
	})
	fields := map[model.ID][]fieldJSON{}
	for _, r := range d.Records {
		id := r.Record().Base().ID
		fields[id] = each(r.Fields, func(f model.FieldDiff) fieldJSON { return fieldJSON{id.String(), f.Name, f.Before, f.After} })
	}
	for _, part := range d.Parts {
		for _, l := range part.Lines {
			x := diffLineJSON{Area: part.Area.String(), Change: l.Verb.String(), ID: l.ID.String(), Text: l.Text, Tone: l.Tone.String()}
			if l.Kind != 0 {
				x.Kind = l.Kind.String()
			}
			if part.Area != model.DiffWarnings {
				x.Fields = fields[l.ID]
			}
			out.Changes = append(out.Changes, x)
		}
	}
	return out
}
