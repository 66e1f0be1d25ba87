import Governance
import Ledger

/// What a plugin has to know to follow consent about its own subjects.
public enum Instemmingsfeiten {
  /// Every event of a consent.
  public static let events: [any EventDefinition.Type] = Procedure.events.filter {
    $0.type.streamKind == InstemmingGevraagd.type.streamKind
  }

  /// One fact of a consent in the life of its subject.
  public struct Regel: Sendable {
    /// The fact.
    public let feit: Fact
    /// What happened, in words, with the decision where that is not understood of itself.
    public let text: Text
    /// The digest of the version, in hexadecimal.
    public let versie: String?
    /// How the version is called, where its text is not in the ledger.
    public let aanduiding: String?
  }

  /// What was recorded about consent to a subject, also what was a mistake, in the order of the log.
  public static func verloop(over onderwerp: StreamID, in views: ViewReader) throws -> [Regel] {
    try Procedure.all(.instemming, about: onderwerp, in: views).flatMap { procedure in
      let isUsual = procedure.besluit == .standaard(versie: procedure.versie ?? procedure.aanduiding)
      let decision = isUsual ? Text("") : Text(" (") + procedure.besluit.text + Text(")")
      return procedure.feiten.map {
        Regel(feit: $0, text: $0.text + decision, versie: procedure.versie, aanduiding: procedure.aanduiding)
      }
    }.sorted { $0.feit.position < $1.feit.position }
  }

  /// What a fact of a consent is about, corrections included; nil for any other fact.
  public static func onderwerp(of fact: Fact, in views: ViewReader) throws -> StreamID? {
    guard fact.stream.kind == InstemmingGevraagd.type.streamKind else { return nil }
    return try fact[Betreft.onderwerp] ?? fact[Correction.event].flatMap { try views.fact($0) }?[Betreft.onderwerp]
  }

  /// What a procedure of consent is about; nil when there is no such procedure.
  public static func onderwerp(van procedure: StreamID, in views: ViewReader) throws -> StreamID? {
    guard procedure.kind == InstemmingGevraagd.type.streamKind else { return nil }
    return try views.facts(in: procedure).first?[Betreft.onderwerp]
  }

  /// An appeal to nullity of a decision about a person that is about to be recorded.
  public struct Persoonsnietigheid: Sendable {
    /// Whom it is about.
    public let onderwerp: StreamID
    /// Which decision, as far as the reader can open that; nil when it cannot, or it was not said.
    public let besluit: InstemmingsBesluit?
  }

  /// The appeal to nullity of a decision about a person that a draft records; nil for any other draft.
  public static func persoonsnietigheid(_ draft: EventDraft, _ reading: Reading) throws -> Persoonsnietigheid? {
    guard draft.type.name == NietigheidIngeroepen.type.name, let onderwerp = draft[Betreft.onderwerp],
      draft[Betreft.versie] == nil, draft[Betreft.aanduiding] == nil
    else { return nil }
    let opening = try reading.views.facts(in: draft.stream).first { !$0.isCorrection }
    return Persoonsnietigheid(
      onderwerp: onderwerp,
      besluit: try draft[Betreft.persoonsbesluit]
        ?? opening.flatMap { try reading.filter.sealed(Betreft.persoonsbesluit, of: $0) })
  }
}
