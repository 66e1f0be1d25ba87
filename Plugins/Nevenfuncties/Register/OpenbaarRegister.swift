import Governance
import Ledger

/// The public list: what it said on every day, every statement with its versions, and what changed.
///
/// It is read through the filter of a reader without a key, so it holds nothing that may not be published.
public struct OpenbaarRegister: Sendable, Hashable {
  /// Under which regulation it is published.
  public let regeling: OpenbareRegeling
  /// The day it is about.
  public let dag: CalendarDate
  /// The first day on which there was a list; nil when there is none yet.
  public let begin: CalendarDate?
  /// What each card said from when to when, by function and then by who came first.
  public let verlopen: [Kaartverloop]
  /// Every statement that was ever published, also those that have lapsed.
  public let opgaven: [OpenbareOpgave]
  /// What changed, oldest first.
  public let wijzigingen: [OpenbareWijziging]
}

/// The regulation, as far as the public page names it.
public struct OpenbareRegeling: Sendable, Hashable {
  /// Its title.
  public let titel: String
  /// The place in it, as the public reads it: articles or a chapter; nil when the title says enough.
  public let grondslag: String?
  /// The fields it names, in the order in which they are shown.
  public let velden: [OpenbaarVeld]
  /// Who is responsible for the list.
  public let verantwoordelijke: Rol
  /// How often a statement is confirmed.
  public let bevestigingIedere: Tijdsduur
  /// How long an ended statement stays in the history; nil when the organisation did not decide.
  public let bewaarNaEinde: Tijdsduur?
}

/// A field of the public statement (004:5428-5435, and what an organisation adds to it).
public enum OpenbaarVeld: String, CodeValue {
  case naam
  case hoofdfunctie
  case nevenwerkzaamheid
  case organisatie
  case ingang
  case einde
  case beperkingen
  case bezoldigd
  case tijdsbeslag
}

/// A designated function.
public struct OpenbareFunctie: Sendable, Hashable {
  /// Its stream.
  public let stroom: StreamID
  /// What it is called.
  public let naam: String
  /// Its word in addresses, unique in the register.
  public let slug: String
  /// The place that designates it, where that is another than for the rest.
  public var grondslag: String? = nil
  /// Who is responsible for what is said of it, where that is another than for the rest.
  public var verantwoordelijke: Rol? = nil
}

/// What the list says about one holder of one designated function.
public struct Kaart: Sendable, Hashable {
  /// Its stable id: the pseudonym of the holder within this function.
  public let id: String
  /// The function.
  public let functie: OpenbareFunctie
  /// Who holds it, when the regulation publishes names; the rule of Lelystad names functions only (004:5428-5435).
  public let naam: Getoond?
  /// Whether the function is held by temporary hire (004:5411-5415).
  public let isInhuur: Bool
  /// Since when.
  public let van: ImpreciseDate
  /// What is known: never an empty list.
  public let stand: Kaartstand
  /// What else was received and is not published, beside statements that are: a gap is named, never left out.
  public let nietGepubliceerd: [NietGepubliceerd]
  /// When something about it was last changed.
  public let laatstGewijzigd: CalendarDate?
  /// When the holder last confirmed it.
  public let laatstBevestigd: CalendarDate?
  /// By when it must be confirmed again.
  public let bevestigenUiterlijk: CalendarDate?
  /// Whether that day has passed.
  public let isBevestigingTeLaat: Bool

  init(
    id: String, functie: OpenbareFunctie, naam: Getoond?, isInhuur: Bool, van: ImpreciseDate, stand: Kaartstand,
    nietGepubliceerd: [NietGepubliceerd] = [], laatstGewijzigd: CalendarDate?, laatstBevestigd: CalendarDate?,
    bevestigenUiterlijk: CalendarDate?, isBevestigingTeLaat: Bool
  ) {
    self.id = id
    self.functie = functie
    self.naam = naam
    self.isInhuur = isInhuur
    self.van = van
    self.stand = stand
    self.nietGepubliceerd = nietGepubliceerd
    self.laatstGewijzigd = laatstGewijzigd
    self.laatstBevestigd = laatstBevestigd
    self.bevestigenUiterlijk = bevestigenUiterlijk
    self.isBevestigingTeLaat = isBevestigingTeLaat
  }
}

/// Something that was received or decided and is not published.
public struct NietGepubliceerd: Sendable, Hashable {
  /// Why, in a sentence without personal data.
  public let reden: Text
  /// The event that says so.
  public let position: UInt64
}

/// The state of a holder's statement: "none", "not yet received" and "not published, because" are three different things.
public enum Kaartstand: Sendable, Hashable {
  /// Statements, each in the version of that day.
  case opgaven([OpgaveVersie])
  /// The holder reported none and confirmed it; `position` is the event that says so.
  case geen(bevestigdOp: CalendarDate, position: UInt64)
  /// Nothing was received yet.
  case nogNietOntvangen(sinds: ImpreciseDate)
  /// Something was received or decided, and it is not published; `reden` is a sentence without personal data.
  case nietGepubliceerd(reden: Text, position: UInt64)
}

/// A published statement and its versions: one entry with one permalink.
public struct OpenbareOpgave: Sendable, Hashable {
  /// Its stable id, in its address.
  public let id: String
  /// The function it belongs to.
  public let functie: OpenbareFunctie
  /// The card it belongs to.
  public let kaart: String
  /// Its versions, oldest first; never empty.
  public let versies: [OpgaveVersie]
  /// How it stands.
  public let status: OpgaveStatus
}

/// How a statement stands.
public enum OpgaveStatus: Sendable, Hashable {
  /// It is on the list.
  case actueel
  /// The activity ended or was withdrawn on this day; it is in the history until `zichtbaarTot`.
  case beeindigd(op: ImpreciseDate, zichtbaarTot: CalendarDate?)
  /// Its content is gone: erased, or kept for as long as the organisation decided. Only the fact is left.
  case vervallen(op: CalendarDate?)
}

/// One version of a published statement.
public struct OpgaveVersie: Sendable, Hashable {
  /// The statement.
  public let opgave: String
  /// 1 for the first.
  public let nummer: Int
  /// The event that says so.
  public let event: EventID
  /// The event's position.
  public let position: UInt64
  /// The first day on which it holds.
  public let vanaf: CalendarDate
  /// The last day; nil for the present version.
  public let totEnMet: CalendarDate?
  /// The holder's name, as the statement has it.
  public let naam: Getoond?
  /// The function beside which it is done.
  public let hoofdfunctie: Getoond?
  /// The activity.
  public let nevenwerkzaamheid: Getoond
  /// The body where it is done.
  public let organisatie: Getoond?
  /// Since when it is done.
  public let ingang: Getoond?
  /// Until when.
  public let einde: Getoond?
  /// Restrictions attached to it.
  public let beperkingen: Getoond?
  /// Whether it is paid.
  public let bezoldigd: Getoond?
  /// How much time it takes.
  public let tijdsbeslag: Getoond?
}

/// A value for the public.
public enum Getoond: Sendable, Hashable {
  /// The value, as the event has it.
  case waarde(String)
  /// There was a value; it has been erased.
  case vernietigd
}

/// Something that changed in the register.
public struct OpenbareWijziging: Sendable, Hashable {
  /// What changed.
  public enum Soort: String, CodeValue {
    case toegevoegd
    case gewijzigd
    case beeindigd
    case ingetrokken
    case bevestigd
    case geenGemeld
    case nietGepubliceerd
    case functieAangewezen
    case functieVervallen
    case vernietigd
  }

  /// The event.
  public let event: EventID
  /// The event's position.
  public let position: UInt64
  /// When it was recorded.
  public let recordedAt: Instant
  /// The day from which it holds.
  public let effective: ImpreciseDate
  /// What changed.
  public let soort: Soort
  /// The function it is about.
  public let functie: OpenbareFunctie
  /// The card it is about, when it is about one holder.
  public let kaart: String?
  /// The statement it is about, when it is about one.
  public let opgave: String?
}
