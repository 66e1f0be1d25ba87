import Console
import Governance
import Ledger

extension Functies {
  /// The one whom a person means among those who hold or held a function: by pseudonym, or by the name as far as this
  /// reader may see it, without regard to case.
  /// - Throws: `Failure`: no pseudonym, and the name of nobody or of several.
  public static func persoon(_ text: String, of functie: StreamID, _ reading: Reading) throws -> StreamID {
    try persoon(text, reading, among: { try bekledingen(of: functie, reading.views) }) {
      Failure(
        .notFound,
        Text(
          nl: "--persoon: niemand die deze functie bekleedt of bekleedde heet zo, voor zover deze sleutel namen ziet",
          en: "--persoon: nobody who holds or held this function is called that, as far as this key sees names"),
        remedy: remedy)
    }
  }

  /// The one whom a person means among all who hold or held any function.
  /// - Throws: `Failure`: no pseudonym, and the name of nobody or of several.
  /// - Complexity: Linear in the holders of all functions when a name was typed: names are sealed, so that no key leads to
  ///   them.
  public static func persoon(_ text: String, _ reading: Reading) throws -> StreamID {
    let everyone = { try alle(reading.views).flatMap { try bekledingen(of: $0.stream, reading.views) } }
    return try persoon(text, reading, among: everyone) {
      Failure(
        .notFound,
        Text(
          nl: "--persoon: niemand die een functie bekleedt of bekleedde heet zo, voor zover deze sleutel namen ziet",
          en: "--persoon: nobody who holds or held a function is called that, as far as this key sees names"),
        remedy: remedy)
    }
  }

  private static let remedy = Text(
    nl: "geef de naam zoals waarborg organisatie lijst die toont, of een pseudoniem: Persoon/018f…",
    en: "give the name as waarborg organisatie lijst shows it, or a pseudonym: Persoon/018f…")

  private static func persoon(
    _ text: String, _ reading: Reading, among holdings: () throws -> [Bekleding], unknown: () -> Failure
  ) throws -> StreamID {
    if text.hasPrefix("Persoon/") { return try Input.person(text) }
    var seen: Set<StreamID> = []
    let found = try holdings()
      .filter { try reading.filter.reveal($0.naam).string?.comparisonKey == text.comparisonKey }
      .map(\.persoon).filter { seen.insert($0).inserted }
    if found.count == 1, let person = found.first { return person }
    guard found.isEmpty else {
      let list = found.map(\.description).joined(separator: ", ")
      throw Failure(
        .badInput,
        Text(
          nl: "--persoon: deze naam hebben \(found.count) personen",
          en: "--persoon: \(found.count) people have this name"),
        remedy: Text(nl: "geef een van: \(list)", en: "give one of: \(list)"))
    }
    throw unknown()
  }
}
