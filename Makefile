# What people run: `make site` and `make test`. Everything else is for those who work on explainer itself.

SHELL := /bin/bash
PREFIX ?= /usr/local
SWIFT ?= swift
# One build is tested and shipped. It differs from a plain `swift build -c release` in how it is linked, not in how it is
# compiled: --static-swift-stdlib links Swift's own libraries into the program, so that it runs on machines without a
# toolchain; the toolchain's lld links it, because the system linker prints a false warning about Foundation symbols.
STATIC = $(shell swiftc=$$(command -v $(SWIFT)c) && [ "$$(uname)" = Linux ] && \
  [ -d "$$(dirname "$$(readlink -f "$$swiftc")")/../lib/swift_static/linux" ] && \
  echo --static-swift-stdlib -Xswiftc -use-ld=lld)
RELEASE = $(SWIFT) build -c release $(STATIC)
BINARY = $(shell $(RELEASE) --show-bin-path)/explainer

.PHONY: site test screenshots release install uninstall dependencies test-dependencies format lint clean help

## site: install missing system libraries, build a release, build the example site into public/
site: release
	@$(BINARY) build
	@echo "Open public/index.html in a browser."

## test: install what the tests need, build the release, and run all tests; those of the command run the release
test: test-dependencies lint
	@Tests/Setup/without-warnings $(RELEASE) --product explainer
	@Tests/Setup/without-warnings $(SWIFT) build --build-tests
	@EXPLAINER="$(BINARY)" Tests/Setup/python-tests
	@EXPLAINER="$(BINARY)" $(SWIFT) test --skip-build

## screenshots: take pictures of every kind of page, for people to look at, into .build/screenshots
screenshots: test-dependencies
	@$(SWIFT) build --product explainer
	@.build/test-tools/bin/python Tests/Browser/screenshots.py .build/screenshots
	@echo "Look at .build/screenshots."

release: dependencies
	@$(RELEASE) --product explainer

dependencies:
	@Tests/Setup/install-libraries

test-dependencies: dependencies
	@Tests/Setup/install-test-tools

## install: put the program and the default theme below PREFIX (/usr/local)
install: release
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/explainer"
	install -m 755 "$(BINARY)" "$(DESTDIR)$(PREFIX)/bin/explainer"
	rm -rf "$(DESTDIR)$(PREFIX)/share/explainer/templates"
	cp -R templates "$(DESTDIR)$(PREFIX)/share/explainer/templates"
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/explainer. In a folder with content/, run: explainer build"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/explainer"
	rm -rf "$(DESTDIR)$(PREFIX)/share/explainer"

## format: lay all Swift files out as the project does
format:
	$(SWIFT) format -i -r Package.swift Sources Tests Benchmarks

lint:
	@$(SWIFT) format lint --strict -r Package.swift Sources Tests Benchmarks

.PHONY: bench bench-templates fuzz-templates test-rebuild

## bench: build made-up sites with explainer and with Hugo, in turns, beside the floor; EVENTS and RUNS say how much
bench: EVENTS ?= 1 11 107 1071
bench: RUNS ?= 5
bench: release
	@Benchmarks/Sites/run.sh "$(BINARY)" --events $(EVENTS) --runs $(RUNS)

## test-rebuild: 500 random edits, each built upon the last build and compared with a clean one
test-rebuild: test-dependencies
	@REBUILD_EDITS=500 $(SWIFT) test --filter RebuildTests

## bench-templates: measure the template engine beside swift-mustache and Stencil
bench-templates:
	$(SWIFT) run -c release --package-path Benchmarks/Templates TemplateBenchmark

## fuzz-templates: fuzz the template engine's lexer, parser, checker and renderer, MINUTES (20) each
fuzz-templates: MINUTES ?= 20
fuzz-templates:
	Tests/Fuzz/Templates/run.sh $(MINUTES)

clean:
	rm -rf .build

help:
	@sed -n 's/^## /  make /p' Makefile
