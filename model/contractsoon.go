package model

// ContractSoon is how many days before its end a contract of another vendor is
// worth acting on: what replaces it is chosen in the half year before.
const ContractSoon = 180

// EndsSoon reports whether the competitor's contract ends within the next
// [ContractSoon] days.
func (c *Competitor) EndsSoon(today Date) bool {
	return !c.ContractEnd.IsZero() && !c.ContractEnd.Before(today) && c.ContractEnd.DaysSince(today) <= ContractSoon
}
