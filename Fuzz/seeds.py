#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the seeds of the fuzz targets: one small invented input for each thing that a reader knows. Run it after a change here."""
import base64
import pathlib
import zlib

ROOT = pathlib.Path(__file__).resolve().parent / "Seeds"
ROUTE = "TDT+20+GA825+++GA'LOC+125+SIN'DTM+189:2601150930:201'LOC+87+CGK'DTM+232:2601151015:201'"
PERSON = ("NAD+FL+++SANTOSO:BUDI:EKO'ATT+2++M'DTM+329:850412'MEA+CT++:2'MEA+WT++KGM:31'GEI+4+173'FTX+BAG+++GA012345:2'"
          "LOC+178+AMS'LOC+179+CGK'LOC+174+IDN'COM+62 21 5550100:TE'NAT+2+IDN'RFF+AVF:X7K2PQ'RFF+ABO:GA000170001'RFF+SEA:012A'"
          "RFF+YZY:2981212121212C1'DOC+P:110:111+C1234567'DTM+36:290801'LOC+91+IDN'DOC+I+9999990102030001'")


def envelope(kind, body, una="UNA:+.? '"):
    return f"{una}UNB+UNOA:4+GA+ID+260115:0410+9++APIS'UNH+1+{kind}+R1+01:F'{body}UNT+9+1'UNZ+1+9'"


def paxlst(bgm, body):
    return envelope("PAXLST:D:12B:UN:IATA", f"BGM+{bgm}'RFF+TN:1:::2'NAD+MS+++OPS'" + ROUTE + body)


BOOKING = ("SRC'RCI+GA:X7K2PQ::021225:1122'DAT+700:140126:0901'IFT+4:28::GA+CTCM 628121234567'ORG+1A:JKT+15300000:AB12+++T+ID+0001AASU'"
           "ADD++700:JL MERDEKA 1:JAKARTA:::ID:10110:62215550100'TIF+SANTOSO+BUDI EKO MR:A:1'FTI+GA:123'REF+:42'"
           "SSR+DOCS:HK:1:GA:::::/P/IDN/C1234567/IDN/12APR85/M/01AUG29/SANTOSO/BUDI/EKO'SSR+VGML:HK:1:GA'"
           "SSR+DOCO:HK:1:GA:::::/JAKARTA/V/V123/SIN/01JAN25/IDN'SSR+DOCA:HK:1:GA:::::/D/IDN/JL 1/JAKARTA//10110'"
           "TKT+1261234567890:T:1'MON+B:250.00:USD+T:310.00:USD'FOP+CC::310.00:VI:4111111111111111:1227'"
           "TVL+150126:0930:150126:1015+SIN+CGK+GA+825:Y'TRA+KL+8734:B'RPI+1+HK'SSR+SEAT:HK:1:GA:::SIN:CGK+12A::1:N'"
           "DAT+2:150126:0745'ORG+GA:SIN'TRI++044:::1'TIF+SANTOSO+BUDI EKO:A:1'SSD+12A++++Y'TBD++2:31:700++HP+GA:0126012345:2:CGK'"
           "EQN+1'RCI+GA:ABCDEF'MSG+8'ABI+4+05FD28:GS+ATL++DL'SAC+++X'TVL+150126:0930+SIN+CGK+GA+825'LTS+0/O/28/GA CTCE A//B.ID'")


def pnrgov(body):
    return envelope("PNRGOV:13:1:IA", "MSG+:22'ORG+GA:SIN'TVL+150126:0930:150126:1015+SIN+CGK+GA+825'EQN+1'" + body)


EDIFACT = {
    "paxlst.edi": paxlst("745", PERSON + "CNT+42:1'"),
    "change.edi": paxlst("745+CP", PERSON), "cancel.edi": paxlst("745+XR", "NAD+FL'RFF+AVF:X7K2PQ'"),
    "closed.edi": paxlst("266+CLOB", "NAD+ZZZ'RFF+AVF:X7K2PQ'RFF+ABO:G1'CNT+42:1'"),
    "cancelled-flight.edi": paxlst("266+XF", ""), "crew.edi": paxlst("250+C", PERSON.replace("FL", "FM") + "CNT+41:1'"),
    "legs.edi": paxlst("745", "LOC+92+SIN'LOC+92+KUL'DTM+189:2601150930:201'LOC+130+CGK'" + PERSON),
    "master-crew.edi": paxlst("336+G", "TDT+20+SK01MCL+++SK'" + PERSON),
    "truck.edi": envelope("PAXLST:D:03B:UN", "BGM+10+TRIP1+4'TDT+11++03++LOCK:172'LOC+172+1001'NAD+VW+++DOE:JO'DTM+329:19800102:102'"),
    "us.edi": envelope("PAXLST:D:98B:UN", "CTA++OPS'TDT++SA812+40+SA'LOC+005+NZAKL:50'DTM+136+020131+1030+M05'UNS+D'"
                       "PDT+P/182345345:990909:US+MANGUS:SIMON:P:590429:M+PAX+NZAKL:USLAX'"),
    "cusres.edi": envelope("CUSRES:D:05B:UN:IATA", "BGM+962'RFF+TN:1'RFF+AF:GA825'DTM+189:2601150930:201'LOC+125+SIN'LOC+87+CGK'"
                           "ERP+2'RFF+AVF:X7K2PQ'RFF+ABO:G1'ERC+0Z'FTX+AAP+++OK TO BOARD'"),
    "ackres.edi": envelope("ACKRES:11:1:IA", "MSG+:23+7'ERC+118'"),
    "pnrgov.edi": pnrgov(BOOKING), "two-bookings.edi": pnrgov(BOOKING + BOOKING.replace("X7K2PQ", "Y8L3QR")),
    "open-segment.edi": pnrgov("SRC'RCI+GA:X7K2PQ'TIF+A+B:A:1'TVL+:::+OPEN++GA+OPEN'TVL+++ARNK'"),
    "separators.edi": "UNA-*.~ |" + paxlst("745", PERSON).replace("UNA:+.? '", "").translate(str.maketrans(":+?'", "-*~|")),
    "no-una.edi": paxlst("745", PERSON).replace("UNA:+.? '", ""),
    "type-b.edi": "\x01QK LONPPXS\r\n.MUCKMTS 250521\r\n\x02" + paxlst("745", PERSON) + "\x03",
    "wrapped.edi": "\r\n".join(paxlst("745", PERSON)[i:i + 69] for i in range(0, 900, 69)),
    "parts.edi": paxlst("745", PERSON).replace("01:F", "01:C") + "\n" + paxlst("745", PERSON).replace("01:F", "02:F"),
    "released.edi": paxlst("745", "NAD+FL+++O?'BRIEN:ANNE?+MARIE??'"), "curly.edi": paxlst("745", PERSON).replace("'ATT", "\u2019ATT"),
    "truncated.edi": paxlst("745", PERSON)[:400], "two.edi": paxlst("745", PERSON) + "\n\n" + pnrgov(BOOKING) + "trailing rubbish",
    # Two sets of separators: the UNA fits the UNB, the first message fits neither, the second holds one that fits.
    "two-sets.edi": "UNA-*.u |UNB*UNO0+M05'" + "".join(
        f"UNH+{i}+PAXLST:D:12B'BGM+745'NAD+FL+++{name}:ANNE'" + ROUTE + f"UNT+9+{i}'"
        for i, name in [(1, "SMITH" * 100), (2, "SMITH|UNH*1*PAXLST-D-12B|BGM*745|NAD*FL***JONES|")]) + "UNZ+2+9'",
    "piped-header.edi": (paxlst("745", PERSON).replace("UNA:+.? '", "").replace("UNZ+1+9'", "")
                         + paxlst("745", PERSON)[46:].replace("R1+", "R1+A:N~DAT+", 1)).replace("'", "|").replace("~", "'"),
    "piped.edi": (paxlst("745", PERSON.replace("SANTOSO", "O~BRIEN")).replace("UNA:+.? '", "").replace("UNZ+1+9'", "")
                  + paxlst("745", PERSON)[46:]).replace("'", "|").replace("~", "'"),
}
PNR = ("<PNR><BookingRefID ID=\"X7K2PQ\"><CompanyName Code=\"GA\"/></BookingRefID><SSR SSRCode=\"DOCS\"><Text>/P/IDN/C1234567/IDN/12APR85/M/"
       "01AUG29/SANTOSO/BUDI</Text></SSR><Passenger RPH=\"1\"><GivenName>BUDI</GivenName><Surname>SANTOSO &amp; CO</Surname>"
       "<TicketDocument TicketDocumentNbr=\"1261234567890\"><PaymentInfo PaymentType=\"CC\" AccountNbr=\"4111111111111111\"/>"
       "</TicketDocument></Passenger><Flight DepartureDateTime=\"2026-01-15T09:30:00\"><Carrier Code=\"GA\"/></Flight></PNR>")
XML = {
    "notif.xml": "<?xml version=\"1.0\" encoding=\"UTF-8\"?><IATA_PNRGOV_NotifRQ xmlns=\"http://www.iata.org/IATA/2007/00\" "
                 "Version=\"2.005\"><Originator AirlineCode=\"GA\"/><FlightLeg><CarrierCode>GA</CarrierCode><FlightNumber>825</FlightNumber>"
                 f"</FlightLeg><PNRs>{PNR}</PNRs></IATA_PNRGOV_NotifRQ>",
    "bare.xml": PNR, "prefix.xml": "<x:a xmlns:x=\"y\"><![CDATA[text]]><!-- note -->" + PNR + "</x:a>",
    "doctype.xml": "<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]><a>&b;&d;</a>",
    "characters.xml": "<PNR>&#65;&#x42;&lt;&unknown;</PNR>", "truncated.xml": PNR[:120],
    "deep.xml": "<a>" * 80 + PNR + "</a>" * 80,
}
MRZ = {
    "td3.txt": "P<IDNSANTOSO<<BUDI<EKO<<<<<<<<<<<<<<<<<<<<<<<\nC1234567<0IDN8504124M2908018<<<<<<<<<<<<<<02\n",
    "td3-icao.txt": "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10\n",
    "td2.txt": "I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6\n",
    "td1.txt": "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<\n",
    "mrva.txt": "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<\n",
    "mrvb.txt": "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<\n",
    "slips.txt": "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8989O2C36UT07408122F12O4159ZE184226B<<<<<1O\n",
    "many-repairs.txt": ("I<UTO" + "I<" * 12 + "\n7408122F1204159UTO" + "0<" * 5 + "\n" + "I" * 30 + "\n\n") * 3,
    "glued.txt": "p<utoeriksson<<anna<maria<<<<<<<<<<<<<<<<<<< L898902C36UTO7408122F1204159ZE184226B<<<<<10",
}
HEAD = "MODE,CARRIER,NUMBER,CONVEYANCE,FROM,TO,DEPARTURE,ARRIVAL,ROLE,SURNAME,GIVEN,DOB,SEX,NATIONALITY,DOC_TYPE,DOC_NO,NIK\n"
MANIFEST = {
    "ferry.csv": HEAD + "sea,BF,101,BATAM FAST 7,SGHBF,IDBTM,2026-01-15T09:30,2026-01-15T10:15,passenger,SANTOSO,BUDI,1985-04-12,M,IDN,P,C1234567,\n",
    "quoted.csv": HEAD + "sea,BF,101,\"SHIP, \"\"A\"\"\",SGHBF,IDBTM,,,,\"O'BRIEN\nX\",,12/04/1985,L,ID,P,C1,9999990102030001\n",
    "semicolon.csv": HEAD.replace(",", ";") + "land;;;;;IDENT;;;;A;B;;;;;;\n", "tab.csv": HEAD.replace(",", "\t") + "\t\t\n",
    "two-voyages.csv": HEAD + "sea,BF,101,,SGHBF,IDBTM,,,,A,B,,,,,,\nsea,BF,102,,SGHBF,IDBTM,,,,C,D,,,,,,\n",
    "indonesian.csv": "No;Nama Lengkap;Tgl Lahir;L/P;Kewarganegaraan;No Paspor\n1;BUDI SANTOSO;12/04/1985;L;INDONESIA;C1234567\n",
    "windows.csv": (HEAD + "sea,BF,101,,A,B,,,,MU\u00d1OZ,JOS\u00c9,,,,,,\n").encode("cp1252"),
    "utf16.csv": HEAD.encode("utf-16"),
}
FORM = {
    "plain.txt": "application/x-www-form-urlencoded\na=1&b=two%20words&a=%C3%A9&c=+x",
    "broken.txt": "application/x-www-form-urlencoded\na=%&b=%zz&=&&&==%C3",
    "parts.txt": "multipart/form-data; boundary=XX\n--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nvalue\r\n--XX\r\n"
                 "Content-Disposition: form-data; name=\"file\"; filename=\"m.edi\"\r\nContent-Type: text/plain\r\n\r\nUNB+UNOA\r\n--XX--\r\n",
    "cut.txt": "multipart/form-data; boundary=\"XX\"\n--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nval",
}
LIST = {
    "titles.csv": "DAFTAR PENUMPANG;;;\nNama Kapal : MV UJI;;;\nRute: Batam Centre - HarbourFront;;;\n"
                  "No;Nama Lengkap;L/P;Tempat, Tanggal Lahir;NIK;No. Paspor\n1;BUDI SANTOSO, S.H.;L;BATAM, 13-04-1985;3,17404E+15;C1234567\n"
                  "2;TAN/MEI LING;P;SINGAPURA, 05-06-1990;;K7654321\nJUMLAH;2;;;;\n",
    "english.csv": "Surname,Given Names,DOB,Sex,Nationality,Passport No,Expiry,From,To,ETD\n"
                   "SALIM,\"NASIR, \"\"A\"\"\",04/13/1985,M,ID,C1234567,31/12/2029,IDBTC,SGHBF,12-Mar-26 9:30 PM\n",
    "bare.tsv": "SITI AMINAH\tP\t12 Mei 1990\tIndonesia\tC7777123\nTONI\tL\t31118\tIDN\t0012341204850001\n",
    "wide.txt": "Nama|Tgl Lahir|Seat\nBUDI|03/04/85|12A\n".encode("utf-16"),
}
WATCHLIST = {
    "entry.csv": "LIST_ID,KIND,SURNAME,GIVEN,DOB,OWNER,BASIS,CATEGORY,REVIEW_DATE,EXPIRY,REASON\n"
                 "1,person,SANTOSO,BUDI,1985-04-12,UNIT A,SP-1/2026,narcotics,2026-06-01,2026-12-31,\"a, \"\"b\"\"\"\n",
    "document.csv": "KIND,DOC_TYPE,DOC_NO,DOC_ISSUER,OWNER,BASIS,CATEGORY,REVIEW_DATE,EXPIRY\ndocument,P,C1,IDN,A,B,narcotics,2026-06-01,2026-05-01\n",
    "card.csv": "KIND,CARD,OWNER,BASIS,CATEGORY,REVIEW_DATE,EXPIRY\ncard,4111111111111111,A,B,narcotics,2026-06-01,2026-12-31\n",
}
EXTRACT = ("NIK,NO_KK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,STAT_HBKEL,NAMA_LGKP_IBU,NAMA_LGKP_AYAH,ALAMAT,NO_RT,NO_RW,KODE_WILAYAH\n")
REGISTRY = {
    "family.csv": EXTRACT + "9999991204850001,9999990101990001,BUDI SANTOSO,BATAM,1985-04-12,LAKI-LAKI,1,IBU,AYAH SANTOSO,JL 1,1,2,999999\n"
                  "9999995305860002,9999990101990001,SITI AMINAH,TG. PINANG,1986-05-13,PEREMPUAN,ISTRI,IBU,,JL 1,1,2,99.99.99\n"
                  "9999990106100003,9999990101990001,MUHAMMAD,BATAM,2010-06-01,L,4,SITI AMINAH,BUDI SANTOSO,JL 1,1,2,999999\n",
    "quoted.csv": "\ufeff" + EXTRACT.replace("\n", "\r\n") + "9999991204850001,9999990101990001,\"O\"\"BRIEN, ANNE\",\"A\nB\",1985-04-12,P,1,,,,,,999998\r\n",
    "odd.csv": EXTRACT + "9999983112991234,9999990101990002,NASIR,,1899-12-31,1,2,,,,,,999998\n9999983112991234,9999990101990002,NASIR,,1899-12-31,1,2,,,,,,999998\n"
               "9999983112991234,9999990101990002,NASIR,,1999-12-31,1,2,,,,,,999998\n1,2,3\n,,,,,,,,,,,,\n",
    "order.csv": "KODE_WILAYAH,NIK,X,NO_KK,NAMA_LGKP,TMPT_LHR,TGL_LHR,JENIS_KLMIN,STAT_HBKEL,NAMA_LGKP_IBU,NAMA_LGKP_AYAH,ALAMAT,NO_RT,NO_RW\n"
                 "000000,0000000101000001,,0000000000000000,A B C D E F G H I J K L M N O P Q R,X,1900-01-01,2,11,,A  B,,,\n",
    "none.csv": EXTRACT,
}
# Kind and part of each change, then what it needs: see FilePatches.
INDEX = {
    "same.bin": b"", "names.bin": bytes([0, 12, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF, 0xFF]),
    "starts.bin": bytes([0, 11, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF, 0x7F]) + bytes([1, 25, 4, 0, 0, 3, 1, 0, 0, 0]),
    "count.bin": bytes([5, 2, 41, 0, 0, 0, 0, 0, 0, 0]), "most.bin": bytes([5, 2]) + b"\xff" * 8,
    "empty-part.bin": bytes([3, 4]) + bytes(8), "far-part.bin": bytes([2, 6]) + b"\xff" * 8, "other-part.bin": bytes([4, 14, 8, 0]) + b"ABCDEFGH",
    "cut.bin": bytes([6, 0, 0, 32, 0]), "unsealed.bin": bytes([0, 1, 0, 0, 0, 0, 1, 7, 0]),
}
DETAILS = {
    "same.bin": b"", "payload.bin": bytes([0, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF, 0xFF]), "words.bin": bytes([0, 4, 2, 0, 0, 3, 65, 66, 67, 68]),
    "niks.bin": bytes([1, 1, 8, 0, 0, 0, 1]), "places.bin": bytes([0, 2, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF, 0xFF]),
    "starts.bin": bytes([0, 3, 4, 0, 0, 3, 0xFF, 0xFF, 0xFF, 0x7F]), "count.bin": bytes([5, 2, 41, 0, 0, 0, 0, 0, 0, 0]),
    "foreign.bin": bytes([5, 4]) + b"\xff" * 8, "far-part.bin": bytes([2, 0]) + b"\xff" * 8, "cut.bin": bytes([6, 0, 0, 16, 0]),
    "other-part.bin": bytes([4, 0, 12, 0]) + b"\x01\x02\x00\x03ABC\x05xy__", "unsealed.bin": bytes([0, 0, 0, 0, 0, 0, 1, 7, 0]),
}
# The first residents of the sample: see SampleRegistry.
CHANGE = EXTRACT.replace("\n", ",CHANGE,DATE\n")
FIRST, SECOND = "9999002801601000", "9999014202611001"
CHANGES = {
    "family.csv": CHANGE + "9999001203240007,9999000101990000,MELATI AYU,BATAM,2024-03-12,L,4,SITI,BUDI,JL 2,1,2,999900,add,2026-01-05\n"
                  f"{SECOND},9999010101260001,SITI AMINAH,TANJUNG PINANG,1961-02-02,PEREMPUAN,1,IBU 1,NASIR,\"JL  \"\"X\"\"\",3,4,999901,change,2026-01-05\n"
                  f"{FIRST},,,,,,,,,,,,,remove,2026-01-06\n",
    "days.csv": CHANGE + f"{SECOND},9999010101260001,SITI,A,1961-02-02,P,3,,,,,,999901,change,2026-02-01\n"
                f"{SECOND},9999010101260002,SITI,A,1961-02-02,P,1,,,,,,999901,change,2026-01-01\n{SECOND},,,,,,,,,,,,,remove,2026-03-01\n"
                f"{SECOND},9999010101260001,SITI,A,1961-02-02,P,3,,,,,,999901,add,2026-04-01\n",
    "wrong.csv": "\ufeff" + CHANGE + f"{FIRST},9999000101990000,A,,1960-01-01,L,1,,,,,,999900,add,2026-01-05\n"
                 "9999009999999999,,,,,,,,,,,,,remove,2026-01-05\n1,2,3\n,,,,,,,,,,,,,swap,\n"
                 f"{FIRST},9999000101990000,A,,1960-01-01,L,1,,,,,,999900,change,2026-02-30\n",
    "odd.csv": CHANGE + f"{FIRST},9999000101990000,\"O\"\"BRIEN\",\"A\nB\",1899-12-31,P,2,,,,,,999900,CHANGE,1850-01-01\r\n",
    "same.csv": CHANGE + f"{FIRST},,,,,,,,,,,,,remove,2026-01-06\n{FIRST},,,,,,,,,,,,,remove,2026-01-06\n", "none.csv": CHANGE,
}
DOCUMENTS = {
    "periods.csv": f"NIK,DOC_NO,FROM,UNTIL\n{FIRST},A1234567,2016-01-01,2026-01-01\n{FIRST},a-123 4567,2016-01-01,2026-01-01\n{SECOND},A1234567,2026-01-01,\n",
    "passports.csv": f"\ufeffNO_PASPOR,NIK\r\n\"X \"\"1\"\" 234\",{FIRST}\r\nABC,{FIRST}\r\n{'A' * 33},{SECOND}\r\n",
    "wrong.csv": f"UNTIL,DOC_NO,NIK,FROM\n2020-01-01,A1234567,{FIRST},2020-01-01\n2020-02-30,A1234567,{FIRST},\n,,1,\n\"\n",
    "placeholder.csv": "NIK,DOC_NO\n" + "".join(f"99990001019010{n:02},00000000\n" for n in range(1, 12)), "none.csv": "NIK,DOC_NO\n",
}
TRAVELLERS = {
    "party.csv": "TRAVELLER_ID,PNR,FLIGHT,FLIGHT_DATE,SURNAME,GIVEN,DOB,SEX,BIRTH_PLACE,NIK,RESIDENCE\n"
                 "1,X7K2PQ,GA825,2026-01-15,SANTOSO,BUDI,1960-01-01,M,BATAM,9999002801601000,99.99\n2,X7K2PQ,GA825,2026-01-15,AMINAH,SITI,1961-02,F,,,\n"
                 "3,X7K2PQ,GA825,2026-01-15,YUSUF,MOHAMAD,1962-04-03,,,,\n4,X7K2PQ,GA825,2026-01-15,NASIR,,1963,,,,\n5,,,,TAN,MEI LING,,,,,999900\n",
    "bare.csv": "traveller_id\na\n\n\nb\n", "quoted.csv": "\ufeffGIVEN,TRAVELLER_ID,SURNAME\r\n\"MEI \"\"LING\"\"\",1,\"TAN, JR\"\r\n",
    "titles.csv": "TRAVELLER_ID,SURNAME,GIVEN,DOB\n1,SANTOSO MR,BUDI,01-01-1960\n2,\u00c7ELIK,\u0130,1960-13-40\n",
}
READER = {
    "whole": "CERMAT-READER 1 READY name=SIM\nCERMAT-READER 1 READING id=1 nik=0102014107900009 name=TIRTA%20WULAN birth=1990-07-01 place=KOTA%20AWAN "
             "sex=F\nCERMAT-READER 1 ERROR code=damaged-card\nCERMAT-READER 1 ALIVE\nCERMAT-READER 1 GONE\n",
    "host": "CERMAT-HOST 1 PING\nCERMAT-HOST 1 TAKEN id=1\nCERMAT-HOST 1 STOP\n",
    "coded": "CERMAT-READER 1 READY name=%c3%a9%F0%9F%99%82\r\nCERMAT-READER 1 READY name=%00\n\nCERMAT-READER 2 READY\n",
}

# Pictures of 24 x 16 pixels: stripes and a light corner.
PICTURES = {
    "plain.jpg": (
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4"
        "x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAQ"
        "ABgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhBy"
        "JxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKT"
        "lJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAA"
        "AAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRom"
        "JygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExc"
        "bHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDChu/+mf61LCtVIVq/CtbTwiWyIxNadT4mW4VoqSFaK45YXU8q"
        "UtT/2Q=="
    ),
    "progressive.jpg": (
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4"
        "x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wgARCAAQ"
        "ABgDASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAAIDBP/EABYBAQEBAAAAAAAAAAAAAAAAAAIDBP/aAAwDAQACEAMQAAABwPHQzUYjl/"
        "/EABYQAQEBAAAAAAAAAAAAAAAAAAABAv/aAAgBAQABBQKaRERH/8QAGBEAAwEBAAAAAAAAAAAAAAAAAAECAzH/2gAIAQMBAT8B0t10bP/EABYR"
        "AAMAAAAAAAAAAAAAAAAAAAABA//aAAgBAgEBPwFyHI//xAAVEAEBAAAAAAAAAAAAAAAAAAAgMf/aAAgBAQAGPwKL/8QAFRABAQAAAAAAAAAAAA"
        "AAAAAAAAH/2gAIAQEAAT8haUpSl//aAAwDAQACAAMAAAAQp8//xAAWEQEBAQAAAAAAAAAAAAAAAAAAITH/2gAIAQMBAT8Q2ij/xAAXEQEBAQEA"
        "AAAAAAAAAAAAAAABACEx/9oACAECAQE/EDOFpf/EABYQAAMAAAAAAAAAAAAAAAAAAAEg8P/aAAgBAQABPxCRYAP/2Q=="
    ),
    "grey.jpg": (
        "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4"
        "x9lnN+gXz/wAALCAAQABgBAREA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIh"
        "MUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhI"
        "WGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AMKG"
        "7/6Z/rUsK1fhWsWFavwrV+Fa/9k="
    ),
    "four-inks.jpg": (
        "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6ps"
        "eZqKuk/8AAFAgAEAAYBEMRAE0RAFkRAEsRAP/EAB8AAAEFAQEBAQEBAAAAAAAAAAABAgMEBQYHCAkKC//EALUQAAIBAwMCBAMFBQQEAAABfQEC"
        "AwAEEQUSITFBBhNRYQcicRQygZGhCCNCscEVUtHwJDNicoIJChYXGBkaJSYnKCkqNDU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dX"
        "Z3eHl6g4SFhoeIiYqSk5SVlpeYmZqio6Slpqeoqaqys7S1tre4ubrCw8TFxsfIycrS09TV1tfY2drh4uPk5ebn6Onq8fLz9PX29/j5+v/aAA4E"
        "QwBNAFkASwAAPwCP+3/+nb/yJ/8AWrBt+1Y32T2rpqxq07ftR9k9qKK07ftR9k9qKK5m37VufZPaiitO37UfZPaiitO37UfZPaiv/9k="
    ),
    "turned.jpg": (
        "/9j/4AAQSkZJRgABAQAAAQABAAD/4QAiRXhpZgAATU0AKgAAAAgAAQESAAMAAAABAAYAAAAAAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj"
        "0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8"
        "fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAQABgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8"
        "QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdI"
        "SUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+"
        "Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJB"
        "UQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhY"
        "aHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDC"
        "hu/+mf61LCtVIVq/CtbTwiWyIxNadT4mW4VoqSFaK45YXU8qUtT/2Q=="
    ),
}


def chunk(kind, body):
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def png(width, height, depth, colour, rows, extra=b""):
    head = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes([depth, colour, 0, 0, 0])
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + extra + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


PICTURE = {name: base64.b64decode(text) for name, text in PICTURES.items()}
PICTURE |= {
    "colour.png": png(5, 4, 8, 2, b"".join(b"\0" + bytes(range(y, y + 15)) for y in range(4))),
    "clear.png": png(3, 2, 16, 6, b"".join(b"\1" + bytes(range(24)) for _ in range(2))),
    "listed.png": png(8, 2, 1, 3, b"\0\xa5\0\x5a", chunk(b"PLTE", bytes([0, 0, 0, 255, 200, 100]))),
    "turned.png": png(2, 1, 8, 0, b"\0\x10\x80", chunk(b"eXIf", b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0")),
    # A chunk that says more than the file holds.
    "long-chunk.png": png(2, 1, 8, 0, b"\0\x10\x80", b"\x56\0\0\0eXIfMM\0*"),
    "vast.png": png(0x7FFFFFFF, 0x7FFFFFFF, 8, 2, b"\0"),
}

for name, seeds in {"edifact": EDIFACT, "xml": XML, "mrz": MRZ, "manifest": MANIFEST, "list": LIST, "form": FORM, "watchlist": WATCHLIST,
                    "registry": REGISTRY, "index": INDEX, "details": DETAILS, "changes": CHANGES, "documents": DOCUMENTS,
                    "travellers": TRAVELLERS, "reader": READER,
                    "picture": PICTURE}.items():
    folder = ROOT / name
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in seeds.items():
        (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
