"""The objects of a PDF file, made with ReportLab: pages, fonts, links, anchors, outline, structure."""

from datetime import UTC, datetime
import io
from typing import Final, NamedTuple
from urllib.parse import quote
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from typing_extensions import override

from majlis.typesetting.characters import without_unprintable
from majlis.typesetting.pdf.codes import FaceCodes
from majlis.typesetting.pdf.fontfile import add_font
from majlis.typesetting.pdf.objects import PdfObject, dictionary, pdfdoc
from majlis.typesetting.pdf.structure import Element
from majlis.typesetting.pdf.structure_file import write_structure
from majlis.typesetting.shaping import Face

rl_config.useA85 = 0
"""Streams are bytes: as text they would take a quarter more."""

pdfdoc.PDFPage.__NoDefault__ = [*pdfdoc.PDFPage.__NoDefault__, "StructParents", "Tabs"]
"""Entries of tagged pages, which ReportLab would leave out."""

_PRODUCER: Final = "Majlis"
_NO_DATE: Final = datetime(2000, 1, 1, tzinfo=UTC)
_OUTLINE_DEPTH: Final = 6
_PRINTED: Final = 4
"""The flag of an annotation that may be printed."""
_ADDRESS_CHARACTERS: Final = "%:/?#[]@!$&'()*+,;=~"
"""What of an address is not to be written in percent signs."""


class Metadata(NamedTuple):
    """What a document says of itself; without a date it says the first of January 2000, so that bytes repeat."""

    title: str
    language: str
    author: str = ""
    subject: str = ""
    date: datetime | None = None
    right_to_left: bool = False


class _Canvas(Canvas):
    """ReportLab's canvas without the font that it puts into every page; the one way to what it keeps private."""

    @override
    def _make_preamble(self) -> None:  # pyright: ignore[reportGeneralTypeIssues] - not in the stubs
        self._preamble = ""

    def set_content(self, operators: list[str]) -> None:
        """Let these operators be the present page's content."""
        self._code = operators

    def content(self) -> list[str]:
        """Return the operators that ReportLab wrote since."""
        return self._code

    def document(self) -> PdfObject:
        """Return the objects of the file."""
        return self._doc  # pyright: ignore[reportAttributeAccessIssue] - private to ReportLab

    def place_of(self, name: str) -> PdfObject:
        """Return where an anchor will be, known or not yet."""
        return self._bookmarkReference(name)  # pyright: ignore[reportAttributeAccessIssue] - private to ReportLab

    def annotate(self, annotation: PdfObject, name: str) -> None:
        """Add an annotation to the present page."""
        self._addAnnotation(annotation, name)  # pyright: ignore[reportAttributeAccessIssue] - private to ReportLab


class Document:
    """A file in the making. Places here are PDF's own: from the lower left corner, upwards."""

    def __init__(self, metadata: Metadata) -> None:
        self._metadata = metadata
        self._file = io.BytesIO()
        self._canvas = _Canvas(
            self._file, invariant=1, pageCompression=1, pdfVersion=(1, 7), lang=metadata.language
        )
        self._faces: dict[Face, tuple[str, FaceCodes]] = {}
        self._fonts: list[tuple[str, FaceCodes]] = []
        self._labels: dict[int, str] = {}
        self._wanted_anchors: set[str] = set()
        self._anchors: set[str] = set()
        self._outline_level = -1
        self._links: dict[str, PdfObject] = {}
        self.pages = 0
        """How many pages are finished."""

    def font(self, face: Face) -> tuple[str, FaceCodes]:
        """Return the name that pages call a face by, and its codes; one that is full goes on as another font."""
        found = self._faces.get(face)
        if found is None or found[1].is_full:
            found = self._faces[face] = (f"F{len(self._fonts) + 1}", FaceCodes(face))
            self._fonts.append(found)
        return found

    def add_page(self, size: tuple[float, float], content: list[str], label: str) -> None:
        """Finish a page."""
        self._canvas.setPageSize(size)
        self._canvas.set_content(content or [" "])
        self._canvas.showPage()
        page = self._canvas.document().idToObject[f"Page{self.pages + 1}"]
        page.StructParents = self.pages
        page.Tabs = pdfdoc.PDFName("S")
        if label:
            self._labels[self.pages] = label
        self.pages += 1

    def add_image(self, image: object, corner: tuple[float, float], size: tuple[float, float]) -> list[str]:
        """Embed a picture that Pillow has read, and return the operators that draw it on the present page."""
        self._canvas.set_content([])
        self._canvas.drawImage(ImageReader(image), *corner, *size, mask="auto")
        return self._canvas.content()

    def add_link(self, box: tuple[float, float, float, float], target: str, description: str) -> str:
        """Make a box on the present page a link to an address or, with `#name`, to an anchor; return its name."""
        name = f"L{len(self._links) + 1}"
        link = dictionary(
            Type=pdfdoc.PDFName("Annot"),
            Subtype=pdfdoc.PDFName("Link"),
            Rect=pdfdoc.PDFArray([round(value, 2) for value in box]),
            Border=pdfdoc.PDFArray([0, 0, 0]),
            F=_PRINTED,
            Contents=pdfdoc.PDFString(without_unprintable(description)),
        )
        if target.startswith("#"):
            self._wanted_anchors.add(target[1:])
            link["Dest"] = self._canvas.place_of(target[1:])
        else:
            address = quote(without_unprintable(target), safe=_ADDRESS_CHARACTERS)
            link["A"] = dictionary(S=pdfdoc.PDFName("URI"), URI=pdfdoc.PDFString(address))
        self._links[name] = link
        self._canvas.annotate(link, name)
        return name

    def add_anchor(self, name: str, x: float, y: float) -> None:
        """Name a place on the present page, for links and the outline."""
        self._anchors.add(name)
        self._canvas.bookmarkPage(name, "XYZ", round(x, 2), round(y, 2))

    def add_outline(self, title: str, anchor: str, level: int) -> None:
        """Add an entry to the outline, at most one level below the last one."""
        self._wanted_anchors.add(anchor)
        self._outline_level = max(0, min(level, self._outline_level + 1, _OUTLINE_DEPTH))
        self._canvas.addOutlineEntry(without_unprintable(title), anchor, self._outline_level, closed=True)

    def written(self, root: Element) -> bytes:
        """Finish the file; a link to an anchor that no page has is an error of the caller."""
        if unknown := self._wanted_anchors - self._anchors:
            raise ValueError(f"no page has the anchors {sorted(unknown)}")
        document = self._canvas.document()
        for name, codes in self._fonts:
            add_font(document, name, codes)
        self._describe(document)
        write_structure(document, root, self._links, self.pages)
        self._canvas.save()
        return self._file.getvalue()

    def _describe(self, document: PdfObject) -> None:
        """Write what the file says of itself, in both of the places where readers look."""
        about = self._metadata
        information = document.info
        information.title, information.author = without_unprintable(about.title), without_unprintable(about.author)
        information.subject = without_unprintable(about.subject)
        information.creator = information.producer = _PRODUCER
        date = (about.date or _NO_DATE).astimezone(UTC)
        document._timeStamp.YMDhms = date.timetuple()[:6]  # noqa: SLF001 - ReportLab knows now or never
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        if about.right_to_left:
            self._canvas.setViewerPreference("Direction", "R2L")
        for page in range(self.pages if self._labels else 0):
            if page in self._labels:
                self._canvas.addPageLabel(page, prefix=without_unprintable(self._labels[page]))
            elif page == 0 or page - 1 in self._labels:
                self._canvas.addPageLabel(page, style="ARABIC", start=page + 1)
        if self._outline_level >= 0:
            self._canvas.showOutline()
        kind = {"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")}
        packet = pdfdoc.PDFStream(pdfdoc.PDFDictionary(kind), _packet(about, date).encode())
        document.Catalog.Metadata = document.Reference(packet, "metadata")


def _packet(about: Metadata, date: datetime) -> str:
    """Return the metadata as XMP."""
    title, author = escape(without_unprintable(about.title)), escape(without_unprintable(about.author))
    stamp = date.strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
        f"<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>"
        f"<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
