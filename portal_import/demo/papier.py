"""Small real PDF files, as a resident's mail or a shop's invoice would be: what the demo puts in dossiers."""

import io
from datetime import date

import pikepdf
from django.core.files.base import ContentFile


def papier(titel: str, tekst: str, kenmerk: str, datum: date) -> ContentFile:
    """Make a one-page PDF with a title, a reference, a day and a line of text."""
    regels = [titel, f"Kenmerk: {kenmerk}", f"Datum: {datum:%d-%m-%Y}", "", tekst]
    opdrachten = ["BT", "/F1 14 Tf", "60 760 Td", "20 TL"]
    opdrachten += [f"({_plat(regel)}) Tj T*" for regel in regels] + ["ET"]
    pdf = pikepdf.new()
    letter = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    bladzijde = pdf.add_blank_page(page_size=(595, 842))
    bladzijde.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(letter)))
    bladzijde.Contents = pdf.make_stream("\n".join(opdrachten).encode("latin-1", "replace"))
    uit = io.BytesIO()
    pdf.save(uit, deterministic_id=True)
    return ContentFile(uit.getvalue(), name="document.pdf")


def _plat(regel: str) -> str:
    return regel.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
