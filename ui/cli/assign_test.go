package cli

import (
	"slices"
	"strings"
	"testing"

	"astute/model"
)

func TestArgumentsArePartedIntoNameAndFields(t *testing.T) {
	for _, c := range []struct {
		args string
		name []string
		want []assignment
	}{
		{"jane smith support=champion", []string{"jane", "smith"}, []assignment{{"support", '=', "champion"}}},
		{"a=b name=x", []string{"a=b"}, []assignment{{"name", '=', "x"}}},
		{"jane decision_role+=Decider decision-role-=User notes=", []string{"jane"}, []assignment{{"decision_role", '+', "Decider"}, {"decision-role", '-', "User"}, {"notes", '=', ""}}},
		{"jane notes=a=b", []string{"jane"}, []assignment{{"notes", '=', "a=b"}}},
	} {
		name, list, err := splitAssignments(strings.Fields(c.args))
		if err != nil || !slices.Equal(name, c.name) || !slices.Equal(list, c.want) {
			t.Errorf("%s: got %q, %v, %v", c.args, name, list, err)
		}
	}
	if _, _, err := splitAssignments([]string{"jane", "title=Chief", "Officer"}); err == nil || !strings.Contains(err.Error(), `title="Chief Officer"`) {
		t.Errorf("a value without its quotes: got %v", err)
	}
}

func TestAssignmentsChangeARecord(t *testing.T) {
	c := &model.Contact{Name: "Jane", Support: model.Neutral, Phones: []string{"1"}, DecisionRole: model.DecisionRoles(0).With(model.UserBuyer)}
	err := assign(c, model.Input{}, []assignment{
		{"Support", '=', "mentor"}, {"phones", '=', "2"}, {"phones", '=', "3"}, {"decision-role", '+', "econ"}, {"decision_role", '-', "user"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if c.Support != model.Champion || !slices.Equal(c.Phones, []string{"2", "3"}) || c.DecisionRole.String() != "Economic Buyer" {
		t.Errorf("got %+v", c)
	}
	for _, bad := range []struct {
		list []assignment
		want string
	}{
		{[]assignment{{"suport", '=', "x"}}, `contact has no field "suport": did you mean support? ` + "`astute help contact` lists its fields"},
		{[]assignment{{"title", '=', "x"}, {"title", '=', "y"}}, "title holds one value and was given twice"},
		{[]assignment{{"title", '+', "x"}}, "title holds one value: use title="},
		{[]assignment{{"name", '=', ""}}, "name is needed"},
		{[]assignment{{"created", '=', "today"}}, "created is kept by the program"},
		{[]assignment{{"origin", '=', "x"}}, `contact has no field "origin"`},
		{[]assignment{{"phones", '-', "9"}}, `phones does not hold "9"`},
	} {
		if err := assign(model.Clone(c), model.Input{}, bad.list); err == nil || !strings.HasPrefix(err.Error(), bad.want) {
			t.Errorf("%v: got %v, want %s", bad.list, err, bad.want)
		}
	}
	if err := assign(&model.Teammate{}, model.Input{}, []assignment{{"account", '=', "x"}}); err == nil || !strings.Contains(err.Error(), "teammates are shared by all accounts") {
		t.Errorf("got %v", err)
	}
}
