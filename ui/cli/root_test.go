package cli

import "testing"

// A command that is made alone is the one that is made among all others: it has
// the name in the table, and says the same of itself.
func TestOneCommandAloneIsTheSame(t *testing.T) {
	all := newProgram(Env{}).root("")
	for _, group := range newProgram(Env{}).commands() {
		for _, entry := range group.entries {
			p := newProgram(Env{Args: []string{entry.name, "--help"}})
			want := entry.name
			if group.id == "" {
				want = "" // it speaks of all commands
			}
			for _, before := range [][]string{nil, {"--file", "find"}, {"--file=a.db"}, {"--file", "a.db", "--file="}} {
				p.Args = append(before, entry.name, "--help")
				if got := p.only(); got != want {
					t.Errorf("for %q the commands made are %q, want %q", p.Args, got, want)
				}
			}
			p.Args = []string{entry.name, "--help"}
			one, _, err := p.root(entry.name).Find(p.Args)
			if err != nil || one.Name() != entry.name {
				t.Errorf("%q finds the command %q, %v", entry.name, one.Name(), err)
				continue
			}
			among, _, err := all.Find(p.Args)
			if err != nil || helpOf(one) != helpOf(among) || one.GroupID != among.GroupID {
				t.Errorf("%q alone says something else than among all others: %v", entry.name, err)
			}
		}
	}
	for _, args := range [][]string{nil, {"--file", "find"}, {"--file"}, {"--file=find"}, {"--file", "a.db", "--files"}, {"fnd"}, {"help", "find"}, {"__complete", "find", ""}} {
		if got := newProgram(Env{Args: args}).only(); got != "" {
			t.Errorf("for %q only %s is made", args, got)
		}
	}
}
