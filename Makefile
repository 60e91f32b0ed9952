# dateline: newspaper articles in, RDF out. `make help` lists what can be made; everything made goes to .build/.

VERSION = 0.1.0
PREFIX  = /usr/local
DESTDIR =
BUILD   = .build
SHARED  = ../shared
ARTICLE = tests/data/sample.md
CREATORS =

CFLAGS     = -O3 -g
PKG_CONFIG = pkg-config
INSTALL    = install
OBJCOPY    = objcopy

# ---------------------------------------------------------------- what is built from what

PACKAGES = raptor2 redland libpcre2-8 icu-uc libarchive libcurl
PROGRAM  = $(BUILD)/dateline
LIBRARY  = $(BUILD)/libdateline.a
FLAGS    = $(BUILD)/flags

HEADER     = extractor/include/dateline.h
OBJECTS    = $(patsubst extractor/src/%.c,$(BUILD)/obj/%.o,$(filter-out %/main.c %/commands.c %/extract_command.c %/store_command.c,$(wildcard extractor/src/*.c)))
MAIN       = $(BUILD)/obj/main.o $(BUILD)/obj/commands.o $(BUILD)/obj/extract_command.o $(BUILD)/obj/store_command.o
UNIT_TESTS = $(patsubst tests/unit/%.c,$(BUILD)/tests/%,$(wildcard tests/unit/*_test.c))
GRAPHCHECK = tests/graphcheck/node_modules/.package-lock.json

BINDIR  = $(PREFIX)/bin
LIBDIR  = $(PREFIX)/lib
MANDIR  = $(PREFIX)/share/man/man1
DATADIR = $(PREFIX)/share/dateline

PACKAGE_CFLAGS := $(shell $(PKG_CONFIG) --cflags $(PACKAGES) 2>/dev/null)
PACKAGE_LIBS   := $(shell $(PKG_CONFIG) --libs $(PACKAGES) 2>/dev/null)

WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion $(if $(WERROR),-Werror)
LANGUAGE = -std=c11 -D_GNU_SOURCE -pthread -Iextractor/include -Iextractor/src $(PACKAGE_CFLAGS) \
           -DDATELINE_VERSION=\"$(VERSION)\" -DDATELINE_DATADIR=\"$(DATADIR)\"
COMPILE  = $(CC) $(LANGUAGE) $(WARNINGS) -fvisibility=hidden $(CPPFLAGS) $(CFLAGS)
DEPENDS  = -MMD -MP -MT $@ -MF $@.d
LINK     = $(CC) -pthread $(CFLAGS) $(LDFLAGS)
LIBS     = $(PACKAGE_LIBS) $(LDLIBS)
SANITIZE = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all

ifndef V
.SILENT:
endif
.DELETE_ON_ERROR:
.PHONY: all deps demo check check-stores check-slurm sanitize lint format bench install uninstall install-check score grid score-links docs clean help unit needs FORCE

all: $(PROGRAM) ## build the program and the library (CC=clang, WERROR=1 and V=1 do what they say)

$(PROGRAM): $(MAIN) $(LIBRARY)
	echo "  LINK $@"
	$(LINK) -o $@ $^ $(LIBS)

$(LIBRARY): $(OBJECTS)
	echo "  AR   $@"
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/obj/%.o: extractor/src/%.c $(FLAGS) | needs
	echo "  CC   $<"
	mkdir -p $(@D)
	$(COMPILE) $(DEPENDS) -c -o $@ $<

$(BUILD)/tests/%: tests/unit/%.c $(LIBRARY) $(FLAGS)
	echo "  TEST $<"
	mkdir -p $(@D)
	$(COMPILE) $(DEPENDS) -Itests/unit -o $@ $< $(LIBRARY) $(LDFLAGS) $(LIBS)

# The library as others get it: one object in which no name but dateline_... can be seen.
$(BUILD)/public/libdateline.a: $(OBJECTS)
	mkdir -p $(@D)
	rm -f $@
	$(LD) -r -o $(@D)/dateline.o $^
	$(OBJCOPY) --localize-hidden $(@D)/dateline.o
	$(AR) rcs $@ $(@D)/dateline.o

# Changes only when the compile command does, so that other flags mean another build.
$(FLAGS): FORCE
	mkdir -p $(@D)
	printf '%s\n' '$(COMPILE)' | cmp -s - $@ || printf '%s\n' '$(COMPILE)' >$@

needs:
	.ci/deps --check build

unit: $(UNIT_TESTS)

-include $(wildcard $(BUILD)/obj/*.d $(BUILD)/tests/*.d)

# ---------------------------------------------------------------- using it

deps: ## install what is missing to build and test, or say what to type
	.ci/deps build test

demo: ## turn an article into RDF and show what was found (ARTICLE=file.md)
	.ci/deps build
	$(MAKE) --no-print-directory all
	graph=output/$$(basename "$(ARTICLE)" .md).ttl && \
	$(PROGRAM) extract -o "$$graph" "$(ARTICLE)" && \
	echo && echo "$(ARTICLE) -> $$graph: $$(grep -c . "$$graph") lines of Turtle" && \
	echo && echo "Who did what:" && $(PROGRAM) query ontology/queries/who-did-what.rq "$$graph" && \
	echo && echo "The events, asked for with this query (ontology/queries/facts.rq):" && \
	sed -e '/^#/d' -e 's/^/    /' ontology/queries/facts.rq && \
	$(PROGRAM) query ontology/queries/facts.rq "$$graph"

score: all ## measure the program on the annotated articles beside the project, if they are there; note how right each rule is
	if [ -d $(SHARED)/corpus/gold ]; then \
	    mkdir -p $(BUILD)/score && \
	    python3 -B tests/measure.py $(PROGRAM) $(SHARED) $(BUILD)/score extractor/rules/precision.tsv; \
	else \
	    echo "score: skipped, as there is no $(SHARED)/corpus"; \
	fi

grid: all ## ask the program for the events of 25,000 sentences made from verbs and frames (GRIDFLAGS="--missed --every 10")
	python3 -B tests/grid/grid.py $(GRIDFLAGS) $(PROGRAM) tests/grid/zh.grid tests/grid/en.grid

score-links: all ## measure whether names in articles are taken for what they stand for, if the articles are there
	if [ -d $(SHARED)/corpus ]; then \
	    python3 -B tests/score_links.py $(PROGRAM) $(SHARED)/corpus tests/data/links-gold.tsv tests/data/links-random.tsv; \
	else \
	    echo "score-links: skipped, as there is no $(SHARED)/corpus"; \
	fi

docs: all ## make the ontology's page (output/ontology.html) and JSON-LD context (CREATORS="IRI ..." are named)
	mkdir -p $(BUILD)/docs
	python3 -B ontology/publish.py $(addprefix --creator ,$(CREATORS)) $(PROGRAM) ontology/dateline.ttl $(BUILD)/docs
	cp $(BUILD)/docs/ontology.html output/ontology.html
	cp $(BUILD)/docs/context.jsonld ontology/context.jsonld
	$(if $(CREATORS),cp $(BUILD)/docs/dateline.ttl output/dateline.ttl)

# ---------------------------------------------------------------- testing it

check: ## run all tests; the last line counts them
	.ci/deps build test
	$(MAKE) --no-print-directory all unit $(GRAPHCHECK)
	DATELINE=$(PROGRAM) UNIT=$(BUILD)/tests SHARED=$(SHARED) tests/run.sh

check-stores: ## ask SPARQL stores our queries: Virtuoso, oxigraph, Jena; what cannot be installed is skipped
	.ci/deps build test
	.ci/deps stores || echo "check-stores: what is missing is skipped"
	$(MAKE) --no-print-directory all $(GRAPHCHECK)
	DATELINE=$(PROGRAM) tests/stores/check.sh

check-slurm: all ## run an array of shards on a Slurm of one node, started here and stopped again (as root)
	DATELINE=$(PROGRAM) tests/slurm.sh

# What the graph checker needs, from npm: exactly the versions of its lock file. npm writes the target last.
$(GRAPHCHECK): tests/graphcheck/package-lock.json
	node -e 'if (parseInt(process.versions.node) < 18) { console.error("node >= 18 is needed"); process.exit(1) }'
	echo "  NPM  $<"
	npm ci --prefix $(<D) --no-audit --no-fund --loglevel=error

bench: all ## measure speed and memory, as ratios; one table (ARTICLES=200 ROUNDS=3 MANY=5000)
	python3 -B tests/bench/bench.py $(PROGRAM) $(SHARED)

sanitize: ## run the C and command-line tests under AddressSanitizer and UndefinedBehaviorSanitizer
	.ci/deps build test
	$(MAKE) --no-print-directory BUILD=$(BUILD)/asan CFLAGS="$(SANITIZE)" all unit
	mkdir -p $(BUILD)/asan/data
	ln -sfn $(CURDIR)/extractor/rules $(CURDIR)/extractor/lexicon $(CURDIR)/ontology $(BUILD)/asan/data
	ASAN_OPTIONS=exitcode=99 LSAN_OPTIONS=print_suppressions=0:suppressions=$(abspath tests/lsan.supp) UBSAN_OPTIONS=exitcode=99:print_stacktrace=1 DATELINE_DATA=$(abspath $(BUILD))/asan/data \
	    DATELINE=$(BUILD)/asan/dateline UNIT=$(BUILD)/asan/tests SHARED=$(SHARED) tests/run.sh unit cli

lint: ## check format, style, module fences, sizes and the lexicon
	.ci/deps build test lint
	LANGUAGE="$(LANGUAGE)" tests/lint.sh

format: ## let clang-format write the C files
	clang-format -i extractor/src/*.[ch] $(HEADER) $(wildcard tests/unit/*.[ch])

# ---------------------------------------------------------------- installing it

install: all $(BUILD)/public/libdateline.a ## install under PREFIX (/usr/local), staged in DESTDIR if that is set
	$(INSTALL) -d "$(DESTDIR)$(BINDIR)" "$(DESTDIR)$(LIBDIR)/pkgconfig" "$(DESTDIR)$(PREFIX)/include" "$(DESTDIR)$(MANDIR)"
	$(INSTALL) -m 755 $(PROGRAM) "$(DESTDIR)$(BINDIR)"
	$(INSTALL) -m 644 $(BUILD)/public/libdateline.a "$(DESTDIR)$(LIBDIR)"
	$(INSTALL) -m 644 $(HEADER) "$(DESTDIR)$(PREFIX)/include"
	sed -e 's|/usr/local/share/dateline|$(DATADIR)|' extractor/dateline.1 >"$(DESTDIR)$(MANDIR)/dateline.1"
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' -e 's|@PACKAGES@|$(PACKAGES)|' extractor/dateline.pc.in \
	    >"$(DESTDIR)$(LIBDIR)/pkgconfig/dateline.pc"
	chmod 644 "$(DESTDIR)$(MANDIR)/dateline.1" "$(DESTDIR)$(LIBDIR)/pkgconfig/dateline.pc"
	rm -rf "$(DESTDIR)$(DATADIR)"
	$(INSTALL) -d "$(DESTDIR)$(DATADIR)"
	cp -R extractor/rules extractor/lexicon extractor/slurm ontology "$(DESTDIR)$(DATADIR)"
	chmod -R u=rwX,go=rX "$(DESTDIR)$(DATADIR)"

uninstall: ## remove what `make install` put under PREFIX
	rm -f "$(DESTDIR)$(BINDIR)/dateline" "$(DESTDIR)$(LIBDIR)/libdateline.a" "$(DESTDIR)$(LIBDIR)/pkgconfig/dateline.pc" \
	    "$(DESTDIR)$(PREFIX)/include/dateline.h" "$(DESTDIR)$(MANDIR)/dateline.1"
	rm -rf "$(DESTDIR)$(DATADIR)"

install-check: all ## install into an empty folder, use what is there, uninstall
	+MAKE=$(MAKE) DATELINE=$(PROGRAM) tests/install.sh

clean: ## remove .build/ and the packages of the graph checker
	rm -rf $(BUILD) tests/graphcheck/node_modules tests/lexicon/node_modules

help: ## this list
	sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1 @\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F@ '{ printf "%-21s %s\n", $$1, $$2 }'
