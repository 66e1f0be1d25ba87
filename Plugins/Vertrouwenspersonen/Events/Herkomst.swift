import Governance
import Ledger

/// Whose rules are a starting point.
public enum Regelmodel: String, CodeValue {
  case lelystad
  case maastricht
  case utrecht
  /// The Arbocatalogus of the sector, which binds no one by itself.
  case norm
}

/// One point of the rules, by the field in which a decision settles it.
public enum Regelpunt: String, CodeValue {
  case benoemer, duur, hoogsteVerlengingen
  case instemmingBenoeming, instemmingVerlenging, instemmingExtern, instemmingOntheffing
  case certificering, verliesCertificering, aanstellingsbrief, verklaring, kennisgeving, vaststelling, motivering
  case externe, scholing, intervisie, bijscholing
  case jaaroverzichtDoor, jaaroverzichtUiterlijk, jaaroverzichtOpenbaarheid, drempel
  case registerBijVertrek, oudMedewerkers, bemiddeling, klachtBehandelaar
}

/// How an answer came from a model; one that is not mentioned was chosen by the municipality.
public enum Herkomstaard: String, NamedCode {
  /// A source says it.
  case bron
  /// The sources are silent or can be read in two ways, and this is the named default.
  case standaard
  /// The sources are silent, and nothing was chosen.
  case zwijgt

  /// In words.
  public var text: Text {
    switch self {
    case .bron: Text(nl: "bron", en: "source")
    case .standaard: Text(nl: "standaard", en: "default")
    case .zwijgt: Text(nl: "bron zwijgt", en: "source silent")
    }
  }
}

/// Where the answer on one point comes from.
public struct Regelherkomst: FieldValue, Hashable {
  /// The point.
  public let punt: Regelpunt
  /// How it came from the model.
  public let aard: Herkomstaard
  /// The lines that say it, or why it is the default, or where the sources are silent.
  public let bron: String

  /// Where the answer on one point comes from.
  public init(_ punt: Regelpunt, _ aard: Herkomstaard, _ bron: String) {
    self.punt = punt
    self.aard = aard
    self.bron = bron
  }

  /// Point, kind and source.
  public static var defaultShape: FieldShape {
    .record([
      .init("punt", Regelpunt.defaultShape), .init("aard", Herkomstaard.defaultShape), .init("bron", .text(most: 200)),
    ])
  }

  /// Reads where an answer comes from.
  public init?(json: JSON) {
    guard let punt = json["punt"].flatMap({ Regelpunt(json: $0) }),
      let aard = json["aard"].flatMap({ Herkomstaard(json: $0) }), let bron = json["bron"]?.string
    else { return nil }
    self.init(punt, aard, bron)
  }

  /// Point, kind and source.
  public var json: JSON { ["punt": punt.json, "aard": aard.json, "bron": .string(bron)] }
}
