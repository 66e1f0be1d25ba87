import Governance
import Ledger

extension BeleidRules {
  /// What events point at must be there.
  static let contents = [knownVersion, successor, element, page]

  private static let knownVersion = Rule(
    id: "BEL-VERSIE-ONBEKEND", source: "README, Rules and views",
    demand: Text(nl: "een feit betreft een versie die er is", en: "a fact concerns a version that exists"),
    on: [WerknemersGeraadpleegd.self, ContentElementAangetoond.self, BeleidGeborgd.self]
  ) { context in
    let names = context.event[RegelingVastgesteld.versie] != nil || context.event[RegelingVastgesteld.aanduiding] != nil
    guard names, try context.versie()?.feiten.isEmpty != false else { return nil }
    return Refusal(
      Text(nl: "deze versie is niet vastgelegd", en: "this version is not recorded"),
      remedy: Text(
        nl: "leg eerst haar ontwerp vast: waarborg beleid ontwerp --kenmerk …",
        en: "record its draft first: waarborg beleid ontwerp --kenmerk …"))
  }

  private static let successor = Rule(
    id: "BEL-VERVANGING", source: "004:7813-7814; 004:7830-7832",
    demand: Text(
      nl: "wat een versie vervangt, is een andere versie of een andere regeling die er is",
      en: "what replaces a version is another version or another rule that exists"),
    on: [RegelingIngetrokken.self]
  ) { context in
    let event = context.event
    if let digest = event[RegelingIngetrokken.vervangenDoorVersie] {
      let found = try context.regeling()?.versie(digest)
      if let found, try found.nummer != context.versie()?.nummer { return nil }
      return Refusal(
        found == nil
          ? Text(nl: "de vervangende versie is niet vastgelegd", en: "the replacing version is not recorded")
          : Text(nl: "een versie vervangt niet zichzelf", en: "a version does not replace itself"),
        remedy: Text(nl: "zie waarborg beleid toon KENMERK", en: "see waarborg beleid toon NAME"))
    }
    guard let other = event[RegelingIngetrokken.vervangenDoorRegeling] else { return nil }
    if other != event.stream, try Regeling.of(other, context.views) != nil { return nil }
    return Refusal(
      Text(nl: "\(other) is geen andere regeling in dit grootboek", en: "\(other) is no other rule in this ledger"),
      remedy: Text(nl: "zie waarborg beleid lijst", en: "see waarborg beleid lijst"))
  }

  private static let element = Rule(
    id: "BEL-ELEMENT", source: "000:271-291; 002:430-466",
    demand: Text(
      nl:
        "een element heet G-1 tot en met G-6, K-1 tot en met K-16, of heeft een eigen code van letters, streepje en nummer",
      en: "an element is called G-1 to G-6, K-1 to K-16, or has a code of its own of letters, hyphen and number"),
    on: [ContentElementAangetoond.self]
  ) { context in
    guard let code = context.event[ContentElementAangetoond.element], !isElement(code) else { return nil }
    return Refusal(
      Text(nl: "«\(code)» is geen code van een element", en: "“\(code)” is no code of an element"),
      remedy: Text(
        nl: "gebruik G-1 tot en met G-6, K-1 tot en met K-16, of een eigen code zoals AC-3.1",
        en: "use G-1 to G-6, K-1 to K-16, or a code of your own such as AC-3.1"))
  }

  private static let page = Rule(
    id: "BEL-PAGINA", source: "README, Rules and views",
    demand: Text(
      nl: "een pagina waarop iets staat, heeft de tekst ook", en: "a page on which something is, the text has"),
    on: [ContentElementAangetoond.self]
  ) { context in
    let (page, pages) = (
      context.event[ContentElementAangetoond.pagina], context.event[ContentElementAangetoond.paginas]
    )
    let remedy = Text(nl: "noem een pagina die er is", en: "name a page that is there")
    guard let page, let pages else {
      guard page != nil || pages != nil else { return nil }
      return Refusal(
        Text(
          nl: "pagina en het aantal pagina's horen bij elkaar", en: "a page and the number of pages belong together"),
        remedy: remedy)
    }
    guard page <= pages else {
      return Refusal(
        Text(
          nl: "pagina \(page) is er niet: de tekst heeft \(pages) pagina's",
          en: "page \(page) is not there: the text has \(pages) pages"), remedy: remedy)
    }
    // One text has one number of pages.
    let other = try context.versie()?.feiten.compactMap { $0[ContentElementAangetoond.paginas] }.first { $0 != pages }
    return other.map {
      Refusal(
        Text(
          nl: "van deze tekst is al vastgelegd dat zij \($0) pagina's heeft",
          en: "of this text it is recorded already that it has \($0) pages"),
        remedy: Text(nl: "geef --paginas \($0)", en: "give --paginas \($0)"))
    }
  }

  /// G and K are the lists of the sources and have no other numbers.
  static func isElement(_ code: String) -> Bool {
    let parts = code.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let letters = parts.first, let number = parts.last, (1...4).contains(letters.utf8.count),
      letters.utf8.allSatisfy({ (65...90).contains($0) }), (1...12).contains(number.utf8.count),
      number.unicodeScalars.allSatisfy({
        $0.isASCII && ($0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == ".")
      })
    else { return false }
    switch letters {
    case "G": return (1...6).contains { String($0) == number }
    case "K": return (1...16).contains { String($0) == number }
    default: return true
    }
  }
}
