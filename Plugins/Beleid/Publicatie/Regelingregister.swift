import Governance
import Instemming
import Ledger
import LedgerCrypto
import Publication

/// The rules of which a version was adopted, as anyone may know them: nothing of a draft is in it.
struct Regelingregister: Sendable {
  let dag: CalendarDate
  /// By title.
  let regelingen: [OpenbareRegeling]

  init(dag: CalendarDate, regelingen: [OpenbareRegeling]) {
    self.dag = dag
    self.regelingen = regelingen.sorted {
      ($0.titel.comparisonKey, $0.kenmerk) < ($1.titel.comparisonKey, $1.kenmerk)
    }
  }
}

/// A rule with its adopted versions.
struct OpenbareRegeling: Sendable {
  /// Its word in addresses.
  let woord: String
  let kenmerk: String
  let titel: String
  let soort: SoortRegeling
  let cvdr: String?
  let link: String?
  let status: Regelingstatus
  /// The version that holds, else the one adopted last.
  let hoofd: OpenbareVersie
  /// In the order in which they first appeared.
  let versies: [OpenbareVersie]
  /// The numbers of the versions that hold or may hold.
  let kandidaten: [Int]
  let evaluatie: Evaluatie
  /// What is not known of its adopted versions, in words.
  let onbekend: [String]
  /// In the order of the log.
  let gebeurtenissen: [Happening]
  /// How it stood from when to when, earliest first.
  let perioden: [Regelingperiode]

  /// Its page.
  var adres: String { Regelingadressen.regeling(woord) }
  /// The page of one of its versions.
  func adres(_ versie: OpenbareVersie) -> String { Regelingadressen.versie(woord, versie.nummer) }
}

/// An adopted version.
struct OpenbareVersie: Sendable {
  let nummer: Int
  let aanduiding: String?
  let titel: String
  let digest: Digest?
  /// Its adoption; nil when that is not recorded.
  let vaststelling: Fact?
  let geldt: Certainty
  /// Since when it is in force, or why it is not or is not known to be.
  let reden: String
  /// The first day on which it holds or held; nil when it never did or that day was not recorded.
  let vanaf: ImpreciseDate?
  /// The first day on which it no longer holds; nil when there is none or that is not certain.
  let tot: ImpreciseDate?
  let instemming: OpenbareInstemming
  let looptijd: Looptijd?
  let tekst: Tekststaat
  /// Where it was announced on the web.
  let links: [String]

  /// The body that adopted it; nil when that is not known.
  var orgaan: String? {
    vaststelling?[RegelingVastgesteld.orgaan]?.text(.dutch) ?? vaststelling?[RegelingVastgesteld.orgaanNaam]
  }
  var besluitnummer: String? { vaststelling?[RegelingVastgesteld.besluitnummer] }

  /// Whether its text is published and shown on a page.
  var isLeesbaar: Bool {
    guard case .openbaar(_, _, let mediaType, _) = tekst else { return false }
    return Tekststaat.isLeesbaar(mediaType)
  }

  /// Whether its text stood on a page, and does not any more.
  var isTekstWeg: Bool {
    switch tekst {
    case .nietOpenbaar(_?, let mediaType): Tekststaat.isLeesbaar(mediaType)
    case .vernietigd(let stondOpSite): stondOpSite
    case .nietOpenbaar, .ontbreekt, .openbaar: false
    }
  }
}

/// What stands on the site of a version's text.
enum Tekststaat: Sendable, Hashable {
  /// The adopted text is not in the ledger.
  case ontbreekt
  /// It is in the ledger and not published: nobody decided to, or it was taken off again on the day that is given.
  case nietOpenbaar(vanSite: ImpreciseDate?, mediaType: String)
  /// It is published: where it can be read, since when, and what kind of file it is.
  case openbaar(position: UInt64, sinds: ImpreciseDate, mediaType: String, bytes: Int64)
  /// It was destroyed; whether it stood on the site before.
  case vernietigd(stondOpSite: Bool)

  /// Whether a text of a kind is shown on a page as well.
  static func isLeesbaar(_ mediaType: String) -> Bool { ["text/plain", "text/markdown"].contains(mediaType) }
}
