import Governance
import Ledger
import LedgerCrypto

/// Who signs what, for the events of this plugin.
enum Ondertekenaars {
  /// Roles that decide and so can let others sign in their place.
  static let beslissers: Set<Rol> = [
    .algemeenDirecteur, .griffier, .burgemeester, .werkgeverscommissie, .college, .concernteam, .directeur,
  ]
  /// Roles that keep the register of bodies, functions and closing days.
  static let vastleggers: Set<Rol> = beslissers.union([.secretariaat])
}

/// The ledger is founded: whose it is, which key signs its checkpoints, and the first key that may sign.
public enum GrootboekGeopend: EventDefinition {
  static let organisatie = Field<String>("organisatie", .clear, "Van welke organisatie dit grootboek is.")
  static let logsleutel = Field<String>(
    "logsleutel", .clear, "De publieke sleutel van het log, als vkey.", shape: .text(most: 400))
  static let organisatiesleutel = Field<BoxPublicKey>(
    "organisatiesleutel", .clear, "De sleutel waarvoor interne velden worden verzegeld.")
  static let sleutel = Field<VerifyingKey>("sleutel", .clear, "De eerste sleutel die mag ondertekenen.")
  static let verzegelsleutel = Field<BoxPublicKey>(
    "verzegelsleutel", .clear, "De sleutel waarvoor de houder verzegelde velden kan openen.")
  static let rol = Field<Rol>("rol", .clear, "De rol waarin de eerste sleutel ondertekent.")

  /// The event type.
  public static let type = EventType(
    "GrootboekGeopend", stream: "Grootboek", opens: true,
    meaning: "Het grootboek is geopend.", source: "README, The log",
    signers: Rol.sleutelbeheerders.union(Rol.vertrouwenspersonen), isMandatable: false, needsExactDate: true,
    changesAuthority: { event, registry in
      guard let organisatie = event[organisatie], let logKey = event[logsleutel], let key = event[organisatiesleutel],
        let signing = event[sleutel], let box = event[verzegelsleutel], let rol = event[rol]
      else { throw AuthorityProblem.incomplete("GrootboekGeopend") }
      try registry.found(organisatie: organisatie, logKey: logKey, at: event.recordedAt, organisationKey: key)
      try registry.register(
        signing: signing, box: box, rol: rol, stream: event.stream, at: event.position, by: event.signed.key)
    }
  ) {
    organisatie
    logsleutel
    organisatiesleutel
    sleutel
    verzegelsleutel
    rol
  }
}

/// A key may sign from here on, in one role.
public enum SleutelGeregistreerd: EventDefinition {
  static let sleutel = Field<VerifyingKey>("sleutel", .clear, "De publieke sleutel waarmee wordt ondertekend.")
  static let verzegelsleutel = Field<BoxPublicKey>(
    "verzegelsleutel", .clear, "De sleutel waarvoor de houder verzegelde velden kan openen.")
  static let rol = Field<Rol>("rol", .clear, "De rol waarin de sleutel ondertekent.")
  static let houder = Field<String>("houder", .intern, "De naam van wie de sleutel houdt.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "SleutelGeregistreerd", stream: "Sleutel", opens: true,
    meaning: "Een sleutel mag vanaf nu in één rol ondertekenen.", source: "BIO2 8.24",
    signers: Rol.sleutelbeheerders, isMandatable: false, needsExactDate: true,
    isOfOwnRegister: true,
    changesAuthority: { event, registry in
      guard let signing = event[sleutel], let box = event[verzegelsleutel], let rol = event[rol] else {
        throw AuthorityProblem.incomplete("SleutelGeregistreerd")
      }
      try registry.register(
        signing: signing, box: box, rol: rol, stream: event.stream, at: event.position, by: event.signed.key)
    }
  ) {
    sleutel
    verzegelsleutel
    rol
    houder
  }
}

/// A second one signs for the registration of a key in a role that had a holder before.
public enum SleutelBevestigd: EventDefinition {
  static let kid = Field<Thumbprint>("kid", .clear, "Van welke sleutel de registratie wordt bevestigd.")

  /// The event type.
  public static let type = EventType(
    "SleutelBevestigd", stream: "Sleutel",
    meaning: "Een tweede ondertekent dat een sleutel terecht is geregistreerd in een rol die al een houder had.",
    source: "BIO2 8.24", signers: Set(Rol.allCases), isMandatable: false, needsExactDate: true,
    changesAuthority: { event, registry in
      guard let id = event[kid] else { throw AuthorityProblem.incomplete("SleutelBevestigd") }
      try registry.confirm(
        id, by: event.signed.key, at: event.position)
    }
  ) { kid }
}

/// Why a key is revoked.
public enum IntrekkingsReden: String, CodeValue {
  case functieBeeindigd
  case verloren
  case gecompromitteerd
  case vervangen
}

/// A key no longer signs from a moment on; the organisation's key is renewed with it.
public enum SleutelIngetrokken: EventDefinition {
  static let kid = Field<Thumbprint>("kid", .clear, "Welke sleutel wordt ingetrokken.")
  static let vanaf = Field<Instant>("vanaf", .clear, "Vanaf welk tijdstip de sleutel niet meer geldt.")
  static let reden = Field<IntrekkingsReden>("reden", .clear, "Waarom.")
  static let opvolger = Field<Thumbprint>(
    "opvolger", .clear, "De sleutel die ervoor in de plaats komt.", isRequired: false)
  static let overdracht = Field<Overdracht>(
    "overdracht", .clear, "De handtekening van de sleutel zelf onder haar opvolger.", isRequired: false)
  static let organisatiesleutel = Field<BoxPublicKey>(
    "organisatiesleutel", .clear, "De nieuwe sleutel waarvoor interne velden worden verzegeld.")

  /// The event type.
  public static let type = EventType(
    "SleutelIngetrokken", stream: "Sleutel", opens: nil,
    meaning: "Een sleutel ondertekent vanaf een tijdstip niet meer en leest niets wat daarna wordt verzegeld.",
    source: "BIO2 8.24", signers: Rol.sleutelbeheerders,
    isMandatable: false, needsExactDate: true, isOfOwnRegister: true,
    changesAuthority: { event, registry in
      guard let id = event[kid], let moment = event[vanaf], let key = event[organisatiesleutel] else {
        throw AuthorityProblem.incomplete("SleutelIngetrokken")
      }
      try registry.revoke(
        id, from: moment, now: event.recordedAt, at: event.position, replacedBy: event[opvolger],
        isHandedOver: try isHandedOver(event, registry), organisationKey: key)
    }
  ) {
    kid
    vanaf
    reden
    opvolger
    overdracht
    organisatiesleutel
  }

  /// Whether the key itself handed its place on: by its own signature over the successor, or by signing all of this.
  private static func isHandedOver(_ event: RecordedEvent, _ registry: KeyRegistry) throws -> Bool {
    guard let id = event[kid] else { return false }
    guard let mark = event[overdracht] else { return event.signed.key == id }
    guard let successor = event[opvolger], let old = registry.keys[id],
      mark.holds(for: successor, by: old.signing, in: event.signed.envelope.origin)
    else { throw AuthorityProblem.notHandedOver(id) }
    return true
  }
}

/// One role lets another sign certain events in its place.
public enum MandaatVerleend: EventDefinition {
  static let mandaatgever = Field<Rol>("mandaatgever", .clear, "Wie het mandaat verleent.")
  static let gemandateerde = Field<Rol>("gemandateerde", .clear, "Wie in mandaat mag ondertekenen.")
  static let gebeurtenissen = Field<[String]>("gebeurtenissen", .clear, "Welke gebeurtenissen het mandaat omvat.")
  static let van = Field<CalendarDate>("van", .clear, "De eerste dag.")
  static let tot = Field<CalendarDate>("tot", .clear, "De laatste dag.", isRequired: false)

  /// The event type.
  public static let type = EventType(
    "MandaatVerleend", stream: "Mandaat", opens: true,
    meaning: "Een rol laat een andere rol bepaalde gebeurtenissen in haar plaats ondertekenen.",
    source: "Awb 10:1; Awb 10:5",
    signers: Ondertekenaars.beslissers, isMandatable: false, needsExactDate: true,
    changesAuthority: { event, registry in
      guard let giver = event[mandaatgever], let receiver = event[gemandateerde], let names = event[gebeurtenissen],
        let first = event[van]
      else { throw AuthorityProblem.incomplete("MandaatVerleend") }
      registry.give(
        Mandaat(
          stream: event.stream, mandaatgever: giver, gemandateerde: receiver, gebeurtenissen: names, van: first,
          tot: event[tot]))
    }
  ) {
    mandaatgever
    gemandateerde
    gebeurtenissen
    van
    tot
  }
}

/// A mandate ends before its time.
public enum MandaatIngetrokken: EventDefinition {
  static let vanaf = Field<CalendarDate>("vanaf", .clear, "De eerste dag waarop het mandaat niet meer geldt.")

  /// The event type.
  public static let type = EventType(
    "MandaatIngetrokken", stream: "Mandaat", meaning: "Een mandaat is ingetrokken.", source: "Awb 10:8",
    signers: Ondertekenaars.beslissers, isMandatable: false, needsExactDate: true,
    changesAuthority: { event, registry in
      guard let day = event[vanaf] else { throw AuthorityProblem.incomplete("MandaatIngetrokken") }
      try registry.withdraw(event.stream, from: day, now: event.recordedOn, at: event.position)
    }
  ) {
    vanaf
  }
}
