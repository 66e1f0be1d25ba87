import Governance
import Ledger
import Publication

/// The demands that were made public, as anyone may know them.
struct Inspectieregister: Sendable {
  let dag: CalendarDate
  /// The latest letter first.
  let eisen: [OpenbareEis]
  /// The demands that stood on the site and were taken off.
  let weggehaald: [WeggehaaldeEis]
}

/// A demand that is no longer on the site: nothing is told of it but that.
struct WeggehaaldeEis: Sendable {
  /// Its number in addresses.
  let nummer: Int64
  /// When it was taken off.
  let op: ImpreciseDate
}

/// A demand of the inspectorate with its term, what it asks and what is done.
struct OpenbareEis: Sendable {
  /// Its number in addresses: that of the inspection.
  let nummer: Int64
  let brief: Eisbrief
  /// Where it was recorded.
  let feit: Fact
  let toestand: Eistoestand
  /// To whom the letter was from which the demands were read, when that is not this organisation.
  let briefAan: String?
  /// By part, in the order of the letter.
  let delen: [Eisdeel]
  /// By number.
  let maatregelen: [OpenbareMaatregel]
  let gebeurtenissen: [Happening]

  /// Its page.
  var adres: String { Inspectieadressen.eis(nummer) }
  /// What it is called: by the date on the letter, as people speak of it.
  var titel: String { Self.titel(brief) }
  static func titel(_ brief: Eisbrief) -> String { "Eis van \(brief.dagtekening.text(.dutch))" }
  /// The same, so that no other has it.
  var volleTitel: String { brief.kenmerk.map { "\(titel) (\($0))" } ?? "\(titel) (\(nummer))" }
}

/// Demands that rest on the same law.
struct Eisdeel: Sendable {
  let titel: String
  /// The articles.
  let grondslag: [String]
  let eisen: [Gevraagd]
}

/// One demand: its number, the letter's own where it has one, and what is asked.
struct Gevraagd: Sendable {
  let nummer: String
  let woorden: String
}

/// A measure that was made public.
struct OpenbareMaatregel: Sendable {
  let nummer: Int64
  let stand: Maatregelstand
  /// Where it was first recorded.
  let feit: Fact
  let voortgang: Voortgang
  let isUitvoeringTeLaat: Bool
  let isEvaluatieTeLaat: Bool
  /// Whether it was evaluated since a day for that was set last.
  let isGeevalueerd: Bool
  /// What it serves, by the numbers of the letter.
  let eisen: [String]

  /// How it is referred to.
  var naam: String { "maatregel \(nummer)" }
}

/// What has become of a measure, as a reader is told.
enum Voortgang: Sendable, Hashable {
  case gepland, uitgevoerd, geevalueerd, vervallen
  /// The dates do not tell.
  case onbekend

  /// By how it stands on a day.
  init(_ standings: [Standing<Maatregel.State>]) {
    let own = standings.filter { Maatregel.State.voortgang.contains($0.state) }
    guard own.count == 1, let only = own.first, only.certainty == .yes else {
      self = .onbekend
      return
    }
    switch only.state {
    case .uitgevoerd: self = .uitgevoerd
    case .geevalueerd: self = .geevalueerd
    case .vervallen: self = .vervallen
    default: self = .gepland
    }
  }

  /// The word on the site.
  var tekst: String {
    switch self {
    case .gepland: "gepland"
    case .uitgevoerd: "uitgevoerd"
    case .geevalueerd: "geëvalueerd"
    case .vervallen: "vervallen"
    case .onbekend: "onbekend"
    }
  }

  /// How it is marked: never by colour alone.
  var merk: String {
    switch self {
    case .uitgevoerd, .geevalueerd: "m-goed"
    case .gepland, .onbekend: "m-wacht"
    case .vervallen: "m-stil"
    }
  }
}
