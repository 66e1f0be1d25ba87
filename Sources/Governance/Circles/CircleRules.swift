import Ledger

/// Who may change the circle of a confidential stream.
enum CircleRules {
  static let all = [byMembers]

  /// The first admission opens the circle; from then on only those in it let others in or out.
  private static let byMembers = Rule(
    id: "KRING-LID", source: "004:4539-4541; 004:5043-5046",
    demand: Text(
      nl: "alleen wie tot een kring hoort, laat anderen toe of sluit hen uit",
      en: "only who belongs to a circle admits or dismisses others"),
    on: [ToegangVerleend.self, ToegangIngetrokken.self]
  ) { context in
    guard let stream = context.event[ToegangVerleend.stroom] else { return nil }
    let circle = try context.circle(of: stream)
    guard !circle.isEmpty, !circle.contains(where: { $0.id == context.event.signed.key }) else { return nil }
    return Refusal(
      Text(
        nl: "deze sleutel hoort niet tot de kring van \(stream)",
        en: "this key does not belong to the circle of \(stream)"),
      remedy: Text(
        nl: "laat iemand uit de kring ondertekenen", en: "let someone in the circle sign"))
  }
}
