/// A fact from before the ledger was founded: the fields that mark it, and what is asked of it; each plugin cites that
/// under a rule id of its own.
public enum HistoricalFact {
  /// Whether the fact is from before the ledger was founded.
  public static let historisch = Field<Bool>(
    "historisch", .clear, "Of het feit van vóór de opening van dit grootboek is.", isRequired: false)
  /// The document that says so.
  public static let bron = Field<String>(
    "bron", .clear, "Welk document dit zegt; zonder persoonsgegevens.", shape: .text(most: 300), isRequired: false)
  /// Both fields, in the order in which they are written.
  public static var fields: [FieldDeclaration] { [historisch.declaration, bron.declaration] }

  /// A historical fact names the document that says it, and only a historical fact does.
  public static func sourceRefusal(isHistorical: Bool, source: String?) -> Refusal? {
    guard isHistorical != (source != nil) else { return nil }
    return isHistorical
      ? Refusal(
        Text(nl: "er staat niet bij welk document dit zegt", en: "it is not said which document says this"),
        remedy: Text(nl: "noem het document met --bron", en: "name the document with --bron"))
      : Refusal(
        Text(
          nl: "er is een bron genoemd, maar het feit is niet historisch",
          en: "a source is named, but the fact is not historical"),
        remedy: Text(nl: "voeg --historisch toe of laat --bron weg", en: "add --historisch or leave --bron out"))
  }

  /// A historical fact is of a day before the founding: on that day itself this ledger can say it, signed by who decided. A date without a last day, or not known at all, is bounded
  /// by being historical: the sources have undated facts, and those must be recordable as just that.
  public static func dateRefusal(
    _ date: ImpreciseDate, _ context: RuleContext, option: String = "--op"
  ) -> Refusal? {
    guard let founded = context.registry.founding?.at.date, let latest = date.latest ?? date.earliest, latest >= founded
    else { return nil }
    let isAfter = date.earliest.map { $0 >= founded } ?? false
    let last = (try? founded.adding(days: -1)) ?? founded
    let bounded = "\(date.earliest?.description ?? "..")/\(last)"
    return Refusal(
      isAfter
        ? Text(
          nl: "dit is van \(date.text.nl), niet van vóór de opening van dit grootboek op \(founded.text.nl)",
          en: "this is of \(date.text.en), not of before this ledger was founded on \(founded.text.en)")
        : Text(
          nl: "«\(date)» kan ook van na de opening van dit grootboek zijn (\(founded.text.nl))",
          en: "“\(date)” can also be of after this ledger was founded (\(founded.text.en))"),
      remedy: isAfter
        ? Text(nl: "leg het vast zonder --historisch", en: "record it without --historisch")
        : Text(
          nl: "was het daarvoor, geef dan \(option) \(bounded)", en: "if it was before that, give \(option) \(bounded)")
    )
  }
}
