package ui

import (
	"astute/model"
	"astute/ui/pane"
)

// study opens a page about the people of the account.
func (w *Workspace) study(r pane.Study) {
	switch {
	case w.plan == nil:
		w.say("the file cannot be read: there is nothing to look at", true)
		return
	case w.account.IsZero():
		w.say("there is no account yet: A makes one", false)
		return
	}
	switch r.Topic {
	case pane.Warnings:
		w.push(newWarnings(w))
	case pane.WhatIf:
		w.push(newWhatIf(w, r.About))
	case pane.Coverage:
		w.push(newCoverage(w, r.About))
	case pane.Freshness:
		w.push(newSweep(w))
	case pane.Guided:
		w.push(newGuide(w, r.About, r.Field))
	}
}

// studyCommands are in the palette only: the same pages from any other pane. The
// keys that open them are those of the map.
func (w *Workspace) studyCommands() []pane.Command {
	list := pane.StudyCommands(func() model.Record { return w.focused().Current() })
	for i := range list {
		list[i].Keys = nil
	}
	return list
}
