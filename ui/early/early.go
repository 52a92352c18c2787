// Package early settles, before anything else of the screen is initialised,
// what the terminal libraries would otherwise ask the terminal for.
//
// Bubble Tea asks for the background colour in an init of its own, so every
// program that links it asks, whatever it was started for; a terminal that does
// not answer (a serial line, a recorder, a CI job) then holds each command up
// for five seconds and finds escape bytes in its output. Setting the background
// here makes the question moot: the theme is a setting, never a guess.
//
// Go initialises packages that are ready in the order of their import paths, so
// this one must import no more than Lip Gloss and must sort before
// github.com/charmbracelet/bubbletea. A module called astute does. The test
// beside this file holds it with the real program in a terminal that is silent.
package early

import "github.com/charmbracelet/lipgloss"

func init() { lipgloss.SetHasDarkBackground(true) }
