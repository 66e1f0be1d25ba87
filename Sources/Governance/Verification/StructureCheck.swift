import Ledger

/// What the stores themselves find wrong with their files, below the level of entries and records.
struct StructureCheck: Sendable {
  let log: any LogStore
  let vault: any Vault

  /// Log and vault beside each other: both read their whole file.
  func run(_ workers: Workers) throws -> [Tally] {
    let jobs: [@Sendable () throws -> Tally] = [
      { try check(.log, log.structuralFindings) }, { try check(.vault, vault.structuralFindings) },
    ]
    return try workers.run(jobs)
  }

  private func check(_ question: CheckName, _ problems: () throws -> [String]) throws -> Tally {
    var tally = Tally()
    do {
      for problem in try problems() { tally.find(question, "structure", at: nil, Self.text(problem)) }
    } catch StoreError.damaged(let file, let detail) {
      tally.find(question, "structure", at: nil, Self.text("\(file): \(detail)"))
    }
    return tally
  }

  private static func text(_ place: String) -> Text {
    Text(nl: "wat is opgeslagen klopt niet met zichzelf: \(place)", en: "what is stored contradicts itself: \(place)")
  }
}
