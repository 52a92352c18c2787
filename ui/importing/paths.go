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
// stands is that one; a folder stands for the files in it, see [Files]. Folders that
// a glob fits are left out. home is what ~ stands for.
func Paths(text, home string) ([]string, error) {
	paths, err := named(text, home)
	if err != nil {
		return nil, err
	}
	return Files(paths)
}

// Left is [LeftAlone] of what a text names as [Paths] reads it.
func Left(text, home string) string {
	paths, _ := named(text, home) // what is wrong with it Paths says
	return LeftAlone(paths)
}

// named returns the files and folders that a text names.
func named(text, home string) ([]string, error) {
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
		if w.pattern != "" && !isThere(path) {
			if fit, err := filepath.Glob(inHome(w.pattern, home)); err == nil {
				if len(fit) == 0 {
					return nil, fmt.Errorf("no file fits %s: look at its name", path)
				}
				if paths = append(paths, slices.DeleteFunc(fit, isFolder)...); len(paths) == 0 {
					return nil, fmt.Errorf("only folders fit %s: name one, or the files in it", path)
				}
				continue
			}
		}
		paths = append(paths, path)
	}
	return paths, nil
}

// mostDropped is how many files are dropped at once.
const mostDropped = 100

// LooksDropped reports whether a pasted text can be files that were dropped: every
// word of it, or all of it, is a whole path. It looks at no file; [Dropped] does.
func LooksDropped(text, home string) bool {
	return len(droppable(text, home)) > 0
}

// droppable returns the ways in which a pasted text can name files: as one, and as
// several. A * or ? in it stands for itself.
func droppable(text, home string) (ways [][]string) {
	text = strings.TrimSpace(text)
	if len(text) > 16<<10 || strings.Count(text, "\n") > mostDropped {
		return nil
	}
	if whole := inHome(text, home); filepath.IsAbs(whole) {
		ways = append(ways, []string{whole})
	}
	var paths []string
	for _, w := range split(text) {
		path, ok := address(w.text)
		if !ok {
			path = inHome(w.text, home)
		}
		if !filepath.IsAbs(path) {
			return ways
		}
		paths = append(paths, path)
	}
	if len(paths) > 0 && len(paths) <= mostDropped {
		ways = append(ways, paths)
	}
	return ways
}

// Dropped reports whether a pasted text names files and nothing else, all of which
// are there, or folders that hold some to take in. It asks the disk, which may take its time.
func Dropped(text, home string) bool {
	return slices.ContainsFunc(droppable(text, home), func(paths []string) bool {
		return !slices.ContainsFunc(paths, func(path string) bool {
			info, err := os.Stat(path)
			if err == nil && info.IsDir() {
				in, _ := filesIn(path)
				return len(in) == 0
			}
			return err != nil || !info.Mode().IsRegular()
		})
	})
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
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
	text    string
	pattern string // that it is, where a * ? or [ stands in it unquoted; else ""
	begin   int    // where it stands
	quoted  bool   // its first letter is
	open    bool   // it may go on: nothing stands behind it
}

// split takes a text apart at blanks, as a shell does: but for quotes, and for
// backslashes where these are not what folders are separated by.
func split(text string) []word {
	var words []word
	var b, pattern strings.Builder
	begin, quote, escaped, quoted, magic := -1, rune(0), false, false, false
	literal := func(r rune) {
		b.WriteRune(r)
		if strings.ContainsRune("*?[", r) {
			pattern.WriteString("[" + string(r) + "]")
		} else if r == '\\' && filepath.Separator != '\\' {
			pattern.WriteString(`\\`)
		} else {
			pattern.WriteRune(r)
		}
	}
	end := func(open bool) {
		if begin >= 0 {
			w := word{text: b.String(), begin: begin, quoted: quoted, open: open}
			if magic {
				w.pattern = pattern.String()
			}
			words = append(words, w)
		}
		b.Reset()
		pattern.Reset()
		begin, quoted, magic = -1, false, false
	}
	for i, r := range text {
		switch {
		case escaped:
			literal(r)
			escaped = false
		case r == '\\' && quote != '\'' && filepath.Separator != '\\':
			escaped = true
		case quote != 0 && r == quote:
			quote = 0
		case quote != 0:
			literal(r)
		case r == '"' || r == '\'':
			quote, quoted = r, quoted || begin < 0
		case r == ' ' || r == '\t' || r == '\n' || r == '\r':
			end(false)
			continue
		default:
			b.WriteRune(r)
			pattern.WriteRune(r)
			magic = magic || strings.ContainsRune("*?[", r)
		}
		if begin < 0 {
			begin = i
		}
	}
	end(true)
	return words
}

// mostNames is how many names a completion lists.
const mostNames = 200

// Complete goes on with the last name in a text as far as all names in its folder
// that begin so agree, and lists these: folders, and files that can be taken in.
func Complete(text, home string) (completed string, names []string) {
	last := word{begin: len(text)}
	if words := split(text); len(words) > 0 && words[len(words)-1].open {
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
		if taken, _ := isTaken(name); err != nil || !info.IsDir() && !taken {
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
