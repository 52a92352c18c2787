package exchange

import (
	"slices"
	"strings"
	"unicode"

	"astute/model/search"
)

// monthNames are the months, folded, as they are called in the languages that
// spreadsheets come in: English, German, French, Spanish, Italian, Portuguese and
// Dutch. Three letters or more of the beginning are enough where they fit one month.
var monthNames = [12]string{
	"january januar janner janvier enero gennaio janeiro januari",
	"february februar fevrier febrero febbraio fevereiro februari",
	"march marz maerz mars marzo marco maart mrz mrt",
	"april avril abril aprile",
	"may mai mayo maggio maio mei",
	"june juni juin junio giugno junho",
	"july juli juillet julio luglio julho",
	"august aout agosto augustus",
	"september septembre septiembre settembre setembro",
	"october oktober octobre octubre ottobre outubro",
	"november novembre noviembre novembro",
	"december dezember decembre diciembre dicembre dezembro",
}

// monthNamed returns the month that a word means, from 1; 0 for none, or several.
func monthNamed(word string) int {
	if len(word) < 3 {
		return 0
	}
	found := 0
	for i, names := range monthNames {
		fits := slices.ContainsFunc(strings.Fields(names), func(name string) bool { return strings.HasPrefix(name, word) })
		if fits && found > 0 {
			return 0
		}
		if fits {
			found = i + 1
		}
	}
	return found
}

// writtenDay reads a day whose month is a word, or whose parts are marked as they
// are in East Asia, as year, month and day. Names of weekdays and little words
// beside it say nothing more.
func writtenDay(cell string) (y, m, d string, ok bool) {
	if len(cell) > 40 {
		return "", "", "", false
	}
	marks := strings.NewReplacer("年", "-", "月", "-", "日", "", "년", "-", "월", "-", "일", "")
	if plain := strings.ReplaceAll(marks.Replace(cell), " ", ""); plain != strings.ReplaceAll(cell, " ", "") {
		parts := strings.Split(plain, "-")
		if len(parts) == 3 && len(parts[0]) == 4 && isDigits(parts[0]+parts[1]+parts[2]) {
			return parts[0], parts[1], parts[2], true
		}
		return "", "", "", false
	}
	words := strings.FieldsFunc(search.Fold(cell), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	var numbers []string
	type named struct{ month, at int }
	var months []named
	for _, word := range words {
		number := word
		for _, ordinal := range []string{"st", "nd", "rd", "th", "er"} {
			number = strings.TrimSuffix(number, ordinal)
		}
		switch {
		case isDigits(number):
			numbers = append(numbers, number)
		case monthNamed(word) > 0:
			months = append(months, named{monthNamed(word), len(numbers)})
		}
	}
	if len(months) == 2 { // a weekday stands before the day
		months = slices.DeleteFunc(months, func(n named) bool {
			return n.at == 0 && slices.Contains(words, tuesday) && n.month == monthNamed(tuesday)
		})
	}
	if len(months) != 1 || len(numbers) != 2 || months[0].at > 1 && len(numbers[0]) != 4 {
		return "", "", "", false
	}
	month := months[0].month
	d, y = numbers[0], numbers[1]
	if len(d) == 4 {
		y, d = d, y
	}
	return y, monthDigits[month-1], d, len(d) <= 2 && (len(y) == 4 || len(y) == 2)
}

// tuesday is short for one in French, Spanish and Italian, and for March.
const tuesday = "mar"

var monthDigits = strings.Fields("01 02 03 04 05 06 07 08 09 10 11 12")

func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// relativeWords are of days that count from that on which they were written.
var relativeWords = strings.Fields(`today tomorrow yesterday next last this heute morgen gestern nächste nächsten nächster nächstes kommende kommenden demain hier aujourd'hui
	prochain prochaine hoy mañana ayer próximo próxima`)

// isRelative reports whether a text says a day by another: "tomorrow", "next friday".
func isRelative(text string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(text)), func(word string) bool { return slices.Contains(relativeWords, word) })
}
