import Governance
import Ledger

/// A paper as someone gives it: attached, or where it is kept.
public struct Stukkeuze {
  private let velden: Stukvelden
  private let bestand: String?
  private let vindplaats: String?

  /// What was typed.
  public init(velden: Stukvelden, bestand: String?, vindplaats: String?) {
    self.velden = velden
    self.bestand = bestand
    self.vindplaats = vindplaats
  }

  /// Writes it into the fields of an event.
  /// - Throws: `Failure` when both were given, or when the file cannot be read.
  public func fill(_ fields: inout DraftFields, option: String) throws {
    guard bestand == nil || vindplaats == nil else {
      throw Failure(
        .badInput,
        Text(
          nl: "geef \(option) of \(option)-vindplaats, niet beide",
          en: "give \(option) or \(option)-vindplaats, not both"))
    }
    if let bestand {
      try fields.attach(bestand, as: velden.document)
      fields[velden.plaats] = .bijgevoegd
    } else if let vindplaats {
      fields[velden.vindplaats] = vindplaats
      fields[velden.plaats] = .elders
    }
  }
}
