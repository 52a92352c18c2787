package model

import (
	"errors"
	"slices"
)

// KindAction is one thing to be done, by somebody, by a day.
const KindAction Kind = 8

var actionSpec = Spec{
	Kind: KindAction, Word: "action", Plural: "actions", Scope: ScopeAccount,
	New:    func() Record { return new(Action) },
	Detail: func(r Record) string { return r.(*Action).Due.String() },
	About:  "one thing to be done, by somebody, by a day",
}

// Action is one thing to be done by somebody by a day (domain section 5). The
// customer can own one.
type Action struct {
	Head
	Name      string
	Objective ID
	Owner     ID // teammate or contact
	Function  ActionFunction
	Type      ActionType
	AskedOf   ID // teammate; of an ask
	Start     Date
	Due       Date
	Status    Progress
	WaitsFor  []ID // actions
	Serves    ID   // any record
	Result    string
	Done      Date // see [Settle]
	// Repeats and RepeatsFrom are beyond domain section 7: see recurring.go. The
	// second is needed because after 28 February nothing else tells what comes
	// round at the end of the month from what does on the 28th.
	Repeats     Cadence
	RepeatsFrom Date
}

// Kind implements [Record].
func (*Action) Kind() Kind { return KindAction }

// Fields implements [Record].
func (a *Action) Fields() []Field {
	return a.Head.with(KindAction,
		text(10, "title", "Title", &a.Name).Need().Core().Customer(),
		link(12, "owner", "Owner", &a.Owner, KindTeammate, KindContact).Core().Customer(),
		date(17, "due", "Due", &a.Due).Core().Customer(),
		choice(18, "status", "Status", &a.Status).Front().Customer(),
		link(11, "objective", "Objective", &a.Objective, KindObjective).Front().Customer(),
		choice(13, "function", "Function", &a.Function).Customer(),
		choice(14, "type", "Type", &a.Type),
		link(15, "asked_of", "Asked of", &a.AskedOf, KindTeammate).Help("of whom a resource or support is wanted"),
		date(16, "start", "Start", &a.Start).Customer(),
		links(19, "waits_for", "Waits for", &a.WaitsFor, KindAction),
		link(20, "serves", "Serves", &a.Serves).Help("any record this is done for"),
		text(21, "result", "Result", &a.Result).Long().Help("what came of it; how an ask was answered"),
		date(22, "done", "Done on", &a.Done).Customer().Help("empty: the day it is marked complete"),
		choice(23, "repeats", "Repeats", &a.Repeats).Customer().Help("completing it makes the next one"),
		date(24, "repeats_from", "Repeats from", &a.RepeatsFrom).Help("the day its rhythm counts from; empty: the due date"),
	)
}

// Validate implements [Validator].
func (a *Action) Validate() error {
	if slices.Contains(a.WaitsFor, a.ID) && !a.ID.IsZero() {
		return errors.New("waits_for cannot name the action itself: take it out")
	}
	return inOrder("start", a.Start, "due", a.Due)
}

// Open reports whether the action still wants doing.
func (a *Action) Open() bool { return open(a.Status) }

// Late reports whether the action is open and its day has passed.
func (a *Action) Late(today Date) bool { return a.Open() && a.Due.Before(today) }

// ActionType is whether an action is done or asked for.
type ActionType = Choice[actionTypeWords]

// The words of ActionType; their meanings stand in the vocabulary below.
const (
	Task ActionType = 1
	Ask  ActionType = 2
)

type actionTypeWords struct{}

// Words implements [Vocabulary].
func (actionTypeWords) Words() []Word { return actionTypeList }

var actionTypeList = []Word{
	{Name: "Task", Key: 't', Meaning: "something we do"},
	{Name: "Ask", Key: 'a', Mark: "?", Meaning: "a resource or support wanted of somebody", Aliases: []string{"Request"}},
}

// ActionFunction is the part of the business that acts (S3).
type ActionFunction = Choice[actionFunctionWords]

// The words of ActionFunction; their meanings stand in the vocabulary below.
const (
	ActionSales     ActionFunction = 1
	ActionMarketing ActionFunction = 2
	ActionService   ActionFunction = 3
	ActionSupport   ActionFunction = 4
	ActionProduct   ActionFunction = 5
	ActionPartner   ActionFunction = 6
	ActionCustomer  ActionFunction = 7
)

type actionFunctionWords struct{}

// Words implements [Vocabulary].
func (actionFunctionWords) Words() []Word { return actionFunctionList }

var actionFunctionList = []Word{
	{Name: "Sales", Key: 's', Meaning: "ours"},
	{Name: "Marketing", Key: 'm', Meaning: "ours"},
	{Name: "Service", Key: 'v', Meaning: "ours"},
	{Name: "Support", Key: 'u', Meaning: "ours"},
	{Name: "Product", Key: 'd', Meaning: "ours"},
	{Name: "Partner", Key: 'p', Meaning: "a partner's"},
	{Name: "Customer", Key: 'c', Meaning: "the customer's own"},
}
