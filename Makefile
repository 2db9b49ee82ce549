# Cermat. Two commands do everything on a fresh Debian 12 machine with Swift 6.3: `make demo` and `make test`.
SHELL := /bin/bash
SWIFT ?= swift
HOUSE := ../shared/tools/house.py

.PHONY: help build demo demo-crash demo-stop test unit ledger browser lint house bench soak evidence setup setup-faces setup-heads setup-browser clean

help:
	@echo "make build       release binary at .build/release/cermat"
	@echo "make demo        a living synthetic country on http://127.0.0.1:8080 (about 10 minutes the first time, 3 GB of disk)"
	@echo "make demo-crash  kill -9 the demo's server, start it again, balance the ledger"
	@echo "make demo-stop   stop the demo (its data stay in .cermat/demo)"
	@echo "make test        every test, as CI runs it"
	@echo "make bench       the figures of DESIGN section 7 that exist so far"
	@echo "make soak        the long and the large: kill -9, fuzzing, peers, a registry of the nation's size (40 GB of disk)"
	@echo "make evidence    the claims of docs/evidence, measured on this machine"

setup:
	@scripts/setup.sh build

# Without a network the tests that need the face engine are skipped, and say so.
setup-faces:
	@scripts/setup.sh faces || echo "cermat: the face engine is not set up; its tests are skipped" >&2

setup-browser:
	@scripts/setup.sh browser

# Likewise the browser's test of a station, which films invented people.
setup-heads:
	@scripts/setup.sh heads || echo "cermat: the head shapes are not set up; the test of a station is skipped" >&2

build: setup
	$(SWIFT) build -c release --static-swift-stdlib --product cermat
	$(SWIFT) build -c release --static-swift-stdlib --product cermat-verify

demo:
	@scripts/demo.sh start

demo-crash:
	@scripts/demo.sh crash

demo-stop:
	@scripts/demo.sh stop

lint:
	$(SWIFT) format lint --strict -r --parallel Sources Tests Package.swift

house:
	@if [ -f $(HOUSE) ]; then python3 $(HOUSE) --check; else echo "house.py is not here: rows not checked"; fi

unit: setup setup-faces
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --parallel

ledger: setup-browser unit
	Tests/EndToEnd/run.sh

browser: setup-browser setup-heads unit
	Tests/Browser/run.sh

test: house lint unit ledger browser

bench: build
	@scripts/bench.sh

soak: build
	@scripts/setup.sh soak
	@scripts/soak.sh

# As soak: the package is installed into a root of its own, with debootstrap.
evidence: build
	@scripts/setup.sh soak
	@scripts/evidence.sh

clean:
	rm -rf .build .cermat
