import Governance
import Yams

/// A mapping that is being read: what is asked for is remembered, and what nobody asked for is a fault.
public final class Kaart {
  /// Where it is among the parts.
  public let pad: [String]
  /// Where it begins in the file.
  public let plaats: Plaats
  /// Where faults are told.
  public let verslag: Verslag
  private var waarden: [String: Node] = [:]
  private var volgorde: [(naam: String, sleutel: Plaats)] = []
  private var gevraagd: Set<String> = []

  /// Takes a node as a mapping; nil when it is none, which has been told.
  public init?(_ node: Node, _ pad: [String], _ verslag: Verslag, verwacht: Text? = nil) {
    self.pad = pad
    self.verslag = verslag
    plaats = Plaats(node)
    guard case .mapping(let map) = node else {
      verslag.fout(
        .verkeerdeVorm, plaats, Self.vorm(node),
        verwacht: verwacht ?? Text(nl: "sleutels met waarden", en: "keys with values"))
      return nil
    }
    for (key, value) in map {
      guard case .scalar(let scalar) = key else {
        verslag.fout(
          .verkeerdeVorm, Plaats(key), Self.vorm(key), verwacht: Text(nl: "een woord als sleutel", en: "a word as key"))
        continue
      }
      neem(scalar, value)
    }
  }

  private func neem(_ scalar: Node.Scalar, _ value: Node) {
    let place = Plaats(.scalar(scalar))
    let name = scalar.string
    if name.first == Bestandstekst.dubbel {
      let name = name.split(separator: Bestandstekst.dubbel).last.map(String.init) ?? ""
      let first = verslag.isVol ? nil : volgorde.first { $0.naam == name }?.sleutel
      let before = first.map { Text(nl: ", eerder op \($0)", en: ", before at \($0)") } ?? Text("")
      verslag.fout(
        .dubbeleSleutel, place, Text(nl: "«\(name)» voor de tweede keer", en: "“\(name)” for the second time") + before,
        verwacht: Text(nl: "elke sleutel één keer", en: "each key once"))
      return
    }
    if !scalar.isQuoted, let other = Valstrik.text(name) {
      verslag.fout(
        .aanhalingstekens, place,
        Text(nl: "de sleutel «\(name)», die als ", en: "the key “\(name)”, which can be read as ") + other
          + Text(nl: " kan worden gelezen", en: ""), verwacht: Text("\"\(name)\""))
    }
    waarden[name] = value
    volgorde.append((name, place))
    verslag.plaatsen.zet(pad + [name], Plaats(value))
  }

  /// The names, in the order of the file, with the mapping that each one holds; every name is asked for.
  public func onderdelen(verwacht: Text? = nil) -> [(naam: String, kaart: Kaart)] {
    volgorde.compactMap { name, place in
      gevraagd.insert(name)
      verslag.plaatsen.zet(pad + [name], place)
      guard let node = waarden[name] else { return nil }
      return Kaart(node, pad + [name], verslag, verwacht: verwacht).map { (name, $0) }
    }
  }

  /// The names, each with a word.
  public func teksten() -> [String: String] {
    var words: [String: String] = [:]
    for (name, _) in volgorde { words[name] = tekst(name) }
    return words
  }

  /// The names of what it holds, in the order of the file.
  public var namen: [String] { volgorde.map(\.naam) }

  /// Whether a key is there.
  public func heeft(_ key: String) -> Bool { waarden[key] != nil }

  /// The node of a key that may be missing.
  public func node(_ key: String) -> Node? {
    gevraagd.insert(key)
    return waarden[key]
  }

  /// The node of a key that must be there.
  public func vereist(_ key: String, _ verwacht: Text) -> Node? {
    if let node = node(key) { return node }
    verslag.fout(.ontbreekt, plaats, Text(nl: "geen «\(key)»", en: "no “\(key)”"), verwacht: verwacht)
    return nil
  }

  /// Where the value of a key begins.
  public func plaats(_ key: String) -> Plaats { waarden[key].map { Plaats($0) } ?? plaats }

  /// Tells of the keys that nobody asked for.
  public func klaar() {
    for (name, place) in volgorde where !gevraagd.contains(name) && !verslag.isVol {
      let known = gevraagd.sorted()
      verslag.fout(
        .onbekendeSleutel, place, Text(nl: "onbekende sleutel «\(name)»", en: "unknown key “\(name)”"),
        verwacht: Nearest.text(name, among: known)
          ?? Text(nl: "een van: \(known.joined(separator: ", "))", en: "one of: \(known.joined(separator: ", "))"))
    }
  }

  /// What a node is, in words.
  public static func vorm(_ node: Node) -> Text {
    switch node {
    case .scalar(let scalar): Text(nl: "«\(scalar.string.prefix(60))»", en: "“\(scalar.string.prefix(60))”")
    case .mapping: Text(nl: "sleutels met waarden", en: "keys with values")
    case .sequence: Text(nl: "een lijst", en: "a list")
    case .alias: Text(nl: "een verwijzing", en: "an alias")
    }
  }
}
