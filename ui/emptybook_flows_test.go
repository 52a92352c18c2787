package ui_test

import (
	"fmt"
	"testing"

	"astute/model"
	"astute/ui/uitest"
)

// begins checks that every pane says how an empty book begins, and that esc leads
// from it to the first page.
func begins(s *uitest.Screen) {
	for n := 1; n <= 9; n++ {
		s.Keys(fmt.Sprint(n)).Shows("No account yet: A names", "ctrl+o imports", "A first account")
		s.Keys("esc").Shows("Which customer do you want to plan for?", "astute demo", "takes the tour").Keys("esc").Shows("A begins with the first account")
	}
}

func TestAnEmptyBookSaysInEveryPaneHowItBegins(t *testing.T) {
	for _, size := range [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}} {
		s := uitest.Workspace(t, uitest.Empty(t), size[0], size[1]).Keys("esc").Shows("A begins with the first account")
		begins(s)
		s.Keys("esc").Type("Acme Oil").Keys("enter", "y").Shows("Acme Oil").Hides("No account yet", "A first account")
		s.Keys("esc").Hides("Which customer")
	}
}

func TestABookWithoutItsLastAccountSaysHowItBegins(t *testing.T) {
	path := uitest.Empty(t)
	a := &model.Account{Name: "Acme Oil"}
	a.ID = model.ID{15: 1}
	uitest.Write(t, path, model.Created("add account Acme Oil", a))
	for _, size := range [][2]int{{60, 20}, {120, 40}} {
		s := uitest.Workspace(t, path, size[0], size[1]).Keys("1", "D", "y").Shows("No account yet: A names")
		begins(s)
		s.Keys("u").Shows("Acme Oil").Hides("No account yet")
	}
	uitest.Write(t, path, model.Edit{Label: "remove", Changes: []model.Change{{Before: a}}})
	begins(uitest.Workspace(t, path, 80, 24))
	// People who belong to no account are something to see.
	lonely := &model.Contact{Name: "Zora Quill"}
	lonely.ID = model.ID{15: 2}
	uitest.Write(t, path, model.Created("add contact Zora Quill", lonely))
	uitest.Workspace(t, path, 80, 24).Keys("3").Shows("Zora Quill", "A first account").Hides("No account yet: A names")
}
