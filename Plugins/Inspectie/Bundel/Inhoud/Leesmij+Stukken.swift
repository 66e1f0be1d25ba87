import Governance
import Ledger
import LedgerCrypto
import Publication

/// The papers, what is withheld and what is destroyed, as the page tells them.
extension Leesmij {
  /// What is destroyed, in which events, and by which.
  var vernietigd: String? {
    let places = work.stukken.filter { !$0.vernietigd.isEmpty }.map { stuk in
      let fields = stuk.vernietigd.map { "\($0.field) (nummer \($0.door))" }.joined(separator: ", ")
      return "van nummer \(stuk.event.position) \(fields)"
    }
    return places.isEmpty ? nil : places.joined(separator: "; ")
  }

  var stukken: [TemplateValue] {
    work.stukken.flatMap { stuk in
      stuk.open.compactMap { field, disclosure -> TemplateValue? in
        guard field.shape == .document, let reference = DocumentReference(json: disclosure.value) else { return nil }
        return [
          "nummer": .text(String(stuk.event.position)), "soort": .text(Bundelindeling.soort(reference.mediaType)),
          "pad": .text(Bundelindeling.stuk(reference.content.hex, reference.mediaType)),
        ]
      }
    }
  }

  func grond(_ item: (kenmerk: String, grond: Weglatingsgrond, wet: String?)) -> TemplateValue {
    [
      "kenmerk": .text(item.grond.naam), "wet": .text(item.grond.wet), "artikel": .text(item.grond.artikel),
      "genoemd": .optional(item.wet), "omschrijving": .text(item.grond.omschrijving),
      "betwistbaar": .flag(item.grond.isBetwistbaar), "waar": .text(waar(item.kenmerk)),
    ]
  }

  /// In which events a ground was used, each with its fields.
  func waar(_ kenmerk: String) -> String {
    let places = work.stukken.compactMap { stuk -> String? in
      let fields = stuk.weggelaten.filter { $0.grond == kenmerk }.map(\.field)
      return fields.isEmpty ? nil : "nummer \(stuk.event.position): \(fields.joined(separator: ", "))"
    }
    return places.isEmpty ? "wie een sleutel houdt" : places.joined(separator: "; ")
  }
}
