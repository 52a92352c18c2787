package exchange

import (
	"fmt"
	"slices"

	"astute/model"
)

// tellFolded warns of a list that was taken for accounts and is hardly one: its
// first column is nothing that accounts have, and several of its rows are about one
// account. What they list would be lines in its notes, so the cure is named.
func (im *importer) tellFolded(s *sheet) {
	if s.kind != model.KindAccount || s.own() || im.said(s).Kind != "" || len(s.columns) == 0 || !slices.Contains(s.notes, s.columns[0]) {
		return
	}
	rows, first, onto := 0, 0, map[*draft]bool{}
	seen := map[*draft]int{}
	for i, d := range s.accounts {
		if d == nil {
			continue
		}
		if before, again := seen[d]; again {
			if !onto[d] {
				onto[d] = true
				rows++
				if first == 0 || before < first {
					first = before
				}
			}
			rows++
			continue
		}
		seen[d] = s.Rows[i].Line
	}
	if rows == 0 {
		return
	}
	im.fail(s, first, s.columns[0].heading, "", fmt.Sprintf("%d rows were taken for %s and are only lines in the notes of that: if each is a task, a deal, a call or a product sold, say so with --as action, opportunity, interaction or revenue",
		rows, model.Count(len(onto), "account", "accounts")))
}
