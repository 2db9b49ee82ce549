# SPDX-License-Identifier: Apache-2.0
"""Too much at once: a flood of messages, slow clients, crowds of idle ones, a slow disk.

Refusals are clear, the board stays usable, nothing acknowledged is lost, memory is bounded, and all goes on by itself.
CERMAT_FLOOD_SECONDS (4) says how long each flood lasts, CERMAT_IDLE (300) how many clients say nothing,
CERMAT_QUEUE (6144) how many messages come at once (4,096 may be under way).
"""
import collections
import http.client
import json
import os
import pathlib
import shutil
import socket
import subprocess
import threading
import time
import unittest
import urllib.error
import urllib.request

from product import Folder, Server
from test_desk import Person
from test_full_disk import message

SECONDS = float(os.environ.get("CERMAT_FLOOD_SECONDS", "4"))
IDLE = int(os.environ.get("CERMAT_IDLE", "300"))
QUEUE = int(os.environ.get("CERMAT_QUEUE", "6144"))
PER_SECOND = 280
LIMITS = "limits:\n  connections: {connections}\n  head-seconds: 2\n  body-seconds: 2\n  idle-seconds: 6\n"


def resident(process):
    """Resident memory in MB."""
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def percentile(values, part):
    values = sorted(values)
    return values[min(len(values) - 1, int(len(values) * part))] if values else float("nan")


class Flood:
    """Posts messages at a pace from some threads, and remembers what was answered."""

    def __init__(self, server, token, seconds, per_second=PER_SECOND, threads=16, travellers=4):
        self.server, self.token, self.seconds, self.per_second = server, token, seconds, per_second
        self.answers, self.acknowledged, self.unclear = collections.Counter(), set(), []
        self.lock, self.next, self.travellers = threading.Lock(), 0, travellers
        self.started = time.monotonic()
        self.threads = [threading.Thread(target=self.post) for _ in range(threads)]

    def post(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        while True:
            with self.lock:
                number, self.next = self.next, self.next + 1
            due = self.started + number / self.per_second
            if due > self.started + self.seconds:
                return connection.close()
            time.sleep(max(0, due - time.monotonic()))
            try:
                connection.request("POST", "/api/messages", message(number, self.travellers),
                                   {"Authorization": "Bearer " + self.token})
                answer = connection.getresponse()
                body = answer.read().decode()
            except (OSError, http.client.HTTPException):
                connection.close()
                with self.lock:
                    self.answers["none"] += 1
                continue
            with self.lock:
                self.answers[answer.status] += 1
                if answer.status == 202:
                    self.acknowledged.update(json.loads(line)["id"] for line in body.splitlines())
                elif not answer.headers.get("Retry-After"):
                    self.unclear.append(answer.status)

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *_):
        for thread in self.threads:
            thread.join()


def send_head(server, path, more=b""):
    link = socket.create_connection(("127.0.0.1", server.port), timeout=20)
    link.sendall(f"POST {path} HTTP/1.1\r\nHost: x\r\n".encode() + more)
    return link


def answer_of(link, timeout):
    """The status of what comes; 0 where the connection ends without one, None where nothing comes."""
    link.settimeout(timeout)
    try:
        data = link.recv(4096)
    except (TimeoutError, socket.timeout):
        return None
    except OSError:
        return 0
    return int(data.split()[1]) if data.startswith(b"HTTP/") else 0


class Floods(unittest.TestCase):
    def served(self, folder, connections=2000, env=None):
        config = folder.base / "cermat.yaml"
        config.write_text(LIMITS.format(connections=connections))
        return Server(folder.data, "--demo", "--config", config, env=env)

    def board_during(self, server, work):
        """How long the board takes a signed-in officer while something else goes on, in milliseconds."""
        officer = Person(server, "officer")
        took, stop = [], threading.Event()

        def read():
            while not stop.is_set():
                at = time.monotonic()
                officer.get("/papan")
                took.append((time.monotonic() - at) * 1000)
                time.sleep(0.05)
        reader = threading.Thread(target=read)
        reader.start()
        try:
            work()
        finally:
            stop.set()
            reader.join()
        self.assertGreater(len(took), 3)
        return took

    def settled(self, folder, seconds=60):
        until = time.monotonic() + seconds
        while folder.status()["messages"]["pending"] and time.monotonic() < until:
            time.sleep(0.2)
        self.assertEqual(folder.status()["messages"]["pending"], 0, "what waited is screened")

    def flood(self, folder, server, seconds, **more):
        token = (folder.data / "feed.token").read_text().strip()
        flood = Flood(server, token, seconds, **more)
        memory = [resident(server.process)]

        def work():
            with flood:
                while any(thread.is_alive() for thread in flood.threads):
                    memory.append(resident(server.process))
                    time.sleep(0.2)
        took = self.board_during(server, work)
        print(f"flood of {flood.next / seconds:.0f} a second for {seconds:.0f} s: {dict(flood.answers)}; board p50 "
              f"{percentile(took, .5):.0f} ms, p99 {percentile(took, .99):.0f} ms of {len(took)}; memory at most "
              f"{max(memory):.0f} MB", flush=True)
        self.assertEqual(flood.unclear, [], "every refusal says when to come again")
        self.assertEqual(set(flood.answers) - {202, 429, 503}, set())
        self.assertLess(max(memory), 1_500)
        self.assertLess(percentile(took, .99), 5_000)
        return flood, took

    def test_ten_times_the_normal_load_loses_nothing_and_leaves_the_board(self):
        with Folder(demo=True) as folder, self.served(folder) as server:
            flood, _ = self.flood(folder, server, SECONDS)
            server.kill()
            held = {row["id"] for row in folder.messages()}
            self.assertGreater(len(flood.acknowledged), 20)
            self.assertEqual(flood.acknowledged - held, set(), "acknowledged and lost")
            with self.served(folder):
                self.settled(folder)

    def test_a_feed_beyond_its_pace_is_told_when_to_come_again_and_others_are_not(self):
        with Folder(demo=True) as folder:
            (folder.base / "cermat.yaml").write_text("limits:\n  feed-per-second: 5\n")
            with Server(folder.data, "--demo", "--config", folder.base / "cermat.yaml") as server:
                flood, _ = self.flood(folder, server, 3, per_second=60)
                self.assertGreater(flood.answers[429], 100)
                self.assertLess(flood.answers[202], 10 + 5 * 5)

    def test_a_disk_that_takes_its_time(self):
        compiler = shutil.which("cc")
        if not compiler:
            self.skipTest("needs a C compiler")
        with Folder(demo=True) as folder:
            slow = slow_disk(folder, compiler, 200)
            with self.served(folder, env={"LD_PRELOAD": str(slow)}) as server:
                flood, took = self.flood(folder, server, SECONDS, threads=64)
                self.assertGreater(percentile(took, .5), 150, "the disk is slow indeed")
                server.kill()
            self.assertEqual(flood.acknowledged - {row["id"] for row in folder.messages()}, set())

    def test_a_full_queue_says_when_to_come_again_and_the_folder_waits(self):
        compiler = shutil.which("cc")
        if not compiler:
            self.skipTest("needs a C compiler")
        with Folder(demo=True) as folder:
            with self.served(folder, env={"LD_PRELOAD": str(slow_disk(folder, compiler, 1500))}) as server:
                token = (folder.data / "feed.token").read_text().strip()
                answers, acknowledged, lock = [], set(), threading.Lock()

                def post(number):
                    body = b"\n".join(message(number * 64 + place, 1) for place in range(64))
                    request = urllib.request.Request(server.url + "/api/messages", body, {"Authorization": "Bearer " + token})
                    try:
                        with urllib.request.urlopen(request, timeout=120) as answer:
                            ids = {json.loads(line)["id"] for line in answer.read().decode().splitlines()}
                        with lock:
                            answers.append((202, None))
                            acknowledged.update(ids)
                    except urllib.error.HTTPError as error:
                        with lock:
                            answers.append((error.code, error.headers.get("Retry-After")))
                crowd = [threading.Thread(target=post, args=(number,)) for number in range(QUEUE // 64)]
                began = time.monotonic()
                for thread in crowd:
                    thread.start()
                time.sleep(0.3)
                part = folder.data / "inbox/w.edi.part"
                part.write_bytes(b"\n".join(message(900_000 + place, 1) for place in range(64)))
                part.rename(folder.data / "inbox/w.edi")
                for thread in crowd:
                    thread.join()
                took = time.monotonic() - began
                counts = collections.Counter(status for status, _ in answers)
                print(f"{QUEUE} messages at once on a disk of 1.5 s a sync: {dict(counts)} of {len(crowd)} bodies of 64 in "
                      f"{took:.1f} s, memory {resident(server.process):.0f} MB", flush=True)
                self.assertEqual(set(counts), {202, 503})
                self.assertTrue(all(wait for status, wait in answers if status == 503), "each refusal says when to come again")
                self.assertLessEqual(len(acknowledged), QUEUE)
                until = time.monotonic() + 60
                while not (folder.data / "inbox/taken/w.edi").exists() and time.monotonic() < until:
                    time.sleep(0.2)
                self.assertTrue((folder.data / "inbox/taken/w.edi").exists(), "the folder waited and went on")
                server.kill()
            held = {row["id"] for row in folder.messages()}
            self.assertEqual(acknowledged - held, set(), "acknowledged and lost")

    def test_boards_beyond_the_connections_lock_nobody_out(self):
        with Folder(demo=True) as folder, self.served(folder, connections=40) as server:
            officers = [Person(server, "officer") for _ in range(10)]
            links, opened = [], collections.Counter()
            for number in range(80):
                links.append(begin_board(server, officers[number % 10]))
                opened[answer_of(links[-1], 5)] += 1
            token = (folder.data / "feed.token").read_text().strip()
            flood = Flood(server, token, 2, per_second=20, threads=4, travellers=1)
            with flood:
                took = self.board_during(server, lambda: time.sleep(1))
            print(f"80 boards, 40 connections: {dict(opened)}; meanwhile messages {dict(flood.answers)}, board p99 "
                  f"{percentile(took, .99):.0f} ms", flush=True)
            self.assertEqual(opened, {200: 20, 429: 60}, "half the connections are for boards")
            self.assertEqual(set(flood.answers), {202}, "feeds go on")
            for link in links[:10]:
                link.close()
            # A reader who has gone is noticed at the next heartbeat, ten seconds at most.
            until, status = time.monotonic() + 25, 0
            while status != 200 and time.monotonic() < until:
                time.sleep(0.5)
                links.append(begin_board(server, officers[0]))
                status = answer_of(links[-1], 5)
            self.assertEqual(status, 200, "a place that came free is given")
            for link in links:
                link.close()

    def test_slow_heads_and_bodies_are_ended_with_a_word(self):
        with Folder(demo=True) as folder, self.served(folder) as server:
            token = "Authorization: Bearer " + (folder.data / "feed.token").read_text().strip() + "\r\n"
            heads = [send_head(server, "/api/messages") for _ in range(20)]
            bodies = [send_head(server, "/api/messages", (token + "Content-Length: 50000\r\n\r\n").encode())
                      for _ in range(20)]
            large = send_head(server, "/api/messages", (token + "Content-Length: 70000000\r\n\r\n").encode())
            self.assertEqual(answer_of(large, 2), 413)
            began = time.monotonic()

            def trickle():
                while time.monotonic() - began < 8:
                    for link in heads:
                        send_on(link, b"A: b\r\n")
                    for link in bodies:
                        send_on(link, b"U")
                    time.sleep(0.2)
            trickling = threading.Thread(target=trickle)
            trickling.start()
            took = self.board_during(server, lambda: time.sleep(1.5))
            self.assertLess(percentile(took, .99), 2_000)
            self.assertEqual([answer_of(link, 6) for link in bodies], [408] * len(bodies))
            self.assertEqual([answer_of(link, 6) for link in heads], [0] * len(heads))
            trickling.join()
            for link in bodies + [large]:
                self.assertEqual(answer_of(link, 6), 0, "what goes on after its answer is cut off")

    def test_a_crowd_of_idle_connections_locks_nobody_out(self):
        with Folder(demo=True) as folder, self.served(folder, connections=IDLE // 2) as server:
            links = [socket.create_connection(("127.0.0.1", server.port), timeout=20) for _ in range(IDLE)]
            took = self.board_during(server, lambda: time.sleep(0.5))
            print(f"{IDLE} idle connections, {IDLE // 2} allowed: board p99 {percentile(took, .99):.0f} ms", flush=True)
            self.assertLess(percentile(took, .99), 2_000)
            ended = sum(answer_of(link, 0.01) == 0 for link in links)
            self.assertGreaterEqual(ended, IDLE // 2 - 10, "the oldest idle ones went")
            time.sleep(3)
            self.assertEqual(sum(answer_of(link, 0.01) == 0 for link in links), IDLE, "the rest in their time")


def begin_board(server, officer):
    """A connection that has asked for the live board."""
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for handler in officer.opener.handlers
                        for cookie in getattr(handler, "cookiejar", ()))
    link = socket.create_connection(("127.0.0.1", server.port), timeout=10)
    link.sendall(f"GET /live/board HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nAccept: text/event-stream\r\n"
                 f"Cookie: {cookies}\r\n\r\n".encode())
    return link


def slow_disk(folder, compiler, milliseconds):
    """A library under which each sync takes so long."""
    (folder.base / "slow.c").write_text(
        "#define _GNU_SOURCE\n#include <dlfcn.h>\n#include <unistd.h>\n"
        f"static void wait_long(void) {{ usleep({milliseconds * 1000}); }}\n"
        'int fsync(int f) { wait_long(); return ((int (*)(int)) dlsym(RTLD_NEXT, "fsync"))(f); }\n'
        'int fdatasync(int f) { wait_long(); return ((int (*)(int)) dlsym(RTLD_NEXT, "fdatasync"))(f); }\n')
    slow = folder.base / "slow.so"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", slow, folder.base / "slow.c", "-ldl"], check=True)
    return slow


def send_on(link, data):
    try:
        link.sendall(data)
    except OSError:
        pass


if __name__ == "__main__":
    unittest.main(verbosity=1)
