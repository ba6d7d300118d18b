"""The tree of a document's parts as objects of the file."""

from collections.abc import Iterator, Mapping

from majlis.typesetting.characters import without_unprintable
from majlis.typesetting.pdf.objects import PdfObject, pdfdoc
from majlis.typesetting.pdf.structure import Annotated, Element, Marked


def write_structure(document: PdfObject, root: Element, links: Mapping[str, PdfObject], pages: int) -> None:
    """Add the parts to a document, and the way back from content and links to them."""
    names = {element: f"part{number}" for number, element in enumerate(_without_empty(root))}
    owners: dict[Marked | Annotated, Element] = {}
    for element, name in names.items():
        owners |= {child: element for child in element.children if not isinstance(child, Element)}
        document.Reference(_part(element, names), name)
    for element, name in names.items():
        for child in element.children:
            if isinstance(child, Element) and child in names:
                document.idToObject[names[child]]["P"] = pdfdoc.PDFObjectReference(name)
    document.idToObject[names[root]]["P"] = pdfdoc.PDFObjectReference("structure")
    numbers = _parents(owners, names, links, pages)
    tree = pdfdoc.PDFDictionary(
        {
            "Type": pdfdoc.PDFName("StructTreeRoot"),
            "K": pdfdoc.PDFArray([pdfdoc.PDFObjectReference(names[root])]),
            "ParentTree": document.Reference(pdfdoc.PDFDictionary({"Nums": pdfdoc.PDFArray(numbers)}), "parents"),
            "ParentTreeNextKey": pages + len(links),
        }
    )
    document.Catalog.StructTreeRoot = document.Reference(tree, "structure")
    document.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})


def _without_empty(root: Element) -> Iterator[Element]:
    """Return the root and all parts below it that hold something, parents first."""
    yield root
    for child in root.children:
        if isinstance(child, Element) and child.children:
            yield from _without_empty(child)


def _part(element: Element, names: Mapping[Element, str]) -> PdfObject:
    part = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("StructElem"), "S": pdfdoc.PDFName(element.kind)})
    part["K"] = pdfdoc.PDFArray([*_children(element, names)])
    if element.language:
        part["Lang"] = pdfdoc.PDFString(element.language)
    if element.alternative:
        part["Alt"] = pdfdoc.PDFString(without_unprintable(element.alternative))
    if element.kind == "TH":
        scope = {"O": pdfdoc.PDFName("Table"), "Scope": pdfdoc.PDFName("Column")}
        part["A"] = pdfdoc.PDFDictionary(scope)
    return part


def _children(element: Element, names: Mapping[Element, str]) -> Iterator[PdfObject]:
    for child in element.children:
        if isinstance(child, Element):
            if child in names:
                yield pdfdoc.PDFObjectReference(names[child])
            continue
        page = pdfdoc.PDFObjectReference(f"Page{child.page + 1}")
        if isinstance(child, Marked):
            yield pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("MCR"), "Pg": page, "MCID": child.number})
        else:
            target = pdfdoc.PDFObjectReference(f"Annot.{child.annotation}")
            yield pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("OBJR"), "Pg": page, "Obj": target})


def _parents(
    owners: Mapping[Marked | Annotated, Element],
    names: Mapping[Element, str],
    links: Mapping[str, PdfObject],
    pages: int,
) -> list[object]:
    """Return the parent tree: for each page its stretches' parts in their order, for each link its part."""
    on_pages: list[list[tuple[int, str]]] = [[] for _ in range(pages)]
    of_links: dict[str, Element] = {}
    for child, element in owners.items():
        if isinstance(child, Marked):
            on_pages[child.page].append((child.number, names[element]))
        else:
            of_links[child.annotation] = element
    numbers: list[object] = []
    for page, stretches in enumerate(on_pages):
        references = [pdfdoc.PDFObjectReference(name) for _, name in sorted(stretches)]
        numbers += [page, pdfdoc.PDFArray(references)]
    for key, (name, link) in enumerate(links.items(), start=pages):
        if name in of_links:
            link["StructParent"] = key
            numbers += [key, pdfdoc.PDFObjectReference(names[of_links[name]])]
    return numbers
