import Console
import Governance
import Ledger
import LedgerCrypto

/// A concept as who signs reads it: what would be signed, in which capacity, by which rule, and what it is about.
struct ConceptSheet {
  let opened: OpenedConcept
  private let checked: CheckedConcept

  init(_ opened: OpenedConcept) {
    self.opened = opened
    checked = opened.checked
  }

  func show(on terminal: Terminal) {
    terminal.out(heading)
    terminal.out("")
    terminal.out(StyledText(Text(nl: "Wat u ondertekent", en: "What you sign"), .heading))
    for shown in checked.events { terminal.out(list(shown, isSigned: false)) }
    if !checked.earlier.isEmpty {
      terminal.out("")
      terminal.out(StyledText(Text(nl: "Waarover het gaat", en: "What it is about"), .heading))
      for shown in checked.earlier where shown.event.type.changesAuthority == nil {
        terminal.out(list(shown, isSigned: true))
      }
    }
    for warning in checked.concept.warnings { terminal.warnOnce(warning) }
  }

  private var heading: KeyValueList {
    let concept = checked.concept
    var list = KeyValueList()
    list.add(Text(nl: "Grootboek", en: "Ledger"), "\(concept.origin)")
    list.add(
      Text(nl: "Stand", en: "State"),
      StyledText(
        Text(
          nl: "\(checked.checkpoint.size) gebeurtenissen, op \(concept.made.date.text.nl)",
          en: "\(checked.checkpoint.size) events, on \(concept.made.date.text.en)")))
    list.add(
      Text(nl: "U tekent als", en: "You sign as"),
      StyledText((checked.rol?.text ?? Text("?")) + Text(nl: " (sleutel \(opened.name))", en: " (key \(opened.name))")))
    list.add(
      Text(nl: "Volgens wie het klaarzette", en: "According to its maker"),
      concept.about.map { StyledText(Self.withoutLabel($0)) })
    return list
  }

  /// What a signer is told at the ledger begins with a label of its own.
  private static func withoutLabel(_ text: Text) -> Text {
    func cut(_ text: String, _ label: String) -> String {
      text.hasPrefix(label) ? String(text.dropFirst(label.count)) : text
    }
    return Text(nl: cut(text.nl, "Over: "), en: cut(text.en, "About: "))
  }

  private func list(_ shown: CheckedConcept.Shown, isSigned: Bool) -> KeyValueList {
    let event = shown.event
    var list = KeyValueList()
    let meaning = Text(nl: event.type.meaning, en: event.type.meaning)
    list.add(
      isSigned ? Text(nl: "Nummer \(event.position)", en: "Number \(event.position)") : Text(event.type.name),
      StyledText(isSigned ? Text("\(event.type.name): ") + meaning : meaning))
    if isSigned {
      let who = shown.signer.map { Text(nl: ", door ", en: ", by the ") + $0.text } ?? Text("")
      list.add(Text(nl: "Ondertekend op", en: "Signed on"), StyledText(event.signedAt.date.text + who))
    }
    list.add(Text(nl: "Geldt op", en: "Effective"), StyledText(event.effective.text))
    if !isSigned {
      list.add(Text(nl: "Hoedanigheid", en: "Capacity"), StyledText(capacity(event.type)))
      list.add(Text(nl: "Op grond van", en: "By"), StyledText(Text(event.type.source)))
    }
    for fact in event.facts { list.add(Text(fact.name), words(fact.value, of: event)) }
    let along = Set(shown.documents.map(\.field.name))
    for (field, value) in shown.values {
      let isHere =
        along.contains(field.name)
        ? Text(nl: " (komt mee; de SHA-256 klopt)", en: " (comes along; the SHA-256 is right)") : Text("")
      list.add(Text(field.name), StyledText(paragraphs: value.words) + StyledText(isHere))
    }
    return list
  }

  /// A value, and where in this very concept the reader finds what it names.
  private func words(_ value: JSON, of event: RecordedEvent) -> StyledText {
    let text = value.words
    let named = checked.earlier.first { shown in
      shown.event.position != event.position
        && (shown.event.stream.description == text && shown.event.signed.envelope.seq == 1
          || shown.documents.contains { $0.document.digest.hex == text })
    }
    guard let named else { return StyledText(paragraphs: text) }
    return StyledText(
      Text(nl: "\(text) (zie nummer \(named.event.position))", en: "\(text) (see number \(named.event.position))"))
  }

  private func capacity(_ type: EventType) -> Text {
    guard let rol = checked.rol else {
      return Text(
        nl: "het concept toont niet hoe uw sleutel is geregistreerd",
        en: "the draft does not show your key's registration")
    }
    if type.signers.contains(rol) { return rol.text }
    let givers = Rol.allCases.filter { type.signers.contains($0) }
    return rol.text
      + Text(
        nl: ", in mandaat van wie dit mag: \(givers.map(\.text.nl).joined(separator: ", "))",
        en: ", mandated by who may: \(givers.map(\.text.en).joined(separator: ", "))")
  }

  var json: JSON {
    [
      "grootboek": .string(checked.concept.origin), "omvang": .int(Int64(clamping: checked.checkpoint.size)),
      "digest": checked.concept.digest.json, "sleutel": .string(opened.name), "rol": checked.rol?.json ?? .null,
      "ondertekent": .array(checked.events.map { Self.json($0) }),
      "over": .array(checked.earlier.map { Self.json($0) }),
    ]
  }

  private static func json(_ shown: CheckedConcept.Shown) -> JSON {
    let values = shown.values.map { JSON.Member($0.field.name, $0.value) }
    return [
      "id": shown.event.id.json, "event": .string(shown.event.type.name), "stream": shown.event.stream.json,
      "op": shown.event.effective.json, "data": .object(shown.event.facts + values),
      "documenten": .array(
        shown.documents.map { ["veld": .string($0.field.name), "sha256": $0.document.digest.json] }),
    ]
  }
}
