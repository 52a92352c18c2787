package importing

import (
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Paths returns the files that a text names, as people type it, paste it or drop
// it onto a terminal: with ~ and globs, quoted, with escaped blanks, as file://
// addresses, several beside each other. A text that is the name of a file as it
// stands is that one. home is what ~ stands for.
func Paths(text, home string) ([]string, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil, fmt.Errorf("name a file, like people.csv")
	}
	var paths []string
	words := split(text)
	if whole := inHome(text, home); isThere(whole) {
		words, paths = nil, []string{whole}
	}
	for _, w := range words {
		path := w.text
		if at, ok := address(path); ok {
			path = at
		} else if !w.quoted {
			path = inHome(path, home)
		}
		if fit, err := filepath.Glob(path); err == nil && !isThere(path) && strings.ContainsAny(path, "*?[") {
			if len(fit) == 0 {
				return nil, fmt.Errorf("no file fits %s: look at its name", path)
			}
			paths = append(paths, fit...)
			continue
		}
		paths = append(paths, path)
	}
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return nil, fmt.Errorf("%s is a folder: name a file in it, or %s", path, filepath.Join(path, "*.csv"))
		}
	}
	return paths, nil
}

// Dropped returns the files that a pasted text names, nil when it is not just
// that: every one of them with its whole path, and there.
func Dropped(text, home string) []string {
	text = strings.TrimSpace(text)
	if len(text) > 16<<10 || strings.Count(text, "\n") > 100 {
		return nil
	}
	paths, err := Paths(text, home)
	if err != nil {
		return nil
	}
	for _, path := range paths {
		if !filepath.IsAbs(path) || !isThere(path) {
			return nil
		}
	}
	return paths
}

func isThere(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// inHome puts the home folder in the place of ~.
func inHome(path, home string) string {
	if path == "~" && home != "" {
		return home
	}
	if rest, ok := strings.CutPrefix(path, "~/"); ok && home != "" {
		return filepath.Join(home, rest)
	}
	return path
}

// address reads a file:// address.
func address(text string) (string, bool) {
	if !strings.HasPrefix(text, "file:") {
		return "", false
	}
	u, err := url.Parse(text)
	if err != nil || u.Path == "" {
		return "", false
	}
	path := u.Path
	if runtime.GOOS == "windows" {
		path = filepath.FromSlash(strings.TrimPrefix(path, "/"))
	}
	return path, true
}

// word is one of several names in a text.
type word struct {
	text   string
	begin  int  // where it stands
	quoted bool // its first letter is
}

// split takes a text apart at blanks, as a shell does: but for quotes, and for
// backslashes where these are not what folders are separated by.
func split(text string) []word {
	var words []word
	var b strings.Builder
	begin, quote, escaped, quoted := -1, rune(0), false, false
	for i, r := range text {
		switch {
		case escaped:
			b.WriteRune(r)
			escaped = false
		case r == '\\' && quote != '\'' && filepath.Separator != '\\':
			escaped = true
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			b.WriteRune(r)
		case r == '"' || r == '\'':
			quote, quoted = r, quoted || begin < 0
		case r == ' ' || r == '\t' || r == '\n' || r == '\r':
			if begin >= 0 {
				words = append(words, word{b.String(), begin, quoted})
			}
			b.Reset()
			begin, quoted = -1, false
			continue
		default:
			b.WriteRune(r)
		}
		if begin < 0 {
			begin = i
		}
	}
	if begin >= 0 {
		words = append(words, word{b.String(), begin, quoted})
	}
	return words
}

// endings are those of files that can be taken in.
var endings = []string{".csv", ".tsv", ".txt", ".tab", ".xlsx", ".vcf", ".vcard"}

// mostNames is how many names a completion lists.
const mostNames = 200

// Complete goes on with the last name in a text as far as all names in its folder
// that begin so agree, and lists these: folders, and files that can be taken in.
func Complete(text, home string) (completed string, names []string) {
	last := word{begin: len(text)}
	if words := split(text); len(words) > 0 && !strings.HasSuffix(text, " ") {
		last = words[len(words)-1]
	}
	dir, prefix := filepath.Split(last.text)
	folder := inHome(dir, home)
	if dir == "~/" {
		folder = home
	}
	if folder == "" {
		folder = "."
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		return text, nil
	}
	for _, e := range entries {
		name := e.Name()
		if !strings.HasPrefix(name, prefix) || prefix == "" && strings.HasPrefix(name, ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(folder, name))
		if err != nil || !info.IsDir() && !slices.Contains(endings, strings.ToLower(filepath.Ext(name))) {
			continue
		}
		if info.IsDir() {
			name += "/"
		}
		names = append(names, name)
	}
	if len(names) == 0 {
		return text, nil
	}
	shared := names[0]
	for _, name := range names[1:] {
		for !strings.HasPrefix(name, shared) {
			shared = string([]rune(shared)[:len([]rune(shared))-1])
		}
	}
	if shared != prefix {
		text = text[:last.begin] + escape(dir+shared)
	}
	return text, names[:min(len(names), mostNames)]
}

// escape writes a name so that [Paths] reads it.
func escape(path string) string {
	if filepath.Separator == '\\' {
		if strings.Contains(path, " ") {
			return `"` + path
		}
		return path
	}
	return strings.NewReplacer(`\`, `\\`, " ", `\ `, `"`, `\"`, `'`, `\'`).Replace(path)
}
