package form_test

import (
	"strings"
	"testing"

	"astute/model"
	"astute/ui/form"
	"astute/ui/picker"
)

// peopled is a context with two records of every kind, called "<kind> One" and
// "<kind> Two".
func peopled() (*form.Context, map[model.Kind][]model.ID) {
	ids := map[model.Kind][]model.ID{}
	for i, k := range model.Kinds() {
		ids[k] = []model.ID{{14: byte(i + 1), 15: 1}, {14: byte(i + 1), 15: 2}}
	}
	ctx := context()
	ctx.Links = func(kinds []model.Kind) []picker.Item {
		if kinds == nil {
			kinds = model.Kinds()
		}
		var items []picker.Item
		for _, k := range kinds {
			for i, name := range []string{"One", "Two"} {
				items = append(items, picker.Item{Value: ids[k][i].String(), Text: k.String() + " " + name, Note: k.String()})
			}
		}
		return items
	}
	next := byte(0)
	ctx.NewID = func() model.ID { next++; return model.ID{0: 9, 15: next} }
	return ctx, ids
}

func linkFields() (list []model.Field) {
	for _, k := range model.Kinds() {
		for _, f := range k.Spec().New().Fields() {
			if t := f.Type(); (t == model.TypeLink || t == model.TypeLinks) && !f.Fixed && !f.Hidden && f.Num != model.NumAccount {
				list = append(list, f)
			}
		}
	}
	return list
}

func TestEveryLinkIsPickedByPartOfANameAndTakenOut(t *testing.T) {
	for _, f := range linkFields() {
		ctx, ids := peopled()
		kinds := f.Kinds
		if kinds == nil {
			kinds = model.Kinds()
		}
		for _, k := range kinds {
			e := form.NewEditor(f, ctx)
			press(e, "text:"+k.String()+" two", "enter")
			if err := e.Commit(); err != nil || !strings.Contains(f.Text(), ids[k][1].String()) {
				t.Errorf("%s to %s: %q, %v", f.Name, k, f.Text(), err)
			}
			if f.Type() == model.TypeLinks {
				press(e, "text:"+k.String()+" one", "enter")
				if err := e.Commit(); err != nil || len(f.Items()) != 2 {
					t.Errorf("%s to two %s: %q, %v", f.Name, k.Plural(), f.Text(), err)
				}
				press(e, "backspace", "backspace")
			} else if !f.Needed {
				press(e, "backspace")
			} else {
				continue
			}
			if err := e.Commit(); err != nil || f.Text() != "" {
				t.Errorf("%s holds %q after taking all out, %v", f.Name, f.Text(), err)
			}
		}
	}
}

func TestANameThatFitsNobodyIsOfferedAsNewWhereOneCanBeMadeOfAName(t *testing.T) {
	made := 0
	for _, f := range linkFields() {
		ctx, _ := peopled()
		e := form.NewEditor(f, ctx)
		press(e, "text:Zzyzx Quill")
		e.TakeTyped()
		err := e.Commit()
		if err == nil || e.Shown() == "" && f.Text() != "" {
			t.Errorf("%s took a name that nobody has", f.Name)
			continue
		}
		if !strings.Contains(err.Error(), "enter makes a new") {
			if !strings.Contains(err.Error(), "ctrl+u takes the name away") {
				t.Errorf("%s says %q, which names no cure", f.Name, err)
			}
			continue
		}
		press(e, "enter")
		if err := e.Commit(); err != nil || len(f.Items()) != 1 {
			t.Errorf("%s: %q, %v", f.Name, f.Text(), err)
		}
		made++
	}
	if made == 0 {
		t.Error("nothing can be made of a name")
	}
}

func TestANameThatSeveralHaveIsNotGuessed(t *testing.T) {
	a := &model.Action{Name: "Call"}
	ctx, ids := peopled()
	e := form.NewEditor(field(a, "owner"), ctx)
	press(e, "text:teammate")
	e.TakeTyped()
	err := e.Commit()
	if err == nil || !strings.Contains(err.Error(), "teammate One, teammate Two") || !strings.Contains(err.Error(), "type more of the name") {
		t.Fatalf("%v", err)
	}
	press(e, "down")
	e.TakeTyped()
	if err := e.Commit(); err != nil || a.Owner != ids[model.KindTeammate][1] {
		t.Fatalf("%v, %v", a.Owner, err)
	}
}
