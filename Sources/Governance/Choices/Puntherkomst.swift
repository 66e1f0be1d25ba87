import Ledger

/// How an answer came from a model; one that is not mentioned was chosen by the organisation.
public enum Herkomstsoort: String, NamedCode {
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

/// A point of rules that a model can answer.
public protocol Herkomstpunt: CodeValue, Hashable {
  /// How the record of where an answer comes from calls the point.
  static var veldnaam: String { get }
}

/// Where the answer on one point comes from.
public struct Puntherkomst<Punt: Herkomstpunt>: FieldValue, Hashable {
  /// The point.
  public let punt: Punt
  /// How it came from the model.
  public let soort: Herkomstsoort
  /// The lines that say it, or why it is the default, or where the sources are silent.
  public let bron: String

  /// Where the answer on one point comes from.
  public init(_ punt: Punt, _ soort: Herkomstsoort, _ bron: String) {
    self.punt = punt
    self.soort = soort
    self.bron = bron
  }

  /// Point, kind and source.
  public static var defaultShape: FieldShape {
    .record([
      .init(Punt.veldnaam, Punt.defaultShape), .init("soort", Herkomstsoort.defaultShape),
      .init("bron", .text(most: 200)),
    ])
  }

  /// Reads where an answer comes from.
  public init?(json: JSON) {
    guard let punt = json[Punt.veldnaam].flatMap({ Punt(json: $0) }),
      let soort = json["soort"].flatMap({ Herkomstsoort(json: $0) }), let bron = json["bron"]?.string
    else { return nil }
    self.init(punt, soort, bron)
  }

  /// Point, kind and source.
  public var json: JSON { [Punt.veldnaam: punt.json, "soort": soort.json, "bron": .string(bron)] }
}
