import Console
import Governance
import Ledger
import LedgerCrypto

/// What is said before a key is revoked or replaced.
enum Revocation {
  /// From how far ahead a moment is asked about, in days: longer than a term of notice of a month is rather a slip.
  static let mostDaysAhead = 35
  private static let mostListed = 20

  /// What else a revocation does than it says.
  static func notices(_ id: Thumbprint, from moment: Instant, _ context: AppendContext) throws -> [Text] {
    let (now, registry) = (context.book.now, context.reading.registry)
    var notices: [Text] = []
    if moment.secondsSince1970 - now.secondsSince1970 > Int64(mostDaysAhead) * 86_400 {
      notices.append(
        Text(
          nl: "Tot \(moment), meer dan \(mostDaysAhead) dagen vooruit, blijft de sleutel gelden.",
          en: "Until \(moment), more than \(mostDaysAhead) days ahead, the key stays valid."))
    }
    let dark = try context.book.darkened(without: id, context.reading)
    if !dark.isEmpty { notices.append(sentence(dark: dark)) }
    let registrars = registry.registrars(at: now)
    if registrars.count > 1, registrars.contains(where: { $0.id == id }),
      registrars.allSatisfy({ $0.id == id || $0.id == context.signer })
    {
      notices.append(
        Text(
          nl: "Daarna is uw eigen sleutel de enige die sleutels kan registreren.",
          en: "After that your own key is the only one that can register keys."))
    }
    return notices
  }

  /// Said when a successor does not get everything.
  static func withheld(_ dark: [StreamID]) -> Text {
    Text(
      nl: "De opvolger leest dit niet, want de oude sleutel is niet hier en u zit niet in de kring: \(list(dark)).",
      en: "The successor does not read this, as the old key is not here and you are not in the circle: \(list(dark)).")
  }

  /// Sentences, one after another.
  static func joined(_ sentences: [Text]) -> Text {
    sentences.dropFirst().reduce(sentences.first ?? Text("")) { $0 + Text(" ") + $1 }
  }

  private static func sentence(dark: [StreamID]) -> Text {
    Text(
      nl: "Niemand anders leest wat vertrouwelijk is in \(list(dark)); laat eerst iemand toe of vervang de sleutel.",
      en: "Nobody else can read what is confidential in \(list(dark)); admit someone first, or replace the key.")
  }

  private static func list(_ streams: [StreamID]) -> String {
    let listed = streams.prefix(mostListed).map(\.description).joined(separator: ", ")
    return streams.count > mostListed ? "\(listed) (+ \(streams.count - mostListed))" : listed
  }
}
