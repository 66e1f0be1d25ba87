import Console
import Governance
import Ledger

/// An appointment as `--json` writes it: one object a line; members are added, never renamed or taken away.
struct BenoemingJSON {
  let reading: Reading
  let day: CalendarDate

  init(_ reading: Reading, _ day: CalendarDate) {
    self.reading = reading
    self.day = day
  }

  static var help: String {
    let members =
      "kenmerk, stream, persoon, vorm, stand, dient, van, tot, verlengingen, certificeringLaatsteDag, naam, position, historisch, bron"
    return Language.ofProcess.choose(
      nl:
        "Tot is de eerste dag zonder de functie. --json schrijft één object per benoeming met: \(members). Wat niet is vastgelegd of niet te zien is, is null.",
      en:
        "Until is the first day without the function. --json writes one object an appointment with: \(members). What was not recorded or cannot be seen is null."
    )
  }

  func json(_ benoeming: Benoeming) throws -> JSON {
    let name = try Contactgegevens(benoeming, reading.filter).naam.string
    return [
      "kenmerk": .string(benoeming.handle), "stream": benoeming.stream.json, "persoon": benoeming.persoon.json,
      "vorm": benoeming.vorm.json, "stand": .string(try benoeming.toestand(on: day, reading).rawValue),
      "dient": .string(benoeming.dient(on: day).rawValue), "van": benoeming.begin?.effective.json ?? .null,
      "tot": benoeming.einddag(on: day)?.json ?? .null, "verlengingen": .int(Int64(benoeming.verlengingen.count)),
      "certificeringLaatsteDag": benoeming.gecertificeerdTotEnMet(from: day)?.json ?? .null,
      "naam": name?.json ?? .null,
      "position": .int(Int64(benoeming.begin?.position ?? benoeming.position)),
      "historisch": .bool(benoeming.begin?.isHistorical ?? false),
      "bron": benoeming.begin?[HistoricalFact.bron]?.json ?? .null,
    ]
  }
}
