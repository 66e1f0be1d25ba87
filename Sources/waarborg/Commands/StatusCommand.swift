import ArgumentParser
import Console
import Governance
import Ledger
import Organisatie

/// `waarborg status`: what this ledger is and how it stands.
struct StatusCommand: ProgramCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: Language.ofProcess.choose(nl: "Toon hoe het grootboek ervoor staat.", en: "Show how the ledger stands."))
  @OptionGroup var options: ReadingOptions
  var shared: SharedOptions { options.shared }

  func run(_ program: Program) throws {
    try options.refuseDay()
    try program.read(options) { book, reading in
      let last = try reading.size == 0 ? nil : reading.filter.event(at: reading.size - 1)
      let checkpoint = try book.stores.log.latestCheckpoint()
      if let recordedAt = last?.recordedAt,
        recordedAt.secondsSince1970 - book.now.secondsSince1970 > Grootboek.clockTolerance
      {
        program.terminal.warn(
          Text(
            nl:
              "de klok loopt achter op de laatste gebeurtenis, van \(recordedAt): er kan niets worden vastgelegd; zie "
              + "waarborg klok toon",
            en: "the clock is behind the last event, of \(recordedAt): nothing can be recorded; see waarborg klok toon")
        )
      }
      if let lone = reading.registry.loneRegistrar(at: book.now) { program.terminal.warn(lone) }
      let valid = reading.registry.members(at: book.now).count
      if shared.json {
        let json: JSON = [
          "origin": .string(book.origin), "organisatie": .string(reading.registry.founding?.organisatie ?? ""),
          "vkey": .string(reading.registry.logKeys.present ?? ""), "size": .int(Int64(clamping: reading.size)),
          "lastRecordedAt": last.map { .string($0.recordedAt.description) } ?? .null,
          "checkpointSize": checkpoint.map { .int(Int64(clamping: $0.size)) } ?? .null,
          "keys": .int(Int64(reading.registry.keys.count)), "validKeys": .int(Int64(valid)),
        ]
        return program.terminal.outJSON(json.text)
      }
      var list = KeyValueList()
      list.add(
        Text(nl: "Organisatie", en: "Organisation"), "\(reading.registry.founding?.organisatie ?? "?", .heading)")
      list.add(Text(nl: "Grootboek", en: "Ledger"), "\(book.origin)")
      list.add(Text(nl: "Publieke sleutel", en: "Public key"), "\(reading.registry.logKeys.present ?? "?")")
      list.add(Text(nl: "Gebeurtenissen", en: "Events"), "\(program.language.number(Int(clamping: reading.size)))")
      list.add(
        Text(nl: "Laatste", en: "Latest"),
        last.map { last -> StyledText in
          // Of cases nothing is told, not even that the last thing recorded was in one.
          last.type.isClosed ? "\(last.recordedAt.description)" : "\(last.type.name), \(last.recordedAt.description)"
        })
      list.add(
        Text(nl: "Controlepunt", en: "Checkpoint"),
        checkpoint.map {
          "\(Text(nl: "over de eerste \($0.size) gebeurtenissen", en: "over the first \($0.size) events"))"
        })
      list.add(
        Text(nl: "Sleutels", en: "Keys"),
        "\(Text(nl: "\(valid) geldig, \(reading.registry.keys.count - valid) ingetrokken", en: "\(valid) valid, \(reading.registry.keys.count - valid) revoked"))"
      )
      let today = try Dagstaat(book, reading, on: book.today, sealed: [], program)
      list.add(Text(nl: "Vandaag", en: "Today"), StyledText(today.summary + Text(" (waarborg vandaag)")))
      program.terminal.out(list)
    }
  }
}
