import Ledger

/// What the stores themselves find wrong with their files, below the level of entries and records.
struct StructureCheck: Sendable {
  let log: any LogStore
  let vault: any Vault

  /// Log and vault beside each other: both read their whole file.
  func run(_ workers: Workers) throws -> [Tally] {
    let jobs: [@Sendable () throws -> Tally] = [{ try checkLog() }, { try checkVault() }]
    return try workers.run(jobs)
  }

  private func checkLog() throws -> Tally {
    var tally = Tally()
    do {
      for problem in try log.structuralFindings() {
        tally.find(.log, "structure", at: nil, Self.text(problem))
      }
    } catch StoreError.damaged(let file, let detail) {
      tally.find(.log, "structure", at: nil, Self.text("\(file): \(detail)"))
    }
    return tally
  }

  private func checkVault() throws -> Tally {
    var tally = Tally()
    do {
      for problem in try vault.structuralFindings() {
        let position = try problem.event.flatMap { EventID($0) }.flatMap { try log.position(of: $0) }
        tally.find(.vault, "structure", at: position, event: problem.event, Self.text(problem.message))
      }
    } catch StoreError.damaged(let file, let detail) {
      tally.find(.vault, "structure", at: nil, Self.text("\(file): \(detail)"))
    }
    return tally
  }

  private static func text(_ place: String) -> Text {
    Text(nl: "wat is opgeslagen klopt niet met zichzelf: \(place)", en: "what is stored contradicts itself: \(place)")
  }
}
