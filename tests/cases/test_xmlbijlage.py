"""XML inside a PDF passes when it is data only."""

import pytest

from cases import xmlbijlage
from cases.xmlbijlage import GeenData, controleer_xml
from tests.cases.bestandsvoorbeelden import FACTUUR_XML

UBL = b'<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>1</ID></Invoice>'


@pytest.mark.parametrize(
    "inhoud",
    [FACTUUR_XML, UBL, b"\xef\xbb\xbf" + UBL, UBL.decode().encode("utf-16")],
    ids=["factur-x", "ubl", "with a byte order mark", "utf-16"],
)
def test_invoice_passes(inhoud):
    controleer_xml(inhoud)


@pytest.mark.parametrize(
    "inhoud",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"Factuur 2026-17", id="text"),
        pytest.param(b"MZ" + UBL, id="something before it"),
        pytest.param(UBL + b"MZ", id="something after it"),
        pytest.param(UBL[:-4], id="not whole"),
        pytest.param(b'<?xml version="1.0" encoding="x-onbekend"?><a/>', id="unknown encoding"),
        pytest.param(b"<!DOCTYPE a><a/>", id="document type"),
        pytest.param(b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>', id="grows"),
        pytest.param(b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', id="reads a file"),
        pytest.param(b'<?xml-stylesheet href="x.xsl" type="text/xsl"?><a/>', id="stylesheet"),
        pytest.param(b'<x:body xmlns:x="http://www.w3.org/1999/xhtml"/>', id="web page"),
        pytest.param(b'<a><svg xmlns="http://www.w3.org/2000/svg"/></a>', id="drawing"),
        pytest.param(b'<a xmlns:x="http://www.w3.org/1999/XSL/Transform"><x:template/></a>', id="transformation"),
        pytest.param(b"<a><Script>alert(1)</Script></a>", id="script"),
        pytest.param(b"<a><EmbeddedDocumentBinaryObject>TVo=</EmbeddedDocumentBinaryObject></a>", id="file in ubl"),
        pytest.param(b'<a xmlns:r="urn:x"><r:AttachmentBinaryObject/></a>', id="file in cii"),
    ],
)
def test_what_is_more_than_data_is_refused(inhoud):
    with pytest.raises(GeenData):
        controleer_xml(inhoud)


def test_xml_has_a_largest_size(monkeypatch):
    monkeypatch.setattr(xmlbijlage, "MAX_XML", len(UBL) - 1)

    with pytest.raises(GeenData):
        controleer_xml(UBL)
