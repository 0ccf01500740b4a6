"""The letters of the nazorg: the uitnodiging for a contact, and the warme overdracht (VNG handreiking nazorg §1.1)."""

from cases.brieftekst import Gegeven
from cases.briefteksten import registreer_vrij, vrije_tekst
from cases.vrijebrief import NAZORG, OVERDRACHT

registreer_vrij(
    NAZORG,
    "Uitnodiging voor een contact in de nazorg",
    vrije_tekst(
        "U kreeg van ons brede ondersteuning. Wij spraken met u af dat wij contact houden. Dat heet nazorg. Wij willen"
        " graag weten hoe het met u gaat.\n\n## Wanneer\n\nWij spreken u graag uiterlijk op **{uiterlijk}**. Wij nemen"
        " contact met u op om een dag en een tijd af te spreken. U kunt ook zelf bellen.\n\n## Wat u kunt doen\n\nDenk"
        " vast na over wat goed gaat en wat lastig is. Gaat het niet goed? Wacht dan niet, en bel ons meteen. Wilt u"
        " geen contact meer? Laat ons dat weten.",
        "uiterlijk",
    ),
    (
        Gegeven(code="uiterlijk", uitleg="de dag waarop het contact uiterlijk is"),
        Gegeven(code="keer", uitleg="het hoeveelste contact het is, zoals: tweede"),
    ),
    uiterlijk="woensdag 11 november 2026",
    keer="eerste",
)
registreer_vrij(
    OVERDRACHT,
    "Overdracht aan andere hulp",
    vrije_tekst(
        "U krijgt hulp van ons bij uw nieuwe start. Die hulp gaat verder bij **{naar}**. In deze brief leest u wat dat"
        " voor u betekent.\n\n## Wat er verandert\n\nVoor vragen over deze hulp gaat u voortaan naar {naar}. Wij geven"
        " alleen gegevens door die nodig zijn om u te helpen. Wilt u weten welke gegevens dat zijn? Vraag het ons.",
        "naar",
    ),
    (Gegeven(code="naar", uitleg="aan wie wij de hulp overdragen"),),
    naar="het wijkteam Rivierendam",
)
