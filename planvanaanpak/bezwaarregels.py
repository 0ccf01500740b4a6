"""Whether a bezwaar came in time, what must be done before it is decided on, and what the decision may be. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.kalender import Kalender
from config.weergave import datum_lang

GEGROND, DEELS, ONGEGROND, NIET_ONTVANKELIJK = "gegrond", "deels_gegrond", "ongegrond", "niet_ontvankelijk"
HERROEPT = (GEGROND, DEELS)
WEEK = timedelta(days=7)
# Awb art. 7:4: papers until ten days before the hearing, and at least a week in which all of them can be read.
NADERE_STUKKEN, TER_INZAGE = timedelta(days=10), WEEK
TE_VROEG = (
    "ja, als de indiener mocht denken dat het besluit er al was (Awb artikel 6:10). Mocht dat niet? Verklaar het"
    " bezwaar dan niet-ontvankelijk en schrijf op waarom"
)
Som = tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Tijdigheid:
    """Whether a bezwaarschrift came in time, with the steps in words and the article that says so."""

    op_tijd: bool
    som: Som

    @property
    def woorden(self) -> str:
        return "op tijd" if self.op_tijd else "te laat"


def beoordeel_tijdigheid(
    *,
    laatste_dag: date,
    ontvangen_op: date,
    gepost_op: date | None,
    per_post: bool,
    kalender: Kalender,
    besloten_op: date | None = None,
) -> Tijdigheid:
    """Say whether a bezwaarschrift came in time.

    Awb art. 6:9 lid 1: it was received before the end of the term. Lid 2: by post it is also in time when it was posted
    before that end and received no later than a week after; that week is a term in a law too, so Atw art. 1 holds.
    Art. 6:10: one that came before the besluit itself counts when the indiener could think that it was taken.
    """
    som = [
        ("Laatste dag van de bezwaartermijn", datum_lang(laatste_dag)),
        ("Ontvangen", datum_lang(ontvangen_op)),
    ]
    if besloten_op is not None and ontvangen_op < besloten_op:
        som.append(("Op tijd?", TE_VROEG))
        return Tijdigheid(op_tijd=True, som=tuple(som))
    if ontvangen_op <= laatste_dag:
        som.append(("Op tijd?", "ja, ontvangen binnen de termijn (Awb artikel 6:9 lid 1)"))
        return Tijdigheid(op_tijd=True, som=tuple(som))
    if not per_post:
        som.append(("Op tijd?", "nee, ontvangen na de termijn (Awb artikel 6:9 lid 1)"))
        return Tijdigheid(op_tijd=False, som=tuple(som))
    uiterlijk = kalender.eerste_werkdag(laatste_dag + WEEK)
    som += [
        ("Op de post gedaan", datum_lang(gepost_op) if gepost_op else "niet bekend"),
        ("Per post ontvangen kan tot en met", f"{datum_lang(uiterlijk)}, een week na de termijn"),
    ]
    if gepost_op is None or gepost_op > laatste_dag:
        waarom = "nee, het is niet binnen de termijn op de post gedaan (Awb artikel 6:9 lid 2)"
    elif ontvangen_op > uiterlijk:
        waarom = "nee, het kwam meer dan een week na de termijn binnen (Awb artikel 6:9 lid 2)"
    else:
        waarom = "ja, op tijd gepost en binnen een week na de termijn ontvangen (Awb artikel 6:9 lid 2)"
        return Tijdigheid(op_tijd=True, som=(*som, ("Op tijd?", waarom)))
    return Tijdigheid(op_tijd=False, som=(*som, ("Op tijd?", waarom)))


@dataclass(frozen=True, kw_only=True)
class Feiten:
    """What is known of a bezwaar. `verschoonbaar` is None until somebody decided it (Awb art. 6:11).

    `vraagt_gerecht` says that nobody decided yet on the verzoek to go to the court at once, and `al_doorgezonden` that
    another bezwaar against the same besluit is there (Awb art. 7:1a).
    """

    op_tijd: bool
    verschoonbaar: bool | None = None
    heeft_gronden: bool = True
    aanvullen_tot: date | None = None
    is_bevestigd: bool = False
    commissie: bool = False
    zitting_op: date | None = None
    is_gehoord: bool = False
    heeft_verslag: bool = False
    afzien: str = ""
    advies: str = ""
    is_verstuurd: bool = True
    vraagt_gerecht: bool = False
    al_doorgezonden: bool = False

    @property
    def is_te_laat(self) -> bool:
        """Tell whether it must be declared niet-ontvankelijk for coming too late."""
        return not self.op_tijd and self.verschoonbaar is False

    def zonder_gronden(self, on: date) -> bool:
        """Tell whether the time to give grounds passed without any (Awb art. 6:6)."""
        return not self.heeft_gronden and (self.aanvullen_tot is None or self.aanvullen_tot < on)


@dataclass(frozen=True)
class Bezwaarpunt:
    """One thing to do before the decision, in words; `pagina` names the page where it is done."""

    klaar: bool
    tekst: str
    pagina: str


def nodig(feiten: Feiten, on: date) -> tuple[Bezwaarpunt, ...]:
    """List what must be done before a bezwaar is decided on, in the order of the road."""
    punten = [
        Bezwaarpunt(
            feiten.is_bevestigd, "Bevestig de ontvangst met een brief (Awb artikel 6:14)", "bezwaar_bevestiging"
        ),
        Bezwaarpunt(
            feiten.is_verstuurd, "Bevestig de verzending van het besluit zelf: dan begint de termijn", "verzenden"
        ),
    ]
    if feiten.al_doorgezonden:
        tekst = "Zend het bezwaar door: een ander bezwaar tegen dit besluit is al bij het gerecht (Awb artikel 7:1a)"
        punten.append(Bezwaarpunt(False, tekst, "bezwaar_rechtstreeks"))
    elif feiten.vraagt_gerecht:
        tekst = "Beslis op het verzoek om rechtstreeks beroep (Awb artikel 7:1a)"
        punten.append(Bezwaarpunt(False, tekst, "bezwaar_rechtstreeks"))
    if not feiten.op_tijd:
        tekst = "Het bezwaar is te laat: beslis of dat verschoonbaar is (Awb artikel 6:11)"
        punten.append(Bezwaarpunt(feiten.verschoonbaar is not None, tekst, "bezwaar_verschoonbaar"))
    if not feiten.heeft_gronden:
        tot = f" of wacht tot en met {datum_lang(feiten.aanvullen_tot)}" if feiten.aanvullen_tot else ""
        tekst = f"Leg vast waarom de indiener het niet eens is{tot} (Awb artikel 6:6)"
        punten.append(Bezwaarpunt(feiten.zonder_gronden(on), tekst, "bezwaar_wijzigen"))
    punten += _horen(feiten)
    if feiten.commissie:
        tekst = "Leg het advies van de commissie vast (Awb artikel 7:13 lid 6)"
        punten.append(Bezwaarpunt(bool(feiten.advies), tekst, "bezwaar_advies"))
    return tuple(punten)


def _horen(feiten: Feiten) -> list[Bezwaarpunt]:
    """Hear somebody, with a verslag, or say why not (Awb art. 7:2, 7:3 and 7:7); of a commissie the advies holds it."""
    gedaan = feiten.is_gehoord or bool(feiten.afzien)
    if feiten.zitting_op and not gedaan:
        return [Bezwaarpunt(False, f"Houd de hoorzitting van {datum_lang(feiten.zitting_op)}", "hoorzitting_gehouden")]
    punten = [
        Bezwaarpunt(gedaan, "Hoor de indiener, of leg vast waarom niet (Awb artikelen 7:2 en 7:3)", "hoorzitting")
    ]
    if feiten.is_gehoord and not feiten.commissie:
        punten.append(
            Bezwaarpunt(feiten.heeft_verslag, "Leg het verslag van het horen vast (Awb artikel 7:7)", "verslag")
        )
    return punten


def is_kort_ter_inzage(zitting_op: date, on: date) -> bool:
    """Tell whether there is less than a week left in which the papers can be read before the hearing.

    Awb art. 7:4 lid 2. Lid 5: less will do as far as the belanghebbenden agree to it.
    """
    return zitting_op - on < TER_INZAGE


def keur_rechtstreeks(*, gevraagd: bool, al_doorgezonden: bool, ander_zonder_verzoek: bool, instemmen: bool) -> str:
    """Say why this can't be decided on rechtstreeks beroep; empty when it can.

    Awb art. 7:1a lid 1: it is asked in the bezwaarschrift. Lid 2: it is refused when somebody else made bezwaar without
    asking it. Lid 6: what comes after the gemeente agreed is sent on to the court as well, asked or not.
    """
    if al_doorgezonden:
        if instemmen:
            return ""
        return "Een ander bezwaar tegen dit besluit is al bij het gerecht. Zend ook dit door (Awb artikel 7:1a lid 6)."
    if not gevraagd:
        return "In dit bezwaarschrift staat geen verzoek om rechtstreeks beroep (Awb artikel 7:1a lid 1)."
    if instemmen and ander_zonder_verzoek:
        return "Er loopt een ander bezwaar tegen dit besluit zonder dit verzoek. Wijs dit af (Awb artikel 7:1a lid 2)."
    return ""


# What not hearing somebody says of the outcome (Awb art. 7:3 onder a, b and e).
_AFZIEN_VRAAGT = {
    "kennelijk_niet_ontvankelijk": NIET_ONTVANKELIJK,
    "kennelijk_ongegrond": ONGEGROND,
    "tegemoet": GEGROND,
}


def keur_beslissing(
    feiten: Feiten, on: date, *, dictum: str, motivering: str, afwijking: str, gevolg: str
) -> dict[str, str]:
    """Give what is wrong with a decision, by field; empty when it can be taken."""
    fouten: dict[str, str] = {}
    if not motivering.strip():
        fouten["motivering"] = "Schrijf op waarom u zo beslist (Awb artikel 7:12)."
    if dictum != NIET_ONTVANKELIJK and feiten.is_te_laat:
        fouten["dictum"] = "Het bezwaar is te laat en dat is niet verschoonbaar. Kies niet-ontvankelijk."
    elif dictum != NIET_ONTVANKELIJK and feiten.zonder_gronden(on):
        fouten["dictum"] = "Er zijn geen gronden, ook niet na de tijd om ze aan te vullen. Kies niet-ontvankelijk."
    elif (eis := _AFZIEN_VRAAGT.get(feiten.afzien)) and dictum != eis:
        woord = eis.replace("_", "-")
        fouten["dictum"] = (
            f"De indiener is niet gehoord omdat het bezwaar kennelijk {woord} is. Kies {woord}, of hoor de indiener."
            if eis != GEGROND
            else "De indiener is niet gehoord omdat u helemaal tegemoetkomt. Kies gegrond, of hoor de indiener."
        )
    if feiten.advies and feiten.advies != dictum and not afwijking.strip():
        fouten["afwijking"] = "U wijkt af van het advies. Schrijf op waarom (Awb artikel 7:13 lid 7)."
    if dictum in HERROEPT and not gevolg.strip():
        fouten["gevolg"] = "Schrijf op wat er nu verandert (Awb artikel 7:11 lid 2)."
    return fouten
