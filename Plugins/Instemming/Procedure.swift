import Governance
import Ledger

/// What one event recorded in a procedure of consent, advice or agreement.
struct Feit: Sendable {
  let position: UInt64
  let id: EventID
  let stream: StreamID
  /// The name of the event type.
  let soort: String
  let op: ImpreciseDate
  let vastgelegd: Instant
  let sleutel: String
  let isHistorisch: Bool
  let bron: String?
  let bekendOp: CalendarDate?
  let zaaknummer: String?
  let ecli: String?
  let reden: NietVereistReden?
  /// Which event this one withdraws.
  let corrigeert: EventID?
  /// Where it was withdrawn as a mistake.
  let gecorrigeerd: UInt64?

  /// Whether it still counts: no mistake, and not itself a correction.
  var telt: Bool { gecorrigeerd == nil && corrigeert == nil }

  func `is`(_ definitions: any EventDefinition.Type...) -> Bool { definitions.contains { $0.type.name == soort } }

  init?(_ row: TableRow) {
    guard let position = row.int("position"), let id = row.text("id").flatMap({ EventID($0) }),
      let stream = row.text("stroom").flatMap({ StreamID($0) }), let soort = row.text("soort"),
      let op = row.text("op").flatMap({ try? ImpreciseDate($0) }),
      let vastgelegd = row.int("vastgelegd").flatMap({ try? Instant(secondsSince1970: $0) }),
      let sleutel = row.text("sleutel")
    else { return nil }
    self.position = UInt64(position)
    self.id = id
    self.stream = stream
    self.soort = soort
    self.op = op
    self.vastgelegd = vastgelegd
    self.sleutel = sleutel
    isHistorisch = row.int("historisch") == 1
    bron = row.text("bron")
    bekendOp = row.text("bekend").flatMap { try? CalendarDate($0) }
    zaaknummer = row.text("zaaknummer")
    ecli = row.text("ecli")
    reden = row.text("reden").flatMap { NietVereistReden(rawValue: $0) }
    corrigeert = row.text("corrigeert").flatMap { EventID($0) }
    gecorrigeerd = row.int("gecorrigeerd").map { UInt64($0) }
  }
}

/// One procedure: what it is about, and everything that was recorded in it.
struct Procedure: Sendable {
  let stream: StreamID
  let position: UInt64
  let onderwerp: StreamID
  let versie: String?
  let orgaan: Rol
  let besluit: InstemmingsBesluit
  let worOnderdeel: WorOnderdeel?
  var feiten: [Feit] = []

  init?(_ row: TableRow) {
    guard let stream = row.text("stroom").flatMap({ StreamID($0) }), let position = row.int("position"),
      let onderwerp = row.text("onderwerp").flatMap({ StreamID($0) }),
      let orgaan = row.text("orgaan").flatMap({ Rol(rawValue: $0) }),
      let besluit = row.text("besluit").flatMap({ InstemmingsBesluit(rawValue: $0) })
    else { return nil }
    self.stream = stream
    self.position = UInt64(position)
    self.onderwerp = onderwerp
    versie = row.text("versie")
    self.orgaan = orgaan
    self.besluit = besluit
    worOnderdeel = row.text("wor").flatMap { WorOnderdeel(rawValue: $0) }
  }

  /// What counts, on a day when one is given: facts that are certainly later are left out.
  func geldend(op day: CalendarDate? = nil) -> [Feit] {
    feiten.filter { feit in feit.telt && (day.map { feit.op.isOnOrBefore($0) != .no } ?? true) }
  }

  /// The fact of this type that counts; there is at most one.
  func feit(_ definition: any EventDefinition.Type) -> Feit? { feiten.last { $0.telt && $0.is(definition) } }

  /// The answer that the body gave.
  var antwoord: Feit? {
    feiten.last {
      $0.telt && $0.is(InstemmingVerleend.self, InstemmingOnderVoorwaardenVerleend.self, InstemmingOnthouden.self)
    }
  }

  /// Where the procedure stands; nil when nothing had happened on that day.
  func stand(op day: CalendarDate? = nil) -> InstemmingOverVersie? {
    let counting = geldend(op: day)
    guard let last = counting.last ?? (day == nil ? feiten.last : nil) else { return nil }
    return InstemmingOverVersie(
      stream: stream, onderwerp: onderwerp, versie: versie, orgaan: orgaan, besluit: besluit,
      worOnderdeel: worOnderdeel,
      stand: Self.stand(counting), op: last.op, position: last.position, isHistorisch: last.isHistorisch,
      bron: last.bron)
  }

  /// Folds facts in the order in which they were recorded; taking nullity back restores what stood before it.
  private static func stand(_ facts: [Feit]) -> InstemmingStand {
    var stand = InstemmingStand.ontbreekt
    var beforeNullity = InstemmingStand.ontbreekt
    for fact in facts {
      switch fact.soort {
      case InstemmingGevraagd.type.name: stand = .aangevraagd
      case InstemmingVerleend.type.name: stand = .verleend
      case InstemmingOnderVoorwaardenVerleend.type.name: stand = .voorwaardelijk
      case InstemmingOnthouden.type.name: stand = .geweigerd
      case InstemmingVervangen.type.name: stand = .vervangendVerleend
      case InstemmingNietVereist.type.name: stand = .nietVereist
      case NietigheidIngeroepen.type.name:
        beforeNullity = stand
        stand = .nietigIngeroepen
      case NietigheidTeruggenomen.type.name: if stand == .nietigIngeroepen { stand = beforeNullity }
      default: break
      }
    }
    return stand
  }
}

/// Where consent about exactly one version of a subject stands.
public struct InstemmingOverVersie: Sendable, Hashable {
  /// The procedure.
  public let stream: StreamID
  /// What it is about.
  public let onderwerp: StreamID
  /// The digest of exactly one version, in hexadecimal; nil for a subject without versions.
  public let versie: String?
  /// The body whose consent it is.
  public let orgaan: Rol
  /// The decision it is about.
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
