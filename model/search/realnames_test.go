package search

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"astute/model"
)

// Names that people have, and companies that there are. Who bears them here is
// nobody: given and family names are put together by lot. After "=" stands how
// the name is typed in Latin letters; "_" is a blank within a name.
var realNames = []struct {
	share         int
	familyFirst   bool
	given, family string
}{
	{30, false,
		"James Mary Robert Patricia John Jennifer Michael Linda William Elizabeth David Barbara Richard Susan Joseph Jessica Thomas Sarah Christopher Karen Daniel Nancy Matthew Margaret Anthony Sandra Andrew Kimberly Steven Deborah Edward Catherine Kenneth Pamela Timothy Rebecca Jeffrey Laura Benjamin Samantha Alexander Katherine Nicholas Victoria Gregory Abigail Lawrence Theodore Jonathan Charles Ronald Donald Jo Al Bo",
		"Smith Johnson Williams Brown Jones Davis Miller Wilson Moore Taylor Anderson Thomas Jackson White Harris Martin Thompson Robinson Clark Lewis Walker Hall Allen Young King Wright Scott Green Baker Adams Nelson Carter Mitchell Roberts Turner Phillips Campbell Parker Evans Edwards Collins Stewart Morris Murphy Cook Rogers Morgan Cooper Peterson Reed Bailey Kelly Howard Ward Cox Richardson Wood Watson Brooks Bennett Gray Hughes Price Myers Long Foster Sanders Ross O'Brien O'Neill McDonald MacLeod Fitzgerald Day Fox Lee Stone Marsh"},
	{8, false,
		"José María Juan Carmen Antonio Ana Luis Isabel Javier Sofía Andrés Lucía Sebastián Inés Ángel Mónica Íñigo Begoña",
		"García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Torres Flores Rivera Gómez Díaz Reyes Cruz Morales Ortiz Gutiérrez Chávez Ruiz Álvarez Mendoza Castillo Jiménez Vázquez Muñoz Núñez Ibáñez"},
	{5, false,
		"João Inês Tiago Beatriz Gonçalo Mariana Luís Catarina Rui Conceição",
		"Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Sousa Fernandes Gonçalves Magalhães Simões Araújo Conceição"},
	{7, false,
		"Jean Marie Pierre Nathalie François Françoise Jérôme Céline Benoît Hélène Étienne Chloé Loïc Zoé Gaëlle Rémi Aurélie",
		"Martin Bernard Dubois Durand Leroy Moreau Lefèvre Girard Bonnet Lambert Rousseau Garnier Faure Chevalier Clément Gauthier Besançon Béranger Désiré Côté"},
	{9, false,
		"Jürgen Käthe Jörg Björn Günter Anneliese Wolfgang Sabine Stefan Uwe Heinz Ingrid Lukas Sören Birgit Bärbel Götz",
		"Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Schröder Neumann Krüger Köhler König Böhm Weiß Groß Möller Jäger Günther Höfling Überall"},
	{5, false,
		"Søren Bjørn Åse Øystein Håkon Ingrid Lars Mette Jørgen Åsa Göran Märta Päivi Jyrki Þóra",
		"Jensen Nielsen Sørensen Jørgensen Møller Østergaard Kjær Hansen Andersson Åberg Sjöström Lindström Öberg Nygård Mäkinen Hämäläinen Virtanen Þórsson Gunnarsdóttir"},
	{6, false,
		"Łukasz Agnieszka Paweł Małgorzata Michał Zofia Tomáš Jiří Kateřina Šárka Milan Ágnes László Erzsébet Ștefan Ioana Goran Đorđe",
		"Kowalski Nowak Wiśniewski Wójcik Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Novák Dvořák Svoboda Černý Procházka Nagy Szabó Kovács Tóth Ionescu Popescu Horvat Babić Đokić Żak"},
	{5, false,
		"Mehmet Ayşe Mustafa Şule Çağlar Gökhan Işıl Özlem Uğur İpek",
		"Yılmaz Kaya Demir Şahin Çelik Yıldız Öztürk Aydın Özdemir Arslan Doğan Kılıç Güneş Şimşek"},
	{5, false,
		"Anh Thị_Hương Minh Quang Thảo Đức Hạnh Tuấn", "Nguyễn Trần Lê Phạm Hoàng Huỳnh Võ Đặng Bùi Đỗ"},
	{8, false,
		"Rajesh Priya Amit Sunita Vikram Anjali Sanjay Lakshmi Arjun Deepa Suresh Kavita Mohammed Fatima Ahmed Omar Yusuf Aisha",
		"Sharma Patel Kumar Singh Gupta Iyer Reddy Nair Menon Banerjee Mukherjee Chatterjee Rao Joshi Desai Khan Hussain Rahman Al-Sayed Hassan"},
	{5, false,
		"Chinedu Ngozi Olumide Amina Kwame Ama Thabo Naledi Wanjiku Kofi", "Okafor Adeyemi Mensah Dlamini Nkosi Mwangi Otieno Abubakar Eze Balogun"},
	{6, false,
		"Алексей=aleksey Мария=maria Дмитрий=dmitry Елена=elena Сергей=sergey Наталья=natalya Андрей=andrey Ольга=olga Михаил=mikhail Юлия=yulia Евгений=evgeny Оксана=oksana",
		"Иванов=ivanov Смирнова=smirnova Кузнецов=kuznetsov Попов=popov Васильева=vasilyeva Петров=petrov Соколова=sokolova Михайлов=mikhaylov Фёдоров=fyodorov Жуков=zhukov Шевченко=shevchenko Щербаков=shcherbakov Чайковский=chaykovsky"},
	{3, false,
		"Γιώργος=giorgos Μαρία=maria Δημήτρης=dimitris Ελένη=eleni Κώστας=kostas Χρήστος=christos Παύλος=pavlos Βασιλική=vasiliki",
		"Παπαδόπουλος=papadopoulos Βλάχος=vlachos Αγγελόπουλος=angelopoulos Νικολαΐδης=nikolaidis Γεωργίου=georgiou Οικονόμου=oikonomou Θεοδώρου=theodorou Μπακογιάννης=bakogiannis"},
	{4, true, "伟=wei 芳=fang 秀英=xiuying 娜=na 敏=min 静=jing 丽=li 强=qiang 磊=lei 建华=jianhua 文博=wenbo", "王=wang 李=li 张=zhang 刘=liu 陈=chen 杨=yang 赵=zhao 黄=huang 周=zhou 吴=wu 欧阳=ouyang"},
	{3, true, "翔太=shota 美咲=misaki 健=ken 陽子=yoko 大輔=daisuke さくら=sakura", "佐藤=sato 鈴木=suzuki 高橋=takahashi 田中=tanaka 渡辺=watanabe 伊藤=ito 山本=yamamoto"},
	{2, true, "민준=minjun 서연=seoyeon 지훈=jihun 수진=sujin 현우=hyunwoo", "김=kim 이=lee 박=park 최=choi 정=jung 강=kang"},
	{2, false, "אורי=uri נועה=noa דוד=david יעל=yael", "כהן=cohen לוי=levi מזרחי=mizrahi פרץ=peretz"},
	{2, false, "محمد=mohammed فاطمة=fatima أحمد=ahmed ليلى=layla", "الحسن=alhassan منصور=mansour حداد=haddad السيد=alsayed"},
}

// realCompanies are listed as they call themselves; the domain before ".example"
// follows.
var realCompanies = []string{
	"International Business Machines=ibm", "Procter & Gamble=pg", "Johnson & Johnson=jnj", "AT&T Inc.=att", "JPMorgan Chase & Co.=jpmorganchase", "Bank of America=bofa",
	"General Electric Company=ge", "General Motors=gm", "Ford Motor Company=ford", "The Coca-Cola Company=coca-cola", "McDonald's Corporation=mcdonalds", "3M Company=3m",
	"Hewlett Packard Enterprise=hpe", "Advanced Micro Devices=amd", "Texas Instruments=ti", "Marks & Spencer plc=marksandspencer", "Barnes & Noble=bn", "Lowe's=lowes",
	"Berkshire Hathaway=berkshirehathaway", "UnitedHealth Group=uhg", "Exxon Mobil=exxonmobil", "Chevron=chevron", "Pfizer Inc.=pfizer", "Merck & Co.=merck",
	"Abbott Laboratories=abbott", "Thermo Fisher Scientific=thermofisher", "Eli Lilly and Company=lilly", "Goldman Sachs=gs", "Morgan Stanley=morganstanley", "Wells Fargo=wellsfargo",
	"American Express=amex", "Delta Air Lines=delta", "Southwest Airlines=southwest", "United Parcel Service=ups", "FedEx=fedex", "Union Pacific=up",
	"Nestlé S.A.=nestle", "L'Oréal=loreal", "Hermès=hermes", "Crédit Agricole=credit-agricole", "Société Générale=socgen", "Électricité de France=edf",
	"Münchener Rück=munichre", "Deutsche Börse=deutsche-boerse", "Bayerische Motoren Werke=bmw", "Volkswagen AG=volkswagen", "Siemens Energy=siemens-energy", "E.ON SE=eon",
	"Ørsted=orsted", "Mærsk=maersk", "Telefonaktiebolaget LM Ericsson=ericsson", "Skandinaviska Enskilda Banken=seb", "Nokia Oyj=nokia", "Česká spořitelna=csas",
	"Türk Hava Yolları=turkishairlines", "Koç Holding=koc", "Tata Consultancy Services=tcs", "State Bank of India=sbi", "Toyota Motor=toyota", "三菱商事=mitsubishi",
	"中国石油=petrochina", "삼성전자=samsung", "Газпром=gazprom", "Сбербанк=sberbank", "Banco Santander=santander", "Petróleo Brasileiro=petrobras",
	"Royal Bank of Canada=rbc", "Commonwealth Bank of Australia=cba", "Singapore Airlines=singaporeair", "Standard Bank Group=standardbank",
}

// realTitles are paired with the function that they mostly belong to.
var realTitles = []struct {
	title    string
	function model.Function
}{
	{"CEO", 0}, {"CFO", model.FunctionFinance}, {"CTO", model.FunctionIT}, {"Chief Information Officer", model.FunctionIT}, {"Chief Marketing Officer", model.FunctionMarketing},
	{"VP of Sales", model.FunctionSales}, {"Vice President of Engineering", model.FunctionIT}, {"SVP Operations", model.FunctionOperations}, {"Head of Procurement", model.FunctionProcurement},
	{"Director of IT Infrastructure", model.FunctionIT}, {"Finance Director", model.FunctionFinance}, {"HR Business Partner", model.FunctionHR}, {"General Counsel", model.FunctionLegal},
	{"Senior Software Engineer", model.FunctionIT}, {"Category Buyer", model.FunctionProcurement}, {"Plant Manager", model.FunctionOperations}, {"Data Analyst", model.FunctionIT},
	{"Executive Assistant", 0}, {"Product Manager", 0}, {"Controller", model.FunctionFinance}, {"", model.FunctionFinance}, {"", model.FunctionLegal}, {"", 0},
	{"Leiter Einkauf", model.FunctionProcurement}, {"Directrice des achats", model.FunctionProcurement}, {"Gerente de TI", model.FunctionIT},
}

// realPhones are ways of writing a number.
var realPhones = []string{"+1 (%03d) %03d-%04d", "+49 %03d %03d%04d", "0%03d / %03d %04d", "+44 20 %03d %03d%04d", "00 33 %d.%03d.%04d"}

// realBook puts people of those names at those companies, about forty at each:
// half without an e-mail address, as lists from trade fairs are.
func realBook() []model.Record {
	r := rand.New(rand.NewPCG(5, 6))
	var records []model.Record
	put := func(account model.ID, x model.Record) model.ID {
		head := x.Base()
		head.ID, head.Account = model.ID{14: byte(len(records) >> 8), 15: byte(len(records)), 13: byte(len(records) >> 16), 0: 1}, account
		records = append(records, x)
		return head.ID
	}
	var stock []int
	for i, n := range realNames {
		for range n.share {
			stock = append(stock, i)
		}
	}
	one := func(list string) (text, typed string) {
		words := strings.Fields(list)
		text, typed, found := strings.Cut(words[r.IntN(len(words))], "=")
		text = strings.ReplaceAll(text, "_", " ")
		if !found {
			typed = strings.NewReplacer("-", "", " ", "", "'", "").Replace(Fold(text))
		}
		return text, typed
	}
	for _, company := range realCompanies {
		title, domain, _ := strings.Cut(company, "=")
		account := put(model.ID{}, &model.Account{Name: title})
		for i := range 40 {
			names, seat := realNames[stock[r.IntN(len(stock))]], realTitles[r.IntN(len(realTitles))]
			given, typed := one(names.given)
			family, typedFamily := one(names.family)
			c := &model.Contact{Name: given + " " + family, JobTitle: seat.title, Function: seat.function}
			if names.familyFirst {
				c.Name = family + given
			}
			if r.IntN(2) == 0 {
				c.Email = fmt.Sprintf("%s.%s@%s.example", typed, typedFamily, domain)
			}
			if r.IntN(2) == 0 {
				c.Phones = []string{fmt.Sprintf(realPhones[i%len(realPhones)], 200+r.IntN(700), r.IntN(1000), r.IntN(10000))}
			}
			put(account, c)
		}
		for range 4 {
			put(account, &model.Action{Name: pickWord(r, "Call Send Review Present Book Prepare Chase") + " " + pickWord(r, "the_offer the_contract a_demo the_renewal the_workshop the_steering_committee")})
			put(account, &model.Opportunity{Name: pickWord(r, "Cloud Network Security Payroll Analytics Mobile") + " " + pickWord(r, "migration rollout platform licences renewal audit") + " " + fmt.Sprint(2025+r.IntN(3))})
			put(account, &model.Interaction{Summary: "They asked about " + pickWord(r, "pricing references residency support training") + " and want a " + pickWord(r, "pilot workshop visit proposal call") + " in " + pickWord(r, "January March June autumn")})
		}
	}
	return records
}

func pickWord(r *rand.Rand, list string) string {
	words := strings.Fields(list)
	return strings.ReplaceAll(words[r.IntN(len(words))], "_", " ")
}

// short are names as friends say them.
var short = map[string]string{
	"robert": "bob", "william": "bill", "elizabeth": "liz", "richard": "dick", "michael": "mike", "margaret": "peggy", "thomas": "tom", "james": "jim",
	"katherine": "kate", "anthony": "tony", "steven": "steve", "edward": "ted", "jennifer": "jenny", "charles": "chuck", "lawrence": "larry", "andrew": "andy",
}

// realWays are asked of this book alone.
var realWays = []asked{
	{name: "short name (bob smith)", fits: func(p *meant) bool { return twoWords(p) && short[first(p)] != "" },
		query: func(p *meant, _ *rand.Rand) string { return short[first(p)] + " " + last(p) }, same: sameName},
	{name: "short name and account (bob ibm)", fits: withAccount(func(p *meant) bool { return twoWords(p) && short[first(p)] != "" }),
		query: func(p *meant, _ *rand.Rand) string { return short[first(p)] + " " + p.landmark },
		same:  func(p, q *meant) bool { return at(q, p.landmark) && named(q, first(p)) }},
	{name: "account by its letters (ibm)", kind: model.KindAccount, fits: func(p *meant) bool { return realLetters[p.Name] != "" },
		query: func(p *meant, _ *rand.Rand) string { return realLetters[p.Name] }, same: sameTitle},
	{name: "title and the account's letters (cfo ibm)", fits: func(p *meant) bool { return p.title != "" && lettersOfAccount(p) != "" },
		query: func(p *meant, _ *rand.Rand) string { return p.title + " " + lettersOfAccount(p) }, same: sameSeat},
	{name: "surname and the account's letters (smith ibm)", fits: func(p *meant) bool { return twoWords(p) && lettersOfAccount(p) != "" },
		query: func(p *meant, _ *rand.Rand) string { return last(p) + " " + lettersOfAccount(p) },
		same:  func(p, q *meant) bool { return p.Account == q.Account && named(q, last(p)) }},
}

func lettersOfAccount(p *meant) string { return foldedLetters[p.account] }

var realLetters = map[string]string{
	"International Business Machines": "ibm", "Procter & Gamble": "p&g", "Johnson & Johnson": "j&j", "AT&T Inc.": "att", "Bank of America": "boa", "General Electric Company": "ge",
	"General Motors": "gm", "Hewlett Packard Enterprise": "hpe", "Advanced Micro Devices": "amd", "Marks & Spencer plc": "m&s", "United Parcel Service": "ups", "Électricité de France": "edf",
	"Bayerische Motoren Werke": "bmw", "Skandinaviska Enskilda Banken": "seb", "Tata Consultancy Services": "tcs", "State Bank of India": "sbi", "Royal Bank of Canada": "rbc",
	"Commonwealth Bank of Australia": "cba", "JPMorgan Chase & Co.": "jpm", "Türk Hava Yolları": "thy", "Goldman Sachs": "gs",
}

var foldedLetters = func() map[string]string {
	folded := map[string]string{}
	for name, letters := range realLetters {
		folded[Fold(name)] = letters
	}
	return folded
}()
