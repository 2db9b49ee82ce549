"""Galleries of faces on disk: enrolled from folders, resumed after kill -9, searched, forgotten. Needs the face engine
(scripts/setup.sh faces) and pictures of persons, one folder each, named by CERMAT_FACE_PICTURES."""
import hashlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import time
import unittest

from product import BINARY, Folder, lines, run

ROOT = pathlib.Path(__file__).resolve().parents[2]
PICTURES = pathlib.Path(os.environ.get("CERMAT_FACE_PICTURES", ROOT.parent / "shared/faces/lfw-view1/images"))
COUNT = int(os.environ.get("CERMAT_FACE_COUNT", "24"))


def watch(folder, people, expiry="2030-12-31"):
    """A watchlist entry for each, its LIST_ID the person's number."""
    rows = ["LIST_ID,KIND,SURNAME,GIVEN,OWNER,BASIS,CATEGORY,REVIEW_DATE,EXPIRY,REASON"]
    rows += [f"W{number},PERSON,ORANG{number},UJI,P2,ST-1,narcotics,2030-06-30,{expiry},uji" for number in people]
    path = folder.base / "watch.csv"
    path.write_text("\n".join(rows) + "\n")
    run("watchlist", "import", path, "--data", folder.data)


@unittest.skipUnless(PICTURES.is_dir() and (ROOT / ".cermat/faces/stamp").exists(), "needs face engine and pictures")
class FaceGalleries(unittest.TestCase):
    def sources(self, folder, count=COUNT):
        """A CSV file of some pictures, each of an entry of its own."""
        found = sorted(PICTURES.glob("*/*.jpg"))[:count]
        watch(folder, range(len(found)))
        path = folder.base / "faces.csv"
        path.write_text("PICTURE,ENTRY\n" + "".join(f"{picture},W{n}\n" for n, picture in enumerate(found)))
        return path, found

    def enrol(self, folder, path, *more):
        done = run("face", "enrol", path, "--data", folder.data, *more, check=False, timeout=3000)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return done, lines(done.stdout)[-1]

    def listed(self, folder):
        return lines(run("face", "list", "--data", folder.data).stdout)

    def test_killed_and_resumed_without_loss_or_repetition(self):
        with Folder() as folder:
            path, found = self.sources(folder)
            running = subprocess.Popen(
                [str(BINARY), "face", "enrol", str(path), "--data", str(folder.data)], stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE)
            before = []
            while len(before) < COUNT // 4 and running.poll() is None:
                time.sleep(0.2)
                before = self.listed(folder)
            running.send_signal(signal.SIGKILL)
            running.wait()
            running.stderr.close()
            before = self.listed(folder)
            done, summary = self.enrol(folder, path)
            after = self.listed(folder)
            self.assertEqual(summary["pictures"], len(found))
            # What was on disk stays as it is, and each picture is there once.
            self.assertEqual(summary["known"], len(before))
            self.assertEqual({one["picture"] for one in before} - {one["picture"] for one in after}, set())
            self.assertEqual(len({one["picture"] for one in after}), summary["known"] + summary["enrolled"])
            for refusal in lines(done.stdout)[:-1]:
                self.assertEqual(len(refusal["id"]), len(refusal["codes"]))
            again, summary = self.enrol(folder, path)
            self.assertEqual((summary["enrolled"], summary["known"]), (0, len(after)))
            self.assertEqual(self.listed(folder), after)
            run("audit", "verify", "--data", folder.data)
            # No picture lies on disk as it was.
            stored = b"".join(p.read_bytes() for p in folder.data.iterdir() if p.is_file())
            self.assertNotIn(b"\xff\xd8\xff\xe0", stored)

    def test_search_forget_and_what_rests_on_nothing(self):
        with Folder() as folder:
            watch(folder, [1, 2], "2030-12-31")
            found = sorted(PICTURES.glob("*/*.jpg"))
            one = next(p for p in found if run("face", "enrol", self.single(folder, p, "W1"), "--data", folder.data,
                                               check=False).returncode == 0)
            refused = run("face", "enrol", self.single(folder, one, "W9"), "--data", folder.data, check=False)
            self.assertEqual(refused.returncode, 1)
            self.assertEqual(lines(refused.stdout)[0]["codes"], ["no-entry"])
            search = ["face", "search", "--picture", one, "--data", folder.data, "--case", "P-1/2026"]
            unmeasured = run(*search, "--purpose", "post-seizure", check=False)
            self.assertEqual(unmeasured.returncode, 1)
            self.assertIn(b"no threshold is proven", unmeasured.stderr)
            run("face", "evaluate", self.few_persons(folder), "--calibration",
                folder.data / "face-calibration-photograph.json", "--kind", "photograph", timeout=3000)
            hits = lines(run(*search, "--purpose", "post-seizure").stdout)
            self.assertEqual([hit["entry"] for hit in hits], [self.listed(folder)[0]["entry"]])
            self.assertGreater(hits[0]["similarity"], 0.9)
            self.assertEqual(run(*search, "--purpose", "arrival-control", check=False).returncode, 1)
            run("face", "forget", "W1", "--reason", "wrong-person", "--data", folder.data)
            self.assertEqual(self.listed(folder), [])
            self.assertEqual(run(*search, "--purpose", "post-seizure").stdout, b"")
            self.assertTrue((folder.data / "destroyed.log").read_text().startswith("cermat-destroyed-1 "))
            # It does not come back with the next run of the same list.
            back = run("face", "enrol", self.single(folder, one, "W1"), "--data", folder.data, check=False)
            self.assertEqual(lines(back.stdout)[0]["codes"], ["forgotten"])

    def test_after_a_change_of_models_pictures_are_described_again(self):
        with Folder() as folder:
            path, found = self.sources(folder, 20)
            self.enrol(folder, path)
            listed = self.listed(folder)
            other = self.other_engine(folder)
            environment = {"CERMAT_FACES": str(other)}
            told = run("doctor", "--data", folder.data, env=environment, check=False).stdout.decode()
            self.assertIn(f"Enrolled faces (pictures, those searched): {len(listed)}, 0", told)
            self.assertIn("cermat face redescribe", told)
            # Handing one in again does it too.
            one = self.single(folder, found[0], "W0")
            done = run("face", "enrol", one, "--data", folder.data, "--engine", other, check=False)
            self.assertEqual(lines(done.stdout)[-1]["describedAgain"], 1, done.stdout)
            again = run("face", "redescribe", "--data", folder.data, "--engine", other, check=False)
            summary = lines(again.stdout)[-1]
            self.assertEqual(summary["described"] + summary["refused"], len(listed) - 1)
            self.assertGreaterEqual(summary["described"], len(listed) - 2)
            engines = {one["engine"] for one in self.listed(folder)}
            self.assertIn(summary["engine"], engines)
            rest = lines(run("face", "redescribe", "--data", folder.data, "--engine", other, check=False).stdout)[-1]
            self.assertEqual(rest["described"], 0)
            run("audit", "verify", "--data", folder.data)

    def test_describing_again_killed_in_the_middle_goes_on_without_loss(self):
        with Folder() as folder:
            path, _ = self.sources(folder, int(os.environ.get("CERMAT_FACE_AGAIN", "56")))
            self.enrol(folder, path)
            before = self.listed(folder)
            self.assertGreater(len(before), 32, "three lots of sixteen at least")
            other = self.other_engine(folder)
            running = subprocess.Popen(
                [str(BINARY), "face", "redescribe", "--data", str(folder.data), "--engine", str(other), "--workers", "1"],
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            # The first lot is on disk once it is told; the next one is under way.
            said = running.stderr.readline()
            self.assertIn(b" of %d: " % len(before), said)
            running.send_signal(signal.SIGKILL)
            running.wait()
            running.stderr.close()
            middle = {one["picture"]: one["engine"] for one in self.listed(folder)}
            self.assertEqual(set(middle), {one["picture"] for one in before}, "no picture is lost")
            engines = {one["engine"] for one in before}
            done = [picture for picture, engine in middle.items() if engine not in engines]
            self.assertTrue(0 < len(done) < len(before), f"{len(done)} of {len(before)}")
            again = run("face", "redescribe", "--data", folder.data, "--engine", other, check=False)
            summary = lines(again.stdout)[-1]
            # Those of before the kill are not described once more, and every other one is told of.
            self.assertEqual(summary["described"] + summary["refused"], len(before) - len(done))
            after = {one["picture"]: one["engine"] for one in self.listed(folder)}
            self.assertEqual(set(after), set(middle))
            self.assertEqual(sum(engine == summary["engine"] for engine in after.values()), len(done) + summary["described"])
            self.assertTrue(all(after[picture] == summary["engine"] for picture in done))
            rest = lines(run("face", "redescribe", "--data", folder.data, "--engine", other, check=False).stdout)[-1]
            self.assertEqual(rest["described"], 0)
            run("audit", "verify", "--data", folder.data)

    def test_an_officer_who_is_named_must_be_allowed(self):
        with Folder() as folder:
            watch(folder, [1])
            run("account-add", "--data", folder.data, "--login", "petugas9", "--name", "Uji", "--role", "officer",
                "--posts", "CGK")
            run("account-add", "--data", folder.data, "--login", "analis9", "--name", "Uji", "--role", "analyst")
            source = self.single(folder, sorted(PICTURES.glob("*/*.jpg"))[0], "W1")
            enrol = ["face", "enrol", source, "--data", folder.data, "--case", "ST-1"]
            for login, purpose in [("petugas9", "arrival-control"), ("nobody", "targeting")]:
                refused = run(*enrol, "--officer", login, "--purpose", purpose, check=False)
                self.assertEqual(refused.returncode, 1, refused.stderr)
            self.assertEqual(self.listed(folder), [])
            done = run(*enrol, "--officer", "analis9", "--purpose", "targeting", check=False)
            self.assertEqual(lines(done.stdout)[-1]["pictures"], 1)

    def other_engine(self, folder):
        """The same engine with another embedder by its hash: a field that no reader knows stands at the model's end."""
        source = ROOT / ".cermat/faces"
        place = folder.base / "engine"
        shutil.copytree(source / "models", place / "models")
        (place / "runtime").symlink_to((source / "runtime").resolve())
        manifest = place / "models/embedder.json"
        told = json.loads(manifest.read_text())
        model = place / "models" / told["file"]
        model.write_bytes(model.read_bytes() + b"\xc0\x3e\x00")
        told["sha256"] = hashlib.sha256(model.read_bytes()).hexdigest()
        manifest.write_text(json.dumps(told))
        return place

    def single(self, folder, picture, entry):
        path = folder.base / "single.csv"
        path.write_text(f"PICTURE,ENTRY\n{picture},{entry}\n")
        return path

    def few_persons(self, folder):
        """Some persons with several pictures, so that a threshold can be shown for a gallery of one."""
        place = folder.base / "persons"
        place.mkdir()
        many = [p for p in sorted(PICTURES.iterdir()) if len(list(p.glob("*.jpg"))) > 1][:12]
        for person in many:
            (place / person.name).symlink_to(person)
        return place


class FaceFigures(unittest.TestCase):
    def test_figures_of_nobody(self):
        with Folder() as folder:
            told = json.loads(run("face", "figures", "--data", folder.data, "--json").stdout)
            self.assertEqual((told["rows"], told["allowed"], told["cut"]), ([], 0.01, False))
            self.assertEqual(told["total"]["standing"], "nobody")
            self.assertEqual(run("face", "figures", "--data", folder.data, "--months", "0", check=False).returncode, 64)


if __name__ == "__main__":
    unittest.main()
