// SPDX-License-Identifier: Apache-2.0

/// The nations whose travellers appear on the synthetic voyages, each with the words of its names.
struct ForeignNation: Sendable {
    /// ISO 3166-1 alpha-3 and alpha-2.
    let code: String
    let alpha2: String
    let city: String
    let dialling: String
    let stock: NameStock
    /// Letters with which its passport numbers begin, and the count of digits that follow.
    let passportPrefix: String
    let passportDigits: Int

    init(
        _ code: String, _ alpha2: String, _ city: String, _ dialling: String, _ prefix: String, _ digits: Int,
        _ families: String, _ male: String, _ female: String
    ) {
        self.code = code
        self.alpha2 = alpha2
        self.city = city
        self.dialling = dialling
        passportPrefix = prefix
        passportDigits = digits
        stock = NameStock(male: male, female: female, families: families)
    }

    /// The nation with an alpha-3 code, or the first one.
    static func named(_ code: String) -> ForeignNation { all.first { $0.code == code } ?? all[0] }

    static let all: [ForeignNation] = [
        ForeignNation(
            "SGP", "SG", "SINGAPORE", "65", "K", 7,
            "TAN LIM LEE NG ONG WONG GOH CHUA TEO KOH BIN%RAHMAN KUMAR BINTE%ISMAIL PILLAI ANG",
            "WEI%MING JUN%HAO KAI%JIE BOON%KEONG MOHAMED%FAIZAL RAJESH ALVIN DESMOND JIA%WEI ZHI%HAO SURESH AZMAN",
            "HUI%LING MEI%FEN SIEW%LAN JIA%HUI NURUL%AIN PRIYA XIN%YI SHU%MIN LI%TING ROSNAH AMANDA"),
        ForeignNation(
            "MYS", "MY", "JOHOR BAHRU", "60", "A", 8,
            "BIN%ABDULLAH BIN%HASSAN TAN LIM RAMASAMY CHONG BINTI%YUSOF WONG NAIR LAU BIN%OSMAN LEONG",
            "AHMAD%FARIS MOHD%AZLAN KOK%WAI CHEE%KEONG SARAVANAN HAFIZ%IZZAT SIEW%HONG GANESAN ZULHILMI",
            "NOR%AZIZAH SITI%AMINAH MEI%YEE LAI%KUAN KAVITHA NURSYAZWANI PEI%SHAN FARAH%HANIS"),
        ForeignNation(
            "CHN", "CN", "GUANGZHOU", "86", "E", 8,
            "WANG LI ZHANG LIU CHEN YANG HUANG ZHAO WU ZHOU XU SUN MA ZHU HU GUO",
            "WEI QIANG LEI JUN YONG BO HAOYU ZIHAN MINGYUAN JIANGUO ZHIWEI PENG",
            "FANG NA XIUYING MIN JING LIJUAN YAN XINYI YUHAN MENGJIE QIAN"),
        ForeignNation(
            "AUS", "AU", "PERTH", "61", "PA", 7,
            "SMITH JONES WILLIAMS BROWN WILSON TAYLOR NGUYEN MARTIN ANDERSON WHITE THOMPSON O'BRIEN KELLY",
            "JACK OLIVER WILLIAM LIAM NOAH THOMAS JAMES LACHLAN COOPER MATTHEW DANIEL%JOHN",
            "CHARLOTTE OLIVIA MIA AMELIA ISLA GRACE CHLOE EMILY%ROSE SOPHIE HANNAH MATILDA"),
        ForeignNation(
            "IND", "IN", "CHENNAI", "91", "Z", 7,
            "SHARMA KUMAR SINGH PATEL REDDY NAIR IYER GUPTA DAS KHAN MENON RAO",
            "RAHUL AMIT VIJAY SANJAY ARJUN RAVI KARTHIK ANIL MANOJ VIKRAM IMRAN",
            "PRIYA ANITA SUNITA LAKSHMI DEEPA KAVYA NEHA POOJA MEENA DIVYA"),
        ForeignNation(
            "JPN", "JP", "TOKYO", "81", "TZ", 7,
            "SATO SUZUKI TAKAHASHI TANAKA WATANABE ITO YAMAMOTO NAKAMURA KOBAYASHI KATO YOSHIDA YAMADA",
            "HIROSHI TAKASHI KENJI MAKOTO DAIKI SHOTA YUTA RYO KAZUKI NAOKI",
            "YUKI AIKO SAKURA HARUKA MISAKI NANAMI YOKO KEIKO AYAKA MIYU"),
        ForeignNation(
            "KOR", "KR", "SEOUL", "82", "M", 8,
            "KIM LEE PARK CHOI JUNG KANG CHO YOON JANG LIM HAN SHIN",
            "MINJUN SEOJUN DOYUN JIHO SUNGHO YOUNGSOO JAEHYUN DONGHYUN HYUNWOO",
            "SEOYEON JIWOO MINSEO HAEUN SOYEON EUNJI YUNA JIEUN HYEJIN"),
        ForeignNation(
            "GBR", "GB", "LONDON", "44", "", 9,
            "SMITH JONES TAYLOR BROWN DAVIES EVANS ROBERTS O'NEILL HUGHES GREEN HARRIS CLARKE PATEL",
            "GEORGE HARRY OLIVER CHARLIE OSCAR ALEXANDER%JAMES EDWARD DAVID SIMON MOHAMMED",
            "AMELIA ISLA AVA FREYA LILY EMILY CHARLOTTE LUCY%ANNE VICTORIA CLAIRE"),
        ForeignNation(
            "USA", "US", "LOS ANGELES", "1", "", 9,
            "JOHNSON WILLIAMS GARCIA MILLER DAVIS MARTINEZ LOPEZ MOORE JACKSON WHITE NGUYEN",
            "MICHAEL JOSHUA ETHAN LOGAN MASON JOSE ROBERT%LEE KEVIN%MICHAEL BRIAN TYLER",
            "EMMA SOPHIA MADISON ABIGAIL ELIZABETH%ANN MARIA JENNIFER ASHLEY NICOLE"),
        ForeignNation(
            "NLD", "NL", "AMSTERDAM", "31", "NX", 7,
            "DE%JONG JANSEN DE%VRIES VAN%DEN%BERG BAKKER VISSER SMIT MEIJER DE%BOER MULDER",
            "DAAN SEM LUCAS JAN%PIETER BRAM THIJS RUBEN JEROEN WILLEM",
            "EMMA SANNE LOTTE FLEUR ANNA%MARIA EVA NOOR MAAIKE ROOS"),
        ForeignNation(
            "DEU", "DE", "FRANKFURT", "49", "C", 8,
            "MUELLER SCHMIDT SCHNEIDER FISCHER WEBER MEYER WAGNER BECKER HOFFMANN KOCH SCHAEFER",
            "LUKAS LEON FELIX JONAS PAUL MAXIMILIAN TOBIAS KLAUS%DIETER STEFAN",
            "ANNA LENA LAURA JULIA KATHARINA SABINE HANNAH MARIE%LUISE PETRA"),
        ForeignNation(
            "FRA", "FR", "PARIS", "33", "", 9,
            "MARTIN BERNARD DUBOIS THOMAS ROBERT RICHARD PETIT DURAND LEROY MOREAU D'ARCY",
            "GABRIEL LOUIS RAPHAEL JULES HUGO JEAN%PIERRE NICOLAS ANTOINE",
            "LOUISE ALICE CHLOE INES CAMILLE MARIE%CLAIRE MANON JULIETTE"),
        ForeignNation(
            "SAU", "SA", "JEDDAH", "966", "V", 7,
            "AL%GHAMDI AL%QAHTANI AL%ZAHRANI AL%OTAIBI AL%HARBI AL%SHEHRI AL%DOSSARI AL%MUTAIRI",
            "ABDULLAH MOHAMMED KHALID FAHAD SAUD ABDULRAHMAN SULTAN NAIF BANDAR",
            "NOURA SARA REEM FATIMAH MAHA HESSA LAMA ABEER"),
        ForeignNation(
            "PHL", "PH", "MANILA", "63", "P", 7,
            "SANTOS REYES CRUZ BAUTISTA OCAMPO GARCIA MENDOZA TORRES CASTILLO RAMOS DELA%CRUZ",
            "JOSE%MARIE JUAN%CARLO MARK%ANTHONY JOHN%PAUL RAMON ARNEL RODEL JERICHO",
            "MARIA%CRISTINA ANGELICA JOCELYN ROWENA MARICEL GRACE%ANN LOURDES RHEA"),
        ForeignNation(
            "THA", "TH", "BANGKOK", "66", "AA", 7,
            "SAETANG WONGSAWAT CHAIYASIT SRISUK PHROMMA BUNMEE THONGCHAI KAEWKLA RATTANAPORN SUKJAI",
            "SOMCHAI SOMSAK PRASIT WICHAI ANUCHA KITTI NATTAPONG SURACHAI THANAWAT",
            "SOMYING MALEE SIRIPORN KANYA NATTAYA PIMCHANOK SUDA RATCHANEE WARAPORN"),
        ForeignNation(
            "VNM", "VN", "HO CHI MINH CITY", "84", "C", 7,
            "NGUYEN TRAN LE PHAM HOANG PHAN VU DANG BUI DO",
            "VAN%HUNG MINH%TUAN QUOC%BAO DUC%ANH THANH%LONG HUU%PHUOC VAN%NAM",
            "THI%LAN THI%HOA NGOC%ANH THU%HA MAI%PHUONG THI%HUONG KIM%NGAN"),
        ForeignNation(
            "TWN", "TW", "TAIPEI", "886", "", 9,
            "CHEN LIN HUANG CHANG LEE WANG WU LIU TSAI YANG HSU",
            "CHIA%HAO CHUN%CHIEH MING%HSIEN CHIH%WEI YU%HSIANG TSUNG%HAN",
            "SHU%FEN MEI%LING YA%TING PEI%CHUN YI%CHUN HSIN%YI"),
        ForeignNation(
            "RUS", "RU", "MOSCOW", "7", "7", 8,
            "IVANOV SMIRNOV KUZNETSOV POPOV VASILIEV PETROV SOKOLOV MIKHAILOV NOVIKOV",
            "ALEXANDER DMITRY MAXIM SERGEY ANDREY ALEXEY IVAN ROMAN",
            "ANASTASIA MARIA ELENA OLGA NATALIA EKATERINA IRINA SVETLANA"),
        ForeignNation(
            "ARE", "AE", "DUBAI", "971", "P", 7,
            "AL%MANSOORI AL%MAKTOUM AL%NUAIMI AL%SUWAIDI AL%BLOOSHI AL%MAZROUEI AL%KETBI",
            "MOHAMMED AHMED SAEED RASHID HAMAD OMAR ALI%HASSAN", "MARIAM FATIMA AISHA SHAMMA HIND LATIFA NOURA"),
        ForeignNation(
            "TLS", "TL", "DILI", "670", "C", 7,
            "DA%COSTA SOARES DOS%SANTOS PEREIRA XIMENES GUTERRES DE%ARAUJO AMARAL FREITAS",
            "JOSE MANUEL DOMINGOS FRANCISCO MARIO JOAO ANTONIO ABEL", "MARIA ROSA FILOMENA TERESA ANA LUCIA DELFINA"),
        ForeignNation(
            "PNG", "PG", "VANIMO", "675", "E", 7,
            "KAIVA TUMAI WARO NAMAH KAUPA MARAT YAMA SIWI TOLIK", "PETER JOHN MICHAEL SAMSON ISAAC BENJAMIN TOBIAS",
            "MARY RUTH AGNES JANET MONICA DINAH"),
        ForeignNation(
            "NGA", "NG", "LAGOS", "234", "A", 8,
            "OKAFOR ADEYEMI BALOGUN EZE OKONKWO MUSA NWOSU IBRAHIM OBI",
            "CHINEDU EMEKA TUNDE SEGUN IFEANYI YUSUF KELECHI", "NGOZI CHIOMA FUNKE AMINA ADAEZE BLESSING"),
        ForeignNation(
            "BRA", "BR", "SAO PAULO", "55", "F", 6,
            "SILVA SOUZA OLIVEIRA PEREIRA LIMA COSTA RODRIGUES ALMEIDA", "JOAO PEDRO LUCAS MATEUS GUSTAVO RAFAEL BRUNO",
            "ANA BEATRIZ JULIANA MARIANA LETICIA CAMILA LARISSA"),
    ]
}

/// The words of a token in which `%` stands for a blank.
func spaced(_ token: String) -> String {
    guard token.utf8.contains(UInt8(ascii: "%")) else { return token }
    return String(decoding: token.utf8.map { $0 == UInt8(ascii: "%") ? 32 : $0 }, as: UTF8.self)
}
