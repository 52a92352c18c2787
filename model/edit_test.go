package model_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"astute/model"

	"pgregory.net/rapid"
)

// drawChange returns a copy of a record with some fields drawn anew.
func drawChange(t *rapid.T, r model.Record, links pool, label string) model.Record {
	changed := model.Clone(r)
	for _, f := range changed.Fields() {
		if rapid.IntRange(0, 3).Draw(t, label+" touches "+f.Name) == 0 {
			drawField(t, f, links)
		}
	}
	return changed
}

// The rule of merging, field by field, written a second time: mine wins where
// only I changed it, theirs where only they did; both to the same is no
// conflict, both to different values is.
func TestMergeIsPerField(t *testing.T) {
	links := somewhere()
	rapid.Check(t, func(t *rapid.T) {
		base := drawRecord(t, anyKind(t), newIDs()(), links)
		mine, theirs := drawChange(t, base, links, "mine"), drawChange(t, base, links, "theirs")
		theirs.Base().Unknown = []model.UnknownField{{Num: 200, Text: "newer"}}
		inputs := texts(base) + texts(mine) + texts(theirs)

		merged, conflicts := model.Merge(theirs, model.Change{Before: base, After: mine})

		var clash []string
		want := map[string]string{}
		m, th := mine.Fields(), theirs.Fields()
		for i, f := range base.Fields() {
			b, mineText, theirText := f.Text(), m[i].Text(), th[i].Text()
			switch {
			case f.Num == model.NumCreated || f.Num == model.NumChanged || mineText == b || mineText == theirText:
				want[f.Name] = theirText
			case theirText == b:
				want[f.Name] = mineText
			default:
				clash = append(clash, fmt.Sprintf("%s: %s -> mine %s, theirs %s", f.Name, b, mineText, theirText))
			}
		}
		var got []string
		for _, c := range conflicts {
			got = append(got, fmt.Sprintf("%s: %s -> mine %s, theirs %s", c.Field, c.Base, c.Mine, c.Theirs))
		}
		if !slices.Equal(got, clash) || (merged == nil) != (len(clash) > 0) {
			t.Fatalf("conflicts %q, want %q", got, clash)
		}
		if inputs != texts(base)+texts(mine)+texts(theirs) {
			t.Fatal("merging changed what it was given")
		}
		if merged == nil {
			return
		}
		for _, f := range merged.Fields() {
			if f.Text() != want[f.Name] {
				t.Fatalf("%s became %q, want %q", f.Name, f.Text(), want[f.Name])
			}
		}
		if u := merged.Base().Unknown; len(u) != 1 || u[0].Text != "newer" {
			t.Fatalf("fields of a newer version were lost: %v", u)
		}
	})
}

func TestDisjointEditsBothWinInEitherOrder(t *testing.T) {
	links := somewhere()
	rapid.Check(t, func(t *rapid.T) {
		base := drawRecord(t, anyKind(t), newIDs()(), links)
		one, two := model.Clone(base), model.Clone(base)
		a, b := one.Fields(), two.Fields()
		for i := range a {
			if i%2 == 0 {
				drawField(t, a[i], links)
			} else {
				drawField(t, b[i], links)
			}
		}
		first, c1 := model.Merge(one, model.Change{Before: base, After: two})
		second, c2 := model.Merge(two, model.Change{Before: base, After: one})
		if len(c1)+len(c2) > 0 {
			t.Fatalf("disjoint edits are in conflict: %v %v", c1, c2)
		}
		if !model.Equal(first, second) {
			t.Fatalf("%s\nand the other way round\n%s", texts(first), texts(second))
		}
	})
}

func TestApplyAndReverseIsNothing(t *testing.T) {
	links := somewhere()
	rapid.Check(t, func(t *rapid.T) {
		before := drawRecord(t, anyKind(t), newIDs()(), links)
		after := drawChange(t, before, links, "edit")
		for _, c := range []model.Change{{Before: before, After: after}, {After: after}, {Before: before}} {
			stored := c.Before
			merged, conflicts := model.Merge(stored, c)
			if len(conflicts) > 0 {
				t.Fatalf("an edit of what stands there is a conflict: %v", conflicts)
			}
			if c.After == nil && merged != nil || c.After != nil && !model.Equal(merged, c.After) {
				t.Fatalf("applied: %v", merged)
			}
			back, conflicts := model.Merge(merged, model.Change{Before: c.After, After: c.Before})
			if len(conflicts) > 0 || (back == nil) != (stored == nil) || back != nil && !model.Equal(back, stored) {
				t.Fatalf("applied and reversed: %v, %v", back, conflicts)
			}
		}
	})
}

func TestMergeWithWhatIsGoneOrThereAlready(t *testing.T) {
	id := newIDs()()
	head := model.Head{ID: id}
	was, now := &model.Unit{Head: head, Name: "IT"}, &model.Unit{Head: head, Name: "IT & Security"}
	for name, c := range map[string]struct {
		stored    model.Record
		change    model.Change
		want      model.Record
		conflicts string
	}{
		"make":                         {nil, model.Change{After: now}, now, ""},
		"make what is there":           {was, model.Change{After: now}, nil, ":"},
		"edit what is gone":            {nil, model.Change{Before: was, After: now}, nil, ":"},
		"remove":                       {was, model.Change{Before: was}, nil, ""},
		"remove what is gone":          {nil, model.Change{Before: was}, nil, ""},
		"remove what has changed":      {now, model.Change{Before: was}, nil, "name:IT & Security"},
		"edit to what it is already":   {now, model.Change{Before: was, After: now}, now, ""},
		"edit that changes nothing":    {now, model.Change{Before: was, After: was}, now, ""},
		"edit what is as it was begun": {was, model.Change{Before: was, After: now}, now, ""},
	} {
		merged, conflicts := model.Merge(c.stored, c.change)
		var got []string
		for _, x := range conflicts {
			got = append(got, x.Field+":"+x.Theirs)
		}
		if strings.Join(got, " ") != c.conflicts {
			t.Errorf("%s: conflicts %q, want %q", name, got, c.conflicts)
		}
		if (merged == nil) != (c.want == nil) || merged != nil && !model.Equal(merged, c.want) {
			t.Errorf("%s: %v, want %v", name, merged, c.want)
		}
		if merged != nil && (merged == c.stored || merged == c.change.After) {
			t.Errorf("%s: the result is one of the arguments", name)
		}
	}
}

func TestConflictError(t *testing.T) {
	jane := &model.Contact{Name: "Jane Smith"}
	var list []model.Conflict
	for _, field := range []string{"support", "", "influence", "rank", "title"} {
		list = append(list, model.Conflict{Record: jane, Field: field})
	}
	err := error(&model.ConflictError{Conflicts: list})
	if !errors.Is(err, model.ErrConflict) {
		t.Error("it is no ErrConflict")
	}
	want := `contact "Jane Smith" support, contact "Jane Smith", contact "Jane Smith" influence, and 2 more changed by somebody else meanwhile: look at it again and repeat the change`
	if err.Error() != want {
		t.Errorf("%q, want %q", err, want)
	}
	if got := (&model.ConflictError{Conflicts: list[:1]}).Error(); strings.Contains(got, "more") {
		t.Error(got)
	}
}

func TestIsEmpty(t *testing.T) {
	a, b := &model.Unit{Name: "IT"}, &model.Unit{Name: "Stores"}
	for name, c := range map[string]struct {
		edit model.Edit
		want bool
	}{
		"nothing":          {model.Edit{Label: "x"}, true},
		"the same":         {model.Edited("x", a, model.Clone(a)), true},
		"another name":     {model.Edited("x", a, b), false},
		"a new record":     {model.Created("x", a), false},
		"a record removed": {model.Edit{Changes: []model.Change{{Before: a}}}, false},
	} {
		if c.edit.IsEmpty() != c.want {
			t.Errorf("%s: %t", name, !c.want)
		}
	}
	if e := model.Created("make", a, b); e.Label != "make" || len(e.Changes) != 2 || e.Changes[1].Record() != model.Record(b) || e.Changes[1].Before != nil {
		t.Errorf("Created: %+v", e)
	}
	if c := (model.Change{Before: a}); c.Record() != model.Record(a) {
		t.Error("the record of a removal is not what was removed")
	}
}
