package exchange

import (
	"slices"
	"strings"

	"astute/model"
)

// myWords are what people write for themselves into a column of owners.
var myWords = []string{"me", "@me", "myself", "ich", "ich selbst", "moi", "moi-même", "yo", "yo mismo", "yo misma"}

// isMe reports whether a name in a link to one of us means whoever imports.
func isMe(name string, f model.Field) bool {
	return slices.Contains(f.Kinds, model.KindTeammate) && slices.Contains(myWords, strings.ToLower(name))
}

// whoIsMe returns whose name is meant by one in a link to one of us; "" where it
// means whoever imports, and nobody said who that is. Nobody of us is called so,
// but in our own files everybody may be.
func (im *importer) whoIsMe(l *link, name string, f model.Field) string {
	if l.sheet.own() || !isMe(name, f) {
		return name
	}
	if im.o.Me == "" {
		im.nobody = name
	}
	return im.o.Me
}

// tellNobody says how to have oneself be known.
func (im *importer) tellNobody() {
	if im.nobody != "" {
		im.say("%q means whoever imports, and nobody has said who that is: set ASTUTE_ME to your name, or me in the settings, and import the file again", im.nobody)
	}
}
