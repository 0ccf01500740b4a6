# Alle opdrachten van dit project. De uitleg achter ## verschijnt bij `make help`.
PYTHON ?= python3
LAUNCHER = $(PYTHON) -m config.launcher
BIN = .venv/bin
UV ?= uv
export PORT
.PHONY: help setup demo run worker test e2e check fix migrations bench docs clean requirements

help: ## toon deze lijst
	@sed -nE 's/^([a-z0-9]+):.*## /\1:/p' Makefile | awk -F: '{ name = $$1; sub(/^[^:]*:/, ""); printf "  make %-13s %s\n", name, $$0 }'

setup: ## installeer wat nodig is: systeemprogramma's en Python-pakketten
	@$(LAUNCHER) setup

demo: ## start de toepassing met demogegevens op http://127.0.0.1:8000 (andere poort: PORT=8001)
	@$(LAUNCHER) demo

run: ## start de webserver voor ontwikkelaars, met herladen na een wijziging
	@$(LAUNCHER) run

worker: ## start een Celery-worker voor ontwikkelaars
	@$(LAUNCHER) worker

test: ## draai alle tests, ook die in de browser (een deel: ARGS="tests/cases -x")
	@$(LAUNCHER) test $(ARGS)

e2e: ## draai alleen de tests in de browser
	@$(LAUNCHER) test tests/e2e $(ARGS)

check: ## controleer opmaak, typen, imports, migraties, sjablonen en verwijzingen
	@$(LAUNCHER) check

fix: setup ## herstel de opmaak van code en sjablonen
	$(BIN)/python -m ruff check --fix-only --quiet .
	$(BIN)/python -m ruff format .
	git ls-files -z 'templates/*.html' | xargs -0 -r $(BIN)/djade --target-version 5.2

migrations: setup ## maak een migratie met een naam: make migrations APP=cases NAME=add_woonplaats
	@test -n "$(APP)" -a -n "$(NAME)" || { echo "Geef APP en NAME, bijvoorbeeld: make migrations APP=cases NAME=add_woonplaats"; exit 1; }
	@DEBUG=1 $(BIN)/python manage.py makemigrations $(APP) --name $(NAME)

bench: ## meet de snelheid
	@$(LAUNCHER) bench $(ARGS)

docs: setup ## controleer de verwijzingen in de documentatie
	@$(BIN)/python -m config.doclinks

requirements: ## vernieuw de lijsten met pakketten uit pyproject.toml (heeft uv nodig; UPGRADE=--upgrade voor nieuwere)
	$(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate $(UPGRADE) -q -o requirements/base.txt pyproject.toml
	$(UV) pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate $(UPGRADE) -q --extra dev -o requirements/dev.txt pyproject.toml

clean: ## verwijder alles wat hier gemaakt is: .venv en .run, met de demogegevens
	@$(LAUNCHER) clean
