# Needed: Go 1.26 or newer and make. The rest is installed by .ci/setup when it is missing.
.DEFAULT_GOAL := help
.PHONY: help run build test race fuzz torture properties cases calibration digits bench bench-window lint files pictures package

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

run: build ## build Milepost and open it; ARGS="today --json" passes arguments
	@if [ -z "$(ARGS)$$DISPLAY$$WAYLAND_DISPLAY" ] && [ "$$(uname -s)" = Linux ]; then \
		echo "Milepost is built (./milepost), but there is no display to open its window on."; \
		echo "Start it from a desktop session, or use its commands: make run ARGS=\"help\""; \
		exit 1; \
	fi
	./milepost $(ARGS)

build: ## build ./milepost
	@.ci/setup
	go build -buildvcs=false -o milepost .

test: ## all tests
	@.ci/setup
	go test -vet=off ./...

race: ## the tests of the pure packages, looking for data races
	@.ci/setup
	go test -vet=off -short -race ./planner/... ./charts/... ./data/interchange/...

fuzz: ## every fuzz target for 5 seconds; FUZZTIME=1m for longer
	@.ci/fuzz

torture: ## crashes, full disks, power cuts and damage at length, as a table; a quarter of an hour
	@.ci/setup
	@.ci/torture

properties: ## the rules of plans on tens of thousands of drawn studies; CHECKS=100000 for more
	@.ci/setup
	go test -vet=off -timeout 60m ./planner -run 'Rules|Same|More|Ways|MustNot|Allocation|HoursNeeded|Nothing|Missed|Repair' -rapid.checks=$${CHECKS:-20000}

cases: ## the planner against the exact upper bounds of its 20 cases
	@.ci/setup
	go test -vet=off -v -run TestCases ./planner

calibration: ## do stated chances come true? simulated learners, as a table and a picture; three minutes
	@.ci/setup
	go run ./planner/readiness/calibration -svg docs/pictures/reliability.svg

digits: ## the same digits on every processor there is an emulator for here; some minutes
	@.ci/digits all

bench: ## all benchmarks
	@.ci/setup
	go test -vet=off -run '^$$' -bench . -benchmem ./...

bench-window: ## start, memory, idling and screen changes with five years of data, beside the least window there can be; three minutes
	@.ci/bench-window

lint: ## format, vet, rules of the house, staticcheck
	@.ci/setup
	@.ci/lint

files: ## every file Milepost writes, opened by other programs: reports, spreadsheets, calendar
	@.ci/files

pictures: ## take the pictures of the documentation anew
	@.ci/journeys pictures
	@.ci/files pictures

package: ## an archive to install from, in dist/
	@.ci/setup package
	@.ci/package
