import Governance
import Yams

/// The values that a file is made of.
extension Kaart {
  /// Text that must be there; empty when it is not, which has been told.
  public func tekst(_ key: String) -> String {
    vereist(key, Text(nl: "tekst", en: "text")).flatMap { woord($0) } ?? ""
  }

  /// Text that may be missing.
  public func tekstOfNiets(_ key: String) -> String? { node(key).flatMap { woord($0) } }

  /// Text, which must be text for every reader of YAML.
  public func woord(_ node: Node, most: Int = 1000) -> String? {
    guard case .scalar(let scalar) = node else {
      verslag.fout(.verkeerdeVorm, Plaats(node), Self.vorm(node), verwacht: Text(nl: "tekst", en: "text"))
      return nil
    }
    let text = scalar.string
    if !scalar.isQuoted, let other = Valstrik.text(text) {
      verslag.fout(
        .aanhalingstekens, Plaats(node),
        Text(nl: "«\(text)», dat als ", en: "“\(text)”, which can be read as ") + other
          + Text(nl: " kan worden gelezen", en: ""), verwacht: Text("\"\(text)\""))
      return text
    }
    let isEmpty = !text.hasVisibleText
    guard !isEmpty, text.count <= most, !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
    else {
      verslag.fout(
        .verkeerdeVorm, Plaats(node),
        isEmpty
          ? Text(nl: "niets", en: "nothing")
          : Text(nl: "tekst van \(text.count) tekens", en: "text of \(text.count) characters"),
        verwacht: Text(nl: "1 tot \(most) tekens op één regel", en: "1 to \(most) characters on one line"))
      return nil
    }
    return text
  }

  /// One word, or a list of words.
  public func woorden(_ key: String, verplicht: Bool = false) -> [String] {
    let expected = Text(nl: "een woord of een lijst van woorden", en: "a word or a list of words")
    guard let node = verplicht ? vereist(key, expected) : node(key) else { return [] }
    guard case .sequence(let list) = node else { return woord(node).map { [$0] } ?? [] }
    if list.isEmpty {
      verslag.fout(.ontbreekt, Plaats(node), Text(nl: "een lege lijst", en: "an empty list"), verwacht: expected)
    }
    return list.enumerated().compactMap { index, node in
      verslag.plaatsen.zet(pad + [key, String(index)], Plaats(node))
      return woord(node)
    }
  }

  /// `ja` or `nee`.
  public func jaNee(_ key: String, anders: Bool? = nil) -> Bool {
    let expected = Text(nl: "ja of nee", en: "ja or nee")
    guard let node = anders == nil ? vereist(key, expected) : node(key) else { return anders ?? false }
    switch node.scalar?.string {
    case "ja": return true
    case "nee": return false
    default:
      verslag.fout(.geenJaNee, Plaats(node), Self.vorm(node), verwacht: expected)
      return anders ?? false
    }
  }

  /// One of the codes of an enumeration; the first one when it is none of them, which has been told.
  public func code<Code: RawRepresentable & CaseIterable>(_ key: String, anders: Code? = nil) -> Code?
  where Code.RawValue == String {
    let codes = Code.allCases.map(\.rawValue)
    let expected = Text(nl: "een van: \(codes.joined(separator: ", "))", en: "one of: \(codes.joined(separator: ", "))")
    guard let node = anders == nil ? vereist(key, expected) : node(key) else { return anders }
    guard let word = node.scalar?.string, let code = Code(rawValue: word) else {
      verslag.fout(
        .onbekendeWaarde, Plaats(node), Self.vorm(node),
        verwacht: node.scalar.flatMap { Nearest.text($0.string, among: codes) } ?? expected)
      return anders
    }
    return code
  }

  /// A whole number, written as one: no `08`, no `1e3`.
  public func getal(_ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let node = node(key) else { return nil }
    let text = node.scalar?.string ?? ""
    guard text.wholeMatch(of: /0|[1-9][0-9]{0,8}/) != nil, let number = Int(text), range.contains(number) else {
      verslag.fout(
        .geenGetal, Plaats(node), Self.vorm(node),
        verwacht: Text(
          nl: "een getal van \(range.lowerBound) tot en met \(range.upperBound), zonder voorloopnul",
          en: "a number from \(range.lowerBound) to \(range.upperBound), without a leading zero"))
      return nil
    }
    return number
  }

  /// A length of time, such as `7 werkdagen`.
  public func lengte(_ key: String) -> TermLength? { node(key).flatMap { lengte($0) } }

  /// A length of time, written at a node.
  public func lengte(_ node: Node) -> TermLength? {
    let text = node.scalar?.string ?? ""
    // `08` is eight to one reader and nothing to another.
    let length = text.hasPrefix("0") ? nil : try? TermLength(text)
    guard let length else {
      verslag.fout(
        .geenLengte, Plaats(node), Self.vorm(node),
        verwacht: Text(
          nl: "een getal en een eenheid, zoals 7 werkdagen, 8 weken of 24 uren",
          en: "a number and a unit, such as 7 werkdagen, 8 weken or 24 uren"))
      return nil
    }
    return length
  }

  /// One length of time, or a list of them.
  public func lengtes(_ key: String) -> [TermLength] {
    guard let node = node(key) else { return [] }
    guard case .sequence(let list) = node else { return lengte(node).map { [$0] } ?? [] }
    return list.compactMap { lengte($0) }
  }

  /// A mapping within this one.
  public func kaart(_ key: String, verplicht: Bool = false) -> Kaart? {
    let expected = Text(nl: "sleutels met waarden", en: "keys with values")
    guard let node = verplicht ? vereist(key, expected) : node(key) else { return nil }
    return Kaart(node, pad + [key], verslag)
  }

  /// A mapping from names to mappings.
  public func kaarten(_ key: String, verplicht: Bool = false) -> [(naam: String, kaart: Kaart)] {
    kaart(key, verplicht: verplicht)?.onderdelen() ?? []
  }

  /// A list of mappings.
  public func lijst(_ key: String, verplicht: Bool = false) -> [Kaart] {
    let expected = Text(nl: "een lijst", en: "a list")
    guard let node = verplicht ? vereist(key, expected) : node(key) else { return [] }
    guard case .sequence(let list) = node else {
      verslag.fout(.verkeerdeVorm, Plaats(node), Self.vorm(node), verwacht: expected)
      return []
    }
    return list.enumerated().compactMap { index, node in
      verslag.plaatsen.zet(pad + [key, String(index)], Plaats(node))
      return Kaart(node, pad + [key, String(index)], verslag)
    }
  }

  /// The sources of a key, one or a list; what is none is told.
  public func bronnen(_ key: String = "bron") -> [Bron] {
    woorden(key).enumerated().compactMap { index, text -> Bron? in
      if let source = Bron(text) { return source }
      verslag.fout(
        .geenBron, node(key).map { Self.plaats($0, index) } ?? plaats, Text(nl: "«\(text)»", en: "“\(text)”"),
        verwacht: Text(
          nl: "een bron zoals 004:4544-4546 §5.3(6) of Awb 7:10 lid 2",
          en: "a source such as 004:4544-4546 §5.3(6) or Awb 7:10 lid 2"))
      return nil
    }
  }

  private static func plaats(_ node: Node, _ index: Int) -> Plaats {
    if case .sequence(let list) = node, index < list.count { return Plaats(list[index]) }
    return Plaats(node)
  }
}
