"""What differs between two versions of a plan, part by part and word by word."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher

from config.weergave import datum as datumtekst
from planvanaanpak.planinhoud import Doelinhoud, Faseinhoud, Leefgebiedinhoud, Planinhoud, Stapinhoud, Voorzieninginhoud

WOORD = re.compile(r"\s+|[^\s]+")
VELDEN_LEEFGEBIED = (
    ("doelstelling", "Doelstelling"),
    ("doelstelling_reden", "Doelstelling gewijzigd, omdat"),
    ("situatie", "Hoe is het nu?"),
    ("voldoet", "Voldoet aan de doelstelling"),
    ("hulpvraag", "Hulpvraag"),
    ("weggelaten", "Weggelaten, omdat"),
)


@dataclass(frozen=True)
class Tekstdeel:
    """A piece of a text; `anders` when the other version does not have it."""

    tekst: str
    anders: bool = False


@dataclass(frozen=True, kw_only=True)
class Verschilregel:
    """One part of the plan in both versions."""

    wat: str
    oud: str
    nieuw: str

    @property
    def is_gelijk(self) -> bool:
        return self.oud == self.nieuw

    @property
    def hoe(self) -> str:
        """Say what happened, in a word: colour alone does not tell it."""
        if self.is_gelijk:
            return "gelijk"
        if not self.oud:
            return "erbij"
        return "gewijzigd" if self.nieuw else "weg"

    @property
    def delen_oud(self) -> tuple[Tekstdeel, ...]:
        return _delen(self.oud, self.nieuw)

    @property
    def delen_nieuw(self) -> tuple[Tekstdeel, ...]:
        return _delen(self.nieuw, self.oud)


@dataclass(frozen=True, kw_only=True)
class Groep:
    """A leefgebied, or what is of the whole plan, with its parts."""

    naam: str
    regels: tuple[Verschilregel, ...]

    @property
    def anders(self) -> tuple[Verschilregel, ...]:
        return tuple(regel for regel in self.regels if not regel.is_gelijk)

    @property
    def gelijk(self) -> int:
        return len(self.regels) - len(self.anders)


def vergelijk(oud: Planinhoud, nieuw: Planinhoud) -> tuple[Groep, ...]:
    """Put two versions side by side; a part that both leave empty is left out.

    What a version of before did not keep is left out of both: it did not change.
    """
    alles = oud.kent_alles and nieuw.kent_alles
    per_code = {gebied.code: gebied for gebied in oud.leefgebieden}
    groepen = [Groep(naam="Het plan", regels=_regels(_van_plan(oud), _van_plan(nieuw)))]
    for gebied in nieuw.leefgebieden:
        was = per_code.get(gebied.code)
        regels = _regels(_van_gebied(was, alles=alles) if was else {}, _van_gebied(gebied, alles=alles))
        groepen.append(Groep(naam=gebied.label, regels=regels))
    return tuple(groep for groep in groepen if groep.regels)


def _regels(oud: Mapping[str, tuple[str, str]], nieuw: Mapping[str, tuple[str, str]]) -> tuple[Verschilregel, ...]:
    """Match the parts by their key; what only the old version has comes at its end."""
    sleutels = [*nieuw, *(sleutel for sleutel in oud if sleutel not in nieuw)]
    regels = []
    for sleutel in sleutels:
        wat = (nieuw.get(sleutel) or oud[sleutel])[0]
        regel = Verschilregel(wat=wat, oud=oud.get(sleutel, ("", ""))[1], nieuw=nieuw.get(sleutel, ("", ""))[1])
        if regel.oud or regel.nieuw:
            regels.append(regel)
    return tuple(regels)


def _van_plan(plan: Planinhoud) -> dict[str, tuple[str, str]]:
    delen = {
        "soort": ("Soort plan", plan.soort),
        "situatie": ("Situatie bij aanmelding", plan.situatie),
        "gesprek": ("Eerste gesprek", _dag(plan.eerste_gesprek)),
        "gezin": ("Gezin", ", ".join(plan.gezin)),
    }
    return delen | {f"fase-{fase.nummer}": (f"Fase {fase.nummer}", _fase(fase)) for fase in plan.fasen}


def _van_gebied(gebied: Leefgebiedinhoud, *, alles: bool) -> dict[str, tuple[str, str]]:
    velden = VELDEN_LEEFGEBIED if alles else [rij for rij in VELDEN_LEEFGEBIED if rij[0] != "doelstelling_reden"]
    delen = {veld: (label, str(getattr(gebied, veld))) for veld, label in velden}
    delen |= {f"doel-{doel.pk}": ("Doel", _doel(doel, alles=alles)) for doel in gebied.doelen}
    return delen | {f"voorziening-{v.pk}": ("Voorziening", _voorziening(v, alles=alles)) for v in gebied.voorzieningen}


def _doel(doel: Doelinhoud, *, alles: bool) -> str:
    regels = [doel.tekst, *_mits("Voor: ", doel.voor), _stand(doel.status, doel.behaald, doel.reden)]
    regels += _mits("Erbij gekomen, omdat: ", doel.toegevoegd if alles else "")
    return "\n".join([*regels, *(_stap(stap) for stap in doel.stappen)])


def _stap(stap: Stapinhoud) -> str:
    uiterlijk = f", uiterlijk {_dag(stap.uiterlijk)}" if stap.uiterlijk else ""
    return f"Stap: {stap.wat} ({stap.wie}{uiterlijk}). {_stand(stap.status, stap.behaald, stap.reden)}"


def _stand(status: str, behaald: date | None, reden: str) -> str:
    return "Stand: " + " ".join(deel for deel in (status, _dag(behaald), f"({reden})" if reden else "") if deel)


def _voorziening(v: Voorzieninginhoud, *, alles: bool) -> str:
    regels = [f"{v.omschrijving}, {v.soort}, {v.status}", f"{_euro(v.bedrag)}, {v.wanneer}"]
    regels += [*_mits("Voor: ", v.voor), *_mits("Door: ", v.uitvoerder), *_mits("", v.motivering)]
    if alles:
        regels += [regel for label, tekst in onderdelen(v) for regel in _mits(f"{label}: ", tekst)]
    return "\n".join(regels)


def onderdelen(v: Voorzieninginhoud) -> tuple[tuple[str, str], ...]:
    """Give what else a version says of a voorziening, each with its label; an older version leaves it empty."""
    return (
        ("Doel", v.doel),
        ("Nodig of wens", v.noodzaak),
        ("Toegang", v.toegang),
        ("Obstakel", v.obstakel),
        ("Geschiktheid", v.geschiktheid),
        ("Noodzakelijkheid", v.noodzakelijkheid),
        ("Evenredigheid", v.evenredigheid),
        ("Grond voor het afwijzen", v.weigeringsgrond),
        ("Uitzondering", v.uitzondering),
        ("Rekensom", v.rekensom),
        ("Waarvan btw", _euro(v.btw) if v.btw is not None else ""),
        ("Prijs", v.prijs),
        ("Wie betaald wordt", v.betaald_aan),
    )


def _fase(fase: Faseinhoud) -> str:
    regels = [
        fase.naam,
        *_mits("Evaluatie gepland op ", _dag(fase.evaluatie)),
        *_mits("Geëvalueerd op ", _dag(fase.geevalueerd)),
        *_mits("Uitkomst: ", fase.uitkomst),
        *_mits("", fase.toelichting),
    ]
    return "\n".join(regels)


def _mits(voor: str, tekst: str) -> Iterable[str]:
    return [f"{voor}{tekst}"] if tekst else []


def _dag(dag: date | None) -> str:
    return datumtekst(dag)


def _euro(bedrag: Decimal) -> str:
    return f"€ {bedrag:,.2f}".replace(",", "_").replace(".", ",").replace("_", ".")


def _delen(tekst: str, andere: str) -> tuple[Tekstdeel, ...]:
    """Cut a text in what the other has too and what only this one has. Words whole, so that it can be read."""
    woorden, anderen = WOORD.findall(tekst), WOORD.findall(andere)
    stukken: list[Tekstdeel] = []
    for soort, van, tot, _, _ in SequenceMatcher(None, woorden, anderen, autojunk=False).get_opcodes():
        if stuk := "".join(woorden[van:tot]):
            stukken.append(Tekstdeel(stuk, soort != "equal"))
    return _samen(stukken)


def _samen(stukken: Sequence[Tekstdeel]) -> tuple[Tekstdeel, ...]:
    """Join pieces of the same kind that follow each other."""
    samen: list[Tekstdeel] = []
    for stuk in stukken:
        if samen and samen[-1].anders == stuk.anders:
            samen[-1] = Tekstdeel(samen[-1].tekst + stuk.tekst, stuk.anders)
        else:
            samen.append(stuk)
    return tuple(samen)
