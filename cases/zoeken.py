"""How a name is looked for in the database, and put in order: its words without capitals and accents."""

from collections.abc import Sequence
from functools import reduce
from operator import and_, or_

from django.db.models import BigIntegerField, CharField, F, Func, Q, TextField, Value
from django.db.models.expressions import Combinable, CombinedExpression
from django.db.models.functions import Cast, Collate
from django.db.models.lookups import Exact, In

from cases.zoekbron import nummerbron
from cases.zoekvraag import TELEFOONCIJFERS, Zoeksoort, Zoekvraag
from config.zoektekst import NAAMORDE, Zoektekst


class Achter(CombinedExpression):
    """Texts one after another. Unlike Concat it is the same in any locale, so an index may hold it."""

    def __init__(self, links: Combinable, rechts: Combinable) -> None:
        super().__init__(links, "||", rechts, output_field=CharField())


class Adresdeel(Func):
    """Letters and figures alone, in capitals: A2 for what is kept as 'a' and '-2'."""

    function = "regexp_replace"
    template = "upper(%(function)s(%(expressions)s, '[^A-Za-z0-9]', '', 'g'))"
    output_field = TextField()


class Telefooncijfers(Func):
    """The last nine figures of a telephone number: the same for 06-12345678 and +31 6 12345678."""

    function = "regexp_replace"
    template = f"right(%(function)s(%(expressions)s, '[^0-9]', '', 'g'), {TELEFOONCIJFERS})"
    output_field = TextField()


def zoeknaam() -> Zoektekst:
    """Give the whole name of somebody as it is looked for: voorletters, voorvoegsel and achternaam."""
    met_voorvoegsel = Achter(Achter(F("voorletters"), Value(" ")), F("voorvoegsel"))
    return Zoektekst(Achter(Achter(met_voorvoegsel, Value(" ")), F("achternaam")))


def naamorde(pad: str = "") -> tuple[Collate, Collate]:
    """Give what puts people in the order of a Dutch reader: Çelik before Dijk. The index of names holds it."""
    return Collate(f"{pad}achternaam", NAAMORDE), Collate(f"{pad}voorletters", NAAMORDE)


def zoekfilter(vraag: Zoekvraag, gemeenten: Sequence[int]) -> Q:
    """Give the filter on dossiers for what is looked for; a geheim adres is not found by address.

    `gemeenten` is said again at the persoon, as the indexes begin with it. A name is found with `naamfilter`.
    """
    binnen = Q(persoon__gemeente__in=gemeenten)
    if vraag.soort is Zoeksoort.NUMMER:
        return Q(nummer=vraag.waarde)
    if bron := nummerbron(vraag.soort):
        return Q(pk__in=bron(vraag.waarde))
    if vraag.soort is Zoeksoort.TELEFOON:
        return binnen & Q(Exact(Telefooncijfers("persoon__telefoon"), Value(vraag.waarde)))
    if vraag.soort is Zoeksoort.BSN:
        return binnen & Q(persoon__bsn=vraag.waarde)
    if vraag.soort is Zoeksoort.GEBOORTEDATUM:
        return binnen & Q(persoon__geboortedatum=vraag.waarde)
    if vraag.soort is Zoeksoort.ADRES:
        adres = Q(persoon__postcode=vraag.waarde, persoon__huisnummer=vraag.huisnummer, persoon__geheim_adres=False)
        return binnen & adres & _achter_huisnummer(vraag.toevoeging)
    return Q(pk__in=[])


def _achter_huisnummer(gezocht: str) -> Q:
    """Give the filter on letter and addition: the two as one, as they are printed, or one of them alone.

    The index finds the house number, so this is asked of a few rows.
    """
    if not gezocht:
        return Q()
    letter, toevoeging = F("persoon__huisletter"), F("persoon__toevoeging")
    passend = (Adresdeel(deel) for deel in (Achter(letter, toevoeging), letter, toevoeging))
    return reduce(or_, (Q(Exact(deel, Value(gezocht))) for deel in passend))


def in_gemeenten(gemeenten: Sequence[int]) -> In:
    """Give the filter on gemeenten for an index of names: with their numbers of the type that the column has.

    PostgreSQL writes a plain number as an integer. Such an index compares those with nothing, and then goes through the
    names of every gemeente.
    """
    return In(F("gemeente"), [Cast(Value(pk), BigIntegerField()) for pk in gemeenten])


def naamfilter(vraag: Zoekvraag) -> Q:
    """Give the filter on `zoeknaam`, a name as the database writes its words: each word by its start."""
    return reduce(and_, (Q(zoeknaam__contains=f" {woord}") for woord in vraag.woorden))
