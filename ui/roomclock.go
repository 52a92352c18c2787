package ui

import (
	"fmt"
	"time"

	"astute/model"
)

// roomClock is the time of a review, part by part. It is told what time it is.
type roomClock struct {
	part    model.ReviewPart
	minutes [model.ReviewParts]int           // that each part is to take
	spent   [model.ReviewParts]time.Duration // up to since
	since   time.Time                        // when it was started last, zero while it stands still
}

// elapsed is how long a part has taken by now.
func (c *roomClock) elapsed(p model.ReviewPart, now time.Time) time.Duration {
	if p == c.part && !c.since.IsZero() && now.After(c.since) {
		return c.spent[p] + now.Sub(c.since)
	}
	return c.spent[p]
}

// stop lets the clock stand still.
func (c *roomClock) stop(now time.Time) {
	c.spent[c.part] = c.elapsed(c.part, now)
	c.since = time.Time{}
}

// turn goes to another part; the clock runs on, or stands still as it did.
func (c *roomClock) turn(to model.ReviewPart, now time.Time) {
	runs := !c.since.IsZero()
	c.stop(now)
	if c.part = to; runs {
		c.since = now
	}
}

// over reports whether a part has taken longer than it was to.
func (c *roomClock) over(p model.ReviewPart, now time.Time) bool {
	return c.elapsed(p, now) >= time.Duration(c.minutes[p])*time.Minute
}

// text is how long a part has taken, and of how much.
func (c *roomClock) text(p model.ReviewPart, now time.Time) string {
	s := int(c.elapsed(p, now).Seconds())
	return fmt.Sprintf("%d:%02d/%d", s/60, s%60, c.minutes[p])
}

// clockRuns reports whether the clock of a review that is being held runs: then
// the screen is another with every second.
func (w *Workspace) clockRuns() bool {
	for _, o := range w.overlays {
		if r, ok := o.(*room); ok && !r.clock.since.IsZero() {
			return true
		}
	}
	return false
}
