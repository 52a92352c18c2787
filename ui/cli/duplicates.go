package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/model/exchange"
)

// duplicates lists the pairs that may be one.
func (p *program) duplicates() *cobra.Command {
	var n narrow
	var limit int
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "duplicates [--kind contact|account] [--account NAME] [--limit N] [--json]",
		Short: "contacts and accounts that may be there twice, likeliest first",
		Long: `Pairs called the same or nearly so in one account, with one e-mail address that
few share, or with one profile, each with what speaks for it. Nothing is merged
unasked: astute merge A B shows both side by side. What astute merge A B --apart
says are two is suggested no more.`,
		Example: "astute duplicates --account freshkart",
		Args:    takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			s, err := p.reader()
			if err != nil {
				return err
			}
			in, err := p.scopeOf(s, n, model.KindContact, model.KindAccount)
			if err != nil {
				return err
			}
			for _, kind := range in.kinds {
				if kind != model.KindContact && kind != model.KindAccount {
					return fmt.Errorf("--kind %s: pairs are suggested of contacts and of accounts", kind)
				}
			}
			book, err := s.Book()
			if err != nil {
				return err
			}
			list := exchange.Duplicates(book, in.kinds...)
			if in.byAccount {
				list = slices.DeleteFunc(list, func(d exchange.Duplicate) bool { return !concerns(d, in.account) })
			}
			if len(list) == 0 {
				return nothing("no two look like one")
			}
			more := 0
			if limit > 0 && len(list) > limit {
				more = len(list) - limit
				list = list[:limit]
			}
			if asJSON {
				return writeJSON(p.out, duplicatesAsJSON(book, list))
			}
			if _, err := p.out.WriteString(duplicatesAsText(book, list, p.width())); err != nil {
				return err
			}
			if more > 0 {
				p.note("%s more: --limit 0 lists all", counted(more, "pair", "pairs"))
			}
			return nil
		},
	}
	n.flags(p, cmd)
	cmd.Flags().IntVar(&limit, "limit", 50, "list `N` pairs at most, 0 for all")
	jsonFlag(cmd, &asJSON)
	return cmd
}

// concerns reports whether one of a pair is the account, or belongs to it.
func concerns(d exchange.Duplicate, account model.ID) bool {
	of := func(r model.Record) bool {
		if r.Kind() == model.KindAccount {
			return r.Base().ID == account
		}
		return r.Base().Account == account
	}
	return of(d.A) || of(d.B)
}

// duplicateJSON is a pair as scripts read it.
type duplicateJSON struct {
	Score   int       `json:"score"` // percent
	Kind    string    `json:"kind"`
	A       oneOfJSON `json:"a"`
	B       oneOfJSON `json:"b"`
	Reasons []string  `json:"reasons"`
}

type oneOfJSON struct {
	ID        string `json:"id"`
	Name      string `json:"name"`
	Account   string `json:"account"`
	AccountID string `json:"account_id"`
}

func duplicatesAsJSON(book *model.Book, list []exchange.Duplicate) []duplicateJSON {
	one := func(r model.Record) oneOfJSON {
		j := oneOfJSON{ID: r.Base().ID.String(), Name: model.Title(r, book.Name)}
		if id := r.Base().Account; !id.IsZero() {
			j.Account, j.AccountID = book.Name(id), id.String()
		}
		return j
	}
	out := make([]duplicateJSON, len(list))
	for i, d := range list {
		out[i] = duplicateJSON{d.Score, d.A.Kind().String(), one(d.A), one(d.B), d.Reasons}
	}
	return out
}

// duplicatesAsText lists pairs with the ends of their ids, by which merge takes
// those that are called the same.
func duplicatesAsText(book *model.Book, list []exchange.Duplicate, width int) string {
	t := &table{head: []string{"LIKELY", "A", "B", "ACCOUNT", "IDS", "WHY"}, right: []bool{true}}
	for _, d := range list {
		var accounts []string
		for _, r := range []model.Record{d.A, d.B} {
			if name := book.Name(r.Base().Account); name != "" && !slices.Contains(accounts, name) {
				accounts = append(accounts, name)
			}
		}
		t.add(fmt.Sprintf("%d %%", d.Score), model.Title(d.A, book.Name), model.Title(d.B, book.Name), strings.Join(accounts, ", "),
			idEnd(d.A)+" "+idEnd(d.B), strings.Join(d.Reasons, "; "))
	}
	return t.text(width)
}

// idEnd is the end of a record's id, enough to name it by.
func idEnd(r model.Record) string {
	const enough = 8
	id := r.Base().ID.String()
	return id[len(id)-enough:]
}
