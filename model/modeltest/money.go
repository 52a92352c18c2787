package modeltest

import (
	"fmt"
	"strings"

	"astute/model"
)

// amount returns between least and most thousands of a currency.
func (g *generator) amount(least, most int, c model.Currency) model.Money {
	minor := int64(least+g.IntN(most-least+1)) * 1_000
	for range c.Decimals() {
		minor *= 10
	}
	return model.NewMoney(minor, c)
}

// money makes what an account buys and may buy: opportunities at every stage
// with the roles of some people in them, revenue of two years, and renewals.
func (g *generator) money(account model.ID, units, people []model.ID, c model.Currency) {
	busy := 1 + len(people)/20
	for range busy {
		o := g.opportunity(units, people, c)
		id := g.put(account, o)
		for _, who := range g.several(people, g.IntN(3)) {
			g.put(account, &model.Role{Opportunity: id, Contact: who, Support: word[model.Support](g, 4, 30), Influence: word[model.Level](g, 3, 40)})
		}
	}
	for _, product := range g.several(g.products, 1+min(busy, 3)) {
		for ago := range 2 {
			g.put(account, &model.Revenue{Product: product, Unit: g.some(units, 70), Year: model.Year(g.today.Year() - ago), Amount: g.amount(5, 300, c)})
		}
		if g.chance(60) {
			r := &model.Renewal{Product: product, Amount: g.amount(5, 300, c), On: g.day(-300, 400), Risk: word[model.Level](g, 3, 30)}
			if r.On.Before(g.today) && g.chance(90) {
				r.Outcome = model.Outcome(1 + g.IntN(4))
			}
			g.put(account, r)
		}
	}
}

func (g *generator) opportunity(units, people []model.ID, c model.Currency) *model.Opportunity {
	o := &model.Opportunity{
		Owner: g.some(g.teammates, 90), Product: g.some(g.products, 95), Unit: g.some(units, 80), Type: word[model.OpportunityType](g, 3, 10), Stage: word[model.Stage](g, 6, 5),
		Buyer: g.some(people, 50), Deciders: g.several(people, g.IntN(3)),
	}
	o.Name = fmt.Sprintf("%s %s", pick(g, aims), strings.TrimPrefix(pick(g, things), "the "))
	if g.chance(90) {
		o.Amount = g.amount(5, 900, c)
	}
	switch {
	case !o.Open():
		o.Close, o.Reason, o.CycleDays = g.day(-500, -1), word[model.DealReason](g, 9, 30), model.NumberOf(int64(10+g.IntN(200)))
	default:
		o.Close = g.day(-20, 300)
		if g.chance(60) {
			o.Probability = model.NumberOf(int64(5 * (1 + g.IntN(18))))
		}
	}
	return o
}
