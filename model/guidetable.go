package model

// guides are the questions, one guide a field. An answer is something seen or
// heard, not an opinion: that is what makes two people answer alike.
var guides = []Guide{
	{"political_status", []GuideQuestion{
		{"Does %s hear of decisions before or after they are taken?", []GuideAnswer{
			{Text: "before", Next: 2, Said: "hears of decisions before they are taken"},
			{Text: "after", Next: 1, Said: "hears of decisions after they are taken"},
		}},
		{"Does %s know how things get done there, and through whom?", []GuideAnswer{
			{Text: "yes, but stays out of it", Value: "Observing", Said: "knows how things get done, but stays out of it"},
			{Text: "is still finding out", Value: "Learning", Said: "is still finding out how things get done"},
		}},
		{"What does %s do when something is coming?", []GuideAnswer{
			{Text: "takes part in settling it", Next: 3, Said: "takes part in settling what is coming"},
			{Text: "gets ready and makes the best of it", Value: "Agile", Said: "gets ready for what is coming"},
			{Text: "waits and sees", Value: "Observing", Said: "waits and sees what comes"},
		}},
		{"Has something gone ahead that %s was against?", []GuideAnswer{
			{Text: "not that we know", Value: "Astute", Said: "was never overruled that we know"},
			{Text: "yes, it has", Value: "Agile", Said: "has been overruled"},
		}},
	}},
	{"influence", []GuideQuestion{
		{"Do others ask %s for a view before they decide?", []GuideAnswer{
			{Text: "nearly always", Next: 1, Said: "is nearly always asked for a view"},
			{Text: "on some things", Next: 1, Said: "is asked for a view on some things"},
			{Text: "hardly ever", Next: 2, Said: "is hardly ever asked for a view"},
		}},
		{"What happened the last time %s said no?", []GuideAnswer{
			{Text: "it was dropped or changed", Value: "High", Said: "said no, and it was dropped or changed"},
			{Text: "it was talked over, then went ahead", Value: "Medium", Said: "said no, and it was talked over, then went ahead"},
			{Text: "nothing changed", Value: "Low", Said: "said no, and nothing changed"},
			{Text: "we have not seen that", Value: "Medium", Said: "was not seen saying no"},
		}},
		{"Has %s ever turned a decision all the same?", []GuideAnswer{
			{Text: "yes", Value: "Medium", Said: "has turned a decision all the same"},
			{Text: "not that we know", Value: "Low", Said: "has turned no decision that we know"},
		}},
	}},
	{"support", []GuideQuestion{
		{"What does %s say of us when we are not in the room?", []GuideAnswer{
			{Text: "speaks for us", Next: 1, Said: "speaks for us when we are not in the room"},
			{Text: "nothing either way", Next: 2, Said: "says nothing of us either way"},
			{Text: "speaks against us, or for somebody else", Value: "Opponent", Said: "speaks against us, or for somebody else"},
		}},
		{"Has %s done something for us that nobody had asked for?", []GuideAnswer{
			{Text: "yes: opened a door, warned us, defended us", Value: "Champion", Said: "has opened a door, warned or defended us unasked"},
			{Text: "no, only when asked", Value: "Supporter", Said: "helps when asked"},
		}},
		{"When we asked %s for something, what came of it?", []GuideAnswer{
			{Text: "we got it", Value: "Supporter", Said: "gave us what we asked for"},
			{Text: "it was put off, or we never asked", Value: "Neutral", Said: "has not helped us yet"},
			{Text: "it was turned against us", Value: "Opponent", Said: "turned what we asked for against us"},
		}},
	}},
	{"coverage", []GuideQuestion{
		{"How often has one of us spoken with %s?", []GuideAnswer{
			{Text: "never", Value: "No Contact", Said: "has never spoken with us"},
			{Text: "once or twice", Value: "Brief Contact", Said: "has spoken with us once or twice"},
			{Text: "more often", Next: 1, Said: "has spoken with us more often than twice"},
		}},
		{"Would %s take a call from us without an appointment?", []GuideAnswer{
			{Text: "yes", Next: 2, Said: "takes our calls"},
			{Text: "no, or we do not know", Value: "Multiple Contacts", Said: "would not take a call unannounced that we know"},
		}},
		{"Do we know what %s has to reach this year, and what could get in the way?", []GuideAnswer{
			{Text: "yes, in so many words", Value: "In Depth", Said: "has told us what there is to reach this year"},
			{Text: "only roughly", Value: "Multiple Contacts", Said: "has told us only roughly what there is to reach"},
		}},
	}},
}
