package model

import (
	"fmt"
	"strings"
)

// Currency is an ISO 4217 code in capitals, like USD; "" is not known.
type Currency string

// ParseCurrency reads a currency code in either case; "" stays unknown.
func ParseCurrency(text string) (Currency, error) {
	code := strings.ToUpper(strings.TrimSpace(text))
	if code == "" || len(code) == 3 && strings.Contains(currencyCodes, code+" ") {
		return Currency(code), nil
	}
	return "", fmt.Errorf("must be a currency code like USD or EUR, not %q", text)
}

// Decimals returns how many decimals the currency's minor unit has: 2 for most,
// 0 for the yen, 3 for the Kuwaiti dinar (ISO 4217).
func (c Currency) Decimals() int {
	switch {
	case c == "":
		return 2
	case strings.Contains(noDecimals, string(c)):
		return 0
	case strings.Contains(threeDecimals, string(c)):
		return 3
	}
	return 2
}

// The codes in use by ISO 4217, and those whose minor unit is not a hundredth.
// They stand here because model imports the standard library only; a test holds
// them against golang.org/x/text/currency.
const (
	currencyCodes = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD " +
		"CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD " +
		"HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD " +
		"MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG " +
		"QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS " +
		"UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG "
	noDecimals    = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
	threeDecimals = "BHD IQD JOD KWD LYD OMR TND"
)

// currencySigns are the signs people type; a shared sign stands for the
// currency at hand where that is one of those listed.
var currencySigns = []struct {
	sign     string
	currency Currency
	shared   string
}{
	{"US$", "USD", ""}, {"A$", "AUD", ""}, {"C$", "CAD", ""}, {"NZ$", "NZD", ""}, {"S$", "SGD", ""}, {"HK$", "HKD", ""}, {"R$", "BRL", ""},
	{"$", "USD", "AUD CAD NZD SGD HKD TWD MXN ARS CLP COP"},
	{"€", "EUR", ""}, {"£", "GBP", "GIP FKP SHP EGP"}, {"¥", "JPY", "CNY"}, {"₹", "INR", ""}, {"₩", "KRW", ""}, {"₽", "RUB", ""}, {"₺", "TRY", ""},
}
