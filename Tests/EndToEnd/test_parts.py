# SPDX-License-Identifier: Apache-2.0
"""A list sent in parts is one list, whatever way, order and restarts its parts come by."""
import itertools
import json
import unittest

from product import Folder, Server, run
from test_entrances import post

DAYS = ("--from", "2026-01-01", "--to", "2026-12-31")


def paxlst(number, mark, name):
    return (f"UNA:+.? 'UNB+UNOA:4+GA+IDAPIS+260115:0410+{number}++APIS'UNH+{number}+PAXLST:D:05B:UN:IATA+GALIST+0{number}{mark}'"
            "BGM+745'TDT+20+GA825+++GA'LOC+125+SIN'DTM+189:2601150930:201'LOC+87+CGK'DTM+232:2601151015:201'"
            f"NAD+FL+++{name}:BUDI'ATT+2++M'DTM+329:850412'DOC+P+X{name}'LOC+91+IDN'CNT+42:3'UNT+14+{number}'UNZ+1+{number}'").encode()


def document(number, status, name):
    return ('<?xml version="1.0" encoding="UTF-8"?><IATA_PNRGOV_NotifRQ xmlns="http://www.iata.org/IATA/2007/00" Version="2.005" '
            f'TimeStamp="2026-01-14T09:3{number}:00Z" TransactionIdentifier="SQLIST" SequenceNmbr="{number}" '
            f'TransactionStatusCode="{status}"><Originator AirlineCode="SQ"/><FlightLeg CarrierCode="SQ" FlightNumber="956" '
            'DepartureDateTime="2026-01-15T09:30:00" ArrivalDateTime="2026-01-15T10:15:00"><DepartureAirport LocationCode="SIN"/>'
            f'<ArrivalAirport LocationCode="CGK"/></FlightLeg><PNRs NumberOfPnrs="1"><PNR><BookingRefID ID="{name}1">'
            f'<CompanyName Code="SQ"/></BookingRefID><Passenger><GivenName>BUDI</GivenName><Surname>{name}</Surname></Passenger>'
            "</PNR></PNRs></IATA_PNRGOV_NotifRQ>").encode()


PARTS = {
    "GA": [paxlst(1, ":C", "SATU"), paxlst(2, "", "DUA"), paxlst(3, ":F", "TIGA")],
    "SQ": [document(1, "Start", "EMPATA"), document(2, "InSeries", "LIMAAA"), document(3, "End", "ENAMAA")],
}


class Parts(unittest.TestCase):
    def counts(self, folder):
        found = json.loads(run("quality", "--data", folder.data, *DAYS, "--json").stdout)
        return found["total"]

    def file(self, folder, name, body):
        path = folder.base / name
        path.write_bytes(body)
        run("ingest", "--data", folder.data, path)

    def test_any_order_by_files_and_posts_with_kills_between(self):
        digests = set()
        for order in [(0, 1, 2), (2, 0, 1), (1, 2, 0)]:
            with Folder() as folder:
                for step, (carrier, place) in enumerate(itertools.product(PARTS, order)):
                    body = PARTS[carrier][place]
                    if step % 3 == 1:
                        server = Server(folder.data)
                        token = (folder.data / "feed.token").read_text().strip()
                        self.assertIn(post(server, body, token)[0], (200, 202))
                        server.kill()
                    else:
                        self.file(folder, f"part{step}", body)
                with Server(folder.data):
                    pass
                run("ingest", "--data", folder.data, folder.base)
                total = self.counts(folder)
                self.assertEqual(total.get("parts-missing", 0), 0, (order, total))
                self.assertEqual(total.get("totals-wrong", 0), 0, (order, total))
                for message in folder.messages():
                    self.assertEqual(message["status"], "stored", message)
                # A part read again alone does not say what only the voyage can tell.
                carriers = json.loads(run("quality", "--data", folder.data, *DAYS, "--json").stdout)["carriers"]
                for carrier in carriers:
                    self.assertEqual(
                        {"part-missing", "total-mismatch"} & set(carrier["warnings"]), set(), (order, carrier["warnings"]))
                digests.add(json.dumps(total, sort_keys=True))
                again = folder.base / "again"
                run("rebuild", "--data", folder.data, "--into", again, "--shuffle", 3)
                self.assertEqual(
                    run("state", "--digest", "--data", again).stdout.decode().strip(), folder.digest())
        self.assertEqual(len(digests), 1, digests)

    def test_one_that_stays_away_is_counted_once(self):
        with Folder() as folder:
            for name, body in (("a", PARTS["GA"][0]), ("b", PARTS["GA"][2]), ("c", PARTS["SQ"][1]), ("d", PARTS["SQ"][2])):
                self.file(folder, name, body)
            self.assertEqual(self.counts(folder).get("parts-missing", 0), 2)
