package cli

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/store"
	"astute/ui/state"
)

// forget erases a person for good.
func (p *program) forget() *cobra.Command {
	var n narrow
	var yes bool
	cmd := &cobra.Command{
		Use:   "forget NAME [--yes] [--account NAME]",
		Short: "erase a person for good, with their past and in the backups",
		Long: `For people who ask to be erased. The contact goes, and what cannot be without
it; so does every text that names them in full, by e-mail, phone or profile, in
whatever record; what the journal tells of them, what was typed and not saved,
and the same in the backups that astute made. The files are written anew, so
that nothing stays in their free pages. It cannot be taken back, and undo ends
there. One who was removed before can be forgotten by the same name.

Copies made by hand are not reached: exports, backup FILE, the CRM. Importing the
person again brings them back.`,
		Example:           "astute about jane smith        all that is held\nastute forget jane smith --account freshkart",
		Args:              takes(1, -1),
		ValidArgsFunction: p.completeNames(model.KindContact),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := p.changer()
			if err != nil {
				return err
			}
			who, err := p.person(s, args, n, true)
			if err != nil {
				return err
			}
			would, err := s.ToForget(who.ID)
			if err != nil {
				return err
			}
			if !yes {
				sure, err := p.confirm(forgetText(who, would) + " This cannot be taken back. Forget for good?")
				if err != nil {
					return err
				}
				if !sure {
					p.note("nobody was forgotten")
					return nil
				}
			}
			return p.forgetNow(s, who, would)
		},
	}
	n.accountFlag(p, cmd)
	cmd.Flags().BoolVar(&yes, "yes", false, "do not ask")
	return cmd
}

// forgetNow forgets, and says what it could not reach.
func (p *program) forgetNow(s *store.Store, who *model.Contact, would store.Forgot) error {
	texts := model.RedactionOf(append(would.Texts, who.Name, who.ID.String()))
	drafts, draftErr := state.Home(p.Getenv).Erase(s.Path(), texts.Speaks)
	done, err := s.Forget(who.ID, p.now())
	if err != nil {
		return err
	}
	p.note("%s", strings.TrimSuffix(forgetText(who, done), ".")+": done")
	if drafts > 0 {
		p.note("%s that spoke of them went as well", counted(drafts, "unsaved draft", "unsaved drafts"))
	}
	for _, u := range done.Unreached {
		p.note("not reached: %s: %s", u.Path, u.Why)
	}
	if draftErr != nil {
		p.note("not reached: what was typed and not saved: %v", draftErr)
	}
	if still, err := p.stillSpeaking(s, who); err != nil {
		return err
	} else if len(still) > 0 {
		p.note("these may still speak of them by a part of the name: %s", strings.Join(still, "; "))
	}
	p.note("copies made by hand are not reached: exports, files of astute backup, the CRM")
	return nil
}

// forgetText says what forgetting takes.
func forgetText(who *model.Contact, f store.Forgot) string {
	text := "forget " + who.Name
	if others := f.Removed - 1; others > 0 {
		text += " with " + counted(others, "record", "records") + " that cannot be without them"
	}
	if f.Edited > 0 {
		text += ", the link or the name in " + counted(f.Edited, "other record", "other records")
	}
	if f.Entries > 0 {
		text += ", what " + counted(f.Entries, "edit", "edits") + " of the journal told of them"
	}
	if f.Backups > 0 {
		text += ", and the same in " + counted(f.Backups, "backup", "backups")
	}
	return text + "."
}

// person returns the contact of that name, of the book or, when it is no longer
// there, of the journal.
func (p *program) person(s *store.Store, args []string, n narrow, writing bool) (*model.Contact, error) {
	in, err := p.scopeOf(s, n, model.KindContact)
	if err != nil {
		return nil, err
	}
	r, err := p.named(s, args, in, writing)
	if _, none := errors.AsType[*store.NotFoundError](err); none {
		if gone, goneErr := removedContact(s, strings.Join(args, " ")); gone != nil || goneErr != nil {
			return gone, goneErr
		}
	}
	if err != nil {
		return nil, err
	}
	return r.(*model.Contact), nil
}

// removedContact returns the contact of that name, or ID, whom the journal saw
// last under it; nil for none. Several of one name are told apart by their ID.
func removedContact(s *store.Store, name string) (*model.Contact, error) {
	entries, err := s.Log(store.LogQuery{Fields: true})
	if err != nil {
		return nil, err
	}
	found := map[model.ID]*model.Contact{}
	for _, e := range entries {
		for _, d := range e.Deltas {
			if d.Kind == model.KindContact && (strings.EqualFold(d.Name, name) || strings.EqualFold(d.ID.String(), name)) {
				c := &model.Contact{Name: d.Name}
				c.ID = d.ID
				if found[d.ID] == nil {
					found[d.ID] = c
				}
			}
		}
	}
	var ids []string
	var one *model.Contact
	for id, c := range found {
		one = c
		ids = append(ids, id.String())
	}
	if len(found) > 1 {
		return nil, fmt.Errorf("%s who were called %s are in the journal: name one by its id, %s", counted(len(found), "person", "people"), name, model.OrList(ids))
	}
	return one, nil
}

// stillSpeaking lists records of which a text holds a part of the name as a word
// of its own: whether that is the person only a reader knows.
func (p *program) stillSpeaking(s *store.Store, who *model.Contact) ([]string, error) {
	var parts []string
	for _, part := range strings.Fields(who.Name) {
		if len([]rune(part)) > 2 {
			parts = append(parts, part)
		}
	}
	speaks := model.RedactionOf(parts)
	var list []string
	more := 0
	scan := store.Scan{Account: who.Account, ByAccount: !who.Account.IsZero()}
	err := s.Each(scan, func(r model.Record) error {
		if _, person := r.(*model.Contact); person && len(speaks.SpeaksOf(r)) == 1 && speaks.Speaks(model.Title(r, nil)) {
			return nil // somebody else's own name
		}
		if labels := speaks.SpeaksOf(r); len(labels) == 0 {
			return nil
		} else if len(list) < mostReferrers {
			list = append(list, fmt.Sprintf("%s %s (%s)", r.Kind(), short(model.Title(r, s.Name)), strings.ToLower(strings.Join(labels, ", "))))
		} else {
			more++
		}
		return nil
	})
	if more > 0 {
		list = append(list, fmt.Sprintf("and %d more", more))
	}
	return list, err
}
