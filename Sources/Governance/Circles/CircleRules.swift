import Ledger

/// Who may change the circle of a confidential stream.
enum CircleRules {
  static let all = [byMembers]

  /// The first admission opens the circle; from then on only those in it let others in or out. One that became empty was not
  /// left to whoever comes first: it stays closed. The successor of a key stands in its place (`KeyRegistry`), so where there
  /// is one the circle is not empty.
  private static let byMembers = Rule(
    id: "KRING-LID", source: "004:4539-4541; 004:5043-5046",
    demand: Text(
      nl: "alleen wie tot een kring hoort, laat anderen toe of sluit hen uit; een kring die leeg raakte, blijft dicht",
      en: "only who belongs to a circle admits or dismisses others; a circle that became empty stays closed"),
    on: [ToegangVerleend.self, ToegangIngetrokken.self]
  ) { context in
    guard let stream = context.event[ToegangVerleend.stroom] else { return nil }
    let circle = try context.circle(of: stream)
    guard !circle.contains(where: { $0.id == context.event.signed.key }) else { return nil }
    if circle.isEmpty {
      guard try context.catalog.authority.everHadCircle(stream, context.views) else { return nil }
      return Refusal(
        Text(
          nl: "de kring van \(stream) is leeg geraakt en laat niemand meer toe",
          en: "the circle of \(stream) became empty and admits nobody any more"),
        remedy: Text(
          nl: "open voor wat volgt een nieuwe stroom met een eigen kring",
          en: "open a new stream with a circle of its own for what follows"))
    }
    return Refusal(
      Text(
        nl: "deze sleutel hoort niet tot de kring van \(stream)",
        en: "this key does not belong to the circle of \(stream)"),
      remedy: Text(
        nl: "laat iemand uit de kring ondertekenen", en: "let someone in the circle sign"))
  }
}
