"""What is still missing before a plan can be vastgesteld: the checklist on the plan page and the gate in the action."""

from dataclasses import dataclass

from config.weergave import op_een_rij

VOORZIENINGEN, AKKOORD, ADRES, GEMEENTE = "voorzieningen", "akkoord", "adres", "gemeente"
COMMISSIE = "commissie"
# The field of one voorziening: zienswijze:12, or any other: voorziening:12#motivering.
ZIENSWIJZE, VOORZIENING = "zienswijze", "voorziening"
# The price of one voorziening, its saneringskrediet, and one doel: doel:12.
PRIJS, SANERING, DOEL = "prijs", "sanering", "doel"
AKKOORD_OUDER = "akkoord_ouder"
# A closed venster, and somebody of the dossier: betrokkene:12.
HARDHEID, BETROKKENE = "hardheid", "betrokkene"
GESPREK = "gesprek"
HERVATTEN = "hervatten"
VOLLEDIG = "volledig"
SITUATIE = "plan-situatie"


@dataclass(frozen=True, kw_only=True)
class Leefgebiedgegevens:
    """What is filled in of one leefgebied; `voorziening` says that something is proposed to grant there."""

    code: str
    label: str
    situatie: bool = False
    voldoet: bool = False
    hulpvraag: bool = False
    doel: bool = False
    voorziening: bool = False
    weggelaten: bool = False

    @property
    def is_leeg(self) -> bool:
        return not (self.situatie or self.voldoet or self.hulpvraag or self.doel or self.voorziening)


@dataclass(frozen=True, kw_only=True)
class Plangegevens:
    """What the checklist looks at, read once from the database."""

    leefgebieden: tuple[Leefgebiedgegevens, ...]
    voorzieningen: int
    wensen_toegekend: tuple[str, ...]
    zonder_grond: tuple[str, ...] = ()
    # What would be refused without a word on what the inwoner thinks of it: the key and the name of each.
    zonder_zienswijze: tuple[tuple[int, str], ...] = ()
    motivering_open: tuple[str, ...] = ()
    # What would be granted in the nazorg: then the plan is taken up again first.
    nieuw_in_nazorg: tuple[str, ...] = ()
    akkoord: bool
    akkoord_bewijs: bool
    adres_volledig: bool
    ontbreekt_brief: tuple[str, ...]
    soort: str = VOLLEDIG
    eerste_gesprek: bool = True
    # The plan changed after the akkoord, and nobody said that the change falls within it.
    akkoord_ouder: bool = False
    situatie: bool = True
    # Why the plan may do without akkoord, in words; and of the commissie where the beleid has one.
    zonder_akkoord: str = ""
    commissie: bool = False
    zonder_advies: tuple[str, ...] = ()
    zonder_afwijking: tuple[str, ...] = ()
    # Where an address that is geheim was typed: in words, and the place of that field.
    adres_in: tuple[tuple[str, str], ...] = ()

    @property
    def is_volledig(self) -> bool:
        return self.soort == VOLLEDIG


@dataclass(frozen=True, kw_only=True)
class Planpunt:
    """One thing that a plan needs: done or not, in words, and where it is done.

    `doel` is a field of the plan (wonen-situatie), or one of the places outside it; `aantal` counts what lacks.
    """

    klaar: bool
    tekst: str
    doel: str
    aantal: int = 1

    @property
    def leefgebied(self) -> str:
        return self.doel.partition("-")[0]


def nodig(plan: Plangegevens) -> tuple[Planpunt, ...]:
    """List what a plan needs before vaststelling, in page order (VNG handreiking 2025 §4.3, Awb 3:45-3:47).

    A plan op hoofdlijnen, or an acute one, needs one leefgebied; what is left open there is filled in later, and so is
    what support it takes (decision 1061).
    """
    punten = [_leefgebied(leefgebied, volledig=plan.is_volledig) for leefgebied in plan.leefgebieden]
    if not plan.is_volledig and not any(gebied.hulpvraag and gebied.doel for gebied in plan.leefgebieden):
        eerste = plan.leefgebieden[0].code
        punten.append(Planpunt(klaar=False, tekst="Ten minste één hulpvraag met een doel", doel=f"{eerste}-hulpvraag"))
    if plan.is_volledig:
        # VNG handreiking 2025 §4.3: the plan describes the situatie at the aanmelding.
        punten.insert(0, Planpunt(klaar=plan.situatie, tekst="Situatie bij de aanmelding", doel=SITUATIE))
    if not plan.eerste_gesprek:
        punten.append(Planpunt(klaar=False, tekst="Datum van het eerste gesprek", doel=GESPREK))
    punten += [
        *_voorzieningen(plan),
        *_commissie(plan),
        *_akkoord(plan),
        _adres(plan.adres_volledig),
        *_voorstellen(plan),
        *_geheim_adres(plan),
        *_gemeente(plan.ontbreekt_brief),
    ]
    return tuple(punten)


def nodig_addendum(plan: Plangegevens) -> tuple[Planpunt, ...]:
    """List what the besluit that adds to a plan needs: of the plan itself only what is proposed."""
    return (
        Planpunt(klaar=plan.voorzieningen > 0, tekst="Ten minste één voorziening", doel=VOORZIENINGEN),
        *_hervatten(plan),
        *_voorstellen(plan),
        *_geheim_adres(plan),
        *_commissie(plan),
        *nodig_brief(plan.adres_volledig, plan.ontbreekt_brief),
    )


def _hervatten(plan: Plangegevens) -> tuple[Planpunt, ...]:
    """Ask to take the plan up again before something is granted in the nazorg (VNG handreiking nazorg 2024 §1.2)."""
    if not plan.nieuw_in_nazorg:
        return ()
    tekst = f"Pak het plan weer op: in de nazorg kent u niets nieuws toe ({op_een_rij(plan.nieuw_in_nazorg)})"
    return (Planpunt(klaar=False, tekst=tekst, doel=HERVATTEN),)


def nodig_brief(adres_volledig: bool, ontbreekt: tuple[str, ...]) -> tuple[Planpunt, ...]:
    """List what the letter of every besluit needs (Awb 3:41, 3:45 and 10:10)."""
    return (_adres(adres_volledig), *_gemeente(ontbreekt))


def _adres(volledig: bool) -> Planpunt:
    return Planpunt(klaar=volledig, tekst="Volledig adres van de inwoner", doel=ADRES)


def _geheim_adres(plan: Plangegevens) -> list[Planpunt]:
    """Ask to take an address that is geheim out of what the letter prints."""
    return [
        Planpunt(klaar=False, tekst=f"Het geheime adres weghalen bij ‘{waar}’", doel=doel)
        for waar, doel in plan.adres_in
    ]


def _gemeente(ontbreekt: tuple[str, ...]) -> tuple[Planpunt, ...]:
    if not ontbreekt:
        return ()
    return (Planpunt(klaar=False, tekst=f"Gegevens van de gemeente: {', '.join(ontbreekt)}", doel=GEMEENTE),)


def _voorstellen(plan: Plangegevens) -> list[Planpunt]:
    """Ask what the voorstellen lack: no wens to grant, a ground and a zienswijze to refuse, the tests, the price."""
    punten = []
    if plan.wensen_toegekend:
        tekst = f"Een wens kunt u niet toekennen: {op_een_rij(plan.wensen_toegekend)}"
        punten.append(Planpunt(klaar=False, tekst=tekst, doel=VOORZIENINGEN))
    if plan.zonder_grond:
        tekst = f"Grond voor het afwijzen: {op_een_rij(plan.zonder_grond)}"
        punten.append(Planpunt(klaar=False, tekst=tekst, doel=VOORZIENINGEN))
    punten += [
        Planpunt(klaar=False, tekst=f"{wat}: wat de inwoner van het afwijzen vindt", doel=f"{ZIENSWIJZE}:{pk}")
        for pk, wat in plan.zonder_zienswijze
    ]
    punten += [Planpunt(klaar=False, tekst=tekst, doel=VOORZIENINGEN) for tekst in plan.motivering_open]
    return punten


def _akkoord(plan: Plangegevens) -> tuple[Planpunt, ...]:
    """Ask for the akkoord and its proof; the reason to do without takes the place of both."""
    if plan.zonder_akkoord and not plan.akkoord:
        return (Planpunt(klaar=True, tekst=f"Zonder akkoord: {plan.zonder_akkoord}", doel=AKKOORD),)
    ouder = Planpunt(klaar=False, tekst="Het akkoord is ouder dan het plan", doel=AKKOORD_OUDER)
    return (
        ouder if plan.akkoord_ouder else Planpunt(klaar=plan.akkoord, tekst="Akkoord van de inwoner", doel=AKKOORD),
        Planpunt(klaar=plan.akkoord_bewijs, tekst="Bewijs van het akkoord", doel=AKKOORD),
    )


def _voorzieningen(plan: Plangegevens) -> tuple[Planpunt, ...]:
    """A plan that is worked out later may be set down before it is clear what is needed (decision 1061)."""
    if not plan.is_volledig and not plan.voorzieningen:
        return (Planpunt(klaar=True, tekst="Nog geen voorziening: later", doel=VOORZIENINGEN),)
    return (Planpunt(klaar=plan.voorzieningen > 0, tekst="Ten minste één voorziening", doel=VOORZIENINGEN),)


def _commissie(plan: Plangegevens) -> tuple[Planpunt, ...]:
    """Ask for the advice per voorziening where the beleid has a commissie (Tiel 2025 art. 4 lid 1 onder g)."""
    if not plan.commissie or not (plan.is_volledig or plan.voorzieningen):
        return ()
    if plan.zonder_advies:
        tekst = f"Advies van de commissie: {op_een_rij(plan.zonder_advies)}"
        punten = [Planpunt(klaar=False, tekst=tekst, doel=COMMISSIE, aantal=len(plan.zonder_advies))]
    else:
        punten = [Planpunt(klaar=plan.voorzieningen > 0, tekst="Advies van de commissie", doel=COMMISSIE)]
    if plan.zonder_afwijking:
        tekst = f"Waarom u afwijkt van het advies: {op_een_rij(plan.zonder_afwijking)}"
        punten.append(Planpunt(klaar=False, tekst=tekst, doel=COMMISSIE, aantal=len(plan.zonder_afwijking)))
    return tuple(punten)


def _leefgebied(gebied: Leefgebiedgegevens, *, volledig: bool) -> Planpunt:
    """A doel is needed where there is a hulpvraag, and where something is granted: it says what that is for."""
    if gebied.weggelaten:
        return _weggelaten(gebied)
    if not volledig and gebied.is_leeg:
        return Planpunt(klaar=True, tekst=f"{gebied.label}: later", doel=f"{gebied.code}-situatie")
    met_doel = gebied.hulpvraag or gebied.voorziening
    eisen = (
        (gebied.situatie or not volledig, "situatie", "hoe het nu is"),
        (gebied.voldoet or not volledig, "voldoet", "of het voldoet"),
        (gebied.doel or not met_doel, "doel", "het doel"),
    )
    mist = [(veld, woorden) for voldaan, veld, woorden in eisen if not voldaan]
    if not mist:
        return Planpunt(klaar=True, tekst=gebied.label, doel=f"{gebied.code}-situatie")
    wat = ", ".join(woorden for _, woorden in mist)
    return Planpunt(klaar=False, tekst=f"{gebied.label}: {wat}", doel=f"{gebied.code}-{mist[0][0]}", aantal=len(mist))


def _weggelaten(gebied: Leefgebiedgegevens) -> Planpunt:
    """What is left out has nothing that the plan then promises."""
    over = (
        (gebied.hulpvraag, "een hulpvraag"),
        (gebied.doel, "een doel"),
        (gebied.voorziening, "een voorziening"),
    )
    staat_er = [woorden for is_er, woorden in over if is_er]
    if not staat_er:
        return Planpunt(klaar=True, tekst=f"{gebied.label}: weggelaten", doel=f"{gebied.code}-weggelaten")
    *voor, laatste = staat_er
    wat = f"{', '.join(voor)} en {laatste}" if voor else laatste
    tekst = f"{gebied.label}: weggelaten, maar er staat {wat}"
    return Planpunt(klaar=False, tekst=tekst, doel=f"{gebied.code}-weggelaten")
