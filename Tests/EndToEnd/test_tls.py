# SPDX-License-Identifier: Apache-2.0
"""The server ends TLS itself, says what is wrong with a certificate, and takes a renewed one while it runs."""
import http.client
import os
import shutil
import signal
import socket
import ssl
import subprocess
import time
import unittest

from product import BINARY, Folder, free_port, lines, run


def certificate(place, days, name="chain"):
    """A self-signed certificate for localhost and its key, made by the openssl command."""
    chain, key = place / f"{name}.pem", place / f"{name}.key"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-days", str(days), "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1",
         "-keyout", str(key), "-out", str(chain)], check=True, capture_output=True)
    key.chmod(0o600)
    return chain, key


class SecureServer:
    """`cermat serve` with a configuration file and a certificate, on loopback."""

    def __init__(self, folder, chain, key):
        self.port = free_port()
        self.config = folder.base / "cermat.yaml"
        self.config.write_text(
            f"data: {folder.data}\nlisten: 127.0.0.1:{self.port}\ntls-certificate: {chain}\ntls-key: {key}\n")
        self.errors = (folder.base / "errors").open("wb")
        self.process = subprocess.Popen(
            [str(BINARY), "serve", "--config", str(self.config)], stdout=subprocess.DEVNULL, stderr=self.errors)
        deadline = time.monotonic() + 60
        while not self.listens():
            assert self.process.poll() is None and time.monotonic() < deadline, "the server did not start"
            time.sleep(0.05)

    def listens(self):
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            return True
        except OSError:
            return False

    def peer(self, trusted, **limits):
        """The serial number of the certificate that a new connection is shown, and the version of TLS."""
        context = ssl.create_default_context(cafile=str(trusted))
        for name, value in limits.items():
            setattr(context, name, value)
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as plain:
            with context.wrap_socket(plain, server_hostname="localhost") as secure:
                return secure.getpeercert()["serialNumber"], secure.version()

    def get(self, path, trusted):
        context = ssl.create_default_context(cafile=str(trusted))
        connection = http.client.HTTPSConnection("localhost", self.port, context=context, timeout=20)
        connection.request("GET", path)
        answer = connection.getresponse()
        answer.read()
        return answer

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(20)
        self.errors.close()


class TLS(unittest.TestCase):
    def test_pages_come_over_tls_and_a_renewed_certificate_is_taken_while_it_runs(self):
        with Folder() as folder:
            chain, key = certificate(folder.base, 200)
            server = SecureServer(folder, chain, key)
            try:
                answer = server.get("/masuk", chain)
                self.assertEqual(answer.status, 200)
                self.assertIn("max-age=", answer.headers["strict-transport-security"])
                cookie = answer.headers["set-cookie"]
                self.assertTrue(cookie.startswith("__Host-"), cookie)
                self.assertIn("; Secure", cookie)

                first, version = server.peer(chain)
                self.assertEqual(version, "TLSv1.3")
                self.assertEqual(server.peer(chain, maximum_version=ssl.TLSVersion.TLSv1_2)[1], "TLSv1.2")
                with self.assertRaises((ssl.SSLError, OSError)):
                    server.peer(chain, minimum_version=ssl.TLSVersion.TLSv1,
                                maximum_version=ssl.TLSVersion.TLSv1_1)
                with self.assertRaises((http.client.HTTPException, OSError)):
                    plain = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
                    plain.request("GET", "/masuk")
                    plain.getresponse()

                # The certificate first, then its key, as renewal programs do; between the two nothing breaks.
                old = folder.base / "old.pem"
                shutil.copy(chain, old)
                fresh, fresh_key = certificate(folder.base, 300, "fresh")
                trusted = folder.base / "both.pem"
                trusted.write_bytes(old.read_bytes() + fresh.read_bytes())
                os.replace(fresh, chain)
                time.sleep(6)
                self.assertEqual(server.peer(trusted)[0], first)
                os.replace(fresh_key, key)
                deadline = time.monotonic() + 30
                while server.peer(trusted)[0] == first:
                    self.assertLess(time.monotonic(), deadline, "the renewed certificate was not taken")
                    time.sleep(0.5)
                self.assertEqual(server.get("/healthz", trusted).status, 200)
            finally:
                server.stop()
            self.assertEqual(server.process.returncode, 0)

    def refusal(self, folder, *more):
        done = run("serve", "--data", folder.data, *more, check=False, timeout=60)
        return done.returncode, done.stderr.decode()

    def test_what_cannot_be_used_is_refused_with_a_remedy(self):
        with Folder() as folder:
            chain, key = certificate(folder.base, 200)
            other, other_key = certificate(folder.base, 200, "other")
            listen = ("--listen", f"127.0.0.1:{free_port()}")
            key.chmod(0o644)
            code, text = self.refusal(folder, *listen, "--tls-certificate", chain, "--tls-key", key)
            self.assertEqual(code, 64)
            self.assertIn("chmod 600", text)
            key.chmod(0o600)
            for certificate_file, key_file, word in (
                    (chain, other_key, "not that of"), (folder.base / "none", key, "cannot read"),
                    (key, key, "no certificate"), (chain, other, "chmod")):
                code, text = self.refusal(
                    folder, *listen, "--tls-certificate", certificate_file, "--tls-key", key_file)
                self.assertEqual(code, 64, text)
                self.assertIn(word, text)
            code, text = self.refusal(folder, *listen, "--tls-certificate", chain)
            self.assertEqual(code, 64)
            self.assertIn("together", text)

    def test_plain_http_off_the_machine_is_refused(self):
        with Folder() as folder:
            code, text = self.refusal(folder, "--listen", f"0.0.0.0:{free_port()}")
            self.assertEqual(code, 64)
            self.assertIn("tls-certificate", text)

    def test_doctor_tells_of_a_certificate_that_ends(self):
        with Folder() as folder:
            config = folder.base / "cermat.yaml"
            for days, grade in ((200, "good"), (10, "notice"), (-1, "fault")):
                chain, key = certificate(folder.base, max(days, 1))
                config.write_text(f"data: {folder.data}\ntls-certificate: {chain}\ntls-key: {key}\n")
                command = [str(BINARY), "doctor", "--config", str(config), "--json"]
                if days < 0:
                    if not shutil.which("faketime"):
                        continue
                    command = ["faketime", "+3 days", *command]
                done = subprocess.run(command, capture_output=True, timeout=60)
                found = {line["subject"]: line for line in lines(done.stdout)}["certificate"]
                self.assertEqual(found["grade"], grade, found)
            self.assertGreater(len(found.get("remedy") or "x" * 30), 20)
            key.chmod(0o644)
            done = subprocess.run([str(BINARY), "doctor", "--config", str(config), "--json"], capture_output=True)
            self.assertEqual(done.returncode, 1)
            self.assertIn(b"chmod 600", done.stdout)


if __name__ == "__main__":
    unittest.main()
