# Users run `make site`, `make test` and `make install`. The other targets are for people who work on explainer itself.

SHELL := /bin/bash
PREFIX ?= /usr/local
SWIFT ?= swift
# The tests run the same release build that is shipped. It is compiled as by a plain `swift build -c release` and differs
# only in linking: --static-swift-stdlib makes the program independent of a toolchain, and the toolchain's lld is used
# because the system linker prints a false warning about Foundation symbols.
STATIC = $(shell swiftc=$$(command -v $(SWIFT)c) && [ "$$(uname)" = Linux ] && \
  [ -d "$$(dirname "$$(readlink -f "$$swiftc")")/../lib/swift_static/linux" ] && \
  echo --static-swift-stdlib -Xswiftc -use-ld=lld)
RELEASE = $(SWIFT) build -c release $(STATIC)
BINARY = $(shell $(RELEASE) --show-bin-path)/explainer
# Where shells look for completions below share/: bash, zsh, fish.
COMPLETIONS = bash-completion/completions/explainer zsh/site-functions/_explainer fish/vendor_completions.d/explainer.fish

.PHONY: site test screenshots release install uninstall manual fields docs dependencies test-dependencies format lint clean help

## site: install missing system libraries, build a release, build the example site into public/
site: release
	@$(BINARY) build
	@echo "Open public/index.html in a browser."

# An import that no dependency declares compiles or fails by chance of the order of compilation: the check refuses it.
## test: install the test tools, build the release, and run all tests; the command tests run the release
test: test-dependencies lint
	@Tests/Setup/without-warnings $(RELEASE) --product explainer
	@Tests/Setup/without-warnings $(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	@EXPLAINER="$(BINARY)" Tests/Setup/python-tests
	@EXPLAINER="$(BINARY)" $(SWIFT) test --skip-build

## screenshots: take a picture of every kind of page, to look at, into .build/screenshots
screenshots: test-dependencies
	@$(SWIFT) build --product explainer
	@.build/test-tools/bin/python Tests/Browser/screenshots.py .build/screenshots
	@echo "The pictures are in .build/screenshots."

release: dependencies
	@$(RELEASE) --product explainer

dependencies:
	@Tests/Setup/install-libraries

test-dependencies: dependencies
	@Tests/Setup/install-test-tools

## install: install the program and the default theme below PREFIX (/usr/local)
install: release
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/explainer"
	install -m 755 "$(BINARY)" "$(DESTDIR)$(PREFIX)/bin/explainer"
	rm -rf "$(DESTDIR)$(PREFIX)/share/explainer/templates"
	cp -R templates "$(DESTDIR)$(PREFIX)/share/explainer/templates"
	install -d "$(DESTDIR)$(PREFIX)/share/man/man1" $(addprefix "$(DESTDIR)$(PREFIX)"/share/,$(dir $(COMPLETIONS)))
	install -m 644 docs/explainer.1 "$(DESTDIR)$(PREFIX)/share/man/man1/explainer.1"
	"$(BINARY)" --generate-completion-script bash >"$(DESTDIR)$(PREFIX)/share/$(word 1,$(COMPLETIONS))"
	"$(BINARY)" --generate-completion-script zsh >"$(DESTDIR)$(PREFIX)/share/$(word 2,$(COMPLETIONS))"
	"$(BINARY)" --generate-completion-script fish >"$(DESTDIR)$(PREFIX)/share/$(word 3,$(COMPLETIONS))"
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/explainer. In a folder with content/, run: explainer build"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/explainer"
	rm -rf "$(DESTDIR)$(PREFIX)/share/explainer"
	rm -f "$(DESTDIR)$(PREFIX)/share/man/man1/explainer.1"
	rm -f $(addprefix "$(DESTDIR)$(PREFIX)"/share/,$(COMPLETIONS))

## manual: write the manual page docs/explainer.1 anew from the commands
manual:
	@mkdir -p .build/manual
	$(SWIFT) package --allow-writing-to-package-directory generate-manual --output-directory .build/manual
	sed -e 's/^$$/.Pp/' -e "s/^'/\\\\\&'/" .build/manual/explainer.1 >docs/explainer.1

## fields: write the reference docs/content/fields.md anew from the declarations
fields:
	@$(SWIFT) build --product explainer
	@page=docs/content/fields.md; front=$$(sed '/^---$$/{x;s/^/x/;/^xx$$/{x;q};x}' $$page) && \
	  { echo "$$front"; .build/debug/explainer fields --format markdown | sed 1,2d; } >.build/fields.md && mv .build/fields.md $$page

## docs: build the documentation in docs/content into docs/public
docs: release
	@$(BINARY) build --content docs/content --output docs/public

## format: format all Swift files
format:
	$(SWIFT) format -i -r Package.swift Sources Tests Benchmarks

lint:
	@$(SWIFT) format lint --strict -r Package.swift Sources Tests Benchmarks

.PHONY: suites bench bench-templates fuzz-templates test-rebuild

## suites: compare with the suites of CommonMark, GFM, YAML and Jinja, and print the counts (Tests/README.md)
suites: test-dependencies
	@echo "| suite | cases | equal | refused | different |"
	@set -o pipefail; $(SWIFT) test --filter 'SuiteTests|JinjaOwnTests' 2>&1 | \
	  tee .build/suites.log | sed -n 's/^suite: //p' || { tail -n 30 .build/suites.log; exit 1; }

## bench: compare builds of generated sites with Hugo and a lower bound; EVENTS and RUNS set the sizes
bench: EVENTS ?= 1 11 107 1071
bench: RUNS ?= 5
bench: release
	@Benchmarks/Sites/run.sh "$(BINARY)" --events $(EVENTS) --runs $(RUNS)

## test-rebuild: make 500 random edits and compare each incremental build with a clean build
test-rebuild: test-dependencies
	@REBUILD_EDITS=500 $(SWIFT) test --filter 'RebuildTests|PreviewTests'

.PHONY: bench-serve fuzz-serve fuzz-lsp soak-serve

## bench-serve: time from a saved file to the new page in a browser, beside Hugo's server
bench-serve: EVENTS ?= 1 36 357
bench-serve: RUNS ?= 20
bench-serve: release test-dependencies
	@Benchmarks/Serving/run.sh "$(BINARY)" --events $(EVENTS) --runs $(RUNS)

.PHONY: bench-lsp

## bench-lsp: time from a letter that is typed in an editor to the problems, and to answers
bench-lsp: EVENTS ?= 1 36 357
bench-lsp: RUNS ?= 20
bench-lsp: release
	@python3 Benchmarks/LanguageServer/keystrokes.py --explainer "$(BINARY)" --events $(EVENTS) --runs $(RUNS)

## fuzz-serve: send random bytes to the server for SECONDS (600)
fuzz-serve: SECONDS ?= 600
fuzz-serve: release test-dependencies
	@EXPLAINER="$(BINARY)" SERVE_FUZZ_SECONDS=$(SECONDS) .build/test-tools/bin/python -m pytest -q -s \
	  -p no:cacheprovider Tests/Browser/test_serve.py -k no_bytes

## fuzz-lsp: send random messages to the language server for SECONDS (600)
fuzz-lsp: SECONDS ?= 600
fuzz-lsp: release test-dependencies
	@EXPLAINER="$(BINARY)" LSP_FUZZ_SECONDS=$(SECONDS) .build/test-tools/bin/python -m pytest -q -s \
	  -p no:cacheprovider Tests/Editors/test_lsp_fuzz.py

## soak-serve: edit files of a served site for SECONDS (7200) and compare memory and descriptors
soak-serve: SECONDS ?= 7200
soak-serve: release test-dependencies
	@EXPLAINER="$(BINARY)" SERVE_SOAK_SECONDS=$(SECONDS) .build/test-tools/bin/python -m pytest -q -s \
	  -p no:cacheprovider Tests/Browser/test_serve.py -k descriptors

## bench-templates: compare the template engine with swift-mustache and Stencil
bench-templates:
	$(SWIFT) run -c release --package-path Benchmarks/Templates TemplateBenchmark

## fuzz-templates: fuzz the template engine's lexer, parser, checker and renderer for MINUTES (20) each
fuzz-templates: MINUTES ?= 20
fuzz-templates:
	Tests/Fuzz/Templates/run.sh $(MINUTES)

clean:
	rm -rf .build

help:
	@sed -n 's/^## /  make /p' Makefile
