package modeltest

import "strings"

// culture is a stock of names that go together. An entry is a name, and after
// "=" what it becomes in an e-mail address where that is not plain lower case; "_"
// is a blank within a name.
type culture struct {
	share       int  // of a hundred or so people
	familyFirst bool // written family name first, without a blank
	doubled     bool // two family names are usual
	initials    bool // a middle initial is usual
	given       string
	family      string
}

var cultures = []culture{
	{share: 22, initials: true,
		given:  "Adam Alice Andrew Bridget Caroline Daniel Edith Fiona George Harriet Imogen Jack Karen Lewis Megan Nathan Olivia Patrick Rachel Simon Tessa Victor Wendy Zachary",
		family: "Abbott Barlow Chandler Dawson Ellery Fairburn Garrick Hollis Ingram Jessop Kendrick Langley Marlow Norwood Oakes Pemberton Quigley Radley Sheldon Thornton Underhill Vickers Whitlock Yardley O'Hare=ohare McKenna=mckenna"},
	{share: 9, doubled: true,
		given:  "Álvaro=alvaro Belén=belen Carlos Íñigo=inigo Lucía=lucia María=maria Nuria Óscar=oscar Pilar Ramón=ramon Rocío=rocio Sofía=sofia Tomás=tomas Begoña=begona",
		family: "Aguilar Benítez=benitez Carrasco Domínguez=dominguez Echeverría=echeverria Figueroa Gálvez=galvez Ibáñez=ibanez Muñoz=munoz Núñez=nunez Peñalver=penalver Quiñones=quinones Zúñiga=zuniga"},
	{share: 7,
		given:  "Aurélie=aurelie Benoît=benoit Céline=celine Damien Élodie=elodie François=francois Gaël=gael Hélène=helene Jérôme=jerome Maëlys=maelys Noémie=noemie Renée=renee Zoe\u0308=zoe",
		family: "Beauchêne=beauchene Chevrier Delacourt Fournel Garçon=garcon Lefèvre=lefevre Mérieux=merieux Noël=noel Pécheux=pecheux Rivière=riviere D'Aubrac=daubrac"},
	{share: 7,
		given:  "Anke Björn=bjoern Dörte=doerte Friedrich Günther=guenther Heike Jörg=joerg Käthe=kaethe Lutz Sönke=soenke Ute Wiebke",
		family: "Ackermann Böhmer=boehmer Dörfler=doerfler Großmann=grossmann Höfer=hoefer Köhn=koehn Lüdtke=luedtke Müllner=muellner Rößler=roessler Schröter=schroeter Weiß=weiss Zöllner=zoellner"},
	{share: 5,
		given:  "Agnieszka Bożena=bozena Dušan=dusan Jiří=jiri Łukasz=lukasz Małgorzata=malgorzata Ondřej=ondrej Paweł=pawel Šárka=sarka Žofie=zofie Zbigniew Přemysl=premysl",
		family: "Błaszczyk=blaszczyk Černohorský=cernohorsky Dvořáček=dvoracek Gąsior=gasior Jabłoński=jablonski Kučera=kucera Nowicki Říha=riha Śliwa=sliwa Wójtowicz=wojtowicz Žáček=zacek"},
	{share: 5,
		given:  "Åsa=asa Bjørn=bjorn Freyja Gunnvör=gunnvor Håkon=hakon Jóhanna=johanna Märta=marta Øystein=oystein Sigríður=sigridur Søren=soren Þórdís=thordis",
		family: "Ågren=agren Bjørnstad=bjornstad Eriksdóttir=eriksdottir Grønvold=gronvold Hägglund=hagglund Lindqvist Nygård=nygard Östberg=ostberg Sørli=sorli Þorvaldsson=thorvaldsson"},
	{share: 4,
		given:  "Ayşegül=aysegul Cağrı=cagri Doğan=dogan Gülşen=gulsen İbrahim=ibrahim Işıl=isil Ömer=omer Şebnem=sebnem Ümit=umit",
		family: "Akyıldız=akyildiz Çelebi=celebi Güneş=gunes Karadağ=karadag Öztürkmen=ozturkmen Şimşek=simsek Yağcı=yagci"},
	{share: 4,
		given:  "Thị_Hương=huong Minh_Đức=duc Quỳnh_Anh=quynhanh Bảo=bao Ánh_Tuyết=tuyet",
		family: "Nguyễn=nguyen Trần=tran Phạm=pham Đặng=dang Võ=vo Bùi=bui"},
	{share: 9, initials: true,
		given:  "Aditi Bhaskar Chitra Deepika Ganesh Harini Ishaan Kavitha Lakshmi Manoj Nandini Pradeep Rohini Sanjay Tanvi Vikram",
		family: "Acharya Bhattacharya Chaudhary Deshmukh Ganguly Iyengar Joshi Krishnamurthy Malhotra Nambiar Pillai Raghavan Subramanian Thakur Venkatesan"},
	{share: 2,
		given:  "अनुराधा=anuradha दीपक=dipak प्रिया=priya रवि=ravi सुनीता=sunita",
		family: "शर्मा=sharma वर्मा=varma मिश्रा=mishra त्रिपाठी=tripathi"},
	{share: 6, familyFirst: true,
		given:  "伟明=weiming 秀英=xiuying 建国=jianguo 丽华=lihua 志强=zhiqiang 晓梅=xiaomei 子轩=zixuan 雨桐=yutong",
		family: "王=wang 李=li 张=zhang 陈=chen 欧阳=ouyang 赵=zhao 黄=huang 司马=sima"},
	{share: 5, familyFirst: true,
		given:  "美咲=misaki 健太=kenta さくら=sakura 大輔=daisuke 陽菜=hina 拓海=takumi ゆかり=yukari",
		family: "佐藤=sato 鈴木=suzuki 高橋=takahashi 渡邊=watanabe 長谷川=hasegawa 小野寺=onodera"},
	{share: 4, familyFirst: true,
		given:  "지훈=jihun 서연=seoyeon 민준=minjun 하은=haeun 도윤=doyun",
		family: "김=kim 이=lee 박=park 최=choi 남궁=namgung"},
	{share: 5,
		given:  "أحمد=ahmad فاطمة=fatima يوسف=yusuf مريم=maryam خالد=khalid ليلى=layla",
		family: "الحداد=alhaddad النجار=alnajjar السيوفي=alsiyufi منصور=mansour القرشي=alqurashi"},
	{share: 3,
		given:  "נועה=noa אורי=uri תמר=tamar יעל=yael דניאל=daniel",
		family: "כהן=cohen לוינסון=levinson ברקת=barkat שפירא=shapira בן־עמי=benami"},
	{share: 4,
		given:  "Алексей=aleksey Дарья=darya Ёлка=yolka Оксана=oksana Їжак=yizhak Сергій=serhiy Юлия=yuliya",
		family: "Воронцов=vorontsov Ковальчук=kovalchuk Мельничук=melnychuk Орлова=orlova Щербина=shcherbyna"},
	{share: 2,
		given:  "Ελένη=eleni Γιώργος=giorgos Κωνσταντίνος=konstantinos Δήμητρα=dimitra",
		family: "Παπαδάκης=papadakis Αγγελόπουλος=angelopoulos Ιωάννου=ioannou"},
	{share: 2,
		given:  "สมชาย=somchai กัญญา=kanya ปรีชา=pricha",
		family: "ศรีสุวรรณ=srisuwan วงศ์ไทย=wongthai"},
	{share: 4,
		given:  "Adébáyọ̀=adebayo Chukwuemeka Ìfẹ́olúwa=ifeoluwa Ngozi Olúwaṣẹ́gun=oluwasegun Wanjirũ=wanjiru Thandiwe",
		family: "Adéyẹmí=adeyemi Nwachukwu Ọlátúnjí=olatunji Mũthoni=muthoni Nkosi Okonjo"},
	{share: 2,
		given:  "Kaʻiulani=kaiulani Hēmi=hemi Mere Tāwhiri=tawhiri",
		family: "Kealoha Māhaki=mahaki Ngāta=ngata Tūhoe=tuhoe"},
}

// stock is a culture with its names taken apart.
type stock struct {
	culture
	given, family []name
}

// name is one part of a person's name and how an e-mail address spells it.
type name struct{ text, ascii string }

// stocks takes the table of cultures apart; those with a larger share stand in
// the result more often.
func stocks() []*stock {
	var all []*stock
	for _, c := range cultures {
		s := &stock{culture: c, given: namesIn(c.given), family: namesIn(c.family)}
		for range c.share {
			all = append(all, s)
		}
	}
	return all
}

func namesIn(list string) []name {
	var names []name
	for _, entry := range strings.Fields(list) {
		text, ascii, found := strings.Cut(entry, "=")
		if !found {
			ascii = strings.ToLower(text)
		}
		names = append(names, name{strings.ReplaceAll(text, "_", " "), ascii})
	}
	return names
}

// The words that companies are called by.
var (
	companyWords = strings.Fields("Aurora Bluebell Cascade Delta Evergreen Fjord Granite Harbour Ivory Juniper Kestrel Lantern Meridian Northwind Orchard Pinnacle " +
		"Quarry Ridge Sable Tundra Umbra Vantage Willow Zephyr Ångström Brûlée Côté Düne Édition Größe Håland Île Jökull Köln Łódź Montaña Ñandú Ørsund Práce Şehir " +
		"桜 富士 長江 北斗 새벽 한빛 النور الأمل אופק Заря Волна Αιγαίο Ωκεανός")
	companyTrades = []string{"Foods", "Logistics", "Retail", "Energy", "Robotics", "Textiles", "Insurance", "Pharma", "Airlines", "Telecom", "Shipping", "Bank",
		"Media", "Motors", "Chemicals", "Hospitals", "Software", "Paper", "Mining", "Hotels"}
	companyForms = []string{"", "Group", "Holdings", "Inc.", "Ltd", "GmbH", "S.A.", "AB", "K.K.", "Pty Ltd"}
	industries   = []string{"Retail", "Banking", "Energy", "Health care", "Manufacturing", "Telecommunications", "Transport", "Public sector"}
	cities       = []string{"Austin", "São Paulo", "Zürich", "Kraków", "東京", "서울", "Αθήνα", "القاهرة", "Łódź", "Reykjavík", "Nairobi", "Sydney", "Montréal", "Mumbai"}
	zones        = []string{"America/Chicago", "America/Sao_Paulo", "Europe/Zurich", "Europe/Warsaw", "Asia/Tokyo", "Asia/Seoul", "Europe/Athens", "Africa/Cairo",
		"Europe/Warsaw", "Atlantic/Reykjavik", "Africa/Nairobi", "Australia/Sydney", "America/Toronto", "Asia/Kolkata"}
)
