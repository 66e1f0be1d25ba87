import Governance
import Ledger

/// Where consent about a subject stands, as other plugins ask for it; corrections are already taken into account.
public struct InstemmingView {
  /// It needs no set-up.
  public init() {}

  /// Every procedure of consent about a subject, oldest first.
  /// - Parameter day: When given, as the facts stood on that day; procedures of which nothing had happened are left out.
  public func over(
    _ onderwerp: StreamID, op day: CalendarDate? = nil, in views: ViewReader
  ) throws -> [InstemmingOverVersie] {
    try Procedure.all(.instemming, about: onderwerp, in: views).compactMap { $0.stand(op: day) }
  }

  /// Where consent about exactly this version of a subject stands; nil when nothing that counts was recorded about it.
  ///
  /// Of several procedures the latest that still counts decides: after a refusal consent may be asked again.
  /// - Parameters:
  ///   - versie: The version's digest in hexadecimal; nil for a subject without versions, or a text that is not here.
  ///   - aanduiding: How the version is called, for what was recorded about it without its text.
  ///   - besluit: The decision; when left out, adopting a version or appointing someone.
  ///   - day: When given, as the facts stood on that day.
  public func stand(
    _ onderwerp: StreamID, versie: String?, aanduiding: String? = nil, besluit: InstemmingsBesluit? = nil,
    op day: CalendarDate? = nil, in views: ViewReader
  ) throws -> InstemmingOverVersie? {
    let besluit = besluit ?? .standaard(versie: versie ?? aanduiding)
    return try Procedure.all(.instemming, about: onderwerp, versie: versie, aanduiding, besluit, in: views)
      .compactMap { $0.stand(op: day) }.last { $0.stand != .ontbreekt }
  }

  /// The appeals to nullity about a subject that were not taken back, in the order of the log.
  ///
  /// A void decision is void from the start, so no day is asked; what was known earlier is another reading.
  public func nietigheden(over onderwerp: StreamID, in views: ViewReader) throws -> [Nietigheid] {
    // Hardly any subject has one, and an index tells.
    let invoked = try views.facts(where: Betreft.onderwerp, is: onderwerp, of: NietigheidIngeroepen.self)
    var seen: Set<StreamID> = []
    return try invoked.filter { seen.insert($0.stream).inserted }.compactMap { fact in
      try views.subject(Procedure.self, SubjectKey(fact.stream)).flatMap { try Nietigheid($0, in: views) }
    }
  }
}

/// Where consent about exactly one version of a subject stands.
public struct InstemmingOverVersie: Sendable, Hashable {
  /// The field that says what is asked about a person, in the first fact of a procedure.
  public static let persoonsbesluit = Betreft.persoonsbesluit

  /// The procedure.
  public let stream: StreamID
  /// Its first fact.
  public let opening: Fact
  /// What it is about.
  public let onderwerp: StreamID
  /// The digest of exactly one version, in hexadecimal; nil for a subject without versions.
  public let versie: String?
  /// The body whose consent it is.
  public let orgaan: Rol
  /// The decision it is about; of one about a person only that it is, for which one is sealed.
  public let besluit: InstemmingsBesluit
  /// The letter of WOR art. 27 lid 1, when it was recorded.
  public let worOnderdeel: WorOnderdeel?
  /// Where it stands.
  public let stand: InstemmingStand
  /// The date of the last fact that counts.
  public let op: ImpreciseDate
  /// Where that fact stands in the log.
  public let position: UInt64
  /// Whether that fact is from before the ledger: then the secretariat may have signed it, and `bron` says on what ground.
  public let isHistorisch: Bool
  /// Which document says so, for a historical fact.
  public let bron: String?

  /// Whether the decision may be carried out on it.
  public var geldtAlsInstemming: Bool { stand.geldtAlsInstemming }
}
