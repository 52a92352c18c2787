package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"astute/store"
)

// find looks people and everything else up.
func (p *program) find() *cobra.Command {
	var n narrow
	var limit int
	var asJSON, archived bool
	cmd := &cobra.Command{
		Use:   "find WORDS... [--kind KIND] [--account NAME] [--limit N] [--archived] [--json]",
		Short: "look up people and everything else, best first",
		Long: `Words may come in any order, shortened, without accents and with a typo; a job
title, an account or an e-mail address are words too. What belongs to an archived
account is found with --archived, or with --account and its name.`,
		Example: "astute find smith jane\nastute find cto freshkart\nastute find pilot --kind action",
		Args:    takes(1, -1),
		RunE: func(_ *cobra.Command, args []string) error {
			if limit < 1 {
				return fmt.Errorf("--limit cannot be %d: give how many to show, from 1", limit)
			}
			s, err := p.reader()
			if err != nil {
				return err
			}
			in, err := p.scopeOf(s, n)
			if err != nil {
				return err
			}
			text := strings.Join(args, " ")
			found, err := s.Find(store.FindQuery{Text: text, Kinds: in.kinds, Account: in.account, ByAccount: in.byAccount, Limit: limit, Archived: archived})
			if err != nil {
				return err
			}
			if len(found) == 0 {
				return nothing("nothing fits %q: try fewer or shorter words", short(text))
			}
			if asJSON {
				return writeFound(p.out, found)
			}
			_, err = p.out.WriteString(foundTable(found, p.nameWidth()).text(p.width()))
			return err
		},
	}
	n.flags(p, cmd)
	cmd.Flags().IntVar(&limit, "limit", 20, "at most `N` results")
	cmd.Flags().BoolVar(&archived, "archived", false, "archived accounts too")
	jsonFlag(cmd, &asJSON)
	return cmd
}

// jsonFlag gives a command --json.
func jsonFlag(cmd *cobra.Command, to *bool) {
	cmd.Flags().BoolVar(to, "json", false, "write JSON for scripts")
}

// How much of a name a look-up shows: on a terminal so much that the rest of the
// line stays in sight, elsewhere more. --json has all of it.
const (
	longestName     = 44
	longestPipeName = 60
)

func (p *program) nameWidth() int {
	if p.width() > 0 {
		return longestName
	}
	return longestPipeName
}

// foundTable shows what a look-up found.
func foundTable(found []store.Found, longest int) *table {
	t := &table{head: []string{"NAME", "TITLE", "ACCOUNT", "KIND", "ID"}, most: []int{longest, longest, longest}}
	ids := make([]string, len(found))
	for i, f := range found {
		ids[i] = f.ID.String()
	}
	ids = suffixes(ids)
	for i, f := range found {
		t.add(f.Name, f.Title, f.AccountName, f.Kind.String(), ids[i])
	}
	return t
}

// suffixes shortens ids to ends that tell them apart, six letters at least:
// what commands take in place of a whole one.
func suffixes(ids []string) []string {
	length := 6
	for ; length < 26; length++ {
		seen := map[string]bool{}
		for _, id := range ids {
			if len(id) >= length {
				seen[id[len(id)-length:]] = true
			}
		}
		if len(seen) == len(ids) {
			break
		}
	}
	short := make([]string, len(ids))
	for i, id := range ids {
		short[i] = id[max(0, len(id)-length):]
	}
	return short
}

// foundJSON is one result of a look-up as scripts read it.
type foundJSON struct {
	Kind    string  `json:"kind"`
	ID      string  `json:"id"`
	Name    string  `json:"name"`
	Account *string `json:"account"` // null for what belongs to none
	Title   string  `json:"title"`
	Score   int     `json:"score"`
}

func writeFound(w io.Writer, found []store.Found) error {
	list := make([]foundJSON, len(found))
	for i, f := range found {
		list[i] = foundJSON{f.Kind.String(), f.ID.String(), f.Name, nil, f.Title, f.Score}
		if f.AccountName != "" {
			list[i].Account = &f.AccountName
		}
	}
	return writeJSON(w, list)
}

// writeJSON writes a value as people can read it, too.
func writeJSON(w io.Writer, value any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(value)
}
