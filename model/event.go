package model

import "strings"

// EventDay is the day on which a record stands on a timeline: of a milestone and
// an interaction its day, of a review the one it was held on, or is due. It is
// not known of anything else.
func EventDay(r Record) Date {
	switch r := r.(type) {
	case *Milestone:
		return r.On
	case *Interaction:
		return r.On
	case *Review:
		if !r.Held.IsZero() {
			return r.Held
		}
		return r.DueOn()
	}
	return Date{}
}

// EventTitle is such a record in one line: of an interaction how and with whom,
// and what it was about.
func EventTitle(r Record, names Names) string {
	text := ""
	switch r := r.(type) {
	case *Review:
		text = "Review: " + r.Type.String()
	case *Interaction:
		var with []string
		for _, id := range r.Contacts {
			with = append(with, nameOr(names, id))
		}
		text = r.Type.String() + " " + AndList(with) + ": " + r.Summary
		if len(with) == 0 {
			text = r.Type.String() + ": " + r.Summary
		}
	default:
		text = Title(r, names)
	}
	return strings.Join(strings.Fields(text), " ")
}
