package search

import (
	"cmp"
	"slices"

	"astute/model"
)

// candidate is a hit with what settles ties.
type candidate struct {
	Hit
	length int // of the name
	away   int // 1 where another account is open than its own, else 0
}

// compare puts the better candidate first: by score, then those of the open
// account, then people before things, then the shorter name, then the older record. No two are equal, so that the
// order does not depend on who looked where.
func (c *candidate) compare(d *candidate) int {
	return cmp.Or(
		cmp.Compare(d.Score, c.Score),
		cmp.Compare(c.away, d.away),
		cmp.Compare(tieRank(c.Kind), tieRank(d.Kind)),
		cmp.Compare(c.length, d.length),
		c.ID.Compare(d.ID),
		cmp.Compare(c.Kind, d.Kind),
	)
}

func tieRank(k model.Kind) int {
	switch k {
	case model.KindContact:
		return 0
	case model.KindAccount, model.KindTeammate:
		return 1
	}
	return 2
}

// isSentence reports whether the names of a kind are what somebody wrote of an
// occasion: they mention people and things that are records of their own, and
// hold the letters of almost anything.
func isSentence(k model.Kind) bool { return k == model.KindInteraction || k == model.KindMilestone }

const (
	// beforeSentences is what other kinds have ahead of sentences: more than any
	// words can earn.
	beforeSentences = 1 << 12
	// personBonus is for each term in the name or the title of a person, an
	// account or a teammate: more than a word in full has ahead of a title
	// ("mehta coo" is Raj Mehta, not the action to call the COO Mehta).
	personBonus = nameLead + 4
	nameLead    = 24 + 8 + inOrder // by how much a name outweighs a title at most
	// longName is the length of a name, in bytes, from which it holds the letters
	// of almost anything, where it is not somebody's.
	longName = 40
)

// base is the score with which the rows of a kind begin.
func base(k model.Kind) int {
	if isSentence(k) {
		return 0
	}
	return beforeSentences
}

// bonus is what each term in a name or title of the kind earns on top.
func bonus(k model.Kind) int {
	if tieRank(k) < 2 {
		return personBonus
	}
	return 0
}

// best keeps the best candidates of a pass: a heap with the worst of them on
// top once it is full.
type best struct {
	limit int
	list  []candidate
}

func (b *best) add(c candidate) {
	if len(b.list) < b.limit {
		b.list = append(b.list, c)
		if len(b.list) == b.limit {
			for i := len(b.list)/2 - 1; i >= 0; i-- {
				b.sink(i)
			}
		}
		return
	}
	if c.compare(&b.list[0]) < 0 {
		b.list[0] = c
		b.sink(0)
	}
}

// worst returns the last of the candidates, with a score of 0 while there is
// room for more.
func (b *best) worst() candidate {
	if len(b.list) < b.limit {
		return candidate{}
	}
	return b.list[0]
}

// sink restores the heap below place i.
func (b *best) sink(i int) {
	for {
		worst := i
		for child := 2*i + 1; child <= 2*i+2 && child < len(b.list); child++ {
			if b.list[child].compare(&b.list[worst]) > 0 {
				worst = child
			}
		}
		if worst == i {
			return
		}
		b.list[i], b.list[worst] = b.list[worst], b.list[i]
		i = worst
	}
}

// merge returns the best of several lists, in order.
func merge(limit int, lists ...[]candidate) []candidate {
	all := slices.Concat(lists...)
	slices.SortFunc(all, func(a, b candidate) int { return a.compare(&b) })
	return all[:min(limit, len(all))]
}

// better returns the best of two lists, in order, each record once.
func better(limit int, a, b []candidate) []candidate {
	all := merge(len(a)+len(b), a, b)
	seen := make(map[model.ID]bool, len(all))
	all = slices.DeleteFunc(all, func(c candidate) bool {
		twice := seen[c.ID]
		seen[c.ID] = true
		return twice
	})
	return all[:min(limit, len(all))]
}
