"""The choices of a print: product, languages, paper, and what the product can leave out."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QFrame, QWidget

from majlis.pages.orders import Options
from majlis.programme.records import Edition
from majlis.ui.labels import label
from majlis.ui.languages import language_name
from majlis.ui.prints.order import Offer, Order

LANGUAGE = "en"
SHEETS = (8, 10)


class Form(QFrame):
    """Says what is wanted; `changed` comes with each choice that changes that."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._offer: Offer | None = None
        self._wanted: dict[str, str] = {}
        self.product = self._box("print.product", self.tr("Product"))
        self.language = self._box("print.language", self.tr("Language"))
        self.second = self._box("print.second_language", self.tr("Second language"))
        self.paper = self._box("print.paper", self.tr("Paper"))
        self.sheet = self._box("print.sheet", self.tr("Badges on a sheet"))
        self.since = self._box("print.since", self.tr("Changes since"))
        self.whom = self._box("print.whom", self.tr("Sheets for"))
        self.switches = {
            "grid": self._switch("grid", self.tr("Days as tables")),
            "abstracts": self._switch("abstracts", self.tr("Abstracts")),
            "biographies": self._switch("biographies", self.tr("Biographies")),
            "indexes": self._switch("indexes", self.tr("Indexes")),
        }
        self._rows = QFormLayout(self)
        self._rows.setContentsMargins(14, 14, 14, 14)
        self._rows.setVerticalSpacing(8)
        self.whom.addItem(self.tr("Everybody who takes part"), "")
        self.whom.addItem(self.tr("Whoever has changes"), "changed")
        boxes = (self.product, self.language, self.second, self.paper, self.sheet, self.since, self.whom)
        for box in boxes:
            self._rows.addRow(label(box.accessibleName(), self, "label"), box)
        for switch in self.switches.values():
            self._rows.addRow(switch)
        for number in SHEETS:
            self.sheet.addItem(str(number), number)
        self.product.currentIndexChanged.connect(self._take_product)
        for box in boxes[1:]:
            box.currentIndexChanged.connect(self._tell)
        for switch in self.switches.values():
            switch.toggled.connect(self._tell)

    @property
    def order(self) -> Order | None:
        """What is chosen, or None as long as nothing is on offer."""
        product = self._offer.products.get(str(self.product.currentData())) if self._offer else None
        if product is None:
            return None
        shown = {name: name not in product.options or each.isChecked() for name, each in self.switches.items()}
        options = Options(
            language=str(self.language.currentData() or ""),
            second_language=str(self.second.currentData() or "") or None,
            paper=str(self.paper.currentData() or ""),
            sheet=int(self.sheet.currentData() or SHEETS[0]),
            grid=shown["grid"],
            abstracts=shown["abstracts"],
            biographies=shown["biographies"],
            indexes=shown["indexes"],
            changed="changed" in product.options and bool(self.whom.currentData()),
        )
        return Order(product.id, options, self._edition() if "since" in product.options else None)

    def choose(self, **wanted: str) -> None:
        """Choose a product, language, second_language, paper, since or whom, at the latest when it is on offer."""
        self._wanted.update(wanted)
        boxes = {
            "product": self.product,
            "language": self.language,
            "second_language": self.second,
            "paper": self.paper,
            "since": self.since,
            "whom": self.whom,
        }
        for name, box in boxes.items():
            found = box.findData(self._wanted.get(name)) if name in self._wanted else -1
            if found >= 0:
                del self._wanted[name]
                box.setCurrentIndex(found)

    def offer(self, offer: Offer) -> None:
        """Offer these products and languages; what is chosen stays where it can."""
        self._offer = offer
        languages = [(code, language_name(code)) for code in offer.languages]
        self._fill(self.product, [(one.id, one.name.best((LANGUAGE,))) for one in offer.products.values()])
        self._fill(self.language, languages)
        self._fill(self.second, [("", self.tr("None")), *languages])
        editions = [(edition.id, self._edition_words(edition)) for edition in offer.editions]
        self._fill(self.since, editions or [("", self.tr("No edition is frozen yet"))])
        self._offer_papers()
        self.choose()

    def _fill(self, box: QComboBox, choices: list[tuple[str, str]]) -> None:
        if [(box.itemData(row), box.itemText(row)) for row in range(box.count())] == choices:
            return
        chosen = box.currentData()
        was = box.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        box.clear()
        for code, words in choices:
            box.addItem(words, code)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.blockSignals(was)

    @Slot()
    def _take_product(self) -> None:
        self._offer_papers()
        self._tell()

    def _offer_papers(self) -> None:
        product = self._offer.products.get(str(self.product.currentData())) if self._offer else None
        if product is None:
            return
        self._fill(self.paper, [(paper, paper.upper()) for paper in product.papers])
        for name, box in (("sheet", self.sheet), ("since", self.since), ("changed", self.whom)):
            self._rows.setRowVisible(box, name in product.options)
        for name, switch in self.switches.items():
            self._rows.setRowVisible(switch, name in product.options)

    def _edition(self) -> Edition | None:
        editions = self._offer.editions if self._offer else ()
        return next((each for each in editions if each.id == self.since.currentData()), None)

    def _edition_words(self, edition: Edition) -> str:
        words = self.tr("Edition {number}").format(number=edition.number)
        return f"{words}: {edition.note}" if edition.note else words

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    def _box(self, key: str, words: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(key)
        box.setAccessibleName(words)
        box.setMinimumContentsLength(10)
        return box

    def _switch(self, key: str, words: str) -> QCheckBox:
        switch = QCheckBox(words, self)
        switch.setObjectName(f"print.{key}")
        switch.setChecked(True)
        return switch
