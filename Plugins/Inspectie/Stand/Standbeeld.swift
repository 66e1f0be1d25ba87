import Governance
import Ledger
import LedgerCrypto

/// How every demand of a tree stands on a day: the one value that text, JSON, CSV, the picture and the bundle are made of.
public struct Standbeeld: Sendable {
  /// The demands.
  public let boom: Eisenboom
  /// The SHA-256 of the file they were read from.
  public let digest: Digest
  /// Where the organisation adopted that file; nil for one that comes with the program.
  public let vastgesteld: UInt64?
  /// Of whom the tree's letter is, when it was written to another organisation than this one: numbers and places in it
  /// are then not those of the letter that imposed the demands here.
  public let briefAan: String?
  /// The letter that imposed them; nil when none did.
  public let zaak: Eisbrief?
  /// The day it is about.
  public let dag: CalendarDate
  /// Each demand, in the order of the tree.
  public internal(set) var eisen: [Eisstand]
  /// The measures of the plan that had not been dropped by the day.
  public internal(set) var maatregelen: [Maatregelstand]

  /// How many demands stand so.
  public func aantal(_ stand: Stand) -> Int { eisen.count { $0.stand == stand } }

  /// Where a demand stands, and in whose letter when that is another organisation's.
  func plaats(_ eis: Eis) -> String { briefAan.map { "brief aan \($0): \(eis.plaats)" } ?? eis.plaats }
}

/// The letter that imposed demands, and by when they must be met.
public struct Eisbrief: Sendable, Hashable {
  /// The inspection it belongs to.
  public let stream: StreamID
  /// How people call that inspection, as in `inspectie-1`.
  public let handle: String
  /// The letter's reference.
  public let kenmerk: String?
  /// The date on the letter.
  public let dagtekening: ImpreciseDate
  /// The last day to meet the demands; nil when it cannot be counted.
  public let uiterlijk: CalendarDate?
  /// Where it was recorded.
  public let position: UInt64
  /// Since when it does not hold any more, because an objection was upheld.
  public let vervallen: ImpreciseDate?
}

/// How a demand stands.
public enum Stand: String, NamedCode, Hashable {
  /// The log shows it; a matter of judgement only with a judgement that was signed.
  case aangetoond
  /// What is asked is there; whether it is good enough nobody has said.
  case stukAanwezig
  /// A part is there.
  case gedeeltelijk
  /// Nothing shows it.
  case nietAangetoond
  /// Something else is done instead, with a reason.
  case alternatief
  /// There is nothing to show.
  case nietVanToepassing

  /// In words.
  public var text: Text {
    switch self {
    case .aangetoond: Text(nl: "aangetoond", en: "shown")
    case .stukAanwezig: Text(nl: "stuk aanwezig", en: "paper present")
    case .gedeeltelijk: Text(nl: "gedeeltelijk", en: "in part")
    case .nietAangetoond: Text(nl: "niet aangetoond", en: "not shown")
    case .alternatief: Text(nl: "alternatief", en: "alternative")
    case .nietVanToepassing: Text(nl: "niet van toepassing", en: "does not apply")
    }
  }
}

/// How one demand stands, and what that rests on.
public struct Eisstand: Sendable {
  /// The demand.
  public let eis: Eis
  /// The number that the letter itself gives it, when it was recorded.
  public let nummer: String?
  /// How it stands.
  public let stand: Stand
  /// What is missing or not in order, each as a sentence.
  public let ontbreekt: [Text]
  /// What shows it.
  public let bewijs: [Bewijsregelstand]
  /// Events that are shown with it and prove nothing.
  public let registratie: [Bewijsfeit]
  /// What is done instead.
  public let alternatief: Alternatief?
  /// What a person signed about it, the last one that counts.
  public let beoordeling: Beoordeling?
  /// Whether what shows it was done before the term ended; nil without a term or without proof.
  public let opTijd: Certainty?
  /// How it stood on the last day of the term, by what is known now; nil while the term runs, or without one.
  public let toen: Stand?

  /// Whether it is shown, or nothing has to be.
  var isAangetoond: Bool { isAangetoond(stand) }
  /// Whether it was on the last day of the term.
  var isAangetoondToen: Bool { toen.map { isAangetoond($0) } ?? false }

  private func isAangetoond(_ stand: Stand) -> Bool {
    switch stand {
    case .aangetoond, .nietVanToepassing: true
    case .alternatief: beoordeling?.isVoldoende == true
    default: false
    }
  }

  /// Every event it rests on, once, in the order of the log.
  public var posities: [UInt64] {
    let all =
      bewijs.flatMap { $0.feiten.map(\.position) } + registratie.map(\.position)
      + [alternatief?.feit.position, beoordeling?.position].compactMap(\.self)
    return Set(all).sorted()
  }

  /// The proof, each event once, in the order of the log.
  public var feiten: [Bewijsfeit] {
    var seen: Set<UInt64> = []
    return bewijs.flatMap(\.feiten).filter { seen.insert($0.position).inserted }.sorted { $0.position < $1.position }
  }
}

/// One thing that is needed as proof, and what there is of it.
public struct Bewijsregelstand: Sendable {
  /// What is needed.
  public let regel: Bewijsregel
  /// Whether it is there.
  public let isVoldaan: Bool
  /// The events that show it, whole or in part.
  public let feiten: [Bewijsfeit]
  /// What is missing; nil when nothing is.
  public let ontbreekt: Text?
}

/// One event as proof: what was done when, when it was collected and recorded, and which period it is about.
public struct Bewijsfeit: Sendable, Hashable {
  /// Where it stands in the log.
  public let position: UInt64
  /// The event.
  public let id: EventID
  /// Its stream.
  public let stream: StreamID
  /// Its type.
  public let type: String
  /// What events of that type record.
  public let betekenis: String
  /// What it counts, in words; nil when it counts nothing.
  public let telling: Text?
  /// The day on which it was done.
  public let gedaan: ImpreciseDate
  /// Since when the text says it, for where an element stands in a text that was adopted.
  public let sinds: ImpreciseDate?
  /// The day on which it was collected, where that was recorded.
  public let verzameld: CalendarDate?
  /// The day on which it was recorded.
  public let vastgelegd: CalendarDate
  /// The first day of the period it is about.
  public let van: CalendarDate?
  /// The last day of the period it is about.
  public let tot: CalendarDate?
  /// Whether it is from before the ledger.
  public let isHistorisch: Bool
  /// Before or after the term.
  public let ligging: Ligging

  /// Since when the text says it, in words.
  var sindsText: Text? {
    sinds.map { Text(nl: "in de tekst sinds ", en: "in the text since ") + $0.text }
  }

  /// How an event lies to the term of the letter.
  public enum Ligging: String, NamedCode, Hashable {
    /// Done and recorded before the term ended.
    case voor
    /// Done before it ended, and recorded afterwards.
    case voorLaterVastgelegd
    /// Done after it ended.
    case na
    /// The dates do not tell.
    case onbekend
    /// There is no term.
    case zonderTermijn

    /// In words.
    public var text: Text {
      switch self {
      case .voor: Text(nl: "voor de termijn", en: "before the term")
      case .voorLaterVastgelegd: Text(nl: "eerder gedaan, later vastgelegd", en: "done before, recorded after")
      case .na: Text(nl: "na de termijn", en: "after the term")
      case .onbekend: Text(nl: "niet bekend of het voor de termijn was", en: "not known whether before the term")
      case .zonderTermijn: Text("–")
      }
    }

    /// Whether it was done before the term ended; nil without a term.
    public var isOpTijd: Certainty? {
      switch self {
      case .voor, .voorLaterVastgelegd: .yes
      case .na: .no
      case .onbekend: .unknown
      case .zonderTermijn: nil
      }
    }
  }
}

/// Another measure in the place of what is demanded.
public struct Alternatief: Sendable {
  /// The event.
  public let feit: Bewijsfeit
  /// What is done instead.
  public let maatregel: String
  /// Why that protects as well.
  public let motivering: String
  /// Who judged it, as a role or an organisation.
  public let deskundige: String?
}

/// What a person signed about the proof of a demand.
public struct Beoordeling: Sendable {
  /// Where it stands in the log.
  public let position: UInt64
  /// The day of the judgement.
  public let op: ImpreciseDate
  /// The day on which it was recorded.
  public let vastgelegd: CalendarDate
  /// Whether the proof is enough.
  public let uitkomst: UitkomstBeoordeling
  /// In which role it was signed.
  public let rol: Rol?
  /// On whose behalf, when that was another.
  public let mandaatVan: Rol?
  /// Why, as far as this reader may see it.
  public let reden: Revealed
  /// The events it is about.
  public let over: [UInt64]
  /// Whether the reason was destroyed: then there is a role, and no reason.
  public let isZonderReden: Bool
  /// Where it was recorded that the key which signed it was revoked because others had it.
  public let gecompromitteerd: UInt64?
}

extension Beoordeling {
  /// Whether it says that the proof is enough, and still says why.
  var isVoldoende: Bool { uitkomst == .voldoende && !isZonderReden }

  /// What takes away from it.
  var bezwaren: [Text] {
    let reason = Text(
      nl: "de reden van het oordeel (nummer \(position)) is vernietigd",
      en: "the reason of the judgement (number \(position)) was destroyed")
    let key = gecompromitteerd.map { by in
      Text(
        nl:
          "het oordeel (nummer \(position)) is ondertekend met een sleutel die later is ingetrokken omdat anderen haar "
          + "hadden (nummer \(by)): vraag de rol of zij het zelf gaf",
        en:
          "the judgement (number \(position)) is signed by a key that was later revoked because others had it (number "
          + "\(by)): ask the role whether it gave it")
    }
    return (isZonderReden ? [reason] : []) + [key].compactMap(\.self)
  }

  /// Who judged, and for whom.
  var wie: Text {
    let role = rol?.text ?? Text("?")
    return mandaatVan.map { role + Text(nl: ", in mandaat van ", en: ", on behalf of ") + $0.text } ?? role
  }

  /// That it was recorded on another day than it is of.
  var later: Text {
    op.exact == vastgelegd ? Text("") : Text(nl: ", vastgelegd op ", en: ", recorded on ") + vastgelegd.text
  }
}

/// One measure of the plan on a day.
public struct Maatregelstand: Sendable {
  /// Its stream.
  public let stream: StreamID
  /// How people call it, as in `maatregel-3`.
  public let handle: String
  /// What it is.
  public let omschrijving: String
  /// What it is for.
  public let soort: SoortMaatregel
  /// Where it was first recorded.
  public let position: UInt64
  /// Every event it rests on.
  public let posities: [UInt64]
  /// The day on which it was written down.
  public let vastgelegd: ImpreciseDate
  /// By when it is carried out.
  public let uitvoerenVoor: CalendarDate?
  /// When it was.
  public let uitgevoerd: ImpreciseDate?
  /// By when it is evaluated.
  public let evaluerenVoor: CalendarDate?
  /// When it last was.
  public let geevalueerd: ImpreciseDate?
  /// Whether it works, by the last evaluation.
  public let uitkomst: UitkomstMaatregel?
  /// By what it is judged.
  public let criterium: String?
  /// Who answers for it.
  public let verantwoordelijke: Verantwoordelijke
  /// Who answers for it, in words; never a name.
  public let verantwoordelijkeText: Text
  /// What is not in order about it.
  public let bevindingen: [Text]
}
