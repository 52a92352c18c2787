// Package config reads the settings of one person on one machine: who they are
// and how the screen should look. Nothing of it is ever written to the book. It
// writes one setting at a time, where the person says it, and nothing else.
//
//	config.go  the settings, where they lie, and reading them
//	write.go   giving one of them another value
//	argv.go    the commands in $EDITOR and $PAGER
package config

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"astute/model"
)

// Config is what the file says; the zero value is what holds without one.
type Config struct {
	// Me is the name of the teammate who sits here: what @me stands for.
	Me string
	// Company is what we call ourselves in documents.
	Company string
	// Theme is one of [Themes]; "" is the first.
	Theme string
	// Mouse is off only where the file says so.
	Mouse *bool
	// Borders is one of [Borders]; "" is the first.
	Borders string
	// Currency is that of amounts typed without one where neither the account
	// nor the rest of the book has any.
	Currency model.Currency
	// Keys gives commands of the workspace other keys, by the command's name;
	// several are set apart by blanks.
	Keys map[string]string
	// Warnings says what of the file was not taken and does no harm: how the
	// screen looks.
	Warnings []string
}

// The words that theme and borders take; the first is what holds unasked.
var (
	Themes  = []string{"terminal", "dark", "light", "high-contrast", "colour-blind"}
	Borders = []string{"line", "rounded", "ascii"}
)

// UseMouse reports whether the workspace listens to the mouse.
func (c Config) UseMouse() bool { return c.Mouse == nil || *c.Mouse }

// ErrConfig is wrapped by every error about what the file says.
var ErrConfig = errors.New("bad setting")

// Error is one thing in the file that cannot be taken.
type Error struct {
	Path string
	Line int // counted from 1; 0 when the file as a whole is meant
	Text string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.Path, e.Text)
	}
	return fmt.Sprintf("%s, line %d: %s", e.Path, e.Line, e.Text)
}

// Unwrap returns [ErrConfig].
func (e *Error) Unwrap() error { return ErrConfig }

// Path returns where the settings of this person lie: astute/config.toml in the
// XDG configuration folder, on macOS too, and in %AppData% on Windows. It fails
// when the environment names no home.
func Path(getenv func(string) string) (string, error) {
	dir, err := Home(getenv, "XDG_CONFIG_HOME", ".config")
	if err != nil {
		return "", err
	}
	return filepath.Join(dir, "astute", "config.toml"), nil
}

// Home returns a folder of the XDG base directory specification: what the
// variable says where that is a whole path, else the folder below the home; on
// Windows %AppData%.
func Home(getenv func(string) string, variable, below string) (string, error) {
	if dir := getenv(variable); filepath.IsAbs(dir) {
		return dir, nil
	}
	if runtime.GOOS == "windows" {
		if dir := getenv("AppData"); dir != "" {
			return dir, nil
		}
		return "", errors.New("%AppData% is not set: set it, or name a file with --file")
	}
	if home := getenv("HOME"); home != "" {
		return filepath.Join(home, filepath.FromSlash(below)), nil
	}
	return "", fmt.Errorf("neither $HOME nor $%s is set: set one, or name a file with --file", variable)
}

// Load reads the file at path. One that is not there is fine; a setting nobody
// knows is an [Error] with its line.
func Load(path string) (Config, error) {
	var c Config
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return c, &Error{Path: path, Text: "cannot be read: " + plainCause(err)}
	}
	var said map[string]any
	if _, err := toml.Decode(string(data), &said); err != nil {
		broken, _ := errors.AsType[toml.ParseError](err)
		text := strings.TrimPrefix(cmp.Or(broken.Message, err.Error()), "toml: ")
		if cure := inQuotes(string(data), broken.Position.Line); cure != "" {
			text = "put the value in quotes: " + cure
		}
		return c, &Error{path, broken.Position.Line, text}
	}
	for _, name := range slices.Sorted(maps.Keys(said)) {
		err := c.set(name, said[name])
		if err == nil {
			continue
		}
		bad := &Error{path, lineOf(string(data), name), err.Error()}
		if !errors.As(err, new(*lookError)) {
			return Config{}, bad
		}
		c.Warnings = append(c.Warnings, bad.Error())
	}
	return c, nil
}

// inQuotes returns a line of the file, counted from 1, with quotes around its
// value where that is all it lacks, else "".
func inQuotes(text string, line int) string {
	lines := strings.Split(text, "\n")
	if line < 1 || line > len(lines) {
		return ""
	}
	name, value, ok := strings.Cut(lines[line-1], "=")
	value, _, _ = strings.Cut(value, " #")
	name, value = strings.TrimSpace(name), strings.TrimSpace(value)
	if !ok || name == "" || value == "" || strings.ContainsAny(value, "\"'[]{}\\") {
		return ""
	}
	cure := fmt.Sprintf("%s = %q", name, value)
	if _, err := toml.Decode(cure, new(map[string]any)); err != nil {
		return ""
	}
	return cure
}

// Setting is one thing that the file can say, as help lists it.
type Setting struct {
	Name    string
	Takes   string // which values
	Example string // a line of the file
	About   string // what it is for
}

// All returns the settings there are, in the order in which people meet them.
func All() []Setting {
	list := make([]Setting, len(settings))
	for i, s := range settings {
		list[i] = s.Setting
	}
	return list
}

// settings says how each setting is read.
var settings = []struct {
	Setting
	read func(c *Config, value any) error
}{
	{Setting{"me", "a name", `me = "Ana Ruiz"`, "the teammate who sits here: whom me and @me stand for"},
		func(c *Config, v any) error { return readText(&c.Me, v) }},
	{Setting{"company", "a name", `company = "CyberTech"`, "what we call ourselves in documents"},
		func(c *Config, v any) error { return readText(&c.Company, v) }},
	{Setting{"theme", strings.Join(Themes, ", "), `theme = "dark"`, "the colours of the workspace"},
		func(c *Config, v any) error { return readWord(&c.Theme, v, Themes) }},
	{Setting{"mouse", "true, false", `mouse = false`, "whether the workspace listens to the mouse"},
		func(c *Config, v any) error {
			on, ok := v.(bool)
			if !ok {
				return errors.New("must be true or false")
			}
			c.Mouse = &on
			return nil
		}},
	{Setting{"borders", strings.Join(Borders, ", "), `borders = "rounded"`, "how the frames are drawn"},
		func(c *Config, v any) error { return readWord(&c.Borders, v, Borders) }},
	{Setting{"currency", "a currency code", `currency = "EUR"`, "that of amounts typed without one"},
		func(c *Config, v any) error {
			var code string
			if err := readText(&code, v); err != nil {
				return err
			}
			currency, err := model.ParseCurrency(code)
			c.Currency = currency
			return err
		}},
	{Setting{"keys", "a table", `keys = { zoom = "Z", undo = ["u", "ctrl+y"] }`, "other keys for commands, by their names in the palette; also as [keys] with a line for each"},
		func(c *Config, v any) error { return c.readKeys(v) }},
}

// readKeys reads the table of keys: one key for a command, or a list of them.
func (c *Config) readKeys(value any) error {
	table, ok := value.(map[string]any)
	if !ok {
		return errors.New(`must be a table: [keys] and below it lines like find = "f"`)
	}
	c.Keys = map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(table)) {
		list, several := table[name].([]any)
		if !several {
			list = []any{table[name]}
		}
		var keys []string
		for _, one := range list {
			key, ok := one.(string)
			if !ok || strings.TrimSpace(key) == "" {
				keys = nil
				break
			}
			keys = append(keys, key)
		}
		if len(keys) == 0 {
			return fmt.Errorf(`need a key for %s, like %s = "x"`, name, name)
		}
		c.Keys[name] = strings.Join(keys, " ")
	}
	return nil
}

// lookError is about how the screen looks: the default holds instead.
type lookError struct {
	words []string
}

func (e *lookError) Error() string {
	return fmt.Sprintf("must be one of %s, in quotes: %s holds meanwhile", strings.Join(e.words, ", "), e.words[0])
}

// set gives one setting its value; the error begins with the setting's name.
func (c *Config) set(name string, value any) error {
	var known []string
	for _, s := range settings {
		if s.Name == name {
			if err := s.read(c, value); err != nil {
				return fmt.Errorf("%s %w", name, err)
			}
			return nil
		}
		known = append(known, s.Name)
	}
	return fmt.Errorf("there is no setting %q: use one of %s", name, strings.Join(known, ", "))
}

func readText(to *string, value any) error {
	text, ok := value.(string)
	if !ok {
		return errors.New("must be text in quotes")
	}
	*to = model.CleanLine(text)
	return nil
}

func readWord(to *string, value any, words []string) error {
	if text, ok := value.(string); ok && slices.Contains(words, text) {
		*to = text
		return nil
	}
	return &lookError{words}
}

// lineOf returns the line on which a setting or table of that name begins, 0
// when it cannot be told: the decoder tells no lines of what it could read.
func lineOf(text, name string) int {
	in := ""
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		if table, ok := strings.CutPrefix(line, "["); ok {
			in, _, _ = strings.Cut(strings.Trim(table, "[ "), "]")
			if in == name || strings.HasPrefix(in, name+".") {
				return i + 1
			}
			continue
		}
		key, _, ok := strings.Cut(line, "=")
		key, _, _ = strings.Cut(strings.Trim(strings.TrimSpace(key), `"'`), ".")
		if ok && in == "" && key == name {
			return i + 1
		}
	}
	return 0
}

// plainCause is the last part of a file error: the message names the path already.
func plainCause(err error) string {
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return at.Err.Error()
	}
	return err.Error()
}
