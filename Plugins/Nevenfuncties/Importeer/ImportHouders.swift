import Console
import Governance
import Ledger
import Organisatie

/// Who holds which function by the ledger, and who is added on the way.
struct ImportHouders {
  private let reading: Reading
  private let addsHolders: Bool
  private var held: [StreamID: [Bekleding]] = [:]
  private var names: [UInt64: String] = [:]
  private var known: [String: Set<StreamID>]?
  /// Who this file added, by function and name.
  private var added: [StreamID: [String: StreamID]] = [:]
  private var people: [String: StreamID] = [:]

  init(_ reading: Reading, addsHolders: Bool) {
    self.reading = reading
    self.addsHolders = addsHolders
  }

  /// The holder that a row means on a day, and the event that makes them one when the ledger has none yet.
  mutating func find(
    _ rij: ImportRij, _ functie: StreamID, op day: CalendarDate, newPerson: () -> StreamID
  ) throws -> (persoon: StreamID, draft: EventDraft?) {
    let holders = try bekledingen(functie).filter { $0.isBekleed(op: day) != .no }
    let persons = Set(holders.map(\.persoon))
    if let persoon = rij.persoon {
      if persons.contains(persoon) { return (persoon, nil) }
      throw ImportFouten(fout(rij, .persoon, Self.notHolder(day)))
    }
    guard let naam = rij.naam else {
      if let only = persons.first, persons.count == 1 { return (only, nil) }
      throw ImportFouten(
        fout(
          rij, .naam,
          Text(
            nl: "leeg, en deze functie wordt dan door \(persons.count) personen bekleed",
            en: "empty, and this function is held by \(persons.count) people then")))
    }
    let plain = naam.comparisonKey
    if let persoon = added[functie]?[plain] { return (persoon, nil) }
    let matching = Set(try holders.filter { try name($0).comparisonKey == plain }.map(\.persoon))
    if let only = matching.first, matching.count == 1 { return (only, nil) }
    guard matching.isEmpty else {
      throw ImportFouten(fout(rij, .naam, Self.ambiguous))
    }
    guard addsHolders else {
      throw ImportFouten(
        fout(
          rij, .naam,
          Self.notHolder(day)
            + Text(
              nl: "; leg het vast, of voeg met --houders toe wie ontbreekt",
              en: "; record it, or add whom the ledger lacks with --houders")))
    }
    guard let since = rij.functieSinds else {
      throw ImportFouten(
        fout(
          rij, .functieSinds,
          Text(
            nl: "leeg, en deze houder staat nog niet in het grootboek; verwacht: een datum of XXXX",
            en: "empty, and the ledger does not have this holder yet; expected: a date or XXXX")))
    }
    let persoon = try person(plain, rij) ?? newPerson()
    people[plain] = persoon
    added[functie, default: [:]][plain] = persoon
    return (persoon, Functies.draft(persoon, bekleedt: functie, naam: naam, van: since))
  }

  /// Someone of this name whom the ledger or the file has already, at another function.
  private mutating func person(_ plain: String, _ rij: ImportRij) throws -> StreamID? {
    if let persoon = people[plain] { return persoon }
    if known == nil {
      var all: [String: Set<StreamID>] = [:]
      for functie in try Functies.alle(reading.views) {
        for period in try bekledingen(functie.stream) {
          all[try name(period).comparisonKey, default: []].insert(period.persoon)
        }
      }
      known = all
    }
    let found = known?[plain] ?? []
    guard found.count <= 1 else { throw ImportFouten(fout(rij, .naam, Self.ambiguous)) }
    return found.first
  }

  private mutating func bekledingen(_ functie: StreamID) throws -> [Bekleding] {
    if let found = held[functie] { return found }
    let found = try Functies.bekledingen(of: functie, reading.views)
    held[functie] = found
    return found
  }

  private mutating func name(_ period: Bekleding) throws -> String {
    if let name = names[period.position] { return name }
    let revealed = try reading.filter.reveal(period.naam)
    if case .sealed = revealed { throw Self.unreadable }
    let name = revealed.string ?? ""
    names[period.position] = name
    return name
  }

  /// Without the names nobody can tell a known holder from a new one.
  static let unreadable = Failure(
    .notPermitted,
    Text(
      nl: "met deze sleutel zijn de namen en meldingen in het grootboek niet te lezen, en dus niet te vergelijken",
      en: "with this key the names and reports in the ledger cannot be read, and so not be compared"),
    remedy: Text(nl: "gebruik --als met een geregistreerde sleutel", en: "use --als with a registered key"))

  private static let ambiguous = Text(
    nl: "meer personen heten zo; verwacht: het pseudoniem in de kolom persoon",
    en: "more people have this name; expected: the pseudonym in the column persoon")

  private static func notHolder(_ day: CalendarDate) -> Text {
    Text(
      nl: "deze persoon bekleedt de functie volgens het grootboek niet op \(day.text.nl)",
      en: "by the ledger this person does not hold the function on \(day.text.en)")
  }
}

/// A fault in a column of a row.
func fout(_ rij: ImportRij, _ kolom: ImportKolom, _ text: Text) -> ImportFout {
  ImportFout(line: rij.line, kolom.rawValue, text)
}
