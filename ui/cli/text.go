package cli

import (
	"fmt"
	"strings"

	"astute/model"
)

// A record as text, to be changed in an editor: one field a line, its name, a
// colon and its value. A value of several lines, or a list of several items,
// stands below its name, indented.

const textHead = `# %s
# Save and close to apply; an empty value clears a field, a missing line leaves
# it as it is. Lines that begin with # do not count. More lines of one value
# stand below it, indented.

`

const textIndent = "  "

// recordAsText writes the fields that a person may change.
func recordAsText(r model.Record, names model.Names) string {
	var b strings.Builder
	fmt.Fprintf(&b, textHead, r.Kind().String()+" "+r.Base().ID.String())
	for _, f := range r.Fields() {
		if f.Hidden || f.Fixed {
			continue
		}
		fmt.Fprintf(&b, "# %s\n", takesOf(f))
		lines := strings.Split(editable(f, names), "\n")
		if len(lines) == 1 {
			fmt.Fprintf(&b, "%s\n", strings.TrimRight(f.Name+": "+lines[0], " "))
			continue
		}
		fmt.Fprintf(&b, "%s:\n", f.Name)
		for _, line := range lines {
			b.WriteString(strings.TrimRight(textIndent+line, " ") + "\n")
		}
	}
	return b.String()
}

// editable is a field's value as a person would type it, items on lines of
// their own.
func editable(f model.Field, names model.Names) string {
	if len(f.Links()) == 0 {
		return f.Text()
	}
	var lines []string
	for _, id := range f.Links() {
		lines = append(lines, linkText(id, names))
	}
	return strings.Join(lines, "\n")
}

func linkText(id model.ID, names model.Names) string {
	if name := model.CleanLine(names(id)); name != "" {
		return name
	}
	return id.String()
}

// textChanges reads text that recordAsText wrote and a person changed, and
// returns what became different. A name that stands where it stood before means
// the record it meant before, however many are called so.
func textChanges(r model.Record, names model.Names, text string) ([]assignment, error) {
	// What counts is how the text differs from what was written, not from the
	// record: blanks at the ends of lines do not survive an editor.
	was, err := parseText(r, recordAsText(r, names))
	if err != nil {
		return nil, err
	}
	typed, err := parseText(r, text)
	if err != nil {
		return nil, err
	}
	var list []assignment
	for _, f := range r.Fields() {
		value, ok := typed[f.Name]
		if !ok || value == was[f.Name] {
			continue
		}
		if f.Type() == model.TypeLinks {
			lines := strings.Split(value, "\n")
			for i, line := range lines {
				for _, id := range f.Links() {
					if strings.TrimSpace(line) == linkText(id, names) {
						lines[i] = id.String()
					}
				}
			}
			value = strings.Join(lines, "\n")
		}
		list = append(list, assignment{f.Name, '=', value})
	}
	return list, nil
}

// parseText returns the values by the names of their fields.
func parseText(r model.Record, text string) (map[string]string, error) {
	values := map[string]string{}
	fields, current := r.Fields(), ""
	for i, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
		case line == "" || line[0] == ' ' || line[0] == '\t':
			if current != "" {
				line, ok := strings.CutPrefix(line, textIndent)
				if !ok {
					line = strings.TrimLeft(line, " \t")
				}
				values[current] += "\n" + line
			} else if strings.TrimSpace(line) != "" {
				return nil, fmt.Errorf("line %d: %q belongs to no field: put one like name: before it", i+1, line)
			}
		default:
			name, value, ok := strings.Cut(line, ":")
			if !ok {
				return nil, fmt.Errorf("line %d: %q must look like field: value, or be indented to go on with the value above", i+1, line)
			}
			f, ok := model.FieldNamed(fields, name)
			if !ok {
				return nil, fmt.Errorf("line %d: %w", i+1, noSuchField(r.Kind(), name))
			}
			if _, twice := values[f.Name]; twice {
				return nil, fmt.Errorf("line %d: %s stands here for the second time: leave one out", i+1, f.Name)
			}
			current = f.Name
			values[current] = strings.TrimSpace(value)
		}
	}
	for name, value := range values {
		values[name] = strings.TrimSpace(value)
	}
	return values, nil
}

// withoutComments is what counts of a text.
func withoutComments(text string) string {
	var kept []string
	for _, line := range strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if !strings.HasPrefix(line, "#") {
			kept = append(kept, line)
		}
	}
	return strings.TrimSpace(strings.Join(kept, "\n"))
}
