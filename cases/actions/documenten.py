"""Put a file in a dossier, or a newer version of one that is there."""

import hashlib
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.files.base import ContentFile, File
from django.db import transaction

from accounts.models import User
from cases.actions.basis import ActieFout, bewaar, log, vergrendel
from cases.bestanden import BestandFout, Bestandstype, controleer_grootte, herken
from cases.keuzes import BewijsVan, Documentsoort
from cases.models import Document, Dossier
from cases.opslag import geschreven
from cases.virusscan import VirusFout, scan
from config.weergave import datum as datumtekst

DUBBEL_BINNEN = timedelta(minutes=1)


@transaction.atomic
def document_toevoegen(
    *,
    dossier: Dossier,
    soort: Documentsoort,
    onderwerp: str,
    datum: date,
    inhoud: bytes | File,
    bewijs_van: BewijsVan | str = "",
    vervangt: Document | None = None,
    by: User,
    at: datetime,
    on: date,
) -> Document:
    """Store a file in the dossier and log it, in every status: an invoice or a letter also comes after the end.

    The kind is told from the content. The same file sent twice within a minute gives the document that is there. When
    the transaction is rolled back the file goes as well (cases.opslag). Raises ActieFout for a file that is refused.
    """
    if datum > on:
        raise ActieFout(f"De datum van het document kan niet na vandaag liggen ({datumtekst(on)}).")
    gelezen, bestandstype = keur(inhoud)
    dossier = vergrendel(dossier)
    document = Document(
        dossier=dossier,
        soort=soort,
        onderwerp=onderwerp,
        datum=datum,
        bewijs_van=bewijs_van,
        vervangt=vervangt,
        bestandstype=bestandstype.mime,
        extensie=bestandstype.extensie,
        grootte=len(gelezen),
        sha256=hashlib.sha256(gelezen).hexdigest(),
        toegevoegd_op=at,
        toegevoegd_door=by,
    )
    eerder = _eerder_toegevoegd(document)
    if eerder is not None:
        return eerder
    if vervangt is not None:
        _eis_nieuwste(vervangt, document.sha256)
    document.bestand.save("document", ContentFile(gelezen), save=False)
    geschreven(str(document.bestand.name))
    bewaar(document, by=by)
    wat = "Document toegevoegd" if vervangt is None else "Nieuwe versie van een document toegevoegd"
    tekst = f"{wat}: {document.get_soort_display().lower()}, {onderwerp}."
    log(dossier, "document", tekst, by=by, at=at, document=document.pk)
    return document


@transaction.atomic
def document_vervangen(
    *, document: Document, datum: date, inhoud: bytes | File, by: User, at: datetime, on: date
) -> Document:
    """Put a newer version over a document, also over one that was withdrawn; the older one stays to be read.

    It keeps the kind, the subject and what it proves. Raises ActieFout when there is a newer version already, for the
    same file again, and for a file that is refused.
    """
    vergrendel(document.dossier)
    nu = Document.objects.get(pk=document.pk)
    return document_toevoegen(
        dossier=document.dossier,
        soort=Documentsoort(nu.soort),
        onderwerp=nu.onderwerp,
        datum=datum,
        inhoud=inhoud,
        bewijs_van=nu.bewijs_van,
        vervangt=nu,
        by=by,
        at=at,
        on=on,
    )


def _eis_nieuwste(vervangt: Document, sha256: str) -> None:
    """Refuse a version over one that is no longer the newest, and the same file again."""
    if Document.objects.filter(vervangt=vervangt).exists():
        raise ActieFout("Van dit document is intussen een nieuwere versie toegevoegd. Bekijk die eerst.")
    if vervangt.sha256 == sha256:
        raise ActieFout("Dit is hetzelfde bestand als de vorige versie. Kies het bestand met de nieuwe versie.")


def keur(inhoud: bytes | File) -> tuple[bytes, Bestandstype]:
    """Read an uploaded file and tell its kind from its content. Raises ActieFout for a file that is refused."""
    gelezen, naam = _lees(inhoud)
    return gelezen, _keur(gelezen, naam)


def _lees(inhoud: bytes | File) -> tuple[bytes, str]:
    """Give the bytes and the name of a file; one that is too large is refused unread."""
    if isinstance(inhoud, bytes):
        return inhoud, ""
    try:
        controleer_grootte(inhoud.size, maximum_mb=settings.UPLOAD_MAX_MB)
    except BestandFout as fout:
        raise ActieFout(str(fout)) from None
    inhoud.seek(0)
    return inhoud.read(), inhoud.name or ""


def _keur(inhoud: bytes, naam: str) -> Bestandstype:
    try:
        bestandstype = herken(inhoud, maximum_mb=settings.UPLOAD_MAX_MB, naam=naam)
        scan(inhoud, clamd=settings.CLAMD)
    except (BestandFout, VirusFout) as fout:
        raise ActieFout(str(fout)) from None
    return bestandstype


def _eerder_toegevoegd(document: Document) -> Document | None:
    """Find the same file, sent twice: the dossier is locked, so the second request sees what the first made."""
    gelijk = ("dossier", "soort", "onderwerp", "datum", "bewijs_van", "vervangt", "sha256", "toegevoegd_door")
    binnen = (document.toegevoegd_op - DUBBEL_BINNEN, document.toegevoegd_op)
    return Document.objects.filter(
        **{veld: getattr(document, veld) for veld in gelijk}, toegevoegd_op__range=binnen
    ).first()
