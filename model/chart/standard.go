package chart

// fewPeople is up to how many people all lines are drawn without being asked
// for. Above it reporting lines, of which there is one for nearly everybody,
// would hide the others; the org chart shows them better.
const fewPeople = 12

// From so many lines on, informal ties are drawn for the person of the cursor
// only; and where there are more still, all of them, because nobody could follow
// one line among them.
const (
	manyLines    = 30
	tooManyLines = 60
)

// StandardLayers returns which lines a map of so many people, with so many lines
// beside the reporting lines, shows unless somebody asks for others: of all, and
// of the person in focus only.
func StandardLayers(people, lines int) (all, own Layers) {
	switch {
	case people <= fewPeople:
		return AllLayers, 0
	case lines > tooManyLines:
		return 0, AllLayers
	case lines > manyLines:
		return Influences | Conflicts, Informals | Reporting
	}
	return AllLayers &^ Reporting, Reporting
}
