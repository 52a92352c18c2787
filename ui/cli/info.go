package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"astute/model"
	"astute/store"
	"astute/ui/config"
)

// info tells where everything lies and what is in it.
func (p *program) info() *cobra.Command {
	return &cobra.Command{
		Use:   "info",
		Short: "where everything lies, and what is in it",
		Args:  takes(0, 0),
		RunE: func(*cobra.Command, []string) error {
			var t table
			if err := p.fileInfo(&t); err != nil {
				return err
			}
			settings, err := config.Path(p.Getenv)
			if err != nil {
				settings = "none: " + err.Error()
			}
			// Settings that cannot be read are what somebody may have come for.
			said, err := p.settings()
			if err != nil {
				settings = err.Error()
			}
			t.add("settings", settings)
			for _, warning := range p.settingsTrouble(said) {
				t.add("", warning)
			}
			me, err := p.me()
			if err != nil {
				me = "not known before the settings are mended"
			} else if me == "" {
				me = "not known: put me = \"...\" into the settings, or set $ASTUTE_ME"
			}
			t.add("me", me)
			t.add("today", p.today().String())
			t.add("program", version())
			_, err = p.out.WriteString(t.text(0))
			return err
		},
	}
}

// settingsTrouble says what of the settings was not taken.
func (p *program) settingsTrouble(c config.Config) []string {
	list := slices.Clone(c.Warnings)
	if p.KeyTrouble != nil {
		list = append(list, p.KeyTrouble(c)...)
	}
	return list
}

// fileInfo adds what there is to know of the file.
func (p *program) fileInfo(t *table) error {
	path, err := p.path()
	if err != nil {
		return err
	}
	s, err := p.open(path, "")
	if err != nil {
		return err
	}
	info, err := s.Info()
	if errors.Is(err, fs.ErrNotExist) {
		if len(info.Backups) == 0 {
			t.add("file", path+" (not there yet)")
			return nil
		}
		t.add("file", path+" (not there any more)")
		p.backupInfo(t, info)
		return nil
	}
	if err != nil {
		return err
	}
	t.add("file", s.Path())
	if info.Risk != "" {
		t.add("", "not safe there: "+info.Risk)
	}
	t.add("size", fmt.Sprintf("%s, %v", byteCount(info.Size), info.Mode))
	t.add("version", fmt.Sprintf("%d (schema %d)", info.Version, info.Schema))
	var counts []string
	for _, c := range info.Records {
		counts = append(counts, fmt.Sprintf("%s %s", model.NumberOf(int64(c.Count)).Grouped(), plural(c.Kind, c.Count)))
	}
	if counts == nil {
		counts = []string{"none yet"}
	}
	t.add("records", strings.Join(counts, ", "))
	t.add("journal", fmt.Sprintf("%s, %s", counted(info.Entries, "edit", "edits"), byteCount(info.JournalBytes)))
	p.backupInfo(t, info)
	return nil
}

// backupInfo adds which backups there are.
func (p *program) backupInfo(t *table, info store.Info) {
	backups := "none yet"
	if len(info.Backups) > 0 {
		backups = fmt.Sprintf("%d, the newest of %s", len(info.Backups), info.Backups[0].At.In(p.Now().Location()).Format("2006-01-02 15:04"))
	}
	t.add("backups", fmt.Sprintf("%s (%s)", info.BackupDir, backups))
	for _, b := range info.Backups {
		t.add("", filepath.Base(b.Path))
	}
}

// byteCount writes a size for people.
func byteCount(n int64) string {
	switch {
	case n >= 10<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 10<<10:
		return fmt.Sprintf("%d kB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
