import Governance
import Ledger

/// A paper as someone gives it: attached, or where it is kept.
public struct Stukkeuze {
  private let document: Field<DocumentReference>
  private let plek: Field<String>
  /// Where the event says in the clear that there is one; nil where that is hidden as well.
  private let plaats: Field<Stukplaats>?
  private let bestand: String?
  private let vindplaats: String?

  /// What was typed.
  public init(velden: Stukvelden, bestand: String?, vindplaats: String?) {
    self.init(
      document: velden.document, plek: velden.vindplaats, plaats: velden.plaats, bestand: bestand,
      vindplaats: vindplaats)
  }

  /// What was typed of a paper of which not even shows that it is there.
  public init(
    document: Field<DocumentReference>, plek: Field<String>, plaats: Field<Stukplaats>? = nil, bestand: String?,
    vindplaats: String?
  ) {
    self.document = document
    self.plek = plek
    self.plaats = plaats
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
      try fields.attach(bestand, as: document)
      if let plaats { fields[plaats] = .bijgevoegd }
    } else if let vindplaats {
      fields[plek] = vindplaats
      if let plaats { fields[plaats] = .elders }
    }
  }
}
