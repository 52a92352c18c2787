package politics

import "astute/ui/pane"

// studies are the commands that open what lies over the map, about the person of
// the cursor.
func (p *Pane) studies() []pane.Command { return pane.StudyCommands(p.Current) }
