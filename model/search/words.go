package search

import (
	"slices"
	"strconv"

	"astute/model"
)

// FilterWord is a word that has a meaning of its own in a filter. For a record
// of a kind to which it says nothing it is a plain word.
type FilterWord struct {
	Word  string
	About string
	tests []filterTest
}

// filterTest is what a word means for one kind, or for all (kind 0).
type filterTest struct {
	kind  model.Kind
	holds func(r model.Record, env FilterEnv) bool
}

// FilterWords lists the words, for help and completion.
func FilterWords() []FilterWord { return filterWords }

// Kinds returns the kinds to which the word says something; none means all.
func (w FilterWord) Kinds() []model.Kind {
	var kinds []model.Kind
	for _, t := range w.tests {
		if t.kind != 0 {
			kinds = append(kinds, t.kind)
		}
	}
	return kinds
}

func (w *FilterWord) test(k model.Kind) (func(model.Record, FilterEnv) bool, bool) {
	for _, t := range w.tests {
		if t.kind == k || t.kind == 0 {
			return t.holds, true
		}
	}
	return nil, false
}

func filterWord(text string) *FilterWord {
	for i := range filterWords {
		if filterWords[i].Word == text {
			return &filterWords[i]
		}
	}
	return nil
}

// of makes a test of one type of record.
func of[R model.Record](holds func(r R, env FilterEnv) bool) filterTest {
	var zero R
	return filterTest{zero.Kind(), func(r model.Record, env FilterEnv) bool { return holds(r.(R), env) }}
}

var filterWords = []FilterWord{
	{"late", "its day has passed and it is not done", []filterTest{
		of(func(a *model.Action, env FilterEnv) bool { return a.Late(env.Today) }),
		of(func(o *model.Objective, env FilterEnv) bool { return o.Late(env.Today) }),
		of(func(r *model.Review, env FilterEnv) bool { return r.DueOn().Before(env.Today) }),
	}},
	{"open", "still to be done", []filterTest{
		of(func(a *model.Action, _ FilterEnv) bool { return a.Open() }),
		of(func(o *model.Objective, _ FilterEnv) bool { return o.Open() }),
		of(func(i *model.Initiative, _ FilterEnv) bool { return i.Open() }),
		of(func(r *model.Review, _ FilterEnv) bool { return r.Held.IsZero() }),
	}},
	{"done", "complete", []filterTest{
		of(func(a *model.Action, _ FilterEnv) bool { return a.Status == model.Complete }),
		of(func(o *model.Objective, _ FilterEnv) bool { return o.Status == model.Complete }),
		of(func(i *model.Initiative, _ FilterEnv) bool { return i.Status == model.Complete }),
		of(func(r *model.Review, _ FilterEnv) bool { return !r.Held.IsZero() }),
	}},
	{"stale", "classification confirmed more than " + strconv.Itoa(model.ConfirmWithin) + " days ago (rule 4); never: confirmed:", []filterTest{
		of(func(c *model.Contact, env FilterEnv) bool { return c.Stale(env.Today) }),
	}},
	{"key", "a key player (rule 1)", []filterTest{
		of(func(c *model.Contact, _ FilterEnv) bool { return model.KeyPlayer(c).Answer == model.Yes }),
	}},
	{"gap", "a key player who does not support us and whom nobody has met (rule 2)", []filterTest{
		of(func(c *model.Contact, _ FilterEnv) bool { return model.CoverageGap(c).Answer == model.Yes }),
	}},
	{"left", "gone, kept for history", []filterTest{
		of(func(c *model.Contact, _ FilterEnv) bool { return c.Left }),
	}},
	{"mine", "yours: you own it, are on it or were there", []filterTest{{0, isMine}}},
}

// mineBy are the fields by which a record is somebody's; being a manager or a
// sponsor does not make it one's own.
var mineBy = []string{"owner", "teammate", "team", "asked_of", "attendees"}

func isMine(r model.Record, env FilterEnv) bool {
	me := Fold(env.Me)
	if me == "" {
		return false
	}
	for _, f := range r.Fields() {
		if !slices.Contains(mineBy, f.Name) {
			continue
		}
		for _, id := range f.Links() {
			if Fold(env.Names(id)) == me {
				return true
			}
		}
	}
	return false
}
