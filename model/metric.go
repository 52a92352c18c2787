package model

import "strings"

// Metric is one success metric of an objective, as a line says it: "meetings
// held: 5 (6)" is meetings held, of which five are wanted and six were reached.
type Metric struct{ Name, Wanted, Reached string }

// ParseMetric reads the line of a metric. Every line is one: what says no value
// has none.
func ParseMetric(line string) Metric {
	line = strings.TrimSpace(line)
	var m Metric
	if body, ok := strings.CutSuffix(line, ")"); ok {
		if at := strings.LastIndexByte(body, '('); at >= 0 {
			line, m.Reached = strings.TrimSpace(body[:at]), strings.TrimSpace(body[at+1:])
		}
	}
	name, wanted, _ := strings.Cut(line, ":")
	m.Name, m.Wanted = strings.TrimSpace(name), strings.TrimSpace(wanted)
	return m
}

// String writes the metric as [ParseMetric] reads it.
func (m Metric) String() string {
	text := m.Name
	if m.Wanted != "" {
		text += ": " + m.Wanted
	}
	if m.Reached != "" {
		text += " (" + m.Reached + ")"
	}
	return text
}

// Unmeasured counts the metrics of an objective of which it is not said what was
// reached.
func (o *Objective) Unmeasured() int {
	n := 0
	for _, line := range o.Metrics {
		if ParseMetric(line).Reached == "" {
			n++
		}
	}
	return n
}
