package ui_test

import (
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// example is the worked example on a screen of the usual size. Each flow test is
// something a person does: keys in, screen out.
func example(t *testing.T) *uitest.Screen {
	t.Helper()
	return uitest.Workspace(t, uitest.Example(t), 120, 40)
}

func contact(t *testing.T, path, name string) *model.Contact {
	t.Helper()
	var found *model.Contact
	for _, c := range contacts(t, path) {
		if c.Name == name {
			found = c
		}
	}
	if found == nil {
		t.Fatalf("there is no %s", name)
	}
	return found
}

func contacts(t *testing.T, path string) []*model.Contact {
	t.Helper()
	book, err := uitest.Open(t, path, "").Book()
	if err != nil {
		t.Fatal(err)
	}
	return model.All[*model.Contact](book)
}

// retitle gives a person another title in the file, as a command would.
func retitle(t *testing.T, path, name, title string) {
	t.Helper()
	before := contact(t, path, name)
	after := model.Clone(before)
	after.JobTitle = title
	uitest.Write(t, path, model.Edited("edit contact "+name, before, after))
}

// version is the file's version.
func version(t *testing.T, path string) uint64 {
	t.Helper()
	v, err := uitest.Open(t, path, "").Version()
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func remove(t *testing.T, path, name string) {
	t.Helper()
	s := uitest.Open(t, path, "somebody else")
	changes, err := s.Removal(contact(t, path, name).ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(model.Edit{Label: "remove contact " + name, Changes: changes}, uitest.Now()); err != nil {
		t.Fatal(err)
	}
}

func soleAccount(t *testing.T, path string) model.ID {
	t.Helper()
	list, err := uitest.Open(t, path, "").Accounts()
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	return list[0].ID
}
