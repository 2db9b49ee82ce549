# SPDX-License-Identifier: Apache-2.0
"""Run it, keep it, forget on time: what of docs/evidence/run-and-keep.md is cheap to measure; CERMAT_KILLS (100) kills each.

The day with boards (scripts/day.sh) and the long flood (scripts/soak.sh) take quiet minutes of their own: their rows are kept by hand."""
import os
import re

import large_folder
import large_log
from common import BINARY, Missing, ROOT, end_to_end, run, swift_tests

TITLE = "Run it, keep it, forget on time"
KILLS = {"CERMAT_KILLS": os.environ.get("CERMAT_KILLS", "100")}
HITS = {**KILLS, "CERMAT_HITS": "300", "CERMAT_KILL_SECONDS": "0.4"}
KILLED = f"CERMAT_KILLS={KILLS['CERMAT_KILLS']} "


def package(script):
    """A script of Tests/Package, which begins what it says with its own name."""
    def check(place):
        if os.geteuid() != 0:
            raise Missing("needs root for a chroot")
        done = run(f"Tests/Package/{script}")
        lines = (line.partition(": ") for line in done.stdout.splitlines())
        said = [text for name, _, text in lines if name in ("package", "systemd")]
        return done.returncode == 0, "; ".join(said[:-1]) or done.stderr.strip()[-160:]
    return check


def backup(residents, days, voyages):
    """Time and size of a backup, its rehearsal and its restore at one size."""
    def check(place):
        folder = place / f"backup-{residents}"
        run(BINARY, "world", "--residents", residents, "--days", days, "--voyages-per-day", voyages, "--seed", 7, "--anchor",
            "2026-03-01T05:00", "--out", folder / "world")
        run(BINARY, "init", "--data", folder / "data", "--yes")
        run(BINARY, "ingest", "--data", folder / "data", folder / "world/messages")
        size = (folder / "data/cermat.sqlite").stat().st_size / 1e6
        figures = [f"{size:.0f} MB"]
        for name, words in (("backup", ("backup", "--data", folder / "data", "--to", folder / "backups")),
                            ("rehearsal", ("backup", "rehearse", "--data", folder / "data", "--from"))):
            if name == "rehearsal":
                words += (next((folder / "backups").glob("*.backup")),)
            timed = run("bash", "-c", 'TIMEFORMAT=%R; time "$@" >/dev/null', "-", BINARY, *words)
            if timed.returncode != 0:
                return False, f"{name}: {timed.stderr.strip()[-120:]}"
            figures.append(f"{name} {re.findall(r'[0-9.]+', timed.stderr)[-1]} s")
        return True, ", ".join(figures)
    return check


CLAIMS = [
    ("kill -9 in ingest: nothing printed is lost or there twice", KILLED + "test_ledger (kill -9)",
     end_to_end("test_ledger.Ledger.test_every_line_printed_survives_kill_9", env=KILLS)),
    ("kill -9 in judgement", KILLED + "CERMAT_HITS=300 CERMAT_KILL_SECONDS=0.4 test_desk (kill -9)",
     end_to_end("test_desk.Judgements.test_every_judgement_answered_survives_kill_9", env=HITS)),
    ("kill -9 in retention: the next run ends as an undisturbed one", KILLED + "test_retention (killed)",
     end_to_end("test_retention.Retention.test_a_run_killed_at_any_moment_is_finished_by_the_next", env=KILLS)),
    ("kill -9 in backup and restore: nothing half under its name", KILLED + "test_backup (kill -9)",
     end_to_end("test_backup.Backup.test_kill_9_leaves_nothing_half_done_under_a_name", env=KILLS)),
    ("kill -9 in a change of ports: made with its voyages, or not at all", KILLED + "test_entrances (killed)",
     end_to_end("test_entrances.CodeTables.test_a_change_killed_at_any_moment_is_made_with_its_voyages_or_not_at_all",
                env=KILLS)),
    ("No acknowledgement before the fsync that covers it", "test_ledger (strace)", end_to_end("test_ledger.Durability")),
    ("A full 64 MiB disk: command, HTTP, folder, the last byte", "test_full_disk", end_to_end("test_full_disk")),
    ("Flood, slow clients and disk, a full queue, a crowd of boards and of idle connections", "test_flood, 4 s each",
     end_to_end("test_flood")),
    ("Flip, cut, reorder, delete: the verifiers name the place; a bundle holds", "test_audit", end_to_end("test_audit")),
    ("Restore: same digest, missing records named, older tables migrate", "test_backup", end_to_end("test_backup")),
    ("What is due is in no byte left; a late restore forgets again", "test_retention", end_to_end("test_retention")),
    ("Holds outlive five years, lifted ones stay lifted", "test_holds", end_to_end("test_holds")),
    ("Entries, accounts, decisions end at their limits; holds keep all of a voyage",
     "swift test --filter RetentionTests|LegalHoldTests|RetentionReportTests",
     swift_tests("RetentionTests|LegalHoldTests|RetentionReportTests")),
    ("Unmasking needs reason, case and a second person", "test_reveal", end_to_end("test_reveal")),
    ("Doctor, metrics, TLS, alarms about reading", "test_doctor test_metrics test_tls test_read_alarms",
     end_to_end("test_doctor", "test_metrics", "test_tls", "test_read_alarms")),
    ("The Debian package installs, starts, upgrades, backs up and is removed, data kept", "Tests/Package/run.sh",
     package("run.sh")),
    ("Its units start, confined, under a real systemd; killed they come back", "Tests/Package/systemd.sh", package("systemd.sh")),
    ("A backup and its rehearsal, small", "cermat backup, backup rehearse: 3,000 residents, 4 days of 8 voyages",
     backup(3000, 4, 8)),
    ("The same, larger", "30,000 residents, 20 days of 40 voyages", backup(30000, 20, 40)),
    ("A backup of a gigabyte while messages come in: nobody waits long, nothing is lost, the write-ahead log",
     "scripts/large-folder.sh", large_folder.check),
    ("Audit logs of 100,000 and 1,000,000 records verified, exported and bundled in bounded memory", "scripts/large-log.sh",
     large_log.check),
]

MUTATIONS = []
