import Ledger

/// Where a letter, declaration or notice is: the clear fact that there is one, and nothing of what it says.
public enum Stukplaats: String, CodeValue {
  /// Attached to the event, sealed.
  case bijgevoegd
  /// Kept elsewhere; the sealed field says where.
  case elders
}

/// A paper that a rule asks for: a clear word says that it is there, a sealed field holds it or says where it lies.
///
/// Not even its digest is in the clear: the text of a letter can be guessed from a name and a template.
public struct Stukvelden: Sendable {
  /// Whether there is one.
  public let plaats: Field<Stukplaats>
  /// The paper itself.
  public let document: Field<DocumentReference>
  /// Where it is kept.
  public let vindplaats: Field<String>

  /// Declares the fields of a paper.
  public init(_ name: String, _ meaning: String) {
    plaats = Field(name, .clear, "\(meaning): waar is vastgelegd dat het er is.", isRequired: false)
    document = Field("\(name)Document", .intern, "\(meaning).", isRequired: false)
    vindplaats = Field("\(name)Vindplaats", .intern, "\(meaning): waar het ligt.", isRequired: false)
  }

  /// The three, in the order in which they are written.
  public var fields: [FieldDeclaration] { [plaats.declaration, document.declaration, vindplaats.declaration] }

  /// What these events seal are papers only, so their number shows whether each paper that is claimed is there.
  public static func areSealed(id: String, on types: [any EventDefinition.Type]) -> Rule {
    Rule(
      id: id, source: "README, The event",
      demand: Text(
        nl: "elk stuk dat er volgens het feit is, is bijgevoegd of heeft een vindplaats",
        en: "every paper that the fact claims is attached or has a place where it is kept"),
      on: types
    ) { context in
      let places = context.event.facts.filter { $0.value.string.flatMap { Stukplaats(rawValue: $0) } != nil }
      guard places.count != context.event.signed.envelope.sealedDigests.count else { return nil }
      return Refusal(
        Text(
          nl: "het feit noemt \(places.count) stukken en bevat er \(context.event.signed.envelope.sealedDigests.count)",
          en: "the fact claims \(places.count) papers and holds \(context.event.signed.envelope.sealedDigests.count)"),
        remedy: Text(
          nl: "geef elk stuk één keer: als bestand of als vindplaats",
          en: "give each paper once: as a file or as the place where it is kept"))
    }
  }
}
